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
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget

from huddinge_training.app import App
from huddinge_training.domain.preferences import Preferences
from huddinge_training.language import Language
from huddinge_training.services.clock import Clock
from huddinge_training.services.workspace import Sources, Workspace, default_sources
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.widgets.line_breaks import unbroken

Key = Qt.Key
Modifier = Qt.KeyboardModifier
W = TypeVar("W", bound=QWidget)

MOST_STOPS = 80
PATIENCE_SECONDS = 30


class RecordingDialogs:
    """Stands in for file chooser and question: answers what the test decided, remembers all."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.is_confirmed = False
        self.suggested: list[str] = []
        self.questions: list[tuple[str, str, str]] = []

    def save_file(
        self,
        parent: QWidget,  # noqa: ARG002
        title: str,  # noqa: ARG002
        suggested: str,
        kinds: str,  # noqa: ARG002
    ) -> Path | None:
        """The file that the test decided on."""
        self.suggested.append(suggested)
        return self.path

    def confirm(
        self,
        parent: QWidget,  # noqa: ARG002
        language: Language,  # noqa: ARG002
        title: str,
        text: str,
        verb: str,
    ) -> bool:
        """What the test decided."""
        self.questions.append((title, text, verb))
        return self.is_confirmed


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
    ) -> None:
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        qt.setStyle("Fusion")
        self.qt = qt
        self.dialogs = dialogs or RecordingDialogs()
        self.app = App(qt, sources, self.dialogs, find_sources)
        self.window = self.app.window
        self.app.start()
        self.window.activateWindow()
        QTest.qWaitForWindowExposed(self.window)
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
        workspace = self.app._opening.workspace
        assert workspace is not None
        return workspace

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

    # --- Keyboard ------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget | None:
        """The widget that has the keyboard."""
        return QApplication.focusWidget()

    @property
    def focused(self) -> str:
        """Its object name."""
        return self.focus.objectName() if self.focus is not None else ""

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Presses and releases a key in the window that has the focus."""
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

    def mark(self, option: str) -> None:
        """Goes to the options and marks one, with arrows and Space."""
        self._tab_until(lambda: self.focused.startswith("radio_"), "an option")
        for _ in range(4):
            if self.focused == f"radio_{option}":
                break
            self.press(Key.Key_Down)
        if self.focused != f"radio_{option}":
            for _ in range(4):
                self.press(Key.Key_Up)
                if self.focused == f"radio_{option}":
                    break
        self.press(Key.Key_Space)
        assert self.find(QRadioButton, f"radio_{option}").isChecked()

    def answer(self, option: str) -> None:
        """Marks an option and confirms it."""
        self.mark(option)
        self.do("answer")

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
