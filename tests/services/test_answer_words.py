"""Answers in the words that were chosen, in every form."""

import pytest
from examples import PART_BY_PART, make_branching_scenario, make_parts_scenario, make_scenario

from huddinge_training.domain.attempt import Answer
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Language
from huddinge_training.services.answer_words import answer_words

WAY = make_branching_scenario()
ALL, MARK, ORDER, SORT = (make_parts_scenario(form) for form in PART_BY_PART)


def lines(scenario: Scenario, response: str, language: Language) -> list[str]:
    """What is said of a response."""
    answer = Answer(scenario.id, scenario.content_hash, Response(response))
    words = answer_words(scenario, answer)
    return [line if isinstance(line, str) else language.say(line) for line in words]


@pytest.mark.parametrize(
    ("scenario", "response", "expected"),
    [
        (make_scenario(), "b", ["I do b."]),
        (WAY, "c/b", ["I do c.", "I do b."]),
        (WAY, "a", ["I do a."]),
        (ALL, "b,d", ["Somebody does b.", "Somebody does d."]),
        (MARK, "c", ["Somebody does c."]),
        (ORDER, "b,a,d,c", [f"{n}. Somebody does {p}." for n, p in enumerate("badc", start=1)]),
        (SORT, "a:y,b:x", ["Heap y: Somebody does a.", "Heap x: Somebody does b."]),
    ],
)
def test_there_is_a_line_for_each_choice(
    scenario: Scenario, response: str, expected: list[str], english: Language
) -> None:
    assert lines(scenario, response, english) == expected


@pytest.mark.parametrize("scenario", [WAY, ALL, MARK, ORDER, SORT])
def test_an_answer_that_is_hardly_begun_has_none(scenario: Scenario, english: Language) -> None:
    assert lines(scenario, "", english) == []


@pytest.mark.parametrize(
    ("scenario", "response"),
    [(make_scenario(), "z"), (WAY, "b/a"), (ALL, "a:x"), (ORDER, "a,a"), (SORT, "a:z")],
)
def test_an_answer_that_fits_no_longer_is_shown_as_it_is_kept(
    scenario: Scenario, response: str, english: Language
) -> None:
    assert lines(scenario, response, english) == [response]
