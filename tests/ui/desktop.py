"""A person in front of the real window: finds widgets by name, uses keyboard and mouse.

Nothing here waits for a time; what happens later is waited for by the test itself.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from examples import FakeClock
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from ui import answering
from ui.loopback import loopback_line
from ui.recording_dialogs import RecordingDialogs

from huddinge_training.app import App
from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.response import Response
from huddinge_training.services.clock import Clock
from huddinge_training.services.workspace import Sources, Workspace, default_sources
from huddinge_training.ui.learner.flow import LearnerFlow
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.platform_wishes import PlatformWishes, Wishes
from huddinge_training.ui.widgets.line_breaks import unbroken

Key = Qt.Key
Modifier = Qt.KeyboardModifier
W = TypeVar("W", bound=QWidget)

MOST_STOPS = 80
PATIENCE_SECONDS = 30
READING_SECONDS = 5.0
# A page that is looked at is not looked at in the middle of a fade.
STILL = Wishes(wants_less_motion=True)


def sources_of(data_dir: Path, clock: FakeClock, quizzes: Path | None = None) -> Sources:
    """The shipped course and resources, or another course, at the time of the test."""
    sources = replace(default_sources(data_dir), clock=Clock(clock.now))
    return replace(sources, quizzes=quizzes) if quizzes else sources


def settle() -> None:
    """Lets Qt do what is due, and delete what has been left, as in a running program."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


ShowAlone = Callable[[QWidget], QWidget]
OpenDesktop = Callable[[Sources], "Desktop"]


