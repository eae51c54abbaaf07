"""The real command line in a child process: what it prints, which files it makes, how it ends."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tomllib
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program.running import (
    CONFIG,
    PASSPHRASE,
    PATIENCE_SECONDS,
    PROGRAM,
    UNTIL,
    Done,
    as_hr,
    environment,
    rows_of,
    run,
    terminal,
)

from huddinge_training import __version__
from huddinge_training.cli import run_command
from huddinge_training.cli.arguments import asked_language
from huddinge_training.content.library import load_course
from huddinge_training.domain.report import COLUMNS

NEEDS_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
ROOT = Path(__file__).parents[2]
MODULES = load_course(ROOT / "quizzes").course.modules
LONG = "fyra små gröna ord"


# --- Words -----------------------------------------------------------------------------------


def test_it_says_its_version() -> None:
    assert run("--version") == Done(0, f"huddinge-training {__version__}\n", "")


@pytest.mark.parametrize("command", ["", "export", "verify", "check", "demo", "hr", "hr init"])
def test_every_command_explains_itself(command: str) -> None:
    done = run(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: huddinge-training {command}".rstrip())
    assert "--data-dir" in done.out


def test_help_is_in_the_language_asked_for() -> None:
    in_swedish = run("export", "--help", environ={"LC_ALL": "sv_SE.UTF-8"})
    assert in_swedish.out != run("export", "--help").out
    assert in_swedish.out == run("--language", "sv", "export", "--help").out
    assert in_swedish.out == run("export", "--help", "--language", "sv").out


@pytest.mark.parametrize(
    ("arguments", "spoken", "expected"),
    [
        ([], {}, "sv"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "sv"),
        ([], {"LANG": "de_DE.UTF-8"}, "sv"),
        ([], {"LANG": "en_US", "LC_MESSAGES": "sv_SE"}, "sv"),
        ([], {"LANG": "sv_SE", "LC_MESSAGES": "sv_SE", "LC_ALL": "EN"}, "en"),
        ([], {"LANG": "en_US", "LC_ALL": ""}, "en"),
        (["--language", "sv"], {"LANG": "en_US"}, "sv"),
        (["check", "--language=en"], {"LANG": "sv_SE"}, "en"),
        (["--language"], {"LANG": "en_US"}, "en"),
        (["--language", "de"], {}, "sv"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_computer(
    arguments: list[str], spoken: dict[str, str], expected: str
) -> None:
    assert asked_language(arguments, spoken) == expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("exprot", "'exprot' is not possible here. Choose one of: "),
        ("hr", "Something is missing: command."),
        ("export", "Something is missing: --format, --output."),
        ("export --format doc --output x", "'doc' is not possible here. Choose one of: "),
        ("export --format csv --output", "--output needs a value after it."),
        ("export --format csv --output x --as-of 2026", "--as-of: Write the day as "),
        ("export --format csv --output x --as-of 20260301", "--as-of: Write the day as "),
        ("export --format csv --output x --as-of 2026-02-30", "--as-of: Write the day as "),
        ("check --frob", "This is not understood here: --frob."),
        ("check --sch", "This is not understood here: --sch."),
        ("demo", "Something is missing: the folder to fill."),
        ("demo x --people 0", "--people: Write a whole number from 1 up."),
        ("demo x --people many", "--people: Write a whole number from 1 up."),
        ("demo x --seed one", "--seed: "),
        ("--language de check", "'de' is not possible here. Choose one of: "),
    ],
)  # fmt: skip
def test_wrong_usage_is_a_sentence_and_a_hint(arguments: str, sentence: str) -> None:
    done = run(*arguments.split())
    assert (done.code, done.out) == (2, "")
    usage, last = done.err.rsplit("\n", 2)[:2]
    assert usage.startswith("Usage: huddinge-training")
    assert last.startswith(sentence)
    assert last.endswith("--help” to see how.")
    assert "argument" not in last


# --- Export ----------------------------------------------------------------------------------


def test_the_data_folder_stands_before_or_after_the_word(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    export = ("export", "--format", "csv", "--output", file)
    before = as_hr("--data-dir", demo_dir, *export)
    assert before.code == 0, before.err
    assert as_hr(*export, "--data-dir", demo_dir) == before
    assert as_hr(f"--data-dir={demo_dir}", *export) == before
    assert as_hr("--data-dir", "/wrong", *export, "--data-dir", demo_dir) == before


def test_the_words_for_excel(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    done = as_hr("export", "--format", "csv", "--output", file, "--data-dir", demo_dir)
    rows = rows_of(file)
    head = rows[0]["liggare"]
    words = f"Saved {file}: {len(rows)} rows about 60 people. The head of the ledger is {head}.\n"
    assert done == Done(0, words, "")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf" + ";".join(COLUMNS).encode() + b"\r\n")
    rows_a_module = Counter(row["modul_id"] for row in rows)
    assert {rows_a_module[module.id] for module in MODULES if not module.roles} == {60}


def test_the_bytes_for_systems(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    done = as_hr("export", "--format", "csv-system", "--output", file, "--data-dir", demo_dir)
    assert done.code == 0
    assert file.read_bytes().startswith(b"anstallningsnummer;")
    assert not file.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_workbook_and_json_hold_the_same(demo_dir: Path, tmp_path: Path) -> None:
    files = {kind: tmp_path / f"rapport.{kind}" for kind in ("csv-system", "xlsx", "json")}
    for kind, file in files.items():
        assert as_hr("--data-dir", demo_dir, "export", "--format", kind, "--output", file).code == 0
    numbers = sorted(row["anstallningsnummer"] for row in rows_of(files["csv-system"]))
    data = json.loads(files["json"].read_text("utf-8"))
    assert sorted(row["anstallningsnummer"] for row in data["rows"]) == numbers
    sheet = load_workbook(files["xlsx"])["People"]
    in_sheet = [str(row[0] or "") for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert sorted(in_sheet) == numbers
    assert any(number.startswith("00") for number in numbers)


def test_a_report_is_of_a_day_and_a_unit_and_with_names(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    export = ("--data-dir", demo_dir, "export", "--format", "csv", "--output", file)
    assert as_hr(*export, "--as-of", "2025-06-01", "--unit", "buf", "--names").code == 0
    rows = rows_of(file)
    assert rows
    assert {row["rapportdatum"] for row in rows} == {"2025-06-01"}
    assert {row["forvaltning"] for row in rows} == {"Barn- och utbildningsförvaltningen"}
    assert all(row["namn"] for row in rows)
    assert all(row["slutford"] <= "2025-06-01" for row in rows)
    wrong = as_hr(*export, "--unit", "Månbasen")
    assert (wrong.code, wrong.out) == (1, "")
    assert "There is no unit “Månbasen”" in wrong.err


def test_a_broken_module_is_not_left_out_in_silence(
    demo_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    quizzes = Path(shutil.copytree(ROOT / "quizzes", tmp_path / "quizzes"))
    (quizzes / "karnvarden" / "module.yaml").write_text("id: [", encoding="utf-8")
    monkeypatch.setattr(
        "huddinge_training.services.workspace.bundled",
        lambda name: quizzes if name == "quizzes" else ROOT / name,
    )
    monkeypatch.setenv(PASSPHRASE, "demo")
    monkeypatch.setenv("LC_ALL", "en")
    file = tmp_path / "rapport.csv"
    export = ["export", "--format", "csv", "--output", str(file), "--data-dir", str(demo_dir)]
    assert run_command(export) == 0
    assert "of the course may be missing" in capsys.readouterr().err
    rows = [row for row in rows_of(file) if row["modul_id"] == "karnvarden"]
    assert {row["status"] for row in rows} <= {"klar", "utgangen"}
    assert len({row["modul_id"] for row in rows_of(file)}) == len(MODULES)


def test_an_export_is_in_the_access_log(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    as_hr("--data-dir", demo_dir, "export", "--format", "csv", "--output", file)
    with closing(sqlite3.connect(demo_dir / "kompassen.db")) as database:
        ((kind, body),) = database.execute("SELECT kind, body FROM access_log").fetchall()
    assert (kind, json.loads(body)["person_count"]) == ("export", 60)


# --- The passphrase --------------------------------------------------------------------------


def test_the_passphrase_comes_from_a_file(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_bytes(b"\xef\xbb\xbfdemo\r\nmore\r\n")
    done = run("verify", "--data-dir", demo_dir, "--passphrase-file", file)
    assert done.code == 0, done.err
    assert as_hr("verify", "--data-dir", demo_dir, "--passphrase-file", file).code == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "could not be read"),
        (b"", "is empty"),
        (b"\ndemo", "is empty"),
        (b"\xff\xfe", "could not be read"),
    ],
)
def test_a_file_without_a_passphrase_is_a_sentence(
    demo_dir: Path, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "passphrase.txt"
    if content is not None:
        file.write_bytes(content)
    done = as_hr("verify", "--data-dir", demo_dir, "--passphrase-file", file)
    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert str(file) in done.err


def test_without_a_passphrase_there_is_a_sentence(demo_dir: Path) -> None:
    done = run("verify", "--data-dir", demo_dir)
    assert (done.code, done.out) == (1, "")
    assert "HR's passphrase is needed" in done.err


def test_guessing_has_to_wait(demo_dir: Path) -> None:
    for _ in range(5):
        done = run("verify", "--data-dir", demo_dir, environ={PASSPHRASE: "fel"})
        assert (done.code, done.err) == (1, "That is not the passphrase. Check it and try again.\n")
    assert "Try again in" in as_hr("verify", "--data-dir", demo_dir).err


@NEEDS_A_TERMINAL
def test_at_a_terminal_the_passphrase_is_asked_for_and_not_shown(demo_dir: Path) -> None:
    with terminal("verify", "--data-dir", demo_dir) as screen:
        screen.wait_for("HR's passphrase: ")
        screen.type("demo")
        done = screen.end()
    assert done.code == 0
    assert "The ledger is whole" in done.out
    assert "demo" not in done.err


@NEEDS_A_TERMINAL
def test_no_passphrase_at_a_terminal_is_a_sentence(demo_dir: Path) -> None:
    with terminal("verify", "--data-dir", demo_dir) as screen:
        screen.wait_for("HR's passphrase: ")
        screen.type("\x04")
        done = screen.end()
    assert done.code == 1
    assert "No passphrase was written." in done.err


@NEEDS_A_TERMINAL
def test_a_new_passphrase_is_typed_twice(data_dir: Path) -> None:
    for second, code in (("något annat", 1), (LONG, 0)):
        with terminal("hr", "init", "--data-dir", data_dir) as screen:
            screen.wait_for("New passphrase for HR: ")
            screen.type(LONG)
            screen.wait_for("The same once more: ")
            screen.type(second)
            done = screen.end()
        assert done.code == code, done.err
    assert "turned on" in done.out


def test_hr_turns_its_page_on_once(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase.txt"
    verify = ("verify", "--data-dir", data_dir, "--passphrase-file", file)
    init = ("--data-dir", data_dir, "hr", "init", "--passphrase-file", file)
    file.write_text("kort")
    assert "too short" in run(*init).err
    file.write_text(LONG, "utf-8")
    assert "not turned on here" in run(*verify).err
    assert run(*init).code == 0
    assert run(*verify).code == 0
    again = run(*init)
    assert (again.code, again.out) == (1, "")
    assert "already set" in again.err


def test_the_line_for_it_works(demo_dir: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    settings = {CONFIG: str(config)}
    done = run("hr", "hash", environ={PASSPHRASE: LONG, **settings})
    assert done.code == 0, done.err
    assert str(config) in done.out.splitlines()[0]
    assert set(tomllib.loads(done.out)["hr"]) == {"passphrase_hash"}
    config.write_text(done.out + f"\n[data]\ndir = '{demo_dir}'\n", "utf-8")
    assert run("verify", environ={PASSPHRASE: LONG, **settings}).code == 0
    assert as_hr("verify", environ=settings).code == 1


# --- Check -----------------------------------------------------------------------------------


def test_the_shipped_course_has_warnings_at_most() -> None:
    done = run("check")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1].startswith("0 errors, ")


def test_a_finding_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    quizzes = Path(shutil.copytree(ROOT / "quizzes", tmp_path / "quizzes"))
    file = quizzes / "karnvarden" / "kvart-over-fem.yaml"
    lines = len(file.read_text("utf-8").splitlines())
    file.write_text(file.read_text("utf-8") + "sensitivty: normal\n", "utf-8")
    done = run("check", quizzes)
    assert done.code == 1
    (line,) = [line for line in done.out.splitlines() if "kvart-over-fem" in line]
    assert line.startswith(f"{file}:{lines + 1}: F03 error: ")
    assert "“sensitivity”" in line
    assert done.out.splitlines()[-1].startswith("one error, ")


def test_a_course_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    done = run("check", tmp_path / "no")
    assert done.code == 1
    assert done.out.startswith(f"{tmp_path / 'no' / 'course.yaml'}:1: F01 error: ")


def test_the_schema_is_json() -> None:
    done = run("check", "--schema")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["$schema"].startswith("https://json-schema.org/")


def test_output_that_nobody_reads_is_no_crash() -> None:
    with subprocess.Popen(
        [*PROGRAM, "check"], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE_SECONDS) == 1


def test_letters_that_a_terminal_does_not_know_are_written_as_codes(tmp_path: Path) -> None:
    done = run("check", tmp_path / "🎈", environ={"PYTHONIOENCODING": "ascii"})
    assert done.code == 1
    assert "\\U0001f388" in done.out


# --- Demo ------------------------------------------------------------------------------------


def test_made_up_people_are_the_same_for_the_same_seed(filled: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again", tmp_path / "other"
    assert run("--data-dir", again, "demo", "--people", 60, "--seed", 3, "--until", UNTIL).code == 0
    assert run("demo", other, "--people", 60, "--seed", 4, "--until", UNTIL).code == 0
    heads = [as_hr("verify", "--data-dir", folder).out.strip() for folder in (filled, again, other)]
    assert heads[0] == heads[1] != heads[2]


def test_made_up_people_need_an_empty_folder(demo_dir: Path) -> None:
    before = as_hr("verify", "--data-dir", demo_dir)
    done = run("demo", demo_dir, "--people", 5)
    assert (done.code, done.out) == (1, "")
    assert "must not mix" in done.err
    assert as_hr("verify", "--data-dir", demo_dir) == before


def test_demo_says_what_it_made_and_how_to_open_it(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    done = run("demo", folder, "--people", 5)
    assert done.out.startswith("Made up 5 people and ")
    assert f"--data-dir {folder}" in done.out


# --- Stopping --------------------------------------------------------------------------------


@NEEDS_A_TERMINAL
def test_a_terminal_sees_progress_and_then_a_clean_line(demo_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    export = ("--data-dir", demo_dir, "export", "--format", "csv", "--output", file)
    with terminal(*export, environ={PASSPHRASE: "demo"}) as screen:
        done = screen.end()
    assert done.code == 0
    assert "Writing … 100 %" in done.err
    assert done.err.rsplit("\r", 2)[1].strip() == ""


@NEEDS_A_TERMINAL
def test_ctrl_c_leaves_no_half_file(tmp_path: Path) -> None:
    folder, place = tmp_path / "data", tmp_path / "place"
    place.mkdir()
    assert run("demo", folder, "--people", 1500, "--until", UNTIL).code == 0
    file = place / "rapport.xlsx"
    export = ("--data-dir", folder, "export", "--format", "xlsx", "--output", file)
    with terminal(*export, environ={PASSPHRASE: "demo"}) as screen:
        screen.wait_for("Writing")
        os.kill(screen.process.pid, signal.SIGINT)
        done = screen.end()
    assert done.code == 130, done.err
    assert "Stopped. Nothing was saved half." in done.err
    assert "Traceback" not in done.err
    assert list(place.iterdir()) == []
    assert as_hr("verify", "--data-dir", folder).code == 0
