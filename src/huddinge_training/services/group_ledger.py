"""Puts who was at a led session into the ledger, and works out which modules that adds up to.

Completions by session are worked out anew from what the ledger holds, and are not entries of
their own: so it does not matter in which order, or how often, sessions are taken in.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from huddinge_training.domain.completion import assigned_date, due_date
from huddinge_training.domain.course import Course, ModuleId, RoleId
from huddinge_training.domain.group_record import Attended, GroupProgress, group_progress
from huddinge_training.domain.person import Person, PersonId, Profile, checked_profile
from huddinge_training.domain.record import Completion, Mode
from huddinge_training.domain.scenario import FOR_EVERYONE
from huddinge_training.errors import RejectedInputError
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

if TYPE_CHECKING:
    from huddinge_training.domain.attendance import Attendee
    from huddinge_training.domain.session_facts import SessionFacts


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a session's people: recorded now, known before, and those without number."""

    new: int
    known: int
    unnumbered: "tuple[Attendee, ...]"


class GroupLedger:
    """The ledger's side of led sessions."""

    def __init__(self, database: Database, course: Course) -> None:
        self._database = database
        self._ledger = LedgerStore(database)
        self._people = PeopleStore(database)
        self._course = course

    def record(self, facts: "SessionFacts", recorded_at: datetime) -> Recorded:
        """Records everybody present who has an employee number, once for each session.

        Who has no profile here gets one with the name and the unit of the session.
        """
        new: list[Attended] = []
        people = 0
        unnumbered = []
        with self._database.atomic():
            for attendee in facts.present:
                person = self._person(attendee, facts)
                if person is None:
                    unnumbered.append(attendee)
                    continue
                entries = self._entries(person, facts)
                people += bool(entries)
                new += entries
            if new:
                self._ledger.record_attended(new, recorded_at)
        known = len(facts.present) - len(unnumbered) - people
        return Recorded(people, known, tuple(unnumbered))

    def progress_of(self, person: Person) -> tuple[GroupProgress, ...]:
        """How far a person's sessions reach in each module they touch, in the course's order."""
        attended = self._ledger.attended_by(person.id)
        touched = {entry.module_id for entry in attended}
        return tuple(
            group_progress(module, attended)
            for module in self._course.modules
            if module.id in touched
        )

    def completions_of(self, person: Person) -> list[Completion]:
        """The modules that the person's sessions add up to."""
        return list(self._completions(person, self._ledger.attended_by(person.id)))

    def completions(self, people: Iterable[Person]) -> Iterator[Completion]:
        """The same for many people, with one reading of the ledger."""
        by_person: dict[PersonId, list[Attended]] = defaultdict(list)
        for entry in self._ledger.attended():
            by_person[entry.person_id].append(entry)
        for person in people:
            if person.id in by_person:
                yield from self._completions(person, by_person[person.id])

    def _completions(self, person: Person, attended: Sequence[Attended]) -> Iterator[Completion]:
        for module in self._course.modules:
            progress = group_progress(module, attended)
            if progress.completed_on is None:
                continue
            last = self._last(attended, module.id, progress)
            assigned_on = min(
                assigned_date(person.created_on, module.introduced_on), progress.completed_on
            )
            yield Completion(
                person_id=person.id,
                unit_code=last.unit_code,
                module_id=module.id,
                edition_id=last.edition_id,
                module_hash=last.module_hash,
                mode=Mode.GROUP,
                assigned_on=assigned_on,
                due_on=due_date(assigned_on),
                completed_on=progress.completed_on,
                valid_to=None,
                app_version=last.app_version,
            )

    @staticmethod
    def _last(
        attended: Sequence[Attended], module_id: ModuleId, progress: GroupProgress
    ) -> Attended:
        """The session that completed the module."""
        that_day = [
            entry
            for entry in attended
            if entry.module_id == module_id and entry.attended_on == progress.completed_on
        ]
        return max(that_day, key=lambda entry: entry.session_id)

    def _person(self, attendee: "Attendee", facts: "SessionFacts") -> Person | None:
        number = attendee.employee_number
        if not number:
            return None
        known = self._people.identified(number)
        if known is not None:
            return known
        profile = _profile(attendee, facts)
        if profile is None:
            return None
        person_id = PersonId(str(uuid.uuid4()))
        person = Person(person_id, profile, facts.held_on, wants_follow_ups=True)
        self._people.add(person)
        return person

    def _entries(self, person: Person, facts: "SessionFacts") -> list[Attended]:
        done = {
            (entry.session_id, entry.module_id) for entry in self._ledger.attended_by(person.id)
        }
        return [
            Attended(
                session_id=facts.session_id,
                person_id=person.id,
                unit_code=person.profile.unit_code or facts.unit_code,
                module_id=part.module_id,
                edition_id=facts.edition_id,
                module_hash=part.module_hash,
                objectives=part.objectives,
                attended_on=facts.held_on,
                app_version=facts.app_version,
            )
            for part in facts.parts
            if (facts.session_id, part.module_id) not in done
        ]


def _profile(attendee: "Attendee", facts: "SessionFacts") -> Profile | None:
    """A profile with what is known, or None for a number that no profile may have."""
    nameless = f"Nr {attendee.employee_number}"
    profile = Profile(
        name=attendee.name or nameless,
        role=RoleId(FOR_EVERYONE),
        employee_number=attendee.employee_number,
        unit_code=facts.unit_code,
        unit_missing=not facts.unit_code,
    )
    for candidate in (profile, replace(profile, name=nameless)):
        with suppress(RejectedInputError):
            return checked_profile(candidate)
    return None
