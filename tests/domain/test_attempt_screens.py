"""How an attempt shows its questions, and what it knows of an answer that is only begun."""

from dataclasses import replace

import pytest
from examples import (
    BEST,
    PART_BY_PART,
    POOR,
    make_branching_scenario,
    make_module,
    make_parts_scenario,
    make_scenario,
    response_of,
)

from huddinge_training.domain.attempt import Answer, Attempt, Purpose
from huddinge_training.domain.response import NOTHING, Response
from huddinge_training.domain.scenario import AnswerForm, Grade, Scenario

SEEDS = [str(number) for number in range(60)]
WAY = make_branching_scenario()


def asked(*scenarios: Scenario, seed: str = "", begun: Answer | None = None) -> Attempt:
    """An attempt at these scenarios, on its first question."""
    module = make_module(scenarios=scenarios)
    attempt = Attempt(module, scenarios, seed=seed, begun=begun)
    attempt.go_on()
    return attempt


def begun_with(scenario: Scenario, response: str) -> Answer:
    """An answer to the scenario that has come so far."""
    return Answer(scenario.id, scenario.content_hash, Response(response))


# --- What stands where -------------------------------------------------------------------


def test_options_are_shuffled_the_same_way_every_time() -> None:
    orders = set()
    for seed in SEEDS:
        attempt = asked(make_scenario(), seed=seed)
        assert attempt.options(0) == asked(make_scenario(), seed=seed).options(0)
        orders.add(tuple(option.id for option in attempt.options(0)))

    assert len(orders) == 6


def test_the_options_of_a_later_decision_have_an_order_of_their_own() -> None:
    first, later = set(), set()
    for seed in SEEDS:
        attempt = asked(WAY, seed=seed)
        first.add(tuple(option.id for option in attempt.options(0)))
        shown = attempt.options(0, WAY.decisions[0])
        assert shown == asked(WAY, seed=seed).options(0, WAY.decisions[0])
        assert set(shown) == set(WAY.decisions[0].options)
        later.add((attempt.options(0)[0].id, shown[0].id))

    assert len(first) == 6
    assert len(later) == 9


@pytest.mark.parametrize("form", [AnswerForm.CHOOSE_ALL, AnswerForm.SORT, AnswerForm.ORDER])
def test_parts_are_shuffled_the_same_way_every_time(form: AnswerForm) -> None:
    scenario = make_parts_scenario(form)
    orders = set()
    for seed in SEEDS:
        shown = asked(scenario, seed=seed).parts(0)
        assert shown == asked(scenario, seed=seed).parts(0)
        assert sorted(shown, key=lambda part: part.id) == [*scenario.parts]
        orders.add(tuple(part.id for part in shown))

    assert len(orders) > 12


def test_the_sentences_of_a_text_stand_as_they_were_written() -> None:
    scenario = make_parts_scenario(AnswerForm.MARK)

    assert {asked(scenario, seed=seed).parts(0) for seed in SEEDS} == {scenario.parts}


@pytest.mark.parametrize("count", [3, 4])
def test_steps_never_stand_in_the_right_order_to_begin_with(count: int) -> None:
    scenario = make_parts_scenario(AnswerForm.ORDER)
    scenario = replace(scenario, parts=scenario.parts[:count])
    attempts = [asked(scenario, seed=str(number)) for number in range(300)]

    assert scenario.parts not in {attempt.parts(0) for attempt in attempts}


def test_the_same_scenario_is_shuffled_anew_when_it_comes_again() -> None:
    module = make_module(scenarios=[make_scenario("a1", "A")], critical=["A"])
    orders = set()
    for seed in SEEDS:
        attempt = Attempt(module, module.scenarios, seed=seed)
        attempt.go_on()
        attempt.answer(POOR)
        orders.add((attempt.options(0)[0].id, attempt.options(1)[0].id))

    assert len(orders) == 9


# --- Answers that are begun --------------------------------------------------------------


