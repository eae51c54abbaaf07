"""Draws the bundled icons in the colours of the theme."""

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ROOT_TAG = re.compile(rb"<svg\b")


class Icons:
    """A cache of icons by name, colour and size; QtSvg needs the colour on the root element."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon ``name`` (a file's name without ending), ``size`` logical pixels square."""
        key = (name, colour.name(), size, ratio)
        if key not in self._cache:
            self._cache[key] = self._drawn(*key)
        return self._cache[key]

    def icon(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QIcon:
        """The same as a QIcon, for buttons."""
        return QIcon(self.pixmap(name, colour, size, ratio))

    def _drawn(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        svg = (self._folder / f"{name}.svg").read_bytes()
        svg = ROOT_TAG.sub(f'<svg color="{colour}"'.encode(), svg, count=1)
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
