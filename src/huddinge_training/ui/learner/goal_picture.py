"""The picture of the goals: a sun over an arch of goals, carried by how the work is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Fill, Shape
from huddinge_training.ui.widgets.drawn_picture import REACH, DrawnPicture
from huddinge_training.ui.widgets.part_labels import (
    ArcLabel,
    BoxLabel,
    Label,
    arc_band,
    at_angle,
)

# Of the width.
SUN, BAND, RING = 0.085, 0.06, 0.165
BLOCK, PLINTH, ARROW, HEAD = 0.1, 0.058, 0.058, 0.03
GAP = 6
PADDING = 6
SIGN_FACTOR = 2.4


@dataclass(frozen=True, slots=True)
class GoalWords:
    """The parts from the top down, by where they are drawn."""

    sun: DrawnPart
    band: DrawnPart
    ring: Sequence[DrawnPart]
    middle: DrawnPart
    blocks: Sequence[DrawnPart]
    plinth: DrawnPart
    arrow: DrawnPart

    def in_order(self) -> list[DrawnPart]:
        """As they are read."""
        return [
            self.sun, self.band, *self.ring, self.middle, *self.blocks, self.plinth, self.arrow
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Measures:
    """Where everything lies in a picture of a width."""

    width: float

    @property
    def outer(self) -> float:
        return self.width / 2 - REACH

    @property
    def centre(self) -> QPointF:
        """In the middle of the foot of the arch."""
        return QPointF(self.width / 2, REACH + 2 * self.sun + GAP + self.outer)

    @property
    def sun(self) -> float:
        return self.width * SUN

    @property
    def ring(self) -> tuple[float, float]:
        outer = self.outer - self.width * BAND - GAP
        return outer - self.width * RING, outer

    @property
    def inner(self) -> float:
        return self.ring[0] - GAP

    def row(self, number: int) -> QRectF:
        """The blocks, the plinth and the arrow below the arch, from one side to the other."""
        top = self.centre.y() + GAP
        heights = [self.width * part for part in (BLOCK, PLINTH, ARROW)]
        top += sum(heights[:number]) + number * GAP
        return QRectF(REACH, top, self.width - 2 * REACH, heights[number])

    @property
    def height(self) -> int:
        return round(self.row(2).bottom()) + REACH


class GoalPicture(DrawnPicture):
    """As many goals in the arch and blocks below it as the course's edition has."""

    widths = (520, 880)

    def __init__(self, presentation: Presentation, name: str, words: GoalWords) -> None:
        super().__init__(presentation.theme, name, words.in_order())
        self._presentation = presentation
        self._middle_id = words.middle.id
        self._counts = len(words.ring), len(words.blocks)

    def height_of(self, width: int) -> int:
        """What the arch and all that is above and below it need."""
        return _Measures(width).height

    def shapes(self, width: int) -> list[Shape]:
        """From the sun down to the arrow."""
        measures = _Measures(width)
        labels = self.labels(width)
        paths = self._paths(measures)
        ring, blocks = self._counts
        plain = [Shape(path, label) for path, label in zip(paths, labels, strict=True)]
        sun, band, *rest = plain
        goals, others = rest[:ring], rest[ring:]
        middle, *feet = others
        return [
            _half_hatched(sun),
            replace(band, darker=band.path),
            *map(_half_hatched, goals),
            replace(middle, darker=middle.path),
            *feet[:blocks],
            *(replace(foot, darker=foot.path) for foot in feet[blocks:]),
        ]

    def labels(self, width: int) -> list[Label | None]:
        """In boxes, but along the band."""
        measures = _Measures(width)
        ring, blocks = self._counts
        inner, outer = measures.ring
        middle = (inner + outer) / 2
        side = (outer - inner) * 0.9
        sun = QRectF(0, 0, 2 * measures.sun, 2 * measures.sun)
        sun.moveCenter(_sun_centre(measures))
        half_disc = QRectF(0, 0, measures.inner * 1.4, measures.inner * 0.4)
        half_disc.moveCenter(measures.centre - QPointF(0, measures.inner * 0.25))
        return [
            BoxLabel(_inside(sun)),
            ArcLabel(measures.centre, measures.outer - width * BAND / 2, 0, 120),
            *(
                BoxLabel(_square(at_angle(measures.centre, middle, turn), side))
                for turn in _turns(ring)
            ),
            BoxLabel(half_disc),
            *(BoxLabel(_inside(box)) for box in _split(measures.row(0), blocks)),
            BoxLabel(_inside(measures.row(1))),
            BoxLabel(_inside(measures.row(2))),
        ]

    def paint_sign(self, painter: QPainter, part: DrawnPart, shape: Shape) -> None:
        """The compass stands for the shared values."""
        if part.id == self._middle_id:
            token = "on_primary" if part.fill is Fill.FULL else "primary"
            sign = self._presentation.pixmap("kompassen", token, SIGN_FACTOR)
            size = sign.deviceIndependentSize()
            box = shape.path.boundingRect()
            painter.drawPixmap(
                QPointF(box.center().x() - size.width() / 2, box.top() + box.height() * 0.16), sign
            )

    def _paths(self, measures: _Measures) -> list[QPainterPath]:
        ring, blocks = self._counts
        centre, outer = measures.centre, measures.outer
        sun = QPainterPath()
        sun.addEllipse(_sun_centre(measures), measures.sun, measures.sun)
        return [
            sun,
            arc_band(centre, (outer - measures.width * BAND, outer), (-90, 90)),
            *(
                arc_band(centre, measures.ring, (turn - 90 / ring, turn + 90 / ring), GAP)
                for turn in _turns(ring)
            ),
            _half_disc(centre, measures.inner),
            *(_rounded(box) for box in _split(measures.row(0), blocks)),
            _rounded(measures.row(1)),
            _arrow(measures.row(2), measures.width * HEAD),
        ]


def _turns(count: int) -> list[float]:
    """Where the middles of so many parts of the arch are, in degrees clockwise from the top."""
    return [180 / count * (number + 0.5) - 90 for number in range(count)]


def _sun_centre(measures: _Measures) -> QPointF:
    return QPointF(measures.width / 2, REACH + measures.sun)


def _split(row: QRectF, count: int) -> list[QRectF]:
    width = (row.width() - GAP * (count - 1)) / count
    return [
        QRectF(row.left() + number * (width + GAP), row.top(), width, row.height())
        for number in range(count)
    ]


def _square(centre: QPointF, side: float) -> QRectF:
    box = QRectF(0, 0, side, side)
    box.moveCenter(centre)
    return box


def _inside(box: QRectF) -> QRectF:
    return box.adjusted(PADDING, 0, -PADDING, 0)


def _half_hatched(shape: Shape) -> Shape:
    box = shape.path.boundingRect()
    left = QPainterPath()
    left.addRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()))
    return replace(shape, hatched=shape.path.intersected(left))


def _rounded(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, 4, 4)
    return path


def _half_disc(centre: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath(QPointF(centre.x() - radius, centre.y()))
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 180, -180)
    path.closeSubpath()
    return path


def _arrow(box: QRectF, head: float) -> QPainterPath:
    path = QPainterPath(box.topLeft())
    path.lineTo(box.right() - head, box.top())
    path.lineTo(box.right(), box.center().y())
    path.lineTo(box.right() - head, box.bottom())
    path.lineTo(box.left(), box.bottom())
    path.closeSubpath()
    return path
