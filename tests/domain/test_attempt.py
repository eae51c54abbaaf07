"""One person's way through a module, whatever is answered."""

from dataclasses import replace

import pytest
from domain.any_scenario import any_form
from examples import (
    ACCEPTABLE,
    BEST,
    POOR,
    make_module,
    make_option,
    make_scenario,
)
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.attempt import Answer, Attempt, Purpose, unchanged
from huddinge_training.domain.course import Module, Objective
from huddinge_training.domain.response import Response, every_response, grade_of
from huddinge_training.domain.scenario import (
    Grade,
    Kind,
    ObjectiveId,
    Scenario,
    ScenarioId,
)
from huddinge_training.language import Text

OBJECTIVES = "ABC"


def ids(attempt: Attempt) -> list[str]:
    """The scenarios of an attempt, answered ones first."""
    return [scenario.id for scenario in attempt.items]


def begun(module: Module, *plan: str, **more: object) -> Attempt:
    """An attempt past its reading, with these scenarios planned."""
    planned = [module.scenario(ScenarioId(id_)) for id_ in plan]
    attempt = Attempt(module, planned, place=0)
    while attempt.place < attempt.reading_count:
        attempt.go_on()
    return attempt


def play(attempt: Attempt, response: Response) -> None:
    """Answers the question on screen and goes on."""
    attempt.answer(response)
    attempt.go_on()


MODULE = make_module(
    scenarios=[make_scenario(f"{o}{n}".lower(), o) for o in "AB" for n in (1, 2, 3)], critical=["A"]
)


def test_one_reads_answers_and_reaches_the_end() -> None:
    attempt = Attempt(MODULE, MODULE.scenarios[:2])

    assert (attempt.place, attempt.item_number, attempt.reading_count) == (0, None, 1)
    attempt.go_on()
    assert (attempt.item_number, attempt.answer_of(0)) == (0, None)
    play(attempt, BEST)
    play(attempt, POOR)

    assert attempt.is_at_end
    assert attempt.is_complete
    assert attempt.item_number is None
    assert [attempt.answer_of(number) for number in range(2)] == attempt.answers


def test_one_may_go_back_and_look_but_not_answer_again() -> None:
    attempt = begun(MODULE, "a1", "b1")
    play(attempt, BEST)

    attempt.go_back()
    assert attempt.answer_of(0) == attempt.answers[0]
    with pytest.raises(ValueError, match="no open question"):
        attempt.answer(BEST)
    attempt.go_back()
    assert attempt.place == 0
    with pytest.raises(ValueError, match="first screen"):
        attempt.go_back()
    with pytest.raises(ValueError, match="no open question"):
        attempt.answer(BEST)


def test_an_open_question_cannot_be_passed() -> None:
    attempt = begun(MODULE, "a1")

    with pytest.raises(ValueError, match="not answered"):
        attempt.go_on()
    with pytest.raises(KeyError):
        attempt.answer(Response("z"))
    assert attempt.answers == []


def test_the_end_is_the_last_screen() -> None:
    attempt = begun(MODULE, "a1")
    play(attempt, BEST)

    with pytest.raises(ValueError, match="last screen"):
        attempt.go_on()


def test_an_answer_is_prepared_before_it_is_taken() -> None:
    attempt = begun(MODULE, "a1", "b1")

    prepared = attempt.prepared_answer(BEST)

    assert attempt.answers == []
    attempt.take(prepared)
    assert attempt.answers == [prepared]
    assert prepared.scenario_hash == MODULE.scenario(ScenarioId("a1")).content_hash


def test_after_a_poor_answer_another_scenario_comes_two_items_later() -> None:
    attempt = begun(MODULE, "a1", "b1", "b2")

    play(attempt, POOR)

    assert ids(attempt) == ["a1", "b1", "a2", "b2"]
    assert attempt.unmet_objectives == ("A",)


def test_an_acceptable_answer_is_not_enough_unless_the_objective_says_so() -> None:
    strict = begun(MODULE, "a1", "b1", "b2")
    play(strict, ACCEPTABLE)
    mild_module = replace(
        MODULE,
        objectives=(replace(MODULE.objectives[0], acceptable_meets=True), MODULE.objectives[1]),
    )
    mild = begun(mild_module, "a1", "b1", "b2")
    play(mild, ACCEPTABLE)

    assert strict.unmet_objectives == ("A",)
    assert mild.unmet_objectives == ()


def test_a_scenario_that_is_planned_anyway_is_the_second_chance() -> None:
    attempt = begun(MODULE, "a1", "b1", "a2")

    play(attempt, POOR)

    assert ids(attempt) == ["a1", "b1", "a2"]


def test_one_that_would_come_too_soon_is_put_off() -> None:
    attempt = begun(MODULE, "a1", "a2", "b1")

    play(attempt, POOR)

    assert ids(attempt) == ["a1", "b1", "a2"]


