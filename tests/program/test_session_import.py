"""HR takes in led sessions with the real program: once each, whole, and in the export."""

from dataclasses import replace
from pathlib import Path

import pytest
from program.running import as_hr, rows_of, run

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.group_plan import Length
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.session_facts import SessionFacts
from huddinge_training.services.group_sessions import GroupSessions
from huddinge_training.services.workspace import Workspace, default_sources

PRESENT = (
    Attendee("Åsa Öman", "A-0042", Presence.HERE),
    Attendee("Bo", "B-77", Presence.LATE),
    Attendee("Utan Nummer", "", Presence.HERE),
    Attendee("Ursäktad", "C-1", Presence.EXCUSED),
)


def led_session(workspace: Workspace) -> SessionFacts:
    """A session on every case that the module of colliding principles has an objective for."""
    sessions: GroupSessions = workspace.group_sessions
    dilemma = sessions.choices(workspace.loaded_course.course.modules[-2].id)[:1]

    plan = sessions.ready_plan(Length.SHORT, dilemma, "Ledaren", "BUF-101")
    led = sessions.rehearse(replace(plan, expected_count=4), PersonId("ledaren"))
    facts, _ = sessions.finish(led, is_recorded_here=False)
    return replace(facts, attendees=PRESENT)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package from the computer of a meeting room."""
    file = tmp_path / "träff.traff"
    with Workspace.open(default_sources(tmp_path / "room")) as workspace:
        workspace.group_packages.write(file, led_session(workspace))
    return file


def test_a_session_is_taken_in_once_and_stands_in_the_export(
    package: Path, demo_dir: Path, tmp_path: Path
) -> None:
    first = as_hr("session", "import", package, package, "--data-dir", demo_dir)
    again = as_hr("session", "import", package, "--data-dir", demo_dir)

    assert (first.code, again.code) == (0, 0)
    assert "2 people recorded, 0 were known before" in first.out
    assert "0 people recorded, 2 were known before" in again.out
    assert "Utan Nummer has no employee number" in first.out
    assert first.out.count("a computer that is new here") == 1
    assert "new here" not in again.out
    export = tmp_path / "rapport.csv"
    done = as_hr("export", "--data-dir", demo_dir, "--format", "csv-system", "--output", export)
    assert done.code == 0, done.err
    rows = [row for row in rows_of(export) if row["anstallningsnummer"] in ("A-0042", "B-77")]
    by_group = [row for row in rows if row["form"] == "grupp"]
    assert {row["anstallningsnummer"] for row in by_group} == {"A-0042", "B-77"}
    assert {row["status"] for row in by_group} == {"klar"}
    assert as_hr("verify", "--data-dir", demo_dir).code == 0


def test_a_changed_package_is_refused_and_the_others_are_taken_in(
    package: Path, demo_dir: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "ändrad.traff"
    changed.write_bytes(package.read_bytes().replace(b"B-77", b"B-78"))

    done = as_hr("session", "import", changed, package, "--data-dir", demo_dir)

    assert done.code == 1
    assert "not as it was when it was made" in done.out
    assert "2 people recorded" in done.out


def test_without_the_passphrase_nothing_is_taken_in(package: Path, demo_dir: Path) -> None:
    done = run("session", "import", package, "--data-dir", demo_dir, environ={
        "HUDDINGE_TRAINING_PASSPHRASE": "inte rätt alls"
    })  # fmt: skip

    assert done.code == 1
    assert done.out == ""


def test_what_lies_in_its_folder_is_taken_in_without_naming_a_file(
    package: Path, demo_dir: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(f"[sessions]\nfolder = '{package.parent}'\n", encoding="utf-8")
    its = {"HUDDINGE_TRAINING_CONFIG": str(settings)}

    done = as_hr("session", "import", "--data-dir", demo_dir, environ=its)

    assert (done.code, done.err) == (0, "")
    assert "2 people recorded" in done.out
    assert not package.exists()
    assert (package.parent / "taken" / package.name).is_file()


def test_without_a_file_or_a_folder_one_is_told_what_to_write(demo_dir: Path) -> None:
    done = as_hr("session", "import", "--data-dir", demo_dir)
    assert done.code == 1
    assert "sessions.folder" in done.err
