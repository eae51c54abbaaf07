"""Words painted on a part of a drawing: in a box, or along an arc."""

from dataclasses import dataclass
from math import cos, degrees, pi, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

CENTRED = int(Qt.AlignmentFlag.AlignCenter)
GROUND_MARGIN = 4
BALANCE_STEP = 8


@dataclass(frozen=True, slots=True)
class BoxLabel:
    """Centred words, on as many lines as they need, all about equally long."""

    box: QRectF

    def fits(self, words: str, metrics: QFontMetricsF) -> bool:
        """Whether all of the words stand in the box, none of them broken."""
        lines = balanced_lines(words, metrics, self.box.width())
        is_narrow = all(metrics.horizontalAdvance(line) <= self.box.width() for line in lines)
        return is_narrow and len(lines) * metrics.lineSpacing() <= self.box.height()

    def paint(self, painter: QPainter, words: str) -> None:
        """In the pen's colour."""
        metrics = QFontMetricsF(painter.font())
        lines = balanced_lines(words, metrics, self.box.width())
        height = metrics.lineSpacing()
        top = self.box.center().y() - len(lines) * height / 2
        for number, line in enumerate(lines):
            area = QRectF(self.box.left(), top + number * height, self.box.width(), height)
            painter.drawText(area, CENTRED, line)

    def ground(self, words: str, metrics: QFontMetricsF) -> QPainterPath:
        """The place of the words, to be kept free of a pattern."""
        lines = balanced_lines(words, metrics, self.box.width())
        width = max(map(metrics.horizontalAdvance, lines)) + 2 * GROUND_MARGIN
        height = len(lines) * metrics.lineSpacing()
        middle = self.box.center()
        path = QPainterPath()
        path.addRoundedRect(middle.x() - width / 2, middle.y() - height / 2, width, height, 4, 4)
        return path


def balanced_lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """The words on as few lines as possible, and on lines as short as that allows."""
    lines = _lines(words, metrics, width)
    narrower = width
    while narrower > BALANCE_STEP:
        narrower -= BALANCE_STEP
        tried = _lines(words, metrics, narrower)
        is_too_narrow = any(metrics.horizontalAdvance(line) > narrower for line in tried)
        if len(tried) > len(lines) or is_too_narrow:
            break
        lines = tried
    return lines


def _lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True, slots=True)
class ArcLabel:
    """Words along an arc around a centre; they stand upright, above the centre and below it.

    ``angle`` is where their middle is, in degrees clockwise from the top; ``span`` is how many
    degrees there is room for.
    """

    centre: QPointF
    radius: float
    angle: float
    span: float

    def fits(self, words: str, metrics: QFontMetricsF) -> bool:
        """Whether the words are shorter than the arc."""
        return metrics.horizontalAdvance(words) <= radians(self.span) * self.radius

    def paint(self, painter: QPainter, words: str) -> None:
        """Letter by letter, each turned as the arc is at its middle."""
        metrics = QFontMetricsF(painter.font())
        turn = -1 if self._is_below else 1
        baseline = self._baseline(metrics)
        start = -metrics.horizontalAdvance(words) / 2
        for number, letter in enumerate(words):
            # With all that comes before, so that pairs of letters stand as in running text.
            before = metrics.horizontalAdvance(words[:number])
            width = metrics.horizontalAdvance(words[: number + 1]) - before
            middle = start + before + width / 2
            angle = self.angle + turn * degrees(middle / self.radius)
            painter.save()
            painter.translate(self.centre)
            painter.rotate(angle + (180 if self._is_below else 0))
            painter.drawText(QPointF(-width / 2, baseline), letter)
            painter.restore()

    def ground(self, words: str, metrics: QFontMetricsF) -> QPainterPath:
        """The place of the words, to be kept free of a pattern."""
        half = degrees(metrics.horizontalAdvance(words) / 2 / self.radius) + 2
        # As thick as the ring: a line above or below the words would look like a mistake.
        thick = metrics.height() * 2
        return arc_band(
            self.centre,
            (self.radius - thick, self.radius + thick),
            (self.angle - half, self.angle + half),
        )

    @property
    def _is_below(self) -> bool:
        return 90 < self.angle % 360 < 270

    def _baseline(self, metrics: QFontMetricsF) -> float:
        """How far below the centre the letters stand, as it is turned."""
        middle = (metrics.ascent() - metrics.descent()) / 2
        return middle + (self.radius if self._is_below else -self.radius)


Label = BoxLabel | ArcLabel


def arc_band(
    centre: QPointF, radii: tuple[float, float], angles: tuple[float, float], gap: float = 0.0
) -> QPainterPath:
    """A piece of a ring between two radii and two angles, clockwise from the top.

    A gap is taken off along both ends, as wide inside as outside.
    """
    inner, outer = radii
    start, end = angles
    path = QPainterPath()
    off_outer, off_inner = degrees(gap / 2 / outer), degrees(gap / 2 / inner)
    path.arcMoveTo(_square(centre, outer), 90 - start - off_outer)
    path.arcTo(_square(centre, outer), 90 - start - off_outer, start - end + 2 * off_outer)
    path.arcTo(_square(centre, inner), 90 - end + off_inner, end - start - 2 * off_inner)
    path.closeSubpath()
    return path


def at_angle(centre: QPointF, radius: float, angle: float) -> QPointF:
    """The point at a distance from the centre, in degrees clockwise from the top."""
    turned = radians(angle) - pi / 2
    return QPointF(centre.x() + radius * cos(turned), centre.y() + radius * sin(turned))


def _square(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
