"""Keeps where a session is, in the background, so that a crash loses no more than a vote."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from huddinge_training.errors import TrainingError
from huddinge_training.services.group_sessions import Led
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.desk import Desk


class Keeping(QObject):
    """One write after the other; each writes what is true when its turn comes."""

    failed = Signal(TrainingError)

    def __init__(self, desk: Desk, led: Led, *, is_needed: bool) -> None:
        """Of a rehearsal nothing is kept."""
        super().__init__()
        self._desk = desk
        self._led = led
        self.is_needed = is_needed

    def keep(self, then: Callable[[], object] | None = None) -> None:
        """``then`` is done once it is kept, and not at all where that fails."""
        if not self.is_needed:
            if then is not None:
                then()
            return
        sources, led = self._desk.workspace.sources, self._led
        job = self._desk.background.start(lambda _report: _keep(sources, led))
        if then is not None:
            job.succeeded.connect(lambda _: then())
        job.failed.connect(self.failed)


def _keep(sources: Sources, led: Led) -> None:
    """Runs in the worker's thread, with a connection of its own."""
    with Workspace.open(sources) as workspace:
        workspace.group_sessions.keep(led)
