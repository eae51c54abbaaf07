"""Opens the page for phones in the background, and says what is in the way."""

from PySide6.QtCore import QObject, Signal

from huddinge_training.errors import TrainingError
from huddinge_training.language import Message
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.phone_line import PhoneDoor, PhoneLine
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.interfaces import network_interfaces


class PhoneOpening(QObject):
    """Holds the one door that may be open; ``changed`` when it opens or fails."""

    changed = Signal()

    def __init__(self, desk: Desk, live: LiveSession | None) -> None:
        """Without a session the page says only that the network works."""
        super().__init__()
        self._desk = desk
        self._live = live
        self._is_closed = False
        self.door: PhoneDoor | None = None
        self.problem: Message | None = None
        self.is_opening = False

    def open(self, address: str = "") -> None:
        """At an address, or at the likeliest one; the page is fetched before it is shown."""
        self.close_door()
        line = self._desk.phone_line()
        if not address:
            found = line.candidates(network_interfaces())
            if not found:
                self.problem = line.advice(found)
                self.changed.emit()
                return
            address = found[0].address
        self.problem = None
        self.is_opening = True
        live = self._live
        job = self._desk.background.start(lambda _report: _opened(line, address, live))
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)

    def close_door(self) -> None:
        """Closes the page where it is open."""
        if self.door is not None:
            self.door.close()
            self.door = None

    def close(self) -> None:
        """For good."""
        self._is_closed = True
        self.close_door()

    def _on_opened(self, door: PhoneDoor) -> None:
        self.is_opening = False
        if self._is_closed:
            door.close()
            return
        self.door = door
        self.changed.emit()

    def _on_failed(self, error: TrainingError) -> None:
        self.is_opening = False
        self.problem = error.words
        self.changed.emit()


def _opened(line: PhoneLine, address: str, live: LiveSession | None) -> PhoneDoor:
    """Runs in the worker's thread: it may wait some seconds for an answer."""
    door = line.open(address, live)
    try:
        door.check()
    except BaseException:
        door.close()
        raise
    return door
