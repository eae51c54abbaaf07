"""Reads our own saved web pages as what they say: headings, paragraphs, and rows with labels."""

from dataclasses import dataclass
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3"}
BLOCKS = HEADINGS | {"p", "li", "dt", "dd", "th", "td", "caption"}
UNSEEN = {"style", "title", "svg", "script"}


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page; ``kind`` is "heading" (``level`` 1 to 3), "text" or "row"."""

    kind: str
    text: str
    label: str = ""
    level: int = 0


def outline(web_page: str) -> tuple[str, tuple[Block, ...]]:
    """The title of a page, and what comes after it; looks, pictures and scripts are left out."""
    reader = _Reader()
    reader.feed(web_page)
    reader.close()
    place = next(n for n, block in enumerate(reader.blocks) if block.level == 1)
    return reader.blocks[place].text, tuple(reader.blocks[place + 1 :])


class _Reader(HTMLParser):
    """Knows the tags that our documents are made of."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._tag = ""
        self._text: list[str] = []
        self._unseen = 0
        self._label = ""
        self._columns: list[str] = []
        self._cells: list[str] = []
        self._is_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in BLOCKS:
            self._tag, self._text = tag, []
        elif tag == "thead":
            self._columns, self._is_head = [], True
        elif tag == "tr":
            self._cells = []

    def handle_data(self, data: str) -> None:
        if self._tag and not self._unseen:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen -= 1
        elif tag == self._tag:
            self._end_block(tag, " ".join("".join(self._text).split()))
            self._tag = ""
        elif tag == "tr" and self._is_head:
            self._columns = self._cells
        elif tag == "tr":
            self._end_row()
        elif tag == "thead":
            self._is_head = False

    def _end_block(self, tag: str, text: str) -> None:
        if tag in HEADINGS:
            self.blocks.append(Block("heading", text, level=int(tag[1])))
        elif tag == "dt":
            self._label = text
        elif tag == "dd":
            self.blocks.append(Block("row", text, self._label))
        elif tag in {"th", "td"}:
            self._cells.append(text)
        elif text:
            self.blocks.append(Block("text", text))

    def _end_row(self) -> None:
        """A row of a table: its first cell as a label, the others with their columns' names."""
        first, *others = self._cells
        named = [
            f"{column}: {cell}" if column else cell
            for column, cell in zip(self._columns[1:], others, strict=False)
        ]
        self.blocks.append(Block("row", " · ".join(named), first))
