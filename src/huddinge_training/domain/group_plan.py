"""The plan of a led session: which dilemmas, how long each step takes, who is expected."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NewType

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.scenario import ScenarioId

PlanId = NewType("PlanId", str)

MOST_PEOPLE = 200
LARGEST_PAIR_GROUP = 6


class Length(StrEnum):
    """The ready plans, by their minutes."""

    SHORT = "20"
    NORMAL = "45"
    LONG = "60"

    @property
    def minutes(self) -> int:
        """How long the session takes."""
        return int(self.value)

    @property
    def dilemma_count(self) -> int:
        """How many dilemmas there is time for."""
        return 2 if self is Length.NORMAL else 1


class StepKind(StrEnum):
    """What the room does at a step (section 5.2 of the requirements)."""

    GROUND_RULES = "ground_rules"
    READ = "read"
    THINK = "think"
    VOTE_1 = "vote_1"
    TALK = "talk"
    PLENARY = "plenary"
    VOTE_2 = "vote_2"
    REVEAL = "reveal"
    RULE = "rule"
    AGREEMENT = "agreement"
    ATTENDANCE = "attendance"

    @property
    def is_vote(self) -> bool:
        """Whether people vote at it."""
        return self in (StepKind.VOTE_1, StepKind.VOTE_2)


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """A scenario of the course that is discussed."""

    module_id: ModuleId
    scenario_id: ScenarioId


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who is expected; the number is HR's, never a personal identity number."""

    name: str
    employee_number: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a plan; ``case`` is the index of the dilemma, None where it is of the whole."""

    kind: StepKind
    minutes: int
    case: int | None = None


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What a manager has planned; kept in a file that the meeting room's computer opens.

    Who is expected is a list, or where it is empty just ``expected_count``.
    """

    id: PlanId
    title: str
    length: Length
    cases: tuple[PlannedCase, ...]
    leader: str
    unit_code: str = ""
    expected: tuple[Expected, ...] = ()
    expected_count: int = 0
    notes: str = ""

    def content(self) -> dict[str, object]:
        """The plain data of the plan, as it stands in a file."""
        return {
            "id": self.id,
            "title": self.title,
            "length": self.length.value,
            "cases": [[case.module_id, case.scenario_id] for case in self.cases],
            "leader": self.leader,
            "unit_code": self.unit_code,
            "expected": [[person.name, person.employee_number] for person in self.expected],
            "expected_count": self.expected_count,
            "notes": self.notes,
        }

    @classmethod
    def from_content(cls, content: Any) -> "GroupPlan":
        """The plan that ``content()`` described; raises KeyError, TypeError or ValueError."""
        return cls(
            id=PlanId(str(content["id"])),
            title=str(content["title"]),
            length=Length(content["length"]),
            cases=tuple(
                PlannedCase(ModuleId(str(module)), ScenarioId(str(scenario)))
                for module, scenario in content["cases"]
            ),
            leader=str(content["leader"]),
            unit_code=str(content["unit_code"]),
            expected=tuple(
                Expected(str(name), str(number)) for name, number in content["expected"]
            ),
            expected_count=int(content["expected_count"]),
            notes=str(content["notes"]),
        )

    @property
    def people(self) -> int:
        """How many are expected."""
        return len(self.expected) or self.expected_count

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the session with their minutes, in order."""
        opening, each, closing = MINUTES[self.length]
        steps = [Step(StepKind.GROUND_RULES, opening)]
        for number in range(len(self.cases)):
            steps += [Step(kind, minutes, number) for kind, minutes in each[number % len(each)]]
        steps += [Step(kind, minutes) for kind, minutes in closing]
        return tuple(steps)


def talk_size(people: int) -> int:
    """How many talk with each other: pairs up to six people, threes above (GRP-03)."""
    return 2 if people <= LARGEST_PAIR_GROUP else 3


Minutes = tuple[tuple[StepKind, int], ...]


def _case(read: int, think: int, talk: int, plenary: int, rule: int) -> Minutes:
    return (
        (StepKind.READ, read),
        (StepKind.THINK, think),
        (StepKind.VOTE_1, 1),
        (StepKind.TALK, talk),
        (StepKind.PLENARY, plenary),
        (StepKind.VOTE_2, 1),
        (StepKind.REVEAL, 1),
        (StepKind.RULE, rule),
    )


def _closing(agreement: int, attendance: int) -> Minutes:
    return ((StepKind.AGREEMENT, agreement), (StepKind.ATTENDANCE, attendance))


MINUTES: dict[Length, tuple[int, tuple[Minutes, ...], Minutes]] = {
    Length.SHORT: (2, (_case(2, 1, 5, 5, 0),), _closing(1, 1)),
    Length.NORMAL: (
        4,
        (_case(2, 1, 6, 6, 2), _case(2, 1, 5, 5, 2)),
        _closing(2, 1),
    ),
    Length.LONG: (5, (_case(4, 5, 10, 20, 8),), _closing(3, 2)),
}
