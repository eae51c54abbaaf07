"""When a module is done, no answer can be found in any byte of any file (PRIV-02)."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from storage.made_up import (
    AMINA,
    NOW,
    make_answer,
    make_completion,
    make_person,
    start_attempt,
    traces,
)

from huddinge_training.domain.preferences import Preferences
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.preferences import PreferencesStore
from huddinge_training.storage.progress import AttemptId, ProgressStore

TESTS = Path(__file__).parent.parent
CRASH = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from huddinge_training.storage.database import Database
from huddinge_training.storage.progress import ProgressStore
from storage.made_up import make_answer, start_attempt

database = Database.open(Path(sys.argv[1]))
progress = ProgressStore(database)
progress.add_answer(start_attempt(progress).id, 0, make_answer())
with database.atomic():
    database.connection.execute("DELETE FROM attempts")
os._exit(0)
"""


@pytest.fixture
def progress(database: Database) -> ProgressStore:
    PeopleStore(database).add(make_person())
    return ProgressStore(database)


def answered(progress: ProgressStore, module_id: str = "likabehandling") -> AttemptId:
    """The id of an attempt with some answers, and with one that was begun again and again."""
    attempt = start_attempt(progress, module_id=module_id)
    for number in range(6):
        progress.keep_begun(attempt.id, make_answer(100 + number))
        progress.add_answer(attempt.id, number, make_answer(number))
        progress.keep_begun(attempt.id, make_answer(200 + number))
    return attempt.id


def test_the_search_finds_answers_that_are_there(
    database: Database, progress: ProgressStore
) -> None:
    answered(progress)
    assert traces(database.path.parent) == ["kompassen.db-wal"]
    database.checkpoint()
    assert traces(database.path.parent) == ["kompassen.db"]


def test_a_finished_attempt_leaves_no_trace(database: Database, progress: ProgressStore) -> None:
    progress.finish(answered(progress))
    assert traces(database.path.parent) == []


def test_a_completion_leaves_no_trace(database: Database, progress: ProgressStore) -> None:
    attempt_id = answered(progress)
    with database.atomic():
        progress.finish(attempt_id)
        LedgerStore(database).record_completion(make_completion(), NOW)
    assert traces(database.path.parent) == []


def test_what_is_only_begun_leaves_no_trace_either(
    database: Database, progress: ProgressStore
) -> None:
    attempt = start_attempt(progress)
    progress.keep_begun(attempt.id, make_answer())
    assert traces(database.path.parent) == ["kompassen.db-wal"]
    progress.finish(attempt.id)
    assert traces(database.path.parent) == []


def test_a_removed_person_leaves_no_trace(database: Database, progress: ProgressStore) -> None:
    answered(progress)
    PeopleStore(database).remove(AMINA)
    assert traces(database.path.parent) == []


def test_a_repeat_of_a_changed_course_leaves_no_trace(
    database: Database, progress: ProgressStore
) -> None:
    progress.replace(
        answered(progress), edition_id="2027-1", module_hash="b" * 64, answers=[], place=0
    )
    assert traces(database.path.parent) == []


def test_many_attempts_mixed_leave_no_trace_when_they_are_finished(
    database: Database, progress: ProgressStore
) -> None:
    mixed = random.Random(7)
    attempts = [start_attempt(progress, module_id=f"module-{n}").id for n in range(30)]
    for number in range(20):
        mixed.shuffle(attempts)
        for attempt_id in attempts:
            progress.add_answer(attempt_id, number, make_answer(mixed.randrange(10**12)))
            progress.keep_begun(attempt_id, make_answer(mixed.randrange(10**12)))
        if number % 2:
            progress.finish(attempts.pop())
    for attempt_id in attempts:
        progress.finish(attempt_id)
    assert traces(database.path.parent) == []


def test_on_a_share_nothing_is_left_either(database: Database, progress: ProgressStore) -> None:
    attempt_id = answered(progress)
    database.close()
    with Database.open(database.path, is_on_network=lambda _: True) as shared:
        ProgressStore(shared).finish(attempt_id)
        assert traces(database.path.parent) == []


def test_what_a_reader_holds_is_erased_with_the_next_commit(
    database: Database, progress: ProgressStore
) -> None:
    attempt_id = answered(progress)
    with closing(sqlite3.connect(database.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM answers").fetchall()
        progress.finish(attempt_id)
        assert traces(database.path.parent) != []
    PreferencesStore(database).save(Preferences())
    assert traces(database.path.parent) == []


def test_a_query_that_is_still_open_does_no_harm(
    database: Database, progress: ProgressStore
) -> None:
    attempt_id = answered(progress)
    cursor = database.connection.execute("SELECT name FROM sqlite_master")
    cursor.fetchone()
    progress.finish(attempt_id)
    assert progress.all_started() == set()
    cursor.close()
    PreferencesStore(database).save(Preferences())
    assert traces(database.path.parent) == []


def test_what_a_crash_left_in_the_log_is_erased_with_the_next_commit(
    database: Database, progress: ProgressStore
) -> None:
    database.close()
    command = [sys.executable, "-c", CRASH, str(database.path), str(TESTS)]
    subprocess.run(command, check=True)
    assert traces(database.path.parent) == ["kompassen.db-wal"]
    with Database.open(database.path) as reopened:
        PreferencesStore(reopened).save(Preferences())
        assert traces(database.path.parent) == []
