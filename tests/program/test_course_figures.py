"""The figures of a course: what stands in it, and whether its key shows by form alone."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import course_figures
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

from huddinge_training.content.library import load_course
from huddinge_training.domain.course import Course
from huddinge_training.domain.scenario import Grade, Kind, Scenario
from huddinge_training.language import Text

EXAMPLE = Path(__file__).parents[1] / "content" / "example_course"
BEST, ACCEPTABLE, POOR = Grade
LONGEST, STEMS, BOTH, NO_REASON, BOSS, HEDGED = course_figures.PLAYERS


def asked(number: int, *options: tuple[Grade | None, str]) -> Scenario:
    """A scenario with options of these grades and Swedish texts."""
    made = (
        replace(make_option("abc"[place], grade), text=Text(text))
        for place, (grade, text) in enumerate(options)
    )
    return make_scenario(f"s{number}", options=tuple(made))


def course_of(*scenarios: Scenario) -> Course:
    """A course of one module."""
    return make_course(make_module(scenarios=scenarios))


def about_a_key(*options: tuple[Grade | None, str]) -> Course:
    """A course of one scenario, in which a key lies on a bench."""
    return course_of(replace(asked(1, *options), scene=Text("Du hittar nyckeln på bänken.")))


def found(course: Course, player: course_figures.Player) -> Fraction:
    """How many best options a player finds."""
    return course_figures.score(course_figures.graded(course), player.appeal)


def rows(lines: Sequence[str]) -> dict[str, list[str]]:
    """The rows of printed tables by what stands first."""
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("|")]
    return {first: others for first, *others in cells}


ALWAYS_LONGEST = course_of(
    *(
        asked(number, (POOR, "Jag går."), (BEST, "Jag går hem till dem."), (POOR, "Jag står."))
        for number in range(6)
    )
)


def test_where_the_best_option_is_always_the_longest_who_takes_it_finds_all() -> None:
    assert found(ALWAYS_LONGEST, LONGEST) == 6
    assert found(ALWAYS_LONGEST, course_figures.CHANCE) == 2
    table = rows([*course_figures.giveaways(ALWAYS_LONGEST)])
    assert table["the longest"] == ["6", "100"]
    assert table["the shortest"] == ["0", "0"]
    assert table["number 2"] == ["6", "100"]
    assert table["the longest option"] == ["6", "100", "0"]
    assert table["anything (chance)"] == ["2", "33", "33"]


def test_where_the_best_option_is_never_the_longest_who_avoids_it_does_better() -> None:
    course = course_of(
        asked(1, (POOR, "Jag går hem till dem."), (BEST, "Jag går."), (POOR, "Jag står."))
    )

    assert rows([*course_figures.giveaways(course)])["the longest option"] == ["0", "0", "100"]


def test_where_a_player_cannot_tell_the_mean_counts() -> None:
    for player in (STEMS, BOTH, NO_REASON, BOSS, HEDGED):
        assert found(ALWAYS_LONGEST, player) == 2
    two_alike = course_of(asked(1, (POOR, "Jag går så"), (BEST, "Jag går nu"), (POOR, "Jag går")))
    assert found(two_alike, LONGEST) == Fraction(1, 2)


@pytest.mark.parametrize(
    ("player", "best", "poor"),
    [
        (STEMS, "Jag hittar nyckeln här.", "Jag går hem till dem."),
        (BOTH, "Jag frågar och går.", "Jag går hem nu."),
        (NO_REASON, "Jag går hem.", "Jag går hem, eftersom det är sent."),
        (BOSS, "Jag ringer rektorn.", "Jag ringer hem nu."),
        (BOSS, "Jag berättar för min närmaste chef.", "Jag berättar det hemma."),
        (HEDGED, "Jag väntar tills jag kan fråga.", "Jag går hem till dem nu."),
    ],
)
def test_every_player_falls_for_one_form_and_not_for_its_absence(
    player: course_figures.Player, best: str, poor: str
) -> None:
    given_away = about_a_key((BEST, best), (POOR, poor), (POOR, poor))
    misleading = about_a_key((BEST, poor), (POOR, best), (POOR, poor))

    assert found(given_away, player) == 1
    assert found(misleading, player) == 0


def test_all_together_vote_and_share_their_votes_where_they_are_unsure() -> None:
    best = "Jag frågar först och ringer chefen om nyckeln."
    course = about_a_key((POOR, "Jag går."), (BEST, best), (POOR, "Jag står."))
    (keyed,) = course_figures.graded(course)
    decision, option = keyed
    liked = [course_figures.votes(decision, one) for one in decision.options]

    assert sum(liked) == len(course_figures.PLAYERS)
    assert liked[1] == 5 + Fraction(1, 3)  # none of them gives a reason
    assert course_figures.score([keyed], course_figures.votes) == 1
    assert option.grade is BEST


def test_only_decisions_with_one_best_option_are_counted() -> None:
    undecided = (make_option("a", None), make_option("b", None))
    course = course_of(
        make_branching_scenario("vag"),
        make_scenario("dilemma", kind=Kind.DILEMMA, options=undecided),
        *(make_parts_scenario(form, f"del-{n}") for n, form in enumerate(PART_BY_PART)),
        asked(1, (BEST, "Jag går."), (BEST, "Jag står.")),
    )

    assert len(course_figures.graded(course)) == 2
    assert list(course_figures.giveaways(course_of(make_parts_scenario(PART_BY_PART[0])))) == []


def test_what_stands_in_a_module_is_counted() -> None:
    scenarios = [
        make_branching_scenario("vag"),
        make_scenario("val", roles=("it", "skola")),
        *(make_parts_scenario(form, f"del-{n}") for n, form in enumerate(PART_BY_PART)),
    ]
    table = rows([*course_figures.modules(make_course(make_module(scenarios=scenarios)), [])])

    counts = dict(zip(table["module"], table["nycklar"], strict=True))
    assert (counts["scenarios"], counts["regelfall"], counts["dilemma"]) == ("6", "6", "0")
    assert (counts["way"], counts["choice"], counts["sort"], counts["mark"]) == ("1", "2", "1", "1")
    assert (counts["E"], counts["W"]) == ("0", "0")
    fastest, slowest = (float(end.split()[0]) for end in counts["minutes"].split(" – "))
    assert 0 < fastest <= slowest


def test_every_role_has_its_scenarios_counted() -> None:
    scenarios = [make_scenario("a", roles=("it", "skola")), make_scenario("b", roles=("it",))]
    course = make_course(make_module(scenarios=scenarios))

    lines = [*course_figures.people(course, course.edition.valid_from)]

    assert rows(lines) == {
        "role": ["scenarios"], "---": ["---"], "skola": ["1"], "it": ["2"], "alla": ["0"],
    }  # fmt: skip
    assert "2 scenarios; 2 wait for a panel, 0 for a lawyer" in lines[-1]


def test_the_command_prints_the_figures_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    course_figures.main([str(EXAMPLE)])
    first = capsys.readouterr().out
    course_figures.main([str(EXAMPLE)])

    assert capsys.readouterr().out == first
    table = rows(first.splitlines())
    course = load_course(EXAMPLE).course
    assert {module.id for module in course.modules} <= set(table)
    assert {role.id for role in course.roles} <= set(table)
    assert {player.name for player in course_figures.PLAYERS} <= set(table)
    assert "Findings: none" in first
