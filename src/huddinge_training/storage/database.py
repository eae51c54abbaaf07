"""Opens the SQLite file: plain sqlite3 to read, sqlite-utils to write, one connection a thread."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from huddinge_training.language import Message, message
from huddinge_training.paths import PRIVATE, Rights
from huddinge_training.storage import migrations
from huddinge_training.storage.failures import (
    damaged,
    too_new,
    translated_disk_errors,
    translated_errors,
    write_protected,
)
from huddinge_training.storage.filesystem import lies_on_network
from huddinge_training.storage.safekeeping import copy_before

if TYPE_CHECKING:
    from sqlite_utils import Database as Writer

BUSY_TIMEOUT_SECONDS = 5.0
IN_MEMORY = Path(":memory:")

Read = TypeVar("Read")


class Database:
    """One connection, to be used in one thread; its errors are StorageErrors."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, warnings: tuple[Message, ...] = ()
    ) -> None:
        self.connection = connection
        self.path = path
        self.warnings = warnings
        self._has_traces = False

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS,
        is_on_network: Callable[[Path], bool] = lies_on_network,
        steps: Sequence[migrations.Step] = migrations.STEPS,
        rights: Rights = PRIVATE,
    ) -> Self:
        """Opens the file, made with these ``rights`` if it is not there, and brings it up to date.

        SQLite gives the files beside it the same rights.
        """
        with translated_disk_errors(path):
            rights.make_folder(path.parent)
            _require_writable(path)
            rights.make_file(path)
            is_shared = is_on_network(path)
            has_crashed = _has_log(path)
        with translated_errors(path):
            connection = sqlite3.connect(path, timeout=busy_timeout_seconds)
        database = cls(connection, path, (_share_warning(path.parent),) if is_shared else ())
        # After a crash the log may hold what was deleted since.
        database._has_traces = has_crashed
        return database._prepared("DELETE" if is_shared else "WAL", steps)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty, up-to-date database that is gone when it is closed."""
        database = cls(sqlite3.connect(IN_MEMORY), IN_MEMORY)
        # Not even what SQLite sets down in between reaches the disk.
        database.connection.execute("PRAGMA temp_store=MEMORY")
        return database._prepared("MEMORY", migrations.STEPS)

    @cached_property
    def writer(self) -> "Writer":
        """sqlite-utils on the same connection; imported at the first write, as it takes 90 ms."""
        from sqlite_utils import Database as Writer  # noqa: PLC0415

        return Writer(self.connection, execute_plugins=False)

    def read(self, make: Callable[..., Read], sql: str, *values: object) -> list[Read]:
        """What ``make`` makes of the columns of each row; if it cannot, the row is damaged."""
        with translated_errors(self.path):
            rows = self.connection.execute(sql, values).fetchall()
        try:
            return [make(*row) for row in rows]
        except (LookupError, TypeError, ValueError) as error:
            raise damaged(self.path) from error

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Everything written inside is saved together, or not at all; may be nested.

        The outermost one takes the right to write at once: of two processes that both
        read and then write, the second waits instead of failing.
        """
        with translated_errors(self.path):
            if self.connection.in_transaction:
                with self.writer.atomic():
                    yield
                return
            writer = self.writer
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
        if self._has_traces:
            self.checkpoint()

    def forget_deleted(self) -> None:
        """Makes the next commit also erase what was deleted from the write-ahead log.

        In the file itself SQLite's ``secure_delete`` overwrites it.
        """
        self._has_traces = True

    def checkpoint(self) -> None:
        """Moves everything from the write-ahead log into the file, unless somebody reads it."""
        try:
            row = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.DatabaseError:
            # What was to be saved is saved; the next commit tries to erase again.
            return
        is_blocked = bool(row[0])
        self._has_traces = self._has_traces and is_blocked

    def verify(self) -> None:
        """Reads the whole file and raises DatabaseDamagedError where it contradicts itself."""
        if self.read(str, "PRAGMA integrity_check(1)") != ["ok"]:
            raise damaged(self.path)

    def close(self) -> None:
        """Closes the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _prepared(self, journal_mode: str, steps: Sequence[migrations.Step]) -> Self:
        try:
            with translated_errors(self.path):
                self._set_up(journal_mode, steps)
        except BaseException:
            self.close()
            raise
        return self

    def _set_up(self, journal_mode: str, steps: Sequence[migrations.Step]) -> None:
        done = migrations.applied(self.connection)
        known = migrations.names(steps)
        if not set(done or ()) <= set(known):
            raise too_new(self.path)
        if done == []:
            # Another program's: ours gets its tables and its first step in one go.
            raise damaged(self.path)
        self._set_journal_mode(journal_mode)
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute("PRAGMA secure_delete=ON")
        if set(known) - set(done or ()):
            self._migrate(steps)
        self.connection.execute("PRAGMA foreign_keys=ON")

    def _set_journal_mode(self, mode: str) -> None:
        try:
            self.connection.execute(f"PRAGMA journal_mode={mode}")
        except sqlite3.OperationalError as error:
            # SQLite does not wait here for others. Without the write-ahead log all works as
            # well, and the next one to open the file turns it on; on a share it must be off.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or mode != "WAL":
                raise

    def _migrate(self, steps: Sequence[migrations.Step]) -> None:
        """All pending steps in one transaction, so that a failing one leaves the file as it was.

        Foreign keys are off meanwhile, as a table that others point to could not be rebuilt.
        """
        with self.atomic():
            done = migrations.applied(self.connection)
            pending = [name for name in migrations.names(steps) if name not in (done or ())]
            if done is not None and pending:
                copy_before(self.path, pending[0])
            migrations.apply(steps, self.writer)
            if self.connection.execute("PRAGMA foreign_key_check").fetchone():
                raise damaged(self.path)


def _require_writable(path: Path) -> None:
    """SQLite itself would open a protected file, or say only that it cannot."""
    effective = os.access in os.supports_effective_ids
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK, effective_ids=effective):
            raise write_protected(path)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _share_warning(folder: Path) -> Message:
    return message(
        "The data lies in {folder}, which is shared on the network. It can be damaged when two "
        "computers use it at once. Ask your IT support for a folder on this computer's own disk.",
        folder=folder,
    )
