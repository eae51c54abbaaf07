"""The smallest window that PySide6 can show, of the same size: what ours is compared with.

It closes when it has been painted, and with ``--stay`` it waits to be killed.
"""

import sys

from first_paint import FirstPaint
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SIZE = (1120, 760)


def main() -> int:
    """Shows the window."""
    qt = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Kompassen"))
    window.resize(*SIZE)
    if "--stay" not in sys.argv:
        FirstPaint(window)
    window.show()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
