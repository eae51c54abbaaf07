"""Reads a web page strictly: what is opened is closed, and what is text is text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}
FETCHING = {"src", "href", "srcset", "data", "poster", "action", "background", "ping"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, also inside what is inside."""
        return "".join(self.texts)


class WebPage(HTMLParser):
    """A page that fails the test when its elements do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"twice the same attribute: {attrs}"
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"closed but not open: {tag}"
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def all(self, tag: str) -> list[Element]:
        """The elements of a kind, in their order."""
        return [element for element in self.elements if element.tag == tag]

    def texts(self, tag: str) -> list[str]:
        """What the elements of a kind say."""
        return [element.text for element in self.all(tag)]

    def outline(self) -> list[str]:
        """The tags in their order: what a text could change if it were more than text."""
        return [element.tag for element in self.elements]

    def fetches(self) -> list[Element]:
        """What would make a browser ask for anything, or run anything."""
        return [
            element
            for element in self.elements
            if element.tag in {"script", "link", "iframe", "object", "embed", "img", "base"}
            or FETCHING & set(element.attributes)
            or any(name.startswith("on") for name in element.attributes)
        ]


def as_a_browser_reads(text: str) -> str:
    """Line ends become one kind, and what HTML forbids its sign for that."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if forbidden(ord(letter)) else letter for letter in kept)


def forbidden(code: int) -> bool:
    """What the HTML standard calls a control or a noncharacter, spaces aside."""
    return (
        (code < 0x20 and chr(code) not in "\t\n\f")
        or 0x7F <= code <= 0x9F
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or 0xD800 <= code <= 0xDFFF
    )
