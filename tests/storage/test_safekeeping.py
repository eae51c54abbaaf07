"""A damaged file is set aside under a name of its own, so that everybody can start anew."""

from pathlib import Path

import pytest
from storage.made_up import NOW, make_person

from huddinge_training.errors import DatabaseDamagedError, StorageError
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.safekeeping import set_aside


def test_after_a_damaged_file_is_set_aside_a_new_one_can_be_made(path: Path) -> None:
    path.write_bytes(b"no database")
    with pytest.raises(DatabaseDamagedError):
        Database.open(path)
    aside = set_aside(path, NOW)
    assert aside == path.with_name("kompassen-damaged-20260307T123000.db")
    assert aside.read_bytes() == b"no database"
    with Database.open(path) as database:
        PeopleStore(database).add(make_person())
        assert PeopleStore(database).everyone() == [make_person()]


def test_the_companions_of_a_file_go_with_it(path: Path) -> None:
    contents = {"": b"no database", "-wal": b"no log", "-shm": b"no index"}
    for ending, content in contents.items():
        path.with_name(path.name + ending).write_bytes(content)
    aside = set_aside(path, NOW)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == {
        aside.name + ending: content for ending, content in contents.items()
    }


def test_setting_aside_twice_in_a_second_overwrites_nothing(path: Path) -> None:
    names = []
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        names.append(set_aside(path, NOW))
    assert [name.read_bytes() for name in names] == [b"first", b"second", b"third"]
    assert [name.name for name in names[1:]] == [
        "kompassen-damaged-20260307T123000-2.db",
        "kompassen-damaged-20260307T123000-3.db",
    ]


def test_a_file_that_cannot_be_set_aside_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageError):
        set_aside(tmp_path / "file" / "kompassen.db", NOW)