def test_at_the_end_another_scenario_comes_in_between() -> None:
    attempt = begun(MODULE, "b1", "a1")
    play(attempt, BEST)

    play(attempt, POOR)

    assert ids(attempt) == ["b1", "a1", "b2", "a2"]


def test_a_second_chance_that_is_not_needed_any_more_goes_away() -> None:
    attempt = begun(MODULE, "a1", "b1", "b2", "a3")
    play(attempt, POOR)
    assert ids(attempt) == ["a1", "b1", "b2", "a3"]
    play(attempt, BEST)
    play(attempt, BEST)
    play(attempt, POOR)
    assert ids(attempt)[4:] == ["b3", "a2"]
    play(attempt, BEST)
    play(attempt, BEST)

    assert attempt.is_at_end
    assert attempt.is_complete


def test_a_met_objective_stays_met() -> None:
    attempt = begun(MODULE, "a1", "a2")
    play(attempt, BEST)
    play(attempt, POOR)

    assert attempt.is_at_end
    assert attempt.is_complete


def test_other_objectives_get_no_second_chance() -> None:
    attempt = begun(MODULE, "b1", "a1")

    play(attempt, POOR)

    assert ids(attempt) == ["b1", "a1"]


def test_a_follow_up_has_no_reading_and_no_second_chances() -> None:
    attempt = Attempt(MODULE, MODULE.scenarios[:2], purpose=Purpose.FOLLOW_UP)

    assert attempt.reading_count == 0
    play(attempt, POOR)
    play(attempt, POOR)
    assert attempt.is_at_end
    assert attempt.is_complete


def test_the_only_scenario_is_asked_again_until_it_is_met() -> None:
    module = make_module(scenarios=[make_scenario("a1", "A")], critical=["A"])
    attempt = begun(module, "a1")

    play(attempt, POOR)
    play(attempt, POOR)
    assert ids(attempt) == ["a1", "a1", "a1"]
    play(attempt, BEST)
    assert attempt.is_complete


def test_of_two_scenarios_the_other_one_comes_next() -> None:
    module = make_module(
        scenarios=[make_scenario("a1", "A"), make_scenario("a2", "A")], critical=["A"]
    )
    attempt = begun(module, "a1", "a2")

    play(attempt, POOR)

    assert ids(attempt) == ["a1", "a2"]


def test_of_three_scenarios_on_one_objective_two_follow() -> None:
    module = make_module(scenarios=[make_scenario(f"a{n}", "A") for n in (1, 2, 3)], critical=["A"])
    attempt = begun(module, "a1")

    play(attempt, POOR)

    assert ids(attempt) == ["a1", "a3", "a2"]


def test_a_second_chance_is_put_off_just_once() -> None:
    poor = (make_option("a", Grade.POOR), make_option("b", Grade.POOR))
    scenarios = [
        make_scenario("a1", "A", options=poor),
        make_scenario("a2", "A"),
        make_scenario("a3", "A", options=poor),
    ]
    attempt = begun(make_module(scenarios=scenarios, critical=["A"]), "a1", "a2")

    play(attempt, BEST)
    assert ids(attempt) == ["a1", "a3", "a2"]
    play(attempt, BEST)
    assert ids(attempt) == ["a1", "a3", "a2", "a1"]
    play(attempt, BEST)

    assert attempt.is_complete


def test_one_that_failed_twice_does_not_put_off_the_other_twice() -> None:
    module = make_module(
        scenarios=[make_scenario("a1", "A"), make_scenario("a2", "A")], critical=["A"]
    )
    failed = Answer(ScenarioId("a1"), module.scenarios[0].content_hash, POOR)

    assert ids(Attempt(module, module.scenarios[1:], [failed] * 2)) == ["a1", "a1", "a2"]


def test_a_plan_without_a_critical_objective_gets_a_scenario_on_it() -> None:
    attempt = begun(MODULE, "b1")

    assert ids(attempt) == ["b1", "a1"]


def test_an_objective_that_nothing_can_meet_stops_nobody() -> None:
    graded = make_scenario("b1", "B")
    hopeless = make_scenario(
        "a1", "A", kind=Kind.DILEMMA, options=(make_option("a", None), make_option("b", None))
    )
    attempt = begun(make_module(scenarios=[hopeless, graded], critical=["A"]), "a1", "b1")

    play(attempt, BEST)
    play(attempt, BEST)

    assert attempt.is_at_end
    assert attempt.is_complete


def test_the_place_is_kept_within_what_is_answered() -> None:
    answers = [Answer(s.id, s.content_hash, BEST) for s in MODULE.scenarios[:2]]

    assert Attempt(MODULE, MODULE.scenarios, answers, place=99).place == 3
    assert Attempt(MODULE, MODULE.scenarios, answers, place=-5).place == 0


