"""The lines of running text as they are broken on the screen."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from huddinge_training.ui.widgets.line_breaks import unbroken


def full_lines(window: QWidget) -> Iterator[str]:
    """Every line that goes on in another one, of the texts that are there to be read."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.property("role") == "reading":
            yield from _full_lines_of(label)


def _full_lines_of(label: QLabel) -> Iterator[str]:
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() is Qt.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    document.setTextWidth(label.contentsRect().width())
    document.size()  # breaks the lines
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount() - 1):
            line = layout.lineAt(number)
            end = line.textStart() + line.textLength()
            yield unbroken(block.text()[line.textStart() : end]).strip()
        block = block.next()
