"""The page about a principle: exactly one sheet of paper, tagged, and a web page that is safe."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from examples import MANAGER, RULE, SOURCE, make_course, make_module
from exports.pdf_file import claim, facts, said_by, structure
from exports.reports import ATTEMPTS, plain, sentence
from exports.web_page import WebPage, as_a_browser_reads

from huddinge_training.content.library import load_course
from huddinge_training.domain.course import Course, Module, Quote, Reading, Sheet
from huddinge_training.domain.scenario import Contact
from huddinge_training.errors import ExportError
from huddinge_training.exports.principle_sheet import (
    sheet_html,
    sheet_words,
    write_sheet_html,
    write_sheet_pdf,
)
from huddinge_training.language import Language, Text
from huddinge_training.paths import bundled

RESOURCES = bundled("resources")
LANGUAGES = {code: Language.load(code, RESOURCES / "locale") for code in ("sv", "en")}
ENGLISH = LANGUAGES["en"]
SHIPPED = load_course(bundled("quizzes")).course
PRINCIPLES = [pytest.param(m, id=m.id) for m in SHIPPED.modules if m.sheet is not None]
UNION = Contact("facket", Text("Ditt fackförbund", "Your trade union"), Text("Alltid.", "Always."))
EXAMPLE = make_module(
    principle=3,
    sheet=Sheet((RULE, replace(RULE, checked=date(2025, 6, 1))), (MANAGER, UNION)),
)
every_principle = pytest.mark.parametrize("module", PRINCIPLES)
in_both_languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


@cache
def pdf(course: Course, module: Module, language: Language) -> bytes:
    """The bytes of the PDF; making one takes a while."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        write_sheet_pdf(path, course, module, language, RESOURCES)
        return path.read_bytes()


def html(module: Module, language: Language = ENGLISH) -> WebPage:
    """The web page of a module of the example course."""
    return WebPage(sheet_html(make_course(module), module, language))


def said_on(course: Course, module: Module, language: Language) -> list[str]:
    """All that must be there to be read: titles, steps, rules, whom to ask."""
    sheet = module.sheet
    assert sheet is not None
    texts = [module.title, module.summary]
    texts += [text for step in course.procedure for text in (step.title, step.text)]
    texts += [text for rule in sheet.rules for text in (rule.plain, rule.title)]
    texts += [text for contact in sheet.contacts for text in (contact.title, contact.when) if text]
    return [language.say(text) for text in texts]


def letters(text: str) -> str:
    """The text without the spaces and line breaks of its layout."""
    return "".join(plain(text).split())


def outline(page: bytes) -> list[str]:
    """The headings and lists of a PDF in their order."""
    return [tag.split()[0] for tag in structure(page) if tag.startswith(("H", "L "))]


# --- Every principle of the course ---------------------------------------------------------


@pytest.mark.needs_poppler
@every_principle
@in_both_languages
def test_it_is_one_tagged_page_with_everything_on_it(module: Module, language: Language) -> None:
    page = pdf(SHIPPED, module, language)
    found = facts(page)
    assert (found["Pages"], found["Tagged"], found["JavaScript"]) == ("1", "yes", "no")
    assert found["Page size"] == "595.276 x 841.89 pts (A4)"
    text = letters(said_by("pdftotext", "-raw", of=page))
    assert [
        words for words in said_on(SHIPPED, module, language) if letters(words) not in text
    ] == []


@every_principle
@in_both_languages
def test_it_claims_both_standards_its_title_and_its_language(
    module: Module, language: Language
) -> None:
    page = pdf(SHIPPED, module, language)
    assert claim(page, "pdfuaid:part") == "1"
    assert (claim(page, "pdfaid:part"), claim(page, "pdfaid:conformance")) == ("2", "A")
    assert claim(page, "dc:title").startswith(language.say(module.title))
    assert claim(page, "dc:language").strip() == language.code


@every_principle
@in_both_languages
def test_the_web_page_says_the_same_in_one_language(module: Module, language: Language) -> None:
    source = sheet_html(SHIPPED, module, language)
    page = WebPage(source)
    assert page.all("html")[0].attributes == {"lang": language.code}
    assert page.texts("h1") == [language.say(module.title)]
    assert len(page.texts("h2")) == 3
    assert page.fetches() == []
    assert page.all("script") == []
    (body,) = page.all("body")
    assert [
        t for t in said_on(SHIPPED, module, language) if letters(t) not in letters(body.text)
    ] == []
    assert source == sheet_html(SHIPPED, module, language)


