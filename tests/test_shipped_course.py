"""The course that is shipped loads, lints without errors and can be played to the end.

What it must hold is counted in ``test_shipped_course_size``.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from content.editing import report
from examples import response_of

from huddinge_training.content.course_check import check_course
from huddinge_training.content.library import LoadedCourse, load_course
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.duration import module_minutes
from huddinge_training.domain.finding import Finding
from huddinge_training.domain.response import (
    GRADES,
    Response,
    every_response,
    grade_of,
    reachable_grades,
)
from huddinge_training.domain.scenario import AnswerForm, Grade, Kind, Scenario
from huddinge_training.domain.selection import (
    FEWEST,
    LONGEST_MINUTES,
    MOST,
    more_cases,
    select_follow_up,
    select_scenarios,
)

ROOT = Path(__file__).parents[1]
QUIZZES = ROOT / "quizzes"
FILES = sorted(path.relative_to(QUIZZES).as_posix() for path in QUIZZES.rglob("*.yaml"))
SAFE_STEPS = 200


@cache
def loaded() -> LoadedCourse:
    """The course as the program loads it."""
    return load_course(QUIZZES)


@cache
def course() -> Course:
    """The course without what is wrong with it."""
    return loaded().course


@cache
def findings() -> tuple[Finding, ...]:
    """What loader and linter say on the first day of the edition."""
    return check_course(QUIZZES, course().edition.valid_from)


MODULES = [pytest.param(module, id=module.id) for module in course().modules]
SCENARIOS = [
    pytest.param(module, scenario, id=f"{module.id}/{scenario.id}")
    for module in course().modules
    for scenario in module.scenarios
]


def test_every_file_is_used_and_without_an_error() -> None:
    assert report(f for f in findings() if f.is_error) == []
    assert report(f for f in findings() if f.rule.startswith("F")) == []


def test_the_loader_says_the_same_as_the_check() -> None:
    assert set(report(loaded().findings)) <= set(report(findings()))


def test_every_scenario_file_became_a_scenario() -> None:
    modules = {f"{module.id}/module.yaml" for module in course().modules}
    scenarios = {f"{m.id}/{s.id}.yaml" for m in course().modules for s in m.scenarios}

    assert modules | scenarios == {file for file in FILES if "/" in file}


@pytest.mark.parametrize("file", FILES)
def test_a_file_reads_the_same_without_libyaml(file: str) -> None:
    """PyYAML's own parser is stricter in places, such as a question mark before a comma."""
    text = (QUIZZES / file).read_text("utf-8")

    assert yaml.load(text, yaml.SafeLoader) == yaml.load(
        text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )


def test_every_text_has_a_translation() -> None:
    assert report(f for f in findings() if f.rule == "L24") == []


def test_every_quote_stands_in_its_source() -> None:
    """Checked here anew, and more simply than in the loader."""
    files = {
        s["id"]: s["file"]
        for s in yaml.safe_load((QUIZZES / "course.yaml").read_text("utf-8"))["sources"]
    }
    quotes = [r.quote for m in course().modules for r in m.reading if r.quote]

    assert quotes
    for quote in quotes:
        source = (QUIZZES / files[quote.source.id]).read_text("utf-8")
        letters = [re.sub(r"[\s•]+", "", text) for text in (quote.text.sv, source)]
        assert letters[0] in letters[1]


@pytest.mark.parametrize("module", MODULES)
def test_every_role_gets_enough_scenarios_and_a_follow_up(module: Module) -> None:
    for role in course().roles:
        chosen = select_scenarios(module, role.id, course().edition.id)
        assert min(FEWEST, len(module.scenarios)) <= len(chosen) <= MOST
        assert {o.id for o in module.critical_objectives} <= {s.objective for s in chosen}
        graded = sum(Grade.BEST in reachable_grades(s) for s in module.scenarios)
        follow_up = select_follow_up(module, role.id, course().edition.id)
        assert len(follow_up) == (3 if graded >= 3 else 0)
        more = more_cases(module, role.id, course().edition.id)
        assert Counter([*chosen, *more]) == Counter(module.scenarios)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_takes_at_most_twelve_minutes_for_every_role(module: Module) -> None:
    minutes = {
        role.id: module_minutes(module, select_scenarios(module, role.id, course().edition.id))
        for role in course().roles
        if module.is_for(role.id)
    }
    assert minutes
    assert {role: found for role, found in minutes.items() if found > LONGEST_MINUTES} == {}


