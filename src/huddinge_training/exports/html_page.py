"""The frame of the web pages that the program saves: one file, no script, nothing fetched."""

import html
from string import Template

from huddinge_training.exports.palette import palette
from huddinge_training.exports.showable import in_html
from huddinge_training.language import Language
from huddinge_training.paths import bundled


def page(title: str, body: str, language: Language) -> str:
    """A whole page; ``title`` is plain text, ``body`` is HTML of our own making."""
    return filled(
        "page.html",
        language=language.code,
        title=escaped(title),
        style=filled("page.css", **palette()),
        body=body,
    )


def filled(file_name: str, /, **values: str) -> str:
    """A file of resources/documents with a value for each of its $placeholders."""
    template = (bundled("resources") / "documents" / file_name).read_text("utf-8")
    return Template(template).substitute(values)


def escaped(text: str) -> str:
    """Text that is only text, between tags and in attributes."""
    return html.escape(in_html(text))


def own_text(text: str) -> str:
    """A text that someone has typed: it goes its own way, also from right to left."""
    return f"<bdi>{escaped(text)}</bdi>"


def facts(pairs: list[tuple[str, str]], look: str = "") -> str:
    """A list of labels and values; both are HTML already. ``look`` is a class of page.css."""
    items = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>\n" for label, value in pairs)
    return f'<dl class="{look}">\n{items}</dl>\n'


def sign(name: str) -> str:
    """The program's sign with its name beside it."""
    return f'<p class="sign">{filled("compass.svg", **palette()).strip()}{escaped(name)}</p>\n'


def paragraph(content: str, look: str) -> str:
    """A paragraph of HTML in a look of page.css."""
    return f'<p class="{look}">{content}</p>\n'
