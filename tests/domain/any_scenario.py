"""Scenarios of any form for property-based tests: ways through decisions, parts, groups."""

from collections.abc import Collection
from dataclasses import replace

from examples import make_branching_scenario, make_option, make_part, make_parts_scenario
from hypothesis import strategies as st

from huddinge_training.domain.scenario import (
    AnswerForm,
    DecisionId,
    Grade,
    Group,
    GroupId,
    Option,
    Scenario,
)
from huddinge_training.language import Text

GRADES_OF_OPTIONS = (
    (Grade.BEST, Grade.POOR),
    tuple(Grade),
    (Grade.POOR, Grade.BEST, Grade.POOR, Grade.ACCEPTABLE),
    (Grade.POOR, Grade.POOR),
    (None, None),
)


@st.composite
def of_parts(draw: st.DrawFn, scenario_id: str = "delar", objective: str = "A") -> Scenario:
    """A scenario with three to five parts, of which any may belong anywhere."""
    form = draw(st.sampled_from([form for form in AnswerForm if form is not AnswerForm.CHOICE]))
    letters = "abcde"[: draw(st.integers(3, 5))]
    parts = tuple(make_part(letter) for letter in letters)
    if form is AnswerForm.SORT:
        names = [GroupId(name) for name in "xyz"[: draw(st.integers(2, 3))]]
        groups = tuple(Group(name, Text(f"Hög {name}", f"Heap {name}")) for name in names)
        parts = tuple(replace(part, group=draw(st.sampled_from(names))) for part in parts)
        return make_parts_scenario(form, scenario_id, objective, parts=parts, groups=groups)
    if form is not AnswerForm.ORDER:
        parts = tuple(replace(part, applies=draw(st.booleans())) for part in parts)
    return make_parts_scenario(form, scenario_id, objective, parts=parts)


@st.composite
def of_choices(draw: st.DrawFn, scenario_id: str = "val", objective: str = "A") -> Scenario:
    """A scenario with one to three decisions on a way; the best answer may be missing."""
    grades = draw(st.sampled_from(GRADES_OF_OPTIONS))
    last = _options(grades, (), DecisionId(""))
    middle = _options(grades, draw(st.sets(st.sampled_from("abcd"))), DecisionId("sist"))
    first = _options(grades, draw(st.sets(st.sampled_from("abcd"))), DecisionId("senare"))
    (later,) = make_branching_scenario().decisions
    is_branching = any(option.leads_to for option in first)
    decisions = (
        replace(later, options=middle),
        replace(later, id=DecisionId("sist"), options=last),
    )
    return make_branching_scenario(
        scenario_id, objective, options=first, decisions=decisions if is_branching else ()
    )


def any_form(scenario_id: str, objective: str = "A") -> st.SearchStrategy[Scenario]:
    """A scenario that is answered in any way."""
    return of_parts(scenario_id, objective) | of_choices(scenario_id, objective)


def _options(
    grades: tuple[Grade | None, ...], leading: Collection[str], to: DecisionId
) -> tuple[Option, ...]:
    """Options a, b, c …; those that are leading lead to the decision."""
    made = (make_option(letter, grade) for letter, grade in zip("abcd", grades, strict=False))
    return tuple(replace(o, leads_to=to if o.id in leading else None) for o in made)
