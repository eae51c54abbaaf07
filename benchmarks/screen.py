"""The moment when a program's window comes up on a virtual screen, seen from outside."""

import ctypes
import ctypes.util
import select
import sys
import time
from pathlib import Path

# A screen that nobody sees is known to the tests.
sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from program.screen_reader import virtual_screen

__all__ = ["MappedWindows", "virtual_screen"]

SUBSTRUCTURE_NOTIFY, MAP_NOTIFY = 1 << 19, 19
SMALLEST_WINDOW = 200
"""Pixels: below it, it is a splash screen or a window that nobody sees."""


class _MapEvent(ctypes.Structure):
    """What Xlib calls XMapEvent."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
        # An event of another type may be longer: 24 longs are the longest.
        ("rest", ctypes.c_long * 24),
    ]


class MappedWindows:
    """Watches a screen for windows that come up. For one thread; close it at the end."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        opened = self._x11.XOpenDisplay(display.encode())
        if not opened:
            raise SystemExit(f"no X server at {display}")
        self._display = ctypes.c_void_p(opened)
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        self._x11.XSelectInput(self._display, self._root, ctypes.c_long(SUBSTRUCTURE_NOTIFY))
        self._x11.XSync(self._display, 0)

    def wait(self, seconds: float) -> int:
        """The monotonic time, in ns, at which the next real window came; TimeoutError if none."""
        deadline = time.monotonic() + seconds
        event = _MapEvent()
        while (left := deadline - time.monotonic()) > 0:
            if not self._x11.XPending(self._display):
                select.select([self._x11.XConnectionNumber(self._display)], [], [], left)
                continue
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            now = time.monotonic_ns()
            if event.type == MAP_NOTIFY and self._is_large(ctypes.c_ulong(event.window)):
                return now
        raise TimeoutError(f"no window within {seconds} s")

    def forget(self) -> None:
        """Drops what has come up until now."""
        self._x11.XSync(self._display, 1)

    def close(self) -> None:
        """Leaves the screen."""
        self._x11.XCloseDisplay(self._display)

    def _is_large(self, window: ctypes.c_ulong) -> bool:
        root, numbers = ctypes.c_ulong(), [ctypes.c_int() for _ in range(6)]
        there = self._x11.XGetGeometry(
            self._display, window, ctypes.byref(root), *(ctypes.byref(n) for n in numbers)
        )
        width, height = numbers[2].value, numbers[3].value
        return bool(there) and min(width, height) >= SMALLEST_WINDOW
