"""Which scenarios a person is asked."""

from dataclasses import replace

from examples import make_module, make_option, make_scenario
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.course import Module, RoleId
from huddinge_training.domain.duration import module_minutes, reading_minutes, scenario_minutes
from huddinge_training.domain.scenario import Kind, Scenario
from huddinge_training.domain.selection import (
    FEWEST,
    LONGEST_MINUTES,
    MOST,
    more_cases,
    select_follow_up,
    select_scenarios,
)
from huddinge_training.language import Text

SCHOOL, IT = RoleId("skola"), RoleId("it")


def words(count: int) -> Text:
    """A text of so many words."""
    return Text("a " * count)


@st.composite
def modules(draw: st.DrawFn) -> Module:
    """A module of up to twelve scenarios of any length, for any roles."""
    scenarios = [
        make_scenario(
            f"s{number}",
            draw(st.sampled_from("ABC")),
            roles=tuple(draw(st.sets(st.sampled_from(["skola", "it", "alla"]), min_size=1))),
            scene=words(draw(st.integers(1, 300))),
        )
        for number in range(draw(st.integers(1, 12)))
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

    assert ranks == sorted(ranks) == [0, 0, 1, 1, 2]


def test_above_five_only_what_is_close_fills_up() -> None:
    others = [make_scenario(f"it{n}", roles=("it",)) for n in range(6)]
    own = [make_scenario(f"own{n}", roles=("skola",)) for n in range(4)]
    common = [make_scenario(f"all{n}", roles=("alla",)) for n in range(6)]

    def kinds(*scenarios: Scenario) -> list[str]:
        chosen = select_scenarios(make_module(scenarios=scenarios), SCHOOL, "2026.1")
        return sorted(scenario.id[:-1] for scenario in chosen)

    assert kinds(*others, *own) == ["it"] + ["own"] * 4
    assert kinds(*others, *own, *common) == ["all"] * 4 + ["own"] * 4
    assert len(kinds(*others)) == FEWEST


def test_what_is_close_but_too_long_waits_among_the_other_cases() -> None:
    """Eight of two minutes would be sixteen."""
    module = make_module(scenarios=[make_scenario(f"s{n}", scene=words(200)) for n in range(9)])

    chosen = select_scenarios(module, SCHOOL, "2026.1")

    assert FEWEST < len(chosen) < MOST
    assert module_minutes(module, chosen) <= LONGEST_MINUTES
    longer = [*chosen, *more_cases(module, SCHOOL, "2026.1")[:1]]
    assert module_minutes(module, longer) > LONGEST_MINUTES


def test_a_critical_objective_takes_the_place_of_what_is_closer() -> None:
    own = [make_scenario(f"own{n}", roles=("skola",)) for n in range(9)]
    critical = make_scenario("it", "B", roles=("it",))
    module = make_module(scenarios=[*own, critical], critical=["B"])

    chosen = select_scenarios(module, SCHOOL, "2026.1")

    assert critical in chosen
    assert len(chosen) == MOST


@given(module=modules(), role=st.sampled_from([SCHOOL, IT, RoleId("hr")]))
def test_who_can_be_within_twelve_minutes_with_five_scenarios_is(
    module: Module, role: RoleId
) -> None:
    """Where no critical objective calls for longer ones."""
    free = replace(module, objectives=tuple(replace(o, critical=False) for o in module.objectives))
    shortest = sorted(map(scenario_minutes, free.scenarios))[:FEWEST]
    chosen = select_scenarios(free, role, "2026.1")

    if reading_minutes(free) + sum(shortest) <= LONGEST_MINUTES:
        assert module_minutes(free, chosen) <= LONGEST_MINUTES


@given(module=modules(), role=st.sampled_from([SCHOOL, IT, RoleId("hr")]))
def test_the_other_cases_are_exactly_those_that_are_not_asked(module: Module, role: RoleId) -> None:
    asked = select_scenarios(module, role, "2026.1")
    more = more_cases(module, role, "2026.1")

    assert not set(asked) & set(more)
    assert {*asked, *more} == set(module.scenarios)
    assert len(asked) + len(more) == len(module.scenarios)
    ranks = [0 if role in s.roles else 1 if s.is_for_everyone else 2 for s in more]
    assert ranks == sorted(ranks)


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


def test_a_module_with_one_case_has_no_repeat_of_three() -> None:
    module = make_module(scenarios=[make_scenario("ett"), make_scenario("tva")])

    assert select_follow_up(module, SCHOOL, "2026.1") == ()
