"""Waits until a window has come to rest, and says when its last repaint was over."""

import time

from PySide6.QtCore import QEvent, QObject
from walk import settle_events

QUIET_SECONDS = 0.03
LONGEST_SECONDS = 2.0


class Repaints(QObject):
    """Counts the repaints of a window."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every repaint begins with this event and is over when it has been dealt with."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.count += 1
        return super().eventFilter(watched, event)

    def settle(self) -> float:
        """Lets Qt work until nothing has been painted for a while; says when the last ended."""
        last = began = time.perf_counter()
        while (now := time.perf_counter()) - last < QUIET_SECONDS:
            if now - began > LONGEST_SECONDS:
                raise SystemExit("the window never comes to rest")
            before = self.count
            settle_events()
            if self.count != before:
                last = time.perf_counter()
        return last
