"""The steps that made the database what it is, oldest first; a released step is never edited."""

import sqlite3
from collections.abc import Callable, Sequence
from textwrap import dedent
from typing import TYPE_CHECKING

from huddinge_training.storage.group_migrations import (
    m004_group_sessions,
    m005_owners,
    m006_expected_people,
)

if TYPE_CHECKING:
    from sqlite_utils import Database as Writer

SET_NAME = "kompassen"

Step = Callable[["Writer"], None]

INITIAL_TABLES = (
    """
    CREATE TABLE people (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        employee_number TEXT UNIQUE COLLATE NOCASE,
        email TEXT UNIQUE COLLATE NOCASE,
        unit_code TEXT,
        unit_missing INTEGER NOT NULL,
        created_on TEXT NOT NULL,
        wants_follow_ups INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE attempts (
        id TEXT PRIMARY KEY NOT NULL,
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        module_id TEXT NOT NULL,
        purpose TEXT NOT NULL,
        edition_id TEXT NOT NULL,
        module_hash TEXT NOT NULL,
        seed TEXT NOT NULL,
        place INTEGER NOT NULL,
        started_on TEXT NOT NULL,
        UNIQUE (person_id, module_id, purpose)
    )
    """,
    """
    CREATE TABLE answers (
        attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        scenario_id TEXT NOT NULL,
        scenario_hash TEXT NOT NULL,
        option_id TEXT NOT NULL,
        PRIMARY KEY (attempt_id, number)
    )
    """,
    """
    CREATE TABLE follow_ups (
        person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        module_id TEXT NOT NULL,
        due_on TEXT NOT NULL,
        done_on TEXT,
        PRIMARY KEY (person_id, module_id, due_on)
    )
    """,
    """
    CREATE TABLE ledger (
        sequence INTEGER PRIMARY KEY NOT NULL,
        recorded_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
    )
    """,
    """
    CREATE INDEX ledger_by_person ON ledger (
        json_extract(body, '$.person_id'), json_extract(body, '$.module_id')
    )
    """,
    """
    CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END
    """,
    """
    CREATE TRIGGER ledger_is_unchanged BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger does not change'); END
    """,
    """
    CREATE TRIGGER ledger_only_grows BEFORE INSERT ON ledger
    WHEN NEW.sequence <= (SELECT max(sequence) FROM ledger)
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows at its end'); END
    """,
    """
    CREATE TABLE access_log (
        sequence INTEGER PRIMARY KEY NOT NULL,
        recorded_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
    )
    """,
    """
    CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log
    BEGIN SELECT RAISE(ABORT, 'the access log forgets nothing'); END
    """,
    """
    CREATE TRIGGER access_log_is_unchanged BEFORE UPDATE ON access_log
    BEGIN SELECT RAISE(ABORT, 'the access log does not change'); END
    """,
    """
    CREATE TRIGGER access_log_only_grows BEFORE INSERT ON access_log
    WHEN NEW.sequence <= (SELECT max(sequence) FROM access_log)
    BEGIN SELECT RAISE(ABORT, 'the access log only grows at its end'); END
    """,
    """
    CREATE TABLE preferences (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE hr_access (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        passphrase_hash TEXT NOT NULL,
        failures INTEGER NOT NULL,
        locked_until TEXT
    )
    """,
)

SHARED_COMPUTER = (
    "ALTER TABLE people ADD COLUMN is_protected INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE pins (
        person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        pin_hash TEXT NOT NULL,
        failures INTEGER NOT NULL,
        locked_until TEXT
    )
    """,
    """
    CREATE TABLE person_preferences (
        person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE device (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        number INTEGER NOT NULL,
        receipt_key TEXT NOT NULL,
        shows_names INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE taken_receipts (
        code TEXT PRIMARY KEY NOT NULL,
        person_id TEXT NOT NULL,
        taken_on TEXT NOT NULL
    )
    """,
)


def m001_initial(db: "Writer") -> None:
    """People, their way through the course, the ledger, the access log and the settings."""
    for statement in INITIAL_TABLES:
        db.execute(dedent(statement).strip())


def m002_responses(db: "Writer") -> None:
    """An answer is no longer always an option, and one that is begun is kept."""
    db.execute("ALTER TABLE answers RENAME COLUMN option_id TO response")
    db.execute(
        dedent(
            """
            CREATE TABLE begun_answers (
                attempt_id TEXT PRIMARY KEY NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
                scenario_id TEXT NOT NULL,
                scenario_hash TEXT NOT NULL,
                response TEXT NOT NULL
            )
            """
        ).strip()
    )


def m003_shared_computer(db: "Writer") -> None:
    """Several people at one computer: PINs, each one's preferences, and receipts of guests."""
    for statement in SHARED_COMPUTER:
        db.execute(dedent(statement).strip())


STEPS: tuple[Step, ...] = (
    m001_initial,
    m002_responses,
    m003_shared_computer,
    m004_group_sessions,
    m005_owners,
    m006_expected_people,
)


def names(steps: Sequence[Step]) -> list[str]:
    """The names under which the steps are remembered."""
    return [step.__name__ for step in steps]


def applied(connection: sqlite3.Connection) -> list[str] | None:
    """The names of the steps a database has been through; None when it is empty.

    Asked with plain sqlite3, since an up-to-date database needs no sqlite-utils.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return None
    if "_sqlite_migrations" not in tables:
        return []
    steps = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", [SET_NAME]
    )
    return [name for (name,) in steps]


def apply(steps: Sequence[Step], db: "Writer") -> None:
    """Takes the database through the steps that it has not been through yet."""
    from sqlite_utils import Migrations  # noqa: PLC0415  only when there is something to do

    migrations = Migrations(SET_NAME)
    for step in steps:
        migrations()(step)
    migrations.apply(db)
