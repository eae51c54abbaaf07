"""The vocabulary in which a file format is declared: texts, numbers, lists, records.

The reader, its hints and the JSON Schema are all made from such a declaration.
"""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from huddinge_training.language import Message, message


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value has to look like; ``about`` says what it is for, in editors."""

    about: str = field(default="", kw_only=True)


class Leaf(Shape, ABC):
    """A value that holds no other values."""

    @abstractmethod
    def plain(self, value: object) -> str | int | float:
        """The value as JSON can hold it; raises ValueError when it has not this shape."""

    @property
    @abstractmethod
    def expected(self) -> Message:
        """What to write instead of what is not accepted."""


@dataclass(frozen=True, slots=True)
class Words(Leaf):
    """A string of one line that nobody translates."""

    pattern: ClassVar[str] = r".+"
    wanted: ClassVar[Message] = message("Write a text, in quotation marks.")

    def plain(self, value: object) -> str:
        """The string, with single spaces."""
        words = " ".join(value.split()) if isinstance(value, str) else ""
        if not re.fullmatch(self.pattern, words):
            raise ValueError(words)
        return words

    @property
    def expected(self) -> Message:
        """What the string should look like."""
        return self.wanted


class Identifier(Words):
    """The name by which other places point to something."""

    pattern = r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
    wanted = message("Use the letters a–z, digits and hyphens, such as “min-chef”.")


class WebAddress(Words):
    """The address of a page."""

    pattern = r"https?://\S+"
    wanted = message("Write the whole address; it begins with “https://”.")


class FilePath(Words):
    """A file in the folder of the course or in a folder in it."""

    pattern = r"((?!\.)[^\\/:]+/)?(?!\.)[^\\/:]+"
    wanted = message("Write a path from the folder of the course, such as “source/text.txt”.")


class FileName(Words):
    """The name of a picture's file, whose folder is known."""

    pattern = r"[a-z0-9]+(-[a-z0-9]+)*\.svg"
    wanted = message("Write the name of an SVG file, such as “fri-fran-jav.svg”.")


@dataclass(frozen=True, slots=True)
class Number(Leaf):
    """A number between two bounds, a whole one unless ``is_share``."""

    least: int = 1
    most: int = 1_000_000
    is_share: bool = False

    def plain(self, value: object) -> int | float:
        """The number itself."""
        is_number = type(value) is int or (self.is_share and type(value) is float)
        if is_number and isinstance(value, int | float) and self.least <= value <= self.most:
            return value
        raise ValueError(value)

    @property
    def expected(self) -> Message:
        """Between which bounds it should be."""
        if self.is_share:
            return message("Write a number from 0 to 1, such as 0.8.")
        return message(
            "Write a whole number from {least} to {most}.", least=self.least, most=self.most
        )


@dataclass(frozen=True, slots=True)
class Flag(Leaf):
    """True or false."""

    def plain(self, value: object) -> bool:
        """The flag itself."""
        if not isinstance(value, bool):
            raise ValueError(value)
        return value

    @property
    def expected(self) -> Message:
        """How a flag is written."""
        return message("Write true or false, without quotation marks.")


@dataclass(frozen=True, slots=True)
class Day(Leaf):
    """A date."""

    def plain(self, value: object) -> str:
        """The date in ISO 8601."""
        if type(value) is not date:
            raise ValueError(value)
        return value.isoformat()

    @property
    def expected(self) -> Message:
        """How a date is written."""
        return message("Write a date like 2026-03-07, without quotation marks.")


@dataclass(frozen=True, slots=True)
class Choice(Leaf):
    """One of some words."""

    among: tuple[str, ...]

    def plain(self, value: object) -> str:
        """The word itself."""
        if not isinstance(value, str) or value not in self.among:
            raise ValueError(value)
        return value

    @property
    def expected(self) -> Message:
        """All the words."""
        return message("Choose among: {choices}.", choices=", ".join(self.among))


@dataclass(frozen=True, slots=True)
class Bilingual(Shape):
    """A text in Swedish and English; a plain string is Swedish without a translation."""


@dataclass(frozen=True, slots=True)
class ListOf(Shape):
    """Several of the same shape, in an order that means something."""

    item: Shape
    least: int = 1


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record and what stands after it."""

    name: str
    shape: Shape
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record(Shape):
    """Keys with a meaning each.

    A plain string may stand for a record with only the key ``shorthand``; of the keys in
    ``one_of`` there must be at least one.
    """

    name: str
    keys: tuple[Key, ...]
    shorthand: str = ""
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapOf(Shape):
    """A file that maps ids to records of one shape."""

    name: str
    item: Record


def required(name: str, shape: Shape) -> Key:
    """A key that must be there."""
    return Key(name, shape, required=True)


def optional(name: str, shape: Shape) -> Key:
    """A key that may be left out."""
    return Key(name, shape)
