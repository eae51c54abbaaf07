"""The linter of courses: rules L01 to L38 of docs/course-format.md, one file a family."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path

from huddinge_training.content.line_finder import LineFinder
from huddinge_training.content.lint import (
    backing,
    branching,
    cues,
    dilemma,
    feedback,
    illustration,
    key_balance,
    options,
    parts,
    reading_ease,
    reality,
    situation,
    translation,
    typography,
    whole_module,
)
from huddinge_training.content.lint.passages import (
    Passage,
    course_passages,
    module_passages,
    module_place,
    scenario_passages,
    scenario_place,
)
from huddinge_training.content.lint.privacy import Privacy
from huddinge_training.content.lint.remark import Place, Remark, Remarks
from huddinge_training.content.lint.vocabulary import Vocabulary
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.finding import Finding
from huddinge_training.domain.scenario import Scenario

SCENARIO_CHECKS: tuple[Callable[[Scenario, Place], Remarks], ...] = (
    situation.check,
    options.check,
    cues.check,
    feedback.check,
    parts.check,
    branching.check,
    reality.check,
    dilemma.check,
    reading_ease.check,
)
PASSAGE_CHECKS: tuple[Callable[[Passage], Remarks], ...] = (
    feedback.check_passage,
    reading_ease.check_sentence_lengths,
    translation.check_passage,
    typography.check_passage,
)


def lint(
    course: Course, folder: Path, today: date, unit_names: Collection[str] = ()
) -> list[Finding]:
    """What the rules say of a course whose files lie in the folder, by file and line.

    ``unit_names`` are the real units of the municipality, which no text may name.
    """
    lines = LineFinder(folder)
    return sorted(
        Finding(
            remark.place.file,
            lines.line(remark.place.file, remark.place.path),
            remark.rule,
            remark.severity,
            remark.words,
            remark.hint,
        )
        for remark in remarks(course, today, unit_names)
    )


def remarks(course: Course, today: date, unit_names: Collection[str] = ()) -> Iterator[Remark]:
    """The same with places instead of lines, which needs no files."""
    yield from backing.check_rules(course, today)
    yield from key_balance.check_course(course)
    checks = (
        *PASSAGE_CHECKS,
        Vocabulary(course.glossary).check,
        Privacy(unit_names, course_passages(course)).check,
    )
    for passage in course_passages(course):
        for check in checks:
            yield from check(passage)
    for module in course.modules:
        yield from key_balance.check_module(module)
        yield from whole_module.check(module, course)
        yield from illustration.check(module, illustration.drawings())
        yield from reading_ease.check_mean(module_passages(module), module_place(module))
        for scenario in module.scenarios:
            yield from _scenario_remarks(module, scenario, today)


def _scenario_remarks(module: Module, scenario: Scenario, today: date) -> Remarks:
    place = scenario_place(module, scenario)
    for check in SCENARIO_CHECKS:
        yield from check(scenario, place)
    yield from backing.check(scenario, place, today)
    yield from reading_ease.check_mean(scenario_passages(scenario, place), place)
