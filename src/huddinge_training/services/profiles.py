"""A person says who they are, corrects it, and can be forgotten."""

import uuid
from dataclasses import fields, replace

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.person import Person, PersonId, Profile, checked_profile
from huddinge_training.domain.record import Correction
from huddinge_training.services.clock import Clock
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore


class Profiles:
    """The profiles of one database; corrections and removals leave an entry in the ledger."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._people = PeopleStore(database)
        self._ledger = LedgerStore(database)
        self._clock = clock

    def create(
        self, profile: Profile, *, wants_follow_ups: bool = True, is_protected: bool = False
    ) -> Person:
        """A new person; raises RejectedInputError with what is wrong in which field."""
        person = Person(
            id=PersonId(str(uuid.uuid4())),
            profile=checked_profile(profile),
            created_on=self._clock.today,
            wants_follow_ups=wants_follow_ups,
            is_protected=is_protected,
        )
        self._people.add(person)
        return person

    def admit_guest(self, role: RoleId, name: str) -> Person:
        """Somebody who tries the course without saying who it is; only where nothing is kept."""
        person = Person(PersonId(str(uuid.uuid4())), Profile(name, role), self._clock.today, False)
        self._people.add(person)
        return person

    def find(self, person_id: str) -> Person | None:
        """The person with this id, or None when there is nobody (any more)."""
        try:
            return self._people.person(PersonId(person_id))
        except KeyError:
            return None

    def correct(
        self, person: Person, profile: Profile, *, is_protected: bool | None = None
    ) -> Person:
        """The person with a corrected profile from now on; the ledger keeps that it changed.

        Protection is changed too where it is said; the ledger does not hear of that, since it
        could never forget it. Raises RejectedInputError; nothing is saved then.
        """
        checked = checked_profile(profile)
        before = person.profile
        changed = tuple(
            field.name
            for field in fields(Profile)
            if getattr(before, field.name) != getattr(checked, field.name)
        )
        protection = person.is_protected if is_protected is None else is_protected
        corrected = replace(person, profile=checked, is_protected=protection)
        if not changed:
            if corrected != person:
                self._people.update(corrected)
            return corrected
        unit_changed = "unit_code" in changed
        correction = Correction(
            person_id=person.id,
            corrected_on=self._clock.today,
            fields=changed,
            unit_before=before.unit_code if unit_changed else "",
            unit_after=checked.unit_code if unit_changed else "",
        )
        with self._database.atomic():
            self._people.update(corrected)
            self._ledger.record_correction(correction, self._clock.now())
        return corrected

    def set_follow_ups(self, person: Person, *, wanted: bool) -> Person:
        """Turns the planned follow-ups on or off."""
        changed = replace(person, wants_follow_ups=wanted)
        self._people.update(changed)
        return changed

    def remove(self, person: Person) -> None:
        """Forgets the person on this computer; completions stay in the ledger without a name."""
        with self._database.atomic():
            self._people.remove(person.id)
            self._ledger.record_removal(person.id, self._clock.today, self._clock.now())
        self._database.checkpoint()
