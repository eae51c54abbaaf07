"""Draws the signs of the options: a colour of the theme with a pattern that needs no colour."""

import math
from itertools import count, takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

LINE, STEP = 0.10, 0.34


def draw_sign(
    painter: QPainter, area: QRectF, pattern: str, colours: tuple[QColor, QColor], unit: float
) -> None:
    """Fills the area with the first colour and draws the pattern in the second.

    ``unit`` is the height of a line of words, by which the pattern is sized.
    """
    colour, ground = colours
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, colour)
    painter.setPen(QPen(ground, unit * LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = unit * STEP
    match pattern:
        case "stripes":
            for x in _steps(area.left() - area.height(), area.right(), step):
                painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        case "dots":
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            for x in _steps(area.left() + step / 2, area.right(), step):
                for y in _steps(area.top() + step / 2, area.bottom(), step):
                    painter.drawEllipse(QPointF(x, y), step * 0.2, step * 0.2)
        case "checks":
            for x in _steps(area.left() + step / 2, area.right(), step):
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            for y in _steps(area.top() + step / 2, area.bottom(), step):
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        case "waves":
            for y in _steps(area.top() + step / 2, area.bottom() + step, step):
                painter.drawPath(_wave(area, y, step))
    painter.restore()


def _steps(start: float, end: float, step: float) -> list[float]:
    return list(takewhile(lambda value: value < end, count(start, step)))


def _wave(area: QRectF, y: float, step: float) -> QPainterPath:
    path = QPainterPath(QPointF(area.left(), y))
    for x in _steps(area.left(), area.right() + step, step / 4):
        path.lineTo(x, y + math.sin((x - area.left()) / step * math.pi) * step * 0.3)
    return path
