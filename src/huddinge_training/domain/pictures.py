"""The two pictures of an official page, part by part: its goals, and its shared values.

Another edition of the page is other data: nothing here knows how many goals there are, or what
a value is called.
"""

from dataclasses import dataclass

from huddinge_training.domain.source import Source
from huddinge_training.language import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """A part of a picture: its name, what the source says word for word, and our own question.

    Of some parts, such as a single goal, the source gives the name only.
    """

    id: str
    name: Text
    text: Text | None = None
    question: Text | None = None


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Parts that belong together, and what the source says of all of them."""

    id: str
    name: Text
    text: Text
    parts: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class GoalPicture:
    """The goals (målbild): the vision on top, what is to be reached, and what carries it.

    The module is the one that teaches them.
    """

    source: Source
    module_id: str
    vision: Statement
    aim: Statement
    overarching: StatementGroup
    values: Statement
    strategic: StatementGroup
    terms: Statement


@dataclass(frozen=True, slots=True)
class SharedValues:
    """The shared values (gemensamma värden): core values, and the principles of the ethical code.

    The core values are taught by the module ``values_module_id``, each principle by the module
    that bears its number; where they pull in different directions is the module of the dilemmas.
    """

    source: Source
    values_module_id: str
    dilemmas_module_id: str
    core_values: StatementGroup
    principles: StatementGroup
    dilemmas: Statement
