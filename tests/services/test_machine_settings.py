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
        '[data]\ndir = "/srv/kompassen"\n'
        "[shared]\nenabled = true\nnames = true\n"
        "[lock]\nminutes = 10\n"
        f'[receipts]\nkey = "{"0f" * 32}"\n'
        '[kiosk]\nenabled = true\nsave_folder = "/srv/kvitton"\nprint = true\n'
        "[phones]\nport = 9090\n"
        '[course]\nfolder = "/srv/kurs"\n'
        '[sessions]\nfolder = "/srv/träffar"\n',
        encoding="utf-8",
    )
    assert load_machine_settings(file) == MachineSettings(
        hr_passphrase_hash="$argon2id$…",
        organisation_file=Path("/srv/organisation.yaml"),
        data_dir=Path("/srv/kompassen"),
        has_many_people=True,
        may_show_names=True,
        lock_minutes=10,
        receipt_key=b"\x0f" * 32,
        is_kiosk=True,
        kiosk_save_folder=Path("/srv/kvitton"),
        kiosk_prints=True,
        phone_port=9090,
        course_folder=Path("/srv/kurs"),
        session_folder=Path("/srv/träffar"),
    )


@pytest.mark.parametrize(
    ("content", "is_shared"),
    [("", False), ("[shared]\nenabled = true", True), ("[kiosk]\nenabled = true", True)],
)
def test_a_kiosk_is_for_several_people_too(file: Path, content: str, is_shared: bool) -> None:
    file.write_text(content)
    assert load_machine_settings(file).is_shared is is_shared


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("[lock]\nminutes = 1", "lock.minutes"),
        ("[lock]\nminutes = 31", "lock.minutes"),
        ("[lock]\nminutes = -5", "lock.minutes"),
        ("[phones]\nport = 0", "phones.port"),
        ("[phones]\nport = 65536", "phones.port"),
        ("[receipts]\nkey = 'abc'", "receipts.key"),
        ("[receipts]\nkey = 'abcd'", "receipts.key"),
        ("[receipts]\nkey = 'nyckel'", "receipts.key"),
    ],
)
def test_a_value_that_cannot_be_used_is_said_with_the_rule(
    file: Path, content: str, rule: str
) -> None:
    file.write_text(content)
    with pytest.raises(TrainingError, match="cannot be used") as caught:
        load_machine_settings(file)
    assert f"“{rule}”" in caught.value.words.values["rule"].msgid  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[hr]\npassfrase_hash = 'x'", "hr.passfrase_hash"),
        ("[hr]\npassphrase_hash = 7", "hr.passphrase_hash"),
        ("[dat]\ndir = 'x'", "dat.dir"),
        ("[kiosk]\nenabled = 'yes'", "kiosk.enabled"),
        ("[kiosk]\nenabled = 1", "kiosk.enabled"),
        ("[lock]\nminutes = true", "lock.minutes"),
        ("[lock]\nminutes = 5.0", "lock.minutes"),
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