def test_answers_hold_while_the_scenario_is_worded_the_same() -> None:
    answers = [Answer(s.id, s.content_hash, BEST) for s in MODULE.scenarios[:3]]
    reworded = replace(MODULE.scenarios[1], content_hash="another")
    module = replace(MODULE, scenarios=(MODULE.scenarios[0], reworded))

    assert unchanged(module, answers) == answers[:1]


# --- For any module and any answers --------------------------------------------------------


@st.composite
def scenarios(draw: st.DrawFn) -> list[Scenario]:
    """Up to nine scenarios of any form on up to three objectives; some have no best answer."""
    return [
        draw(any_form(f"s{number}", draw(st.sampled_from(OBJECTIVES))))
        for number in range(draw(st.integers(1, 9)))
    ]


@st.composite
def modules(draw: st.DrawFn) -> Module:
    """A module whose objectives may be critical, and content with less than the best."""
    objectives = tuple(
        Objective(ObjectiveId(id_), Text(id_), draw(st.booleans()), draw(st.booleans()))
        for id_ in OBJECTIVES
    )
    return make_module(scenarios=draw(scenarios()), objectives=objectives)


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    """An attempt with any plan, past its reading."""
    module = draw(modules())
    plan = draw(st.lists(st.sampled_from(module.scenarios), unique_by=lambda s: s.id))
    return begun(module, *(scenario.id for scenario in plan))


def best_response(scenario: Scenario) -> Response:
    """What a person answers who knows the rules."""
    order = [*Grade, None]
    return min(every_response(scenario), key=lambda r: order.index(grade_of(scenario, r)))


def current(attempt: Attempt) -> Scenario:
    """The scenario on screen."""
    assert attempt.item_number is not None
    return attempt.items[attempt.item_number]


def answer_anything(attempt: Attempt, data: st.DataObject) -> None:
    """Any answer to the question on screen."""
    play(attempt, data.draw(st.sampled_from([*every_response(current(attempt))])))


@given(attempt=attempts(), data=st.data(), patience=st.integers(0, 25))
def test_who_answers_best_from_some_time_on_reaches_the_end(
    attempt: Attempt, data: st.DataObject, patience: int
) -> None:
    while patience and not attempt.is_at_end:
        answer_anything(attempt, data)
        patience -= 1
    for _ in range(2 * len(attempt.module.scenarios) + len(attempt.items)):
        if not attempt.is_at_end:
            play(attempt, best_response(current(attempt)))

    assert attempt.is_at_end
    assert attempt.is_complete


@given(attempt=attempts(), data=st.data())
def test_the_end_is_never_reached_with_an_objective_unmet(
    attempt: Attempt, data: st.DataObject
) -> None:
    for _ in range(25):
        assert attempt.is_at_end == (attempt.is_complete and attempt.item_number is None)
        if attempt.is_at_end:
            assert attempt.unmet_objectives == ()
            break
        answer_anything(attempt, data)


@given(attempt=attempts(), data=st.data())
def test_a_second_chance_is_another_scenario_two_items_later(
    attempt: Attempt, data: st.DataObject
) -> None:
    """Where the module has other scenarios to come in between."""
    for _ in range(15):
        if attempt.is_at_end:
            break
        number, failed = len(attempt.answers), current(attempt)
        answer_anything(attempt, data)
        on_it = [s for s in attempt.module.scenarios if s.objective == failed.objective]
        if failed.objective in attempt.unmet_objectives and len(on_it) > 1:
            later = [
                n
                for n, scenario in enumerate(attempt.items)
                if n > number and scenario.objective == failed.objective and scenario != failed
            ]
            assert later
            assert max(later) >= number + 2 or len(on_it) == len(attempt.module.scenarios)


@given(module=modules(), data=st.data())
def test_who_comes_back_finds_everything_as_it_was(module: Module, data: st.DataObject) -> None:
    plan = data.draw(st.lists(st.sampled_from(module.scenarios), unique_by=lambda s: s.id))
    attempt = begun(module, *(scenario.id for scenario in plan))
    for _ in range(15):
        back = Attempt(attempt.module, plan, attempt.answers, place=attempt.place)
        assert ids(back) == ids(attempt)
        assert (back.place, back.unmet_objectives) == (attempt.place, attempt.unmet_objectives)
        if attempt.is_at_end:
            break
        answer_anything(attempt, data)


@given(module=modules(), data=st.data())
def test_any_answers_that_were_kept_lead_to_the_end(module: Module, data: st.DataObject) -> None:
    """Some answers may be gone since their scenarios have changed."""
    some = st.sampled_from(module.scenarios)
    plan = data.draw(st.lists(some, unique_by=lambda s: s.id))
    kept = [
        Answer(s.id, s.content_hash, data.draw(st.sampled_from([*every_response(s)])))
        for s in data.draw(st.lists(some, max_size=8))
    ]
    attempt = Attempt(module, plan, kept, place=99)
    for _ in range(2 * len(module.scenarios) + len(attempt.items)):
        if not attempt.is_at_end:
            play(attempt, best_response(current(attempt)))

    assert attempt.is_complete
