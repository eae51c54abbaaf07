"""The receipts that HR has taken in: each of them once."""

from dataclasses import dataclass
from datetime import date

from huddinge_training.domain.person import PersonId
from huddinge_training.storage.database import Database


@dataclass(frozen=True, slots=True)
class TakenReceipt:
    """A code, whose it was said to be, and the day it was taken in."""

    code: str
    person_id: PersonId
    taken_on: date


class ReceiptStore:
    """Remembers what was taken in; never forgets it, or a receipt could be taken again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, code: str) -> TakenReceipt | None:
        """When and for whom the receipt was taken in, or None."""
        rows = self._database.read(
            _taken, "SELECT code, person_id, taken_on FROM taken_receipts WHERE code = ?", code
        )
        return rows[0] if rows else None

    def add(self, taken: TakenReceipt) -> None:
        """Remembers one more."""
        with self._database.atomic():
            self._database.writer.table("taken_receipts").insert(
                {
                    "code": taken.code,
                    "person_id": taken.person_id,
                    "taken_on": taken.taken_on.isoformat(),
                }
            )


def _taken(code: str, person_id: str, taken_on: str) -> TakenReceipt:
    return TakenReceipt(code, PersonId(person_id), date.fromisoformat(taken_on))
