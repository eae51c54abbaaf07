# -*- coding: utf-8 -*-
"""Sets the program up from nothing but Python, and starts it or its tests.

Only the standard library, and only syntax that old Pythons can read: whoever has a
Python that is too old must get a sentence and not a syntax error.  What is
installed is noted in a stamp in .venv, so that a second run has nothing to do.
"""

from __future__ import print_function

import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
NEEDS_PYTHON = (3, 11)
STAMP_NAME = "kompassen-stamp.json"
SET_UP_EDITION = "1"  # Raise it to make every checkout build its .venv anew.

# Debian package and the library by which it is recognised.
OFFSCREEN_LIBRARIES = (
    ("libegl1", "libEGL.so.1"),
    ("libgl1", "libGL.so.1"),
    ("libglib2.0-0", "libglib-2.0.so.0"),
    ("libdbus-1-3", "libdbus-1.so.3"),
    ("libfontconfig1", "libfontconfig.so.1"),
    ("libxkbcommon0", "libxkbcommon.so.0"),
)
X11_LIBRARIES = (
    ("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    ("libxcb-cursor0", "libxcb-cursor.so.0"),
    ("libxcb-icccm4", "libxcb-icccm.so.4"),
    ("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    ("libxcb-shape0", "libxcb-shape.so.0"),
)
# Debian package and the programs (without a slash) or file patterns of which one is enough.
TEST_PROGRAMS = (
    ("xvfb", ("Xvfb",)),
    ("xdotool", ("xdotool",)),
    ("at-spi2-core", ("/usr/libexec/at-spi-bus-launcher", "/usr/lib*/at-spi-bus-launcher")),
    ("dbus", ("dbus-run-session",)),
    ("dbus-x11", ("dbus-launch",)),
    (
        "gir1.2-atspi-2.0",
        (
            "/usr/lib*/girepository-1.0/Atspi-2.0.typelib",
            "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib",
        ),
    ),
    (
        "python3-gi",
        ("/usr/lib/python3/dist-packages/gi", "/usr/lib*/python3*/site-packages/gi"),
    ),
    ("poppler-utils", ("pdftotext",)),
    ("chromium", ("chromium", "chromium-browser", "google-chrome")),
    ("libreoffice-calc-nogui", ("soffice", "libreoffice")),
)

HELP = """\
python3 bootstrap.py [COMMAND]

  (nothing)            gör i ordning .venv / set up .venv
  run [ARGS ...]       gör i ordning och starta / set up and start the program
  test                 gör i ordning och kör alla kontroller / set up and run every check:
                       ruff format, ruff check, mypy, lint-imports, the courses, pytest
                       and the coverage floor; goes on after a failure, exit code 1 if any
  test ARGS ...        bara pytest, med ARGS / only pytest, with ARGS
  --help               den här texten / this text

Behöver Python 3.11 eller senare. En andra körning gör ingenting om inget har ändrats.
Needs Python 3.11 or later. A second run does nothing when nothing has changed.
"""


class SetUpError(Exception):
    """Something that a human has to put right; carries the sentence in two languages."""

    def __init__(self, swedish, english):
        Exception.__init__(self, swedish + "\n" + english)


def say(text, stream=None):
    stream = stream or sys.stdout
    try:
        stream.write(text + "\n")
    except UnicodeError:  # a terminal that knows ASCII only
        stream.write(text.encode("ascii", "replace").decode("ascii") + "\n")
    stream.flush()


def python_complaint(version):
    """The sentence for a Python that is too old, or None."""
    if tuple(version[:2]) >= NEEDS_PYTHON:
        return None
    has = "%d.%d" % tuple(version[:2])
    return (
        "Kompassen behöver Python 3.11 eller senare; det här är %s.\n"
        "Kompassen needs Python >= 3.11; this is %s." % (has, has)
    )


# --- What is wanted ------------------------------------------------------------------


def digest_of(*parts):
    """A short hash of texts and of the files whose paths are given as ('file', path)."""
    sha = hashlib.sha256()
    for part in parts:
        if isinstance(part, tuple):
            with open(part[1], "rb") as handle:
                data = handle.read()
        else:
            data = part.encode("utf-8")
        sha.update(str(len(data)).encode("ascii") + b":" + data)
    return sha.hexdigest()[:24]


def wanted_stamp(root, command, version=None, platform_name=None):
    """What the stamp says when nothing is left to do, step by step, for this command.

    `command` is "run" or "test".  The steps are done in the order of step_names().
    """
    version = version or sys.version
    platform_name = platform_name or sys.platform

    def in_root(*names):
        return ("file", os.path.join(root, *names))

    run_lock = in_root("requirements", "run.txt")
    test_lock = in_root("requirements", "test.txt")
    project = in_root("pyproject.toml")
    wanted = {
        "environment": digest_of(SET_UP_EDITION, version, platform_name, root),
        "run packages": digest_of(run_lock),
        "project": digest_of(project),
    }
    if command == "test":
        wanted["test packages"] = digest_of(run_lock, test_lock)
    if platform_name.startswith("linux"):
        names = [name for name, _ in system_needs(command, os.environ)]
        wanted["system for " + command] = digest_of(*names)
    return wanted


def step_names(wanted, stamp):
    """The steps that have to be done, in order."""
    order = ("environment", "test packages", "run packages", "project", "system")
    steps = []
    if stamp.get("unfinished") or stamp.get("environment") != wanted["environment"]:
        stamp = dict((key, stamp[key]) for key in stamp if key.startswith("system"))
    for kind in order:
        for key in sorted(wanted):
            if key.startswith(kind) and stamp.get(key) != wanted[key]:
                steps.append(key)
    if "test packages" in steps and "run packages" in steps:
        steps.remove("run packages")  # the tests' lock holds the program's packages too
    return steps


def read_stamp(venv):
    """The stamp of an earlier run; empty when there is none or it cannot be read."""
    try:
        with open(os.path.join(venv, STAMP_NAME), "rb") as handle:
            stamp = json.loads(handle.read().decode("utf-8"))
    except (OSError, IOError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(venv, stamp):
    path = os.path.join(venv, STAMP_NAME)
    with open(path + ".new", "wb") as handle:
        handle.write(json.dumps(stamp, indent=1, sort_keys=True).encode("utf-8"))
    os.replace(path + ".new", path)


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


# --- The system's libraries and programs -----------------------------------------------


def system_needs(command, environ):
    """(Debian package, soname or tuple of programs) that the command needs on Linux.

    A run that asks for the offscreen platform needs no X11; the tests need everything.
    """
    needs = list(OFFSCREEN_LIBRARIES)
    if command == "test" or environ.get("QT_QPA_PLATFORM", "") not in ("offscreen", "minimal"):
        needs.extend(X11_LIBRARIES)
    if command == "test":
        needs.extend(TEST_PROGRAMS)
    return needs


def missing_packages(needs, is_there):
    """The Debian packages of which `is_there(soname or programs)` says no."""
    return [package for package, sign in needs if not is_there(sign)]


def install_line(packages):
    return "apt-get install --no-install-recommends " + " ".join(packages)


def is_on_this_machine(sign):
    """Whether a library can be loaded, or one of some programs or files is there."""
    if isinstance(sign, tuple):
        return any(program_is_there(name) for name in sign)
    import ctypes

    try:
        ctypes.CDLL(sign)
    except OSError:
        return False
    return True


def program_is_there(name):
    import glob
    import shutil

    if "/" in name:
        return bool(glob.glob(name))
    return shutil.which(name) is not None


def set_up_system(command):
    """Installs what is missing as root, or says what is missing; returns success."""
    import shutil

    needs = system_needs(command, os.environ)
    missing = missing_packages(needs, is_on_this_machine)
    if not missing:
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        run_quietly(["apt-get", "update"], environ)
        command_line = ["apt-get", "install", "-y", "--no-install-recommends"] + missing
        code, output = run_quietly(command_line, environ)
        if code:
            say(output.rstrip())
        missing = missing_packages(needs, is_on_this_machine)
        if not missing:
            return True
    say("Det här saknas i systemet; installera det så här (eller motsvarande paket):")
    say("The system lacks this; install it like this (or your system's packages for it):")
    say("    sudo " + install_line(missing))
    return False


# --- The environment -----------------------------------------------------------------


def venv_of(root):
    return os.path.join(root, ".venv")


def program_in(venv, name):
    if os.name == "nt":
        return os.path.join(venv, "Scripts", name + ".exe")
    return os.path.join(venv, "bin", name)


def run_quietly(arguments, environ=None):
    """Runs a program; returns (exit code, everything it printed)."""
    import subprocess

    process = subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=environ or child_environment(),
        cwd=HERE,
    )
    output = process.communicate()[0].decode("utf-8", "replace")
    return process.returncode, output


def child_environment():
    """Our own environment without what would lead pip or Python astray."""
    environ = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX"):
        environ.pop(name, None)
    environ.update(PIP_USER="0", PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
    return environ


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
    import shutil

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


STEP_TEXTS = {
    "environment": "gör .venv / making .venv",
    "run packages": "hämtar programmets paket / fetching the program's packages",
    "test packages": "hämtar programmets och testernas paket / fetching all packages",
    "project": "lägger in programmet / putting the program in",
    "system": "ser efter systemets bibliotek / looking for the system's libraries",
}


def do_step(root, venv, key):
    """Does one step; returns whether its stamp may be set."""
    if key == "environment":
        make_environment(venv)
    elif key == "run packages":
        install_packages(root, venv, "run.txt")
    elif key == "test packages":
        install_packages(root, venv, "test.txt")
    elif key == "project":
        install_project(root, venv)
    else:
        return set_up_system(key.rsplit(" ", 1)[1])
    return True


def carry_out(venv, steps, wanted, do):
    """Does the steps and writes each into the stamp after it is done.

    While a step changes .venv the stamp says "unfinished": if we are killed there, the next
    run builds .venv anew.  A step that fails by itself (no network) leaves .venv as it was.
    """
    import time

    stamp = read_stamp(venv)
    if "environment" in steps:
        stamp = dict((key, stamp[key]) for key in stamp if key.startswith("system"))
    for key in steps:
        changes_venv = not key.startswith("system")
        if changes_venv and os.path.isdir(venv):
            write_stamp(venv, dict(stamp, unfinished=key))
        started = time.time()
        try:
            is_done = do(key)
        except SetUpError:
            if os.path.isdir(venv):
                write_stamp(venv, stamp)
            raise
        say("%6.1f s  %s" % (time.time() - started, STEP_TEXTS[plain_name(key)]))
        if is_done:
            stamp[key] = wanted[key]
            if key == "test packages":
                stamp["run packages"] = wanted["run packages"]
        write_stamp(venv, stamp)


def plain_name(key):
    return key.split(" for ")[0]


def set_up(root, command):
    venv = venv_of(root)
    wanted = wanted_stamp(root, command)
    steps = step_names(wanted, read_stamp(venv))
    if not steps:
        return
    carry_out(venv, steps, wanted, lambda key: do_step(root, venv, key))


# --- The commands ----------------------------------------------------------------------


def start(arguments):
    """Becomes the given program where the system can, else waits for its exit code."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(arguments[0], arguments)
    import subprocess

    return subprocess.call(arguments)


def test_steps(venv):
    """Name and command line of every check; the first four need nothing to be started."""
    python = program_in(venv, "python")
    return [
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("mypy", [python, "-m", "mypy"]),
        ("lint-imports", [program_in(venv, "lint-imports")]),
        ("check quizzes", [python, "-m", "huddinge_training", "check", "quizzes"]),
        ("pytest", [python, "-m", "pytest", "-n", "auto", "--cov", "--cov-report=json"]),
        ("coverage floor", [python, os.path.join("tools", "coverage_floor.py")]),
    ]


def run_steps(steps, run):
    """Runs every step, whatever the one before said; returns the names of the failed."""
    import time

    failed = []
    for name, arguments in steps:
        started = time.time()
        code, output = run(arguments)
        if code:
            failed.append(name)
            say(output.rstrip())
        word = "FEL / failed" if code else "ok"
        say("%6.1f s  %s: %s" % (time.time() - started, name, word))
    return failed


def summary_of(failed):
    if failed:
        return "Misslyckades / failed: " + ", ".join(failed)
    return "Allt godkänt / all passed"


def main(arguments):
    complaint = python_complaint(sys.version_info)
    if complaint:
        say(complaint, sys.stderr)
        return 1
    if arguments and arguments[0] in ("-h", "--help", "help"):
        say(HELP)
        return 0
    command = arguments[0] if arguments else "set up"
    if command not in ("set up", "run", "test"):
        say("Okänt kommando / unknown command: %s\n\n%s" % (command, HELP), sys.stderr)
        return 2
    try:
        set_up(HERE, "test" if command == "test" else "run")
    except SetUpError as error:
        say(str(error), sys.stderr)
        return 1
    venv = venv_of(HERE)
    python = program_in(venv, "python")
    if command == "run":
        return start([python, "-m", "huddinge_training"] + arguments[1:])
    if command == "test" and len(arguments) > 1:
        return start([python, "-m", "pytest"] + arguments[1:])
    if command == "test":
        failed = run_steps(test_steps(venv), run_quietly)
        say(summary_of(failed))
        return 1 if failed else 0
    say("Klart: python3 bootstrap.py run / ready: python3 bootstrap.py run")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