@pytest.mark.parametrize("module", MODULES)
def test_what_is_critical_can_be_met_by_two_scenarios(module: Module) -> None:
    assert module.critical_objectives == tuple(o for o in module.objectives if o.critical)
    for objective in module.critical_objectives:
        can_meet = [
            scenario.id
            for scenario in module.scenarios
            if scenario.objective == objective.id
            and any(objective.is_met_by(grade) for grade in reachable_grades(scenario))
        ]
        assert len(set(can_meet)) >= 2, objective.id


# --- Played to the end -----------------------------------------------------------------------


def to_be_played(scenario: Scenario) -> list[Response]:
    """Every way through the decisions; of what has too many responses one of each grade."""
    if scenario.form is AnswerForm.CHOICE:
        return list(every_response(scenario))
    return [response_of(scenario, grade) for grade in GRADES]


def answering(scenario: Scenario, response: Response) -> Callable[[Scenario], Response]:
    """Answers one scenario in this way, and every other one best."""
    return lambda asked: response if asked is scenario else response_of(asked)


def play(attempt: Attempt, choose: Callable[[Scenario], Response]) -> None:
    """Chooses wherever a scenario is new, and then the best."""
    seen: set[str] = set()
    for _ in range(SAFE_STEPS):
        if attempt.item_number is not None:
            scenario = attempt.items[attempt.item_number]
            attempt.answer(response_of(scenario) if scenario.id in seen else choose(scenario))
            seen.add(scenario.id)
        if attempt.is_at_end:
            break
        attempt.go_on()
    assert attempt.is_at_end
    assert attempt.is_complete


@pytest.mark.parametrize("choice", range(4))
@pytest.mark.parametrize("module", MODULES)
def test_every_role_reaches_the_end_whatever_it_chooses_first(module: Module, choice: int) -> None:
    def choose(scenario: Scenario) -> Response:
        responses = to_be_played(scenario)
        return responses[choice % len(responses)]

    for role in course().roles:
        plan = select_scenarios(module, role.id, course().edition.id)
        play(Attempt(module, plan), choose)


@pytest.mark.parametrize(("module", "scenario"), SCENARIOS)
def test_every_answer_to_a_scenario_leads_to_the_end(module: Module, scenario: Scenario) -> None:
    for response in to_be_played(scenario):
        play(Attempt(module, [scenario]), answering(scenario, response))


@pytest.mark.parametrize(("module", "scenario"), SCENARIOS)
def test_every_answer_has_the_grade_that_the_rule_gives(module: Module, scenario: Scenario) -> None:
    """Part by part one response is best; a dilemma has no grades."""
    grades = Counter(grade_of(scenario, response) for response in every_response(scenario))
    expected: set[Grade | None] = {*reachable_grades(scenario)}

    assert set(grades) == (expected or {None})
    assert bool(expected) is (scenario.kind is not Kind.DILEMMA)
    if scenario.form is not AnswerForm.CHOICE:
        assert set(grades) == set(GRADES)
        assert grades[Grade.BEST] == 1


def test_no_text_names_a_unit_of_the_example_organisation() -> None:
    """The units are made up; a scenario that names one would look as if it were about them."""
    organisation = load_organisation(ROOT / "resources" / "organisation.yaml")
    names = {unit.name for unit in organisation.units if " " in unit.name}

    found = check_course(QUIZZES, course().edition.valid_from, names)

    assert report(f for f in found if f.rule == "L26") == []
