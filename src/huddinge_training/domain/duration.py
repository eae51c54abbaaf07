"""How long reading and deciding take (PED-10: 150 words a minute, 25 seconds a decision)."""

import math
from collections.abc import Iterable
from itertools import islice

from huddinge_training.domain.course import Module
from huddinge_training.domain.response import every_response, way
from huddinge_training.domain.scenario import Decision, Scenario
from huddinge_training.language import Text

WORDS_PER_MINUTE = 150
SECONDS_PER_DECISION = 25
PART_OF_A_DECISION = 0.4


def scenario_minutes(scenario: Scenario) -> float:
    """Minutes for one scenario: what is asked, and what is told after the usual answer.

    Of each decision that is one option's consequence and feedback; a way through decisions is
    as long as its longest. Part by part it is all the feedback, and a decision for each part.
    """
    words = _words(scenario.scene)
    words += sum(_words(step.thought) for step in scenario.steps)
    words += sum(_words(rule.plain) for rule in scenario.rules[:1])
    decisions = 0
    if scenario.parts:
        words += _words(scenario.question)
        words += sum(_words(p.text) + _words(p.feedback) for p in scenario.parts)
        decisions = max(1, round(len(scenario.parts) * PART_OF_A_DECISION))
    else:
        # Without branches every way is as long.
        responses = islice(every_response(scenario), None if scenario.is_branching else 1)
        ways = (way(scenario, response) for response in responses)
        longest = max(ways, key=len, default=())
        decisions = len(longest)
        words += sum(_decision_words(decision) for decision, _ in longest)
        words += sum(_words(decision.scene) for decision, _ in longest[1:])
    return words / WORDS_PER_MINUTE + decisions * SECONDS_PER_DECISION / 60


def _decision_words(decision: Decision) -> int:
    told = [_words(o.consequence) + _words(o.feedback) for o in decision.options]
    asked = _words(decision.question) + sum(_words(o.text) for o in decision.options)
    return asked + round(sum(told) / len(told))


def _words(text: Text) -> int:
    return len(text.sv.split())


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
