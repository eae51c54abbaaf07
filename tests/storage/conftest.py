"""A database of its own for every test of the stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from huddinge_training.storage.database import Database


@pytest.fixture
def path(data_dir: Path) -> Path:
    """Where a database may lie; there is none yet."""
    return data_dir / "kompassen.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An empty, up-to-date database in a file, which does not wait long for others."""
    with Database.open(path, busy_timeout_seconds=0.05) as database:
        yield database
