"""Notices that nobody uses the window any more: warns, and then says that it is time to lock."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

from huddinge_training.domain.idle import WARNING_SECONDS, seconds_left
from huddinge_training.services.clock import Clock

CHECK_MS = 1000
USE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Sees what comes to the windows of the program; its clock is handed in.

    A step of the focus counts as use too: who works through a screen reader or by voice
    presses no keys that a window would see.
    """

    warned = Signal(int)
    calmed = Signal()
    expired = Signal()

    def __init__(self, qt: QApplication, clock: Clock) -> None:
        super().__init__()
        self._qt = qt
        self._clock = clock
        self._minutes: int | None = None
        self._last_used_at: datetime = clock.now()
        self._is_warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._windows: list[QWindow] = []

    @property
    def is_watching(self) -> bool:
        """Whether it will be time to lock some day."""
        return self._minutes is not None

    def watch(self, minutes: int | None) -> None:
        """From now on it is time after so many minutes, or never."""
        was_watching, self._minutes = self.is_watching, minutes
        if minutes is None and was_watching:
            self._timer.stop()
            self._qt.focusWindowChanged.disconnect(self._on_window_focused)
            self._qt.focusChanged.disconnect(self._on_focus_changed)
            for window in self._windows:
                window.removeEventFilter(self)
                window.destroyed.disconnect(self._on_window_destroyed)
            self._windows.clear()
            self._calm()
        elif minutes is not None and not was_watching:
            self._last_used_at = self._clock.now()
            self._qt.focusWindowChanged.connect(self._on_window_focused)
            self._qt.focusChanged.connect(self._on_focus_changed)
            for window in self._qt.topLevelWindows():
                self._look_at(window)
            self._timer.start()

    def note_use(self) -> None:
        """Somebody is there."""
        self._last_used_at = self._clock.now()
        self._calm()

    def check(self) -> None:
        """Says what the time is; called every second."""
        if self._minutes is None:
            return
        left = seconds_left(self._minutes, self._last_used_at, self._clock.now())
        if left == 0:
            self._calm()
            self.expired.emit()
        elif left <= WARNING_SECONDS:
            self._is_warning = True
            self.warned.emit(left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets everything through."""
        if event.type() in USE:
            self.note_use()
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Stops watching."""
        self.watch(None)

    def _calm(self) -> None:
        if self._is_warning:
            self._is_warning = False
            self.calmed.emit()

    def _look_at(self, window: QWindow) -> None:
        if window not in self._windows:
            self._windows.append(window)
            window.installEventFilter(self)
            window.destroyed.connect(self._on_window_destroyed)

    def _on_window_focused(self, window: QWindow | None) -> None:
        if window is not None:
            self._look_at(window)

    def _on_window_destroyed(self, window: QObject) -> None:
        self._windows = [known for known in self._windows if known is not window]

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self.note_use()
