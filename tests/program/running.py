"""Runs the real program in a child process, with a terminal or without."""

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSPHRASE = "HUDDINGE_TRAINING_PASSPHRASE"
CONFIG = "HUDDINGE_TRAINING_CONFIG"
UNTIL = "2026-03-02"
PATIENCE_SECONDS = 60
PROGRAM = (sys.executable, "-W", "error", "-m", "huddinge_training")

Changes = Mapping[str, str]

# Root may write everywhere, unless it gives up that right before the program starts.
WITHOUT_THE_RIGHT_OF_ROOT = (
    sys.executable,
    "-c",
    "import ctypes, os, sys\n"
    "if os.geteuid() == 0 and ctypes.CDLL(None).prctl(24, 1, 0, 0, 0): sys.exit('prctl failed')\n"
    "os.execv(sys.argv[1], sys.argv[1:])",
)


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


def environment(changes: Changes | None = None) -> dict[str, str]:
    """The environment of a child: English, a fixed width, no passphrase unless given."""
    without = {key: value for key, value in os.environ.items() if key != PASSPHRASE}
    ours = {"LC_ALL": "en_US.UTF-8", "COLUMNS": "80"}
    return {CONFIG: os.devnull, **without, **ours, **(changes or {})}


def run(*arguments: object, environ: Changes | None = None, as_ordinary_user: bool = False) -> Done:
    """Runs a command to its end; ``environ`` are changes to its environment."""
    prefix = WITHOUT_THE_RIGHT_OF_ROOT if as_ordinary_user else ()
    done = subprocess.run(
        [*prefix, *PROGRAM, *map(str, arguments)],
        env=environment(environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def as_hr(
    *arguments: object, environ: Changes | None = None, as_ordinary_user: bool = False
) -> Done:
    """The same with the passphrase of made-up data."""
    known = {PASSPHRASE: "demo", **(environ or {})}
    return run(*arguments, environ=known, as_ordinary_user=as_ordinary_user)


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


class Terminal:
    """A child whose keyboard and screen are a terminal; results still go to a pipe."""

    def __init__(self, *arguments: object, environ: Changes | None = None) -> None:
        import pty

        self._ours, theirs = pty.openpty()
        # A shell has what it runs in the background ignore Ctrl C, and that is inherited.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            env=environment(environ),
            stdin=theirs,
            stderr=theirs,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        signal.signal(signal.SIGINT, before)
        os.close(theirs)
        self.screen = ""

    def wait_for(self, words: str) -> None:
        """Returns when the words stand on the screen."""
        while words not in self.screen:
            self.screen += self._read()

    def type(self, text: str) -> None:
        """Types a line."""
        os.write(self._ours, f"{text}\n".encode())

    def end(self) -> Done:
        """Waits for the end; the screen holds all that stood on it."""
        while text := self._read():
            self.screen += text
        out, _ = self.process.communicate(timeout=PATIENCE_SECONDS)
        return Done(self.process.returncode, out.decode("utf-8"), self.screen)

    def close(self) -> None:
        """Ends the child if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate(timeout=PATIENCE_SECONDS)
        os.close(self._ours)

    def _read(self) -> str:
        try:
            return os.read(self._ours, 65536).decode("utf-8", errors="replace")
        except OSError:  # Linux says so when the other end is closed
            return ""


@contextmanager
def terminal(*arguments: object, environ: Changes | None = None) -> Iterator[Terminal]:
    """A terminal that is closed at the end."""
    opened = Terminal(*arguments, environ=environ)
    try:
        yield opened
    finally:
        opened.close()
