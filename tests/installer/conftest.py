"""What the tests of installers share."""

import shutil
from collections.abc import Iterator

import pytest
from wine import Wine


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """Made once a run, which takes five seconds and 700 MB; gone afterwards."""
    folder = tmp_path_factory.mktemp("wine")
    opened = Wine(folder)
    yield opened
    opened.close()
    shutil.rmtree(folder)
