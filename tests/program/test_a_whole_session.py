"""A meeting from its plan to HR's ledger: twelve phones, both results, the list, and the file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import FakeClock
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from ui.desktop import Desktop, closing_at_end, sources_of
from ui.meetings import (
    go_to,
    join,
    leading,
    plan,
    press,
    room_words,
    store_manager,
    unfinished,
    vote,
)

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.services.workspace import Workspace

EXPECTED = "\n".join(f"Person {name}; {n:04}" for n, name in enumerate("ABCDEFGHIJKL"))


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """The program of a manager over an empty data folder."""
    assert qapp.applicationName() is not None
    hook = sys.excepthook
    (tmp_path / "manager").mkdir()
    sources = sources_of(tmp_path / "manager", FakeClock())
    store_manager(sources)
    with closing_at_end(Desktop(sources)) as desktop:
        yield desktop
    sys.excepthook = hook


def test_a_meeting_is_planned_led_and_counted_by_hr(desktop: Desktop, tmp_path: Path) -> None:
    plan(desktop)
    desktop.find(QPlainTextEdit, "expected_people").setPlainText(EXPECTED)
    press(desktop, "start_meeting")
    desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
    phones = join(leading(desktop).led.live, 12)

    vote(desktop, phones, StepKind.VOTE_1, choice=0)
    press(desktop, "on", "on", "perspective")
    vote(desktop, phones, StepKind.VOTE_2, choice=1)
    go_to(desktop, StepKind.REVEAL)
    press(desktop, "reveal")
    desktop.wait_for("shown")
    words = room_words(desktop)
    assert words.count("12 (100 %)") == 2
    assert words.index("A 12") < words.index("B 12")

    press(desktop, "on", "on")
    desktop.fill("agreement", "Vi frågar en kollega först.")
    press(desktop, "on", "confirm_list", "finish", "end")
    file = tmp_path / "traff.traff"
    desktop.dialogs.path = file
    press(desktop, "save_package", "close_session")
    desktop.wait_for("agreements_card")
    assert "Vi frågar en kollega först." in desktop.words("agreements_card")

    (tmp_path / "hr").mkdir()
    with Workspace.open(sources_of(tmp_path / "hr", FakeClock())) as hr:
        first = hr.group_packages.take(file)
        assert first.recorded.new == 12
        again = hr.group_packages.take(file)
        assert (again.recorded.new, again.recorded.known) == (0, 12)
        [discussed] = first.package.facts.discussed
        assert discussed.votes == (12, 12)
        assert discussed.counts is not None
        assert [max(counts.values()) for counts in discussed.counts] == [12, 12]


def test_nothing_that_the_program_leaves_behind_holds_a_token(
    desktop: Desktop, tmp_path: Path
) -> None:
    plan(desktop)
    press(desktop, "start_meeting")
    desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
    phones = join(leading(desktop).led.live, 12)
    vote(desktop, phones, StepKind.VOTE_1)
    go_to(desktop, StepKind.PLENARY)
    desktop.wait_until(lambda: unfinished(desktop)[0].kept.place == 5)
    assert traces(tmp_path, phones) == []
    vote(desktop, phones, StepKind.VOTE_2)
    go_to(desktop, StepKind.REVEAL)
    press(desktop, "reveal")
    desktop.wait_for("shown")
    assert traces(tmp_path, phones) == []
    go_to(desktop, StepKind.ATTENDANCE)
    press(desktop, "finish", "end")
    for name, file in (("package", "a.traff"), ("summary", "b.html"), ("copy", "c.html")):
        desktop.dialogs.path = tmp_path / file
        press(desktop, f"save_{name}")
    press(desktop, "close_session")
    desktop.wait_for("new_plan")
    assert {file.name for file in tmp_path.iterdir()} >= {"a.traff", "b.html", "c.html"}
    assert traces(tmp_path, phones) == []


def traces(folder: Path, phones: list[str]) -> list[str]:
    """The files (database, write-ahead log, logs, exports) in which a phone's token stands."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.suffix == ".db" for file in files)
    return [
        file.name
        for file in files
        for left in [file.read_bytes()]
        if any(token.encode() in left for token in phones)
    ]
