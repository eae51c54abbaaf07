"""The leader’s guide: two pages at most whatever is planned, tagged, and nobody’s name in it."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exports.pdf_file import claim, facts, pages, said_by, structure
from exports.reports import ATTEMPTS, plain, sentence
from exports.sessions import (
    DILEMMA,
    EXPECTED,
    RULE_CASE,
    make_dilemma,
    make_plan,
    make_session_course,
)
from exports.web_page import WebPage, as_a_browser_reads

from huddinge_training.content.library import load_course
from huddinge_training.content.lint.readability import lix_of
from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import GroupPlan, Length, PlannedCase
from huddinge_training.domain.scenario import AnswerForm, Scenario
from huddinge_training.errors import ExportError
from huddinge_training.exports.facilitator_guide import (
    MOST_PAGES,
    SIZES,
    TEMPLATE,
    Draft,
    drafts,
    fitting_words,
    guide_html,
    guide_pictures,
    write_guide_html,
    write_guide_pdf,
)
from huddinge_training.exports.guide_words import GuideWords, guide_words
from huddinge_training.exports.pdf_document import page_count
from huddinge_training.language import Language, Text
from huddinge_training.paths import bundled

RESOURCES = bundled("resources")
LANGUAGES = {code: Language.load(code, RESOURCES / "locale") for code in ("sv", "en")}
ENGLISH, SWEDISH = LANGUAGES["en"], LANGUAGES["sv"]
COURSE = make_session_course()
SHIPPED = load_course(bundled("quizzes")).course
CASES = {
    PlannedCase(module.id, scenario.id): scenario
    for module in SHIPPED.modules
    for scenario in module.scenarios
    if scenario.form is AnswerForm.CHOICE and not scenario.is_branching
}
"""The cases that a room can vote on."""
in_both_languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def written(course: Course, plan: GroupPlan, language: Language) -> bytes:
    """The bytes of the PDF."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "guide.pdf"
        write_guide_pdf(path, course, plan, language, RESOURCES)
        return path.read_bytes()


@cache
def pdf(plan: GroupPlan, language: Language = ENGLISH) -> bytes:
    """The same for the example course, made once."""
    return written(COURSE, plan, language)


def html(plan: GroupPlan, language: Language = ENGLISH, course: Course = COURSE) -> WebPage:
    return WebPage(guide_html(course, plan, language))


def words(plan: GroupPlan, language: Language = ENGLISH, course: Course = COURSE) -> GuideWords:
    return guide_words(course, plan, language)


def letters(text: str) -> str:
    """The text without the spaces and line breaks of its layout."""
    return "".join(plain(text).split())


def room_of(scenario: Scenario, language: Language) -> int:
    """How long the words of a case are."""
    texts = [scenario.scene, scenario.question, *(option.text for option in scenario.options)]
    texts += [text for one in scenario.perspectives for text in (one.who, one.stake)]
    texts += [rule.title for rule in scenario.rules]
    if scenario.boundary is not None:
        texts.append(scenario.boundary)
    else:
        texts += [rule.plain for rule in scenario.rules]
        texts += [option.feedback for option in scenario.options if option.grade == "best"]
    if scenario.facilitation is not None:
        texts += [*scenario.facilitation.questions[:3], *scenario.facilitation.pitfalls]
    return sum(len(language.say(text)) for text in texts)


def by_length(language: Language) -> list[PlannedCase]:
    """The cases of the course, the longest first."""
    return sorted(CASES, key=lambda case: room_of(CASES[case], language), reverse=True)


# --- Every case of the course -------------------------------------------------------------


@in_both_languages
def test_any_two_cases_fit_on_two_pages_of_nine_points_with_nothing_left_out(
    language: Language,
) -> None:
    """No pair takes more room than with the longest case in the place of one of the two."""
    longest, second, *_ = by_length(language)
    made_on = SHIPPED.edition.valid_from
    too_long = []
    for case in CASES:
        plan = make_plan(case, second if case == longest else longest, title="W" * 200)
        smallest = Draft(SIZES[-1], False, guide_words(SHIPPED, plan, language))
        if page_count(f"{TEMPLATE}.typ", smallest.words(), made_on, RESOURCES) > MOST_PAGES:
            too_long.append(case)
    assert too_long == []


