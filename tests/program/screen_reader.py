"""The real program on a virtual screen, and a screen reader in another process beside it."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from program.running import PROGRAM

PATIENCE_SECONDS = 20
READER = Path(__file__).with_name("scripted_screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"


class Node(NamedTuple):
    """One thing on screen, as the accessibility bus tells of it."""

    role: str
    name: str
    states: list[str]


class ScreenReader:
    """Whoever does not see the screen: knows roles, names, states and what is announced."""

    def __init__(self, data_dir: Path, display: str, errors: Path) -> None:
        self._display, self._errors = display, errors
        ours, theirs = os.pipe()
        program = [*PROGRAM, "--data-dir", str(data_dir)]
        reader = [SYSTEM_PYTHON, "-I", str(READER), str(theirs)]
        with errors.open("w") as log:
            self._process = subprocess.Popen(
                ["dbus-run-session", "--", *reader, *program],
                env={
                    **os.environ,
                    "DISPLAY": display,
                    "GSETTINGS_BACKEND": "memory",
                    "QT_QPA_PLATFORM": "xcb",
                },
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=[theirs],
                start_new_session=True,
            )
        os.close(theirs)
        self._answers = os.fdopen(ours, encoding="utf-8")

    def ask(self, *question: str) -> Any:
        """One question and its answer; None while the screen is changing."""
        assert self._process.stdin is not None
        self._process.stdin.write((json.dumps(question) + "\n").encode())
        self._process.stdin.flush()
        answer = self._answers.readline()
        assert answer, self._errors.read_text(encoding="utf-8")
        return json.loads(answer)

    def look(self) -> list[Node]:
        """What is on screen, in the order of reading."""
        return [Node(**node) for node in self.ask("look") or ()]

    def heard(self) -> list[str]:
        """What was announced so far."""
        return list(self.ask("heard"))

    def press(self, role: str, name: str) -> None:
        """Presses something by its role and name, once it is there."""
        self.wait_until(lambda: self.ask("press", role, name) is True, f"{role} {name!r}")

    def wait_for(self, role: str, name: str, state: str = "") -> Node:
        """Until something of this role and name, and state if given, is on screen."""
        found: list[Node] = []

        def is_there() -> bool:
            found[:] = [
                node
                for node in self.look()
                if (node.role, node.name) == (role, name) and state in ("", *node.states)
            ]
            return bool(found)

        self.wait_until(is_there, f"{role} {name!r} {state}")
        return found[0]

    def wait_until(self, is_so: Callable[[], bool], wanted: str) -> None:
        """Until something is so, or a failure that tells what was there instead."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, f"no {wanted}: {self.look()}, {self.heard()}"

    def come_to_the_front(self, name: str) -> None:
        """Gives the window the keyboard, as the desktop does when it opens."""
        find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", name, "windowfocus"]
        environ = {**os.environ, "DISPLAY": self._display}
        subprocess.run(find, env=environ, check=True, timeout=PATIENCE_SECONDS)

    def close(self) -> None:
        """Ends the reader, and it the program."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, 9)
            self._process.wait(PATIENCE_SECONDS)
        self._answers.close()


@contextmanager
def virtual_screen() -> Iterator[str]:
    """The display of an X server without a screen; it chooses a free number itself."""
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[theirs],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    try:
        with os.fdopen(ours, encoding="ascii") as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)


@contextmanager
def reading_the_screen(data_dir: Path, errors: Path) -> Iterator[ScreenReader]:
    """The program over a data folder, and whoever reads its screen; ``errors`` is their log."""
    with ExitStack() as stack:
        reader = ScreenReader(data_dir, stack.enter_context(virtual_screen()), errors)
        stack.callback(reader.close)
        yield reader
