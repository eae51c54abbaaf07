"""Made-up data for the tests of the real program."""

import shutil
from pathlib import Path

import pytest
from program.running import UNTIL, run


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with sixty made-up people, for looking only."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    done = run("demo", folder, "--people", 60, "--seed", 3, "--until", UNTIL)
    assert done.code == 0, done.err
    return folder


@pytest.fixture
def demo_dir(filled: Path, tmp_path: Path) -> Path:
    """The same to change."""
    return Path(shutil.copytree(filled, tmp_path / "demo"))
