"""The page of the goals: one sheet, tagged, its drawing told in words, and a web page."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from examples import make_course
from exports.pdf_file import claim, facts, said_by, structure
from exports.reports import ATTEMPTS, plain, sentence
from exports.web_page import WebPage, as_a_browser_reads
from pictures import group, make_goals, statement

from huddinge_training.content.library import load_course
from huddinge_training.domain.course import Course
from huddinge_training.errors import ExportError
from huddinge_training.exports.goal_sheet import (
    goal_sheet_words,
    goals_html,
    write_goals_html,
    write_goals_pdf,
)
from huddinge_training.language import Language, Text
from huddinge_training.paths import bundled
from huddinge_training.services.principle_sheets import PrincipleSheets

RESOURCES = bundled("resources")
LANGUAGES = {code: Language.load(code, RESOURCES / "locale") for code in ("sv", "en")}
ENGLISH = LANGUAGES["en"]
SHIPPED = load_course(bundled("quizzes")).course
in_both_languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def example(**changes: object) -> Course:
    return make_course(goals=make_goals(**changes))


@cache
def pdf(course: Course, language: Language) -> bytes:
    """The bytes of the PDF; making one takes a while."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "goals.pdf"
        write_goals_pdf(path, course, language, RESOURCES)
        return path.read_bytes()


def said_on(course: Course, language: Language) -> list[str]:
    """All that must be there to be read: names, quotes and questions."""
    goals = course.goals
    assert goals is not None
    texts = [goals.vision.name, goals.vision.text]
    for whole in (goals.overarching, goals.strategic):
        texts += [whole.name, whole.text]
        texts += [text for part in whole.parts for text in (part.name, part.question)]
    texts += [text for part in (goals.values, goals.terms) for text in (part.name, part.text)]
    return [language.say(text) for text in texts if text is not None]


def letters(text: str) -> str:
    """The text without the spaces and line breaks of its layout."""
    return "".join(plain(text).split())


@pytest.mark.needs_poppler
@in_both_languages
def test_it_is_one_tagged_page_with_everything_on_it(language: Language) -> None:
    page = pdf(SHIPPED, language)
    found = facts(page)
    assert (found["Pages"], found["Tagged"], found["JavaScript"]) == ("1", "yes", "no")
    assert found["Page size"] == "595.276 x 841.89 pts (A4)"
    text = letters(said_by("pdftotext", "-raw", of=page))
    assert [words for words in said_on(SHIPPED, language) if letters(words) not in text] == []


@in_both_languages
def test_it_claims_both_standards_its_title_and_its_language(language: Language) -> None:
    page = pdf(SHIPPED, language)
    assert claim(page, "pdfuaid:part") == "1"
    assert (claim(page, "pdfaid:part"), claim(page, "pdfaid:conformance")) == ("2", "A")
    assert claim(page, "dc:title").startswith(language.say("The goals"))
    assert claim(page, "dc:language").strip() == language.code


@pytest.mark.needs_poppler
def test_headings_lists_and_the_drawing_are_tagged_as_such() -> None:
    tags = structure(pdf(example(), ENGLISH))
    assert 'H1 "The goals" (block)' in tags
    kinds = [tag.split()[0].rstrip(":") for tag in tags]
    assert [kind for kind in kinds if kind in ("H1", "P", "Figure", "H2", "L")] == [
        *("H1", "P", "Figure", "H2", "P", "L", "H2", "P", "L", "H2", "P", "H2", "P", "P"),
    ]


def test_the_drawing_is_told_in_words() -> None:
    words = goal_sheet_words(example(), ENGLISH)
    assert words.picture == (
        "An arch of goals (The skola, The vard) below the vision, carried by The ekonomi."
    )


def test_as_many_goals_as_the_edition_has(tmp_path: Path) -> None:
    many = group("mal", *(statement(f"mal-{number}") for number in range(1, 8)))
    course = example(overarching=many)
    write_goals_pdf(tmp_path / "g.pdf", course, ENGLISH, RESOURCES)
    assert len(goal_sheet_words(course, ENGLISH).goals) == 7
    assert (tmp_path / "g.pdf").read_bytes().startswith(b"%PDF")


@in_both_languages
def test_the_web_page_says_the_same_in_one_language(language: Language) -> None:
    source = goals_html(SHIPPED, language)
    page = WebPage(source)
    assert page.all("html")[0].attributes == {"lang": language.code}
    assert page.texts("h1") == [language.say("The goals")]
    assert len(page.texts("h2")) == 4
    assert (page.fetches(), page.all("script")) == ([], [])
    (body,) = page.all("body")
    assert [t for t in said_on(SHIPPED, language) if letters(t) not in letters(body.text)] == []


def test_a_translation_says_that_it_is_one() -> None:
    assert goal_sheet_words(SHIPPED, ENGLISH).translation in goals_html(SHIPPED, ENGLISH)
    assert goal_sheet_words(SHIPPED, LANGUAGES["sv"]).translation == ""


def test_it_says_where_the_words_come_from_and_which_are_ours() -> None:
    footer = goal_sheet_words(example(), ENGLISH).footer
    assert "Exempelkommun: An example, 12 December 2019" in footer
    assert "2026.1" in footer


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_text_becomes_mark_up_on_the_web_page(text: str) -> None:
    whole = group("mal", statement("skola", name=Text(text), question=Text(text)))
    plain_page = WebPage(goals_html(example(overarching=group("mal", statement("a"))), ENGLISH))
    page = WebPage(goals_html(example(overarching=whole), ENGLISH))
    assert as_a_browser_reads(text) in page.texts("strong")
    assert page.outline() == plain_page.outline()
    assert page.fetches() == []


@pytest.mark.needs_poppler
@pytest.mark.parametrize("text", ["#strong[x] *y* _z_ $a$ @b <c>", "= H", "- l + n / t: u"])
def test_no_text_becomes_mark_up_on_paper(text: str) -> None:
    course = example(vision=statement("vision", text=Text(text)))
    assert letters(text) in letters(said_by("pdftotext", "-raw", of=pdf(course, ENGLISH)))


def test_the_ending_of_the_name_decides(tmp_path: Path) -> None:
    sheets = PrincipleSheets(example(), RESOURCES)
    sheets.save_goals(tmp_path / "g.PDF", ENGLISH)
    sheets.save_goals(tmp_path / "g.html", ENGLISH)
    assert (tmp_path / "g.PDF").read_bytes().startswith(b"%PDF")
    assert WebPage((tmp_path / "g.html").read_text("utf-8")).texts("h1") == ["The goals"]


def test_a_course_without_goals_has_no_such_page(tmp_path: Path) -> None:
    course = make_course()
    with pytest.raises(ValueError, match=course.id):
        write_goals_pdf(tmp_path / "g.pdf", course, ENGLISH, RESOURCES)
    with pytest.raises(ValueError, match=course.id):
        write_goals_html(tmp_path / "g.html", course, ENGLISH)
    assert list(tmp_path.glob("g.*")) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "g"
    with pytest.raises(ExportError) as problem:
        write_goals_pdf(path, example(), ENGLISH, RESOURCES)
    assert "there is no folder" in sentence(problem)
    with pytest.raises(ExportError):
        write_goals_html(path, example(), ENGLISH)
