"""HR's page: sums, an export in the background that can be stopped, the ledger checked."""

import csv
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from examples import TODAY
from openpyxl import load_workbook
from PySide6.QtWidgets import QComboBox, QLineEdit, QProgressBar, QPushButton
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.stages import AMINA, PASSPHRASE, VISION, complete, set_passphrase, store_person

from huddinge_training.domain.person import Person
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.background import Report
from huddinge_training.ui.hr.report_page import ReportPage


@pytest.fixture
def report(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """Opened by HR; one person has done one module."""
    complete(sources, person, VISION)
    set_passphrase(sources)
    return unlocked(open_desktop(sources), PASSPHRASE)


def unlocked(desktop: Desktop, passphrase: str) -> Desktop:
    desktop.do("rail_hr")
    desktop.fill("passphrase", passphrase)
    desktop.press(Key.Key_Return)
    desktop.wait_for("sums")
    return desktop


def test_the_sums_of_today_and_the_state_of_the_course(report: Desktop, person: Person) -> None:
    words = report.words("sums")
    assert report.app.presentation.language.date(TODAY) in words
    mine = report.workspace.learning.overview(person).modules
    assert f"{round(100 / len(mine))}\u00a0%" in words
    for module in report.workspace.loaded_course.course.modules:
        assert module.title.sv in report.words("content_card")


def test_a_screen_reader_hears_the_sums_on_arrival(report: Desktop) -> None:
    sums = report.words("sums").split("\n")
    assert report.read_on_arrival == ". ".join(sums)


def test_an_export_is_written_read_back_and_logged(report: Desktop, tmp_path: Path) -> None:
    report.dialogs.path = tmp_path / "ut.xlsx"
    report.tab_to("with_names")
    report.press(Key.Key_Space)
    report.do("export")
    report.wait_for("page_message")
    assert str(tmp_path / "ut.xlsx") in report.words("page_message")
    sheets = load_workbook(tmp_path / "ut.xlsx").worksheets
    cells = [str(c.value) for sheet in sheets for row in sheet.iter_rows() for c in row]
    assert AMINA.name in cells
    assert AMINA.employee_number in cells
    assert report.dialogs.suggested == [f"etik_slutforda_{TODAY.isoformat()}_v1.xlsx"]
    with Workspace.open(report.workspace.sources) as workspace:
        assert len(workspace.hr_reports.exports()) == 1
    assert report.find(QPushButton, "export").isEnabled()
    assert not report.has("cancel_export")


@pytest.mark.parametrize(("index", "ending"), [(1, "csv"), (2, "csv"), (3, "json")])
def test_every_kind_of_file_can_be_chosen_and_has_no_names_unless_asked(
    report: Desktop, tmp_path: Path, index: int, ending: str
) -> None:
    report.dialogs.path = tmp_path / f"ut.{ending}"
    report.tab_to("format")
    for _ in range(index):
        report.press(Key.Key_Down)
    report.do("export")
    report.wait_for("page_message")
    text = report.dialogs.path.read_text(encoding="utf-8-sig")
    assert AMINA.employee_number in text
    assert AMINA.name not in text
    if ending == "csv":
        delimiter = ";" if index == 1 else ","
        rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
        assert len({len(row) for row in rows if len(row) > 1}) <= 2


@pytest.mark.parametrize("day", ["7 mars", "2026-02-30", ""])
def test_a_day_that_is_none_is_said_and_nothing_is_asked(report: Desktop, day: str) -> None:
    report.fill("as_of", day)
    report.do("export")
    assert report.has("page_message")
    assert report.dialogs.suggested == []


def test_a_unit_that_does_not_exist_is_a_sentence_and_no_file(
    report: Desktop, tmp_path: Path
) -> None:
    report.dialogs.path = tmp_path / "ut.xlsx"
    report.fill("unit", "Månbasen")
    report.do("export")
    report.wait_for("page_message")
    assert "Månbasen" in report.words("page_message")
    assert list(tmp_path.glob("*.xlsx")) == []
    assert report.find(QLineEdit, "unit").text() == "Månbasen"


def test_nobody_to_report_on_is_a_sentence(report: Desktop, tmp_path: Path) -> None:
    report.dialogs.path = tmp_path / "ut.xlsx"
    report.fill("as_of", (TODAY - timedelta(days=1)).isoformat())
    report.do("export")
    report.wait_for("page_message")
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_folder_that_is_not_there_is_a_sentence(report: Desktop, tmp_path: Path) -> None:
    report.dialogs.path = tmp_path / "nowhere" / "ut.xlsx"
    report.do("export")
    report.wait_for("page_message")
    assert str(tmp_path / "nowhere") in report.words("page_message")


def test_not_choosing_a_file_exports_nothing(report: Desktop) -> None:
    report.do("export")
    assert not report.has("page_message")
    assert not report.has("cancel_export")


def test_what_is_filled_in_stays_when_the_text_grows(report: Desktop) -> None:
    report.tab_to("format")
    report.press(Key.Key_Down)
    report.fill("unit", "Skol")
    report.do("with_names")
    report.press(Key.Key_Plus, Modifier.ControlModifier)
    assert report.find(QLineEdit, "unit").text() == "Skol"
    assert report.find(QComboBox, "format").currentIndex() == 1
    assert report.focused == "with_names"


def test_units_that_people_missed_are_counted(open_desktop: OpenDesktop, sources: Sources) -> None:
    store_person(sources, replace(AMINA, unit_code="", unit_missing=True))
    set_passphrase(sources)
    desktop = unlocked(open_desktop(sources), PASSPHRASE)
    assert "1" in desktop.words("units_missing")


# --- The ledger ----------------------------------------------------------------------------


def test_a_whole_ledger_is_whole_and_shows_its_head(report: Desktop) -> None:
    report.do("verify")
    report.wait_for("page_message")
    head = report.workspace.learning.ledger_head()
    assert str(head) in report.words("page_message")


def test_a_changed_ledger_is_found(report: Desktop) -> None:
    with closing(sqlite3.connect(report.workspace.sources.paths.database)) as raw, raw:
        raw.execute("DROP TRIGGER ledger_is_unchanged")
        raw.execute("UPDATE ledger SET body = replace(body, '2026', '2025')")
    report.do("verify")
    report.wait_for("page_message")
    assert report.say("Entry {number} has been changed after it was written.", number=1) in (
        report.words("page_message")
    )


# --- A long export -------------------------------------------------------------------------


@pytest.fixture
def gate(report: Desktop) -> Iterator[threading.Event]:
    """Keeps the one worker from beginning with the export until it is set."""
    gate = threading.Event()

    def work(report_progress: Report) -> object:
        while not gate.wait(0.01):
            report_progress(0, 1)
        return None

    report.app.background.start(work)
    yield gate
    gate.set()


@pytest.fixture
def busy(report: Desktop, gate: threading.Event, tmp_path: Path) -> Desktop:
    """An export that is going on."""
    report.dialogs.path = tmp_path / "ut.xlsx"
    report.do("export")
    return report


def test_an_export_shows_how_far_it_is(busy: Desktop) -> None:
    page = busy.page
    assert isinstance(page, ReportPage)
    page.show_progress(3, 7)
    bar = busy.page.findChildren(QProgressBar)[0]
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (3, 7)
    assert busy.say("{done} of {total} rows", done=3, total=7) in busy.words("export_card")


def test_an_export_can_be_stopped_and_leaves_no_file(
    busy: Desktop, gate: threading.Event, tmp_path: Path
) -> None:
    assert busy.focused == "cancel_export"
    assert not busy.find(QPushButton, "export").isEnabled()
    busy.press(Key.Key_Space)
    gate.set()
    busy.wait_for("page_message")
    assert list(tmp_path.glob("*.xlsx*")) == []
    assert busy.focused == "export"
    assert busy.find(QPushButton, "export").isEnabled()


def test_an_export_goes_on_while_text_grows_and_other_places_are_looked_at(
    busy: Desktop, gate: threading.Event, tmp_path: Path
) -> None:
    busy.press(Key.Key_Plus, Modifier.ControlModifier)
    assert busy.has("cancel_export")
    assert not busy.find(QPushButton, "export").isEnabled()
    busy.do("rail_hr")
    unlocked(busy, PASSPHRASE)
    assert busy.has("cancel_export")
    busy.do("rail_settings")
    gate.set()
    busy.wait_for("page_message")
    assert str(tmp_path / "ut.xlsx") in busy.words("page_message")
    assert (tmp_path / "ut.xlsx").exists()


def test_closing_the_window_ends_an_export_without_half_a_file(
    busy: Desktop, tmp_path: Path
) -> None:
    busy.close()
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
