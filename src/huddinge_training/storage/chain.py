"""A table that only grows and whose every row carries the hash of the one before."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from huddinge_training.domain.record import EMPTY_CHAIN_HASH, ChainHead, Entry, linked_entry
from huddinge_training.storage.database import Database

PAGE_LENGTH = 2_000
UNREADABLE_TIME = datetime.min.replace(tzinfo=UTC)


class Chain:
    """The ledger's or the access log's entries; append, read, and nothing else."""

    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._insert = f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?)"
        self._last = f"SELECT sequence, hash FROM {table} ORDER BY sequence DESC LIMIT 1"
        self._hashes = f"SELECT hash FROM {table} ORDER BY sequence"
        self._page = f"SELECT * FROM {table} WHERE sequence > ? ORDER BY sequence LIMIT ?"

    def append(self, kind: str, content: object, recorded_at: datetime) -> Entry:
        """Adds one entry at the end and returns it."""
        (entry,) = self.append_all([(kind, content, recorded_at)])
        return entry

    def append_all(self, contents: Iterable[tuple[str, object, datetime]]) -> list[Entry]:
        """Adds entries (kind, plain data, time) in one transaction; a time needs a time zone.

        The end is read inside the transaction: two processes cannot both follow it.
        """
        entries: list[Entry] = []
        with self._database.atomic():
            head = self.head()
            sequence, previous = head.length, head.hash
            for kind, content, recorded_at in contents:
                sequence += 1
                entry = linked_entry(sequence, _in_utc(recorded_at), kind, content, previous)
                previous = entry.hash
                entries.append(entry)
            self._database.connection.executemany(self._insert, map(_row, entries))
        return entries

    def entries(self) -> Iterator[Entry]:
        """All entries in order, a page at a time, as they stand in the file, right or wrong."""
        last = 0
        while page := self._database.read(_entry, self._page, last, PAGE_LENGTH):
            yield from page
            last = page[-1].sequence

    def hashes(self) -> list[str]:
        """The hashes of all entries in order."""
        return self._database.read(str, self._hashes)

    def head(self) -> ChainHead:
        """The number and the hash of the last entry."""
        heads = self._database.read(ChainHead, self._last)
        return heads[0] if heads else ChainHead(0, EMPTY_CHAIN_HASH)


def _in_utc(time: datetime) -> datetime:
    if time.tzinfo is None:
        raise ValueError("an entry needs a time with a time zone")
    return time.astimezone(UTC)


def _row(entry: Entry) -> tuple[int, str, str, str, str, str]:
    return (
        entry.sequence,
        entry.recorded_at.isoformat(),
        entry.kind,
        entry.body,
        entry.previous_hash,
        entry.hash,
    )


def _entry(sequence: int, recorded_at: object, *texts: object) -> Entry:
    """The row as an entry; whatever was put there from outside must show as a wrong hash."""
    kind, body, previous_hash, hash_ = map(str, texts)
    return Entry(sequence, _time(str(recorded_at)), kind, body, previous_hash, hash_)


def _time(written: str) -> datetime:
    try:
        time = datetime.fromisoformat(written)
    except ValueError:
        return UNREADABLE_TIME
    return time if time.isoformat() == written else UNREADABLE_TIME
