"""Courses are looked things up in, and their hashes mean something."""

from dataclasses import replace

import pytest
from examples import (
    PART_BY_PART,
    make_branching_scenario,
    make_course,
    make_module,
    make_option,
    make_parts_scenario,
    make_scenario,
)
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.canonical import canonical_json, digest
from huddinge_training.domain.course import ModuleId, Objective, RoleId, hash_of
from huddinge_training.domain.finding import Finding, Severity
from huddinge_training.domain.scenario import DecisionId, Grade, ObjectiveId, ScenarioId
from huddinge_training.language import Text, message

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_everything_is_found_by_its_id() -> None:
    course = make_course()
    module = course.module(ModuleId("nycklar"))
    scenario = module.scenario(ScenarioId("nycklar-1"))

    assert course.role(RoleId("it")).title.sv == "IT"
    assert scenario.objective == module.objective(ObjectiveId("B")).id
    branching = make_branching_scenario()
    assert branching.all_decisions[1] is branching.decision(DecisionId("senare"))


def test_what_is_not_there_is_a_key_error() -> None:
    course = make_course()
    module = course.modules[0]

    with pytest.raises(KeyError):
        course.module(ModuleId("x"))
    with pytest.raises(KeyError):
        course.role(RoleId("x"))
    with pytest.raises(KeyError):
        module.scenario(ScenarioId("x"))
    with pytest.raises(KeyError):
        module.objective(ObjectiveId("x"))
    with pytest.raises(KeyError):
        module.scenarios[0].decision(DecisionId("x"))


@pytest.mark.parametrize(
    ("acceptable_meets", "enough"),
    [(False, [Grade.BEST]), (True, [Grade.BEST, Grade.ACCEPTABLE])],
)
def test_an_objective_is_met_by_the_best_or_what_is_enough(
    acceptable_meets: bool, enough: list[Grade]
) -> None:
    objective = Objective(ObjectiveId("A"), Text("A"), True, acceptable_meets)

    assert [grade for grade in (*Grade, None) if objective.is_met_by(grade)] == enough


@pytest.mark.parametrize(
    ("roles", "for_it"), [((), True), (("alla",), True), (("it",), True), (("chef",), False)]
)
def test_a_module_is_for_everybody_unless_it_names_roles(
    roles: tuple[str, ...], for_it: bool
) -> None:
    assert make_module(roles=roles).is_for(RoleId("it")) is for_it


def test_an_objective_is_critical_as_long_as_something_can_meet_it() -> None:
    poor = make_scenario("b1", "B", options=(make_option("a", Grade.POOR),))
    module = make_module(scenarios=[make_scenario("a1", "A"), poor], critical=["A", "B", "C"])

    assert [o.id for o in module.critical_objectives] == ["A"]


def test_what_is_answered_part_by_part_can_meet_a_critical_objective() -> None:
    forms = [make_parts_scenario(form, form.value, form.value) for form in PART_BY_PART]
    way = make_branching_scenario(objective="way")
    module = make_module(scenarios=[*forms, way], critical=[*PART_BY_PART, "way"])

    assert [o.id for o in module.critical_objectives] == [*PART_BY_PART, "way"]


def test_a_way_that_never_has_only_best_decisions_meets_no_critical_objective() -> None:
    way = make_branching_scenario(objective="way")
    later = replace(way.decisions[0], options=way.decisions[0].options[1:])
    broken = replace(way, options=tuple(o for o in way.options if o.leads_to), decisions=(later,))

    assert make_module(scenarios=[broken], critical=["way"]).critical_objectives == ()


def test_only_a_scenario_of_choices_has_decisions() -> None:
    assert make_scenario().all_decisions == (make_scenario().first_decision,)
    assert not make_scenario().is_branching
    assert make_branching_scenario().is_branching
    for form in PART_BY_PART:
        assert make_parts_scenario(form).all_decisions == ()


@given(value=st.dictionaries(st.text(), PLAIN))
def test_the_order_of_keys_does_not_change_a_hash(value: dict[str, object]) -> None:
    backwards = dict(reversed(value.items()))

    assert canonical_json(value) == canonical_json(backwards)
    assert hash_of(value) == hash_of(backwards)


@given(one=PLAIN, other=PLAIN)
def test_two_values_have_one_hash_only_when_they_are_written_the_same(
    one: object, other: object
) -> None:
    same = canonical_json(one) == canonical_json(other)

    assert (hash_of(one) == hash_of(other)) == same


def test_a_hash_covers_the_parts_and_their_order() -> None:
    assert len({hash_of("a"), hash_of("a", ["b", "c"]), hash_of("a", ["c", "b"])}) == 3


def test_canonical_json_is_byte_exact() -> None:
    assert canonical_json({"å": [1, None], "a": "ö"}) == '{"a":"ö","å":[1,null]}'
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_findings_sort_by_file_line_and_rule() -> None:
    def finding(file: str, line: int, rule: str, severity: Severity = Severity.ERROR) -> Finding:
        return Finding(file, line, rule, severity, message("What?"), message("That."))

    findings = [
        finding("b.yaml", 1, "L01"),
        finding("a.yaml", 10, "L01"),
        finding("a.yaml", 9, "L02", Severity.WARNING),
        finding("a.yaml", 9, "L01"),
    ]

    assert [f.line for f in sorted(findings)] == [9, 9, 10, 1]
    assert sorted(findings)[0].rule == "L01"
    assert [f.is_error for f in findings] == [True, True, False, True]
