"""Texts on a page: headings that are headings to a screen reader, and wrapped paragraphs."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from huddinge_training.ui.widgets.line_breaks import breakable

# Of the font's own line, which is 1.26 em: together 1.5 em, as running text should have (UX-03).
LINE_HEIGHT = 119
RELAID_BY = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
# Of the private use area: no text holds them, and no escaping changes them.
LINK_START, LINK_END = "\ue000", "\ue001"


class WrappedLabel(QLabel):
    """A wrapped text that remembers how high it is at each width.

    When a part of a page is shown, Qt's layouts ask for that some hundred times, and a QLabel
    would break its lines anew for each answer.
    """

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(breakable(text), parent)
        self._heights: dict[int, int] = {}
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at this width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def setText(self, text: str) -> None:
        """Shows another text."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style makes other lines."""
        if event.type() in RELAID_BY:
            self._heights.clear()
        super().changeEvent(event)


class HeadingLabel(WrappedLabel):
    """A heading; it can take focus, so that a page change begins to be read there."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, text: str, role: str = "title", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(text)


def paragraph(text: str, role: str = "body", *, name: str = "") -> WrappedLabel:
    """A wrapped text; role "reading" has the line height of running text."""
    label = WrappedLabel(role=role)
    set_paragraph(label, text)
    if name:
        label.setObjectName(name)
    return label


def set_paragraph(label: WrappedLabel, text: str) -> None:
    """Shows a text, with a blank line as the end of a paragraph where it is running text."""
    label.setAccessibleName(text)
    if label.property("role") != "reading":
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(breakable(text))
        return
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(_running_text(text))


def set_linked_paragraph(
    label: WrappedLabel, text: str, links: Sequence[tuple[int, int, str]], colour: str
) -> None:
    """Running text with links for the mouse: from where to where, and the address of each."""
    label.setAccessibleName(text)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
    marked = text
    for start, end, _ in sorted(links, reverse=True):
        marked = f"{marked[:start]}{LINK_START}{marked[start:end]}{LINK_END}{marked[end:]}"
    shown = _running_text(marked).replace(LINK_END, "</a>")
    for _, _, address in sorted(links):
        shown = shown.replace(LINK_START, f'<a href="{address}" style="color:{colour}">', 1)
    label.setText(shown)


def _running_text(text: str) -> str:
    parts = [part for part in text.split("\n\n") if part.strip()]
    return "".join(
        f'<p style="line-height:{LINE_HEIGHT}%;margin-top:{0 if number == 0 else 12}px;'
        f'margin-bottom:0px">{_lines(part)}</p>'
        for number, part in enumerate(parts)
    )


def _lines(text: str) -> str:
    return html.escape(breakable(text.strip())).replace("\n", "<br>")
