"""The workflows for real computers call what is there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from huddinge_training.paths import PACKAGE

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BUILD = re.compile(r"bootstrap\.py build --target (\w+)")


def steps(file: Path) -> list[dict[str, Any]]:
    """All steps of all jobs."""
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_of_a_stated_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", name) for name in used)


def test_every_change_is_checked_as_on_a_desk_and_nothing_is_skipped() -> None:
    file = ROOT / ".github" / "workflows" / "checks.yml"
    assert [step["run"] for step in steps(file) if "run" in step] == ["bash .ci/run"]
    assert (ROOT / ".ci" / "run").is_file()
    job = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]["checks"]
    assert job["env"] == {"CI": "true"}


def test_every_target_is_built() -> None:
    script = (ROOT / "build_installer.py").read_text(encoding="utf-8")
    targets = set(re.findall(r'^    "(\w+)": build_', script, re.M))
    runs = [step.get("run", "") for step in steps(ROOT / ".github/workflows/installers.yml")]
    built = {target for run in runs for target in BUILD.findall(run)}
    assert built == targets == {"deb", "tar", "windows", "macos"}


def test_the_programs_that_they_start_are_those_that_are_built() -> None:
    spec = (ROOT / "installer" / "kompassen.spec").read_text(encoding="utf-8")
    assert 'NAME = "huddinge-training"' in spec
    assert "{NAME}-console" in spec
    assert (PACKAGE / "self_test").is_dir()
