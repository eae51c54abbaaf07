"""A data folder with all that can be done in it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from examples import FakeClock, make_profile

from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import (
    ContentError,
    RejectedInputError,
    StorageError,
    TrainingError,
)
from huddinge_training.language import Language
from huddinge_training.paths import bundled, machine_settings_file
from huddinge_training.services.clock import Clock
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.services.rescue import set_damaged_aside
from huddinge_training.services.workspace import Sources, Workspace, default_sources, open_sources


@pytest.fixture
def sources(data_dir: Path) -> Sources:
    """The real course and an empty data folder."""
    return default_sources(data_dir)


def test_an_empty_folder_becomes_a_workspace(sources: Sources) -> None:
    with Workspace.open(sources) as workspace:
        assert workspace.warnings == ()
        assert workspace.loaded_course.course.modules
        assert not any(finding.is_error for finding in workspace.loaded_course.findings)
        assert workspace.organisation.is_example
    assert sources.paths.database.exists()


def test_every_service_is_there_and_works_on_the_same_data(sources: Sources) -> None:
    with Workspace.open(sources) as workspace:
        person = workspace.profiles.create(make_profile())
        assert workspace.learning.overview(person).next_module is not None
        assert workspace.my_data.sections(person)
        assert not workspace.hr_door.is_set_up
        assert workspace.hr_reports.report().people == 1
        assert workspace.questions.file.parent == sources.paths.folder
        sheets = (m for m in workspace.loaded_course.course.modules if m.sheet)
        page = sources.paths.folder / "page.html"
        workspace.principle_sheets.save(next(sheets).id, page, Language.load("en", Path()))
        assert page.stat().st_size
        workspace.session_documents.vote_cards(Language.load("en", Path())).save(page)
        assert "Vote cards" in page.read_text("utf-8")
        with pytest.raises(TrainingError, match="no certificate yet"):
            workspace.certificates.certificate(person)


def test_it_can_hand_out_a_course_of_its_own(data_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kurs"
    shutil.copytree(bundled("quizzes"), folder)
    course_file = folder / "course.yaml"
    text = course_file.read_text(encoding="utf-8")
    own_title = text.replace("title: {sv: Kompassen,", "title: {sv: Vår egen,", 1)
    course_file.write_text(own_title, encoding="utf-8")
    with Workspace.open(default_sources(data_dir, MachineSettings(course_folder=folder))) as own:
        assert own.loaded_course.course.title.sv == "Vår egen"


def test_a_course_of_its_that_is_not_there_is_said(data_dir: Path, tmp_path: Path) -> None:
    settings = MachineSettings(course_folder=tmp_path / "borta")
    with (
        Workspace.open(default_sources(data_dir, settings)) as workspace,
        pytest.raises(ContentError),
    ):
        _ = workspace.loaded_course


def test_a_second_connection_sees_the_same(sources: Sources) -> None:
    with Workspace.open(sources) as first, Workspace.open(sources) as second:
        person = first.profiles.create(make_profile())
        assert second.profiles.find(person.id) == person


def test_preferences_are_remembered(sources: Sources) -> None:
    with Workspace.open(sources) as workspace:
        assert workspace.load_preferences() == Preferences()
        workspace.save_preferences(Preferences(language="en", text_percent=150))
    with Workspace.open(sources) as workspace:
        assert workspace.load_preferences() == Preferences(language="en", text_percent=150)


def test_who_registers_brings_the_own_preferences(sources: Sources) -> None:
    with Workspace.open(sources) as workspace:
        english = Preferences(language="en")
        person = workspace.register(make_profile(), english)
        assert workspace.load_preferences(person.id) == english
        assert workspace.load_preferences() == Preferences()
        with pytest.raises(RejectedInputError):
            workspace.register(make_profile("Bo"), Preferences())
        assert workspace.hr_reports.report().people == 1


def test_everybody_has_preferences_of_their_own_and_the_same_window(sources: Sources) -> None:
    with Workspace.open(sources) as workspace:
        asa, bo = (
            workspace.profiles.create(make_profile(employee_number=number)) for number in "12"
        )
        workspace.save_preferences(Preferences(text_percent=150, window_geometry="here"))
        workspace.save_preferences(Preferences(theme="dark", window_geometry="there"), asa.id)
        workspace.save_window("elsewhere")
        assert workspace.load_preferences(asa.id) == Preferences(
            theme="dark", window_geometry="elsewhere"
        )
        assert workspace.load_preferences(bo.id) == workspace.load_preferences()
        assert workspace.load_preferences() == Preferences(
            text_percent=150, window_geometry="elsewhere"
        )


def test_where_nothing_is_there_is_nothing_to_open(sources: Sources) -> None:
    with pytest.raises(StorageError, match="no data in"):
        Workspace.open_existing(sources)
    assert not sources.paths.database.exists()
    Workspace.open(sources).close()
    with Workspace.open_existing(sources) as workspace:
        assert workspace.warnings == ()


def test_without_a_course_there_is_a_sentence(sources: Sources, tmp_path: Path) -> None:
    without = replace(sources, quizzes=tmp_path / "no")
    with Workspace.open(without) as workspace, pytest.raises(ContentError):
        _ = workspace.loaded_course


# --- IT's settings -----------------------------------------------------------------------------


def test_it_can_decide_where_the_data_lies(data_dir: Path) -> None:
    machine_settings_file().write_text(f"[data]\ndir = '{data_dir}'\n")
    assert open_sources(None).paths.folder == data_dir
    assert open_sources(data_dir / "other").paths.folder == data_dir / "other"


def test_without_settings_the_data_lies_at_home(home: Path) -> None:
    assert home in open_sources(None).paths.folder.parents


def test_broken_settings_are_a_sentence() -> None:
    machine_settings_file().write_text("[hr")
    with pytest.raises(TrainingError, match="could not be understood"):
        open_sources(None)


def test_it_can_replace_the_organisation(sources: Sources, tmp_path: Path) -> None:
    file = tmp_path / "organisation.yaml"
    file.write_text(
        "forvaltningar:\n  - code: A\n    name: Förvaltningen\n"
        "    enheter: [{code: A-1, name: Enheten}]\n",
        encoding="utf-8",
    )
    ours = replace(sources, settings=MachineSettings(organisation_file=file))
    with Workspace.open(ours) as workspace:
        assert [unit.name for unit in workspace.organisation.units] == ["Enheten"]
        assert not workspace.organisation.is_example


def test_it_can_set_the_passphrase(data_dir: Path) -> None:
    settings = MachineSettings(hr_passphrase_hash="$argon2id$")
    with Workspace.open(default_sources(data_dir, settings)) as workspace:
        assert workspace.hr_door.is_set_up


# --- A damaged file ------------------------------------------------------------------------------


def test_a_damaged_file_is_set_aside_and_kept(sources: Sources) -> None:
    Workspace.open(sources).close()
    content = b"not a database" * 100
    sources.paths.database.write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        Workspace.open(sources)
    kept = set_damaged_aside(sources.paths, Clock(FakeClock().now))
    assert kept.read_bytes() == content
    Workspace.open(sources).close()


def test_a_course_is_read_from_the_cache_the_second_time(sources: Sources, tmp_path: Path) -> None:
    quizzes = tmp_path / "quizzes"
    shutil.copytree(bundled("quizzes"), quizzes)
    ours = replace(sources, quizzes=quizzes)
    with Workspace.open(ours) as workspace:
        first = workspace.loaded_course
    assert list(sources.paths.cache.iterdir())
    with Workspace.open(ours) as workspace:
        assert workspace.loaded_course == first
