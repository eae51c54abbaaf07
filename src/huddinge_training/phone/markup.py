"""HTML from the templates in resources/phone: whatever is filled in is text, unless it is Html."""

import hashlib
import html
import json
from collections.abc import Iterable
from functools import cache
from string import Template

from huddinge_training.paths import bundled


class Html(str):
    """Text that is HTML of our own making already."""

    __slots__ = ()


def fill(name: str, /, **values: str) -> Html:
    """The template with a value for each of its $placeholders, escaped unless it is Html."""
    return Html(_template(f"{name}.html").substitute({k: escaped(v) for k, v in values.items()}))


def escaped(text: str) -> Html:
    """The text as text between tags and in attributes."""
    return text if isinstance(text, Html) else Html(html.escape(text))


def joined(parts: Iterable[Html]) -> Html:
    """Pieces of HTML one after the other."""
    return Html("".join(parts))


@cache
def style() -> str:
    """The style sheet with the colours of the theme."""
    tokens = json.loads((bundled("resources") / "theme" / "tokens.json").read_text("utf-8"))
    schemes = {
        scheme: "".join(f"--{name.replace('_', '-')}:{value};" for name, value in colours.items())
        for scheme, colours in tokens.items()
    }
    return Template(_read("phone.css")).substitute(schemes)


@cache
def script() -> str:
    """The script that keeps a phone in step; the page works without it."""
    return _read("phone.js")


@cache
def address_of(name: str) -> str:
    """Where the style sheet or the script lies; another address for other contents."""
    contents = {"phone.css": style, "phone.js": script}[name]()
    return f"/{hashlib.sha256(contents.encode()).hexdigest()[:12]}/{name}"


@cache
def _template(file_name: str) -> Template:
    return Template(_read(file_name))


def _read(file_name: str) -> str:
    return (bundled("resources") / "phone" / file_name).read_text("utf-8")
