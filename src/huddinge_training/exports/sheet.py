"""A table for a spreadsheet, in plain data: what stands where, not how it is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

Cell = str | int | float | date | None


class Kind(Enum):
    """How a column shows its numbers and dates; texts look the same in all."""

    PLAIN = auto()
    COUNT = auto()
    PERCENT = auto()
    MONTH = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the width in characters, and how its numbers look."""

    heading: str
    width: int
    kind: Kind = Kind.PLAIN
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one row of headings; a cell without a value is None or an empty text."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
