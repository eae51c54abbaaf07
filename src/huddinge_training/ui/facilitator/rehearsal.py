"""Twelve made-up phones that join and vote, so that a leader can practise alone."""

import random
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from huddinge_training.domain.ballot import Stage
from huddinge_training.errors import SessionError
from huddinge_training.services.live_session import LiveSession

PHONES = 12
EVERY_MS = 400


class Rehearsal(QObject):
    """One of them does something at each tick of a timer, as people do one after the other."""

    def __init__(self, live: LiveSession) -> None:
        super().__init__()
        self._live = live
        self._tokens: list[str] = []
        self._vote_id = ""
        self._waiting: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def close(self) -> None:
        """Nobody votes any more."""
        self._timer.stop()

    def tick(self) -> None:
        """The next phone joins, or votes where the vote is open."""
        with suppress(SessionError):  # fewer people than phones, or a vote that has just closed
            if len(self._tokens) < PHONES:
                self._tokens.append(self._live.join(self._live.code))
            else:
                self._vote()

    def _vote(self) -> None:
        view = self._live.view(self._tokens[0])
        if view.scenario is None or view.stage is not Stage.OPEN:
            return
        if view.vote_id != self._vote_id:
            self._vote_id = view.vote_id
            self._waiting = list(self._tokens)
        if self._waiting:
            option = random.choice(view.scenario.options)
            self._live.vote(self._waiting.pop(), option.id)
