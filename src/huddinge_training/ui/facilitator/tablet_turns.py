"""One tablet for all: who has it votes as with a phone, and hands on a page that says nothing."""

import random

from PySide6.QtCore import QObject

from huddinge_training.domain.scenario import OptionId
from huddinge_training.errors import SessionError
from huddinge_training.services.live_session import LiveSession
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.tablet_window import TabletWindow
from huddinge_training.ui.presentation import Presentation


class TabletTurns(QObject):
    """Every turn has a seat of its own; which seat is drawn by lot, so that no order is known."""

    def __init__(self, desk: Desk, live: LiveSession) -> None:
        super().__init__()
        self._desk = desk
        self._live = live
        self._tokens: set[str] = set()
        self._unused: set[str] = set()
        self._window: TabletWindow | None = None

    @property
    def window(self) -> TabletWindow | None:
        """The window while it goes round."""
        return self._window

    def begin(self, presentation: Presentation) -> None:
        """Opens the window for the vote that is open."""
        self.end_round()
        scenario = self._live.look(lambda s: s.scenario)
        if scenario is None:
            return
        self._window = TabletWindow(presentation, scenario)
        self._window.voted.connect(self._on_voted)
        self._window.ended.connect(self.end_round)
        self._window.showFullScreen()

    def end_round(self) -> None:
        """The vote is closed, or the leader takes the tablet back; seats serve the next vote."""
        self._unused = set(self._tokens)
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None

    def close(self) -> None:
        """For good."""
        self.end_round()

    def _on_voted(self, option: str) -> None:
        assert self._window is not None
        try:
            if not self._unused:
                token = self._live.join(self._live.code)
                self._tokens.add(token)
                self._unused.add(token)
            token = random.SystemRandom().choice(sorted(self._unused))
            self._live.vote(token, OptionId(option))
        except SessionError as error:
            self._window.show_problem(self._desk.language().say(error.words))
            return
        self._unused.discard(token)
        self._window.show_neutral()
