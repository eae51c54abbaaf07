"""One login at a computer whose data folder IT has set; does what it is told on standard input.

``python scripted_login.py`` with ``src`` and ``tests`` on the path and IT's settings in the
environment. It prints whether it is the only program of its login, then after each command

    come NUMBER    the heading of the page that the number leads to
    answer         the scenario and the response that were confirmed, the first that there is
    quit           nothing; the window closes as its user closes it
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from ui.answering import answer, some_responses
from ui.clicking import Clicks, settle_events

from huddinge_training.app import App
from huddinge_training.logs import start_log
from huddinge_training.services.workspace import open_sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.single_instance import SingleInstance


class Login:
    """The hands of whoever is logged in."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._hands = Clicks(self._page)

    def come(self, number: str) -> str:
        """Writes the number on the first page."""
        page = self._page()
        field = page.findChild(QLineEdit, "identifier") if page is not None else None
        assert field is not None
        field.setText(number)
        self._hands.do("go_on")
        return self._app.window.windowTitle()

    def answer(self) -> str:
        """Goes on to the next scenario and answers it."""
        while not (isinstance(page := self._page(), ScenarioPage) and self._hands.has("answer")):
            self._hands.do("next" if self._hands.has("next") else "go_on")
        response = some_responses(page.scenario)[0]
        answer(self._hands, page.scenario, response)
        problem = page.findChild(QLabel, "page_message")
        assert problem is None, problem
        return f"{page.scenario.id} {response}"

    def _page(self) -> Page | None:
        settle_events()
        return self._app.window.page


def say(words: object) -> None:
    """Prints a line that a pipe passes on at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Runs the window for as long as there are commands."""
    os.umask(0o022)
    qt = QApplication(sys.argv[:1])
    qt.setStyle("Fusion")
    sources = open_sources(None)
    instance = SingleInstance(sources.paths.folder)
    say(instance.acquire())
    start_log(sources.paths.logs, sources.paths.rights)
    app = App(qt, sources, QtDialogs())
    app.start()
    login = Login(app)
    for line in sys.stdin:
        command, *words = line.split()
        if command == "quit":
            break
        say(getattr(login, command)(*words))
    app.window.close()
    app.close()
    instance.close()


if __name__ == "__main__":
    main()
