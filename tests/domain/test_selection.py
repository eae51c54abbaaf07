"""Which scenarios a person is asked."""

from dataclasses import replace

import pytest
from examples import make_module, make_option, make_scenario
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.course import Module, RoleId
from huddinge_training.domain.duration import module_minutes, reading_minutes, scenario_minutes
from huddinge_training.domain.scenario import Kind
from huddinge_training.domain.selection import (
    FEWEST,
    LONGEST_MINUTES,
    MOST,
    select_follow_up,
    select_scenarios,
)
from huddinge_training.language import Text

SCHOOL, IT = RoleId("skola"), RoleId("it")


def words(count: int) -> Text:
    """A text of so many words."""
    return Text("ord " * count)


@st.composite
def modules(draw: st.DrawFn) -> Module:
    """A module of up to fifteen scenarios of any length, for any roles."""
    scenarios = [
        make_scenario(
            f"s{number}",
            draw(st.sampled_from("ABC")),
            roles=tuple(draw(st.sets(st.sampled_from(["skola", "it", "alla"]), min_size=1))),
            scene=words(draw(st.integers(1, 400))),
        )
        for number in range(draw(st.integers(1, 15)))
    ]
    return make_module(scenarios=scenarios, critical=sorted(draw(st.sets(st.sampled_from("ABC")))))


@given(module=modules(), role=st.sampled_from([SCHOOL, IT, RoleId("hr")]))
def test_one_is_asked_five_to_eight_within_twelve_minutes(module: Module, role: RoleId) -> None:
    chosen = select_scenarios(module, role, "2026.1")

    assert min(FEWEST, len(module.scenarios)) <= len(chosen) <= MOST
    assert len({scenario.id for scenario in chosen}) == len(chosen)
    if len(chosen) > FEWEST:
        assert module_minutes(module, chosen) <= LONGEST_MINUTES


@given(module=modules())
def test_every_critical_objective_is_asked_about(module: Module) -> None:
    chosen = select_scenarios(module, SCHOOL, "2026.1")

    assert {o.id for o in module.critical_objectives} <= {s.objective for s in chosen}


@given(module=modules())
def test_the_same_person_is_asked_the_same_in_the_same_edition(module: Module) -> None:
    backwards = replace(module, scenarios=module.scenarios[::-1])

    assert select_scenarios(module, SCHOOL, "2026.1") == select_scenarios(
        backwards, SCHOOL, "2026.1"
    )


def test_one_s_own_work_comes_first_then_what_is_for_everybody() -> None:
    roles = [("it",), ("alla",), ("skola",), ("it", "skola"), ("it",), ("alla",)]
    module = make_module(scenarios=[make_scenario(f"s{n}", roles=r) for n, r in enumerate(roles)])

    ranks = [
        0 if "skola" in s.roles else 1 if s.is_for_everyone else 2
        for s in select_scenarios(module, SCHOOL, "2026.1")
    ]

    assert ranks == sorted(ranks) == [0, 0, 1, 1, 2, 2]


def test_another_edition_or_role_asks_in_another_order() -> None:
    module = make_module(scenarios=[make_scenario(f"s{n}") for n in range(12)])
    orders = {
        tuple(s.id for s in select_scenarios(module, role, edition))
        for role in (SCHOOL, IT)
        for edition in ("2026.1", "2027.1")
    }

    assert len(orders) == 4


def test_a_follow_up_asks_three_that_the_module_did_not() -> None:
    module = make_module(scenarios=[make_scenario(f"s{n:02}") for n in range(12)])

    asked = select_scenarios(module, SCHOOL, "2026.1")
    again = select_follow_up(module, SCHOOL, "2026.1")

    assert len(again) == 3
    assert not set(again) & set(asked)


def test_a_follow_up_asks_about_critical_objectives_first_and_no_dilemmas() -> None:
    undecided = (make_option("a", None), make_option("b", None))
    dilemma = make_scenario("dilemma", "B", kind=Kind.DILEMMA, options=undecided)
    scenarios = [make_scenario(f"{o}{n}", o) for o in "AB" for n in range(2)]
    module = make_module(scenarios=[dilemma, *scenarios], critical=["A"])

    assert [s.objective for s in select_follow_up(module, SCHOOL, "2026.1")] == ["A", "A", "B"]


def test_a_module_of_dilemmas_has_nothing_to_repeat() -> None:
    undecided = (make_option("a", None), make_option("b", None))
    scenarios = [make_scenario(f"s{n}", "B", options=undecided) for n in range(4)]

    assert select_follow_up(make_module(scenarios=scenarios), SCHOOL, "2026.1") == ()


@pytest.mark.parametrize(("count", "minutes"), [(0, 0.0), (150, 1.0), (75, 0.5)])
def test_reading_takes_a_minute_for_150_words(count: int, minutes: float) -> None:
    module = make_module()
    silent = replace(module.reading[0], text=words(count), quote=None)

    assert reading_minutes(replace(module, reading=(silent,))) == minutes
    assert reading_minutes(replace(module, reading=(replace(silent, text=None),))) == 0.0


def test_a_quote_is_read_too() -> None:
    module = make_module()
    quote = module.reading[0].quote
    assert quote
    reading = replace(module.reading[0], quote=replace(quote, text=words(300)))

    assert reading_minutes(replace(module, reading=(reading,))) == 2.0


def test_a_scenario_takes_its_words_and_25_seconds() -> None:
    options = tuple(
        replace(make_option(i), text=words(10), consequence=words(n), feedback=words(n))
        for i, n in (("a", 5), ("b", 15))
    )
    scenario = make_scenario(scene=words(90), question=words(5), options=options, rules=())

    # 90 + 5 words, 20 of the options, and 20 of one option's consequence and feedback
    assert scenario_minutes(scenario) == pytest.approx(135 / 150 + 25 / 60)
    assert scenario_minutes(replace(scenario, options=())) == pytest.approx(95 / 150 + 25 / 60)


def test_a_module_takes_whole_minutes() -> None:
    module = make_module()

    assert module_minutes(module, []) == 1
    assert module_minutes(module, module.scenarios) == 4
