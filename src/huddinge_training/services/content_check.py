"""Checks course files for their author, and counts for HR what still waits for a review."""

from dataclasses import dataclass
from datetime import date, timedelta

from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Text

RULE_HOLDS_DAYS = 548  # 18 months (L15)


@dataclass(frozen=True, slots=True)
class ModuleReview:
    """How many scenarios of a module are drafts, wait for a lawyer, or rest on an old check."""

    title: Text
    total: int
    drafts: int
    needs_lawyer: int
    old_rules: int


def reviews(course: Course, today: date) -> tuple[ModuleReview, ...]:
    """The state of the course's reviews, module by module."""
    return tuple(_review(module, today) for module in course.modules)


def has_old_rule(scenario: Scenario, today: date) -> bool:
    """Whether a rule of the scenario was checked more than 18 months ago."""
    limit = today - timedelta(days=RULE_HOLDS_DAYS)
    return any(rule.checked < limit for rule in scenario.rules)


def _review(module: Module, today: date) -> ModuleReview:
    scenarios = module.scenarios
    return ModuleReview(
        title=module.title,
        total=len(scenarios),
        drafts=sum(s.review.status == "draft" for s in scenarios),
        needs_lawyer=sum(s.review.needs == "jurist" for s in scenarios),
        old_rules=sum(has_old_rule(s, today) for s in scenarios),
    )
