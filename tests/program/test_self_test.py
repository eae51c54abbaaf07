"""``--self-test`` says of a program whether all that it needs is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from huddinge_training.paths import PACKAGE, bundled

CHECKS = 8
LONGEST_SECONDS = 120


def self_test(source: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """As somebody runs it who has data of their own: none of it may be touched."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(source),
        "LANG": "en_GB.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "TMPDIR": str(folder),
    }
    return subprocess.run(
        [sys.executable, "-m", "huddinge_training", "--self-test", "--language", "sv"],
        env=environment,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST_SECONDS,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_a_whole_program_says_that_it_is_whole_and_leaves_nothing_behind(home: Path) -> None:
    done = self_test(PACKAGE.parent, home)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == CHECKS + 1
    assert all(line.startswith("ok  ") for line in lines[:-1])
    assert lines[-1] == "Allt finns och fungerar."
    assert [file for file in home.rglob("*") if file.is_file()] == []


def test_a_program_without_its_documents_says_what_does_not_work(
    home: Path, tmp_path: Path
) -> None:
    package = tmp_path / "copy" / PACKAGE.name
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("quizzes", "resources"):
        shutil.copytree(bundled(name), package / name)
    shutil.rmtree(package / "resources" / "documents")
    done = self_test(package.parent, home)
    assert done.returncode == 1
    failed = [line for line in done.stdout.splitlines() if line.startswith("fel  ")]
    assert [line.partition(":")[0] for line in failed] == ["fel  Intyg som PDF", "fel  Sidor"]
    assert "Programmet är inte helt." in done.stderr
