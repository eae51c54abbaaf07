"""The summary of a session: what was agreed, who was there in one copy only, and never a vote."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from exports.pdf_file import claim, facts, said_by, structure
from exports.reports import ATTEMPTS, plain, sentence
from exports.sessions import DILEMMA, RULE_CASE, make_counts, make_facts, make_session_course
from exports.web_page import WebPage, as_a_browser_reads

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.scenario import ObjectiveId, ScenarioId
from huddinge_training.domain.session_facts import Discussed, ModulePart, SessionFacts
from huddinge_training.errors import ExportError
from huddinge_training.exports.session_summary import (
    SummaryData,
    summary_html,
    summary_pictures,
    write_summary_html,
    write_summary_pdf,
)
from huddinge_training.exports.summary_words import CaseResultWords, SummaryWords, summary_words
from huddinge_training.language import Language
from huddinge_training.paths import bundled

RESOURCES = bundled("resources")
LANGUAGES = {code: Language.load(code, RESOURCES / "locale") for code in ("sv", "en")}
ENGLISH = LANGUAGES["en"]
COURSE = make_session_course()
in_both_languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def data_of(facts: SessionFacts | None = None, **changes: Any) -> SummaryData:
    """A summary of the made-up session, with the list of people unless told otherwise."""
    return SummaryData(facts or make_facts(), COURSE, "Ängsskolan", **changes)


def words(data: SummaryData, language: Language = ENGLISH) -> SummaryWords:
    return summary_words(data, language)


def written(data: SummaryData, language: Language = ENGLISH) -> bytes:
    """The bytes of the PDF."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "summary.pdf"
        write_summary_pdf(path, data, language, RESOURCES)
        return path.read_bytes()


def html(data: SummaryData, language: Language = ENGLISH) -> WebPage:
    return WebPage(summary_html(data, language))


def letters(text: str) -> str:
    """The text without the spaces and line breaks of its layout."""
    return "".join(plain(text).split())


def result(*discussed: Discussed) -> CaseResultWords:
    """What is said of the first of these."""
    return words(data_of(make_facts(discussed=discussed))).cases[0]


# --- What stands in it --------------------------------------------------------------------


@pytest.mark.needs_poppler
@in_both_languages
def test_what_the_session_came_to_stands_on_paper_and_on_the_screen(language: Language) -> None:
    data = data_of(fingerprint="3f9a 12c4 88e1 0b7d")
    of = words(data, language)
    (case,) = of.cases
    needed = [of.title, of.agreement, of.secret, of.counts_rule, of.purpose, of.people_note]
    needed += [text for pair in (*of.facts, *of.origin) for text in pair]
    needed += [case.title, case.question, *case.columns]
    needed += [option.text for option in case.options]
    needed += [bar.value for option in case.options for bar in option.bars]
    needed += [text for module in of.counts_for for text in (module.title, *module.objectives)]
    needed += [text for person in of.people for text in person]
    on_paper = letters(said_by("pdftotext", "-raw", of=written(data, language)))
    (body,) = html(data, language).all("body")
    for found in (on_paper, letters(body.text)):
        assert [text for text in needed if letters(text) not in found] == []


def test_the_facts_are_day_leader_unit_and_how_many_were_there() -> None:
    assert words(data_of()).facts == (
        ("Date", "2 March 2026"),
        ("Leader", "Ledaren Lo"),
        ("Unit", "Ängsskolan"),
        ("Present", "3 people"),
    )
    bare = SummaryData(make_facts(unit_code="").without_names(), COURSE, "")
    assert [label for label, _ in words(bare).facts] == ["Date", "Leader"]


def test_the_copy_to_put_up_names_nobody_but_the_leader() -> None:
    leaders, to_put_up = data_of(), data_of(has_list=False)
    assert words(to_put_up).facts == words(leaders).facts
    assert (words(to_put_up).people, words(to_put_up).people_note) == ((), "")
    page = summary_html(to_put_up, ENGLISH)
    told = [text for a in make_facts().attendees for text in (a.name, a.employee_number) if text]
    assert [text for text in told if text in page] == []
    assert [text for text in told if text not in summary_html(leaders, ENGLISH)] == []


