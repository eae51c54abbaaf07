"""Changes a data file as somebody would who has it, a tool, and no triggers in the way."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from huddinge_training.domain.record import entry_hash

CHANGE = "UPDATE ledger SET recorded_at = '2020-01-01T00:00:00+00:00' WHERE sequence = 3"
SHORTEN = "DELETE FROM ledger WHERE sequence > 4"


def tamper(path: Path, *statements: str, table: str = "ledger") -> None:
    """Takes the triggers of a table away and runs the statements."""
    with closing(sqlite3.connect(path)) as database, database:
        names = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table]
        )
        for (name,) in names.fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)


def recompute(path: Path) -> None:
    """Gives every entry of the ledger the hash that fits, as somebody who knows how would do."""
    with closing(sqlite3.connect(path)) as database, database:
        previous = "0" * 64
        rows = database.execute("SELECT sequence, recorded_at, kind, body FROM ledger").fetchall()
        for sequence, recorded_at, kind, body in rows:
            time = datetime.fromisoformat(recorded_at)
            hash_ = entry_hash(sequence, time, kind, body, previous)
            database.execute(
                "UPDATE ledger SET previous_hash = ?, hash = ? WHERE sequence = ?",
                [previous, hash_, sequence],
            )
            previous = hash_
