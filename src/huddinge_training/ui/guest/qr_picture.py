"""A QR code on screen: black on white with its quiet zone, in every theme."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from huddinge_training.services.receipt_pages import QUIET_ZONE

Squares = tuple[tuple[bool, ...], ...]
SMALLEST_SQUARE = 3


def qr_label(squares: Squares, side: int, description: str) -> QLabel:
    """About ``side`` pixels wide; every square is whole pixels, or readers would stumble."""
    label = QLabel()
    label.setObjectName("qr")
    label.setAccessibleName(description)
    label.setPixmap(_picture(squares, side))
    return label


def _picture(squares: Squares, side: int) -> QPixmap:
    ratio = QApplication.primaryScreen().devicePixelRatio()
    count = len(squares) + 2 * QUIET_ZONE
    square = max(SMALLEST_SQUARE, round(side * ratio / count))
    picture = QPixmap(QSize(count, count) * square)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for y, row in enumerate(squares, start=QUIET_ZONE):
        for x, is_dark in enumerate(row, start=QUIET_ZONE):
            if is_dark:
                place = QRect(x * square, y * square, square, square)
                painter.fillRect(place, Qt.GlobalColor.black)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
