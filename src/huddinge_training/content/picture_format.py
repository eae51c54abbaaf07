"""Builds the domain's two pictures from plain data that the reader has found to be right."""

from collections.abc import Mapping

from huddinge_training.content.scenario_format import Plain, optional_text_of, text_of
from huddinge_training.domain.pictures import (
    GoalPicture,
    SharedValues,
    Statement,
    StatementGroup,
)
from huddinge_training.domain.source import Source


def goals_from(plain: Plain, sources: Mapping[str, Source]) -> GoalPicture:
    """The picture of the goals; ``plain`` is what stands in goals.yaml."""
    return GoalPicture(
        source=sources[plain["source"]],
        module_id=plain["module"],
        vision=_statement(plain["vision"]),
        aim=_statement(plain["aim"]),
        overarching=_group(plain["overarching"]),
        values=_statement(plain["values"]),
        strategic=_group(plain["strategic"]),
        terms=_statement(plain["terms"]),
    )


def values_from(plain: Plain, sources: Mapping[str, Source]) -> SharedValues:
    """The shared values; ``plain`` is what stands in values.yaml."""
    return SharedValues(
        source=sources[plain["source"]],
        values_module_id=plain["core_values_module"],
        dilemmas_module_id=plain["dilemmas_module"],
        core_values=_group(plain["core_values"]),
        principles=_group(plain["principles"]),
        dilemmas=_statement(plain["dilemmas"]),
    )


def _statement(plain: Plain) -> Statement:
    return Statement(
        plain["id"],
        text_of(plain["name"]),
        optional_text_of(plain.get("text")),
        optional_text_of(plain.get("question")),
    )


def _group(plain: Plain) -> StatementGroup:
    return StatementGroup(
        plain["id"],
        text_of(plain["name"]),
        text_of(plain["text"]),
        tuple(_statement(part) for part in plain["parts"]),
    )
