"""The parts of the compass and of the goals as a person meets them: words, origin, progress."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from huddinge_training.domain.course import Course
from huddinge_training.domain.pictures import GoalPicture, Statement, StatementGroup
from huddinge_training.domain.source import Source
from huddinge_training.language import Text
from huddinge_training.services.overview import ModuleOverview, ModuleState, Overview


class PartKind(Enum):
    """What a part of a picture stands for."""

    PRINCIPLE = auto()
    CORE_VALUE = auto()
    DILEMMAS = auto()
    VISION = auto()
    AIM = auto()
    GOAL = auto()
    SHARED_VALUES = auto()
    STRATEGIC_GOAL = auto()
    ORGANISATION = auto()
    TERMS = auto()


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A part with what its source says; ``module`` is how far the person is in what teaches it.

    A principle has its number in the code.
    """

    id: str
    kind: PartKind
    name: Text
    quote: Text
    source: Source
    question: Text | None = None
    module: ModuleOverview | None = None
    number: int = 0

    @property
    def state(self) -> ModuleState:
        """What is done again stays done."""
        if self.module is None:
            return ModuleState.NOT_STARTED
        return ModuleState.DONE if self.module.completion is not None else self.module.state


def compass_parts(course: Course, overview: Overview) -> tuple[PicturePart, ...]:
    """The principles, the core values and the dilemmas, or nothing where the course has none."""
    values = course.values
    if values is None:
        return ()
    by_id = _by_id(overview)
    by_number = {m.module.principle: m for m in overview.modules if m.module.principle}
    values_module = by_id.get(values.values_module_id)
    return (
        *(
            replace(
                _part(PartKind.PRINCIPLE, part, values.source, by_number.get(number)),
                number=number,
            )
            for number, part in enumerate(values.principles.parts, start=1)
        ),
        *(
            _part(PartKind.CORE_VALUE, part, values.source, values_module)
            for part in values.core_values.parts
        ),
        _part(
            PartKind.DILEMMAS, values.dilemmas, values.source,
            by_id.get(values.dilemmas_module_id),
        ),
    )  # fmt: skip


def goal_parts(goals: GoalPicture, overview: Overview) -> tuple[PicturePart, ...]:
    """The parts from the vision on top down to what carries it."""
    module = _by_id(overview).get(goals.module_id)
    overarching, strategic = goals.overarching, goals.strategic
    found = (
        (PartKind.VISION, goals.vision),
        (PartKind.AIM, goals.aim),
        *((PartKind.GOAL, _of(overarching, part)) for part in overarching.parts),
        (PartKind.SHARED_VALUES, goals.values),
        *((PartKind.STRATEGIC_GOAL, _of(strategic, part)) for part in strategic.parts),
        (PartKind.ORGANISATION, Statement(strategic.id, strategic.name, strategic.text)),
        (PartKind.TERMS, goals.terms),
    )
    return tuple(_part(kind, part, goals.source, module) for kind, part in found)


def _by_id(overview: Overview) -> dict[str, ModuleOverview]:
    return {str(m.module.id): m for m in overview.modules}


def _of(group: StatementGroup, part: Statement) -> Statement:
    """A goal without words of its own in the source is told by those of its group."""
    return part if part.text is not None else replace(part, text=group.text)


def _part(
    kind: PartKind, part: Statement, source: Source, module: ModuleOverview | None
) -> PicturePart:
    quote = part.text or part.name
    return PicturePart(part.id, kind, part.name, quote, source, part.question, module)
