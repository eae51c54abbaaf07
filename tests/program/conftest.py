"""Made-up data for the tests of the real program."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program.running import UNTIL, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from program.phone_browser import Phones


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


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Browser]":
    """Debian's Chromium."""
    from program.phone_browser import debians_chromium

    with debians_chromium() as browser:
        yield browser


@pytest.fixture
def phones(chromium: "Browser") -> "Iterator[Phones]":
    """A room with a session, and the browser."""
    from phone.room import room
    from program.phone_browser import Phones

    with room() as classroom:
        opened = Phones(chromium, classroom)
        yield opened
        opened.close()
        assert opened.visit.complaints == []
        home = f"http://{classroom.server.typed_address}/"
        assert [u for u in opened.visit.urls if not u.startswith((home, "data:"))] == []
