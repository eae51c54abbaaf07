"""The shape of the program: what may import what, how long a module may be, what is banned."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "huddinge_training"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST_MODULE = 300
BANNED_NAMES = {
    "base", "common", "constants", "core", "helpers", "logic", "manager", "misc", "utils",
}  # fmt: skip
FOREIGN = {
    "PySide6", "h11", "nacl", "platformdirs", "shiboken6", "sqlite3", "sqlite_utils", "starlette",
    "typst", "uvicorn", "xlsxwriter", "yaml",
}  # fmt: skip
DOMAIN_MAY_IMPORT = (
    "huddinge_training.domain",
    "huddinge_training.errors",
    "huddinge_training.language",
)
# The colours of the program are tokens in resources/theme.
HEX_COLOUR = re.compile(r"""["'#\s:]#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\b""")
# Waiting for a time instead of for an event is slow on a good day and fails on a bad one.
BLIND_WAIT = re.compile(r"\btime\.sleep\(|\bqtbot\.wait\(|^from time import .*\bsleep\b", re.M)
# QTest knows the keys of ASCII only and aborts the whole run at any other.
UNTYPABLE = re.compile(r"""\bkeyClicks?\([^)\n]*[^\x00-\x7f]""")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_of(path: Path) -> list[tuple[int, str]]:
    """The level (0 is absolute) and the full name of every import, wherever it stands."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(0, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if module == "huddinge_training":
                found += [(node.level, f"{module}.{alias.name}") for alias in node.names]
            else:
                found.append((node.level, module))
    return found


def modules_of(name: str) -> list[str]:
    """The dotted names of the modules below a floor."""
    return [
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((PACKAGE / name).rglob("*.py"))
    ]


def test_imports_point_down() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_no_module_is_longer_than_one_can_keep_in_mind() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {named(path): {path.stem, *path.relative_to(PACKAGE).parts} for path in MODULES}
    assert [name for name, words in names.items() if words & BANNED_NAMES] == []


def test_imports_are_absolute() -> None:
    assert [named(path) for path in MODULES if any(level for level, _ in imports_of(path))] == []


def test_domain_imports_the_standard_library_and_little_else() -> None:
    foreign = [
        f"{named(path)}: {name}"
        for path in sorted((PACKAGE / "domain").rglob("*.py"))
        for _, name in imports_of(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith(DOMAIN_MAY_IMPORT)
    ]
    assert foreign == []


def loaded_after_importing(names: list[str]) -> set[str]:
    """The top-level modules that a fresh Python has loaded after importing these."""
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    command = [sys.executable, "-W", "error", "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return set(done.stdout.decode().split())


def test_domain_runs_without_qt_database_and_file_formats() -> None:
    assert loaded_after_importing(modules_of("domain")) & FOREIGN == set()


def test_services_run_without_qt() -> None:
    assert "PySide6" not in loaded_after_importing(modules_of("services"))


def test_the_page_for_phones_runs_without_qt_and_the_database() -> None:
    loaded = loaded_after_importing(modules_of("phone"))
    assert loaded & {"PySide6", "sqlite3", "sqlite_utils"} == set()


def test_colours_stand_in_the_theme_alone() -> None:
    coloured = [named(path) for path in MODULES if HEX_COLOUR.search(path.read_text("utf-8"))]
    assert coloured == []


def test_tests_wait_for_events_and_not_for_time() -> None:
    blind = [named(path) for path in TESTS if BLIND_WAIT.search(path.read_text("utf-8"))]
    assert [name for name in blind if name != named(Path(__file__))] == []


def test_tests_type_swedish_letters_with_the_fixture_type_text() -> None:
    assert [named(path) for path in TESTS if UNTYPABLE.search(path.read_text("utf-8"))] == []


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_emitting_a_signal_keeps_the_references_to_true() -> None:
    # PySide6 6.12.0 loses one at every emit, and Python 3.11 aborts after some 560 of them.
    from PySide6.QtCore import QObject, Signal

    class Bell(QObject):
        rung = Signal()

    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < 50
