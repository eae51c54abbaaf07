"""A screen reader's side of the accessibility bus: looks, presses and listens as it is told.

``/usr/bin/python3 scripted_screen_reader.py NUMBER PROGRAM…`` in a session bus of its own; it
is the system's Python that has ``gi``. It starts the program, and ends it when standard input
ends. It answers after each line of JSON, on the pipe of that number, since the daemons of the
bus write to standard output:

    ["look"]                 what is on screen and has a name, or could have the keyboard
    ["press", ROLE, NAME]    whether there was such a thing; it was pressed
    ["heard"]                what was announced so far

What has gone while it was looked at gives null.
"""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
Gio = importlib.import_module("gi.repository.Gio")
GLib = importlib.import_module("gi.repository.GLib")

STATES = {
    "checked": Atspi.StateType.CHECKED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "focused": Atspi.StateType.FOCUSED,
}


def turn_on() -> None:
    """Tells the desktop that somebody reads the screen, as a screen reader does at its start."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        what = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", what,
            None, Gio.DBusCallFlags.NONE, -1,
        )  # fmt: skip


def shown(node: Any) -> Iterator[Any]:
    """A node and what is in it, as far as it is on screen."""
    yield node
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from shown(child)


def everything() -> Iterator[Any]:
    """What is on screen, of every program on the bus."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None:
            program.set_cache_mask(Atspi.Cache.NONE)
            yield from shown(program)


def described(node: Any) -> dict[str, Any]:
    """Its role, its name and the states that count here."""
    states = node.get_state_set()
    has = [name for name, state in STATES.items() if states.contains(state)]
    return {"role": node.get_role_name(), "name": node.get_name(), "states": has}


def look() -> object:
    """Everything with a name, and what ought to have one."""
    nodes = [described(node) for node in everything()]
    return [node for node in nodes if node["name"] or "focusable" in node["states"]]


def press(role: str, name: str) -> object:
    """Does what a node is for; whether there was one."""
    for node in everything():
        if (node.get_role_name(), node.get_name()) == (role, name):
            return bool(node.do_action(0))
    return False


def main(pipe: int, program: list[str]) -> None:
    """Reads questions until there are no more."""
    heard: list[str] = []
    turn_on()
    Atspi.init()
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    context = GLib.MainContext.default()
    questions: dict[str, Callable[..., object]] = {
        "look": look, "press": press, "heard": lambda: heard,
    }  # fmt: skip
    running = subprocess.Popen(program)
    try:
        for line in sys.stdin:
            while context.iteration(False):
                pass
            name, *details = json.loads(line)
            try:
                answer = questions[name](*details)
            except GLib.Error:  # what was on screen has gone while it was looked at
                answer = None
            os.write(pipe, (json.dumps(answer) + "\n").encode())
    finally:
        running.terminate()
        running.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