@pytest.mark.needs_poppler
@pytest.mark.parametrize("place", range(4))
@in_both_languages
def test_the_longest_cases_have_two_tagged_pages_alone_and_together(
    place: int, language: Language
) -> None:
    longest = by_length(language)
    alone = make_plan(longest[place], title=CASES[longest[place]].title.sv)
    together = make_plan(longest[place], longest[place + 1], title="W" * 200)
    for plan in (alone, together):
        found = facts(written(SHIPPED, plan, language))
        assert (found["Pages"], found["Tagged"], found["JavaScript"]) == ("2", "yes", "no")
        assert found["Page size"] == "595.276 x 841.89 pts (A4)"
        points = float(str(fitting_words(SHIPPED, plan, language, RESOURCES)["points"]))
        assert points >= (11 if plan is alone else 9)


# --- What stands in it -----------------------------------------------------------------------


@pytest.mark.needs_poppler
@in_both_languages
def test_all_that_the_leader_needs_stands_on_paper_and_on_the_screen(language: Language) -> None:
    plan = make_plan(DILEMMA, RULE_CASE)
    of = words(plan, language)
    dilemma, rule_case = of.cases
    needed = [of.purpose, *of.ground_rules, *(step.name for step in of.steps), *of.misconduct]
    needed += [text for pair in (*of.derailed, *of.contacts) for text in pair]
    for case in (dilemma, rule_case):
        needed += [case.title, case.scene, case.question, *case.questions, *case.line, *case.ask]
        needed += [text for pair in (*case.options, *case.perspectives) for text in pair]
        needed += [text for pair in case.rules for text in pair]
    needed += [*dilemma.pitfalls, *of.end]
    on_paper = letters(said_by("pdftotext", "-raw", of=pdf(plan, language)))
    (body,) = html(plan, language).all("body")
    # In HTML the letters of the options are the numbers of a list.
    on_screen = letters(body.text) + "ABC"
    for found in (on_paper, on_screen):
        assert [text for text in needed if letters(text) not in found] == []


def test_who_is_expected_who_leads_and_what_is_noted_is_in_none_of_it() -> None:
    named, bare = make_plan(), make_plan(expected=(), expected_count=3, leader="", notes="")
    assert words(named) == words(bare)
    assert pdf(named) == pdf(bare)
    page = guide_html(COURSE, named, SWEDISH)
    told = [named.leader, named.notes, *(person.name for person in EXPECTED)]
    assert [text for text in told if text in page] == []


def test_the_times_of_the_steps_add_up_to_the_session() -> None:
    for length in Length:
        cases = (DILEMMA, RULE_CASE)[: length.dilemma_count]
        times = [
            time for step in words(make_plan(*cases, length=length)).steps for time in step.times
        ]
        assert times[0].startswith("0–")
        assert any(time.endswith(f"–{length.minutes}") for time in times)


def test_the_steps_of_two_cases_stand_beside_each_other() -> None:
    of = words(make_plan(DILEMMA, RULE_CASE))
    assert of.columns == ("Step", "Case 1", "Case 2")
    assert {len(step.times) for step in of.steps[1:-2]} == {2}
    assert [step.times for step in (of.steps[0], *of.steps[-2:])] == [
        ("0–4",), ("42–44",), ("44–45",),
    ]  # fmt: skip
    assert [case.title for case in of.cases] == ["Case 1: Title dilemmat", "Case 2: Title fallet"]


@pytest.mark.parametrize(("people", "talk"), [(6, "Talk in pairs"), (7, "Talk in threes")])
def test_people_talk_in_pairs_or_in_threes(people: int, talk: str) -> None:
    steps = words(make_plan(expected=(), expected_count=people)).steps
    assert talk in [step.name for step in steps]


