# -*- coding: utf-8 -*-
"""The system's libraries and programs: which are missing, and the one line that installs them."""

import ctypes
import glob
import os
import shutil

from set_up.running import run_quietly, say

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
    ("nsis", ("makensis",)),
    ("wine64", ("/usr/lib/wine/wine64",)),
    ("binutils", ("objdump",)),
    ("debootstrap", ("/usr/sbin/debootstrap",)),
)


def system_needs(command, environ):
    """(Debian package, soname or tuple of programs) that the command needs on Linux.

    A run that asks for the offscreen platform needs no X11; the tests need everything.
    """
    needs = list(OFFSCREEN_LIBRARIES)
    if command in ("test", "build") or environ.get("QT_QPA_PLATFORM", "") not in (
        "offscreen",
        "minimal",
    ):
        needs.extend(X11_LIBRARIES)
    if command == "test":
        needs.extend(TEST_PROGRAMS)
    if command == "build":
        needs.append(("binutils", ("objdump",)))
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
    try:
        ctypes.CDLL(sign)
    except OSError:
        return False
    return True


def program_is_there(name):
    if "/" in name:
        return bool(glob.glob(name))
    return shutil.which(name) is not None


def set_up_system(command):
    """Installs what is missing as root, or says what is missing; returns success."""
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
