"""The program's own window; only its first paint is looked at."""

from first_paint import FirstPaint
from PySide6.QtGui import QShowEvent

from huddinge_training.ui.main_window import MainWindow


class WatchedWindow(MainWindow):
    """Says when it has been painted, and closes."""

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to watch just before the first paint."""
        FirstPaint(self)
        super().showEvent(event)
