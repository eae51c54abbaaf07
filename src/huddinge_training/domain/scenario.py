"""A scenario: a situation from work, a question, options, and what each of them leads to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from huddinge_training.language import Text

ScenarioId = NewType("ScenarioId", str)
ObjectiveId = NewType("ObjectiveId", str)
OptionId = NewType("OptionId", str)

FOR_EVERYONE = "alla"


class Kind(StrEnum):
    """What the options are measured by: a rule, a judgement, or nothing (no key)."""

    RULE = "regelfall"
    JUDGEMENT = "bedomning"
    DILEMMA = "dilemma"


class Grade(StrEnum):
    """How good an option is; never a score."""

    BEST = "best"
    ACCEPTABLE = "acceptable"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Option:
    """One way to act, with what happens next and why."""

    id: OptionId
    text: Text
    consequence: Text
    feedback: Text
    grade: Grade | None = None
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that scenarios rest on, in plain words, with the day it was checked."""

    id: str
    title: Text
    plain: Text
    checked: date
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ask: a role, never an invented name or number."""

    id: str
    title: Text
    how: Text | None = None
    is_manager: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask in a scenario and, if not always, when."""

    contact: Contact
    when: Text | None = None


@dataclass(frozen=True, slots=True)
class Perspective:
    """Somebody in a dilemma and what is at stake for them."""

    who: Text
    stake: Text


@dataclass(frozen=True, slots=True)
class Facilitation:
    """What the leader of a discussion needs: open questions, pitfalls and minutes."""

    minutes: int
    questions: tuple[Text, ...]
    pitfalls: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Who has looked at a scenario; what nobody has looked at says draft (PED-16)."""

    status: str = "draft"
    needs: str = ""
    panel: int = 0
    agreement: float = 0.0
    approved_by_role: str = ""
    reviewed_on: date | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation with its options, as the author wrote it, with rules and contacts resolved."""

    id: ScenarioId
    version: int
    kind: Kind
    title: Text
    roles: tuple[str, ...]
    objective: ObjectiveId
    scene: Text
    question: Text
    options: tuple[Option, ...]
    rules: tuple[Rule, ...] = ()
    ask: tuple[Ask, ...] = ()
    values: tuple[str, ...] = ()
    is_sensitive: bool = False
    about_manager: bool = False
    reflection: Text | None = None
    perspectives: tuple[Perspective, ...] = ()
    boundary: Text | None = None
    facilitation: Facilitation | None = None
    review: Review = Review()
    content_hash: str = ""

    def option(self, option_id: OptionId) -> Option:
        """The option with this id; raises KeyError."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    @property
    def is_for_everyone(self) -> bool:
        """Whether it is close to every role's work."""
        return FOR_EVERYONE in self.roles
