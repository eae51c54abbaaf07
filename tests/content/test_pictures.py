"""goals.yaml, values.yaml and the illustration of a module: read, quoted word for word, linted."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from content.conftest import EXAMPLE
from content.editing import MODULE, edit, line_with, report
from content.linted import course, example, found, module, rules, sentence
from content.test_json_schema import DEFINITIONS, SCHEMA, fits

from huddinge_training.content.library import load_course
from huddinge_training.content.lint.illustration import check, drawings
from huddinge_training.domain.course import Illustration
from huddinge_training.domain.pictures import Statement
from huddinge_training.language import Text

PICTURES = EXAMPLE.parent / "example_pictures"
GOALS, VALUES = "goals.yaml", "values.yaml"


@pytest.fixture
def folder(course_folder: Path) -> Path:
    """The example course with both pictures."""
    return Path(shutil.copytree(PICTURES, course_folder, dirs_exist_ok=True))


def problems(folder: Path) -> list[str]:
    return report(load_course(folder).findings)


# --- Read ----------------------------------------------------------------------------------


def test_the_goals_are_read_as_their_author_wrote_them(folder: Path) -> None:
    loaded = load_course(folder)

    assert not loaded.findings
    goals = loaded.course.goals
    assert goals
    assert (goals.source.id, goals.module_id) == ("koden", "nycklar")
    assert goals.vision == Statement(
        "vision",
        Text("Vision", "Vision"),
        Text("Koden består av följande:", "The code consists of the following:"),
        Text("Vart är vi på väg?", "Where are we going?"),
    )
    assert [(part.id, part.text is None) for part in goals.overarching.parts] == [
        ("lagar", True),
        ("medel", False),
    ]
    assert [part.id for part in goals.strategic.parts] == ["offentligt"]
    assert (goals.aim.id, goals.values.id, goals.terms.id) == ("kod", "varden", "sikt")


def test_the_values_are_read_as_their_author_wrote_them(folder: Path) -> None:
    values = load_course(folder).course.values

    assert values
    assert (values.source.id, values.core_values.name.en) == ("koden", "Core values")
    assert (values.values_module_id, values.dilemmas_module_id) == ("nycklar", "nycklar")
    assert [part.id for part in values.core_values.parts] == ["ratt"]
    assert [part.name.sv for part in values.principles.parts] == ["Lagar", "Medel"]
    assert values.dilemmas.id == "krockar"


def test_a_course_may_have_neither(course_folder: Path) -> None:
    loaded = load_course(course_folder)

    assert (loaded.course.goals, loaded.course.values) == (None, None)
    assert not loaded.findings


def test_both_come_out_of_the_cache_as_they_went_in(folder: Path, tmp_path: Path) -> None:
    fresh = load_course(folder, tmp_path / "cache").course
    cached = load_course(folder, tmp_path / "cache").course

    assert (cached.goals, cached.values) == (fresh.goals, fresh.values)
    assert cached.goals


@pytest.mark.parametrize("file", [GOALS, VALUES])
def test_each_fits_the_schema(folder: Path, file: str) -> None:
    value = yaml.safe_load((folder / file).read_text("utf-8"))

    assert fits(value, DEFINITIONS[file.removesuffix(".yaml")])
    assert fits(value, SCHEMA)


# --- What is wrong is named, and the rest works ----------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (GOALS, "module: nycklar", "module: nyckla", "F06"),
        (VALUES, "core_values_module: nycklar", "core_values_module: nyckel", "F06"),
        (VALUES, "dilemmas_module: nycklar", "dilemmas_module: nyckel", "F06"),
        (GOALS, "source: koden", "source: koder", "F06"),
        (GOALS, "id: medel", "id: lagar", "F07"),
        (VALUES, "id: princip-2", "id: princip-1", "F07"),
        (GOALS, "{sv: Vi följer lagar och regler,", "{sv: Vi följer alla lagar,", "F09"),
        (GOALS, '{sv: "lagar och regler"', '{sv: "regler och lagar"', "F09"),
        (VALUES, '"på rätt sätt", en: "in', '"på bästa sätt", en: "in', "F09"),
        (GOALS, "vision:\n  id: vision", "vision:\n  idd: vision", "F03"),
        (VALUES, "      text: {sv: Vi följer", "      tekst: {sv: Vi följer", "F03"),
    ],
)
def test_a_picture_with_an_error_is_left_out(
    folder: Path, file: str, old: str, new: str, rule: str
) -> None:
    edit(folder, file, old, new)

    loaded = load_course(folder)
    assert any(line.startswith(f"{file}:") and f" {rule} " in line for line in problems(folder))
    is_goals = file == GOALS
    assert (loaded.course.goals is None, loaded.course.values is None) == (is_goals, not is_goals)
    assert loaded.course.modules


def test_a_wrong_quote_is_named_with_its_line(folder: Path) -> None:
    edit(folder, GOALS, '{sv: "lagar och regler"', '{sv: "regler och lagar"')

    (line,) = problems(folder)
    number = line_with(folder, GOALS, "regler och lagar")
    assert line.startswith(f"{GOALS}:{number}: F09 The quote does not stand word for word")


def test_a_file_that_is_no_yaml_is_left_out(folder: Path) -> None:
    (folder / VALUES).write_text("- [", "utf-8")

    loaded = load_course(folder)
    assert loaded.course.values is None
    assert loaded.course.goals
    assert any(" F02 " in line for line in problems(folder))


def test_without_its_source_file_quotes_are_not_judged(folder: Path) -> None:
    (folder / "source" / "koden.txt").write_bytes(b"\xff")

    assert not any(line.startswith((GOALS, VALUES)) for line in problems(folder))


def test_words_of_ours_are_linted_and_quotes_are_not(folder: Path) -> None:
    loaded = load_course(folder).course
    assert found(loaded) == []
    assert loaded.goals
    loud = replace(loaded.goals.vision, question=Text("Vart är vi på väg!", "Where to!"))
    quoted = replace(loaded.goals.aim, text=Text("Etisk kod!", "Ethical code!"))

    goals = replace(loaded.goals, vision=loud, aim=quoted)
    places = {(r.rule, r.place.file, r.place.path[0]) for r in found(replace(loaded, goals=goals))}
    assert places == {("L14", GOALS, "vision")}


def test_a_changed_word_of_a_picture_changes_the_edition_only(folder: Path) -> None:
    before = load_course(folder).course
    edit(folder, GOALS, "Vart är vi på väg?", "Vart går vi?")

    after = load_course(folder).course
    assert after.edition.content_hash != before.edition.content_hash
    assert [m.content_hash for m in after.modules] == [m.content_hash for m in before.modules]


# --- Illustrations -----------------------------------------------------------------------------

DECORATIVE = "illustration: {file: fri-fran-jav.svg, decorative: true}\n"
WITH_WORDS = (
    "illustration: {file: fri-fran-jav.svg, "
    "alt: {sv: Två muggar står på var sitt bord, en: Two mugs stand on a table each}}\n"
)


def add_to_module(folder: Path, text: str) -> None:
    file = folder / MODULE
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    ("written", "alt"),
    [
        (DECORATIVE, None),
        (WITH_WORDS, Text("Två muggar står på var sitt bord", "Two mugs stand on a table each")),
    ],
)
def test_a_module_has_an_illustration_with_words_or_as_decoration(
    course_folder: Path, written: str, alt: Text | None
) -> None:
    before = load_course(course_folder).course.modules[0]
    add_to_module(course_folder, written)

    loaded = load_course(course_folder)
    assert not loaded.findings
    (after,) = loaded.course.modules
    assert after.illustration == Illustration("fri-fran-jav.svg", alt)
    assert before.illustration is None
    assert after.content_hash == before.content_hash
    value = yaml.safe_load((course_folder / MODULE).read_text("utf-8"))
    assert fits(value, DEFINITIONS["module"])


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("illustration: {file: a.svg}\n", "F04"),
        ("illustration: {file: a.svg, decorative: false}\n", "F11"),
        ("illustration: {file: a.svg, decorative: true, alt: {sv: a, en: a}}\n", "F11"),
        ("illustration: {file: bild.png, decorative: true}\n", "F05"),
        ("illustration: {file: ../a.svg, decorative: true}\n", "F05"),
    ],
)
def test_an_illustration_is_one_or_the_other_and_a_file_of_its_folder(
    course_folder: Path, written: str, rule: str
) -> None:
    add_to_module(course_folder, written)

    rules_found = {line.split()[1] for line in problems(course_folder) if "nycklar" in line}
    assert rule in rules_found
    assert not load_course(course_folder).course.modules


def with_picture(*, file: str = "bild.svg", alt: Text | None = None) -> Any:
    (original,) = example().modules
    return module(*original.scenarios, illustration=Illustration(file, alt))


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A folder with one picture, drawn with shapes alone."""
    (tmp_path / "bild.svg").write_text('<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>', "utf-8")
    return tmp_path


