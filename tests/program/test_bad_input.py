"""Bad input on the command line: a sentence and what to do, and nothing written half."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from program.running import PASSPHRASE, as_hr, run
from services.tampering import CHANGE, SHORTEN, recompute, tamper

from huddinge_training.cli import run_command
from huddinge_training.language import message
from huddinge_training.services.workspace import Workspace

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
FORMATS = ("csv", "csv-system", "xlsx", "json")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """An empty folder for an export, that can be cleaned up whatever its rights became."""
    folder = tmp_path / "place"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


def export_to(file: Path, data_dir: Path, *, file_format: str = "csv") -> str:
    """The sentence with which an export to a file fails."""
    export = ("--data-dir", data_dir, "export", "--format", file_format, "--output", file)
    done = as_hr(*export, as_ordinary_user=sys.platform == "linux")
    assert (done.code, done.out) == (1, ""), done
    assert done.err.count("\n") == 1
    return done.err


# --- Where a file cannot go --------------------------------------------------------------------


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_folder_that_is_not_there(demo_dir: Path, place: Path, file_format: str) -> None:
    words = export_to(place / "no" / "rapport", demo_dir, file_format=file_format)
    assert f"there is no folder {place / 'no'}" in words
    assert list(place.iterdir()) == []


def test_a_folder_in_the_place_of_the_file(demo_dir: Path, place: Path) -> None:
    assert "is a folder" in export_to(place, demo_dir)
    assert list(place.iterdir()) == []


@POSIX
@pytest.mark.parametrize("file_format", FORMATS)
def test_a_folder_that_is_write_protected(demo_dir: Path, place: Path, file_format: str) -> None:
    old = place / "rapport"
    old.write_text("old")
    place.chmod(0o555)
    words = export_to(old, demo_dir, file_format=file_format)
    assert f"the folder {place} is write-protected" in words
    assert [file.read_text() for file in place.iterdir()] == ["old"]


@POSIX
def test_a_file_that_is_write_protected(demo_dir: Path, place: Path) -> None:
    old = place / "rapport.csv"
    old.write_text("old")
    old.chmod(0o444)
    assert "is write-protected. Choose another name" in export_to(old, demo_dir)
    assert [file.read_text() for file in place.iterdir()] == ["old"]


@POSIX
def test_a_device(demo_dir: Path) -> None:
    assert "is a device" in export_to(Path("/dev/full"), demo_dir)
    assert not Path("/dev/full").is_file()


def test_a_name_that_is_too_long(demo_dir: Path, place: Path) -> None:
    assert "could not be saved" in export_to(place / ("x" * 300), demo_dir)
    assert list(place.iterdir()) == []


# --- The data ----------------------------------------------------------------------------------

Spoil = Callable[[Path], None]


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " SELECT migration_set, 'm999_from_the_future', max(applied_at)"
            " FROM _sqlite_migrations"
        )


def make_no_database(path: Path) -> None:
    path.write_bytes(b"This is a letter and no database. " * 100)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (make_newer, "newer version"),
        (make_no_database, "is damaged"),
        (cut_off, "is damaged"),
        (make_a_folder, "cannot be reached"),
        (Path.unlink, "There is no data in"),
    ],
)
@pytest.mark.parametrize("command", ["verify", "export"])
def test_a_data_file_that_cannot_be_used(
    demo_dir: Path, place: Path, command: str, spoil: Spoil, sentence: str
) -> None:
    path = demo_dir / "kompassen.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    more = ("--format", "csv", "--output", place / "rapport.csv") if command == "export" else ()
    done = as_hr(command, "--data-dir", demo_dir, *more)
    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(place.iterdir()) == []


def test_a_folder_that_was_mistyped_is_not_made(tmp_path: Path) -> None:
    done = as_hr("verify", "--data-dir", tmp_path / "dtaa")
    assert done.code == 1
    assert f"There is no data in {tmp_path / 'dtaa'}" in done.err
    assert not (tmp_path / "dtaa").exists()


def test_a_locked_data_file(demo_dir: Path) -> None:
    with closing(sqlite3.connect(demo_dir / "kompassen.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        done = as_hr("verify", "--data-dir", demo_dir)
    assert (done.code, done.out) == (1, "")
    assert "in use by another program" in done.err
    assert as_hr("verify", "--data-dir", demo_dir).code == 0


@POSIX
def test_a_data_folder_that_is_write_protected(demo_dir: Path) -> None:
    demo_dir.chmod(0o555)
    done = as_hr("verify", "--data-dir", demo_dir, as_ordinary_user=sys.platform == "linux")
    demo_dir.chmod(0o755)
    assert (done.code, done.out) == (1, "")
    assert f"{demo_dir} is write-protected" in done.err


def test_a_file_in_the_place_of_the_data_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("a letter")
    done = run("demo", file)
    assert (done.code, done.out) == (1, "")
    assert "cannot be reached" in done.err
    assert file.read_text() == "a letter"


def test_broken_settings_of_the_machine(demo_dir: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("[hr]\npasswd = 7\n")
    settings = {"HUDDINGE_TRAINING_CONFIG": str(config)}
    for command in (("verify", "--data-dir", demo_dir), ("check",), ("demo", tmp_path / "new")):
        done = as_hr(*command, environ=settings)
        assert (done.code, done.out) == (1, "")
        assert "hr.passwd" in done.err


def test_a_warning_about_a_network_share_is_said(
    demo_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Workspace, "warnings", (message("It lies on the network."),))
    monkeypatch.setenv(PASSPHRASE, "demo")
    monkeypatch.setenv("LC_ALL", "en")
    assert run_command(["verify", "--data-dir", str(demo_dir)]) == 0
    assert capsys.readouterr().err == "It lies on the network.\n"


# --- A ledger that was changed -------------------------------------------------------------------


def head_of(demo_dir: Path) -> str:
    """The head that verify prints of a whole ledger."""
    done = as_hr("verify", "--data-dir", demo_dir)
    assert done.code == 0, done
    return done.out.split()[-1].rstrip(".")


def faults_in(demo_dir: Path, *against: object) -> str:
    """What verify says of a ledger that is broken."""
    options = [option for head in against for option in ("--against", head)]
    done = as_hr("verify", "--data-dir", demo_dir, *options)
    assert done.code == 1
    assert "compare it with a backup" in done.err
    return done.out


def test_a_whole_ledger_agrees_with_what_was_printed(demo_dir: Path, place: Path) -> None:
    head, file = head_of(demo_dir), place / "rapport.xlsx"
    as_hr("--data-dir", demo_dir, "export", "--format", "xlsx", "--output", file)
    both = ("--against", file, "--against", head)
    done = as_hr("verify", *both, "--data-dir", demo_dir)
    assert (done.code, done.err) == (0, "")
    assert "It agrees with the printed head." in done.out
    assert head in done.out


def test_a_changed_ledger(demo_dir: Path) -> None:
    tamper(demo_dir / "kompassen.db", CHANGE)
    assert faults_in(demo_dir) == "Entry 3 has been changed after it was written.\n"


def test_a_recomputed_ledger(demo_dir: Path, place: Path) -> None:
    file = place / "rapport.csv"
    as_hr("--data-dir", demo_dir, "export", "--format", "csv", "--output", file)
    tamper(demo_dir / "kompassen.db", CHANGE)
    recompute(demo_dir / "kompassen.db")
    assert as_hr("verify", "--data-dir", demo_dir).code == 0
    assert "has been rewritten" in faults_in(demo_dir, file)


def test_a_shortened_ledger(demo_dir: Path) -> None:
    head = head_of(demo_dir)
    tamper(demo_dir / "kompassen.db", SHORTEN)
    assert as_hr("verify", "--data-dir", demo_dir).code == 0
    assert "has been cut short" in faults_in(demo_dir, head)


def test_a_changed_access_log(demo_dir: Path, place: Path) -> None:
    as_hr("--data-dir", demo_dir, "export", "--format", "csv", "--output", place / "rapport.csv")
    forget = "UPDATE access_log SET body = replace(body, '60', '6')"
    tamper(demo_dir / "kompassen.db", forget, table="access_log")
    words = "In the access log: Entry 1 has been changed after it was written.\n"
    assert faults_in(demo_dir) == words


@pytest.mark.parametrize("against", ["12:ab", "/no/such/file", os.devnull])
def test_what_no_head_stands_in(demo_dir: Path, against: str) -> None:
    done = as_hr("verify", "--data-dir", demo_dir, "--against", against)
    assert (done.code, done.out) == (1, "")
    assert against in done.err


# --- Course files ----------------------------------------------------------------------------

SCENARIO = "karnvarden/kvart-over-fem.yaml"
OTHER = "karnvarden/klart-pa-fredag.yaml"


@pytest.mark.parametrize(
    ("old", "new", "rule", "words"),
    [
        ("version: 2", "version: 2\n  bad: [", "F02", ""),
        ("version: 2", "version: 2\nsensitivty: normal", "F03", "Did you mean “sensitivity”?"),
        ("version: 2", "", "F04", "version"),
        ("kind: ", "kind: x", "F05", "kind"),
        ("id: kvart-over-fem", "id: klart-pa-fredag", "F07", "klart-pa-fredag"),
    ],
)
def test_a_broken_course_file_is_named_and_the_rest_is_checked(
    tmp_path: Path, old: str, new: str, rule: str, words: str
) -> None:
    quizzes = Path(shutil.copytree(ROOT / "quizzes", tmp_path / "quizzes"))
    file = quizzes / SCENARIO
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    done = run("check", quizzes)
    assert done.code == 1
    errors = [line for line in done.out.splitlines() if " error: " in line]
    assert any(line.startswith(f"{file}:") and f" {rule} error: " in line for line in errors)
    assert any(words in line for line in errors)
    assert any("vision-och-mal" in line for line in done.out.splitlines())


def test_a_missing_translation_is_a_warning(tmp_path: Path) -> None:
    quizzes = Path(shutil.copytree(ROOT / "quizzes", tmp_path / "quizzes"))
    file = quizzes / SCENARIO
    lines = file.read_text("utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("  en: "))
    file.write_text("\n".join(lines[:first] + lines[first + 1 :]), "utf-8")
    done = run("check", quizzes)
    assert done.code == 0
    assert any(f"{file}:" in line and " L24 warning: " in line for line in done.out.splitlines())
