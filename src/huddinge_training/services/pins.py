"""The PIN that a person may put before the own profile, and HR's way to take it away."""

from huddinge_training.domain.person import Person
from huddinge_training.domain.pin import checked_pin, typed_pin
from huddinge_training.domain.tries import Tries
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import message
from huddinge_training.services.clock import Clock
from huddinge_training.services.guard import Guard, secret_hash
from huddinge_training.storage.access_log import AccessEntry, AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.pins import PinStore, StoredPin


class Pins:
    """Optional, chosen by the person; it keeps colleagues out and does not encrypt anything."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._store = PinStore(database)
        self._access_log = AccessLogStore(database)
        self._clock = clock

    def has_pin(self, person: Person) -> bool:
        """Whether the profile opens with a PIN only."""
        return self._store.load(person.id) is not None

    def unlock(self, person: Person, typed: str) -> None:
        """Returns when the PIN is right or there is none; raises AccessDeniedError otherwise."""
        pin = self._store.load(person.id)
        if pin is None:
            return

        def tries() -> Tries:
            return (self._store.load(person.id) or pin).tries

        def save(tries: Tries) -> None:
            self._store.save_tries(person.id, tries)

        refusal = message("That is not the PIN. Check it and try again, or ask HR to remove it.")
        Guard(self._database, self._clock, tries, save).admit(
            pin.pin_hash, typed_pin(typed), refusal
        )

    def choose(self, person: Person, new_pin: str, current: str = "") -> None:
        """Sets or changes the PIN; ``current`` is needed where there is one.

        Raises RejectedInputError for a new one that is none, and AccessDeniedError.
        """
        pin = checked_pin(new_pin)
        self.unlock(person, current)
        self._store.save(person.id, StoredPin(secret_hash(pin)))

    def remove(self, person: Person, current: str) -> None:
        """Takes the PIN away; raises AccessDeniedError."""
        self.unlock(person, current)
        self._store.remove(person.id)

    def reset(self, person: Person) -> None:
        """Takes the PIN away for who has forgotten it; only behind HR's passphrase.

        It is noted in the access log, as all that HR does with a person's data.
        """
        if not self.has_pin(person):
            raise RejectedInputError({"identifier": message("There is no PIN to remove.")})
        with self._database.atomic():
            self._store.remove(person.id)
            self._access_log.record(AccessEntry("pin reset", self._clock.now(), person_count=1))
