"""The example course as objects, changed in one place and linted."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from content.editing import copy_with_answers, say

from huddinge_training.content.library import load_course
from huddinge_training.content.lint import remarks
from huddinge_training.content.lint.remark import Remark
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.finding import Severity
from huddinge_training.domain.scenario import AnswerForm, Grade, Option, Scenario
from huddinge_training.language import Text

EXAMPLE = Path(__file__).parent / "example_course"
TODAY = date(2026, 3, 2)


@cache
def example() -> Course:
    """The example course; the linter has nothing to say of it."""
    return load_course(EXAMPLE).course


def key() -> Scenario:
    """A scenario with a key, on a rule."""
    return example().modules[0].scenarios[0]


def dilemma() -> Scenario:
    """A scenario without a key."""
    return example().modules[0].scenarios[2]


@cache
def _with_answers() -> Course:
    with TemporaryDirectory() as folder:
        return load_course(copy_with_answers(Path(folder) / "course")).course


def answered(form: AnswerForm) -> Scenario:
    """A scenario of the example that is answered part by part; nothing is to be said of it."""
    return next(s for s in _with_answers().modules[0].scenarios if s.form is form)


def way() -> Scenario:
    """A scenario of the example with a second decision; nothing is to be said of it."""
    return next(s for s in _with_answers().modules[0].scenarios if s.is_branching)


def module(*scenarios: Scenario, **changes: Any) -> Module:
    """The module of the example with these scenarios instead of its own."""
    return replace(example().modules[0], scenarios=scenarios, **changes)


def course(*modules: Module, **changes: Any) -> Course:
    """The example course with these modules instead of its own."""
    return replace(example(), modules=modules, **changes)


def found(a_course: Course, unit_names: Collection[str] = ()) -> list[Remark]:
    """What the linter says of a course."""
    return list(remarks(a_course, TODAY, unit_names))


def found_in(scenario: Scenario) -> list[Remark]:
    """What the linter says of the example with this scenario, maybe in place of its namesake."""
    (original,) = example().modules
    scenarios = {s.id: s for s in (*original.scenarios, scenario)}
    return found(course(replace(original, scenarios=tuple(scenarios.values()))))


def found_of(rule: str, scenario: Scenario) -> list[Remark]:
    """What one rule says of the example with this scenario."""
    return [remark for remark in found_in(scenario) if remark.rule == rule]


def rules(found_remarks: Collection[Remark]) -> list[str]:
    """The rules with E or W, sorted: "L04 E"."""
    return sorted(f"{r.rule} {'E' if r.severity is Severity.ERROR else 'W'}" for r in found_remarks)


def sentence(found_remarks: Collection[Remark]) -> str:
    """The words of the only remark."""
    (remark,) = found_remarks
    assert say(remark.hint)
    return say(remark.words)


def with_options(scenario: Scenario, *texts: str, **changes: Any) -> Scenario:
    """The scenario with these Swedish texts in its options."""
    options = (
        replace(option, text=Text(text, "Something else"))
        for option, text in zip(scenario.options, texts, strict=True)
    )
    return replace(scenario, options=tuple(options), **changes)


def with_first(scenario: Scenario, **changes: Any) -> Scenario:
    """The scenario with its first option changed."""
    first, *others = scenario.options
    return replace(scenario, options=(replace(first, **changes), *others))


def with_grades(scenario: Scenario, *grades: Grade | None) -> Scenario:
    """The scenario with as many options as there are grades."""
    options = [*scenario.options, _fourth(), replace(_fourth(), text=Text("Jag står helt stilla."))]
    graded = (replace(o, grade=grade) for o, grade in zip(options, grades, strict=False))
    return replace(scenario, options=tuple(graded))


def _fourth() -> Option:
    return replace(
        key().options[0],
        text=Text("Jag säger det till vaktmästaren.", "I tell the caretaker."),
        feedback=Text("Det är bra, för att någon då vet om det och kan hjälpa dig."),
    )
