"""How long reading and deciding take (PED-10: 150 words a minute, 25 seconds a decision)."""

import math
from collections.abc import Iterable

from huddinge_training.domain.course import Module
from huddinge_training.domain.scenario import Scenario

WORDS_PER_MINUTE = 150
SECONDS_PER_DECISION = 25


def scenario_minutes(scenario: Scenario) -> float:
    """Minutes for one scenario: situation, options, and the feedback of one option."""
    texts = [scenario.scene.sv, scenario.question.sv, *(o.text.sv for o in scenario.options)]
    words = sum(len(text.split()) for text in texts)
    feedback = [len(f"{o.consequence.sv} {o.feedback.sv}".split()) for o in scenario.options]
    words += round(sum(feedback) / len(feedback)) if feedback else 0
    words += sum(len(rule.plain.sv.split()) for rule in scenario.rules[:1])
    return words / WORDS_PER_MINUTE + SECONDS_PER_DECISION / 60


def reading_minutes(module: Module) -> float:
    """Minutes for the reading screens of a module."""
    words = 0
    for reading in module.reading:
        words += len(reading.text.sv.split()) if reading.text else 0
        words += len(reading.quote.text.sv.split()) if reading.quote else 0
    return words / WORDS_PER_MINUTE


def module_minutes(module: Module, scenarios: Iterable[Scenario]) -> int:
    """Whole minutes, rounded up, for a module with these of its scenarios."""
    return math.ceil(reading_minutes(module) + sum(scenario_minutes(s) for s in scenarios))