def test_a_dilemma_has_its_own_three_questions_perspectives_and_limit() -> None:
    (case,) = words(make_plan()).cases
    assert case.questions == ("Question 1?", "Question 2?", "Question 3?")
    assert case.perspectives[0] == ("The caretaker:", "In a hurry.")
    assert case.line == ("The limit goes here.",)
    assert case.rules == (("Local Government Act, chapter 6, section 28. Checked 2026-02-12.", ""),)
    assert case.pitfalls == ("Somebody guesses.",)


def test_a_case_without_them_has_those_that_fit_any_and_the_answer_with_its_reason() -> None:
    (case,) = words(make_plan(RULE_CASE)).cases
    assert len(case.questions) == 3
    assert len(case.perspectives) == 3
    assert case.line_heading == "The answer and the rule"
    assert case.line == ("The answer of the course is A. That is so, because a.",)
    assert case.rules[0][1] == "Who is disqualified says so."
    assert case.pitfalls == ()


def test_a_case_that_nothing_limits_and_nobody_is_asked_about_has_no_such_part() -> None:
    course = make_session_course(make_dilemma(boundary=None, ask=()))
    (case,) = words(make_plan(), course=course).cases
    assert (case.line, case.ask) == ((), ())
    assert "Who can I ask?" not in html(make_plan(), course=course).texts("h3")
    assert written(course, make_plan(), ENGLISH).startswith(b"%PDF-")


def test_where_to_turn_with_a_real_wrong_are_contacts_of_the_course() -> None:
    assert words(make_plan()).contacts == (("HR:", "When you wonder."),)
    course = make_session_course(contacts=())
    assert words(make_plan(), course=course).contacts == ()
    assert "Where one can turn" not in html(make_plan(), course=course).texts("h3")
    assert len(words(make_plan(next(iter(CASES))), course=SHIPPED).contacts) == 4


def test_a_draft_says_that_nobody_has_reviewed_it() -> None:
    assert "draft" in words(make_plan()).footer
    reviewed = make_dilemma()
    reviewed = replace(reviewed, review=replace(reviewed.review, status="approved"))
    of = words(make_plan(), course=make_session_course(reviewed))
    assert of.footer == "Edition 2026.1 of Kompassen."


def test_our_own_swedish_words_are_easy_to_read() -> None:
    of = words(make_plan(RULE_CASE), SWEDISH)
    ours = [of.purpose, *of.ground_rules, *of.misconduct, *of.end, of.footer]
    ours += [text for pair in of.derailed for text in pair]
    ours += [step.name for step in of.steps]
    ours += [text for pair in of.cases[0].perspectives for text in pair]
    ours += of.cases[0].questions
    found = lix_of("\n".join(ours))
    assert found is not None
    assert found <= 40


# --- How it fits -------------------------------------------------------------------------------


def test_it_is_never_smaller_than_nine_points_and_leaves_out_in_a_stated_order() -> None:
    guide = words(make_plan(RULE_CASE))
    looks = list(drafts(guide))
    assert [look.points for look in looks if look.is_apart] == ["12", "11", "10.5", "10"]
    assert min(float(look.points) for look in looks) == 9
    whole, no_when, no_plain, common = (look.guide for look in looks[-4:])
    assert whole == guide
    assert no_when.contacts == (("HR", ""),)
    assert no_when.cases == guide.cases
    assert no_plain.cases[0].rules == ((guide.cases[0].rules[0][0], ""),)
    assert no_plain.derailed == guide.derailed
    assert common.derailed == guide.derailed[:3]
    assert {look.points for look in looks[-4:]} == {"9"}


def test_an_ordinary_case_is_large_and_whole() -> None:
    chosen = fitting_words(COURSE, make_plan(), ENGLISH, RESOURCES)
    assert (chosen["points"], chosen["apart"]) == ("12", "yes")


