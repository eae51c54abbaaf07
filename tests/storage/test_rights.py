"""Who may use what lies in a data folder: one person, or the group that IT has made for it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from huddinge_training.logs import start_log
from huddinge_training.paths import FOR_THE_GROUP, PRIVATE, DataPaths, Rights, data_paths
from huddinge_training.storage.database import Database

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows counts in access lists")


@pytest.fixture(autouse=True, params=[0o022, 0o077], ids=["usual", "strict"])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a process takes away from every file that it makes."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("rights", "file_mode", "folder_mode"),
    [(PRIVATE, 0o600, 0o700), (FOR_THE_GROUP, 0o660, 0o2770)],
)
def test_a_database_and_what_lies_beside_it(
    tmp_path: Path, rights: Rights, file_mode: int, folder_mode: int
) -> None:
    path = tmp_path / "new" / "data" / "kompassen.db"
    with Database.open(path, rights=rights) as database:
        with database.atomic():
            database.connection.execute("INSERT INTO preferences VALUES (1, '{}')")
        files = {file.name: mode(file) for file in path.parent.iterdir()}
    names = ("kompassen.db", "kompassen.db-shm", "kompassen.db-wal")
    assert files == dict.fromkeys(names, file_mode)
    assert [mode(folder) for folder in (path.parent, path.parent.parent)] == [folder_mode] * 2


def test_what_is_there_keeps_its_rights(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    path = folder / "kompassen.db"
    Database.open(path).close()
    Database.open(path, rights=FOR_THE_GROUP).close()
    assert (mode(folder), mode(path)) == (0o755, 0o600)


def test_the_log_and_the_one_after_it(tmp_path: Path) -> None:
    handler = start_log(tmp_path / "data" / "logs", FOR_THE_GROUP)
    try:
        import logging

        for _ in range(3):
            handler.emit(logging.LogRecord("x", logging.INFO, "", 0, "x" * 600_000, None, None))
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    files = {file.name: mode(file) for file in (tmp_path / "data" / "logs").iterdir()}
    assert files == {"kompassen.log": 0o660, "kompassen.log.1": 0o660}
    assert mode(tmp_path / "data") == 0o2770


def test_it_s_folder_is_for_the_group_and_any_other_for_one_person(tmp_path: Path) -> None:
    ours, machine = tmp_path / "ours", tmp_path / "machine"
    assert data_paths(None, machine) == DataPaths(machine, FOR_THE_GROUP)
    assert data_paths(ours, machine) == DataPaths(ours, PRIVATE)
    assert data_paths().rights == PRIVATE
