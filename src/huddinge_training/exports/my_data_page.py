"""Writes all that the program knows about a person, as a web page or as data (PRIV-07)."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from huddinge_training.exports.html_page import (
    escaped,
    facts,
    filled,
    own_text,
    page,
    paragraph,
    sign,
)
from huddinge_training.exports.safe_file import write_text
from huddinge_training.language import Language, Message, Text

SCHEMA = "huddinge-training/my-data"
VERSION = 1


class Section(Protocol):
    """A part of a person's data: what it is for, and its labels and values."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> Message: ...

    @property
    def purpose(self) -> Message: ...

    @property
    def rows(self) -> Sequence[tuple[Message | Text, Message | str]]: ...


def write_my_data_html(path: Path, sections: Sequence[Section], language: Language) -> None:
    """Writes the web page; raises ExportError."""
    write_text(path, my_data_html(sections, language))


def write_my_data_json(path: Path, sections: Sequence[Section], language: Language) -> None:
    """Writes the data; raises ExportError."""
    write_text(path, my_data_json(sections, language))


def my_data_html(sections: Sequence[Section], language: Language) -> str:
    """A web page that prints well and fetches nothing."""
    title = language.say("My data in Kompassen")
    introduction = language.say(
        "This is everything that Kompassen on this computer knows about you, and what it is for."
    )
    body = filled(
        "my_data.html",
        sign=sign(language.say("Kompassen")),
        title=escaped(title),
        introduction=escaped(introduction),
        sections="".join(_section(section, language) for section in sections),
    )
    return page(title, body, language)


def my_data_json(sections: Sequence[Section], language: Language) -> str:
    """The same as data; labels and values stand in the order of the page."""
    return (
        json.dumps(
            {
                "schema": SCHEMA,
                "schema_version": VERSION,
                "language": language.code,
                "sections": [
                    {
                        "id": section.id,
                        "title": language.say(section.title),
                        "purpose": language.say(section.purpose),
                        "rows": [
                            {"label": label, "value": value}
                            for label, value in _in_words(section, language)
                        ],
                    }
                    for section in sections
                ],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _section(section: Section, language: Language) -> str:
    rows = [(own_text(label), own_text(value)) for label, value in _in_words(section, language)]
    return (
        f'<section aria-labelledby="{escaped(section.id)}">\n'
        f'<h2 id="{escaped(section.id)}">{escaped(language.say(section.title))}</h2>\n'
        f"{paragraph(escaped(language.say(section.purpose)), 'muted')}"
        f"{facts(rows, 'rows')}</section>\n"
    )


def _in_words(section: Section, language: Language) -> list[tuple[str, str]]:
    return [
        (language.say(label), value if isinstance(value, str) else language.say(value))
        for label, value in section.rows
    ]
