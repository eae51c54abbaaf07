"""What an answer part by part led to: in one line for all, and in one for each part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from huddinge_training.domain.response import Response, grade_of, misplaced
from huddinge_training.domain.scenario import Grade, Scenario
from huddinge_training.language import counted
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.grade_badge import GRADE_ICONS
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph

IN_PLACE, ELSEWHERE = "check-circle", "arrows-left-right"


class Outcome(QFrame):
    """The grade of all parts together, in word, icon and colour; takes the focus first."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.text = ""
        self.setProperty("role", "unfolded")
        self.setObjectName("outcome")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words = paragraph("", "strong", name="outcome_words")
        row.addWidget(self._words, 1)

    def tell(self, scenario: Scenario, response: Response) -> None:
        """How an answer went."""
        grade = grade_of(scenario, response) or Grade.POOR
        self.text = outcome_words(self._presentation, scenario, response)
        self.setAccessibleName(self.text)
        self._icon.setPixmap(self._presentation.pixmap(GRADE_ICONS[grade], grade.value))
        set_paragraph(self._words, self.text)
        for part in (self, self._words):
            part.setProperty("grade", grade.value)
            part.style().unpolish(part)
            part.style().polish(part)


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


class Verdict(QFrame):
    """Where a part belongs, whether it was put there, and why."""

    def __init__(self, presentation: Presentation, feedback: str, name: str) -> None:
        super().__init__()
        self._presentation = presentation
        self._feedback = feedback
        self.setProperty("role", "unfolded")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words = paragraph("", "strong")
        row.addWidget(self._words, 1)
        column.addLayout(row)
        column.addWidget(paragraph(feedback, "reading"))

    def tell(self, words: str, *, is_in_place: bool) -> None:
        """Shows it for one answer."""
        picture, token = (IN_PLACE, "best") if is_in_place else (ELSEWHERE, "acceptable")
        self._icon.setPixmap(self._presentation.pixmap(picture, token))
        set_paragraph(self._words, words)
        self.setAccessibleName(f"{words}. {self._feedback}")