class Desktop:
    """The running program and the hands of whoever uses it."""

    def __init__(
        self,
        sources: Sources,
        dialogs: RecordingDialogs | None = None,
        find_sources: Callable[[], Sources] | None = None,
        wishes: Wishes = STILL,
    ) -> None:
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        qt.setStyle("Fusion")
        self.qt = qt
        self.dialogs = dialogs or RecordingDialogs()
        self.seconds = 0.0
        self.platform = wishes
        read_wishes = PlatformWishes(qt, lambda _: self.platform)
        self.app = App(
            qt, sources, self.dialogs, find_sources, read_wishes,
            phone_line=loopback_line, seconds=lambda: self.seconds,
        )  # fmt: skip
        self.window = self.app.window
        self.app.start()
        self.window.activateWindow()
        QTest.qWaitForWindowExposed(self.window)
        settle()

    def wish(self, wishes: Wishes) -> None:
        """Changes the settings of the computer, and comes back to the window."""
        self.platform = wishes
        self.qt.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        settle()

    def close(self) -> None:
        """Closes the window as its user does, and what the program holds."""
        self.window.close()
        self.app.close()
        self.window.deleteLater()
        settle()

    # --- What is there -------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page on screen."""
        assert self.window.page is not None
        return self.window.page

    @property
    def workspace(self) -> Workspace:
        """The services that the window works with, for a look behind it."""
        workspace = self.app.opening.workspace
        assert workspace is not None
        return workspace

    @property
    def learner(self) -> LearnerFlow:
        """The ways of whoever the window is open for, for a jump to one of them."""
        learner = self.app.journey.learner
        assert learner is not None
        return learner

    @property
    def person(self) -> Person:
        """Whoever the window is open for."""
        return self.learner.person

    @property
    def preferences(self) -> Preferences:
        """The preferences of the moment."""
        return self.app.preferences

    @property
    def title(self) -> str:
        """The title of the window."""
        return self.window.windowTitle()

    def say(self, words: str, **values: object) -> str:
        """A sentence in the language of the window."""
        return self.app.presentation.language.say(words, **values)

    def found(self, name: str) -> list[QWidget]:
        """The visible widgets with an object name."""
        widgets = self.window.findChildren(QWidget, name)
        return [widget for widget in widgets if widget.isVisible()]

    def has(self, name: str) -> bool:
        """Whether a widget with this object name can be seen."""
        return bool(self.found(name))

    def find(self, kind: type[W], name: str) -> W:
        """The one visible widget with this object name."""
        found = self.found(name)
        assert len(found) == 1, f"{len(found)} {name!r} among {self.names()}"
        assert isinstance(found[0], kind)
        return found[0]

    def names(self) -> list[str]:
        """The object names of all that can be seen."""
        widgets = self.window.findChildren(QWidget)
        names = {w.objectName() for w in widgets if w.isVisible()}
        return sorted(name for name in names if name and not name.startswith("qt_"))

    def is_on(self, name: str) -> bool:
        """Whether a radio button or check box is chosen."""
        return self.find(QAbstractButton, name).isChecked()

    def chosen(self) -> set[str]:
        """The radio buttons and check boxes of the page that are chosen."""
        buttons = self.page.findChildren(QAbstractButton)
        return {b.objectName() for b in buttons if b.isChecked() and b.isVisible()}

    def words(self, name: str = "") -> str:
        """All words that can be read in a widget, or in the whole window."""
        root = self.find(QWidget, name) if name else self.window
        labels = [root] if isinstance(root, QLabel) else root.findChildren(QLabel)
        return "\n".join(label_words(label) for label in labels if label.isVisible())

    def wait_for(self, name: str) -> None:
        """Until something can be seen that work in the background brings."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.has(name):
            assert time.monotonic() < deadline, f"no {name!r} among {self.names()}"
            settle()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Until work in the background has come so far."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, self.names()
            settle()
        settle()

    # --- Keyboard ------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget | None:
        """The widget that has the keyboard."""
        return QApplication.focusWidget()

    @property
    def focused(self) -> str:
        """Its object name."""
        return self.focus.objectName() if self.focus is not None else ""

    @property
    def read_on_arrival(self) -> str:
        """What a screen reader says after the heading of the page that has just come."""
        assert self.focus is not None and self.focused == "page_heading"
        interface = QAccessible.queryAccessibleInterface(self.focus)
        return interface.text(QAccessible.Text.Description)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Modifier.NoModifier,
        *,
        after: float = READING_SECONDS,
    ) -> None:
        """Presses and releases a key in the window that has the focus, once it has been read."""
        self.seconds += after
        QTest.keyClick(QGuiApplication.focusWindow(), key, modifier)
        settle()

    def write(self, text: str) -> None:
        """Types a text where the focus is; QTest.keyClicks aborts at ä."""
        assert self.focus is not None
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = ord(letter.upper()) if letter.isascii() else 0
                event = QKeyEvent(kind, key, Modifier.NoModifier, letter)
                QApplication.sendEvent(self.focus, event)
        settle()

    def tab_to(self, name: str) -> None:
        """Presses Tab until the widget has the focus."""
        self._tab_until(lambda: self.focused == name, name)

    def _tab_until(self, is_there: Callable[[], bool], wanted: str) -> None:
        stops = []
        for _ in range(MOST_STOPS):
            if is_there():
                return
            self.press(Key.Key_Tab)
            stops.append(self.focused)
        raise AssertionError(f"Tab does not come to {wanted}: {stops}")

    def do(self, name: str) -> None:
        """Goes to a button with Tab and presses it with Space."""
        self.tab_to(name)
        self.press(Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        """Goes to a field with Tab and types over what stands there."""
        self.tab_to(name)
        self.press(Key.Key_A, Modifier.ControlModifier)
        self.press(Key.Key_Delete)
        self.write(text)

    def mark(self, choice: str) -> None:
        """Goes to a group of radio buttons and marks one, with arrows and Space."""
        wanted = self.find(QRadioButton, f"radio_{choice}")
        group = wanted.group().buttons()
        self._tab_until(lambda: self.focus in group, choice)
        for key in (Key.Key_Left, Key.Key_Up, Key.Key_Right, Key.Key_Down, Key.Key_Left):
            for _ in group:
                if self.focus is not wanted:
                    self.press(key)
        self.press(Key.Key_Space)
        assert wanted.isChecked()

    def answer(self, response: str) -> None:
        """Answers the scenario on screen and confirms it."""
        answering.answer(self, self.scenario_page.scenario, Response(response))

    # --- Mouse ---------------------------------------------------------------------------

    def click(self, name: str, place: QPoint | None = None) -> None:
        """Clicks a widget in its middle, or at a place in it."""
        widget = self.find(QWidget, name)
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(widget, left, pos=place or widget.rect().center())
        settle()

    # --- Ways that many tests take ---------------------------------------------------------

    @property
    def scenario_page(self) -> ScenarioPage:
        """The page on screen, which is a scenario."""
        assert isinstance(self.page, ScenarioPage)
        return self.page

    def open_module(self, module_id: str) -> None:
        """Opens a module from the home page."""
        self.find(QPushButton, f"open_{module_id}").click()
        settle()

    def read_on(self) -> None:
        """Goes past the reading."""
        while not isinstance(self.page, ScenarioPage):
            self.find(QPushButton, "go_on").click()
            settle()


def label_words(label: QLabel) -> str:
    """The text of a label without its markup."""
    is_plain = label.textFormat() is not Qt.TextFormat.RichText
    return unbroken(label.text()) if is_plain else label.accessibleName()


@contextmanager
def closing_at_end(desktop: Desktop) -> Iterator[Desktop]:
    """The desktop, closed whatever happens."""
    try:
        yield desktop
    finally:
        with suppress(RuntimeError):
            desktop.close()
