"""What a rule of the linter says of a place in the course, before its line is looked up."""

from collections.abc import Iterator
from dataclasses import dataclass

from huddinge_training.content.yaml_source import Step
from huddinge_training.domain.finding import Severity
from huddinge_training.language import Message


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file: the file, and the keys and list positions that lead to it."""

    file: str
    path: tuple[Step, ...] = ()

    def at(self, *steps: Step) -> "Place":
        """A place further in."""
        return Place(self.file, self.path + steps)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding that still has a place instead of a line."""

    place: Place
    rule: str
    severity: Severity
    words: Message
    hint: Message


Remarks = Iterator[Remark]


def error(place: Place, rule: str, words: Message, hint: Message) -> Remark:
    """A remark that blocks a release."""
    return Remark(place, rule, Severity.ERROR, words, hint)


def warning(place: Place, rule: str, words: Message, hint: Message) -> Remark:
    """A remark that asks the author to look again."""
    return Remark(place, rule, Severity.WARNING, words, hint)