@every_principle
def test_it_explains_the_code_but_never_repeats_its_title(module: Module) -> None:
    for language in LANGUAGES.values():
        words = sheet_words(SHIPPED, module, language)
        assert words.code != words.title
        assert str(module.principle) in words.label


# --- How it is built ---------------------------------------------------------------------


def test_the_same_page_makes_the_same_bytes() -> None:
    course = make_course(EXAMPLE)
    first = pdf(course, EXAMPLE, ENGLISH)
    pdf.cache_clear()
    assert pdf(course, EXAMPLE, ENGLISH) == first


@pytest.mark.needs_poppler
def test_headings_and_lists_are_tagged_as_such() -> None:
    page = pdf(make_course(EXAMPLE), EXAMPLE, ENGLISH)
    assert 'H1 "Module nycklar" (block)' in structure(page)
    assert outline(page) == ["H1", "H2", "L", "H2", "L", "H2", "L"]


def test_the_web_page_is_built_of_landmarks_and_lists() -> None:
    page = html(EXAMPLE)
    assert [tag for tag in page.outline() if tag in ("header", "main", "h1", "h2", "ol", "ul")] == [
        *("header", "h1", "main", "h2", "ol", "h2", "ul", "h2", "ul"),
    ]
    assert len(page.all("li")) == 1 + 2 + 2


def test_it_says_since_when_the_rules_have_been_checked() -> None:
    words = sheet_words(make_course(EXAMPLE), EXAMPLE, ENGLISH)
    assert "2025-06-01" in words.footer
    assert "2026.1" in words.footer


def test_how_to_reach_somebody_stands_there_where_it_is_filled_in() -> None:
    reached = replace(UNION, how=Text("Ring växeln.", "Call the switchboard."))
    module = make_module(sheet=Sheet((RULE,), (MANAGER, reached)))
    assert sheet_words(make_course(module), module, ENGLISH).ask == (
        ("Your manager", ""),
        ("Your trade union", "Always. Call the switchboard."),
    )


def test_the_words_of_the_code_are_those_of_the_first_quote() -> None:
    quote = Quote(Text("Vi är lika.", "We are equal."), SOURCE)
    own = Reading("eget", Text("Eget", "Ours"), Text("Med våra ord.", "In our own words."))
    quoted = Reading("citat", Text("Koden", "The code"), quote=quote)
    for reading, code in (((own, quoted), "We are equal."), ((own,), "")):
        module = replace(EXAMPLE, reading=reading)
        assert sheet_words(make_course(module), module, ENGLISH).code == code
        assert ("We are equal." in html(module).texts("p")) is bool(code)


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_text_becomes_mark_up_on_the_web_page(text: str) -> None:
    page = html(replace(EXAMPLE, title=Text(text), summary=Text(text)))
    assert page.texts("h1") == [as_a_browser_reads(text)]
    assert page.outline() == html(EXAMPLE).outline()
    assert page.fetches() == []


@pytest.mark.needs_poppler
@pytest.mark.parametrize("text", ["#strong[x] *y* _z_ $a$ @b <c>", "= H", "- l + n / t: u"])
def test_no_text_becomes_mark_up_on_paper(text: str) -> None:
    module = replace(EXAMPLE, summary=Text(text), title=Text(f"A {text}"))
    page = pdf(make_course(module), module, ENGLISH)
    assert letters(text) in letters(said_by("pdftotext", "-raw", of=page))
    assert outline(page) == outline(pdf(make_course(EXAMPLE), EXAMPLE, ENGLISH))


# --- When it cannot be written -------------------------------------------------------------


def test_a_module_without_a_sheet_has_none(tmp_path: Path) -> None:
    module = make_module()
    with pytest.raises(ValueError, match=module.id):
        write_sheet_pdf(tmp_path / "s.pdf", make_course(module), module, ENGLISH, RESOURCES)
    with pytest.raises(ValueError, match=module.id):
        write_sheet_html(tmp_path / "s.html", make_course(module), module, ENGLISH)
    assert list(tmp_path.glob("s.*")) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    course, path = make_course(EXAMPLE), tmp_path / "missing" / "s"
    with pytest.raises(ExportError) as problem:
        write_sheet_pdf(path, course, EXAMPLE, ENGLISH, RESOURCES)
    assert "there is no folder" in sentence(problem)
    with pytest.raises(ExportError):
        write_sheet_html(path, course, EXAMPLE, ENGLISH)
