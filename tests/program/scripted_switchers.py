"""Two people take turns at one window as fast as they can, and it is said what each has seen.

``python scripted_switchers.py DATA_DIR SEED NUMBER NUMBER`` with ``src`` and ``tests`` on the
path. The first of them always gives the first answer that there is, the second the last. It
prints

    come NUMBER                     the number is written, and the button is pressed now
    here NUMBER                     a page of that person is shown
    step NUMBER                     a button that leads to another screen is pressed now
    answer NUMBER SCENARIO RESPONSE an answer is confirmed and its feedback is on screen
    done NUMBER                     the end page of a module is shown: its answers are gone
    leave NUMBER                    *Byt användare* is pressed now
    left NUMBER                     it is asked again who is here

so that whoever kills it knows what must still be there, and whose it is. It never stops by
itself before both are through with the course.
"""

import os
import random
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from ui.answering import answer, some_responses
from ui.clicking import Clicks

from huddinge_training.app import App
from huddinge_training.services.workspace import default_sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.entrance.chooser_page import ChooserPage
from huddinge_training.ui.learner.end_page import EndPage
from huddinge_training.ui.learner.home_page import HomePage
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.page import Page

MOST_STEPS = 6


def say(*words: str) -> None:
    """Prints a line that a pipe passes on at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


class Turns:
    """Presses the buttons of one window for one person after the other."""

    def __init__(self, app: App, chance: random.Random, numbers: list[str]) -> None:
        self._app = app
        self._chance = chance
        self._numbers = numbers
        self._hands = Clicks(self._page)

    def take(self) -> None:
        """Goes on until both have done every module."""
        left = list(self._numbers)
        while left:
            number = self._chance.choice(left)
            self._come_in(number)
            for _ in range(self._chance.randrange(MOST_STEPS)):
                if not self._step(number):
                    left.remove(number)
                    break
            self._leave(number)

    def _come_in(self, number: str) -> None:
        page = self._page()
        assert isinstance(page, ChooserPage)
        field = page.findChild(QLineEdit, "identifier")
        assert field is not None
        field.setText(number)
        say("come", number)
        self._hands.do("go_on")
        assert not isinstance(self._page(), ChooserPage)
        say("here", number)

    def _leave(self, number: str) -> None:
        switch = self._app.window.findChild(QPushButton, "rail_switch")
        assert switch is not None
        say("leave", number)
        switch.click()
        assert isinstance(self._page(), ChooserPage)
        say("left", number)

    def _step(self, number: str) -> bool:
        """One button further; whether there is anything left to do."""
        page = self._page()
        if isinstance(page, HomePage):
            if not self._hands.has("next"):
                return False
            self._press(number, "next")
        elif isinstance(page, EndPage):
            self._press(number, "home")
        elif isinstance(page, ScenarioPage) and self._hands.has("answer"):
            self._answer(number, page)
        else:
            self._press(number, "go_on")
        return True

    def _press(self, number: str, name: str) -> None:
        say("step", number)
        self._hands.do(name)
        if isinstance(self._page(), EndPage):
            say("done", number)

    def _answer(self, number: str, page: ScenarioPage) -> None:
        responses = some_responses(page.scenario)
        response = responses[0 if number == self._numbers[0] else -1]
        answer(self._hands, page.scenario, response)
        say("answer", number, page.scenario.id, response)

    def _page(self) -> Page | None:
        QApplication.processEvents()
        return self._app.window.page


def main() -> None:
    """Runs the window, without the rest of the world."""
    data_dir, seed, *numbers = sys.argv[1:]
    qt = QApplication(sys.argv[:1])
    qt.setStyle("Fusion")
    app = App(qt, default_sources(Path(data_dir)), QtDialogs())
    app.start()
    Turns(app, random.Random(int(seed)), numbers).take()
    app.window.close()
    app.close()


if __name__ == "__main__":
    main()
