"""Draws every screen, light and dark, in Swedish and English, into ``docs/screenshots``.

``python tools/screenshots.py [folder]``. The pictures are the same on every machine, since the
font is bundled and the clock is set.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget

from huddinge_training.app import App
from huddinge_training.domain.course import RoleId
from huddinge_training.domain.person import Profile
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.scenario import Grade
from huddinge_training.services.clock import Clock
from huddinge_training.services.workspace import Sources, Workspace, default_sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.first_start.who_page import WhoPage
from huddinge_training.ui.hr.report_page import ReportPage
from huddinge_training.ui.hr.unlock_page import UnlockPage
from huddinge_training.ui.learner.help_dialog import HelpDialog
from huddinge_training.ui.learner.scenario_page import ScenarioPage

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)
PASSPHRASE = "blåbär cykel fönster måne"
PERSON = Profile(
    name="Amina Lindqvist", role=RoleId("forskola"), employee_number="104233", unit_code="BUF-101"
)


def main(folder: Path) -> None:
    """Draws everything into the folder, one file a screen, theme and language."""
    folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    qt.setStyle("Fusion")
    for language in ("sv", "en"):
        for theme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as data:
                for name, window in _screens(qt, Path(data), language, theme):
                    _settle(qt)
                    window.grab().save(str(folder / f"{name}-{language}-{theme}.png"))
                    print(f"{name}-{language}-{theme}")


def _screens(
    qt: QApplication, data: Path, language: str, theme: str
) -> Iterator[tuple[str, QWidget]]:
    sources = replace(default_sources(data), clock=Clock(lambda: NOW))
    preferences = Preferences(language=language, theme="dark" if theme == "dark" else "light")
    with Workspace.open(sources) as workspace:
        workspace.save_preferences(preferences)
    app = _started(qt, sources)
    yield "first-start-language", app.window
    _click(app, "go_on")
    _settle(qt)
    _click(app, "go_on")
    yield "who-problems", app.window
    page = app.window.page
    assert isinstance(page, WhoPage)
    page.form.fill(PERSON)
    yield "who", app.window
    _click(app, "go_on")
    yield "start", app.window
    _click(app, "start")
    yield "home-new", app.window
    _click(app, "next")
    yield "reading", app.window
    yield from _scenarios(qt, app)
    _click(app, "rail_my_data")
    yield "my-data", app.window
    app.window.help_asked.emit()
    dialog = app.window.findChild(HelpDialog)
    assert dialog is not None
    yield "five-steps", dialog
    dialog.close()
    app.window.close()
    app.close()
    yield from _later_screens(qt, replace(sources, clock=Clock(lambda: LATER)))


def _scenarios(qt: QApplication, app: App) -> Iterator[tuple[str, QWidget]]:
    """One module to its end, then home, then a dilemma of another module."""
    seen = set()
    while app.window.findChild(QPushButton, "home") is None:
        page = app.window.page
        if isinstance(page, ScenarioPage) and page.findChild(QPushButton, "answer"):
            if "scenario" not in seen:
                seen.add("scenario")
                yield "scenario", app.window
            grade = Grade.BEST if "answered" in seen else Grade.ACCEPTABLE
            options = page.scenario.options
            option = next((o for o in options if o.grade is grade), options[0])
            radio = page.findChild(QRadioButton, f"radio_{option.id}")
            assert radio is not None
            radio.setChecked(True)
            _click(app, "answer")
            if "answered" not in seen:
                seen.add("answered")
                yield "scenario-answered", app.window
        _click(app, "go_on")
        _settle(qt)
    yield "module-done", app.window
    _click(app, "home")
    yield "home", app.window


def _later_screens(qt: QApplication, sources: Sources) -> Iterator[tuple[str, QWidget]]:
    with Workspace.open(sources) as workspace:
        workspace.hr_door.set_up(PASSPHRASE)
    app = _started(qt, sources)
    yield "home-follow-up", app.window
    _click(app, "rail_hr")
    yield "hr-unlock", app.window
    page = app.window.page
    assert isinstance(page, UnlockPage)
    page.field.setText(PASSPHRASE)
    _click(app, "unlock")
    while not isinstance(app.window.page, ReportPage):
        qt.processEvents()  # it is counted in the background
    yield "hr", app.window
    _click(app, "rail_settings")
    yield "settings", app.window
    app.window.close()
    app.close()
    sources.paths.database.write_bytes(b"this is not a database, " * 400)
    damaged = _started(qt, sources)
    yield "problem", damaged.window
    damaged.window.close()
    damaged.close()


def _started(qt: QApplication, sources: Sources) -> App:
    app = App(qt, sources, QtDialogs())
    app.window.resize(1120, 760)
    app.start()
    return app


def _click(app: App, name: str) -> None:
    found = app.window.findChildren(QPushButton, name)
    assert found, name
    found[-1].click()


def _settle(qt: QApplication) -> None:
    for _ in range(4):
        qt.processEvents()
        qt.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: pages that have been left


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/screenshots"))
