"""The entries of the ledger: their kinds, their canonical form and the chain of hashes.

An entry points to a person by id only, so that erasing a person does not break the chain.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from huddinge_training.domain.canonical import canonical_json, digest
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import PersonId

EMPTY_CHAIN_HASH = "0" * 64


class Mode(StrEnum):
    """How a module was completed."""

    SOLO = "sjalv"
    GROUP = "grupp"
    IMPORTED = "importerad"


class EntryKind(StrEnum):
    """What a ledger entry says."""

    COMPLETED = "completed"
    CORRECTED = "corrected"
    REMOVED = "removed"
    ATTENDED = "attended"


@dataclass(frozen=True, slots=True)
class Completion:
    """A module done by a person: where they worked then, by which edition, and the dates."""

    person_id: PersonId
    unit_code: str
    module_id: ModuleId
    edition_id: str
    module_hash: str
    mode: Mode
    assigned_on: date
    due_on: date
    completed_on: date
    valid_to: date | None
    app_version: str

    def content(self) -> dict[str, str]:
        """The plain data of the entry, dates as ISO 8601, no valid-to as an empty string."""
        return {
            "person_id": self.person_id,
            "unit_code": self.unit_code,
            "module_id": self.module_id,
            "edition_id": self.edition_id,
            "module_hash": self.module_hash,
            "mode": self.mode.value,
            "assigned_on": self.assigned_on.isoformat(),
            "due_on": self.due_on.isoformat(),
            "completed_on": self.completed_on.isoformat(),
            "valid_to": self.valid_to.isoformat() if self.valid_to else "",
            "app_version": self.app_version,
        }

    @classmethod
    def from_content(cls, content: dict[str, str]) -> "Completion":
        """The completion that ``content()`` described."""
        return cls(
            person_id=PersonId(content["person_id"]),
            unit_code=content["unit_code"],
            module_id=ModuleId(content["module_id"]),
            edition_id=content["edition_id"],
            module_hash=content["module_hash"],
            mode=Mode(content["mode"]),
            assigned_on=date.fromisoformat(content["assigned_on"]),
            due_on=date.fromisoformat(content["due_on"]),
            completed_on=date.fromisoformat(content["completed_on"]),
            valid_to=date.fromisoformat(content["valid_to"]) if content["valid_to"] else None,
            app_version=content["app_version"],
        )


@dataclass(frozen=True, slots=True)
class Correction:
    """A changed profile: which fields, and for the unit what it was and became.

    Names and numbers themselves are not in the ledger, since it cannot forget them.
    """

    person_id: PersonId
    corrected_on: date
    fields: tuple[str, ...]
    unit_before: str = ""
    unit_after: str = ""

    def content(self) -> dict[str, object]:
        """The plain data of the entry."""
        return {
            "person_id": self.person_id,
            "corrected_on": self.corrected_on.isoformat(),
            "fields": list(self.fields),
            "unit_before": self.unit_before,
            "unit_after": self.unit_after,
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the chain as it is stored; ``body`` is canonical JSON."""

    sequence: int
    recorded_at: datetime
    kind: str
    body: str
    previous_hash: str
    hash: str


def linked_entry(
    sequence: int, recorded_at: datetime, kind: str, content: object, previous_hash: str
) -> Entry:
    """The entry that follows the one with ``previous_hash``; ``recorded_at`` is in UTC."""
    body = canonical_json(content)
    return Entry(
        sequence,
        recorded_at,
        kind,
        body,
        previous_hash,
        entry_hash(sequence, recorded_at, kind, body, previous_hash),
    )


def entry_hash(
    sequence: int, recorded_at: datetime, kind: str, body: str, previous_hash: str
) -> str:
    """The hash of an entry: over everything in it and the hash before it."""
    written = [sequence, recorded_at.isoformat(), kind, body, previous_hash]
    return digest(canonical_json(written))


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Length and last hash of a chain: enough to find out later that it was cut or rewritten."""

    length: int
    hash: str

    def __str__(self) -> str:
        return f"{self.length}:{self.hash}"

    @classmethod
    def find_all(cls, text: str) -> frozenset["ChainHead"]:
        """Every chain head that is printed in a text."""
        return frozenset(cls(int(length), hash_) for length, hash_ in HEAD.findall(text))


HEAD = re.compile(r"(?<![0-9a-f:])(\d{1,12}):([0-9a-f]{64})(?![0-9a-f])")


class Fault(StrEnum):
    """What can be wrong with a chain."""

    CHANGED = "changed"
    GAP = "gap"
    UNLINKED = "unlinked"
    SHORTENED = "shortened"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class ChainFault:
    """A fault and the number of the entry where it shows."""

    fault: Fault
    sequence: int


def chain_faults(entries: Iterable[Entry]) -> list[ChainFault]:
    """Walks the chain from its beginning and lists what does not fit."""
    faults: list[ChainFault] = []
    previous, expected = EMPTY_CHAIN_HASH, 1
    for entry in entries:
        if entry.sequence != expected:
            faults.append(ChainFault(Fault.GAP, expected))
        elif entry.previous_hash != previous:
            faults.append(ChainFault(Fault.UNLINKED, entry.sequence))
        if entry.hash != entry_hash(
            entry.sequence, entry.recorded_at, entry.kind, entry.body, entry.previous_hash
        ):
            faults.append(ChainFault(Fault.CHANGED, entry.sequence))
        previous, expected = entry.hash, entry.sequence + 1
    return faults


def anchor_faults(hashes: Sequence[str], anchors: Iterable[ChainHead]) -> list[ChainFault]:
    """Compares the chain's hashes with heads that were printed earlier, outside it.

    ``hashes`` are the entries' hashes in order. Finds what the chain itself cannot show:
    that it was recomputed as a whole, or cut short.
    """
    faults = []
    for anchor in sorted(anchors, key=lambda head: head.length):
        if anchor.length > len(hashes):
            faults.append(ChainFault(Fault.SHORTENED, len(hashes)))
        elif anchor.hash != (hashes[anchor.length - 1] if anchor.length else EMPTY_CHAIN_HASH):
            faults.append(ChainFault(Fault.REWRITTEN, anchor.length))
    return faults
