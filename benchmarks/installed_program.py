"""The installed program beside the bare PySide6 window of a checkout, and beside Anki.

``python benchmarks/installed_program.py [--runs 9] [--deb FILE]``. Without a package it is built
first. All three are started by turns on a virtual screen, a returning person's data folder lies
ready, and Anki has been through its questions; the time ends when the X server maps the window.
Two seconds later the memory is read: the share of the whole process tree (PSS), so that what the
system shares among programs is not counted twice.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from figures import Spread, head, machine, row, verdict
from peers import peer
from prepared import prepare_returning_person
from screen import MappedWindows, virtual_screen

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FEWEST_RUNS = 7
LONGEST_SECONDS, REST_SECONDS = 60, 2
BARE, OURS, ANKI = "bare PySide6 window, from a checkout", "the installed program", "Anki"
GOALS = {"deb": 65, "installed": 205, "start": 1.3, "anki": 0.5, "memory": 1.6}
LARGEST = 10
BUTTON = ("810", "536")
"""Where Anki's OK is on a screen of 1280 by 900 pixels."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds until the window is there, and MB at rest."""

    wall: float
    memory: float


def main() -> None:
    """Measures size, start and memory, and prints a table of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9, help="starts of each (at least 7)")
    parser.add_argument("--deb", type=Path, help="the package; otherwise it is built")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = options.deb or _built(folder)
        installed = folder / "installed"
        subprocess.run(["dpkg-deb", "--extract", package, installed], check=True)
        runs = max(FEWEST_RUNS, options.runs)
        print(f"{machine()}; {runs} starts of each after one to warm up, xcb under Xvfb")
        starts = _starts(installed, folder, runs)
        _print_starts(starts)
        _print_sizes(package, installed)


def _built(folder: Path) -> Path:
    command = [sys.executable, "build_installer.py", "--target", "deb", "--output", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the package could not be built:\n{done.stdout}{done.stderr}")
    (package,) = folder.glob("*.deb")
    return package


# --- Start and memory --------------------------------------------------------------------


def _starts(installed: Path, folder: Path, runs: int) -> dict[str, list[Start]]:
    program = next((installed / "usr" / "bin").iterdir())
    data_dir, anki_folder = folder / "returning", folder / "anki"
    prepare_returning_person(data_dir)
    commands: dict[str, list[str | Path]] = {
        BARE: [sys.executable, HERE / "bare_window.py", "--stay"],
        OURS: [_inside(installed, program), "--data-dir", data_dir],
        ANKI: [peer("anki"), "-b", anki_folder],
    }
    starts: dict[str, list[Start]] = {kind: [] for kind in commands}
    with virtual_screen() as display:
        environment = _environment(folder, display)
        _answer_anki(commands[ANKI], environment)
        windows = MappedWindows(display)
        for run in range(runs + 1):
            for kind, command in commands.items():
                start = _start(command, environment, windows)
                if run:
                    starts[kind].append(start)
        windows.close()
    return starts


def _inside(installed: Path, program: Path) -> Path:
    """A link of the package, followed within the folder that it has been unpacked into."""
    target = program.readlink() if program.is_symlink() else program
    if target.is_absolute() and not target.is_relative_to(installed):
        return installed / target.relative_to("/")
    return program.parent / target


def _environment(folder: Path, display: str) -> dict[str, str]:
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    return {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(runtime),
        "HUDDINGE_TRAINING_CONFIG": str(folder / "none.toml"),
        # Anki's browser refuses to start as root otherwise.
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }


def _start(
    command: Sequence[str | Path], environment: dict[str, str], windows: MappedWindows
) -> Start:
    windows.forget()
    began = time.monotonic_ns()
    process = _started(command, environment)
    try:
        wall = (windows.wait(LONGEST_SECONDS) - began) / 1e6
        time.sleep(REST_SECONDS)
        return Start(wall, _memory(process.pid))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(LONGEST_SECONDS)


def _started(command: Sequence[str | Path], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _answer_anki(command: Sequence[str | Path], environment: dict[str, str]) -> None:
    """Anki asks for a language, and whether one is sure, before its window comes once for all."""
    process = _started(command, environment)
    for keys in (["mousemove", *BUTTON, "click", "1"], ["key", "alt+y"], []):
        time.sleep(REST_SECONDS)
        if keys:
            subprocess.run(["xdotool", *keys], env=environment, check=True)
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(LONGEST_SECONDS)


def _memory(group: int) -> float:
    """MB of all processes of a group, each page shared out among those that use it."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[2]) == group:
                lines = (stat.parent / "smaps_rollup").read_text().splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            continue
    return total / 1024


def _print_starts(starts: dict[str, list[Start]]) -> None:
    wall = {kind: Spread.of([start.wall for start in found]) for kind, found in starts.items()}
    memory = {kind: Spread.of([start.memory for start in found]) for kind, found in starts.items()}
    head("Program", "first window", "ratio", "memory at rest (MB)", "ratio")
    for kind in starts:
        row(
            kind,
            wall[kind],
            f"{wall[kind].median / wall[BARE].median:.2f}",
            str(memory[kind]).removesuffix(" ms"),
            f"{memory[kind].median / memory[BARE].median:.2f}",
        )
    ours, bare, anki = (wall[kind].median for kind in (OURS, BARE, ANKI))
    verdict("first window, ratio to the bare window", ours / bare, GOALS["start"])
    verdict("first window, ratio to Anki’s", ours / anki, GOALS["anki"])
    verdict("memory, ratio to the bare window", memory[OURS].median / memory[BARE].median,
            GOALS["memory"])  # fmt: skip


# --- Size --------------------------------------------------------------------------------


def _print_sizes(package: Path, installed: Path) -> None:
    sizes = {
        file.relative_to(installed): file.stat().st_size
        for file in installed.rglob("*")
        if file.is_file() and not file.is_symlink()
    }
    verdict("size of the package", package.stat().st_size / 1e6, GOALS["deb"], " MB")
    verdict("size when installed", sum(sizes.values()) / 1e6, GOALS["installed"], " MB")
    head("Its largest files", "MB")
    for file in sorted(sizes, key=lambda file: -sizes[file])[:LARGEST]:
        row(f"`{file.name}`", f"{sizes[file] / 1e6:.1f}")


if __name__ == "__main__":
    main()
