"""Walks through the decisions of a scenario, the first and the later ones, each in its place."""

from collections.abc import Iterator

from huddinge_training.content.lint.remark import Place
from huddinge_training.domain.scenario import Decision, Scenario


def decisions(scenario: Scenario, place: Place) -> Iterator[tuple[Decision, Place]]:
    """Every decision with its place in the file; none where it is answered part by part."""
    for number, decision in enumerate(scenario.all_decisions):
        yield decision, place.at("decisions", number - 1) if number else place
