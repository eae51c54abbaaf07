"""Rules L27, L28 and L30 look at whole modules; findings have lines; broken courses are listed."""

from dataclasses import replace
from pathlib import Path

import pytest
from content.editing import SCENARIO, edit, line_with, report
from content.linted import (
    TODAY,
    course,
    dilemma,
    example,
    found,
    key,
    module,
    rules,
    sentence,
)

from huddinge_training.content.course_check import check_course
from huddinge_training.content.line_finder import LineFinder
from huddinge_training.content.lint import lint
from huddinge_training.content.lint.whole_module import names_in
from huddinge_training.domain.scenario import ObjectiveId, Scenario, ScenarioId
from huddinge_training.language import Text


def test_l27_a_critical_objective_has_a_second_chance() -> None:
    graded = example().modules[0].scenarios[1]

    assert found(course(module(key(), graded))) == []
    remarks = found(course(module(key(), dilemma())))
    assert rules(remarks) == ["L27 E"]
    assert sentence(remarks).startswith("The critical objective NYC-1 has 1 graded scenarios")


def test_l27_a_dilemma_is_no_second_chance() -> None:
    on_it = replace(dilemma(), objective=ObjectiveId("NYC-1"))

    assert rules(found(course(module(key(), on_it)))) == ["L27 E"]


def test_l28_a_module_takes_at_most_twelve_minutes() -> None:
    (original,) = example().modules
    reading = replace(
        original.reading[0], text=Text("Du går hem nu. " * 450, "You go home. " * 450)
    )

    remarks = found(course(replace(original, reading=(reading,))))

    assert rules(remarks) == ["L28 W"]
    assert "for skola, alla; the limit is 12." in sentence(remarks)


def test_l28_counts_only_for_those_who_do_the_module() -> None:
    (original,) = example().modules
    reading = replace(
        original.reading[0], text=Text("Du går hem nu. " * 450, "You go home. " * 450)
    )

    remarks = found(course(replace(original, reading=(reading,), roles=("skola",))))

    assert "for skola; the limit is 12." in sentence(remarks)


def cast(number: int, scene: str, *, about_manager: bool = False) -> Scenario:
    """A scenario with people in it."""
    return replace(
        key(),
        id=ScenarioId(f"nr-{number}"),
        scene=Text(scene, "Short."),
        about_manager=about_manager,
    )


@pytest.mark.parametrize(
    ("scenarios", "expected"),
    [
        ([cast(n, "Du ser Amina.") for n in range(3)], []),  # too few to tell
        ([cast(n, "Du ser Amina.") for n in range(4)], ["Amina"]),
        ([cast(n, "Du ser Amina." if n < 2 else "Du ser Bo.") for n in range(4)], []),
        ([cast(n, "Du ser Amina." if n < 3 else "Du ser Bo.") for n in range(4)], ["Amina"]),
        ([cast(n, "Du ser Huddinge. Amina går.") for n in range(4)], []),
        ([cast(n, "Du går.", about_manager=n < 2) for n in range(4)], []),
        ([cast(n, "Du går.", about_manager=n < 3) for n in range(4)], ["manager"]),
    ],
)
def test_l30_it_is_not_always_the_same_one(scenarios: list[Scenario], expected: list[str]) -> None:
    remarks = [r for r in found(course(module(*scenarios))) if r.rule == "L30"]

    assert rules(remarks) == ["L30 W"] * len(expected)
    assert all(word in sentence(remarks) for word in expected)


def test_l30_names_are_capitalised_words_within_a_sentence() -> None:
    scene = Text("Amina låser. Efter en stund ber Bo om hjälp med HR i Huddinge.")

    assert names_in(replace(key(), scene=scene)) == {"Bo"}


def test_a_finding_has_the_line_of_its_key(course_folder: Path) -> None:
    edit(course_folder, SCENARIO, "Därför kommer den", "Den kommer")
    edit(course_folder, SCENARIO, "Nästa morgon hämtar", "Nästa morgon!! hämtar")

    findings = check_course(course_folder, TODAY)

    assert [(f.file, f.line, f.rule) for f in findings] == [
        (SCENARIO, line_with(course_folder, SCENARIO, "Nästa morgon"), "L14"),
        (SCENARIO, line_with(course_folder, SCENARIO, "Den som saknar") - 1, "L13"),
    ]


def test_findings_of_loader_and_linter_come_together(course_folder: Path) -> None:
    edit(course_folder, SCENARIO, "en: A key on the floor}", "}")
    edit(course_folder, SCENARIO, "sv: En nyckel på golvet,", "sv: En nyckel!,")

    findings = check_course(course_folder, TODAY)

    assert [f"{f.rule} {f.severity}" for f in findings] == ["L14 error", "L24 warning"]


def test_a_course_that_cannot_be_loaded_lists_all_its_problems(course_folder: Path) -> None:
    edit(course_folder, "course.yaml", "edition:", "upplaga:")
    edit(course_folder, "course.yaml", "published: 2019-12-12", "published: förr")

    found_lines = report(check_course(course_folder, TODAY))

    assert [line.partition(" “")[0] for line in found_lines] == [
        "course.yaml:1: F04 The key",
        "course.yaml:3: F03 There is no key",
        "course.yaml:8: F05",
    ]


def test_a_file_that_is_gone_has_one_line(course_folder: Path) -> None:
    loaded = example()
    (course_folder / SCENARIO).unlink()
    shouted = replace(key(), title=Text("Hej!", "Hello."))
    changed = replace(loaded.modules[0], scenarios=(shouted, *loaded.modules[0].scenarios[1:]))

    (finding,) = lint(replace(loaded, modules=(changed,)), course_folder, TODAY)

    assert (finding.file, finding.line) == (SCENARIO, 1)


def test_a_file_is_read_once_for_all_its_lines(course_folder: Path) -> None:
    lines = LineFinder(course_folder)
    before = lines.line(SCENARIO, ["scene", "sv"])
    (course_folder / SCENARIO).write_text("", "utf-8")

    assert lines.line(SCENARIO, ["scene", "sv"]) == before == 9


def test_a_reading_may_be_just_a_quote_or_just_our_words() -> None:
    (original,) = example().modules
    quote, text = original.reading[0].quote, original.reading[0].text
    readings = (replace(original.reading[0], text=None), replace(original.reading[0], quote=None))

    assert quote
    assert text
    assert found(course(replace(original, reading=readings))) == []
