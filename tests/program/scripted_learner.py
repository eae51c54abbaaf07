"""Goes through the course in the real window as fast as it can, and says what it has seen.

``python scripted_learner.py DATA_DIR SEED`` with ``src`` and ``tests`` on the path. It prints

    step                       a button that leads to another screen is pressed now
    screen TITLE               that screen is shown
    answer SCENARIO RESPONSE   an answer is confirmed and its feedback is on screen
    done                       the end page of a module is shown: its answers are gone

so that whoever kills it knows what must still be there. It never stops by itself before the
course is done, and goes back from time to time.
"""

import os
import random
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from ui.answering import answer, some_responses
from ui.clicking import Clicks

from huddinge_training.app import App
from huddinge_training.services.workspace import default_sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.learner.end_page import EndPage
from huddinge_training.ui.learner.home_page import HomePage
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.page import Page


def say(*words: str) -> None:
    """Prints a line that a pipe passes on at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


class Learner:
    """Presses the buttons of one window, chosen by chance."""

    def __init__(self, app: App, chance: random.Random) -> None:
        self._app = app
        self._chance = chance
        self._hands = Clicks(self._page)

    def learn(self) -> None:
        """Goes on until every module is done."""
        while (page := self._page()) is not None:
            if isinstance(page, HomePage):
                if not self._hands.has("next"):
                    return
                self._press("next")
            elif isinstance(page, EndPage):
                say("done")
                self._press("home")
            elif isinstance(page, ScenarioPage) and self._hands.has("answer"):
                self._answer(page)
            elif self._hands.has("back") and self._chance.random() < 0.2:
                self._press("back")
            else:
                self._press("go_on")

    def _page(self) -> Page | None:
        QApplication.processEvents()
        return self._app.window.page

    def _press(self, name: str) -> None:
        say("step")
        self._hands.do(name)
        say("screen", self._app.window.windowTitle())

    def _answer(self, page: ScenarioPage) -> None:
        response = self._chance.choice(some_responses(page.scenario))
        answer(self._hands, page.scenario, response)
        assert self._hands.has("go_on")
        say("answer", page.scenario.id, response)


def main() -> None:
    """Runs the window, without the rest of the world."""
    qt = QApplication(sys.argv[:1])
    qt.setStyle("Fusion")
    app = App(qt, default_sources(Path(sys.argv[1])), QtDialogs())
    app.start()
    Learner(app, random.Random(int(sys.argv[2]))).learn()
    app.window.close()
    app.close()


if __name__ == "__main__":
    main()
