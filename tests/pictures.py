"""The two pictures of an example edition, small enough to see what a test is about."""

from dataclasses import replace
from typing import Any

from examples import SOURCE

from huddinge_training.domain.pictures import (
    GoalPicture,
    SharedValues,
    Statement,
    StatementGroup,
)
from huddinge_training.language import Text


def statement(id_: str, **changes: Any) -> Statement:
    """A part that is called like its id, with words of the source."""
    made = Statement(id_, Text(id_.title(), f"The {id_}"), Text(f"Om {id_}.", f"About {id_}."))
    return replace(made, **changes)


def group(id_: str, *parts: Statement) -> StatementGroup:
    """Parts that belong together."""
    text = Text(f"Alla {id_}.", f"All {id_}.")
    return StatementGroup(id_, Text(id_.title(), f"The {id_}"), text, parts)


def make_goals(**changes: Any) -> GoalPicture:
    """Two goals, of which the first has no words of its own, carried by one."""
    goals = GoalPicture(
        source=SOURCE,
        module_id="nycklar",
        vision=statement("vision"),
        aim=statement("sikte"),
        overarching=group(
            "mal",
            statement("skola", text=None, question=Text("Vem lär sig?", "Who learns?")),
            statement("vard"),
        ),
        values=statement("varden"),
        strategic=group("organisation", statement("ekonomi", text=None)),
        terms=statement("sikt"),
    )
    return replace(goals, **changes)


def make_values(**changes: Any) -> SharedValues:
    """Three principles and two core values."""
    values = SharedValues(
        source=SOURCE,
        values_module_id="dorrar",
        dilemmas_module_id="krockar",
        core_values=group("kärnvärden", statement("driv"), statement("mod")),
        principles=group("koden", statement("ett"), statement("två"), statement("tre")),
        dilemmas=statement("krockar"),
    )
    return replace(values, **changes)
