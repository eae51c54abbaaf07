"""Texts: no markup comes from a text, and a screen reader hears the same words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from ui.desktop import ShowAlone

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph, set_paragraph
from huddinge_training.ui.widgets.line_breaks import unbroken

NASTY = "Åsa <b>Öman</b> & <script>alert('x')</script> =cmd"


def name_of(label: object) -> str:
    return str(QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name))  # type: ignore[arg-type]


def test_markup_in_a_text_stays_text(presentation: Presentation) -> None:
    for role in ("body", "reading"):
        label = paragraph(NASTY, role)
        assert name_of(label) == NASTY
        document = QTextDocument()
        if label.textFormat() is Qt.TextFormat.RichText:
            document.setHtml(label.text())
        else:
            document.setPlainText(label.text())
        assert unbroken(document.toPlainText()) == NASTY


def test_a_blank_line_begins_a_paragraph_and_a_line_end_a_line(presentation: Presentation) -> None:
    label = paragraph("Ett.\n\nTvå\nrader.\n\n\n\n", "reading")
    document = QTextDocument()
    document.setHtml(label.text())
    assert document.blockCount() == 2
    assert document.toPlainText().splitlines() == ["Ett.", "Två", "rader."]


def test_a_heading_is_a_heading_with_its_words(
    presentation: Presentation, show_alone: ShowAlone
) -> None:
    heading = HeadingLabel(NASTY)
    show_alone(heading)
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == NASTY
    assert heading.textFormat() is Qt.TextFormat.PlainText


def test_many_headings_come_and_go(presentation: Presentation, show_alone: ShowAlone) -> None:
    for number in range(50):
        heading = HeadingLabel(f"Rubrik {number}")
        assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
        heading.deleteLater()


def test_a_text_can_be_replaced(presentation: Presentation) -> None:
    label = paragraph("Först.", "reading", name="x")
    set_paragraph(label, "Sedan.")
    assert (name_of(label), label.objectName()) == ("Sedan.", "x")
    assert "Först" not in label.text()
