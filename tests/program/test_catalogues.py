"""The Swedish catalogue says everything that the program says, and with the same values."""

import re
from pathlib import Path

import catalogues
import pytest
from babel.messages.catalog import Catalog

SOURCES = Path(__file__).resolve().parents[2] / "src"
SOURCE = '''\
"""A module that speaks."""


def greet(language, name, count):
    language.say("Hello, {name}.", name=name)
    message(
        "A sentence that is long enough "
        "for two lines."
    )
    counted("One question left.", "{count} questions left.", count)
    say(words)
    other("Not for users.")
'''
GREETING = "Hello, {name}."
LONG = "A sentence that is long enough for two lines."
LEFT = ("One question left.", "{count} questions left.")


@pytest.fixture
def template(tmp_path: Path) -> Catalog:
    source = tmp_path / "src" / "package"
    source.mkdir(parents=True)
    (source / "greeting.py").write_text(SOURCE)
    return catalogues.extracted(tmp_path / "src")


def swedish(greeting: str, left: tuple[str, str]) -> Catalog:
    catalogue = Catalog(locale="sv")
    catalogue.add(GREETING, greeting)
    catalogue.add(LONG, "En lång mening.")
    catalogue.add(LEFT, left)
    return catalogue


def test_the_catalogue_of_the_program_is_complete_and_compiled() -> None:
    found = catalogues.check(catalogues.SOURCE, catalogues.PO_FILE)
    assert not found, "\n".join(found)


def test_sentences_are_found_in_say_message_and_counted(template: Catalog) -> None:
    assert [entry.id for entry in template if entry.id] == [GREETING, LONG, LEFT]
    assert {location for entry in template for location, _ in entry.locations} == {
        "src/package/greeting.py"
    }


def test_a_good_catalogue_has_no_problems(template: Catalog) -> None:
    good = swedish("Hej, {name}.", ("En fråga kvar.", "{count} frågor kvar."))
    assert catalogues.problems(template, good) == []
    says_one = swedish("{name}, hej.", ("{count} fråga kvar.", "{count} frågor kvar."))
    assert catalogues.problems(template, says_one) == []


@pytest.mark.parametrize(
    ("greeting", "left", "problem"),
    [
        ("", ("En kvar.", "{count} kvar."), "missing: Hello, {name}."),
        ("Hej, {name}.", ("En kvar.", ""), "missing: One question left."),
        ("Hej, {namn}.", ("En kvar.", "{count} kvar."), "placeholders differ: 'Hello, {name}.'"),
        ("Hej, {name}.", ("En kvar.", "Några kvar."), "placeholders differ: '{count} questions"),
        ("Hej, {name}.", ("{n} kvar.", "{count} kvar."), "placeholders differ: 'One question"),
        ("Hej, {name.", ("En kvar.", "{count} kvar."), "not a template"),
    ],
)
def test_every_problem_is_named(
    template: Catalog, greeting: str, left: tuple[str, str], problem: str
) -> None:
    found = catalogues.problems(template, swedish(greeting, left))
    assert len(found) == 1
    assert found[0].startswith(problem)


def test_a_sentence_that_the_catalogue_has_never_heard_of_is_missing(template: Catalog) -> None:
    found = catalogues.problems(template, Catalog(locale="sv"))
    assert [line.split(":")[0] for line in found] == ["missing"] * 3


def test_a_sentence_that_is_no_longer_said_is_unused(template: Catalog) -> None:
    catalogue = swedish("Hej, {name}.", ("En kvar.", "{count} kvar."))
    catalogue.add("Goodbye.", "Hej då.")
    assert catalogues.problems(template, catalogue) == ["unused: Goodbye."]


def test_a_sentence_that_lost_its_plural_form_is_told_apart(template: Catalog) -> None:
    catalogue = swedish("Hej, {name}.", ("En kvar.", "{count} kvar."))
    catalogue.delete(LEFT)
    catalogue.add(LEFT[0], "En kvar.")
    assert catalogues.problems(template, catalogue) == [
        "one has plural forms, the other has not: One question left."
    ]


def test_an_update_keeps_translations_and_marks_the_changed_ones(template: Catalog) -> None:
    old = swedish("Hej, {name}.", ("En kvar.", "{count} kvar."))
    old.delete(LONG)
    old.add(LONG.replace("two lines", "three lines"), "En lång mening.")
    old.add("Goodbye to all of this.", "Hej då.")
    merged = catalogues.merged(template, old)
    assert catalogues.problems(template, merged) == [f"fuzzy: {LONG}"]
    assert b"Goodbye" not in catalogues.text_of(merged)


def test_the_files_are_the_same_whenever_they_are_made(template: Catalog, tmp_path: Path) -> None:
    catalogue = catalogues.merged(template, catalogues.read(tmp_path / "none.po"))
    po_file = tmp_path / "some.po"
    po_file.write_bytes(catalogues.text_of(catalogue))
    again = catalogues.merged(template, catalogues.read(po_file))
    assert catalogues.text_of(again) == po_file.read_bytes()
    assert catalogues.compiled(again) == catalogues.compiled(catalogues.read(po_file))


def test_a_compiled_file_that_lags_behind_is_named(template: Catalog, tmp_path: Path) -> None:
    catalogue = swedish("Hej, {name}.", ("En kvar.", "{count} kvar."))
    po_file = tmp_path / "some.po"
    assert catalogues.check(tmp_path / "src", po_file)[0].startswith("some.po is not there")
    po_file.write_bytes(catalogues.text_of(catalogue))
    assert catalogues.check(tmp_path / "src", po_file)[0].startswith("some.mo is not some.po")
    po_file.with_suffix(".mo").write_bytes(catalogues.compiled(catalogues.read(po_file)))
    assert catalogues.check(tmp_path / "src", po_file) == []


def test_no_sentence_hides_in_an_f_string_where_the_extraction_cannot_see_it() -> None:
    hidden = re.compile(r"""\bf["'][^\n]*\{[^}\n]*\bsay\(\s*["']""")
    found = [
        f"{file.relative_to(SOURCES)}: {line.strip()}"
        for file in sorted(SOURCES.rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if hidden.search(line)
    ]
    assert found == [], "put the sentence into a variable first"
