"""What is on the big picture, as plain data: blocks of words, results, and a code to scan."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from huddinge_training.domain.outcome import Outcome
from huddinge_training.domain.scenario import OptionId

MOST_WORDS = 60


class Size(Enum):
    """How high the letters are, as a part of the picture's height (GRP-11)."""

    CODE = 1 / 10
    TITLE = 1 / 14
    QUESTION = 1 / 17
    READING = 1 / 22
    SMALL = 1 / 28


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``option`` is its place among the options, for its letter and sign."""

    text: str
    size: Size = Size.READING
    option: int | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """How phones come in: scan, or type the address and the code."""

    caption: str
    address: str
    code_caption: str
    code: str
    squares: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """One vote's result; an option that is not shown has the step's word, or its count."""

    caption: str
    outcome: Outcome
    values: tuple[str, ...]
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Both results side by side, the first on the left, or one and why it is alone."""

    bars: tuple[Bars, ...]
    note: str = ""

    @property
    def words(self) -> str:
        """All that can be read in it."""
        lines = [
            f"{bars.caption}: "
            + ", ".join(f"{'ABCDEFGH'[n]} {value}" for n, value in enumerate(bars.values))
            for bars in self.bars
        ]
        return "\n".join([*lines, self.note] if self.note else lines)


Block = Words | Door | Results


@dataclass(frozen=True, slots=True)
class Slide:
    """A step's blocks in order; ``breaks`` are the places before which a new screen begins."""

    blocks: tuple[Block, ...]
    breaks: tuple[int, ...] = field(default=())

    @property
    def text(self) -> str:
        """All that can be read on it."""
        return "\n".join(_text_of(block) for block in self.blocks)


def halves(text: str) -> tuple[str, ...]:
    """A scene of more than sixty words in two parts, between sentences (GRP-11)."""
    words = text.split()
    if len(words) <= MOST_WORDS:
        return (text,)
    ends = [
        place + 1
        for place, word in enumerate(words[:-1])
        if word.rstrip("”\"'’)").endswith((".", "?", "!", "…", ":"))
    ]
    middle = len(words) / 2
    cut = min(ends, key=lambda end: abs(end - middle), default=round(middle))
    return " ".join(words[:cut]), " ".join(words[cut:])


def slide(*blocks: Block, breaks: Sequence[int] = ()) -> Slide:
    """A slide of these blocks."""
    return Slide(tuple(blocks), tuple(breaks))


def _text_of(block: Block) -> str:
    if isinstance(block, Words):
        return block.text
    if isinstance(block, Results):
        return block.words
    return "\n".join((block.caption, block.address, block.code_caption, block.code))
