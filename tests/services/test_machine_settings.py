"""IT's file for the whole computer: everything optional, every mistake a sentence."""

from pathlib import Path

import pytest

from huddinge_training.errors import TrainingError
from huddinge_training.services.machine_settings import MachineSettings, load_machine_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings may lie."""
    return tmp_path / "config.toml"


def test_without_a_file_everything_has_its_default(file: Path) -> None:
    assert load_machine_settings(file) == MachineSettings()


def test_an_empty_file_is_no_mistake(file: Path) -> None:
    file.write_text("# nothing yet\n")
    assert load_machine_settings(file) == MachineSettings()


def test_everything_can_be_set(file: Path) -> None:
    file.write_text(
        '[hr]\npassphrase_hash = "$argon2id$…"\n'
        '[organisation]\nfile = "/srv/organisation.yaml"\n'
        '[data]\ndir = "/srv/kompassen"\n',
        encoding="utf-8",
    )
    assert load_machine_settings(file) == MachineSettings(
        hr_passphrase_hash="$argon2id$…",
        organisation_file=Path("/srv/organisation.yaml"),
        data_dir=Path("/srv/kompassen"),
    )


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[hr]\npassfrase_hash = 'x'", "hr.passfrase_hash"),
        ("[hr]\npassphrase_hash = 7", "hr.passphrase_hash"),
        ("[dat]\ndir = 'x'", "dat.dir"),
        ("hr = 'x'", "hr"),
        ("[[hr]]\npassphrase_hash = 'x'", "hr"),
        ("[hr.passphrase_hash]\nx = 'y'", "hr.passphrase_hash"),
    ],
)
def test_what_is_not_known_is_named(file: Path, content: str, named: str) -> None:
    file.write_text(content)
    with pytest.raises(TrainingError) as caught:
        load_machine_settings(file)
    assert caught.value.words.values == {"file": file, "setting": named}


def test_a_file_that_is_no_toml_is_said_to_be_so_with_the_line(file: Path) -> None:
    file.write_text("[hr]\npassphrase_hash = $argon2id$")
    with pytest.raises(TrainingError, match="could not be understood") as caught:
        load_machine_settings(file)
    assert "line 2" in str(caught.value.words.values["detail"])


def test_a_file_that_is_no_text_is_said_to_be_unreadable(file: Path) -> None:
    file.write_bytes(b"\xff\xfe[hr]")
    with pytest.raises(TrainingError, match="could not be read"):
        load_machine_settings(file)


def test_a_folder_in_its_place_is_said_to_be_unreadable(file: Path) -> None:
    file.mkdir()
    with pytest.raises(TrainingError, match="could not be read"):
        load_machine_settings(file)