def test_l23_a_drawing_of_shapes_is_fine(drawn: Path) -> None:
    words = Text("En väg mellan två hus", "A road between two houses")

    assert list(check(with_picture(), drawn)) == []
    assert list(check(with_picture(alt=words), drawn)) == []
    assert list(check(module(*example().modules[0].scenarios), drawn)) == []


@pytest.mark.parametrize(
    ("sv", "en", "places"),
    [
        ("En väg", "A road between two houses", ["sv"]),
        ("En väg mellan två hus", None, ["en"]),
        ("En väg mellan två hus", "word " * 26, ["en"]),
        ("En", "A", ["sv", "en"]),
    ],
)
def test_l23_the_words_are_five_to_twentyfive_in_both_languages(
    drawn: Path, sv: str, en: str | None, places: list[str]
) -> None:
    remarks = list(check(with_picture(alt=Text(sv, en)), drawn))

    assert rules(remarks) == ["L23 E"] * len(places)
    assert [remark.place.path[-1] for remark in remarks] == places


def test_l23_the_file_is_there(drawn: Path) -> None:
    remarks = list(check(with_picture(file="annan.svg"), drawn))

    assert rules(remarks) == ["L23 E"]
    assert sentence(remarks) == "There is no picture “annan.svg”."


@pytest.mark.parametrize("tag", ["text", "image", "foreignObject", "tspan"])
def test_l23_no_words_and_no_raster_in_it(drawn: Path, tag: str) -> None:
    (drawn / "bild.svg").write_text(f"<svg><g><{tag} x='1'/></g></svg>", "utf-8")

    remarks = list(check(with_picture(), drawn))
    assert rules(remarks) == ["L23 E"]
    assert f"<{tag}>" in sentence(remarks)


def test_l23_is_asked_of_every_module(tmp_path: Path) -> None:
    assert rules(found(course(with_picture(file="finns-inte.svg")))) == ["L23 E"]
    assert found(course(with_picture(file="fri-fran-jav.svg"))) == []
    assert (drawings() / "fri-fran-jav.svg").is_file()


def test_the_words_for_a_picture_are_linted_as_our_own() -> None:
    loud = Text("Två muggar står på var sitt bord!", "Two mugs stand on a table each!")

    assert rules(found(course(with_picture(file="fri-fran-jav.svg", alt=loud)))) == ["L14 E"] * 2
