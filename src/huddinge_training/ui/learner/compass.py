"""The compass: principles as a ring, core values as a needle, the dilemmas in the middle."""

from collections.abc import Sequence
from math import asin, degrees, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Shape
from huddinge_training.ui.widgets.drawn_picture import REACH, DrawnPicture
from huddinge_training.ui.widgets.part_labels import ArcLabel, BoxLabel, Label, arc_band, at_angle

# Of the radius.
RING = (0.75, 0.97)
TIP, SHOULDER, HUB, GAP = 0.69, 0.38, 0.17, 0.035
WORD_WIDTH, WORD_DISTANCE_BESIDE, WORD_DISTANCE_UPRIGHT = 0.4, 0.43, 0.31
HUB_CLEAR = 0.11
SPAN_AT_ENDS = 8
HUB_SIGN = "scales"


class Compass(DrawnPicture):
    """As many parts in the ring and the needle as the course's edition has."""

    def __init__(
        self,
        presentation: Presentation,
        name: str,
        ring: Sequence[DrawnPart],
        needle: Sequence[DrawnPart],
        hub: DrawnPart,
    ) -> None:
        super().__init__(presentation.theme, name, [*ring, *needle, hub])
        self._presentation = presentation
        self._counts = len(ring), len(needle)

    def height_of(self, width: int) -> int:
        """It is as high as it is wide."""
        return width

    def shapes(self, width: int) -> list[Shape]:
        """The ring clockwise from the top, the needle likewise, and the hub."""
        ring, needle = self._counts
        centre, radius = _circle(width)
        labels = self.labels(width)
        of_ring = zip(_turns(ring), labels[:ring], strict=True)
        of_needle = zip(_turns(needle), labels[ring:-1], strict=True)
        return [
            *(_ring_part(centre, radius, turn, 360 / ring, label) for turn, label in of_ring),
            *(_needle_part(centre, radius, turn, 360 / needle, label) for turn, label in of_needle),
            _hub(centre, radius),
        ]

    def labels(self, width: int) -> list[Label | None]:
        """Along the ring, on the needle, and none on the hub."""
        ring, needle = self._counts
        centre, radius = _circle(width)
        middle = radius * sum(RING) / 2
        span = 360 / ring - SPAN_AT_ENDS
        return [
            *(ArcLabel(centre, middle, turn, span) for turn in _turns(ring)),
            *(_needle_label(centre, radius, turn) for turn in _turns(needle)),
            None,
        ]

    def paint_ground(self, painter: QPainter) -> None:
        """A disc of the colour of cards."""
        look = self.theme.look
        painter.setPen(look.colour("border"))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(QRectF(1, 1, self.width() - 2, self.width() - 2))

    def paint_sign(self, painter: QPainter, part: DrawnPart, shape: Shape) -> None:
        """The hub has no room for a word."""
        if shape.label is None:
            sign = self._sign(part)
            size = sign.deviceIndependentSize()
            middle = shape.path.boundingRect().center()
            painter.drawPixmap(middle - QPointF(size.width() / 2, size.height() / 2), sign)

    def _sign(self, part: DrawnPart) -> QPixmap:
        token = "on_primary" if part.fill is part.fill.FULL else "text"
        return self._presentation.pixmap(HUB_SIGN, token)


def _circle(width: int) -> tuple[QPointF, float]:
    """Centre and radius."""
    return QPointF(width / 2, width / 2), width / 2 - REACH


def _turns(count: int) -> list[float]:
    """Where the middles of so many parts are, in degrees clockwise from the top."""
    return [360 / count * number for number in range(count)]


def _ring_part(
    centre: QPointF, radius: float, middle: float, part: float, label: Label | None
) -> Shape:
    radii = (radius * RING[0], radius * RING[1])
    start, end = middle - part / 2, middle + part / 2
    gap = radius * GAP
    whole, half = (arc_band(centre, radii, (start, to), gap) for to in (end, middle))
    return Shape(whole, label, hatched=half)


def _needle_part(
    centre: QPointF, radius: float, middle: float, part: float, label: Label | None
) -> Shape:
    """A kite whose foot is cut off along the hub."""
    aside, hub = radius * GAP * 0.8, radius * (HUB + GAP)
    origin = at_angle(centre, aside, middle)
    tip = at_angle(origin, radius * TIP, middle)
    turn = part / 2
    left, right = (at_angle(origin, radius * SHOULDER, middle + t) for t in (-turn, turn))
    # Seen from the centre, where its edges meet the hub.
    meets = turn - degrees(asin(aside / hub * sin(radians(turn))))
    whole = _kite(centre, hub, (middle - meets, middle + meets), (left, tip, right))
    half = _kite(centre, hub, (middle, middle + meets), (tip, right))
    return Shape(whole, label, hatched=half, darker=half)


def _kite(
    centre: QPointF, hub: float, angles: tuple[float, float], corners: tuple[QPointF, ...]
) -> QPainterPath:
    """From the hub by the corners and back along the hub, clockwise."""
    start, end = angles
    path = QPainterPath(at_angle(centre, hub, start))
    for corner in corners:
        path.lineTo(corner)
    path.lineTo(at_angle(centre, hub, end))
    box = QRectF(centre.x() - hub, centre.y() - hub, 2 * hub, 2 * hub)
    path.arcTo(box, 90 - end, end - start)
    path.closeSubpath()
    return path


def _needle_label(centre: QPointF, radius: float, angle: float) -> BoxLabel:
    is_upright = angle % 180 < 45 or angle % 180 > 135
    distance = WORD_DISTANCE_UPRIGHT if is_upright else WORD_DISTANCE_BESIDE
    middle = at_angle(centre, radius * distance, angle)
    width, height = radius * WORD_WIDTH, radius * 0.2
    return BoxLabel(QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height))


def _hub(centre: QPointF, radius: float) -> Shape:
    path, half = QPainterPath(), QPainterPath()
    path.addEllipse(centre, radius * HUB, radius * HUB)
    box = path.boundingRect()
    half.moveTo(centre)
    half.arcTo(box, 90, -180)
    half.closeSubpath()
    sign = QPainterPath()
    sign.addEllipse(centre, radius * HUB_CLEAR, radius * HUB_CLEAR)
    return Shape(path, hatched=half.subtracted(sign))
