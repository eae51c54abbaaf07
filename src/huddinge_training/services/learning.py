"""A person learns: opens a module, reads, answers, leaves and comes back, and completes it."""

import uuid
from datetime import date

from huddinge_training import __version__
from huddinge_training.domain.attempt import Answer, Attempt, Purpose, unchanged
from huddinge_training.domain.completion import (
    FollowUp,
    assigned_date,
    due_date,
    planned_follow_ups,
)
from huddinge_training.domain.course import Course, Module, ModuleId
from huddinge_training.domain.duration import module_minutes
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import ChainHead, Completion, Mode
from huddinge_training.domain.scenario import Scenario, ScenarioId
from huddinge_training.domain.selection import more_cases, select_follow_up, select_scenarios
from huddinge_training.language import Message, counted, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.group_ledger import GroupLedger
from huddinge_training.services.overview import ModuleOverview, ModuleState, MoreCases, Overview
from huddinge_training.services.visit import NothingKept, Visit
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.progress import AttemptId, ProgressStore, StoredAttempt


class Learning:
    """What a learner can do, over one database and one edition of the course."""

    def __init__(self, database: Database, course: Course, clock: Clock) -> None:
        self.course = course
        self._progress = ProgressStore(database)
        self._ledger = LedgerStore(database)
        self._group_ledger = GroupLedger(database, course)
        self._database = database
        self._clock = clock

    def overview(self, person: Person) -> Overview:
        """How far the person is, for the home page."""
        stored = {
            attempt.module_id: attempt
            for attempt in self._progress.attempts_of(person.id)
            if attempt.purpose is Purpose.MODULE
        }
        latest = self._latest_completions(person)
        modules = tuple(
            self._module_overview(module, person, stored.get(module.id), latest.get(module.id))
            for module in self.course.modules
            if module.is_for(person.profile.role) or module.id in {*stored, *latest}
        )
        known = {module.id for module in self.course.modules}
        if not person.wants_follow_ups:
            return Overview(modules, ())
        planned = [f for f in self._progress.follow_ups_of(person.id) if f.module_id in known]
        today = self._clock.today
        # Two repeats of a module that have both waited too long are one repeat.
        waiting = {f.module_id: f for f in planned if f.is_due(today)}
        coming = (f.due_on for f in planned if f.done_on is None and f.due_on > today)
        return Overview(modules, tuple(waiting.values()), min(coming, default=None))

    def open_module(self, person: Person, module_id: ModuleId) -> Visit:
        """Goes on where the person left, or begins; after a completion it begins anew."""
        return self._open(person, module_id, Purpose.MODULE)

    def open_follow_up(self, person: Person, follow_up: FollowUp) -> Visit:
        """Opens the short repeat of a module."""
        return self._open(person, follow_up.module_id, Purpose.FOLLOW_UP, follow_up)

    def open_case(self, person: Person, module_id: ModuleId, scenario_id: ScenarioId) -> Visit:
        """Opens one case more, of which nothing is kept; raises KeyError."""
        module = self.course.module(module_id)
        plan = [module.scenario(scenario_id)]
        attempt = Attempt(module, plan, purpose=Purpose.PRACTICE, seed=uuid.uuid4().hex)
        return Visit(NothingKept(), person, attempt, procedure=self.course.procedure)

    def more_cases(self, person: Person) -> tuple[MoreCases, ...]:
        """The cases beyond those that the person's modules ask, module by module."""
        role, edition = person.profile.role, self.course.edition.id
        found = (
            MoreCases(module, more_cases(module, role, edition))
            for module in self.course.modules
            if module.is_for(role)
        )
        return tuple(more for more in found if more.scenarios)

    def follow_ups(self, person: Person) -> tuple[FollowUp, ...]:
        """Every planned follow-up, done or not, earliest first."""
        return tuple(sorted(self._progress.follow_ups_of(person.id), key=lambda f: f.due_on))

    def next_repeat(self, person: Person, module_id: ModuleId) -> date | None:
        """The day of the next follow-up of a module, for who wants them."""
        if not person.wants_follow_ups:
            return None
        of_module = (f for f in self.follow_ups(person) if f.module_id == module_id)
        return next((f.due_on for f in of_module if f.done_on is None), None)

    def completions(self, person: Person) -> tuple[Completion, ...]:
        """The latest completion of each module of the course, in the course's order."""
        latest = self._latest_completions(person)
        return tuple(latest[m.id] for m in self.course.modules if m.id in latest)

    def stored_answers(self, person: Person, module_id: ModuleId) -> list[Answer]:
        """The answers of a module that is not done, as far as they still hold."""
        stored = self._progress.attempt(person.id, module_id, Purpose.MODULE)
        module = self.course.module(module_id)
        return unchanged(module, stored.answers) if stored else []

    def ledger_head(self) -> ChainHead:
        """Length and hash of the ledger, as printed on certificates."""
        return self._ledger.chain.head()

    def record(self, visit: Visit, attempt_id: AttemptId) -> None:
        """Records what the visit completed and forgets the answers, in one transaction."""
        today = self._clock.today
        with self._database.atomic():
            for follow_up in self._progress.follow_ups_of(visit.person.id):
                is_of_module = follow_up.module_id == visit.module.id
                # Who has done the whole module again needs no repeat of the time before.
                is_met = visit.follow_up is None or follow_up.is_due(today)
                if is_of_module and is_met and follow_up.done_on is None:
                    self._progress.mark_follow_up_done(
                        visit.person.id, visit.module.id, follow_up.due_on, today
                    )
            if visit.follow_up is None:
                self._ledger.record_completion(
                    self._completion(visit.person, visit.module, today), self._clock.now()
                )
                if self._plan(visit.module, visit.person, Purpose.FOLLOW_UP):
                    self._progress.plan_follow_ups(
                        visit.person.id, planned_follow_ups(visit.module.id, today)
                    )
            self._progress.finish(attempt_id)

    def _completion(self, person: Person, module: Module, today: date) -> Completion:
        assigned_on = assigned_date(person.created_on, module.introduced_on)
        return Completion(
            person_id=person.id,
            unit_code=person.profile.unit_code,
            module_id=module.id,
            edition_id=self.course.edition.id,
            module_hash=module.content_hash,
            mode=Mode.SOLO,
            assigned_on=assigned_on,
            due_on=due_date(assigned_on),
            completed_on=today,
            valid_to=None,
            app_version=__version__,
        )

    def _latest_completions(self, person: Person) -> dict[ModuleId, Completion]:
        latest = {c.module_id: c for c in self._ledger.completions_of(person.id)}
        for by_session in self._group_ledger.completions_of(person):
            alone = latest.get(by_session.module_id)
            if alone is None or alone.completed_on < by_session.completed_on:
                latest[by_session.module_id] = by_session
        return latest

    def _module_overview(
        self,
        module: Module,
        person: Person,
        stored: StoredAttempt | None,
        completion: Completion | None,
    ) -> ModuleOverview:
        plan = self._plan(module, person, Purpose.MODULE)
        answered, total, minutes = 0, len(plan), module_minutes(module, plan)
        state = ModuleState.DONE if completion else ModuleState.NOT_STARTED
        if stored is not None:
            state = ModuleState.IN_PROGRESS
            attempt = Attempt(module, plan, unchanged(module, stored.answers))
            answered, total = len(attempt.answers), len(attempt.items)
            minutes = max(1, module_minutes(module, attempt.items[answered:]))
        assigned_on = assigned_date(person.created_on, module.introduced_on)
        return ModuleOverview(
            module, state, minutes, answered, total, due_date(assigned_on), completion
        )

    def _plan(self, module: Module, person: Person, purpose: Purpose) -> tuple[Scenario, ...]:
        select = select_scenarios if purpose is Purpose.MODULE else select_follow_up
        return select(module, person.profile.role, self.course.edition.id)

    def _open(
        self,
        person: Person,
        module_id: ModuleId,
        purpose: Purpose,
        follow_up: FollowUp | None = None,
    ) -> Visit:
        module = self.course.module(module_id)
        plan = self._plan(module, person, purpose)
        stored = self._progress.attempt(person.id, module_id, purpose)
        notice = None
        if stored is None:
            stored = self._progress.start(
                person.id,
                module_id,
                purpose,
                edition_id=self.course.edition.id,
                module_hash=module.content_hash,
                seed=uuid.uuid4().hex,
                today=self._clock.today,
            )
        elif stored.module_hash != module.content_hash:
            stored, notice = self._with_changed_course(stored, module, plan)
        attempt = Attempt(
            module,
            plan,
            stored.answers,
            purpose=purpose,
            seed=stored.seed,
            place=stored.place,
            begun=stored.begun,
        )
        if attempt.is_at_end and attempt.place:
            # The course became shorter meanwhile: the last step is still the person's to take.
            attempt.go_back()
        keeper = _Keeper(self, self._progress, stored.id)
        return Visit(
            keeper,
            person,
            attempt,
            procedure=self.course.procedure,
            notice=notice,
            follow_up=follow_up,
        )

    def _with_changed_course(
        self, stored: StoredAttempt, module: Module, plan: tuple[Scenario, ...]
    ) -> tuple[StoredAttempt, Message]:
        kept = unchanged(module, stored.answers)
        lost = {answer.scenario_id for answer in stored.answers if answer not in kept}
        asked_again = len(lost & {scenario.id for scenario in plan})
        if asked_again:
            notice = counted(
                "The course has been updated since you were here. "
                "One scenario has changed, so you get it again; your other answers are kept.",
                "The course has been updated since you were here. "
                "{count} scenarios have changed, so you get them again; "
                "your other answers are kept.",
                asked_again,
            )
        elif lost:
            notice = message(
                "The course has been updated since you were here. "
                "Your answers to the scenarios that are still there are kept."
            )
        else:
            notice = message(
                "The course has been updated since you were here. All your answers are kept."
            )
        # What was moved past is answered, so a lost answer moves the place to the first gap.
        reading = len(module.reading) if stored.purpose == Purpose.MODULE else 0
        place = min(stored.place, reading + len(kept)) if lost else stored.place
        replaced = self._progress.replace(
            stored.id,
            edition_id=self.course.edition.id,
            module_hash=module.content_hash,
            answers=kept,
            place=place,
        )
        return replaced, notice


class _Keeper:
    """Keeps the steps of one attempt in the database."""

    def __init__(self, learning: Learning, progress: ProgressStore, attempt_id: AttemptId) -> None:
        self._learning = learning
        self._progress = progress
        self._attempt_id = attempt_id

    def save_answer(self, number: int, answer: Answer) -> None:
        self._progress.add_answer(self._attempt_id, number, answer)

    def keep_begun(self, answer: Answer) -> None:
        self._progress.keep_begun(self._attempt_id, answer)

    def save_place(self, place: int) -> None:
        self._progress.save_place(self._attempt_id, place)

    def record(self, visit: Visit) -> None:
        self._learning.record(visit, self._attempt_id)
