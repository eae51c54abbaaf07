"""The access log: what HR did with other people's data, in a chain that only grows (PRIV-06)."""

import json
from dataclasses import dataclass
from datetime import datetime

from huddinge_training.domain.record import Entry
from huddinge_training.storage.chain import Chain
from huddinge_training.storage.database import Database


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One look or export: when, by which filter, of how many people, into which file."""

    kind: str
    happened_at: datetime
    filter: str = ""
    person_count: int = 0
    file_hash: str = ""


class AccessLogStore:
    """Adds to the log and reads it back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.chain = Chain(database, "access_log")

    def record(self, access: AccessEntry) -> Entry:
        """Adds what was done at the end of the chain."""
        content = {
            "filter": access.filter,
            "person_count": access.person_count,
            "file_hash": access.file_hash,
        }
        return self.chain.append(access.kind, content, access.happened_at)

    def entries(self) -> list[AccessEntry]:
        """Everything that was done, oldest first."""
        return self._database.read(
            _access, "SELECT kind, recorded_at, body FROM access_log ORDER BY sequence"
        )


def _access(kind: str, recorded_at: str, body: str) -> AccessEntry:
    content = json.loads(body)
    return AccessEntry(
        kind,
        datetime.fromisoformat(recorded_at),
        content["filter"],
        content["person_count"],
        content["file_hash"],
    )
