"""What guards HR's part of the program: the passphrase's hash, and how often it was wrong."""

from dataclasses import dataclass

from huddinge_training.domain.tries import NO_TRIES, Tries
from huddinge_training.storage.database import Database
from huddinge_training.storage.pins import stored_tries, tries_columns


@dataclass(frozen=True, slots=True)
class HrAccess:
    """The hash as the services made it, and the wrong tries in a row."""

    passphrase_hash: str
    tries: Tries = NO_TRIES


class HrAccessStore:
    """Loads and saves the one HrAccess; knows nothing of passphrases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> HrAccess | None:
        """What is stored, or None while no passphrase is chosen."""
        rows = self._database.read(
            _hr_access, "SELECT passphrase_hash, failures, locked_until FROM hr_access"
        )
        return rows[0] if rows else None

    def save(self, access: HrAccess) -> None:
        """Stores it in place of the old one."""
        with self._database.atomic():
            self._database.writer.table("hr_access").upsert(
                {
                    "id": 1,
                    "passphrase_hash": access.passphrase_hash,
                    **tries_columns(access.tries),
                },
                pk="id",
            )


def _hr_access(passphrase_hash: str, failures: int, locked_until: str | None) -> HrAccess:
    return HrAccess(passphrase_hash, stored_tries(failures, locked_until))
