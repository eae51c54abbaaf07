"""The ledger: who has completed which module, for good, without answers or names."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_record import Attended
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.record import Completion, Correction, Entry, EntryKind
from huddinge_training.storage.chain import PAGE_LENGTH, Chain
from huddinge_training.storage.database import Database

if TYPE_CHECKING:
    from huddinge_training.domain.receipt import ModuleEdition


class LedgerStore:
    """Writes entries at the end of the chain and reads them back as what they say."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.chain = Chain(database, "ledger")

    def record_completion(self, completion: Completion, recorded_at: datetime) -> Entry:
        """Adds that a module is done."""
        return self.chain.append(EntryKind.COMPLETED, completion.content(), recorded_at)

    def record_completions(self, completions: Iterable[tuple[Completion, datetime]]) -> list[Entry]:
        """Adds many completions, each with the time it is recorded at, in one transaction."""
        return self.chain.append_all(
            (EntryKind.COMPLETED, completion.content(), recorded_at)
            for completion, recorded_at in completions
        )

    def record_correction(self, correction: Correction, recorded_at: datetime) -> Entry:
        """Adds that a profile has changed."""
        return self.chain.append(EntryKind.CORRECTED, correction.content(), recorded_at)

    def record_removal(self, person_id: PersonId, removed_on: date, recorded_at: datetime) -> Entry:
        """Adds that a profile is removed; what it completed stays, for nobody known."""
        content = {"person_id": person_id, "removed_on": removed_on.isoformat()}
        return self.chain.append(EntryKind.REMOVED, content, recorded_at)

    def record_attended(self, attended: Iterable[Attended], recorded_at: datetime) -> list[Entry]:
        """Adds who was at a led session, in one transaction."""
        return self.chain.append_all(
            (EntryKind.ATTENDED, entry.content(), recorded_at) for entry in attended
        )

    def attended(self) -> list[Attended]:
        """Everybody's led sessions in the order they were recorded."""
        return self._database.read(_attended, _ALL, EntryKind.ATTENDED)

    def attended_by(self, person_id: PersonId) -> list[Attended]:
        """A person's led sessions in the order they were recorded."""
        return self._database.read(_attended, _OF_PERSON, EntryKind.ATTENDED, person_id)

    def completions(self) -> Iterator[Completion]:
        """All completions in the order they were recorded, a page at a time."""
        last = 0
        while page := self._database.read(
            _numbered_completion, _PAGE, EntryKind.COMPLETED, last, PAGE_LENGTH
        ):
            yield from (completion for _, completion in page)
            last = page[-1][0]

    def completions_of(self, person_id: PersonId) -> list[Completion]:
        """A person's completions in the order they were recorded."""
        return self._database.read(_completion, _OF_PERSON, EntryKind.COMPLETED, person_id)

    def editions(self) -> "list[ModuleEdition]":
        """Every wording of a module that somebody has completed."""
        return self._database.read(_edition, _EDITIONS, EntryKind.COMPLETED)

    def corrections(self) -> list[Correction]:
        """All corrections in the order they were recorded."""
        return self._database.read(_correction, _ALL, EntryKind.CORRECTED)

    def corrections_of(self, person_id: PersonId) -> list[Correction]:
        """The corrections of a person's profile in the order they were recorded."""
        return self._database.read(_correction, _OF_PERSON, EntryKind.CORRECTED, person_id)


_ALL = "SELECT body FROM ledger WHERE kind = ? ORDER BY sequence"
_PAGE = (
    "SELECT sequence, body FROM ledger WHERE kind = ? AND sequence > ? ORDER BY sequence LIMIT ?"
)
_OF_PERSON = (
    "SELECT body FROM ledger WHERE kind = ? AND json_extract(body, '$.person_id') = ?"
    " ORDER BY sequence"
)
_EDITIONS = (
    "SELECT DISTINCT json_extract(body, '$.module_id'), json_extract(body, '$.edition_id'),"
    " json_extract(body, '$.module_hash') FROM ledger WHERE kind = ?"
)


def _numbered_completion(sequence: int, body: str) -> tuple[int, Completion]:
    return sequence, _completion(body)


def _completion(body: str) -> Completion:
    return Completion.from_content(json.loads(body))


def _edition(module_id: str, edition_id: str, module_hash: str) -> "ModuleEdition":
    from huddinge_training.domain.receipt import ModuleEdition  # noqa: PLC0415  start-up time

    return ModuleEdition(ModuleId(module_id), edition_id, module_hash)


def _attended(body: str) -> Attended:
    return Attended.from_content(json.loads(body))


def _correction(body: str) -> Correction:
    content = json.loads(body)
    return Correction(
        person_id=PersonId(content["person_id"]),
        corrected_on=date.fromisoformat(content["corrected_on"]),
        fields=tuple(content["fields"]),
        unit_before=content["unit_before"],
        unit_after=content["unit_after"],
    )
