"""Migrations: the same schema by every way, a copy without answers first, all or nothing."""

import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from storage.made_up import (
    AMINA,
    EQUALITY,
    make_answer,
    make_person,
    sentence,
    start_attempt,
    traces,
)

from huddinge_training.domain.attempt import Purpose
from huddinge_training.errors import DatabaseDamagedError, DatabaseTooNewError, StorageError
from huddinge_training.storage.database import Database
from huddinge_training.storage.migrations import STEPS, Step, names
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

if TYPE_CHECKING:
    from sqlite_utils import Database as Writer

TESTS = Path(__file__).parent


def m998_titles(db: "Writer") -> None:
    """A step that could come later."""
    db.execute("ALTER TABLE people ADD COLUMN title TEXT")


def m999_fails(db: "Writer") -> None:
    """A step that breaks down halfway."""
    db.execute("DELETE FROM people")
    db.execute("INSERT INTO no_such_table VALUES (1)")


def m999_loses_people(db: "Writer") -> None:
    """A step that leaves attempts of nobody."""
    db.execute("DELETE FROM people")


def m999_rebuilds_people(db: "Writer") -> None:
    """A step that rebuilds a table to which others point."""
    db.table("people").transform(rename={"name": "full_name"})


def schema(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, name"
        ).fetchall()
    return "".join(f"{sql};\n\n" for (sql,) in rows)


def migrate(path: Path, *later: Step) -> None:
    Database.open(path, steps=[*STEPS, *later]).close()


@pytest.fixture
def old(path: Path) -> Path:
    """A database of today, with a person in the middle of a scenario of a module."""
    with Database.open(path) as database:
        PeopleStore(database).add(make_person())
        progress = ProgressStore(database)
        attempt = start_attempt(progress)
        progress.add_answer(attempt.id, 0, make_answer())
        progress.keep_begun(attempt.id, make_answer(1))
    return path


def test_a_fresh_schema_equals_a_migrated_one(tmp_path: Path) -> None:
    fresh, migrated = tmp_path / "fresh.db", tmp_path / "migrated.db"
    Database.open(fresh).close()
    for count in range(1, len(STEPS) + 1):
        Database.open(migrated, steps=STEPS[:count]).close()
    assert schema(fresh) == schema(migrated)


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1))
def test_every_step_is_as_it_was_released(path: Path, count: int) -> None:
    Database.open(path, steps=STEPS[:count]).close()
    frozen = TESTS / f"schema_after_m{count:03}.sql"
    assert schema(path) == frozen.read_text(encoding="utf-8")


def test_steps_are_numbered_in_their_order() -> None:
    assert [name[:4] for name in names(STEPS)] == [f"m{n:03}" for n in range(1, len(STEPS) + 1)]


def test_a_newer_database_is_left_alone(old: Path) -> None:
    migrate(old, m998_titles)
    before = old.read_bytes()
    with pytest.raises(DatabaseTooNewError) as caught:
        Database.open(old)
    assert "newer version" in sentence(caught.value)
    assert old.read_bytes() == before


def test_before_a_migration_the_file_is_copied_without_answers(old: Path) -> None:
    migrate(old, m998_titles)
    copy = old.with_name("kompassen-before-m998_titles.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert traces(old.parent) == ["kompassen.db"]
    with Database.open(copy) as database:
        assert PeopleStore(database).everyone() == [make_person()]
        (attempt,) = ProgressStore(database).attempts_of(AMINA)
        assert (attempt.answers, attempt.begun) == ((), None)
    with Database.open(old, steps=[*STEPS, m998_titles]) as database:
        (attempt,) = ProgressStore(database).attempts_of(AMINA)
        assert (attempt.answers, attempt.begun) == ((make_answer(),), make_answer(1))


def test_a_new_database_needs_no_copy(path: Path) -> None:
    migrate(path, m998_titles)
    assert [file.name for file in path.parent.iterdir()] == ["kompassen.db"]


def test_a_copy_replaces_the_one_of_an_earlier_try(old: Path) -> None:
    copy = old.with_name("kompassen-before-m998_titles.db")
    copy.write_text("an earlier copy")
    copy.with_name(f"{copy.name}.unfinished").write_text("half a copy")
    migrate(old, m998_titles)
    assert copy.read_bytes().startswith(b"SQLite format 3")
    assert sorted(file.name for file in old.parent.iterdir()) == [copy.name, old.name]


@pytest.mark.parametrize(
    "later", [(m999_fails,), (m998_titles, m999_fails)], ids=["alone", "after another"]
)
def test_a_failing_migration_leaves_the_file_as_it_was(old: Path, later: Sequence[Step]) -> None:
    before = schema(old)
    with pytest.raises(StorageError):
        migrate(old, *later)
    assert schema(old) == before
    with Database.open(old) as database:
        assert PeopleStore(database).everyone() == [make_person()]


def test_a_migration_that_breaks_a_reference_is_undone(old: Path) -> None:
    with pytest.raises(DatabaseDamagedError):
        migrate(old, m999_loses_people)
    with Database.open(old) as database:
        assert PeopleStore(database).everyone() == [make_person()]


def test_a_migration_may_rebuild_a_table_to_which_others_point(old: Path) -> None:
    migrate(old, m999_rebuilds_people)
    with Database.open(old, steps=[*STEPS, m999_rebuilds_people]) as database:
        assert database.read(str, "SELECT full_name FROM people") == ["Amina"]
        attempt = ProgressStore(database).attempt(AMINA, EQUALITY, Purpose.MODULE)
        assert attempt is not None
        assert (attempt.answers, attempt.begun) == ((make_answer(),), make_answer(1))


def test_without_a_copy_there_is_no_migration(old: Path) -> None:
    in_the_way = old.with_name("kompassen-before-m998_titles.db")
    in_the_way.mkdir()
    with pytest.raises(StorageError):
        migrate(old, m998_titles)
    Database.open(old).close()


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError):
        Database.open(path)
    assert path.read_bytes() == before
    assert schema(path) == "CREATE TABLE recipes (title TEXT);\n\n"
