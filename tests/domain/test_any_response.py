"""Any scenario and any line of text: what is whole, what it is graded, what can be reached."""

from itertools import combinations

import pytest
from domain.any_scenario import any_form, of_choices, of_parts
from examples import make_part, make_parts_scenario, response_of
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.response import (
    GRADES,
    NOTHING,
    Response,
    every_response,
    grade_of,
    is_whole,
    misplaced,
    reachable_grades,
    way,
)
from huddinge_training.domain.scenario import AnswerForm, Grade, Scenario


@given(scenario=any_form("any"))
def test_every_response_is_whole_and_there_once(scenario: Scenario) -> None:
    responses = list(every_response(scenario))

    assert len(set(responses)) == len(responses)
    assert all(is_whole(scenario, response) for response in responses)
    assert NOTHING not in responses


@given(scenario=of_parts())
def test_there_are_as_many_responses_as_can_be_counted(scenario: Scenario) -> None:
    count = len(scenario.parts)
    expected = {
        AnswerForm.ORDER: {3: 6, 4: 24, 5: 120}[count],
        AnswerForm.SORT: max(1, len(scenario.groups)) ** count,
    }

    assert sum(1 for _ in every_response(scenario)) == expected.get(scenario.form, 2**count - 1)


@given(scenario=any_form("any"))
def test_the_grades_that_can_be_reached_are_those_of_some_response(scenario: Scenario) -> None:
    found = {grade_of(scenario, response) for response in every_response(scenario)} - {None}

    assert reachable_grades(scenario) == found


@given(scenario=of_parts())
def test_only_one_response_is_best(scenario: Scenario) -> None:
    """Unless nothing applies, where there is none."""
    best = [r for r in every_response(scenario) if grade_of(scenario, r) is Grade.BEST]

    assert len(best) == (Grade.BEST in reachable_grades(scenario))
    if best:
        assert response_of(scenario) == best[0]


@given(scenario=of_choices())
def test_no_way_is_better_than_any_of_its_decisions(scenario: Scenario) -> None:
    for response in every_response(scenario):
        grades = [option.grade for _, option in way(scenario, response)]
        if None in grades:
            assert grade_of(scenario, response) is None
        else:
            worst = next(g for g in reversed(GRADES) if g in grades)
            assert grade_of(scenario, response) is worst


@given(letters=st.permutations("abcdef"))
def test_the_fewest_steps_that_could_be_moved_are_wrong(letters: list[str]) -> None:
    parts = tuple(make_part(letter) for letter in "abcdef")
    steps = make_parts_scenario(AnswerForm.ORDER, parts=parts)
    wrong = "".join(part.id for part in misplaced(steps, Response(",".join(letters))))

    def is_in_order_without(moved: str) -> bool:
        staying = [letter for letter in letters if letter not in moved]
        return staying == sorted(staying)

    assert is_in_order_without(wrong)
    fewer = combinations("abcdef", max(0, len(wrong) - 1))
    assert not wrong or not any(is_in_order_without("".join(moved)) for moved in fewer)


@given(scenario=any_form("any"), response=st.text("abcdez,:/xy0", max_size=12) | st.text())
def test_any_line_of_text_is_a_response_or_a_key_error(scenario: Scenario, response: str) -> None:
    try:
        whole = is_whole(scenario, Response(response))
    except KeyError:
        with pytest.raises(KeyError):
            grade_of(scenario, Response(response))
        return
    if whole:
        assert grade_of(scenario, Response(response)) in {*GRADES, None}
