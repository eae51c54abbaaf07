"""Paints one part of a drawing: outlined, hatched or filled, so that not only colour tells."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from huddinge_training.ui.theme import Look
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Fill, Shape

LINE, MARKED_LINE = 1.5, 3
HATCH_EVERY, HATCH_LINE = 7, 2
GROUNDS = {Fill.EMPTY: "surface2", Fill.HALF: "selected", Fill.FULL: "primary"}
WORDS = {Fill.EMPTY: "text", Fill.HALF: "text", Fill.FULL: "on_primary"}


class PartPainter:
    """Paints with the tokens of a look; the painter's font is that of the words."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter = painter
        self._look = look

    def paint(self, part: DrawnPart, shape: Shape, *, is_marked: bool) -> None:
        """The part in its place; a marked one is below the mouse, or its text is shown."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._fill(shape.path, GROUNDS[part.fill])
        if part.fill is Fill.FULL and shape.darker is not None:
            self._fill(shape.darker, "primary_hover")
        if part.fill is Fill.HALF and shape.hatched is not None:
            self._hatch(part, shape, shape.hatched)
        self._outline(shape.path, part.fill, is_marked=is_marked)
        if shape.label is not None:
            self._painter.setPen(self._colour(WORDS[part.fill]))
            shape.label.paint(self._painter, part.word)

    def _fill(self, path: QPainterPath, token: str) -> None:
        self._painter.fillPath(path, self._colour(token))

    def _outline(self, path: QPainterPath, fill: Fill, *, is_marked: bool) -> None:
        if not is_marked:
            token = "control" if fill is Fill.EMPTY else "primary"
            self._painter.strokePath(path, QPen(self._colour(token), LINE))
            return
        # Inside the part, so that it is seen against its own ground.
        self._painter.save()
        self._painter.setClipPath(path)
        self._painter.strokePath(path, QPen(self._colour(WORDS[fill]), 2 * MARKED_LINE))
        self._painter.restore()

    def _hatch(self, part: DrawnPart, shape: Shape, place: QPainterPath) -> None:
        """Slanting lines, but not over the word of the part."""
        if shape.label is not None:
            metrics = QFontMetricsF(self._painter.font())
            place = place.subtracted(shape.label.ground(part.word, metrics))
        self._painter.save()
        self._painter.setClipPath(place)
        self._painter.setPen(QPen(self._colour("primary"), HATCH_LINE))
        self._painter.drawLines(_slanting_lines(place.boundingRect()))
        self._painter.restore()

    def _colour(self, token: str) -> QColor:
        return self._look.colour(token)


def _slanting_lines(area: QRectF) -> list[QLineF]:
    height = area.height()
    lines = []
    x = area.left() - height
    while x < area.right():
        lines.append(QLineF(x, area.bottom(), x + height, area.top()))
        x += HATCH_EVERY
    return lines
