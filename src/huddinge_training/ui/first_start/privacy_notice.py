"""Who sees what: the privacy notice, at most 120 words (PRIV-10)."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


def privacy_words(presentation: Presentation) -> str:
    """The notice in the reader's language."""
    return presentation.language.say(
        "HR sees that you are done and the date. HR does not see your answers. "
        "The answers stay on this computer and are deleted when a module is done.\n\n"
        "Huddinge kommun is responsible. The purpose is to know who has done the introduction. "
        "The basis is a task in the public interest. Nothing here is used for pay, appraisal "
        "or discipline. The municipality decides how long the record is kept.\n\n"
        "Under My data you see all that the program knows about you, and can correct it or "
        "remove your profile. Ask your manager for the municipality's data protection officer."
    )


class PrivacyNotice(QFrame):
    """The notice in its frame."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self.setProperty("role", "info")
        self.setObjectName("privacy_notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(HeadingLabel(presentation.language.say("Who sees what"), "strong"))
        notice = paragraph(privacy_words(presentation), "reading", name="privacy_words")
        column.addWidget(notice)
