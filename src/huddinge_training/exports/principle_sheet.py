"""Writes one page about a principle, to be printed and put up: tagged PDF or web page."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from huddinge_training.domain.course import Course, Module, Sheet
from huddinge_training.domain.scenario import Contact
from huddinge_training.exports.html_page import escaped, filled, page, paragraph, sign
from huddinge_training.exports.pdf_document import pdf_of, pictures_of
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.language import Language

TEMPLATE = "principle_sheet"


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Everything that stands on the page, in the reader's language."""

    language: str
    program: str
    document_title: str
    label: str
    title: str
    code: str
    summary: str
    steps_heading: str
    steps: tuple[tuple[str, str], ...]
    rules_heading: str
    rules: tuple[tuple[str, str], ...]
    ask_heading: str
    ask: tuple[tuple[str, str], ...]
    footer: str


def write_sheet_pdf(
    path: Path, course: Course, module: Module, language: Language, resources: Path
) -> None:
    """Writes the PDF; raises ExportError, and ValueError for a module without a sheet."""
    words = sheet_words(course, module, language)
    made_on = course.edition.valid_from
    write_bytes(path, pdf_of(f"{TEMPLATE}.typ", asdict(words), made_on, resources))


def sheet_pictures(
    course: Course, module: Module, language: Language, resources: Path, dots: int
) -> list[bytes]:
    """The same page as PNG, for a printer."""
    words = asdict(sheet_words(course, module, language))
    return pictures_of(f"{TEMPLATE}.typ", words, course.edition.valid_from, resources, dots)


def write_sheet_html(path: Path, course: Course, module: Module, language: Language) -> None:
    """Writes the web page; raises ExportError, and ValueError for a module without a sheet."""
    write_text(path, sheet_html(course, module, language))


def sheet_html(course: Course, module: Module, language: Language) -> str:
    """A web page that prints on one sheet and fetches nothing."""
    words = sheet_words(course, module, language)
    body = filled(
        f"{TEMPLATE}.html",
        sign=sign(words.program),
        label=escaped(words.label),
        title=escaped(words.title),
        code=paragraph(escaped(words.code), "statement") if words.code else "",
        summary=escaped(words.summary),
        steps_heading=escaped(words.steps_heading),
        steps=_items(words.steps),
        rules_heading=escaped(words.rules_heading),
        rules="".join(
            f"<li>{escaped(plain)} <small>{escaped(title)}</small></li>\n"
            for plain, title in words.rules
        ),
        ask_heading=escaped(words.ask_heading),
        ask=_items(words.ask),
        footer=escaped(words.footer),
    )
    return page(words.document_title, body, language)


def sheet_words(course: Course, module: Module, language: Language) -> SheetWords:
    """What stands on the page of a module; raises ValueError where it has none."""
    if module.sheet is None:
        raise ValueError(module.id)
    say = language.say
    title = say(module.title)
    quotes = [reading.quote for reading in module.reading if reading.quote is not None]
    code = say(quotes[0].text) if quotes else ""
    return SheetWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=say("{title} – one page", title=title),
        label=say("Principle {number} of the ethical code", number=module.principle or 0),
        title=title,
        code=code if code != title else "",
        summary=say(module.summary),
        steps_heading=say("Five questions before you decide"),
        steps=tuple((say(step.title), say(step.text)) for step in course.procedure),
        rules_heading=say("The rules in plain words"),
        rules=tuple((say(rule.plain), say(rule.title)) for rule in module.sheet.rules),
        ask_heading=say("Who can I ask?"),
        ask=tuple((say(c.title), _reach(c, language)) for c in module.sheet.contacts),
        footer=say(
            "Edition {edition} of Kompassen. The rules were checked {day} or later. "
            "This page helps you think; the law decides.",
            edition=course.edition.id,
            day=_oldest_check(module.sheet).isoformat(),
        ),
    )


def _reach(contact: Contact, language: Language) -> str:
    return " ".join(language.say(text) for text in (contact.when, contact.how) if text)


def _oldest_check(sheet: Sheet) -> date:
    return min(rule.checked for rule in sheet.rules)


def _items(pairs: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f"<li><strong>{escaped(title)}</strong> {escaped(text)}</li>\n" for title, text in pairs
    )
