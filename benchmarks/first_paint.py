"""Runs inside a measured program: says when its window has been painted, and closes it."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow


class FirstPaint(QObject):
    """Prints the moment when the first paint of a window is over, and the CPU time until then.

    A window is painted before what lies in it, but all in one go; so the paint is over when
    Qt's event loop turns the next time, and the window then takes the first click.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the one event."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        print(time.monotonic_ns(), time.process_time_ns(), flush=True)
        self._window.close()
