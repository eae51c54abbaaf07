"""A scenario: a situation from work, a question, options, and what each of them leads to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from huddinge_training.language import Text

ScenarioId = NewType("ScenarioId", str)
ObjectiveId = NewType("ObjectiveId", str)
OptionId = NewType("OptionId", str)
DecisionId = NewType("DecisionId", str)
PartId = NewType("PartId", str)
GroupId = NewType("GroupId", str)

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


class AnswerForm(StrEnum):
    """How a scenario is answered: by one choice (at each decision), or part by part."""

    CHOICE = "choice"
    CHOOSE_ALL = "choose_all"
    MARK = "mark"
    ORDER = "order"
    SORT = "sort"


@dataclass(frozen=True, slots=True)
class Option:
    """One way to act, with what happens next and why; ``leads_to`` another decision, or ends."""

    id: OptionId
    text: Text
    consequence: Text
    feedback: Text
    grade: Grade | None = None
    misconception: str = ""
    leads_to: DecisionId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What there is to decide once an earlier option has led here (PED-18)."""

    id: DecisionId
    scene: Text
    question: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One of the heaps that cases are sorted into."""

    id: GroupId
    title: Text


@dataclass(frozen=True, slots=True)
class Part:
    """A statement, sentence, step or case that is answered on its own, with why.

    ``applies`` counts when all that apply are chosen or marked, ``group`` when cases are
    sorted; the right order of steps is that of the parts.
    """

    id: PartId
    text: Text
    feedback: Text
    applies: bool = False
    group: GroupId | None = None


@dataclass(frozen=True, slots=True)
class StepThought:
    """What one thinks at a step of the decision procedure, in the worked example."""

    step_id: str
    thought: Text


@dataclass(frozen=True, slots=True)
class RealCase:
    """Something that has happened, told without names, with year and source."""

    title: Text
    text: Text
    year: int
    source: Text


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
    """Somebody to ask: a role, when to ask, and how to reach them where that is filled in."""

    id: str
    title: Text
    when: Text | None = None
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
    """A situation with its options or parts, as the author wrote it, all references resolved."""

    id: ScenarioId
    version: int
    kind: Kind
    title: Text
    roles: tuple[str, ...]
    objective: ObjectiveId
    scene: Text
    question: Text
    options: tuple[Option, ...] = ()
    decisions: tuple[Decision, ...] = ()
    form: AnswerForm = AnswerForm.CHOICE
    parts: tuple[Part, ...] = ()
    groups: tuple[Group, ...] = ()
    steps: tuple[StepThought, ...] = ()
    rules: tuple[Rule, ...] = ()
    ask: tuple[Ask, ...] = ()
    values: tuple[str, ...] = ()
    is_sensitive: bool = False
    about_manager: bool = False
    reflection: Text | None = None
    perspectives: tuple[Perspective, ...] = ()
    boundary: Text | None = None
    facilitation: Facilitation | None = None
    real_case: RealCase | None = None
    review: Review = Review()
    content_hash: str = ""

    def decision(self, decision_id: DecisionId) -> Decision:
        """The later decision with this id; raises KeyError."""
        for decision in self.decisions:
            if decision.id == decision_id:
                return decision
        raise KeyError(decision_id)

    @property
    def first_decision(self) -> Decision:
        """What there is to decide at once, in the shape of the later decisions."""
        return Decision(DecisionId(""), self.scene, self.question, self.options)

    @property
    def all_decisions(self) -> tuple[Decision, ...]:
        """Every decision, the first one first; none where it is answered part by part."""
        return (self.first_decision, *self.decisions) if self.options else ()

    @property
    def is_branching(self) -> bool:
        """Whether some option leads to another decision."""
        return bool(self.decisions)

    @property
    def is_for_everyone(self) -> bool:
        """Whether it is close to every role's work."""
        return FOR_EVERYONE in self.roles
