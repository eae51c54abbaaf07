"""A page's first action: the button that Enter presses (UX-08)."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from huddinge_training.ui.widgets.enter_keys import ENTER_KEYS

UNREAD_SECONDS = 0.6
"""Nobody has read what is new so soon: an Enter that comes within it was meant for the old."""


class FirstAction:
    """Enter reaches it where what has the focus does not use the key.

    A radio button leaves it the key; a tick box takes it and does nothing, since whoever meant
    to tick would go on instead (``widgets/choices.py``). A button is pressed itself.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        """``seconds`` only grow."""
        self._seconds = seconds
        self._button: QPushButton | None = None
        self._changed_at = 0.0

    def become(self, button: QPushButton) -> None:
        """From now on Enter presses this one, and a screen reader is told so."""
        self._button, self._changed_at = button, self._seconds()
        button.setDefault(True)

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key was Enter on a page with a first action; presses it where it is meant."""
        if event.key() not in ENTER_KEYS or self._button is None:
            return False
        is_meant = self._seconds() - self._changed_at >= UNREAD_SECONDS
        if is_meant and not event.isAutoRepeat():
            self._button.click()
        return True
