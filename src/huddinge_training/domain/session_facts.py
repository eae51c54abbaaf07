"""What a finished session states, for HR and for the unit: never a vote, never an order of votes.

Distributions stand in it only where both votes on a dilemma had ten votes or more (GRP-08).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from huddinge_training.domain.attendance import Attendance, Attendee
from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.group_record import covered_objectives
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.outcome import Outcome, Precision
from huddinge_training.domain.scenario import ObjectiveId, OptionId, ScenarioId


@dataclass(frozen=True, slots=True)
class ModulePart:
    """What a session covered of a module, by the wording of that day."""

    module_id: ModuleId
    module_hash: str
    objectives: tuple[ObjectiveId, ...]


@dataclass(frozen=True, slots=True)
class Discussed:
    """A dilemma with how many voted, and both distributions where they may be kept."""

    case: PlannedCase
    votes: tuple[int, int]
    counts: tuple[dict[OptionId, int], dict[OptionId, int]] | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as it is recorded, summed up and handed over."""

    session_id: str
    held_on: date
    title: str
    leader: str
    unit_code: str
    edition_id: str
    app_version: str
    parts: tuple[ModulePart, ...]
    discussed: tuple[Discussed, ...]
    agreement: str
    attendees: tuple[Attendee, ...]

    @property
    def present(self) -> tuple[Attendee, ...]:
        """Those for whom it counts."""
        return tuple(a for a in self.attendees if a.presence.counts)

    def without_names(self) -> "SessionFacts":
        """The same without the list of people, as the unit keeps it."""
        return replace(self, attendees=())

    def content(self) -> dict[str, object]:
        """The plain data, dates as ISO 8601."""
        return {
            "session_id": self.session_id,
            "held_on": self.held_on.isoformat(),
            "title": self.title,
            "leader": self.leader,
            "unit_code": self.unit_code,
            "edition_id": self.edition_id,
            "app_version": self.app_version,
            "parts": [[p.module_id, p.module_hash, list(p.objectives)] for p in self.parts],
            "discussed": [
                {
                    "case": [d.case.module_id, d.case.scenario_id],
                    "votes": list(d.votes),
                    "counts": [dict(counts) for counts in d.counts] if d.counts else None,
                }
                for d in self.discussed
            ],
            "agreement": self.agreement,
            "attendees": Attendance(self.attendees).content(),
        }

    @classmethod
    def from_content(cls, content: Any) -> "SessionFacts":
        """What ``content()`` described; raises KeyError, TypeError or ValueError."""
        return cls(
            session_id=str(content["session_id"]),
            held_on=date.fromisoformat(content["held_on"]),
            title=str(content["title"]),
            leader=str(content["leader"]),
            unit_code=str(content["unit_code"]),
            edition_id=str(content["edition_id"]),
            app_version=str(content["app_version"]),
            parts=tuple(
                ModulePart(
                    ModuleId(str(module_id)),
                    str(module_hash),
                    tuple(ObjectiveId(str(objective)) for objective in objectives),
                )
                for module_id, module_hash, objectives in content["parts"]
            ),
            discussed=tuple(_discussed(one) for one in content["discussed"]),
            agreement=str(content["agreement"]),
            attendees=Attendance.from_content(content["attendees"]).attendees,
        )


def facts_of(
    session: GroupSession, course: Course, session_id: str, held_on: date, app_version: str
) -> SessionFacts:
    """What the session states now."""
    plan = session.plan
    return SessionFacts(
        session_id=session_id,
        held_on=held_on,
        title=plan.title,
        leader=plan.leader,
        unit_code=plan.unit_code,
        edition_id=course.edition.id,
        app_version=app_version,
        parts=_parts(session, course),
        discussed=tuple(
            _of_case(case, session.reveal(number)) for number, case in enumerate(plan.cases)
        ),
        agreement=session.agreement,
        attendees=session.attendance.attendees,
    )


def _parts(session: GroupSession, course: Course) -> tuple[ModulePart, ...]:
    by_module: dict[ModuleId, list[ScenarioId]] = {}
    for case in session.plan.cases:
        by_module.setdefault(case.module_id, []).append(case.scenario_id)
    parts = []
    for module_id, scenario_ids in by_module.items():
        module = course.module(module_id)
        scenarios = [module.scenario(scenario_id) for scenario_id in scenario_ids]
        objectives = covered_objectives(module, scenarios)
        parts.append(ModulePart(module_id, module.content_hash, objectives))
    return tuple(parts)


def _of_case(case: PlannedCase, shown: Sequence[Outcome | None]) -> Discussed:
    first, second = shown
    votes = (first.total if first else 0, second.total if second else 0)
    if first is None or second is None or first.counts is None or second.counts is None:
        return Discussed(case, votes)
    assert first.precision is second.precision is Precision.COUNTS
    return Discussed(case, votes, (dict(first.counts), dict(second.counts)))


def _discussed(content: Any) -> Discussed:
    module_id, scenario_id = content["case"]
    first, second = content["votes"]
    counts = None
    if content["counts"] is not None:
        one, two = content["counts"]
        counts = (_counts(one), _counts(two))
    case = PlannedCase(ModuleId(str(module_id)), ScenarioId(str(scenario_id)))
    return Discussed(case, (int(first), int(second)), counts)


def _counts(content: Any) -> dict[OptionId, int]:
    return {OptionId(str(option)): int(count) for option, count in content.items()}
