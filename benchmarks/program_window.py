"""The real program on the data folder that is given, until its window has been painted."""

import sys
from pathlib import Path

from huddinge_training import app

# isort: split
from first_paint import FirstPaint
from PySide6.QtGui import QShowEvent

from huddinge_training.ui.main_window import MainWindow


class WatchedWindow(MainWindow):
    """The program's own window; only the first paint is looked at."""

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to watch just before the first paint."""
        FirstPaint(self)
        super().showEvent(event)


if __name__ == "__main__":
    vars(app)["MainWindow"] = WatchedWindow
    sys.exit(app.run(Path(sys.argv[1])))
