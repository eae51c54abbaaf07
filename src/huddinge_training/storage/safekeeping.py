"""Keeps old data safe: a copy before a migration, a damaged file set aside."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from huddinge_training.storage.failures import translated_disk_errors, translated_errors

ANSWER_TABLES = {"answers", "begun_answers"}
COMPANIONS = ("-wal", "-shm", "-journal")


def copy_before(path: Path, migration: str) -> Path:
    """A copy of the database beside it, without anybody's answers; replaces an older one.

    The answers never reach the disk: they are deleted from a copy in memory (PRIV-02).
    """
    target = path.with_name(f"{path.stem}-before-{migration}{path.suffix}")
    unfinished = target.with_name(f"{target.name}.unfinished")
    with translated_errors(path), translated_disk_errors(target):
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        # Through a connection of its own: one that has begun to write would wait for itself.
        with (
            closing(sqlite3.connect(path)) as source,
            closing(sqlite3.connect(":memory:")) as memory,
        ):
            source.backup(memory)
            tables = {name for (name,) in memory.execute("SELECT name FROM sqlite_master")}
            for table in tables & ANSWER_TABLES:
                memory.execute(f"DELETE FROM {table}")
            memory.commit()
            memory.execute("VACUUM INTO ?", [os.fspath(unfinished)])
        with unfinished.open("rb+") as copy:
            os.fsync(copy.fileno())
        unfinished.replace(target)
    return target


def discard_copies(path: Path) -> None:
    """Deletes the copies that were made before migrations: they remember removed people."""
    with translated_disk_errors(path):
        for copy in path.parent.glob(f"{path.stem}-before-*{path.suffix}"):
            copy.unlink()


def set_aside(path: Path, now: datetime) -> Path:
    """Renames a damaged database that nobody has open, and returns where it lies now."""
    stem = f"{path.stem}-damaged-{now:%Y%m%dT%H%M%S}"
    endings = chain([""], (f"-{number}" for number in count(2)))
    candidates = (path.with_name(f"{stem}{ending}{path.suffix}") for ending in endings)
    with translated_disk_errors(path):
        target = next(candidate for candidate in candidates if not candidate.exists())
        # The database goes last: SQLite deletes companions that lie beside a new one.
        for ending in COMPANIONS:
            companion = path.with_name(path.name + ending)
            if companion.exists():
                companion.rename(target.with_name(target.name + ending))
        path.rename(target)
    return target
