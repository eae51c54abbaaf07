"""What can be answered in each form, and the grade that it gets by the stated rule."""

from dataclasses import replace

import pytest
from examples import (
    PART_BY_PART,
    make_branching_scenario,
    make_option,
    make_parts_scenario,
    make_scenario,
)

from huddinge_training.domain.response import (
    GRADES,
    NOTHING,
    Response,
    chosen_response,
    every_response,
    grade_of,
    is_whole,
    misplaced,
    next_decision,
    order_response,
    places,
    reachable_grades,
    sorted_response,
    way,
    way_response,
)
from huddinge_training.domain.scenario import (
    Decision,
    DecisionId,
    Grade,
    GroupId,
    Kind,
    OptionId,
    PartId,
    Scenario,
)

CHOICE = make_scenario()
WAY = make_branching_scenario()
DILEMMA = make_scenario(kind=Kind.DILEMMA, options=(make_option("a", None), make_option("b", None)))
ALL, MARK, ORDER, SORT = (make_parts_scenario(form) for form in PART_BY_PART)
CHOSEN = pytest.mark.parametrize("scenario", [ALL, MARK], ids=["choose_all", "mark"])
BEST, ACCEPTABLE, POOR = GRADES


def slips(scenario: Scenario, response: str) -> str:
    """The ids of the parts that are not where they belong."""
    return "".join(part.id for part in misplaced(scenario, Response(response)))


def grade(scenario: Scenario, response: str) -> Grade | None:
    """The grade of a response."""
    return grade_of(scenario, Response(response))


# --- One choice, or a way through decisions ------------------------------------------------


@pytest.mark.parametrize(("response", "expected"), [*zip("abc", GRADES, strict=True)])
def test_a_choice_has_the_grade_of_its_option(response: str, expected: Grade) -> None:
    assert grade(CHOICE, response) is expected
    assert is_whole(CHOICE, Response(response))


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("b", ACCEPTABLE),
        ("a/a", BEST),
        ("a/b", ACCEPTABLE),
        ("a/c", POOR),
        ("c/a", POOR),
        ("c/b", POOR),
        ("c/c", POOR),
    ],
)
def test_a_way_is_as_good_as_its_weakest_decision(response: str, expected: Grade) -> None:
    assert grade(WAY, response) is expected
    assert is_whole(WAY, Response(response))
    assert Response(response) in set(every_response(WAY))


def test_a_way_says_what_was_decided_where() -> None:
    (later,) = WAY.decisions

    assert way(WAY, Response("c/b")) == (
        (WAY.first_decision, WAY.options[2]),
        (later, later.options[1]),
    )
    assert next_decision(WAY, NOTHING) == WAY.first_decision
    assert next_decision(WAY, Response("c")) is later
    assert next_decision(WAY, Response("b")) is None
    assert next_decision(WAY, Response("c/b")) is None
    assert way_response(option.id for _, option in way(WAY, Response("c/b"))) == "c/b"


def test_where_a_way_leads_on_something_is_missing() -> None:
    assert not is_whole(WAY, NOTHING)
    assert not is_whole(WAY, Response("a"))
    assert not is_whole(CHOICE, NOTHING)


@pytest.mark.parametrize("response", ["z", "a/z", "b/a", "a/a/a", "a,b", "/a", "a/"])
def test_a_way_that_is_not_there_is_a_key_error(response: str) -> None:
    for ask in (way, next_decision, is_whole, grade_of):
        with pytest.raises(KeyError):
            ask(WAY, Response(response))


def test_a_way_to_a_decision_that_is_missing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        next_decision(replace(WAY, decisions=()), Response("a"))


def test_a_dilemma_has_no_grade() -> None:
    assert [grade_of(DILEMMA, response) for response in every_response(DILEMMA)] == [None, None]
    assert reachable_grades(DILEMMA) == frozenset()
    assert is_whole(DILEMMA, Response("b"))


def test_a_dilemma_may_go_on_with_another_decision() -> None:
    ungraded = (make_option("a", None), make_option("b", None))
    later = Decision(DecisionId("senare"), WAY.scene, WAY.question, ungraded)
    first = (replace(ungraded[0], leads_to=later.id), ungraded[1])
    dilemma = replace(DILEMMA, options=first, decisions=(later,))

    assert list(every_response(dilemma)) == ["a/a", "a/b", "b"]
    assert {grade_of(dilemma, response) for response in every_response(dilemma)} == {None}


