"""How long reading and deciding take."""

from dataclasses import replace

import pytest
from examples import (
    PART_BY_PART,
    RULE,
    make_branching_scenario,
    make_module,
    make_option,
    make_part,
    make_parts_scenario,
    make_scenario,
)

from huddinge_training.domain.duration import module_minutes, reading_minutes, scenario_minutes
from huddinge_training.domain.scenario import AnswerForm, Decision, DecisionId, StepThought
from huddinge_training.language import Text


def words(count: int) -> Text:
    """A text of so many words."""
    return Text("ord " * count)


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
    assert scenario_minutes(replace(scenario, options=())) == pytest.approx(90 / 150)


def test_only_the_first_rule_is_told() -> None:
    rule = replace(RULE, plain=words(30))
    bare = scenario_minutes(make_scenario(rules=()))

    assert scenario_minutes(make_scenario(rules=(rule,))) == pytest.approx(bare + 30 / 150)
    assert scenario_minutes(make_scenario(rules=(rule, rule))) == pytest.approx(bare + 30 / 150)


def test_the_thoughts_of_a_worked_example_are_read() -> None:
    thoughts = tuple(StepThought(id_, words(15)) for id_ in "abcde")
    bare = make_scenario()

    with_thoughts = scenario_minutes(replace(bare, steps=thoughts))

    assert with_thoughts == pytest.approx(scenario_minutes(bare) + 75 / 150)


def test_a_way_takes_as_long_as_its_longest() -> None:
    """Two decisions of 25 seconds, and of each one option's consequence and feedback."""
    later = DecisionId("senare")
    ends = tuple(
        replace(make_option(id_), text=words(10), consequence=words(5), feedback=words(10))
        for id_ in "ab"
    )
    first = (replace(ends[0], leads_to=later), ends[1])
    decision = Decision(later, scene=words(20), question=words(5), options=ends)
    scenario = make_branching_scenario(
        scene=words(90), question=words(5), options=first, decisions=(decision,), rules=()
    )

    one_decision = 5 + 2 * 10 + 15
    assert scenario_minutes(scenario) == pytest.approx(
        (90 + one_decision + 20 + one_decision) / 150 + 2 * 25 / 60
    )
    ended = replace(scenario, options=ends)
    assert scenario_minutes(ended) == pytest.approx((90 + one_decision) / 150 + 25 / 60)


@pytest.mark.parametrize("form", PART_BY_PART)
@pytest.mark.parametrize(("count", "decisions"), [(1, 1), (3, 1), (4, 2), (6, 2), (8, 3)])
def test_part_by_part_all_feedback_is_read(form: AnswerForm, count: int, decisions: int) -> None:
    parts = tuple(
        make_part(str(number), text=words(10), feedback=words(15)) for number in range(count)
    )
    scenario = make_parts_scenario(form, scene=words(50), question=words(5), parts=parts, rules=())

    assert scenario_minutes(scenario) == pytest.approx(
        (50 + 5 + count * 25) / 150 + decisions * 25 / 60
    )


def test_a_module_takes_whole_minutes() -> None:
    module = make_module()

    assert module_minutes(module, []) == 1
    assert module_minutes(module, module.scenarios) == 4
