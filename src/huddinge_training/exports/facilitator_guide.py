"""Writes the guide of the one who leads a session: tagged PDF of two pages at most, or web page."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import GroupPlan
from huddinge_training.exports.guide_case import CaseWords, Pairs
from huddinge_training.exports.guide_words import GuideWords, StepWords, guide_words
from huddinge_training.exports.html_page import escaped, filled, own_text, page, sign
from huddinge_training.exports.pdf_document import page_count, pdf_of, pictures_of
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.language import Language

TEMPLATE = "facilitator_guide"
MOST_PAGES = 2
SIZES = ("12", "11", "10.5", "10", "9.5", "9")
"""Points of the text, the best first; nothing becomes smaller than the last."""
LARGE = 4
MOST_COMMON = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A guide in a size of text, with the cases apart or all of it close together."""

    points: str
    is_apart: bool
    guide: GuideWords

    def words(self) -> dict[str, object]:
        """What the template is handed."""
        return {
            "points": self.points,
            "apart": "yes" if self.is_apart else "no",
            **asdict(self.guide),
        }


def write_guide_pdf(
    path: Path, course: Course, plan: GroupPlan, language: Language, resources: Path
) -> None:
    """Writes the PDF; raises ExportError, and KeyError for a case that the course lacks."""
    words = fitting_words(course, plan, language, resources)
    write_bytes(path, pdf_of(f"{TEMPLATE}.typ", words, course.edition.valid_from, resources))


def guide_pictures(
    course: Course, plan: GroupPlan, language: Language, resources: Path, dots: int
) -> list[bytes]:
    """The same pages as PNG, for a printer."""
    words = fitting_words(course, plan, language, resources)
    made_on = course.edition.valid_from
    return pictures_of(f"{TEMPLATE}.typ", words, made_on, resources, dots)


def write_guide_html(path: Path, course: Course, plan: GroupPlan, language: Language) -> None:
    """Writes the web page; raises ExportError, and KeyError for a case that the course lacks."""
    write_text(path, guide_html(course, plan, language))


def guide_html(course: Course, plan: GroupPlan, language: Language) -> str:
    """A web page with all of it, that fetches nothing."""
    words = guide_words(course, plan, language)
    body = filled(
        f"{TEMPLATE}.html",
        sign=sign(words.program),
        title=own_text(words.title),
        ground_rules=_items(words.ground_rules),
        columns="".join(f'<th scope="col">{escaped(name)}</th>' for name in words.columns),
        steps="".join(_step(step, len(words.columns) - 1) for step in words.steps),
        cases="".join(_case(case) for case in words.cases),
        derailed=_named(words.derailed),
        misconduct=_items(words.misconduct),
        contacts=_part(words.contacts_heading, _named(words.contacts)) if words.contacts else "",
        end=_items(words.end),
        **{
            name: escaped(getattr(words, name))
            for name in (
                "label", "size", "purpose_heading", "purpose", "first_heading", "steps_heading",
                "derailed_heading", "misconduct_heading", "end_heading", "footer",
            )
        },
    )  # fmt: skip
    return page(words.document_title, body, language)


def fitting_words(
    course: Course, plan: GroupPlan, language: Language, resources: Path
) -> dict[str, object]:
    """The words in the best of the drafts that two pages hold."""
    made_on = course.edition.valid_from
    words: dict[str, object] = {}
    for draft in drafts(guide_words(course, plan, language)):
        words = draft.words()
        if page_count(f"{TEMPLATE}.typ", words, made_on, resources) <= MOST_PAGES:
            break
    return words


def drafts(guide: GuideWords) -> Iterator[Draft]:
    """The guide as it may look, the best first.

    First large, with the cases apart; then with all of it close together, smaller and smaller;
    then without when to turn to each contact, without the rules in plain words (their titles
    stay), and without all but the most common derailments.
    """
    for points in SIZES[:LARGE]:
        yield Draft(points, True, guide)
    for points in SIZES:
        yield Draft(points, False, guide)
    smallest = SIZES[-1]
    contacts = tuple((name.rstrip(":"), "") for name, _ in guide.contacts)
    guide = replace(guide, contacts=contacts)
    yield Draft(smallest, False, guide)
    guide = replace(guide, cases=tuple(_without_plain_rules(case) for case in guide.cases))
    yield Draft(smallest, False, guide)
    guide = replace(guide, derailed=guide.derailed[:MOST_COMMON])
    yield Draft(smallest, False, guide)


def _without_plain_rules(case: CaseWords) -> CaseWords:
    return replace(case, rules=tuple((origin, "") for origin, _ in case.rules))


def _case(case: CaseWords) -> str:
    return filled(
        "guide_case.html",
        options=_items(text for _, text in case.options),
        questions=_items(case.questions),
        perspectives=_named(case.perspectives),
        line="".join(f"<p>{escaped(said)}</p>\n" for said in case.line),
        rules="".join(f"<li>{_rule(*rule)}</li>\n" for rule in case.rules),
        ask=_part(case.ask_heading, _items(case.ask)) if case.ask else "",
        pitfalls=_part(case.pitfalls_heading, _items(case.pitfalls)) if case.pitfalls else "",
        **{
            name: escaped(getattr(case, name))
            for name in (
                "title", "aim", "read_heading", "scene", "question", "questions_heading",
                "perspectives_heading", "line_heading",
            )
        },
    )  # fmt: skip


def _step(step: StepWords, cases: int) -> str:
    spans = cases - len(step.times) + 1
    cells = "".join(
        f'<td colspan="{spans}">{time}</td>' if spans > 1 else f"<td>{time}</td>"
        for time in step.times
    )
    return f'<tr><th scope="row">{escaped(step.name)}</th>{cells}</tr>\n'


def _rule(origin: str, plain: str) -> str:
    return f"{escaped(plain)} <small>{escaped(origin)}</small>".strip()


def _part(heading: str, items: str) -> str:
    return f"<h3>{escaped(heading)}</h3>\n<ul>\n{items}</ul>\n"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escaped(text)}</li>\n" for text in texts)


def _named(pairs: Pairs) -> str:
    return "".join(
        f"<li><strong>{escaped(name)}</strong> {escaped(said)}</li>\n" for name, said in pairs
    )
