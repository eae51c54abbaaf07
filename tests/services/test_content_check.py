"""What is wrong with a course, for its author; what waits for a review, for HR."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from examples import RULE, TODAY, make_course, make_module, make_scenario

from huddinge_training.domain.scenario import Review
from huddinge_training.paths import bundled
from huddinge_training.services.content_check import (
    ModuleReview,
    check_course,
    course_schema,
    is_old,
    reviews,
)
from huddinge_training.services.machine_settings import MachineSettings

SCENE = 'scene:\n  sv: "'
SUMMARY = 'summary:\n  sv: "'


@pytest.fixture
def quizzes(tmp_path: Path) -> Path:
    """A copy of the shipped course."""
    return Path(shutil.copytree(bundled("quizzes"), tmp_path / "quizzes"))


def put_after(words: str, beginning: str, files: Iterable[Path]) -> str:
    """Writes words after the beginning in the first file that has it; returns the file's name."""
    for file in files:
        text = file.read_text("utf-8")
        if beginning in text:
            file.write_text(text.replace(beginning, beginning + words, 1), encoding="utf-8")
            return f"{file.parent.name}/{file.name}"
    raise AssertionError(f"no file with {beginning!r}")


def test_the_shipped_course_has_no_error(quizzes: Path) -> None:
    assert [f for f in check_course(quizzes, date(2026, 11, 23)) if f.is_error] == []


def test_mistakes_of_form_and_of_style_stand_in_one_list(quizzes: Path) -> None:
    scenario = next(iter(sorted(quizzes.glob("karnvarden/[!m]*.yaml"))))
    scenario.write_text(scenario.read_text("utf-8") + "tittle: Hej\n", encoding="utf-8")
    shouting = put_after("Hej! ", SUMMARY, sorted(quizzes.glob("*/module.yaml")))
    findings = check_course(quizzes, TODAY)
    assert findings == tuple(sorted(findings))
    (unknown,) = [f for f in findings if f.file == f"karnvarden/{scenario.name}"]
    assert (unknown.rule, unknown.is_error) == ("F03", True)
    assert [f.file for f in findings if f.rule == "L14"] == [shouting]


def test_without_a_course_file_there_is_one_finding(tmp_path: Path) -> None:
    (finding,) = check_course(tmp_path / "no", TODAY)
    assert (finding.file, finding.is_error) == ("course.yaml", True)


@pytest.mark.parametrize(("is_example", "expected"), [("false", ["L26"]), ("true", [])])
def test_real_units_must_not_be_named(
    quizzes: Path, tmp_path: Path, is_example: str, expected: list[str]
) -> None:
    organisation = tmp_path / "organisation.yaml"
    organisation.write_text(
        f"example: {is_example}\nforvaltningar:\n  - code: A\n    name: Förvaltningen\n"
        "    enheter: [{code: A-1, name: Hemtjänst Solgläntan}]\n",
        encoding="utf-8",
    )
    put_after("Hemtjänst Solgläntan ringer. ", SCENE, sorted(quizzes.glob("*/[!m]*.yaml")))
    settings = MachineSettings(organisation_file=organisation)
    found = [f.rule for f in check_course(quizzes, TODAY, settings) if f.rule == "L26"]
    assert found == expected
    assert "L26" not in [f.rule for f in check_course(quizzes, TODAY, MachineSettings())]


def test_the_schema_knows_the_kinds_of_files() -> None:
    assert {"course", "module", "scenario"} <= set(course_schema()["$defs"])


def test_hr_sees_what_waits_for_a_review() -> None:
    scenarios = [
        make_scenario("a"),
        make_scenario("b", review=Review("draft", needs="jurist")),
        make_scenario("c", review=Review("reviewed", panel=5)),
        make_scenario("d", rules=(replace(RULE, checked=date(2024, 1, 1)),)),
    ]
    module = make_module(scenarios=scenarios)
    assert reviews(make_course(module), TODAY) == (
        ModuleReview(module.title, total=4, drafts=3, needs_lawyer=1, old_rules=1),
    )


def test_a_rule_holds_for_eighteen_months() -> None:
    assert not is_old(RULE, date(2027, 8, 14))
    assert is_old(RULE, date(2027, 8, 15))


def test_a_scenario_counts_once_however_many_of_its_rules_are_old() -> None:
    old = replace(RULE, checked=date(2024, 1, 1))
    scenarios = [make_scenario("a", rules=(old, RULE, old)), make_scenario("b", rules=(RULE,))]
    (review,) = reviews(make_course(make_module(scenarios=scenarios)), TODAY)
    assert (review.total, review.old_rules) == (2, 1)
