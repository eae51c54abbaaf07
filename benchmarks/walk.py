"""Goes through modules in the program's own window, by the buttons that a person presses."""

import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

# How each form is answered is known to the hands of the tests.
sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from ui.answering import put_in, some_responses
from ui.clicking import Clicks, settle_events

from huddinge_training.app import App
from huddinge_training.ui.learner.end_page import EndPage
from huddinge_training.ui.learner.home_page import HomePage
from huddinge_training.ui.learner.reading_page import ReadingPage
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.page import Page

__all__ = ["Walk", "settle_events"]


@dataclass(frozen=True, slots=True)
class Walk:
    """One window; every step is a press of the mouse on a button that is found by its name."""

    app: App

    @property
    def page(self) -> Page:
        """The page on screen."""
        page = self.app.window.page
        assert page is not None
        return page

    def button(self, name: str) -> QAbstractButton:
        """The button of this name on the page on screen."""
        found = self.page.findChild(QAbstractButton, name)
        assert found is not None, f"no {name} on {type(self.page).__name__}"
        return found

    def click(self, name: str) -> None:
        """Presses and lets go."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def press(self, name: str) -> QWidget:
        """Presses only, and gives the button to let go of."""
        button = self.button(name)
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        return button

    def to_open_question(self, module_id: str) -> ScenarioPage | None:
        """On to the next unanswered question of a module; None on the module's last page."""
        while True:
            page = self.page
            if isinstance(page, HomePage):
                self.click(f"open_{module_id}")
            elif isinstance(page, ReadingPage):
                self.click("go_on")
            elif isinstance(page, EndPage):
                return None
            elif isinstance(page, ScenarioPage):
                if page.findChild(QAbstractButton, "answer") is not None:
                    return page
                self.click("go_on")
            else:
                raise AssertionError(f"{type(page).__name__} is no page of a module")
            settle_events()

    def put_in_any(self, page: ScenarioPage, random: Random) -> None:
        """Chooses an answer; only the button is left to be pressed."""
        response = random.choice(some_responses(page.scenario))
        put_in(Clicks(lambda: self.page), page.scenario, response)
