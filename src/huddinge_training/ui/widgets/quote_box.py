"""The words of an official text in their frame, with where they come from and their date."""

from PySide6.QtWidgets import QFrame

from huddinge_training.domain.source import Source
from huddinge_training.language import Text
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.labels import paragraph


def quote_box(presentation: Presentation, text: Text, source: Source) -> QFrame:
    """Swedish exactly as it is published; a translation says that it is ours."""
    language = presentation.language
    frame = box("quote", name="quote")
    inside(frame).addWidget(paragraph(language.say(text), "reading", name="quote_text"))
    origin = language.say(
        "{publisher}: {title}, {day}",
        publisher=source.publisher,
        title=source.title,
        day=source.published,
    )
    inside(frame).addWidget(paragraph(origin, "caption", name="quote_origin"))
    if language.code != "sv" and text.en is not None:
        words = language.say("Our translation. The Swedish text is the official one.")
        inside(frame).addWidget(paragraph(words, "caption"))
    return frame
