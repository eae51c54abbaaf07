"""Writes the goals on one page, to be printed and put up: tagged PDF or web page."""

from dataclasses import asdict, dataclass
from pathlib import Path

from huddinge_training.domain.course import Course
from huddinge_training.domain.pictures import GoalPicture, Statement, StatementGroup
from huddinge_training.exports.html_page import escaped, filled, page, paragraph, sign
from huddinge_training.exports.pdf_document import pdf_of, pictures_of
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.language import Language

TEMPLATE = "goal_sheet"


@dataclass(frozen=True, slots=True)
class GoalSheetWords:
    """Everything that stands on the page, in the reader's language."""

    language: str
    program: str
    document_title: str
    title: str
    vision: str
    vision_text: str
    aim: str
    goals_heading: str
    goals_text: str
    goals: tuple[tuple[str, str], ...]
    values: str
    values_text: str
    strategic_heading: str
    strategic_text: str
    strategic: tuple[tuple[str, str], ...]
    terms: str
    terms_text: str
    picture: str
    translation: str
    footer: str


def write_goals_pdf(path: Path, course: Course, language: Language, resources: Path) -> None:
    """Writes the PDF; raises ExportError, and ValueError for a course without goals."""
    words = goal_sheet_words(course, language)
    made_on = course.edition.valid_from
    write_bytes(path, pdf_of(f"{TEMPLATE}.typ", asdict(words), made_on, resources))


def goals_pictures(course: Course, language: Language, resources: Path, dots: int) -> list[bytes]:
    """The same page as PNG, for a printer."""
    words = asdict(goal_sheet_words(course, language))
    return pictures_of(f"{TEMPLATE}.typ", words, course.edition.valid_from, resources, dots)


def write_goals_html(path: Path, course: Course, language: Language) -> None:
    """Writes the web page; raises ExportError, and ValueError for a course without goals."""
    write_text(path, goals_html(course, language))


def goals_html(course: Course, language: Language) -> str:
    """A web page that prints on one sheet and fetches nothing."""
    words = goal_sheet_words(course, language)
    body = filled(
        f"{TEMPLATE}.html",
        sign=sign(words.program),
        translation=paragraph(escaped(words.translation), "note") if words.translation else "",
        goals=_items(words.goals),
        strategic=_items(words.strategic),
        **{
            name: escaped(getattr(words, name))
            for name in (
                "title", "vision", "vision_text", "aim", "goals_heading", "goals_text",
                "values", "values_text", "strategic_heading", "strategic_text",
                "terms", "terms_text", "footer",
            )
        },
    )  # fmt: skip
    return page(words.document_title, body, language)


def goal_sheet_words(course: Course, language: Language) -> GoalSheetWords:
    """What stands on the page; raises ValueError where the course has no goals."""
    goals = course.goals
    if goals is None:
        raise ValueError(course.id)
    say = language.say
    is_translated = language.code != "sv"
    return GoalSheetWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=say("{title} – one page", title=say("The goals")),
        title=say("The goals"),
        vision=say(goals.vision.name),
        vision_text=_quote(goals.vision, language),
        aim=say(goals.aim.name),
        goals_heading=say(goals.overarching.name),
        goals_text=say(goals.overarching.text),
        goals=_goals(goals.overarching, language),
        values=say(goals.values.name),
        values_text=_quote(goals.values, language),
        strategic_heading=say(goals.strategic.name),
        strategic_text=say(goals.strategic.text),
        strategic=_goals(goals.strategic, language),
        terms=say(goals.terms.name),
        terms_text=_quote(goals.terms, language),
        picture=_picture(goals, language),
        translation=say("Our translation. The Swedish text is the official one.")
        if is_translated
        else "",
        footer=say(
            "Quoted from {publisher}: {title}, {day}. The questions are our own. "
            "Edition {edition} of Kompassen.",
            publisher=goals.source.publisher,
            title=goals.source.title,
            day=goals.source.published,
            edition=course.edition.id,
        ),
    )


def _picture(goals: GoalPicture, language: Language) -> str:
    """The drawing in words, for who does not see it."""
    names = [language.say(part.name) for part in goals.overarching.parts]
    feet = [language.say(part.name) for part in goals.strategic.parts]
    return language.say(
        "An arch of goals ({goals}) below the vision, carried by {strategic}.",
        goals=", ".join(names),
        strategic=", ".join(feet),
    )


def _quote(statement: Statement, language: Language) -> str:
    return language.say(statement.text or statement.name)


def _goals(group: StatementGroup, language: Language) -> tuple[tuple[str, str], ...]:
    """Every goal with the question to take to work."""
    return tuple(
        (language.say(part.name), language.say(part.question) if part.question else "")
        for part in group.parts
    )


def _items(pairs: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f"<li><strong>{escaped(title)}</strong> {escaped(text)}</li>\n" for title, text in pairs
    )
