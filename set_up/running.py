# -*- coding: utf-8 -*-
"""Runs programs quietly and says things, also on a terminal that knows ASCII only."""

import os
import subprocess
import sys


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


def run_quietly(arguments, environ=None):
    """Runs a program; returns (exit code, everything it printed)."""
    process = subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=environ or child_environment(),
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
