"""What a led session leaves in the ledger, and when sessions add up to a module.

A rule of its own beside PED-11: who was there when every objective of a module was talked about,
at one meeting or at several, has done the module. Never an answer: nobody knows one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from huddinge_training.domain.course import Module, ModuleId
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.scenario import ObjectiveId, Scenario


@dataclass(frozen=True, slots=True)
class Attended:
    """A person was at a session that talked about some objectives of a module."""

    session_id: str
    person_id: PersonId
    unit_code: str
    module_id: ModuleId
    edition_id: str
    module_hash: str
    objectives: tuple[ObjectiveId, ...]
    attended_on: date
    app_version: str

    def content(self) -> dict[str, object]:
        """The plain data of the entry."""
        return {
            "session_id": self.session_id,
            "person_id": self.person_id,
            "unit_code": self.unit_code,
            "module_id": self.module_id,
            "edition_id": self.edition_id,
            "module_hash": self.module_hash,
            "objectives": list(self.objectives),
            "attended_on": self.attended_on.isoformat(),
            "mode": "grupp",
            "app_version": self.app_version,
        }

    @classmethod
    def from_content(cls, content: dict[str, object]) -> "Attended":
        """The entry that ``content()`` described; raises KeyError or TypeError for other data."""
        objectives = content["objectives"]
        if not isinstance(objectives, list):
            raise TypeError(objectives)
        return cls(
            session_id=str(content["session_id"]),
            person_id=PersonId(str(content["person_id"])),
            unit_code=str(content["unit_code"]),
            module_id=ModuleId(str(content["module_id"])),
            edition_id=str(content["edition_id"]),
            module_hash=str(content["module_hash"]),
            objectives=tuple(ObjectiveId(str(objective)) for objective in objectives),
            attended_on=date.fromisoformat(str(content["attended_on"])),
            app_version=str(content["app_version"]),
        )


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """How far the sessions that a person was at reach in a module."""

    module: Module
    covered: tuple[ObjectiveId, ...]
    completed_on: date | None

    @property
    def missing(self) -> tuple[ObjectiveId, ...]:
        """The objectives that no session has talked about yet, in the module's order."""
        return tuple(o.id for o in self.module.objectives if o.id not in self.covered)


def covered_objectives(module: Module, scenarios: Iterable[Scenario]) -> tuple[ObjectiveId, ...]:
    """The objectives of the module that these scenarios are about, in the module's order."""
    talked_about = {scenario.objective for scenario in scenarios}
    return tuple(o.id for o in module.objectives if o.id in talked_about)


def group_progress(module: Module, attended: Sequence[Attended]) -> GroupProgress:
    """What the sessions add up to; the module is completed on the day the last one came.

    Later sessions on what was covered already do not move that day.
    """
    wanted = {objective.id for objective in module.objectives}
    covered: set[ObjectiveId] = set()
    completed_on = None
    for entry in sorted(attended, key=lambda e: (e.attended_on, e.session_id)):
        if entry.module_id != module.id:
            continue
        covered |= wanted & set(entry.objectives)
        if covered == wanted and completed_on is None:
            completed_on = entry.attended_on
    return GroupProgress(
        module, tuple(o.id for o in module.objectives if o.id in covered), completed_on
    )
