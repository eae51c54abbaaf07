"""Checks course files for their author, and counts for HR what still waits for a review."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.scenario import Rule
from huddinge_training.language import Text
from huddinge_training.services.machine_settings import MachineSettings

if TYPE_CHECKING:
    from huddinge_training.domain.finding import Finding

RULE_HOLDS_DAYS = 548  # 18 months (L15)


@dataclass(frozen=True, slots=True)
class ModuleReview:
    """How many scenarios of a module are drafts, wait for a lawyer, or rest on an old check."""

    title: Text
    total: int
    drafts: int
    needs_lawyer: int
    old_rules: int


def check_course(
    folder: Path, today: date, settings: MachineSettings | None = None
) -> tuple["Finding", ...]:
    """What the loader and the linter find in the files of a course, by file and line.

    With IT's settings, no text may name a real unit of the municipality either.
    """
    from huddinge_training.content import course_check  # noqa: PLC0415  not for the first window

    return course_check.check_course(folder, today, _real_unit_names(settings))


def course_schema() -> dict[str, Any]:
    """The JSON Schema of the course format."""
    from huddinge_training.content.json_schema import schema  # noqa: PLC0415  only when asked for

    return schema()


def _real_unit_names(settings: MachineSettings | None) -> list[str]:
    if settings is None or settings.organisation_file is None:
        return []
    organisation = load_organisation(settings.organisation_file)
    return [] if organisation.is_example else [unit.name for unit in organisation.units]


def reviews(course: Course, today: date) -> tuple[ModuleReview, ...]:
    """The state of the course's reviews, module by module."""
    return tuple(_review(module, today) for module in course.modules)


def is_old(rule: Rule, today: date) -> bool:
    """Whether the rule was checked more than 18 months ago."""
    return rule.checked < today - timedelta(days=RULE_HOLDS_DAYS)


def _review(module: Module, today: date) -> ModuleReview:
    scenarios = module.scenarios
    return ModuleReview(
        title=module.title,
        total=len(scenarios),
        drafts=sum(s.review.status == "draft" for s in scenarios),
        needs_lawyer=sum(s.review.needs == "jurist" for s in scenarios),
        old_rules=sum(any(is_old(rule, today) for rule in s.rules) for s in scenarios),
    )
