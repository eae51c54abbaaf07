"""What goes wrong with the disk or the file becomes a sentence, and nothing is overwritten."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage.made_up import make_answer, make_person, sentence, start_attempt

from huddinge_training.errors import DatabaseDamagedError, StorageError
from huddinge_training.storage.database import Database
from huddinge_training.storage.failures import translated_disk_errors
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.preferences import PreferencesStore
from huddinge_training.storage.progress import ProgressStore

HEADER_LENGTH = 100
NOBODY = 65534


@contextmanager
def refused(*words: str) -> Iterator[None]:
    """Expects a StorageError whose at most three sentences hold these words."""
    with pytest.raises(StorageError) as caught:
        yield
    said = sentence(caught.value)
    assert all(word in said for word in words), said
    assert said.count(". ") <= 2
    assert said.endswith(".")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere: whoever runs the tests as root is nobody meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def protected(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder that any user may read, and none but root may write."""
    with tempfile.TemporaryDirectory(prefix="kompassen-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def fill(path: Path) -> None:
    """Makes a database of some pages."""
    with Database.open(path) as database, database.atomic():
        for number in range(50):
            PeopleStore(database).add(make_person(f"person-{number}"))


def test_while_another_program_writes_there_is_a_sentence(database: Database) -> None:
    people = PeopleStore(database)
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with refused("in use by another program", "try again"):
            people.add(make_person())
    people.add(make_person())


def test_a_share_in_use_is_not_opened_in_an_unsafe_way(path: Path) -> None:
    with Database.open(path), refused("in use by another program"):
        Database.open(path, busy_timeout_seconds=0.01, is_on_network=lambda _: True)


def test_a_full_disk_takes_nothing_that_was_saved(database: Database) -> None:
    people = PeopleStore(database)
    people.add(make_person("amina"))
    (pages,) = database.read(int, "PRAGMA page_count")
    database.connection.execute(f"PRAGMA max_page_count={pages}")
    with refused("disk is full", "not saved"):
        people.add(make_person("bo", unit_code="long " * 2_000))
    assert people.everyone() == [make_person("amina")]
    database.connection.execute("PRAGMA max_page_count=1000000")
    people.add(make_person("bo"))


def test_a_protected_folder_is_told_before_anything_is_written(protected: Path) -> None:
    with ordinary_user(), refused("write-protected", str(protected)):
        Database.open(protected / "kompassen.db")
    with ordinary_user(), refused("write-protected"):
        Database.open(protected / "folder" / "kompassen.db")


def test_a_protected_file_is_told_before_anything_is_read(protected: Path) -> None:
    path = protected / "kompassen.db"
    protected.chmod(0o777)
    Database.open(path).close()
    path.chmod(0o444)
    with ordinary_user(), refused("write-protected"):
        Database.open(path)


def test_a_file_that_becomes_protected_later_is_told_when_it_is_written(database: Database) -> None:
    database.connection.execute("PRAGMA query_only=ON")
    with refused("write-protected", "IT support"):
        PeopleStore(database).add(make_person())


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with refused("cannot be reached"):
        Database.open(tmp_path / "file" / "kompassen.db")


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir()
    with refused("cannot be reached"):
        Database.open(path)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "write-protected"),
        (errno.EROFS, "write-protected"),
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EIO, "cannot be reached"),
        (None, "cannot be reached"),
    ],
)
def test_what_the_operating_system_refuses_is_told(
    path: Path, code: int | None, words: str
) -> None:
    error = OSError(code, "words of the system") if code else OSError()
    with refused(words), translated_disk_errors(path):
        raise error


def test_what_nobody_foresaw_points_to_the_log(database: Database) -> None:
    with refused("log"):
        database.read(str, "SELECT * FROM no_such_table")


def test_what_another_window_has_changed_is_told(database: Database) -> None:
    PeopleStore(database).add(make_person())
    progress = ProgressStore(database)
    attempt = start_attempt(progress)
    progress.add_answer(attempt.id, 0, make_answer(0))
    with refused("another window"):
        progress.add_answer(attempt.id, 0, make_answer(1))
    progress.finish(attempt.id)
    with refused("another window"):
        progress.add_answer(attempt.id, 1, make_answer(2))
    with refused("another window"):
        progress.save_place(attempt.id, 3)


def test_misuse_stays_a_bug(database: Database) -> None:
    database.close()
    with pytest.raises(sqlite3.ProgrammingError):
        PeopleStore(database).everyone()


@pytest.mark.parametrize("length", [2, 99, 100, 1_000, 5_000, 20_000])
def test_a_file_cut_short_is_damaged_and_left_as_it_is(path: Path, length: int) -> None:
    fill(path)
    cut = path.read_bytes()[:length]
    path.write_bytes(cut)
    with pytest.raises(DatabaseDamagedError), Database.open(path) as database:
        database.verify()
    assert path.read_bytes() == cut


# To SQLite, a file of one byte is an empty one.
@given(garbage=st.binary(min_size=2, max_size=5_000))
def test_garbage_is_damaged_and_left_as_it_is(garbage: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kompassen.db"
        path.write_bytes(garbage)
        with refused("damaged", str(path)), Database.open(path):
            pass
        assert path.read_bytes() == garbage


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database of some pages."""
    path = tmp_path_factory.mktemp("filled") / "kompassen.db"
    fill(path)
    return path.read_bytes()


def test_a_damaged_schema_is_told_even_if_it_cannot_be_quoted(filled: bytes, path: Path) -> None:
    path.write_bytes(filled.replace(b"NOT NULL", b"NOT NU\xffL"))
    with refused("damaged"):
        Database.open(path)


@given(offset=st.integers(0, HEADER_LENGTH - 1), flipped=st.integers(1, 255))
def test_a_flipped_byte_in_the_header_is_harmless_or_told(
    filled: bytes, offset: int, flipped: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kompassen.db"
        damaged = bytearray(filled)
        damaged[offset] ^= flipped
        path.write_bytes(damaged)
        with suppress(StorageError), Database.open(path) as database:
            PeopleStore(database).everyone()
            PreferencesStore(database).load()
            database.verify()


@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1))
def test_flipped_bytes_anywhere_are_harmless_or_told(
    filled: bytes, flips: list[tuple[float, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kompassen.db"
        damaged = bytearray(filled)
        for place, value in flips:
            damaged[int(place * len(filled))] = value
        path.write_bytes(damaged)
        with suppress(StorageError), Database.open(path) as database:
            PeopleStore(database).everyone()
            PeopleStore(database).add(make_person("new"))
            PreferencesStore(database).load()
            database.verify()
