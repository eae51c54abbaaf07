"""A guest: the whole course, in memory, and nothing left in the data folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from services.playing import play

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.preferences import Preferences
from huddinge_training.services.overview import ModuleState
from huddinge_training.services.workspace import Workspace, default_sources


@pytest.fixture
def workspace(data_dir: Path) -> Iterator[Workspace]:
    """A computer that has been used."""
    with Workspace.open(default_sources(data_dir)) as workspace:
        workspace.save_preferences(Preferences(language="en"))
        assert workspace.loaded_course.course.modules
        assert workspace.organisation.units
        yield workspace


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith("-shm")
    }


def test_a_guest_goes_through_a_module_like_anybody_else(workspace: Workspace) -> None:
    guest_workspace, guest = workspace.for_guest(RoleId("skola"), "Gäst")
    with guest_workspace:
        learning = guest_workspace.learning
        module = learning.overview(guest).modules[0].module
        play(learning.open_module(guest, module.id))
        first, *others = learning.overview(guest).modules
        assert first.state is ModuleState.DONE
        assert {overview.state for overview in others} == {ModuleState.NOT_STARTED}
        assert not guest.wants_follow_ups


def test_nothing_of_it_is_in_the_data_folder(workspace: Workspace) -> None:
    folder = workspace.sources.paths.folder
    before = contents(folder)
    guest_workspace, guest = workspace.for_guest(RoleId("skola"), "Gäst")
    with guest_workspace:
        for overview in guest_workspace.learning.overview(guest).modules[:2]:
            play(guest_workspace.learning.open_module(guest, overview.module.id))
        guest_workspace.save_preferences(Preferences(text_percent=200), guest.id)
        assert contents(folder) == before
    assert contents(folder) == before
    assert workspace.entrance.only_person is None
    assert workspace.hr_reports.report().people == 0


def test_the_next_guest_finds_nothing_of_the_one_before(workspace: Workspace) -> None:
    first_workspace, first = workspace.for_guest(RoleId("skola"), "Gäst")
    with first_workspace:
        module = first_workspace.learning.overview(first).modules[0].module
        play(first_workspace.learning.open_module(first, module.id))
    second_workspace, second = workspace.for_guest(RoleId("skola"), "Gäst")
    with second_workspace:
        assert second.id != first.id
        states = {m.state for m in second_workspace.learning.overview(second).modules}
        assert states == {ModuleState.NOT_STARTED}


def test_a_guest_s_course_is_the_one_that_is_loaded_already(workspace: Workspace) -> None:
    guest_workspace, _ = workspace.for_guest(RoleId("skola"), "Gäst")
    with guest_workspace:
        assert guest_workspace.loaded_course is workspace.loaded_course
