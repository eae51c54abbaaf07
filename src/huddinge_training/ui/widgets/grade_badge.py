"""The grade of an option in word, icon and colour, and whether it is one's own choice."""

from PySide6.QtWidgets import QLabel, QWidget

from huddinge_training.domain.scenario import Grade
from huddinge_training.language import message
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.flow_layout import FlowLayout

GRADE_WORDS = {
    Grade.BEST: message("Best choice"),
    Grade.ACCEPTABLE: message("Can work"),
    Grade.POOR: message("Risky choice"),
}
GRADE_ICONS = {
    Grade.BEST: "check-circle-fill",
    Grade.ACCEPTABLE: "approximate-equals",
    Grade.POOR: "warning-fill",
}


class GradeBadge(QWidget):
    """A line below the option; in a dilemma, which has no grades, it is there for the choice."""

    def __init__(self, presentation: Presentation, grade: Grade | None) -> None:
        super().__init__()
        say = presentation.language.say
        line = FlowLayout(spacing=8)
        if grade is not None:
            icon = QLabel()
            icon.setPixmap(presentation.pixmap(GRADE_ICONS[grade], grade.value))
            line.addWidget(icon)
            word = QLabel(say(GRADE_WORDS[grade]))
            word.setProperty("grade", grade.value)
            line.addWidget(word)
        self._own = QLabel(say("Your choice"))
        self._own.setProperty("role", "muted" if grade else "strong")
        self._own.hide()
        line.addWidget(self._own)
        self.setLayout(line)
        self._has_grade = grade is not None

    def tell(self, *, is_chosen: bool) -> None:
        """Shows the grade, and whether it is that of the own choice."""
        self._own.setVisible(is_chosen)
        self.setVisible(is_chosen or self._has_grade)
