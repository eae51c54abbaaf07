# -*- coding: utf-8 -*-
"""What is wanted of a set-up, and what an earlier one has done: the stamp in .venv."""

import hashlib
import json
import os
import sys

from set_up.system import system_needs

STAMP_NAME = "kompassen-stamp.json"
SET_UP_EDITION = "1"  # Raise it to make every checkout build its .venv anew.


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

    `command` is "run", "test" or "build".  The steps are done in the order of step_names().
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
    if command in ("test", "build"):
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