@pytest.mark.parametrize(
    ("scenario", "response"),
    [
        (make_parts_scenario(AnswerForm.CHOOSE_ALL), "b"),
        (make_parts_scenario(AnswerForm.SORT), "b:x"),
        (make_parts_scenario(AnswerForm.ORDER), "b,a,c,d"),
        (make_parts_scenario(AnswerForm.MARK), ""),
        (WAY, "a"),
    ],
    ids=["choose_all", "sort", "order", "nothing yet", "way"],
)
def test_an_answer_that_is_begun_is_remembered(scenario: Scenario, response: str) -> None:
    attempt = asked(scenario)

    begun = attempt.begun_answer(Response(response))
    assert attempt.begun == NOTHING
    attempt.keep(begun)

    assert (attempt.begun, attempt.answers) == (response, [])
    assert asked(scenario, begun=begun).begun == response


def test_the_latest_state_of_an_answer_counts() -> None:
    attempt = asked(make_parts_scenario(AnswerForm.SORT))
    for response in ("a:x", "a:x,b:y", "a:y,b:y"):
        attempt.keep(attempt.begun_answer(Response(response)))

    assert attempt.begun == "a:y,b:y"


def test_a_begun_answer_to_another_wording_is_ignored() -> None:
    before = begun_with(WAY, "a")
    reworded = replace(WAY, content_hash="another")

    assert asked(reworded, begun=before).begun == NOTHING


def test_a_begun_answer_to_a_scenario_that_is_not_asked_now_is_ignored() -> None:
    attempt = asked(make_scenario("first"), WAY, begun=begun_with(WAY, "a"))

    assert attempt.begun == NOTHING
    attempt.answer(BEST)
    assert attempt.begun == NOTHING


def test_a_whole_answer_ends_what_was_begun() -> None:
    attempt = asked(WAY, WAY)
    attempt.keep(attempt.begun_answer(Response("a")))

    attempt.answer(Response("a/b"))

    assert attempt.begun == NOTHING


def test_behind_the_last_question_nothing_is_begun() -> None:
    attempt = asked(WAY)
    attempt.answer(Response("b"))

    assert attempt.begun == NOTHING
    with pytest.raises(ValueError, match="no open question"):
        attempt.begun_answer(Response("a"))


@pytest.mark.parametrize(
    ("scenario", "response"),
    [
        (make_scenario(), "z"),
        (WAY, "a/z"),
        (WAY, "b/a"),
        (make_parts_scenario(AnswerForm.CHOOSE_ALL), "z"),
        (make_parts_scenario(AnswerForm.SORT), "a:z"),
    ],
)
def test_what_is_not_there_is_neither_kept_nor_answered(scenario: Scenario, response: str) -> None:
    attempt = asked(scenario)

    with pytest.raises(KeyError):
        attempt.begun_answer(Response(response))
    with pytest.raises(KeyError):
        attempt.answer(Response(response))


@pytest.mark.parametrize(
    ("scenario", "response"),
    [
        (make_scenario(), ""),
        (WAY, "a"),
        (make_parts_scenario(AnswerForm.CHOOSE_ALL), ""),
        (make_parts_scenario(AnswerForm.ORDER), "a,b,c"),
        (make_parts_scenario(AnswerForm.SORT), "a:x,b:y"),
    ],
)
def test_an_answer_with_a_gap_cannot_be_given(scenario: Scenario, response: str) -> None:
    attempt = asked(scenario)

    with pytest.raises(ValueError, match="missing"):
        attempt.answer(Response(response))
    assert attempt.answers == []


# --- One case more -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "scenario",
    [make_scenario(), WAY, *(make_parts_scenario(form) for form in PART_BY_PART)],
    ids=["choice", "way", *PART_BY_PART],
)
def test_a_case_more_has_no_reading_and_is_never_asked_again(scenario: Scenario) -> None:
    module = make_module(scenarios=[scenario, make_scenario("other")], critical=["A"])
    attempt = Attempt(module, [scenario], purpose=Purpose.PRACTICE)

    assert (attempt.reading_count, attempt.item_number) == (0, 0)
    attempt.answer(response_of(scenario, Grade.POOR))
    attempt.go_on()

    assert attempt.items == (scenario,)
    assert attempt.is_at_end
    assert attempt.is_complete