@pytest.mark.needs_poppler
def test_the_list_has_a_page_of_its_own() -> None:
    with_list, without = written(data_of()), written(data_of(has_list=False))
    assert (facts(with_list)["Pages"], facts(without)["Pages"]) == ("2", "1")
    first = said_by("pdftotext", "-l", "1", of=with_list)
    assert "Åsa Öman" not in first
    assert "Åsa Öman" in said_by("pdftotext", "-f", "2", of=with_list)
    assert "Åsa Öman" not in said_by("pdftotext", of=without)


def test_everybody_on_the_list_is_there_in_their_own_way() -> None:
    attendees = tuple(Attendee("N", "1", presence) for presence in Presence)
    people = words(data_of(make_facts(attendees=attendees))).people
    assert [presence for _, _, presence in people] == [
        "Not noted", "Here", "Here, came late", "Here, from afar", "Excused", "Not here",
    ]  # fmt: skip
    assert words(data_of()).people[-1] == ("Dan Ali", "", "Here (guest)")


def test_both_results_stand_beside_each_other_with_letter_pattern_and_number() -> None:
    case = words(data_of()).cases[0]
    assert case.columns == ("Option", "First vote (12 votes)", "Second vote (12 votes)")
    assert [(o.letter, o.token, o.pattern) for o in case.options] == [
        ("A", "vote_a", "stripes"), ("B", "vote_b", "dots"), ("C", "vote_c", "checks"),
    ]  # fmt: skip
    assert [bar.value for bar in case.options[0].bars] == ["7 (58 %)", "3 (25 %)"]
    assert [bar.percent for bar in case.options[2].bars] == ["8", "0"]
    assert case.no_result == ""
    page = html(data_of())
    drawn = [rect for rect in page.all("rect") if "stroke" in rect.attributes]
    assert [rect.attributes["width"] for rect in drawn] == ["58", "25", "33", "75", "8", "0"]


def test_without_counts_there_is_no_bar_but_the_reason() -> None:
    case = result(Discussed(DILEMMA, (12, 9)))
    assert case.votes == (("First vote", "12 votes"), ("Second vote", "9 votes"))
    assert case.options == ()
    assert "at least ten votes" in case.no_result
    page = html(data_of(make_facts(discussed=(Discussed(DILEMMA, (12, 9)),))))
    assert case.no_result in page.texts("p")
    assert [rect for rect in page.all("rect") if "stroke" in rect.attributes] == []


def test_a_result_that_was_not_shown_has_no_number() -> None:
    case = result(Discussed(DILEMMA, (0, 1)))
    assert case.votes == (("First vote", "not shown"), ("Second vote", "1 vote"))


def test_no_agreement_is_said_so() -> None:
    assert words(data_of(make_facts(agreement=""))).agreement == "No agreement was written down."


def test_it_says_what_the_session_counts_for_and_by_which_rule() -> None:
    of = words(data_of())
    (module,) = of.counts_for
    assert (module.title, module.share) == ("Module nycklar", "1 of 2 objectives")
    assert module.objectives == ("You can B.",)
    assert "all its objectives" in of.counts_rule
    assert "pay, appraisal or discipline" in of.purpose


def test_a_case_and_a_module_of_another_edition_keep_their_ids() -> None:
    gone = PlannedCase(ModuleId("nycklar"), ScenarioId("borta"))
    counts = (make_counts(6, 4), make_counts(5, 5))
    part = ModulePart(ModuleId("gammal"), "hash", (ObjectiveId("G-1"),))
    unknown = ModulePart(ModuleId("nycklar"), "hash", (ObjectiveId("Z"),))
    data = data_of(
        make_facts(discussed=(Discussed(gone, (10, 10), counts),), parts=(part, unknown))
    )
    of = words(data)
    assert (of.cases[0].title, of.cases[0].question) == ("borta", "")
    assert [(option.letter, option.text) for option in of.cases[0].options] == [
        ("A", ""),
        ("B", ""),
    ]
    assert [(m.title, m.share, m.objectives) for m in of.counts_for] == [
        ("gammal", "", ("G-1",)),
        ("Module nycklar", "1 of 2 objectives", ("Z",)),
    ]
    assert html(data).texts("h3")[0] == "gammal"
    assert written(data).startswith(b"%PDF-")


