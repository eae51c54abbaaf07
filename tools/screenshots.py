"""Draws every screen, light and dark, in Swedish and English, into ``docs/screenshots``.

``python tools/screenshots.py [folder [meetings|sharing|learning]]``. The pictures are the same on
every machine, since the font is bundled and the clock is set; only the order of options and parts
is another each time.
What has many screens of its kind is drawn in Swedish and light, and in English and dark.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How each form is answered is known to the hands of the tests.
sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from examples import response_of
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from room_screenshots import meeting_screens, sharing_screens
from ui.answering import answer, take_way
from ui.clicking import Clicks
from ui.forms import FORMS, longest_way

from huddinge_training.app import App
from huddinge_training.domain.course import RoleId
from huddinge_training.domain.person import Profile
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Grade, Scenario
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
SIZE = (1120, 760)
TALLEST = 2600
SOME_LOOKS = {("sv", "light"), ("en", "dark")}
KINDS: dict[str, Callable[[Scenario], bool]] = {
    **{form: is_wanted for form, is_wanted in FORMS.items() if form != "choice"},
    "dilemma": lambda scenario: scenario.boundary is not None,
}
PASSPHRASE = "blåbär cykel fönster måne"
PERSON = Profile(
    name="Amina Lindqvist", role=RoleId("forskola"), employee_number="104233", unit_code="BUF-101"
)


def main(folder: Path, wanted: Sequence[str]) -> None:
    """Draws these parts into the folder, one file a screen, theme and language."""
    folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    qt.setStyle("Fusion")
    for language in ("sv", "en"):
        for theme in ("light", "dark"):
            for part in wanted:
                with tempfile.TemporaryDirectory() as data:
                    sources = _sources(Path(data), language, theme)
                    for name, window in PARTS[part](qt, sources):
                        _settle(qt)
                        window.grab().save(str(folder / f"{name}-{language}-{theme}.png"))
                        print(f"{name}-{language}-{theme}")


def _sources(data: Path, language: str, theme: str) -> Sources:
    sources = replace(default_sources(data), clock=Clock(lambda: NOW))
    preferences = Preferences(language=language, theme="dark" if theme == "dark" else "light")
    with Workspace.open(sources) as workspace:
        workspace.save_preferences(preferences)
    return sources


def _learning_screens(qt: QApplication, sources: Sources) -> Iterator[tuple[str, QWidget]]:
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
    yield from _welcome(app)
    _click(app, "next")
    yield "reading", app.window
    yield from _choice(app)
    with Workspace.open(sources) as workspace:
        wanted = workspace.load_preferences()
    if (wanted.language, wanted.theme) in SOME_LOOKS:
        yield from _kinds(qt, app)
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


def _welcome(app: App) -> Iterator[tuple[str, QWidget]]:
    """The welcome with its worked example, to its end."""
    _click(app, "next")
    page = _first_scenario(app)
    yield "welcome", app.window
    answer(_hands(app), page.scenario, response_of(page.scenario))
    _click(app, "go_on")
    yield "module-done", app.window
    _click(app, "home")


def _choice(app: App) -> Iterator[tuple[str, QWidget]]:
    """One choice before and after an answer, and home with a module that is not done."""
    page = _first_scenario(app)
    yield "scenario", app.window
    answer(_hands(app), page.scenario, response_of(page.scenario, Grade.ACCEPTABLE))
    yield "scenario-answered", app.window
    _click(app, "rail_home")
    yield "home", app.window
    yield from _pictures(app)


def _pictures(app: App) -> Iterator[tuple[str, QWidget]]:
    """A part of the compass and its text, and the goals."""
    _click(app, "drawn_princip-3")
    yield "compass-part", app.window
    _click(app, "goals")
    yield "goals", app.window
    _click(app, "back")


def _kinds(qt: QApplication, app: App) -> Iterator[tuple[str, QWidget]]:
    """One scenario of every other kind before and after an answer; a way on the way."""
    for kind, is_wanted in KINDS.items():
        scenario = _open_case(app, is_wanted)
        name = kind.replace("_", "-")
        response = response_of(scenario, Grade.ACCEPTABLE)
        if scenario.is_branching:
            response = longest_way(scenario)
            take_way(_hands(app), scenario, Response(response.partition("/")[0]))
        yield name, _whole_page(qt, app)
        answer(_hands(app), scenario, response)
        yield f"{name}-answered", _whole_page(qt, app)
    _click(app, "rail_home")
    _click(app, "more_cases")
    app.window.resize(*SIZE)
    yield "more-cases", app.window


def _first_scenario(app: App) -> ScenarioPage:
    while not isinstance(app.window.page, ScenarioPage):
        _click(app, "go_on")
    return app.window.page


def _open_case(app: App, is_wanted: Callable[[Scenario], bool]) -> Scenario:
    learner, workspace = app.journey.learner, app.opening.workspace
    assert learner is not None
    assert workspace is not None
    for module in workspace.loaded_course.course.modules:
        for scenario in filter(is_wanted, module.scenarios):
            learner.open_case(module.id, scenario.id)
            return scenario
    raise SystemExit("the course has no such scenario")


def _whole_page(qt: QApplication, app: App) -> QWidget:
    """The window as high as its page, so that all of it is in the picture."""
    app.window.resize(*SIZE)
    _settle(qt)
    body = app.window.page.widget() if app.window.page is not None else None
    height = body.heightForWidth(body.width()) if body is not None else 0
    app.window.resize(SIZE[0], max(SIZE[1], min(height, TALLEST)))
    return app.window


def _hands(app: App) -> Clicks:
    return Clicks(lambda: app.window.page)


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
    app.window.resize(*SIZE)
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


PARTS: dict[str, Callable[[QApplication, Sources], Iterator[tuple[str, QWidget]]]] = {
    "learning": _learning_screens,
    "meetings": meeting_screens,
    "sharing": sharing_screens,
}

if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/screenshots")
    main(place, sys.argv[2:] or list(PARTS))
