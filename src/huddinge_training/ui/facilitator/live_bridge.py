"""Brings what phones do into the GUI thread, and has it painted at most twenty times a second."""

from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from huddinge_training.services.live_session import LiveSession

PAINT_EVERY_MS = 50


class LiveBridge(QObject):
    """``changed`` comes in the GUI thread, once for however many votes came meanwhile."""

    changed = Signal()
    _told = Signal()

    def __init__(self, live: LiveSession) -> None:
        super().__init__()
        self._has_been_told = Event()
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAINT_EVERY_MS)
        self._timer.timeout.connect(self._on_due)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._stop = live.listen(self._tell)

    def close(self) -> None:
        """Listens no more."""
        self._is_closed = True
        self._stop()
        self._timer.stop()

    def _tell(self) -> None:
        """Called on the server's threads; a signal a vote would be a repaint a vote."""
        if not self._has_been_told.is_set():
            self._has_been_told.set()
            self._told.emit()

    def _on_told(self) -> None:
        if not self._is_closed:
            self._timer.start()

    def _on_due(self) -> None:
        self._has_been_told.clear()
        self.changed.emit()
