"""What an answer part by part led to: in one line for all, and in one for each part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from huddinge_training.domain.response import Response, grade_of, misplaced
from huddinge_training.domain.scenario import Grade, Scenario
from huddinge_training.language import counted
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.option_card import GRADE_ICONS

IN_PLACE, ELSEWHERE = "check-circle", "arrows-left-right"


class Outcome(QFrame):
    """The grade of all parts together, in word, icon and colour; takes the focus first."""

    def __init__(self, presentation: Presentation, scenario: Scenario, response: Response) -> None:
        super().__init__()
        grade = grade_of(scenario, response) or Grade.POOR
        self.text = outcome_words(presentation, scenario, response)
        self.setProperty("role", "unfolded")
        self.setProperty("grade", grade.value)
        self.setObjectName("outcome")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        icon = QLabel()
        icon.setPixmap(presentation.pixmap(GRADE_ICONS[grade], grade.value))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = paragraph(self.text, "strong", name="outcome_words")
        words.setProperty("grade", grade.value)
        row.addWidget(words, 1)


def outcome_words(presentation: Presentation, scenario: Scenario, response: Response) -> str:
    """How many parts are somewhere else than they belong."""
    say = presentation.language.say
    count = len(misplaced(scenario, response))
    if not count:
        return say("Everything is where it belongs.")
    return say(
        counted(
            "One part belongs somewhere else. Read why below.",
            "{count} parts belong somewhere else. Read why below.",
            count,
        )
    )


def verdict(
    presentation: Presentation, words: str, feedback: str, *, is_in_place: bool, name: str
) -> QFrame:
    """Where a part belongs, whether it was put there, and why."""
    frame = box("unfolded", margin=12, spacing=4, name=name)
    frame.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    frame.setAccessibleName(f"{words}. {feedback}")
    row = QHBoxLayout()
    row.setSpacing(8)
    icon = QLabel()
    picture, token = (IN_PLACE, "best") if is_in_place else (ELSEWHERE, "acceptable")
    icon.setPixmap(presentation.pixmap(picture, token))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(paragraph(words, "strong"), 1)
    inside(frame).addLayout(row)
    inside(frame).addWidget(paragraph(feedback, "reading"))
    return frame


def card_column(card: QFrame, role: str, name: str) -> QVBoxLayout:
    """Makes a frame the card of one part, and gives the column inside it."""
    card.setProperty("role", role)
    card.setObjectName(name)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    return column