def test_the_fingerprint_is_there_where_there_is_a_package() -> None:
    assert [label for label, _ in words(data_of()).origin] == ["Edition", "Made with"]
    assert words(data_of(fingerprint="3f9a")).origin[-1][1] == "3f9a"


# --- How it is built ------------------------------------------------------------------------


@in_both_languages
def test_it_claims_both_standards_its_title_and_its_language(language: Language) -> None:
    pdf = written(data_of(), language)
    assert claim(pdf, "pdfuaid:part") == "1"
    assert (claim(pdf, "pdfaid:part"), claim(pdf, "pdfaid:conformance")) == ("2", "A")
    assert claim(pdf, "dc:title").endswith("Nycklarna")
    assert claim(pdf, "dc:language").strip() == language.code


@pytest.mark.needs_poppler
def test_headings_lists_and_tables_are_tagged_as_such() -> None:
    discussed = (*make_facts().discussed, Discussed(RULE_CASE, (9, 9)))
    pdf = written(data_of(make_facts(discussed=discussed)))
    tags = structure(pdf)
    assert [tag.split()[0] for tag in tags if tag.startswith(("H1", "H2", "H3", "Table"))] == [
        "H1", "H2", "H2", "Table", "H2", "H2", "H3", "H2", "H2", "Table",
    ]  # fmt: skip
    assert sum(tag.startswith("TH <") for tag in tags) == 6
    assert (facts(pdf)["Tagged"], facts(pdf)["JavaScript"]) == ("yes", "no")


@pytest.mark.needs_poppler
def test_two_hundred_people_are_all_on_the_list() -> None:
    attendees = tuple(Attendee(f"Person {n:03}", f"{n:05}", Presence.HERE) for n in range(200))
    text = said_by("pdftotext", "-raw", of=written(data_of(make_facts(attendees=attendees))))
    assert [a.name for a in attendees if a.name not in text] == []


def test_the_same_session_makes_the_same_bytes_and_a_picture_a_page() -> None:
    assert written(data_of()) == written(data_of())
    pictures = summary_pictures(data_of(), ENGLISH, RESOURCES, dots=20)
    assert [picture[:4] for picture in pictures] == [b"\x89PNG", b"\x89PNG"]


@in_both_languages
def test_the_web_page_has_tables_with_headers_and_fetches_nothing(language: Language) -> None:
    page = html(data_of(), language)
    assert page.all("html")[0].attributes == {"lang": language.code}
    assert page.texts("h1") == ["Nycklarna"]
    scopes = [e.attributes["scope"] for e in page.all("th")]
    assert scopes == [*["col"] * 3, *["row"] * 3, *["col"] * 3, *["row"] * 4]
    assert page.fetches() == []


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_typed_text_becomes_mark_up_on_the_web_page(text: str) -> None:
    attendees = (Attendee(text, text, Presence.HERE),)
    given = make_facts(title=text, leader=text, agreement=text, attendees=attendees)
    page = html(data_of(given))
    usual = make_facts(attendees=(Attendee("N", "1", Presence.HERE),))
    assert page.outline() == html(data_of(usual)).outline()
    assert page.texts("h1") == [as_a_browser_reads(text)]
    assert page.fetches() == []


@pytest.mark.needs_poppler
@pytest.mark.parametrize("text", ["#strong[x] *y* _z_ $a$ @b <c>", "= H", "W" * 90])
def test_no_typed_text_becomes_mark_up_on_paper(text: str) -> None:
    attendees = (Attendee(text, text, Presence.HERE),)
    given = make_facts(title=text, leader=text, agreement=text, attendees=attendees)
    found = letters(said_by("pdftotext", "-raw", of=written(data_of(given))))
    assert found.count(letters(text)) >= 5


# --- When it cannot be written ------------------------------------------------------------------


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "summary"
    with pytest.raises(ExportError) as problem:
        write_summary_pdf(path, data_of(), ENGLISH, RESOURCES)
    assert "there is no folder" in sentence(problem)
    with pytest.raises(ExportError):
        write_summary_html(path, data_of(), ENGLISH)
