# -*- coding: utf-8 -*-
"""The virtual environment: made, filled with what the lock files say, the program put in."""

import json
import os
import shutil
import sys

from set_up.running import SetUpError, run_quietly


def venv_of(root):
    return os.path.join(root, ".venv")


def program_in(venv, name):
    if os.name == "nt":
        return os.path.join(venv, "Scripts", name + ".exe")
    return os.path.join(venv, "bin", name)


def has_module(name):
    import importlib.util

    return importlib.util.find_spec(name) is not None


def way_to_pip(has_ensurepip, has_pip):
    """How pip gets to work in .venv: "inside", or "outside" with the pip of this Python."""
    if has_ensurepip:
        return "inside"
    if has_pip:
        return "outside"
    raise SetUpError(
        "Varken ensurepip eller pip finns för %s. På Debian och Ubuntu: "
        "sudo apt-get install python3-venv" % sys.executable,
        "There is neither ensurepip nor pip for %s. On Debian and Ubuntu: "
        "sudo apt-get install python3-venv" % sys.executable,
    )


def make_environment(venv):
    if os.path.realpath(sys.prefix) == os.path.realpath(venv):
        raise SetUpError(
            ".venv måste byggas om: kör mig med en Python utanför den (deactivate).",
            ".venv has to be built anew: run me with a Python outside of it (deactivate).",
        )
    way = way_to_pip(has_module("ensurepip"), has_module("pip"))
    if os.path.lexists(venv):
        shutil.rmtree(venv)
    code, output = 1, ""
    if way == "inside":
        code, output = run_quietly([sys.executable, "-m", "venv", venv])
    if code and has_module("pip"):
        shutil.rmtree(venv, ignore_errors=True)
        code, output = run_quietly([sys.executable, "-m", "venv", "--without-pip", venv])
    if code:
        shutil.rmtree(venv, ignore_errors=True)
        raise SetUpError("Det gick inte att göra .venv:", "Could not make .venv:\n" + output)


def site_packages_of(venv):
    code, output = run_quietly(
        [
            program_in(venv, "python"),
            "-I",
            "-c",
            "import sysconfig; print(sysconfig.get_path('purelib'))",
        ]
    )
    if code:
        raise SetUpError(".venv är trasig:", ".venv is broken:\n" + output)
    return output.strip()


def pip_of(venv):
    python = program_in(venv, "python")
    if os.path.isdir(os.path.join(site_packages_of(venv), "pip")):
        return [python, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", python]


def install_packages(root, venv, lock_name):
    """Brings the packages of .venv to exactly what the lock files say.

    --no-deps: the lock names everything, and a package's wish for pip is not ours.
    --only-binary: nobody's set-up may run on a compiler that happens to be there.
    """
    pip = pip_of(venv)
    lock = os.path.join(root, "requirements", lock_name)
    code, output = run_quietly(
        pip
        + ["install", "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        + ["--no-compile", "--progress-bar", "off", "--requirement", lock]
    )
    if code:
        raise SetUpError(
            "Paketen i requirements/%s gick inte att installera. Finns nätet?" % lock_name,
            "Could not install requirements/%s. Is there a network?\n%s" % (lock_name, output),
        )
    code, output = run_quietly(pip + ["list", "--format", "json"])
    if code == 0:
        start = output.find("[")
        installed = [row["name"] for row in json.loads(output[start : output.rfind("]") + 1])]
        texts = []
        for name in ("run.txt", "test.txt"):
            with open(os.path.join(root, "requirements", name), "rb") as handle:
                texts.append(handle.read().decode("utf-8"))
        surplus = surplus_packages(installed, texts)
        if surplus:
            run_quietly(pip + ["uninstall", "--yes", "--quiet"] + surplus)
    compile_bytecode(venv, site_packages_of(venv))


def install_project(root, venv):
    """Makes `import huddinge_training` and the command huddinge-training work in .venv.

    A .pth file with a relative path, and not `pip install -e`: an editable install needs
    setuptools at hand (a Python of 3.12 or later has none, and fetching one needs the net),
    and writes the absolute path in an encoding that Windows may not be able to read back.
    """
    site_packages = site_packages_of(venv)
    source = os.path.relpath(os.path.join(root, "src"), site_packages)
    with open(os.path.join(site_packages, "huddinge_training.pth"), "w") as handle:
        handle.write(source + "\n")
    write_command(venv)
    compile_bytecode(venv, os.path.join(root, "src"))


def write_command(venv):
    """The command huddinge-training in .venv, as a script of two lines."""
    if os.name == "nt":
        path = os.path.join(venv, "Scripts", "huddinge-training.cmd")
        text = '@"%~dp0python.exe" -m huddinge_training %*\r\n'
    else:
        path = os.path.join(venv, "bin", "huddinge-training")
        python = program_in(venv, "python").replace("'", "'\\''")
        text = "#!/bin/sh\nexec '%s' -m huddinge_training \"$@\"\n" % python
    with open(path, "wb") as handle:
        handle.write(text.encode("utf-8"))
    os.chmod(path, 0o755)


def compile_bytecode(venv, folder):
    """Saves the first start a third of a second; a file that does not compile is no matter."""
    run_quietly([program_in(venv, "python"), "-m", "compileall", "-qq", "-j", "0", folder])


def locked_names(lock_text):
    """The normalised names of the packages that a lock file pins."""
    names = set()
    for line in lock_text.splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            names.add(normalised(line.split("==")[0].split("[")[0]))
    return names


def normalised(name):
    return name.strip().lower().replace("_", "-").replace(".", "-")


def surplus_packages(installed, lock_texts):
    """The installed packages that no lock file asks for any longer."""
    locked = set(["pip", "setuptools", "wheel"])
    for text in lock_texts:
        locked |= locked_names(text)
    return sorted(name for name in installed if normalised(name) not in locked)
