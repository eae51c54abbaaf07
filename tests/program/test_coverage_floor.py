"""A floor of the house may not sink below the coverage that it has reached."""

import json
from pathlib import Path
from typing import Any

import coverage_floor
import pytest

PROJECT = "[tool.other]\ndomain = 5\n\n[tool.coverage_floor]\ndomain = {domain}\nui = 50\n"


def entry(lines: int, missed: list[int], branches: int = 0, unseen: int = 0) -> dict[str, Any]:
    return {
        "summary": {
            "covered_lines": lines - len(missed),
            "num_statements": lines,
            "covered_branches": branches - unseen,
            "num_branches": branches,
        },
        "missing_lines": missed,
        "missing_branches": [[40, -1], [41, 43]][:unseen],
    }


def run(tmp_path: Path, domain: int, *arguments: str) -> int:
    report = {
        "files": {
            "src/huddinge_training/domain/course.py": entry(100, []),
            "src\\huddinge_training\\domain\\status.py": entry(90, [3, 4, 5, 9], 10, 2),
            "src/huddinge_training/ui/page.py": entry(100, [1]),
            "src/huddinge_training/errors.py": entry(10, []),
        }
    }
    (tmp_path / "coverage.json").write_text(json.dumps(report))
    (tmp_path / "pyproject.toml").write_text(PROJECT.format(domain=domain))
    files = ["--report", str(tmp_path / "coverage.json")]
    files += ["--project", str(tmp_path / "pyproject.toml")]
    return coverage_floor.main([*files, *arguments])


def test_a_floor_that_sank_is_told_with_its_missed_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, 100) == 1
    assert capsys.readouterr().out.splitlines() == [
        "domain: 97 % reached, the floor is 100 %",
        "  src/huddinge_training/domain/status.py: 3-5, 9, 40->exit, 41->43",
    ]


def test_a_floor_that_holds_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, 97) == 0
    assert capsys.readouterr().out == ""


def test_a_floor_can_be_raised_and_never_lowered(tmp_path: Path) -> None:
    assert run(tmp_path, 100, "--raise") == 1
    text = (tmp_path / "pyproject.toml").read_text()
    assert text == PROJECT.format(domain=100).replace("ui = 50", "ui = 99")


def test_a_floor_without_a_report_is_named(tmp_path: Path) -> None:
    assert coverage_floor.complaints({}, {"storage": 100}) == [
        "storage: not in the report; was the whole suite run?"
    ]
    assert coverage_floor.main(["--report", str(tmp_path / "none.json")]) == 1


def test_nearly_everything_is_not_everything() -> None:
    file = coverage_floor.FileCoverage("a.py", 99_999, 100_000, (7,), ())
    assert coverage_floor.per_cent([file]) == 99.9
    assert coverage_floor.per_cent([]) == 100
