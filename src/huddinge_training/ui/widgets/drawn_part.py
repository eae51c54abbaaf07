"""A part of a drawing: what is said of it, how full it is, and where it lies."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QPainterPath

from huddinge_training.ui.widgets.part_labels import Label


class Fill(Enum):
    """How much of a part is coloured in."""

    EMPTY = auto()
    HALF = auto()
    FULL = auto()


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """What is drawn and said of a part: its id, the word on it, how full it is.

    ``title`` tells it apart without the drawing around it; ``name`` is read out: the title, and
    how full it is in words.
    """

    id: str
    word: str
    title: str
    name: str
    fill: Fill = Fill.EMPTY


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a part lies, what of it is hatched when it is half full, and what is darker when full.

    The darker half of a needle makes it look folded.
    """

    path: QPainterPath
    label: Label | None = None
    hatched: QPainterPath | None = None
    darker: QPainterPath | None = None
