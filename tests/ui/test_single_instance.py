"""One program a data folder: a second start raises the first window and ends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from huddinge_training.ui.single_instance import SingleInstance

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from huddinge_training.ui.single_instance import SingleInstance

qt = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def first(data_dir: Path, qapp: object) -> Iterator[SingleInstance]:
    instance = SingleInstance(data_dir)
    assert instance.acquire()
    instance.listen()
    yield instance
    instance.close()


def second_start(data_dir: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "huddinge_training", "--data-dir", str(data_dir)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def test_a_second_start_raises_the_first_and_ends(
    first: SingleInstance, qtbot: QtBot, data_dir: Path
) -> None:
    with qtbot.waitSignal(first.raised, timeout=20_000):
        second = second_start(data_dir)
    output, _ = second.communicate(timeout=20)
    assert (second.returncode, output) == (0, b"")
    assert not (data_dir / "kompassen.db").exists()


def test_another_folder_is_another_program(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "other")
    assert other.acquire()
    other.close()


def test_the_same_folder_by_another_name_is_the_same(first: SingleInstance, data_dir: Path) -> None:
    assert not SingleInstance(data_dir / ".." / data_dir.name).acquire()


def test_once_closed_the_folder_is_free(first: SingleInstance, data_dir: Path) -> None:
    first.close()
    again = SingleInstance(data_dir)
    assert again.acquire()
    again.close()


def test_a_first_start_that_does_not_listen_yet_still_holds_the_folder(
    data_dir: Path, qapp: object
) -> None:
    with ExitStack() as stack:
        first = SingleInstance(data_dir)
        stack.callback(first.close)
        assert first.acquire()
        assert not SingleInstance(data_dir).acquire()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_program_does_not_hold_the_folder(data_dir: Path, qapp: object) -> None:
    command = [sys.executable, "-c", HOLDER, str(data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        mine = SingleInstance(data_dir)
        assert not mine.acquire()
        holder.kill()
    assert mine.acquire()
    mine.listen()
    mine.close()
