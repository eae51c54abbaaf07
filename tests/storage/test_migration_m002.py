"""m002: what stood in the database before it stands there afterwards, and answers can be begun."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from storage.made_up import AMINA, EQUALITY, make_person, traces

from huddinge_training.domain.attempt import Answer, Purpose
from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import ScenarioId
from huddinge_training.storage.database import Database
from huddinge_training.storage.migrations import STEPS
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

# Rows as the program of m001 wrote them, in the names that its tables had.
BEFORE = """
INSERT INTO people VALUES
    ('amina', 'Amina', 'forskola', NULL, 'amina@example.se', '4711', 0, '2026-03-07', 1),
    ('bo', 'Bo', 'it', '0042', NULL, NULL, 1, '2026-01-02', 0);
INSERT INTO attempts VALUES
    ('1', 'amina', 'likabehandling', 'module', '2026-1', 'hash', 'seed', 3, '2026-03-07'),
    ('2', 'amina', 'likabehandling', 'follow_up', '2026-1', 'hash', 'other', 0, '2026-03-08'),
    ('3', 'bo', 'likabehandling', 'module', '2026-1', 'hash', 'third', 0, '2026-03-09');
INSERT INTO answers VALUES
    ('1', 0, 'SCENARIO-0', 'WORDING-0', 'a'),
    ('1', 1, 'SCENARIO-1', 'WORDING-1', 'c'),
    ('2', 0, 'SCENARIO-0', 'WORDING-0', 'b');
INSERT INTO follow_ups VALUES
    ('amina', 'likabehandling', '2026-04-04', NULL),
    ('bo', 'likabehandling', '2026-04-04', '2026-04-05');
INSERT INTO ledger VALUES (1, '2026-03-07T12:00:00+00:00', 'completed', '{}', '', 'hash');
INSERT INTO access_log VALUES (1, '2026-03-07T12:00:00+00:00', 'export', '{}', '', 'hash');
INSERT INTO preferences VALUES (1, '{"language": "sv"}');
INSERT INTO hr_access VALUES (1, 'hash', 0, NULL);
"""
COPY = "kompassen-before-m002_responses.db"


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a file, by table, but which steps it has been through."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = sorted(name for (name,) in tables if not name.startswith(("_", "sqlite_")))
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


@pytest.fixture
def before(path: Path) -> Path:
    """A database that has been through m001 and was used."""
    Database.open(path, steps=STEPS[:1]).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(BEFORE)
        connection.commit()
    return path


@pytest.fixture
def migrated(before: Path) -> Iterator[Database]:
    """The same file, opened by the program of today."""
    Database.open(before, steps=STEPS[:2]).close()
    with Database.open(before) as database:
        yield database


def test_no_row_is_lost_or_changed(before: Path) -> None:
    old = rows(before)
    Database.open(before, steps=STEPS[:2]).close()
    assert rows(before) == {**old, "begun_answers": []}
    assert sum(map(len, old.values())) == 14


def test_an_option_that_was_chosen_is_now_a_response(migrated: Database) -> None:
    module, follow_up = ProgressStore(migrated).attempts_of(AMINA)
    assert (module.place, module.seed, module.purpose) == (3, "seed", Purpose.MODULE)
    assert module.answers == (
        Answer(ScenarioId("SCENARIO-0"), "WORDING-0", Response("a")),
        Answer(ScenarioId("SCENARIO-1"), "WORDING-1", Response("c")),
    )
    assert [answer.response for answer in follow_up.answers] == ["b"]
    assert (module.begun, follow_up.begun) == (None, None)


def test_people_and_their_follow_ups_are_read_as_before(migrated: Database) -> None:
    people = {person.id: person for person in PeopleStore(migrated).everyone()}
    assert people[AMINA] == make_person(AMINA)
    assert ProgressStore(migrated).follow_ups_of(AMINA) == [FollowUp(EQUALITY, date(2026, 4, 4))]


def test_one_can_go_on_where_one_was(migrated: Database) -> None:
    progress = ProgressStore(migrated)
    started = progress.attempt(AMINA, EQUALITY, Purpose.MODULE)
    assert started is not None
    begun = Answer(ScenarioId("SCENARIO-2"), "WORDING-2", Response("a/b"))
    progress.keep_begun(started.id, begun)
    again = progress.attempt(AMINA, EQUALITY, Purpose.MODULE)
    assert again is not None
    assert (again.answers, again.begun) == (started.answers, begun)


def test_the_copy_before_it_holds_no_answers(before: Path) -> None:
    Database.open(before, steps=STEPS[:2]).close()
    copied = rows(before.with_name(COPY))
    assert traces(before.parent) == [before.name]
    assert copied["answers"] == []
    assert len(copied["attempts"]) == 3
    assert "begun_answers" not in copied


def test_an_attempt_takes_what_was_begun_with_it(migrated: Database) -> None:
    progress = ProgressStore(migrated)
    for attempt in progress.attempts_of(AMINA):
        progress.keep_begun(attempt.id, Answer(ScenarioId("x"), "y", Response("z")))
        progress.finish(attempt.id)
    assert rows(migrated.path)["begun_answers"] == []
