"""The first window waits for nothing that it does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from examples import FakeClock
from ui.desktop import sources_of
from ui.sharing import BO, store_people
from ui.stages import AMINA, VALUES, begin, store_person

from huddinge_training.services.workspace import Workspace

# Each takes longer to import than the window may, or is for files that nobody has asked for.
LATER = {
    "h11", "nacl", "openpyxl", "segno", "sqlite_utils", "starlette", "typst", "uvicorn",
    "xlsxwriter", "yaml",
    "PySide6.QtNetwork", "PySide6.QtPrintSupport", "logging.handlers",
    "huddinge_training.exports.xlsx_file", "huddinge_training.phone",
    "huddinge_training.services.live_session", "huddinge_training.ui.facilitator",
    "huddinge_training.ui.hr", "huddinge_training.ui.projector",
    "huddinge_training.ui.learner.reading_page", "huddinge_training.ui.learner.scenario_page",
}  # fmt: skip

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from huddinge_training.app import App
from huddinge_training.services.workspace import open_sources
from huddinge_training.ui.dialogs import QtDialogs

qt = QApplication(sys.argv[:1])
qt.setStyle("Fusion")
data_dir = Path(sys.argv[1])
app = App(qt, open_sources(data_dir), QtDialogs(), lambda: open_sources(data_dir))
app.start()
assert QTest.qWaitForWindowExposed(app.window)
print(type(app.window.page).__name__, *sorted(sys.modules))
app.warm_up()
print("sqlite_utils" in sys.modules)
app.close()
"""


def first_window(data_dir: Path) -> tuple[str, set[str], bool]:
    """The first page, the modules imported for it, and whether it is warm later."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(data_dir)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    shown, is_warm = done.stdout.decode().splitlines()
    page, *modules = shown.split()
    return page, set(modules), is_warm == "True"


@pytest.fixture
def known(data_dir: Path) -> Path:
    """A data folder from an earlier start: up to date, and with a warm cache."""
    with Workspace.open(sources_of(data_dir, FakeClock())) as workspace:
        assert workspace.loaded_course.course.modules
        assert workspace.organisation.units
    return data_dir


def test_home_is_shown_before_anything_heavy_is_imported(known: Path) -> None:
    sources = sources_of(known, FakeClock())
    person = store_person(sources)
    begin(sources, person, VALUES, until=lambda visit: visit.attempt.item_number == 1)
    page, modules, is_warm = first_window(known)
    assert (page, LATER & modules, is_warm) == ("HomePage", set(), True)


def test_the_first_start_over_an_old_folder_imports_nothing_heavy_either(known: Path) -> None:
    page, modules, is_warm = first_window(known)
    assert (page, LATER & modules, is_warm) == ("LanguagePage", set(), True)


def test_who_is_here_is_asked_before_anything_heavy_is_imported(known: Path) -> None:
    store_people(sources_of(known, FakeClock()), AMINA, BO)
    page, modules, is_warm = first_window(known)
    assert (page, LATER & modules, is_warm) == ("ChooserPage", set(), True)


def test_a_damaged_folder_is_told_without_anything_heavy(data_dir: Path) -> None:
    (data_dir / "kompassen.db").write_bytes(b"this is not a database, " * 400)
    page, modules, is_warm = first_window(data_dir)
    assert (page, LATER & modules, is_warm) == ("ProblemPage", set(), False)