def test_nothing_has_no_grade() -> None:
    assert grade_of(CHOICE, NOTHING) is None


# --- Part by part ------------------------------------------------------------------------


@CHOSEN
@pytest.mark.parametrize(
    ("response", "wrong", "expected"),
    [
        ("a,c", "", BEST),
        ("a", "c", ACCEPTABLE),
        ("a,b,c", "b", ACCEPTABLE),
        ("a,b", "bc", POOR),
        ("b,d", "abcd", POOR),
        ("a,b,c,d", "bd", POOR),
    ],
)
def test_all_that_apply_and_nothing_else_is_best(
    scenario: Scenario, response: str, wrong: str, expected: Grade
) -> None:
    assert slips(scenario, response) == wrong
    assert grade(scenario, response) is expected


@CHOSEN
def test_something_must_be_chosen(scenario: Scenario) -> None:
    assert not is_whole(scenario, NOTHING)
    assert is_whole(scenario, Response("d"))
    assert places(scenario, Response("d,a")) == {"d": "yes", "a": "yes"}


@pytest.mark.parametrize(
    ("response", "wrong", "expected"),
    [
        ("a:x,b:y,c:x,d:y", "", BEST),
        ("a:x,b:y,c:y,d:y", "c", ACCEPTABLE),
        ("a:y,b:y,c:y,d:y", "ac", POOR),
        ("a:y,b:x,c:y,d:x", "abcd", POOR),
    ],
)
def test_every_case_in_its_group_is_best(response: str, wrong: str, expected: Grade) -> None:
    assert slips(SORT, response) == wrong
    assert grade(SORT, response) is expected


def test_every_case_must_be_in_a_group() -> None:
    assert not is_whole(SORT, Response("a:x,b:y,c:x"))
    assert places(SORT, Response("b:y,a:y")) == {"b": "y", "a": "y"}


@pytest.mark.parametrize(
    ("response", "count", "expected"),
    [
        ("a,b,c,d", 0, BEST),
        ("b,a,c,d", 1, ACCEPTABLE),
        ("b,c,d,a", 1, ACCEPTABLE),
        ("d,a,b,c", 1, ACCEPTABLE),
        ("c,d,a,b", 2, POOR),
        ("b,a,d,c", 2, POOR),
        ("d,c,b,a", 3, POOR),
    ],
)
def test_one_step_in_the_wrong_place_does_not_make_the_others_wrong(
    response: str, count: int, expected: Grade
) -> None:
    assert len(slips(ORDER, response)) == count
    assert grade(ORDER, response) is expected


@pytest.mark.parametrize(("response", "moved"), [("b,c,d,a", "a"), ("d,a,b,c", "d")])
def test_the_step_that_was_moved_is_the_one_that_is_wrong(response: str, moved: str) -> None:
    assert slips(ORDER, response) == moved


def test_every_step_must_have_a_place() -> None:
    assert not is_whole(ORDER, Response("b,a,c"))
    assert places(ORDER, Response("b,a,d,c")) == {"b": "0", "a": "1", "d": "2", "c": "3"}
    with pytest.raises(KeyError):
        grade_of(ORDER, Response("b,a,c"))


@pytest.mark.parametrize(
    ("scenario", "response"),
    [
        (ALL, "z"),
        (ALL, "a,a"),
        (ALL, "a:x"),
        (ALL, "a,"),
        (MARK, "a/b"),
        (ORDER, "a,b,c,d,a"),
        (ORDER, "a:1"),
        (SORT, "a"),
        (SORT, "a:z"),
        (SORT, "a:x,a:y"),
        (SORT, "z:x"),
    ],
)
def test_a_part_or_group_that_is_not_there_is_a_key_error(
    scenario: Scenario, response: str
) -> None:
    for ask in (places, is_whole, misplaced, grade_of):
        with pytest.raises(KeyError):
            ask(scenario, Response(response))


def test_what_was_chosen_is_written_in_the_order_of_the_parts() -> None:
    assert chosen_response(ALL, [PartId("c"), PartId("a")]) == "a,c"
    assert order_response([PartId("c"), PartId("a")]) == "c,a"
    assert (
        sorted_response(SORT, {PartId("d"): GroupId("x"), PartId("a"): GroupId("y")}) == "a:y,d:x"
    )
    assert way_response([OptionId("c"), OptionId("a")]) == "c/a"
