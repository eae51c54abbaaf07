"""A language, a full folder and a user without rights, for the tests of what is written."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from huddinge_training.language import Language

NOBODY = 65534


@pytest.fixture
def english() -> Language:
    """The language of the catalogue itself."""
    return Language.load("en", Path())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user of the machine may read and write."""
    with tempfile.TemporaryDirectory(prefix="kompassen-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.fixture
def as_ordinary_user(open_folder: Path) -> Iterator[None]:
    """Root may write everywhere: whoever runs the tests as root is nobody meanwhile."""
    is_root = os.geteuid() == 0
    if is_root:
        os.setresuid(NOBODY, NOBODY, 0)
    yield
    if is_root:
        os.setresuid(0, 0, 0)
