"""A manager plans, starts, leads and ends sessions; what must outlive the room is kept."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from huddinge_training import __version__
from huddinge_training.domain.attendance import Attendance
from huddinge_training.domain.course import Course, Module, ModuleId
from huddinge_training.domain.group_plan import (
    MOST_PEOPLE,
    GroupPlan,
    Length,
    PlanId,
    PlannedCase,
)
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.domain.plan_title import title_of
from huddinge_training.domain.scenario import AnswerForm, Scenario
from huddinge_training.domain.session_facts import SessionFacts, facts_of
from huddinge_training.domain.unit_figures import UnitFigures, figures_of
from huddinge_training.errors import RejectedInputError, SessionError, TrainingError
from huddinge_training.language import Message, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.group_ledger import GroupLedger, Recorded
from huddinge_training.services.live_session import LiveSession
from huddinge_training.storage.database import Database
from huddinge_training.storage.group_sessions import GroupSessionStore, StoredSession

LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class CaseChoice:
    """A case that can be discussed, with the module it belongs to."""

    module: Module
    scenario: Scenario

    @property
    def planned(self) -> PlannedCase:
        """How a plan names it."""
        return PlannedCase(self.module.id, self.scenario.id)


class Led:
    """A session that is led now: its id, who leads it, and what phones and windows share."""

    def __init__(self, session_id: str, held_on: date, live: LiveSession, owner: PersonId) -> None:
        self.session_id = session_id
        self.owner = owner
        self.held_on = held_on
        self.live = live


class GroupSessions:
    """Everything around a session but the voting itself; called from one thread.

    At a shared computer, a plan and a session belong to the person who made or opened them.
    """

    def __init__(self, database: Database, course: Course, clock: Clock) -> None:
        self._database = database
        self._store = GroupSessionStore(database)
        self._ledger = GroupLedger(database, course)
        self._course = course
        self._clock = clock

    # --- Plans -------------------------------------------------------------------------------

    def choices(self, module_id: ModuleId | None = None, role: str = "") -> tuple[CaseChoice, ...]:
        """The cases that a room can vote on: dilemmas first, then what has one answer.

        Of one module or of all; with a role, what is close to it comes first.
        """
        modules = [m for m in self._course.modules if module_id in (None, m.id)]
        found = [
            CaseChoice(module, scenario)
            for module in modules
            for scenario in module.scenarios
            if scenario.form is AnswerForm.CHOICE and not scenario.is_branching
        ]
        return tuple(
            sorted(
                found,
                key=lambda c: (
                    bool(role) and role not in c.scenario.roles and not c.scenario.is_for_everyone,
                    c.scenario.boundary is None,
                ),
            )
        )

    def ready_plan(
        self, length: Length, choices: Iterable[CaseChoice], leader: str, unit_code: str = ""
    ) -> GroupPlan:
        """A plan of the first cases of these, as many as there is time for."""
        cases = tuple(choice for choice in choices)[: length.dilemma_count]
        if len(cases) < length.dilemma_count:
            raise TrainingError(
                message("There are too few cases for so long a session. Choose more, or shorter.")
            )
        return GroupPlan(
            id=_new_plan_id(),
            title=title_of(choice.scenario for choice in cases).sv,
            length=length,
            cases=tuple(choice.planned for choice in cases),
            leader=leader,
            unit_code=unit_code,
        )

    def save_plan(self, plan: GroupPlan, owner: PersonId) -> GroupPlan:
        """Keeps a plan; raises RejectedInputError with what is wrong in which field.

        A colleague's plan that is opened from its file becomes one of one's own.
        """
        checked = replace(
            plan, title=" ".join(plan.title.split()), leader=" ".join(plan.leader.split())
        )
        problems = {
            name: problem
            for name, problem in (
                ("title", _text_problem(checked.title)),
                ("leader", _text_problem(checked.leader)),
                ("expected", _people_problem(checked)),
            )
            if problem is not None
        }
        if problems:
            raise RejectedInputError(problems)
        if self._store.is_plan_of_another(checked.id, owner):
            checked = replace(checked, id=_new_plan_id())
        self._store.save_plan(checked, owner, self._clock.today)
        return checked

    def plans(self, owner: PersonId) -> list[GroupPlan]:
        """The person's plans, the latest first."""
        return self._store.plans(owner)

    def open_plan(self, plan_id: PlanId, owner: PersonId) -> GroupPlan:
        """One of the person's plans; what was nobody's is theirs alone from now on.

        Raises SessionError where it is gone, or was opened first by a colleague at another window.
        """
        self._store.claim_plan(plan_id, owner)
        for plan in self._store.plans(owner):
            if plan.id == plan_id:
                return plan
        raise SessionError(
            message("The plan is not here any more. It is removed, or a colleague has opened it.")
        )

    def plan_of_file(self, plan: GroupPlan, owner: PersonId) -> GroupPlan:
        """The plan of an opened file: a stored one where they are the same, else one of its own.

        So an older file is never saved over what has become of the plan since.
        """
        if plan in self._store.plans(owner):
            return self.open_plan(plan.id, owner)
        return replace(plan, id=_new_plan_id()) if self._store.has_plan(plan.id) else plan

    def remove_plan(self, plan_id: PlanId, owner: PersonId) -> None:
        """Forgets a plan with who was expected; raises SessionError for a colleague's.

        One that is gone already is as it was asked to be.
        """
        with self._database.atomic():
            if self._store.is_plan_of_another(plan_id, owner):
                raise _not_ones_own()
            self._store.remove_plan(plan_id)

    # --- The session -------------------------------------------------------------------------

    def start(self, plan: GroupPlan, owner: PersonId) -> Led:
        """Starts a session; raises TrainingError where a case is no longer in the course."""
        session = GroupSession(plan, self._scenarios(plan))
        led = Led(str(uuid.uuid4()), self._clock.today, LiveSession(session), owner)
        self.keep(led)
        return led

    def rehearse(self, plan: GroupPlan, owner: PersonId) -> Led:
        """A session to practise with, of which nothing is kept."""
        live = LiveSession(GroupSession(plan, self._scenarios(plan)))
        return Led(str(uuid.uuid4()), self._clock.today, live, owner)

    def unfinished(self, owner: PersonId) -> list[StoredSession]:
        """The sessions that the person has not closed, as after a crash."""
        return self._store.sessions(owner)

    def resume(self, stored: StoredSession, owner: PersonId) -> Led:
        """Goes on at the step, with attendance; what was not revealed is voted on again."""
        scenarios = self._scenarios(stored.plan)
        session = GroupSession(stored.plan, scenarios, stored.attendance, stored.kept)
        led = Led(stored.id, stored.held_on, LiveSession(session), owner)
        self.keep(led)
        return led

    def keep(self, led: Led) -> None:
        """Stores where the room is and who is in it; to be called after every step.

        What is about to be shown is stored as seen first, so that killing the program does not
        make a second vote of it.
        """
        plan, kept, attendees = led.live.look(lambda s: (s.plan, s.kept(), s.attendance.attendees))
        self._store.save_session(
            StoredSession(led.session_id, led.held_on, plan, kept, Attendance(attendees)),
            led.owner,
        )

    def facts(self, led: Led) -> SessionFacts:
        """What the session states; to be handed to HR, summed up and recorded."""
        return led.live.look(
            lambda s: facts_of(s, self._course, led.session_id, led.held_on, __version__)
        )

    def finish(self, led: Led, *, is_recorded_here: bool) -> tuple[SessionFacts, Recorded | None]:
        """Ends the voting and keeps the summary; with ``is_recorded_here`` also in the ledger.

        Raises SessionError while the list of who was here is not confirmed.
        """
        led.live.look(lambda s: s.attendance.require_confirmed())
        led.live.end()
        facts = self.facts(led)
        with self._database.atomic():
            self._store.save_summary(facts)
            recorded = self._ledger.record(facts, self._clock.now()) if is_recorded_here else None
        return facts, recorded

    def close(self, session_id: str, owner: PersonId) -> None:
        """Forgets the list of people, once it is handed over or thrown away.

        Raises SessionError for a colleague's; one that was never kept, or is closed, stays so.
        """
        with self._database.atomic():
            if self._store.is_session_of_another(session_id, owner):
                raise _not_ones_own()
            self._store.close_session(session_id)

    # --- Afterwards --------------------------------------------------------------------------

    def agreements(self, unit_code: str) -> list[SessionFacts]:
        """*Så sa vi*: the unit's sessions that agreed on something, the earliest first."""
        return [facts for facts in self._store.summaries(unit_code) if facts.agreement]

    def unit_figures(self, unit_code: str) -> UnitFigures | None:
        """The unit's votes of two sessions or more together, or None where there are fewer."""
        return figures_of(self._store.summaries(unit_code))

    def _scenarios(self, plan: GroupPlan) -> list[Scenario]:
        try:
            return [
                self._course.module(case.module_id).scenario(case.scenario_id)
                for case in plan.cases
            ]
        except KeyError as error:
            raise TrainingError(
                message(
                    "A case of the plan is not in this edition of the course. "
                    "Choose another case in the plan."
                )
            ) from error


def _new_plan_id() -> PlanId:
    return PlanId(str(uuid.uuid4()))


def _not_ones_own() -> SessionError:
    return SessionError(message("It belongs to a colleague, who alone can take it away."))


def _text_problem(text: str) -> Message | None:
    if not text:
        return message("Write something here.")
    if len(text) > LONGEST_TEXT:
        return message("Write at most {most} characters.", most=LONGEST_TEXT)
    if holds_personal_number(text):
        return message("There is a personal identity number in it. Take it away.")
    return None


def _people_problem(plan: GroupPlan) -> Message | None:
    if not 0 < plan.people <= MOST_PEOPLE:
        return message("Say how many you expect, from 1 to {most}.", most=MOST_PEOPLE)
    return None
