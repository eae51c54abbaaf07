"""The course: editions, modules and what is read in them; frozen, as the author wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from huddinge_training.domain.canonical import canonical_json, digest
from huddinge_training.domain.pictures import GoalPicture, SharedValues
from huddinge_training.domain.response import reachable_grades
from huddinge_training.domain.scenario import (
    FOR_EVERYONE,
    Contact,
    Grade,
    ObjectiveId,
    Rule,
    Scenario,
    ScenarioId,
)
from huddinge_training.domain.source import Source
from huddinge_training.language import Text

ModuleId = NewType("ModuleId", str)
RoleId = NewType("RoleId", str)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an official text: Swedish exactly, English as our translation."""

    text: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Reading:
    """One screen to read before the scenarios."""

    id: str
    title: Text
    text: Text | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """What a person can do afterwards; a critical one must be met before the module is done."""

    id: ObjectiveId
    text: Text
    critical: bool = False
    acceptable_meets: bool = False

    def is_met_by(self, grade: Grade | None) -> bool:
        """Whether an answer of this grade is good enough."""
        return grade is Grade.BEST or (self.acceptable_meets and grade is Grade.ACCEPTABLE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the printed page of a principle beside the code and the five steps."""

    rules: tuple[Rule, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture by its file; without ``alt`` it says nothing that the words do not say."""

    file: str
    alt: Text | None = None


@dataclass(frozen=True, slots=True)
class Module:
    """A part of the course that is done in one go, 5–8 of its scenarios at a time."""

    id: ModuleId
    title: Text
    summary: Text
    reading: tuple[Reading, ...]
    objectives: tuple[Objective, ...]
    takeaways: tuple[Text, ...]
    scenarios: tuple[Scenario, ...]
    principle: int | None = None
    roles: tuple[str, ...] = ()
    introduced_on: date | None = None
    sheet: Sheet | None = None
    illustration: Illustration | None = None
    content_hash: str = ""

    def is_for(self, role: RoleId) -> bool:
        """Whether people of the role are to do it; without roles, or with "alla", all are."""
        return not self.roles or FOR_EVERYONE in self.roles or role in self.roles

    def scenario(self, scenario_id: ScenarioId) -> Scenario:
        """The scenario with this id; raises KeyError."""
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        raise KeyError(scenario_id)

    def objective(self, objective_id: ObjectiveId) -> Objective:
        """The objective with this id; raises KeyError."""
        for objective in self.objectives:
            if objective.id == objective_id:
                return objective
        raise KeyError(objective_id)

    @property
    def critical_objectives(self) -> tuple[Objective, ...]:
        """The objectives that must be met, and that some scenario of the module can meet.

        A broken scenario is left out of a course; nobody gets stuck on what is missing.
        """
        return tuple(o for o in self.objectives if o.critical and self._can_meet(o))

    def _can_meet(self, objective: Objective) -> bool:
        return any(
            objective.is_met_by(grade)
            for scenario in self.scenarios
            if scenario.objective == objective.id
            for grade in reachable_grades(scenario)
        )


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of work in the municipality, by which scenarios are chosen."""

    id: RoleId
    title: Text


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One of the steps of the decision procedure (PED-17)."""

    id: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word of the trade with its explanation."""

    id: str
    term: Text
    plain: Text
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A published state of the course; its hash covers every word of it."""

    id: str
    valid_from: date
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that is taught, in one edition."""

    id: str
    title: Text
    edition: Edition
    modules: tuple[Module, ...]
    roles: tuple[Role, ...]
    procedure: tuple[ProcedureStep, ...]
    sources: tuple[Source, ...]
    glossary: tuple[GlossaryTerm, ...] = ()
    rules: tuple[Rule, ...] = ()
    contacts: tuple[Contact, ...] = ()
    goals: GoalPicture | None = None
    values: SharedValues | None = None

    def module(self, module_id: ModuleId) -> Module:
        """The module with this id; raises KeyError."""
        for module in self.modules:
            if module.id == module_id:
                return module
        raise KeyError(module_id)

    def role(self, role_id: RoleId) -> Role:
        """The role with this id; raises KeyError."""
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)


def hash_of(written: object, parts: Iterable[str] = ()) -> str:
    """The content hash of something as its author wrote it, and of the parts it consists of."""
    return digest(canonical_json({"written": written, "parts": list(parts)}))
