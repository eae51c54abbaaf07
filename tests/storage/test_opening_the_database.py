"""A database is opened safely, quickly, and as its place on the disk allows."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from storage.made_up import make_person

from huddinge_training.errors import DatabaseDamagedError
from huddinge_training.language import Language
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.preferences import PreferencesStore

FIRST_WINDOW = """
import sys
from pathlib import Path
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.preferences import PreferencesStore
from huddinge_training.storage.progress import ProgressStore

with Database.open(Path(sys.argv[1])) as database:
    (person,) = PeopleStore(database).everyone()
    PreferencesStore(database).load()
    progress = ProgressStore(database)
    progress.attempts_of(person.id)
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def pragma(database: Database, name: str) -> object:
    (value,) = database.read(lambda value: value, f"PRAGMA {name}")
    return value


def test_folder_and_file_are_made_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "kompassen.db"
    Database.open(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_connection_keeps_references_erases_and_waits_for_the_disk(path: Path) -> None:
    for _ in range(2):
        with Database.open(path, busy_timeout_seconds=2) as database:
            assert pragma(database, "foreign_keys") == 1
            assert pragma(database, "secure_delete") == 1
            assert pragma(database, "synchronous") == 2
            assert pragma(database, "busy_timeout") == 2000
            assert pragma(database, "journal_mode") == "wal"
            assert database.warnings == ()


def test_the_first_window_does_without_sqlite_utils(path: Path) -> None:
    with Database.open(path) as database:
        PeopleStore(database).add(make_person())
    command = [sys.executable, "-c", FIRST_WINDOW, str(path)]
    loaded = subprocess.run(command, capture_output=True, check=True).stdout.decode().split()
    assert "sqlite3" in loaded
    assert "sqlite_utils" not in loaded


def test_on_a_share_there_is_a_warning_and_no_write_ahead_log(path: Path) -> None:
    Database.open(path).close()
    with Database.open(path, is_on_network=lambda place: place == path) as database:
        assert pragma(database, "journal_mode") == "delete"
        (warning,) = database.warnings
        words = Language.load("en", Path()).say(warning)
        assert str(path.parent) in words
        assert "can be damaged" in words
    with Database.open(path) as database:
        assert pragma(database, "journal_mode") == "wal"


def test_a_reader_does_not_keep_others_from_opening(path: Path) -> None:
    Database.open(path, is_on_network=lambda _: True).close()
    reader = sqlite3.connect(path)
    cursor = reader.execute("SELECT name FROM sqlite_master")
    cursor.fetchone()
    with Database.open(path, busy_timeout_seconds=0) as database:
        assert pragma(database, "journal_mode") == "delete"
    cursor.close()
    reader.close()
    with Database.open(path) as database:
        assert pragma(database, "journal_mode") == "wal"


def test_a_database_in_memory_is_like_one_in_a_file(database: Database) -> None:
    schema = "SELECT sql FROM sqlite_master ORDER BY name"
    with Database.in_memory() as in_memory:
        assert in_memory.read(str, schema) == database.read(str, schema)
        PeopleStore(in_memory).add(make_person())
        assert PeopleStore(in_memory).everyone() == [make_person()]
        PeopleStore(in_memory).remove(make_person().id)
        assert PeopleStore(in_memory).everyone() == []


def test_what_is_written_together_is_saved_together(database: Database) -> None:
    people = PeopleStore(database)
    with pytest.raises(RuntimeError), database.atomic():
        people.add(make_person("amina"))
        with database.atomic():
            people.add(make_person("bo"))
        raise RuntimeError("something else went wrong")
    assert people.everyone() == []


def test_a_nested_part_that_fails_leaves_the_rest(database: Database) -> None:
    people = PeopleStore(database)
    with database.atomic():
        people.add(make_person("amina"))
        with pytest.raises(RuntimeError), database.atomic():
            people.add(make_person("bo"))
            raise RuntimeError("only this part went wrong")
    assert people.everyone() == [make_person("amina")]


def test_a_whole_file_passes_the_full_check(database: Database) -> None:
    PeopleStore(database).add(make_person())
    database.verify()


def test_the_full_check_finds_a_page_that_makes_no_sense(path: Path) -> None:
    with Database.open(path) as database:
        PeopleStore(database).add(make_person())
        (page,) = database.read(
            int, "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_people_1'"
        )
        page_size = int(str(pragma(database, "page_size")))
    with path.open("rb+") as file:
        file.seek((page - 1) * page_size + 8)
        file.write(b"\xff" * 16)
    with Database.open(path) as database, pytest.raises(DatabaseDamagedError):
        database.verify()


def test_an_unreadable_row_is_damage(database: Database) -> None:
    PeopleStore(database).add(make_person())
    with database.atomic():
        database.connection.execute("UPDATE people SET created_on = 'yesterday'")
    with pytest.raises(DatabaseDamagedError):
        PeopleStore(database).everyone()


def test_text_that_is_no_text_is_damage(database: Database) -> None:
    with database.atomic():
        database.connection.execute("INSERT INTO preferences VALUES (1, CAST(x'ff' AS TEXT))")
    with pytest.raises(DatabaseDamagedError):
        PreferencesStore(database).load()
