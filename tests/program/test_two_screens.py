"""The big picture goes to the projector, remembers which, and survives that it is unplugged.

In a child process, since the screens of Qt's offscreen platform are given once, by a file.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ui.meetings import store_manager

from huddinge_training.services.workspace import default_sources

TESTS = Path(__file__).parent.parent
LEADER = Path(__file__).with_name("scripted_screens.py")
Moments = list[tuple[str, str | None]]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A manager's computer."""
    store_manager(default_sources(tmp_path / "manager"))
    return tmp_path / "manager"


def lead(data_dir: Path, *screens: str) -> tuple[Moments, list[str], str]:
    """A meeting with these screens: the moments, the words, and which is the leader's."""
    given = [
        {
            "name": name, "x": 1920 * place, "y": 0, "width": 1920, "height": 1080,
            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
        }
        for place, name in enumerate(screens)
    ]  # fmt: skip
    file = data_dir.parent / "screens.json"
    file.write_text(json.dumps({"screens": given}), "utf-8")
    done = subprocess.run(
        [sys.executable, LEADER, data_dir],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([*sys.path, str(TESTS)]),
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        },
        check=True, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return (
        [(t["moment"], t["screen"]) for t in told],
        [t["words"] for t in told],
        told[0]["leaders"],
    )


def test_it_fills_the_other_screen_goes_when_that_goes_and_comes_back_with_it(
    data_dir: Path,
) -> None:
    moments, words, _ = lead(data_dir, "Laptop", "Projektor")
    assert moments == [
        ("start", "Projektor"), ("out", None), ("in", "Projektor"),
        ("flip", None), ("flip", "Projektor"),
    ]  # fmt: skip
    assert "F11" in words[1]


def test_the_screen_of_last_time_is_chosen_among_several_and_not_missed_when_it_is_gone(
    data_dir: Path,
) -> None:
    lead(data_dir, "Laptop", "Projektor")
    assert lead(data_dir, "Laptop", "Annan", "Projektor")[0][0] == ("start", "Projektor")
    [(_, screen), *_], _, leaders = lead(data_dir, "Laptop", "Annan")
    assert {screen, leaders} == {"Laptop", "Annan"}
    # With one screen it comes only when it is asked for, over the leader's window.
    assert lead(data_dir, "Laptop")[0] == [("start", None), ("flip", "Laptop"), ("flip", None)]
