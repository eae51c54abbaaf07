"""What docs/it.md tells IT is what the program does."""

import re
from pathlib import Path

import pytest

from huddinge_training.paths import DataPaths
from huddinge_training.services.machine_settings import DEFAULT_PORT, KNOWN, load_machine_settings

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "it.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `\[(\w+)\]` `(\w+) = ", re.M)


def test_every_setting_is_described_once_and_none_that_there_is_not() -> None:
    described = ROW.findall(TEXT)
    assert sorted(described) == sorted(KNOWN)


def test_the_example_can_be_used_as_it_stands(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", TEXT, re.S)
    file = tmp_path / "config.toml"
    file.write_text(example, encoding="utf-8")
    settings = load_machine_settings(file)
    assert settings.has_many_people
    assert settings.lock_minutes == 5


def test_files_and_port_have_the_names_that_it_says() -> None:
    paths = DataPaths(Path())
    for name in (paths.database.name, paths.logs.name, paths.cache.name):
        assert f"`{name}" in TEXT
    assert f"({DEFAULT_PORT})" in TEXT


@pytest.mark.parametrize("switch", ["/S", "/AllUsers", "/CurrentUser", "/Port=", "/D="])
def test_switches_of_the_installer_are_those_of_the_script(switch: str) -> None:
    script = (ROOT / "installer" / "windows.nsi").read_text(encoding="utf-8")
    assert switch in TEXT
    assert switch in script


@pytest.mark.parametrize("name", ["NO_RIGHTS", "TOO_OLD_WINDOWS", "NOT_WRITTEN", "PROGRAM_IS_OPEN"])
def test_exit_codes_are_those_of_the_script(name: str) -> None:
    script = (ROOT / "installer" / "windows.nsi").read_text(encoding="utf-8")
    [code] = re.findall(rf"!define {name} (\d+)", script)
    assert f"| {code} |" in TEXT
