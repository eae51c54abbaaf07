"""Led sessions come to HR by a folder of IT's: each once, and nothing in it is lost."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.group_plan import Length
from huddinge_training.domain.person import PersonId
from huddinge_training.services.documents import put_into
from huddinge_training.services.group_packages import GroupPackages, TakenPackage
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.services.session_folder import SessionFolder, TakenFolder
from huddinge_training.services.workspace import Workspace, default_sources
from huddinge_training.storage.ledger import LedgerStore

PRESENT = (Attendee("Åsa Öman", "A-0042", Presence.HERE),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """IT's folder, which leaders may write to and HR may read."""
    folder = tmp_path / "träffar"
    folder.mkdir()
    return folder


@pytest.fixture
def package(tmp_path: Path, folder: Path) -> Path:
    """What a leader's computer has put there."""
    settings = MachineSettings(session_folder=folder)
    with Workspace.open(default_sources(tmp_path / "room", settings)) as workspace:
        sessions = workspace.group_sessions
        plan = sessions.ready_plan(Length.SHORT, sessions.choices(), "Ledaren", "BUF-101")
        led = sessions.rehearse(replace(plan, expected_count=1), PersonId("ledaren"))
        facts, _ = sessions.finish(led, is_recorded_here=False)
        facts = replace(facts, attendees=PRESENT)
        packages = workspace.group_packages

        def write(path: Path) -> None:
            packages.write(path, facts)

        return put_into(folder, "2026-11-25.traff", write)


def taken_by_hr(tmp_path: Path, folder: Path) -> tuple[TakenFolder, int]:
    """HR looks; what came of it, and how many stand in the ledger by now."""
    sources = default_sources(tmp_path / "hr", MachineSettings(session_folder=folder))
    with Workspace.open(sources) as workspace:
        assert workspace.session_folder is not None
        taken = workspace.session_folder.take_all()
        return taken, len(LedgerStore(workspace.database).attended())


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.traff"))


def test_a_package_is_taken_in_once_and_put_aside(
    tmp_path: Path, folder: Path, package: Path
) -> None:
    taken, count = taken_by_hr(tmp_path, folder)
    assert (taken.has_problems, count) == (False, 1)
    assert names(folder) == [f"taken/{package.name}"]
    again, count = taken_by_hr(tmp_path, folder)
    assert (again, count) == (TakenFolder(), 1)


def test_a_package_of_the_same_name_keeps_the_older_one(
    tmp_path: Path, folder: Path, package: Path
) -> None:
    content = package.read_bytes()
    taken_by_hr(tmp_path, folder)
    package.write_bytes(content)
    _, count = taken_by_hr(tmp_path, folder)
    assert count == 1
    assert names(folder) == ["taken/2026-11-25-2.traff", "taken/2026-11-25.traff"]


def test_what_cannot_be_taken_in_stays_and_is_said_every_time(
    tmp_path: Path, folder: Path, package: Path
) -> None:
    (folder / "annat.traff").write_text("{}")
    (folder / ".kompassen-0.traff").write_text("half of a package")
    (folder / "strax.traff").touch()  # where its name is there before what is in it
    for _ in range(2):
        taken, count = taken_by_hr(tmp_path, folder)
        assert (taken.has_problems, count) == (True, 1)
        assert [w.values["file"] for w in taken.words if "file" in w.values] == ["annat.traff"]
    assert names(folder) == [
        ".kompassen-0.traff", "annat.traff", "strax.traff", f"taken/{package.name}",
    ]  # fmt: skip


def test_a_folder_that_is_not_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    taken, count = taken_by_hr(tmp_path, tmp_path / "borta")
    assert (taken.has_problems, count) == (True, 0)
    assert "Ask IT" in taken.words[0].msgid


def test_a_package_that_cannot_be_put_aside_is_in_the_ledger_and_says_so(
    tmp_path: Path, folder: Path, package: Path
) -> None:
    (folder / "taken").write_text("in the way")
    taken, count = taken_by_hr(tmp_path, folder)
    assert (taken.has_problems, count) == (True, 1)
    assert package.exists()


def test_without_a_folder_of_it_there_is_nothing_to_look_into(tmp_path: Path) -> None:
    with Workspace.open(default_sources(tmp_path)) as workspace:
        assert workspace.session_folder is None


class Quicker:
    """Another HR's computer, which puts each package aside just before or after this one reads."""

    def __init__(self, packages: GroupPackages, *, is_first: bool) -> None:
        self._packages = packages
        self._is_first = is_first

    def take(self, file: Path) -> TakenPackage:
        """Takes it in here, if it is there still."""
        if self._is_first:
            file.unlink()
        taken = self._packages.take(file)
        file.unlink(missing_ok=True)
        return taken


@pytest.mark.parametrize(("is_first", "count"), [(True, 0), (False, 1)])
def test_what_another_hr_is_quicker_with_is_no_problem(
    tmp_path: Path, folder: Path, package: Path, is_first: bool, count: int
) -> None:
    with Workspace.open(default_sources(tmp_path / "hr")) as workspace:
        other = cast(GroupPackages, Quicker(workspace.group_packages, is_first=is_first))
        taken = SessionFolder(folder, other).take_all()
        assert not taken.has_problems
        assert len(LedgerStore(workspace.database).attended()) == count
    assert names(folder) == []
    assert not package.exists()
