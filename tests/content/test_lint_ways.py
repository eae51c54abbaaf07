"""Rules L37 and L38, and that a later decision and every new text are read like the first."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from content.linted import (
    answered,
    course,
    dilemma,
    found,
    found_in,
    found_of,
    key,
    module,
    rules,
    sentence,
    way,
)

from huddinge_training.content.lint.remark import Remark
from huddinge_training.domain.scenario import (
    AnswerForm,
    Decision,
    DecisionId,
    Grade,
    Option,
    Scenario,
    ScenarioId,
)
from huddinge_training.language import Text

BEST, ACCEPTABLE, POOR = Grade


def with_later(**changes: Any) -> Scenario:
    """The scenario with its second decision changed."""
    return replace(way(), decisions=(replace(way().decisions[0], **changes),))


def with_later_options(*texts: str, **changes: Any) -> Scenario:
    """The scenario with these Swedish texts in the options of its second decision."""
    options = (
        replace(option, text=Text(text, "Something else"), **changes)
        for option, text in zip(later_options(), texts, strict=True)
    )
    return with_later(options=tuple(options))


def later_options() -> tuple[Option, ...]:
    """The options of the second decision: a poor one, then the best."""
    return way().decisions[0].options


def test_the_way_of_the_example_is_without_a_remark() -> None:
    assert found_in(way()) == []


# --- L37 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "expected"), [(7, ["L37 W"]), (8, []), (60, []), (61, ["L37 W"])]
)
def test_l37_the_scene_of_a_later_decision_says_what_is_new(
    count: int, expected: list[str]
) -> None:
    scene = Text("Nu är det kväll. " * (count // 4) + "Ja " * (count % 4), "It is evening.")

    remarks = found_of("L37", with_later(scene=scene))

    assert rules(remarks) == expected
    assert all(r.place.path == ("decisions", 0, "scene") for r in remarks)


@pytest.mark.parametrize(
    ("leads_on", "grades", "expected"),
    [
        ((True, False, True), (POOR, BEST), []),
        # The best option ends the way at once; the others may lead anywhere.
        ((False, False, True), (POOR, ACCEPTABLE), []),
        ((True, False, True), (POOR, ACCEPTABLE), ["L37 E"]),
    ],
)
def test_l37_some_way_has_only_best_decisions(
    leads_on: tuple[bool, ...], grades: tuple[Grade, ...], expected: list[str]
) -> None:
    (later,) = way().decisions
    first = (
        replace(option, leads_to=later.id if leads else None)
        for option, leads in zip(way().options, leads_on, strict=True)
    )
    graded = (replace(o, grade=g) for o, g in zip(later.options, grades, strict=True))
    scenario = replace(with_later(options=tuple(graded)), options=tuple(first))

    remarks = found_of("L37", scenario)

    assert rules(remarks) == expected
    assert all(r.place.path == ("options",) for r in remarks)


def test_l37_a_dilemma_needs_no_best_way() -> None:
    assert found_of("L37", branching_dilemma()) == []


# --- L38 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "expected"), [(59, ["L38 W"]), (60, []), (90, []), (91, ["L38 W"])]
)
def test_l38_a_box_can_be_read_beside_its_scenario(count: int, expected: list[str]) -> None:
    case = way().real_case
    assert case
    text = Text("Det var en gång. " * (count // 4) + "Ja " * (count % 4), "It was once.")

    remarks = found_of("L38", replace(way(), real_case=replace(case, text=text)))

    assert rules(remarks) == expected
    assert all(r.place.path == ("reality", "text") for r in remarks)


def test_l38_a_scenario_needs_no_box() -> None:
    assert found_in(replace(way(), real_case=None)) == []


def test_l25_the_number_of_a_case_keeps_its_hyphen() -> None:
    case = way().real_case
    assert case
    assert "17-21" in case.source.sv
    told = replace(case, title=Text("Ärende 17-21 i en skola", "A case at a school"))

    assert rules(found_of("L25", replace(way(), real_case=told))) == ["L25 W"]


# --- A later decision is like the first ------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad heter regeln?", ["L02 W"]),
        ("Vad gör du nu.", ["L02 W"]),
        ("Vad gör du inte nu?", ["L03 W"]),
        ("Hur svarar du?", []),
    ],
)
def test_l02_l03_a_later_question_asks_for_an_action(question: str, expected: list[str]) -> None:
    remarks = found_in(with_later(question=Text(question, "What?")))

    assert rules(remarks) == expected
    assert all(r.place.path == ("decisions", 0, "question") for r in remarks)


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ((POOR, BEST), []),
        ((BEST, BEST), ["L04 E", "L04 E"]),
        ((ACCEPTABLE, BEST), ["L04 E"]),
        ((POOR, ACCEPTABLE), ["L04 E"]),
    ],
)
def test_l04_a_later_decision_has_a_best_and_a_poor_option(
    grades: tuple[Grade, ...], expected: list[str]
) -> None:
    graded = (replace(o, grade=g) for o, g in zip(later_options(), grades, strict=True))

    remarks = found_of("L04", with_later(options=tuple(graded)))

    assert rules(remarks) == expected
    assert all(r.place.path == ("decisions", 0, "options") for r in remarks)


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        ("L05 E", ("Jag går hem i kväll igen nu direkt.", "Jag går nu hem.")),
        ("L06 E", ("Jag går hem till dem.", "Jag går hem till dem i dag.")),
        ("L08 E", ("Jag gör både a och b.", "Jag går hem till dem.")),
        ("L09 W", ("Jag gör det aldrig.", "Jag gör det i kväll.")),
        ("L10 W", ("Jag går hem till dem.", "Jag lägger lappen på väskan.")),
        ("L11 W", ("Jag går hem till dem.", "Säg det till chefen.")),
        ("L12 W", ("Jag går hem nu direkt.", "Jag går hem nu direkt!")),
        ("L29 W", ("Jäv", "Muta")),
    ],
)
def test_the_options_of_a_later_decision_give_nothing_away(
    rule: str, texts: tuple[str, str]
) -> None:
    remarks = found_of(rule[:3], with_later_options(*texts))

    assert rules(remarks) == [rule]
    assert remarks[0].place.path[:3] == ("decisions", 0, "options")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("L13 E", "Det är så här, eftersom det är så."),
        ("L13 E", "Det är så här nu. Det är så här nu. Det är så här."),
        ("L14 E", "Fel. Det är så här nu, eftersom det alltid har varit så hos oss."),
    ],
)
def test_l13_l14_feedback_of_a_later_decision_explains(rule: str, text: str) -> None:
    first, *others = later_options()
    feedback = Text(text, "So it is.")

    remarks = found_in(with_later(options=(replace(first, feedback=feedback), *others)))

    assert rules(remarks) == [rule]
    assert remarks[0].place.path[:5] == ("decisions", 0, "options", 0, "feedback")


def test_l06_later_decisions_count_where_best_options_are_compared() -> None:
    """Three scenarios with two decisions each are six."""

    def scenario(number: int) -> Scenario:
        texts = ("Jag går till dem.", "Jag går till dem nu då i dag.")
        options = (
            replace(option, text=Text(text, "I go."), grade=grade, leads_to=None)
            for option, text, grade in zip(later_options(), texts, (POOR, BEST), strict=True)
        )
        (later,) = way().decisions
        last = tuple(options)
        first = (last[0], replace(last[1], leads_to=later.id))
        decisions = (replace(later, options=last),)
        return replace(way(), id=ScenarioId(f"nr-{number}"), options=first, decisions=decisions)

    def of_the_module(count: int) -> list[Remark]:
        remarks = found(course(module(*map(scenario, range(count)))))
        return [r for r in remarks if r.rule == "L06" and r.place.file.endswith("module.yaml")]

    assert of_the_module(2) == []
    assert "longest in 6 of 6 decisions" in sentence(of_the_module(3))


def test_l17_the_words_of_later_decisions_count() -> None:
    hard = Text("Verksamhetsutvecklingen omfattar myndighetsutövning. " * 25, "It is hard.")

    assert "L17 E" in rules(found_of("L17", with_later(scene=hard)))
    assert "L17 E" in rules(found_of("L17", hard_parts(hard)))


def hard_parts(text: Text) -> Scenario:
    """A scenario whose feedback is hard to read."""
    scenario = answered(AnswerForm.MARK)
    parts = tuple(replace(part, feedback=text) for part in scenario.parts)
    return replace(scenario, parts=parts)


def test_l30_names_in_later_scenes_count() -> None:
    scenarios = [
        replace(with_later(scene=Text("Nu ser du Amina där.", "Now.")), id=ScenarioId(f"nr-{n}"))
        for n in range(4)
    ]

    assert "Amina" in sentence([r for r in found(course(module(*scenarios))) if r.rule == "L30"])


def branching_dilemma() -> Scenario:
    """A dilemma with a second decision."""
    later = Decision(
        DecisionId("senare"),
        Text("Nästa dag kommer din vän till dig igen.", "Next day your friend comes to you again."),
        Text("Vad säger du?", "What do you say?"),
        dilemma().options,
    )
    first, second = dilemma().options
    return replace(
        dilemma(), options=(replace(first, leads_to=later.id), second), decisions=(later,)
    )


def test_l22_no_later_decision_of_a_dilemma_is_graded() -> None:
    scenario = branching_dilemma()
    assert found_of("L22", scenario) == []
    (later,) = scenario.decisions
    graded = (replace(later.options[0], grade=POOR), later.options[1])

    (remark,) = found_of("L22", replace(scenario, decisions=(replace(later, options=graded),)))

    assert remark.place.path == ("decisions", 0, "options", 0, "grade")


@pytest.mark.parametrize(
    "scenario", [way(), answered(AnswerForm.MARK), answered(AnswerForm.SORT)], ids=str
)
def test_l27_every_form_is_a_second_chance(scenario: Scenario) -> None:
    on_it = replace(scenario, objective=key().objective)

    assert found_of("L27", on_it) == []
    assert rules(found(course(module(key(), on_it)))) == []
    assert rules(found(course(module(key(), dilemma())))) == ["L27 E"]


# --- Every new text is read ------------------------------------------------------------------

SHOUT: Any = Text("Hej!", "Hello.")


def _in_option(name: str) -> Callable[[], Scenario]:
    return lambda: with_later(
        options=(replace(later_options()[0], **{name: SHOUT}), *later_options()[1:])
    )


def _in_case(name: str) -> Callable[[], Scenario]:
    def scenario() -> Scenario:
        case = way().real_case
        assert case
        return replace(way(), real_case=replace(case, **{name: SHOUT}))

    return scenario


def _in_part(name: str) -> Callable[[], Scenario]:
    sort = answered(AnswerForm.SORT)
    return lambda: replace(sort, parts=(replace(sort.parts[0], **{name: SHOUT}), *sort.parts[1:]))


def _in_group() -> Scenario:
    sort = answered(AnswerForm.SORT)
    return replace(sort, groups=(replace(sort.groups[0], title=SHOUT), *sort.groups[1:]))


@pytest.mark.parametrize(
    ("scenario", "path"),
    [
        (lambda: with_later(scene=SHOUT), ("decisions", 0, "scene")),
        (lambda: with_later(question=SHOUT), ("decisions", 0, "question")),
        (_in_option("text"), ("decisions", 0, "options", 0, "text")),
        (_in_option("consequence"), ("decisions", 0, "options", 0, "consequence")),
        (_in_option("feedback"), ("decisions", 0, "options", 0, "feedback")),
        (_in_part("text"), ("parts", 0, "text")),
        (_in_part("feedback"), ("parts", 0, "feedback")),
        (_in_group, ("groups", 0, "title")),
        (_in_case("title"), ("reality", "title")),
        (_in_case("text"), ("reality", "text")),
        (_in_case("source"), ("reality", "source")),
        (
            lambda: replace(way(), steps=(replace(way().steps[0], thought=SHOUT),)),
            ("steps", 0, "thought"),
        ),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_no_text_is_overlooked(
    scenario: Callable[[], Scenario], path: tuple[str | int, ...]
) -> None:
    assert [r.place.path for r in found_of("L14", scenario())] == [(*path, "sv")]
