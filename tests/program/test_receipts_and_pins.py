"""The commands for guests' receipts and forgotten PINs, in a child process."""

from pathlib import Path

from program.running import CONFIG, as_hr, run

from huddinge_training.domain.course import ModuleId
from huddinge_training.services.machine_settings import load_machine_settings
from huddinge_training.services.workspace import Workspace, default_sources


def receipt_of(data_dir: Path, module_id: str) -> str:
    """A code that a guest at the same computer got."""
    with Workspace.open(default_sources(data_dir)) as workspace:
        module = workspace.loaded_course.course.module(ModuleId(module_id))
        return str(workspace.receipts.give(module).code)


def somebody(data_dir: Path) -> str:
    """The employee number of somebody who has not done everything."""
    with Workspace.open(default_sources(data_dir)) as workspace:
        rows = workspace.hr_reports.report().rows
        return next(r.employee_number for r in rows if r.employee_number and not r.completed_on)


def test_receipts_are_taken_in_and_twice_changes_nothing(demo_dir: Path) -> None:
    number = somebody(demo_dir)
    codes = [receipt_of(demo_dir, module) for module in ("karnvarden", "vision-och-mal")]
    take = ("receipt", "take", "--data-dir", demo_dir, "--number", number)
    done = as_hr(*take, *codes)
    assert done.code == 0, done.err
    assert done.out.count("The receipt is taken in") == 2
    head = as_hr("verify", "--data-dir", demo_dir).out
    again = as_hr(*take, codes[0].lower().replace("-", " "))
    assert (again.code, "Nothing has changed" in again.out) == (0, True)
    assert as_hr("verify", "--data-dir", demo_dir).out == head


def test_a_wrong_receipt_is_said_and_the_others_are_taken_in(demo_dir: Path) -> None:
    number = somebody(demo_dir)
    good = receipt_of(demo_dir, "karnvarden")
    done = as_hr("receipt", "take", "--data-dir", demo_dir, "--number", number, "4711", good)
    assert done.code == 1
    assert "4711: A receipt's code has 20 letters" in done.err
    assert "The receipt is taken in" in done.out


def test_receipts_and_pins_are_behind_the_passphrase(demo_dir: Path) -> None:
    number = somebody(demo_dir)
    for command in (("receipt", "take", "--number", number, "4711"), ("pin", "reset", number)):
        refused = run(*command, "--data-dir", demo_dir)
        assert (refused.code, "passphrase is needed" in refused.err) == (1, True)


def test_a_key_for_it_s_settings_makes_receipts_of_any_computer_valid(
    demo_dir: Path, data_dir: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(run("receipt", "key").out, encoding="utf-8")
    settings = load_machine_settings(config)
    with Workspace.open(default_sources(data_dir, settings)) as elsewhere:
        module = elsewhere.loaded_course.course.module(ModuleId("karnvarden"))
        code = str(elsewhere.receipts.give(module).code)
    take = ("receipt", "take", "--data-dir", demo_dir, "--number", somebody(demo_dir), code)
    assert as_hr(*take).code == 1
    done = as_hr(*take, environ={CONFIG: str(config)})
    assert done.code == 0, done.err


def test_a_forgotten_pin_is_removed(demo_dir: Path) -> None:
    number = somebody(demo_dir)
    with Workspace.open(default_sources(demo_dir)) as workspace:
        workspace.pins.choose(workspace.entrance.named(number), "204815")
    done = as_hr("pin", "reset", number, "--data-dir", demo_dir)
    assert done.code == 0, done.err
    again = as_hr("pin", "reset", number, "--data-dir", demo_dir)
    assert (again.code, again.err.strip()) == (1, "There is no PIN to remove.")
    nobody = as_hr("pin", "reset", "no-such", "--data-dir", demo_dir)
    assert (nobody.code, "no profile" in nobody.err) == (1, True)
