# -*- coding: utf-8 -*-
"""Sets the program up from nothing but Python, and starts it or its tests.

Only the standard library, and only syntax that old Pythons can read: whoever has a
Python that is too old must get a sentence and not a syntax error.  What is
installed is noted in a stamp in .venv, so that a second run has nothing to do.
"""

from __future__ import print_function

import os
import sys

from set_up.environment import (
    install_packages,
    install_project,
    make_environment,
    program_in,
    venv_of,
)
from set_up.plan import read_stamp, step_names, wanted_stamp, write_stamp
from set_up.running import SetUpError, run_quietly, say
from set_up.system import set_up_system

HERE = os.path.dirname(os.path.abspath(__file__))
NEEDS_PYTHON = (3, 11)

HELP = """\
python3 bootstrap.py [COMMAND]

  (nothing)            gör i ordning .venv / set up .venv
  run [ARGS ...]       gör i ordning och starta / set up and start the program
  test                 gör i ordning och kör alla kontroller / set up and run every check:
                       ruff format, ruff check, mypy, lint-imports, the courses, pytest
                       and the coverage floor; goes on after a failure, exit code 1 if any
  test ARGS ...        bara pytest, med ARGS / only pytest, with ARGS
  bench [NAME ...]     gör i ordning och mät / set up and measure: benchmarks/ into
                       docs/performance.md (some 20 minutes; fetches two other programs)
  build [ARGS ...]     gör i ordning och bygg ett installationspaket / set up and build an
                       installer: build_installer.py with ARGS
  --help               den här texten / this text

Behöver Python 3.11 eller senare. En andra körning gör ingenting om inget har ändrats.
Needs Python 3.11 or later. A second run does nothing when nothing has changed.
"""


def python_complaint(version):
    """The sentence for a Python that is too old, or None."""
    if tuple(version[:2]) >= NEEDS_PYTHON:
        return None
    has = "%d.%d" % tuple(version[:2])
    return (
        "Kompassen behöver Python 3.11 eller senare; det här är %s.\n"
        "Kompassen needs Python >= 3.11; this is %s." % (has, has)
    )


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


def prepare(root, command):
    venv = venv_of(root)
    wanted = wanted_stamp(root, command)
    steps = step_names(wanted, read_stamp(venv))
    if not steps:
        return
    carry_out(venv, steps, wanted, lambda key: do_step(root, venv, key))


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
        # A file at a time: a window that a file keeps open must meet no other file's tests.
        (
            "pytest",
            [python, "-m", "pytest", "-n", "auto", "--dist", "loadfile"]
            + ["--cov", "--cov-report=json"],
        ),
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
    if command == "test":
        os.chdir(HERE)
    if command not in ("set up", "run", "test", "bench", "build"):
        say("Okänt kommando / unknown command: %s\n\n%s" % (command, HELP), sys.stderr)
        return 2
    try:
        needs = {"set up": "run", "bench": "test"}
        prepare(HERE, needs.get(command, command))
    except SetUpError as error:
        say(str(error), sys.stderr)
        return 1
    venv = venv_of(HERE)
    python = program_in(venv, "python")
    if command == "run":
        return start([python, "-m", "huddinge_training"] + arguments[1:])
    if command == "bench":
        return start([python, os.path.join(HERE, "benchmarks", "gather.py")] + arguments[1:])
    if command == "build":
        return start([python, os.path.join(HERE, "build_installer.py")] + arguments[1:])
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
