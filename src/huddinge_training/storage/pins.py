"""The PINs before profiles: their hashes, and how often each was wrong."""

from dataclasses import dataclass
from datetime import datetime

from huddinge_training.domain.person import PersonId
from huddinge_training.domain.tries import NO_TRIES, Tries
from huddinge_training.storage.database import Database
from huddinge_training.storage.failures import changed_elsewhere


@dataclass(frozen=True, slots=True)
class StoredPin:
    """A hash as the services made it, and the wrong tries in a row."""

    pin_hash: str
    tries: Tries = NO_TRIES


class PinStore:
    """Keeps at most one PIN a person; knows nothing of digits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, person_id: PersonId) -> StoredPin | None:
        """What is stored, or None where the person has no PIN."""
        rows = self._database.read(
            _pin, "SELECT pin_hash, failures, locked_until FROM pins WHERE person_id = ?", person_id
        )
        return rows[0] if rows else None

    def save(self, person_id: PersonId, pin: StoredPin) -> None:
        """Stores it in place of the old one."""
        with self._database.atomic():
            self._database.writer.table("pins").upsert(
                {"person_id": person_id, "pin_hash": pin.pin_hash, **tries_columns(pin.tries)},
                pk="person_id",
            )

    def save_tries(self, person_id: PersonId, tries: Tries) -> None:
        """Stores how often it was wrong; raises StorageError where there is no PIN any more."""
        with self._database.atomic():
            pin = self.load(person_id)
            if pin is None:
                raise changed_elsewhere()
            self.save(person_id, StoredPin(pin.pin_hash, tries))

    def remove(self, person_id: PersonId) -> None:
        """From now on the person has no PIN."""
        with self._database.atomic():
            self._database.writer.table("pins").delete_where("person_id = ?", [person_id])
            self._database.forget_deleted()


def tries_columns(tries: Tries) -> dict[str, object]:
    """Wrong tries as they are stored."""
    until = tries.locked_until
    return {"failures": tries.failures, "locked_until": until.isoformat() if until else None}


def stored_tries(failures: int, locked_until: str | None) -> Tries:
    """Wrong tries as they were stored."""
    return Tries(failures, datetime.fromisoformat(locked_until) if locked_until else None)


def _pin(pin_hash: str, failures: int, locked_until: str | None) -> StoredPin:
    return StoredPin(pin_hash, stored_tries(failures, locked_until))