@pytest.mark.needs_poppler
def test_a_long_case_is_smaller_and_one_that_is_far_too_long_loses_what_is_missed_least() -> None:
    def chosen(sentences: int) -> tuple[dict[str, object], int]:
        scene = Text("Det händer en sak till här. " * sentences)
        course = make_session_course(make_dilemma(scene=scene))
        found = fitting_words(course, make_plan(DILEMMA, RULE_CASE), SWEDISH, RESOURCES)
        return found, pages(written(course, make_plan(DILEMMA, RULE_CASE), SWEDISH))

    smaller, page_count = chosen(150)
    assert 9 <= float(str(smaller["points"])) < 12
    assert page_count == 2
    endless, _ = chosen(420)
    assert (endless["points"], endless["apart"]) == ("9", "no")
    derailed = endless["derailed"]
    assert isinstance(derailed, tuple)
    assert len(derailed) == 3


# --- How it is built ---------------------------------------------------------------------------


@in_both_languages
def test_it_claims_both_standards_its_title_and_its_language(language: Language) -> None:
    made = pdf(make_plan(), language)
    assert claim(made, "pdfuaid:part") == "1"
    assert (claim(made, "pdfaid:part"), claim(made, "pdfaid:conformance")) == ("2", "A")
    assert claim(made, "dc:title").endswith("Nycklarna")
    assert claim(made, "dc:language").strip() == language.code


@pytest.mark.needs_poppler
def test_headings_lists_and_the_table_are_tagged_as_such() -> None:
    made = structure(pdf(make_plan(DILEMMA, RULE_CASE)))
    headings = [line.split()[0] for line in made if line.startswith(("H1", "H2", "H3"))]
    assert headings == [
        "H1", "H2", "H2", "H2", "H2",
        "H2", *["H3"] * 6,
        "H2", *["H3"] * 5,
        "H2", "H2", "H3",
    ]  # fmt: skip
    assert sum(line.startswith("TH <") for line in made) == 3
    assert sum(line == "L (block):" for line in made) >= 12


def test_the_same_plan_makes_the_same_bytes_and_a_picture_a_page() -> None:
    assert written(COURSE, make_plan(), ENGLISH) == pdf(make_plan())
    pictures = guide_pictures(COURSE, make_plan(), ENGLISH, RESOURCES, dots=20)
    assert [picture[:4] for picture in pictures] == [b"\x89PNG", b"\x89PNG"]


@in_both_languages
def test_the_web_page_has_landmarks_headings_and_a_table_with_headers(language: Language) -> None:
    page = html(make_plan(DILEMMA, RULE_CASE), language)
    assert page.all("html")[0].attributes == {"lang": language.code}
    assert page.texts("h1") == ["Nycklarna"]
    assert [e.attributes.get("scope") for e in page.all("th")] == [*["col"] * 3, *["row"] * 11]
    assert sum(e.attributes.get("colspan") == "2" for e in page.all("td")) == 3
    assert page.fetches() == []


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_title_becomes_mark_up_on_the_web_page(text: str) -> None:
    page = html(make_plan(title=text))
    assert page.texts("h1") == [as_a_browser_reads(text)]
    assert page.outline() == html(make_plan()).outline()
    assert page.fetches() == []


@pytest.mark.needs_poppler
@pytest.mark.parametrize("text", ["#strong[x] *y* _z_ $a$ @b <c>", "= H", "- l + n / t: u"])
def test_no_title_becomes_mark_up_on_paper(text: str) -> None:
    made = written(COURSE, make_plan(title=text), ENGLISH)
    assert letters(text) in letters(said_by("pdftotext", "-raw", of=made))


# --- When it cannot be written -------------------------------------------------------------------


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "guide"
    with pytest.raises(ExportError) as problem:
        write_guide_pdf(path, COURSE, make_plan(), ENGLISH, RESOURCES)
    assert "there is no folder" in sentence(problem)
    with pytest.raises(ExportError):
        write_guide_html(path, COURSE, make_plan(), ENGLISH)
