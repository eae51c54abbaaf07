"""Opens every page of the window by the buttons that a person presses, seen by nobody."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from huddinge_training.app import App
from huddinge_training.domain.person import Profile
from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import TrainingError
from huddinge_training.language import CODES, Message, counted, message
from huddinge_training.phone.line import LocalPhoneLine
from huddinge_training.self_test.records import add_person, finish
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.services.phone_line import Candidate, NetworkInterface
from huddinge_training.services.workspace import Sources, Workspace, default_sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.first_start.who_page import WhoPage
from huddinge_training.ui.page import Page

MANAGER = "chef"
LEARNER_NUMBER, OTHER_NUMBER = "000001", "000002"
PASSPHRASE, PIN = "självtest av programmet", "204815"
EXPECTED = "Åsa Öman; 0042\nBo Ek; 0043"
PATIENCE_SECONDS = 60


class LoopbackLine(LocalPhoneLine):
    """The phones' page for this computer alone: a self-test asks nothing of the network."""

    def candidates(
        self,
        interfaces: Sequence[NetworkInterface],  # noqa: ARG002  it is asked no more than the type
    ) -> tuple[Candidate, ...]:
        """The computer itself."""
        return (Candidate("127.0.0.1", "lo", is_likely=True),)


class Visitor:
    """Presses buttons in one window, and notes the kind of every page that it has seen."""

    def __init__(self, app: App, seen: set[type[Page]]) -> None:
        self._app = app
        self._seen = seen
        self.settle()

    @property
    def page(self) -> Page:
        """The page on screen."""
        page = self._app.window.page
        assert page is not None
        return page

    def find(self, kind: type[QWidget], name: str) -> QWidget | None:
        """A widget by its name."""
        found: QWidget | None = self._app.window.findChild(kind, name)
        return found

    def names(self, beginning: str) -> list[str]:
        """The names of all buttons that begin so, from the first on."""
        buttons = self.page.findChildren(QAbstractButton)
        return [b.objectName() for b in buttons if b.objectName().startswith(beginning)]

    def press(self, *names: str) -> None:
        """Presses one button after the other; raises TrainingError where one is missing."""
        for name in names:
            button = self._app.window.findChild(QAbstractButton, name)
            if button is None:
                raise TrainingError(
                    message(
                        "{page} has no button {name}",
                        page=type(self.page).__name__,
                        name=name,
                    )
                )
            button.click()
            self.settle()

    def write(self, name: str, text: str) -> None:
        """Fills in a field."""
        field = self._app.window.findChild(QLineEdit, name)
        if field is not None:
            field.setText(text)
            return
        area = self._app.window.findChild(QPlainTextEdit, name)
        assert area is not None, name
        area.setPlainText(text)

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Until work in the background has come so far."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            if time.monotonic() > deadline:
                raise TrainingError(message("the work in the background does not end"))
            self.settle()
        self.settle()

    def settle(self) -> None:
        """Lets Qt do what is due, and notes what is on screen."""
        for _ in range(3):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self._app.window.page is not None:
            self._seen.add(type(self._app.window.page))
            self._app.window.grab()


def open_all(folder: Path) -> Message:
    """Every kind of page in every language; raises TrainingError for one that is not reached."""
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    qt.setStyle("Fusion")
    for language in CODES:
        seen: set[type[Page]] = set()
        for number, way in enumerate((_newcomer, _manager, _shared_computer, _damaged)):
            way(qt, folder / f"{language}-{number}", language, seen)
        # Imported by now: all of them are there to be asked for.
        missed = _kinds_of(Page) - seen
        if missed:
            names = ", ".join(sorted(page.__name__ for page in missed))
            raise TrainingError(message("not reached: {names}", names=names))
    return counted("one page", "{count} pages", len(seen))


def _kinds_of(page: type[Page]) -> set[type[Page]]:
    kinds = set(page.__subclasses__())
    return kinds.union(*map(_kinds_of, kinds))


