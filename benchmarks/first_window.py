"""From the start of the process to the first usable window, against a bare PySide6 window.

``python benchmarks/first_window.py [--runs 15]``. Bare, new, returning, bare, … so that what
else runs on the machine hits all of them alike; the ratio of the medians is what counts.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from figures import Spread, head, machine, row, verdict
from prepared import prepare_returning_person
from screen import virtual_screen

HERE = Path(__file__).resolve().parent
BARE, NEW, RETURNING = "bare window", "new employee", "returning person"
GOAL = 1.3
LONGEST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Start:
    """One measured start, in milliseconds: on the clock, and on the processor."""

    wall: float
    cpu: float


def main() -> None:
    """Measures on every platform that is there and prints a table for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15, help="starts of each kind (at least 9)")
    runs = max(9, parser.parse_args().runs)
    print(f"{machine()}; {runs} runs of each after one to warm up")
    _measure("offscreen", runs, {"QT_QPA_PLATFORM": "offscreen"})
    if shutil.which("Xvfb"):
        with virtual_screen() as display:
            _measure("xcb under Xvfb", runs, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})
    else:
        print("xcb: left out, as there is no Xvfb")


def _measure(platform: str, runs: int, variables: dict[str, str]) -> None:
    starts: dict[str, list[Start]] = {BARE: [], NEW: [], RETURNING: []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = _environment(folder, variables)
        prepare_returning_person(folder / "returning")
        for run in range(runs + 1):
            measured = {
                BARE: _start(environment, HERE / "bare_window.py"),
                NEW: _start(environment, HERE / "program_window.py", folder / f"new-{run}"),
                RETURNING: _start(environment, HERE / "program_window.py", folder / "returning"),
            }
            for kind, start in measured.items():
                if run:
                    starts[kind].append(start)
    _print_table(platform, starts)


def _environment(folder: Path, variables: dict[str, str]) -> dict[str, str]:
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        **variables,
        "XDG_RUNTIME_DIR": str(runtime),
        "HUDDINGE_TRAINING_CONFIG": str(folder / "none.toml"),
    }
    # Without it the program would be compiled again at every start, which no user sees.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _start(environment: dict[str, str], *command: Path) -> Start:
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_SECONDS,
    )
    if done.returncode or not done.stdout:
        raise SystemExit(f"{command[0].name} ended with {done.returncode}: {done.stderr}")
    painted, cpu = (int(word) for word in done.stdout.split())
    return Start(wall=(painted - began) / 1e6, cpu=cpu / 1e6)


def _print_table(platform: str, starts: dict[str, list[Start]]) -> None:
    bare = Spread.of([start.wall for start in starts[BARE]])
    bare_cpu = Spread.of([start.cpu for start in starts[BARE]])
    head(f"Window, {platform}", "min / median / max", "ratio", "of minima", "of CPU time (min)")
    for kind, measured in starts.items():
        wall = Spread.of([start.wall for start in measured])
        cpu = Spread.of([start.cpu for start in measured])
        row(
            kind,
            wall,
            f"{wall.median / bare.median:.2f}",
            f"{wall.least / bare.least:.2f}",
            f"{cpu.least / bare_cpu.least:.2f}",
        )
    returning = Spread.of([start.wall for start in starts[RETURNING]])
    verdict(f"ratio of a {RETURNING}’s medians", returning.median / bare.median, GOAL)


if __name__ == "__main__":
    main()
