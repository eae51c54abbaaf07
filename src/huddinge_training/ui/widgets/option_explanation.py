"""What an option leads to: first what happens next, and apart from that why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.domain.scenario import Option
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.grade_badge import GRADE_WORDS
from huddinge_training.ui.widgets.labels import paragraph


class OptionExplanation(QFrame):
    """Stands in the option's card; takes the focus, so that reading can go on there."""

    def __init__(self, presentation: Presentation, option: Option, name: str) -> None:
        super().__init__()
        say = presentation.language.say
        self.setProperty("role", "unfolded")
        self.setProperty("grade", option.grade.value if option.grade else "none")
        self.setObjectName(f"explanation_{name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(explanation_text(presentation, option))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        column.addWidget(paragraph(say("What happens next"), "strong"))
        column.addWidget(paragraph(say(option.consequence), "reading"))
        column.addSpacing(8)
        column.addWidget(paragraph(say("Why") if option.grade else say("To think about"), "strong"))
        column.addWidget(paragraph(say(option.feedback), "reading"))


def explanation_text(presentation: Presentation, option: Option) -> str:
    """Grade, consequence and reason in one text, to be announced."""
    say = presentation.language.say
    words = [say(GRADE_WORDS[option.grade])] if option.grade else []
    return " ".join([*words, say(option.consequence), say(option.feedback)])
