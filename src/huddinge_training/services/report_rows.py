"""The rows of HR's report: every person and module, as things stood on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from huddinge_training.domain.attempt import Purpose
from huddinge_training.domain.completion import assigned_date, due_date
from huddinge_training.domain.course import Course, Module, ModuleId
from huddinge_training.domain.person import Person, PersonId
from huddinge_training.domain.record import Completion, Correction
from huddinge_training.domain.report import ReportRow
from huddinge_training.domain.status import Standing, status_on
from huddinge_training.domain.unit import Organisation
from huddinge_training.services.group_ledger import GroupLedger
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

LOCAL_ORIGIN = "kompassen"

LatestCompletions = dict[tuple[PersonId, ModuleId], Completion]


class ReportRows:
    """Reads ledger and progress once for each report; knows nothing of files."""

    def __init__(
        self, database: Database, course: Course, organisation: Organisation, today: date
    ) -> None:
        self._ledger = LedgerStore(database)
        self._group_ledger = GroupLedger(database, course)
        self._people = PeopleStore(database)
        self._progress = ProgressStore(database)
        self._course = course
        self._organisation = organisation
        self._today = today

    def latest_completions(self, day: date) -> LatestCompletions:
        """What counts on the day; what was recorded later, as by an import, may be older."""
        latest: LatestCompletions = {}
        by_session = self._group_ledger.completions(self._people.everyone())
        for completion in chain(self._ledger.completions(), by_session):
            key = completion.person_id, completion.module_id
            known = latest.get(key)
            if completion.completed_on <= day and (
                known is None or known.completed_on <= completion.completed_on
            ):
                latest[key] = completion
        return latest

    def rows(self, people: list[Person], latest: LatestCompletions, day: date) -> list[ReportRow]:
        """One row a person and module that was in the course on the day, or done by then."""
        moves = self._moves_after(day)
        started = self._started_by(day)
        given = [m for m in self._course.modules if not m.introduced_on or m.introduced_on <= day]
        current = {module.id for module in self._course.modules}
        former: dict[PersonId, list[Completion]] = {}
        for (person_id, module_id), done in latest.items():
            if module_id not in current:
                former.setdefault(person_id, []).append(done)
        rows = []
        for person in people:
            unit_code = moves.get(person.id, person.profile.unit_code)
            for module in given:
                completion = latest.get((person.id, module.id))
                if completion is None and not module.is_for(person.profile.role):
                    continue
                is_started = (person.id, module.id) in started
                task = self._task(person, module, completion, is_started=is_started)
                rows.append(self._row(person, task, unit_code, day))
            # What somebody has done stays in the report when the course no longer has it.
            rows += [
                self._row(person, _former_task(done), unit_code, day)
                for done in former.get(person.id, ())
            ]
        return rows

    def _task(
        self, person: Person, module: Module, completion: Completion | None, *, is_started: bool
    ) -> "_Task":
        assigned_on = (
            completion.assigned_on
            if completion
            else assigned_date(person.created_on, module.introduced_on)
        )
        return _Task(
            module_id=module.id,
            title=module.title.sv,
            edition=completion.edition_id if completion else self._course.edition.id,
            assigned_on=assigned_on,
            standing=Standing(
                due_on=completion.due_on if completion else due_date(assigned_on),
                completed_on=completion.completed_on if completion else None,
                valid_to=completion.valid_to if completion else None,
                is_started=is_started,
            ),
            mode=completion.mode.value if completion else "",
        )

    def _started_by(self, day: date) -> set[tuple[PersonId, ModuleId]]:
        """Who is in the middle of what; of an earlier day, only what still goes on is known."""
        started = self._progress.all_started()
        if day >= self._today:
            return started
        return {
            (person_id, attempt.module_id)
            for person_id in {person_id for person_id, _ in started}
            for attempt in self._progress.attempts_of(person_id)
            if attempt.purpose is Purpose.MODULE and attempt.started_on <= day
        }

    def _moves_after(self, day: date) -> dict[PersonId, str]:
        """Where people were on the day, for those whose unit was changed later."""
        moves: dict[PersonId, str] = {}
        for correction in self._later_corrections(day):
            if "unit_code" in correction.fields:
                moves.setdefault(correction.person_id, correction.unit_before)
        return moves

    def _later_corrections(self, day: date) -> Iterator[Correction]:
        return (c for c in self._ledger.corrections() if c.corrected_on > day)

    def _row(self, person: Person, task: "_Task", unit_code: str, day: date) -> ReportRow:
        unit = self._organisation.unit(unit_code)
        standing = task.standing
        return ReportRow(
            employee_number=person.profile.employee_number,
            name=person.profile.name,
            department=unit.department if unit else "",
            unit_code=unit_code,
            unit=unit.name if unit else "",
            module_id=task.module_id,
            module=task.title,
            edition=task.edition,
            status=status_on(day, standing),
            assigned_on=task.assigned_on,
            due_on=standing.due_on,
            completed_on=standing.completed_on,
            valid_to=standing.valid_to,
            mode=task.mode,
            origin=LOCAL_ORIGIN,
            email=person.profile.email,
        )


@dataclass(frozen=True, slots=True)
class _Task:
    """A module as it stands for one person: of the course, or one that it no longer has."""

    module_id: str
    title: str
    edition: str
    assigned_on: date
    standing: Standing
    mode: str


def _former_task(completion: Completion) -> _Task:
    return _Task(
        module_id=completion.module_id,
        title=completion.module_id,
        edition=completion.edition_id,
        assigned_on=completion.assigned_on,
        standing=Standing(
            due_on=completion.due_on,
            completed_on=completion.completed_on,
            valid_to=completion.valid_to,
        ),
        mode=completion.mode.value,
    )
