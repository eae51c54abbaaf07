"""Draws the program's own pictures of places and things in the colours of the theme."""

import re
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from huddinge_training.ui.theme import Look

ROOT_TAG = re.compile(r"<svg\b[^>]*>")


class Illustrations:
    """A cache of pictures; they bear classes, and ``hand.css`` beside them has their colours.

    What a picture shows is told in words by whoever puts it on a page; it never stands alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rules = Template((folder / "hand.css").read_text(encoding="utf-8"))
        self._cache: dict[tuple[str, bool, int, float], QPixmap] = {}

    def has(self, name: str) -> bool:
        """Whether there is such a picture; a municipality's own module may have none."""
        return self._file(name).is_file()

    def pixmap(self, name: str, look: Look, width: int, ratio: float = 1.0) -> QPixmap:
        """The picture ``name``, ``width`` logical pixels wide and as high as its shape asks for.

        Raises FileNotFoundError where there is none: ask ``has`` first.
        """
        key = (name, look.is_dark, width, ratio)
        if key not in self._cache:
            self._cache[key] = self._drawn(name, look, width, ratio)
        return self._cache[key]

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.svg"

    def _drawn(self, name: str, look: Look, width: int, ratio: float) -> QPixmap:
        rules = self._rules.substitute(look.pictures)
        svg = self._file(name).read_text(encoding="utf-8")
        svg = ROOT_TAG.sub(lambda tag: f"{tag[0]}<style>{rules}</style>", svg, count=1)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        box = renderer.viewBoxF()
        height = width * box.height() / box.width()
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