@contextmanager
def _window(qt: QApplication, sources: Sources, seen: set[type[Page]]) -> Iterator[Visitor]:
    app = App(qt, sources, QtDialogs(), phone_line=lambda: LoopbackLine(0))
    app.start()
    try:
        yield Visitor(app, seen)
    finally:
        app.window.close()
        app.close()
        app.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _prepared(
    folder: Path, language: str, settings: MachineSettings | None = None
) -> tuple[Sources, Workspace]:
    sources = default_sources(folder, settings)
    workspace = Workspace.open(sources)
    workspace.save_preferences(replace(Preferences(), language=language))
    return sources, workspace


def _newcomer(qt: QApplication, folder: Path, language: str, seen: set[type[Page]]) -> None:
    sources, workspace = _prepared(folder, language)
    role, unit = workspace.loaded_course.course.roles[0], workspace.organisation.units[0]
    workspace.close()
    with _window(qt, sources, seen) as visitor:
        visitor.press("go_on")
        assert isinstance(visitor.page, WhoPage)
        visitor.page.form.fill(
            Profile(
                name="Test Testsson", role=role.id, employee_number="000001", unit_code=unit.code
            )
        )
        visitor.press("go_on")


def _manager(qt: QApplication, folder: Path, language: str, seen: set[type[Page]]) -> None:
    sources, workspace = _prepared(folder, language)
    with workspace:
        add_person(workspace, role=MANAGER)
        workspace.hr_door.set_up(PASSPHRASE)
        modules = workspace.loaded_course.course.modules
    with _window(qt, sources, seen) as visitor:
        for module in modules:
            visitor.press(f"open_{module.id}", "rail_home")
        visitor.press(f"open_{modules[0].id}")
        _finish_by_hand(visitor)
        visitor.press("home", "goals", "rail_home", "more_cases", "rail_my_data", "rail_settings")
        visitor.press("rail_meetings", "new_plan", "network", "rail_meetings", "new_plan")
        visitor.write("expected_people", EXPECTED)
        visitor.press("start_meeting")
        visitor.wait(lambda: bool(visitor.names("step_")))
        visitor.press(visitor.names("step_")[-1], "confirm_list", "finish", "end", "rail_hr")
        visitor.write("passphrase", PASSPHRASE)
        visitor.press("unlock")
        visitor.wait(lambda: visitor.find(QAbstractButton, "people") is not None)
        visitor.press("people")


def _shared_computer(qt: QApplication, folder: Path, language: str, seen: set[type[Page]]) -> None:
    decided = MachineSettings(is_kiosk=True, kiosk_save_folder=folder)
    sources, workspace = _prepared(folder, language, decided)
    with workspace:
        person = add_person(workspace, LEARNER_NUMBER)
        first = workspace.loaded_course.course.modules[0]
        finish(workspace.learning.open_module(person, first.id))
        workspace.pins.choose(add_person(workspace, OTHER_NUMBER), PIN)
    with _window(qt, sources, seen) as visitor:
        visitor.write("identifier", OTHER_NUMBER)
        visitor.press("go_on", "back")
        visitor.write("identifier", LEARNER_NUMBER)
        visitor.press("go_on", "certificate", "rail_my_data", "pin_choice", "rail_switch", "guest")
        role = visitor.find(QComboBox, "role")
        assert isinstance(role, QComboBox)
        role.setCurrentIndex(1)
        visitor.press("start", f"open_{first.id}")
        _finish_by_hand(visitor)


def _finish_by_hand(visitor: Visitor) -> None:
    """Reads and answers on to the module's last page, with the first option of each."""
    while visitor.find(QAbstractButton, "home") is None:
        if visitor.find(QAbstractButton, "answer") is not None:
            option = next(iter(visitor.page.findChildren(QRadioButton)))
            option.click()
            visitor.press("answer", "raise_question", "back")
        else:
            visitor.press("go_on")


def _damaged(qt: QApplication, folder: Path, _language: str, seen: set[type[Page]]) -> None:
    sources = default_sources(folder)
    folder.mkdir(parents=True)
    sources.paths.database.write_bytes(b"this is no database, " * 400)
    with _window(qt, sources, seen):
        pass
