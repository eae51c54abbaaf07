"""bootstrap.py: readable for old Pythons, nothing to do the second time, repaired after a kill."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BOOTSTRAP = ROOT / "bootstrap.py"
SOURCES = [BOOTSTRAP, *sorted((ROOT / "set_up").glob("*.py"))]
LOCK = """\
# A comment with a==b in it.
sqlite-utils==4.2.1 \\
    --hash=sha256:00
PyYAML==6.0.3 ; python_version > "3" \\
    --hash=sha256:11
"""


def load_bootstrap() -> Any:
    sys.path.insert(0, str(ROOT))  # as when the script is started
    spec = importlib.util.spec_from_file_location("bootstrap", BOOTSTRAP)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bootstrap = load_bootstrap()
environment: Any = importlib.import_module("set_up.environment")
plan: Any = importlib.import_module("set_up.plan")
running: Any = importlib.import_module("set_up.running")
system: Any = importlib.import_module("set_up.system")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with tiny lock files."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text(LOCK)
    (tmp_path / "requirements" / "test.txt").write_text(LOCK + "pytest==9.2.0\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "src").mkdir()
    return tmp_path


def set_up(checkout: Path, command: str, do: Callable[[str], bool]) -> list[str]:
    """Carries out what is to be done, with `do` in the place of the real steps."""
    venv = str(checkout / ".venv")
    wanted = plan.wanted_stamp(str(checkout), command, platform_name="linux")
    steps: list[str] = plan.step_names(wanted, plan.read_stamp(venv))
    bootstrap.carry_out(venv, steps, wanted, do)
    return steps


def do_nothing_in(checkout: Path) -> Callable[[str], bool]:
    def do(key: str) -> bool:
        if key == "environment":
            (checkout / ".venv").mkdir(exist_ok=True)
        return True

    return do


# --- For every Python ----------------------------------------------------------------------


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_old_pythons_can_read_it(source: Path) -> None:
    ast.parse(source.read_text(encoding="utf-8"), feature_version=(3, 4))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_python_2_can_read_it_as_well(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom, ast.Await)
    assert [node for node in ast.walk(tree) if isinstance(node, new)] == []
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if node.returns or node.args.kwonlyargs] == []
    assert source.read_text(encoding="utf-8").startswith("# -*- coding: utf-8 -*-")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 4, 0), (3, 10, 13)])
def test_an_old_python_gets_a_sentence_in_two_languages(version: tuple[int, int, int]) -> None:
    complaint = bootstrap.python_complaint(version)
    assert f"behöver Python 3.11 eller senare; det här är {version[0]}.{version[1]}" in complaint
    assert "needs Python >= 3.11" in complaint


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (4, 0, 0)])
def test_a_python_that_is_new_enough_gets_none(version: tuple[int, int, int]) -> None:
    assert bootstrap.python_complaint(version) is None


def run_bootstrap(*arguments: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, str(BOOTSTRAP), *arguments]
    return subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, **environ}, timeout=60
    )


def test_help_says_what_test_does_with_arguments() -> None:
    done = run_bootstrap("--help", PYTHONIOENCODING="utf-8")
    assert done.returncode == 0
    assert "only pytest, with ARGS" in done.stdout.decode("utf-8")


def test_help_can_be_read_in_a_terminal_that_knows_ascii_only() -> None:
    done = run_bootstrap("--help", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"set up and start the program" in done.stdout


def test_an_unknown_command_is_named_and_changes_nothing() -> None:
    done = run_bootstrap("install", PYTHONIOENCODING="utf-8")
    assert done.returncode == 2
    assert "unknown command: install" in done.stderr.decode("utf-8")


# --- The stamp ------------------------------------------------------------------------------


def test_a_second_run_has_nothing_to_do(checkout: Path) -> None:
    first = set_up(checkout, "run", do_nothing_in(checkout))
    assert first == ["environment", "run packages", "project", "system for run"]
    assert set_up(checkout, "run", do_nothing_in(checkout)) == []


def test_the_tests_add_their_packages_to_what_is_there(checkout: Path) -> None:
    set_up(checkout, "run", do_nothing_in(checkout))
    second = set_up(checkout, "test", do_nothing_in(checkout))
    assert second == ["test packages", "system for test"]


def test_a_set_up_for_the_tests_holds_what_the_program_needs(checkout: Path) -> None:
    steps = set_up(checkout, "test", do_nothing_in(checkout))
    assert steps == ["environment", "test packages", "project", "system for test"]
    assert set_up(checkout, "run", do_nothing_in(checkout)) == ["system for run"]


@pytest.mark.parametrize(
    ("file", "step"), [("requirements/run.txt", "run packages"), ("pyproject.toml", "project")]
)
def test_a_changed_file_redoes_its_step_alone(checkout: Path, file: str, step: str) -> None:
    set_up(checkout, "run", do_nothing_in(checkout))
    with (checkout / file).open("a") as handle:
        handle.write("# changed\n")
    assert set_up(checkout, "run", do_nothing_in(checkout)) == [step]


def test_another_python_or_another_place_builds_all_anew(checkout: Path) -> None:
    set_up(checkout, "run", do_nothing_in(checkout))
    stamp = plan.read_stamp(str(checkout / ".venv"))
    for wanted in (
        plan.wanted_stamp(str(checkout), "run", version="3.99", platform_name="linux"),
        {**stamp, "environment": "of another place"},
    ):
        steps = plan.step_names(wanted, stamp)
        assert steps == ["environment", "run packages", "project"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"environment": 7}'])
def test_a_stamp_that_cannot_be_read_builds_all_anew(checkout: Path, content: str) -> None:
    set_up(checkout, "run", do_nothing_in(checkout))
    (checkout / ".venv" / plan.STAMP_NAME).write_text(content)
    assert "environment" in set_up(checkout, "run", do_nothing_in(checkout))


@pytest.mark.parametrize("killed_in", ["environment", "run packages", "project"])
def test_an_interrupted_set_up_is_built_anew(checkout: Path, killed_in: str) -> None:
    def do(key: str) -> bool:
        (checkout / ".venv").mkdir(exist_ok=True)
        if key == killed_in:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        set_up(checkout, "run", do)
    steps = set_up(checkout, "run", do_nothing_in(checkout))
    assert steps[:3] == ["environment", "run packages", "project"]
    assert set_up(checkout, "run", do_nothing_in(checkout)) == []


def test_packages_that_could_not_be_fetched_leave_the_environment_usable(checkout: Path) -> None:
    def without_network(key: str) -> bool:
        (checkout / ".venv").mkdir(exist_ok=True)
        if key == "run packages":
            raise running.SetUpError("Inget nät.", "No network.")
        return True

    with pytest.raises(running.SetUpError, match="No network"):
        set_up(checkout, "run", without_network)
    steps = set_up(checkout, "run", do_nothing_in(checkout))
    assert steps == ["run packages", "project", "system for run"]


def test_missing_libraries_are_looked_for_again_next_time(checkout: Path) -> None:
    def do(key: str) -> bool:
        (checkout / ".venv").mkdir(exist_ok=True)
        return not key.startswith("system")

    set_up(checkout, "run", do)
    assert set_up(checkout, "run", do) == ["system for run"]


def test_the_stamp_is_whole_or_not_there(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    plan.write_stamp(str(checkout / ".venv"), {"environment": "1"})
    assert [path.name for path in (checkout / ".venv").iterdir()] == [plan.STAMP_NAME]
    assert json.loads((checkout / ".venv" / plan.STAMP_NAME).read_text()) == {"environment": "1"}


# --- Packages ---------------------------------------------------------------------------------


def test_packages_that_no_lock_names_any_longer_go() -> None:
    installed = ["sqlite_utils", "PyYAML", "pip", "setuptools", "left-over"]
    assert environment.surplus_packages(installed, [LOCK]) == ["left-over"]


def test_the_locks_name_what_the_program_is_built_on() -> None:
    texts = [(ROOT / "requirements" / f"{name}.txt").read_text() for name in ("run", "test")]
    run, test = (environment.locked_names(text) for text in texts)
    assert {"pyside6-essentials", "sqlite-utils", "starlette", "typst", "pynacl"} <= run
    assert run | {"pytest", "ruff", "mypy"} <= test


def test_the_locks_pin_a_qt_that_keeps_its_references() -> None:
    for name in ("run", "test"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        assert "pyside6-essentials==6.11.3" in text
        assert "shiboken6==6.11.3" in text


def test_every_locked_package_has_a_hash() -> None:
    for name in ("run", "test"):
        blocks = (ROOT / "requirements" / f"{name}.txt").read_text().replace("\\\n", "")
        pinned = [line for line in blocks.splitlines() if "==" in line and line[0] != "#"]
        assert [line for line in pinned if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize(
    ("has_ensurepip", "has_pip", "way"),
    [(True, True, "inside"), (True, False, "inside"), (False, True, "outside")],
)
def test_pip_is_found_where_there_is_one(has_ensurepip: bool, has_pip: bool, way: str) -> None:
    assert environment.way_to_pip(has_ensurepip, has_pip) == way


def test_without_pip_a_sentence_says_what_to_install() -> None:
    with pytest.raises(running.SetUpError, match=r"apt-get install python3-venv") as caught:
        environment.way_to_pip(has_ensurepip=False, has_pip=False)
    assert "Varken ensurepip eller pip" in str(caught.value)
    assert "neither ensurepip nor pip" in str(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="a command file of its own on Windows")
def test_the_command_starts_the_environments_own_python(tmp_path: Path) -> None:
    venv = tmp_path / "å 'place' with spaces" / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").write_text('#!/bin/sh\necho "$@"\n')
    (venv / "bin" / "python").chmod(0o755)
    environment.write_command(str(venv))
    done = subprocess.run(
        [venv / "bin" / "huddinge-training", "check", "a b"], capture_output=True, check=True
    )
    assert done.stdout.decode() == "-m huddinge_training check a b\n"


# --- Libraries and programs of the system -------------------------------------------------------


def has_only(*there: str) -> Callable[[str | tuple[str, ...]], bool]:
    def is_there(sign: str | tuple[str, ...]) -> bool:
        return bool(set(there) & set([sign] if isinstance(sign, str) else sign))

    return is_there


def packages_of(needs: Iterable[tuple[str, object]]) -> list[str]:
    return [package for package, _ in needs]


def test_only_the_missing_packages_are_named() -> None:
    needs = system.system_needs("test", {})
    there = has_only("libEGL.so.1", "libGL.so.1", "Xvfb", "google-chrome")
    missing = system.missing_packages(needs, there)
    assert set(packages_of(needs)) - set(missing) == {"libegl1", "libgl1", "xvfb", "chromium"}
    line = system.install_line(["libxcb-cursor0", "libegl1"])
    assert line == "apt-get install --no-install-recommends libxcb-cursor0 libegl1"


def test_a_window_needs_x11_and_an_offscreen_run_does_not() -> None:
    assert "libxcb-cursor0" in packages_of(system.system_needs("run", {}))
    offscreen = system.system_needs("run", {"QT_QPA_PLATFORM": "offscreen"})
    assert "libxcb-cursor0" not in packages_of(offscreen)
    assert "libegl1" in packages_of(offscreen)
    tests = system.system_needs("test", {"QT_QPA_PLATFORM": "offscreen"})
    assert {"libxcb-cursor0", "xvfb"} <= set(packages_of(tests))


def test_a_program_is_found_on_the_path_and_a_file_by_its_pattern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Xvfb").write_text("#!/bin/sh\n")
    (tmp_path / "Xvfb").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system.is_on_this_machine(("Xvfb",))
    assert not system.is_on_this_machine(("xdotool",))
    assert system.is_on_this_machine(("nothing", f"{tmp_path.as_posix()}/Xv*"))
    assert not system.is_on_this_machine("libdoes-not-exist.so.9")


# --- The checks ---------------------------------------------------------------------------------


def test_a_failed_check_does_not_stop_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    steps = [("first", ["fails"]), ("second", ["passes"])]

    def run(arguments: list[str]) -> tuple[int, str]:
        return (1, "what went wrong\n") if arguments == ["fails"] else (0, "noise\n")

    failed = bootstrap.run_steps(steps, run)
    said = capsys.readouterr().out
    assert failed == ["first"]
    assert "what went wrong" in said
    assert "noise" not in said
    assert "second: ok" in said
    assert bootstrap.summary_of(failed).endswith(": first")
    assert bootstrap.summary_of([]).endswith("all passed")


def test_every_check_of_the_house_is_run() -> None:
    names = [name for name, _ in bootstrap.test_steps("/venv")]
    assert names == [
        "ruff format",
        "ruff check",
        "mypy",
        "lint-imports",
        "check quizzes",
        "pytest",
        "coverage floor",
    ]
