"""The ledger and the access log only grow, and show whatever was done to them from outside."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage.made_up import NOW

from huddinge_training.domain.record import (
    EMPTY_CHAIN_HASH,
    ChainFault,
    ChainHead,
    Fault,
    anchor_faults,
    chain_faults,
)
from huddinge_training.errors import StorageError
from huddinge_training.storage import chain
from huddinge_training.storage.chain import Chain
from huddinge_training.storage.database import Database

TABLES = ("ledger", "access_log")
COLUMNS = ("recorded_at", "kind", "body", "previous_hash", "hash")

APPENDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from huddinge_training.storage.chain import Chain
from huddinge_training.storage.database import Database

with Database.open(Path(sys.argv[1]), busy_timeout_seconds=60) as database:
    chain = Chain(database, "ledger")
    database.writer
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(100):
        chain.append("test", {"by": sys.argv[2], "number": number}, datetime.now(UTC))
"""

contents = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"])), st.integers(), max_size=3
)
times = st.datetimes(datetime(2000, 1, 1), timezones=st.just(UTC))
appends = st.lists(
    st.tuples(st.text("abcåäö", min_size=1), contents, times), min_size=1, max_size=8
)


@contextmanager
def open_to_all(database: Database, table: str) -> Iterator[sqlite3.Connection]:
    """What somebody with the file and another program can do: first remove the triggers."""
    triggers = database.read(
        str, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table
    )
    with database.atomic():
        for trigger in triggers:
            database.connection.execute(f"DROP TRIGGER {trigger}")
        database.connection.execute("DROP INDEX IF EXISTS ledger_by_person")
        yield database.connection


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_chain_has_a_head_of_its_own(database: Database, table: str) -> None:
    empty = Chain(database, table)
    assert empty.head() == ChainHead(0, EMPTY_CHAIN_HASH)
    assert list(empty.entries()) == []
    assert empty.hashes() == []


@pytest.mark.parametrize("table", TABLES)
def test_entries_come_back_as_they_were_appended(database: Database, table: str) -> None:
    grown = Chain(database, table)
    first = grown.append("first", {"å": [1, None]}, NOW)
    second = grown.append("second", {}, NOW + timedelta(seconds=1))
    assert list(grown.entries()) == [first, second]
    assert (first.sequence, first.body, second.previous_hash) == (1, '{"å":[1,null]}', first.hash)
    assert grown.hashes() == [first.hash, second.hash]
    assert grown.head() == ChainHead(2, second.hash)


def test_times_are_kept_in_utc(database: Database) -> None:
    in_sweden = NOW.astimezone(timezone(timedelta(hours=1)))
    assert Chain(database, "ledger").append("test", {}, in_sweden).recorded_at.tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        Chain(database, "ledger").append("test", {}, NOW.replace(tzinfo=None))


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5])
def test_entries_are_read_a_page_at_a_time(
    database: Database, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    monkeypatch.setattr(chain, "PAGE_LENGTH", length)
    grown = Chain(database, "ledger")
    entries = grown.append_all(("test", {"number": number}, NOW) for number in range(4))
    assert list(grown.entries()) == entries


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {} SET body = '{{}}'",
        "DELETE FROM {}",
        "INSERT OR REPLACE INTO {} VALUES (1, '', '', '{{}}', '', '')",
        "REPLACE INTO {} VALUES (2, '', '', '{{}}', '', '')",
        "INSERT INTO {} VALUES (-5, '', '', '{{}}', '', '')",
    ],
)
def test_the_file_itself_refuses_changes(database: Database, table: str, statement: str) -> None:
    grown = Chain(database, table)
    entries = grown.append_all([("test", {"number": n}, NOW) for n in range(2)])
    with pytest.raises(StorageError), database.atomic():
        database.connection.execute(statement.format(table))
    assert list(grown.entries()) == entries


@given(appends)
def test_whatever_is_appended_makes_an_unbroken_chain(
    rows: list[tuple[str, dict[str, int], datetime]],
) -> None:
    with Database.in_memory() as database:
        grown = Chain(database, "ledger")
        half = len(rows) // 2
        for kind, content, recorded_at in rows[:half]:
            grown.append(kind, content, recorded_at)
        early = grown.head()
        grown.append_all(rows[half:])
        assert chain_faults(grown.entries()) == []
        assert anchor_faults(grown.hashes(), [early, grown.head()]) == []
        assert len(grown.hashes()) == len(rows)


@given(appends, st.data())
def test_a_changed_value_is_found(
    rows: list[tuple[str, dict[str, int], datetime]], data: st.DataObject
) -> None:
    with Database.in_memory() as database:
        grown = Chain(database, "ledger")
        grown.append_all(rows)
        number = data.draw(st.integers(1, len(rows)))
        column = data.draw(st.sampled_from(COLUMNS))
        sql = f"SELECT {column} FROM ledger WHERE sequence = ?"
        (before,) = database.read(str, sql, number)
        other = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
        value = data.draw(
            st.one_of(
                other.filter(lambda text: text != before),
                st.just(before + " "),
                st.just(before.replace("T", " ").replace("1", "2") + "x"),
                st.binary(),
            )
        )
        with open_to_all(database, "ledger") as connection:
            connection.execute(
                f"UPDATE ledger SET {column} = ? WHERE sequence = ?", [value, number]
            )
        assert ChainFault(Fault.CHANGED, number) in chain_faults(grown.entries())


def test_the_same_time_written_in_another_way_is_found(database: Database) -> None:
    grown = Chain(database, "ledger")
    grown.append("test", {}, NOW)
    with open_to_all(database, "ledger") as connection:
        connection.execute("UPDATE ledger SET recorded_at = replace(recorded_at, 'T', ' ')")
    assert chain_faults(grown.entries()) == [ChainFault(Fault.CHANGED, 1)]


@given(appends, st.data())
def test_a_removed_entry_is_found(
    rows: list[tuple[str, dict[str, int], datetime]], data: st.DataObject
) -> None:
    with Database.in_memory() as database:
        grown = Chain(database, "access_log")
        grown.append_all(rows)
        printed = grown.head()
        number = data.draw(st.integers(1, len(rows)))
        with open_to_all(database, "access_log") as connection:
            connection.execute("DELETE FROM access_log WHERE sequence = ?", [number])
        faults = chain_faults(grown.entries()) + anchor_faults(grown.hashes(), [printed])
        assert faults != []


def test_two_programs_at_once_make_one_chain(database: Database) -> None:
    command = [sys.executable, "-c", APPENDER, str(database.path)]
    programs = [
        subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for name in ("first", "second")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    grown = Chain(database, "ledger")
    assert grown.head().length == 200
    assert chain_faults(grown.entries()) == []
