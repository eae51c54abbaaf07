"""The five steps tried on the situation at hand, one after the other, as one thinks aloud."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.domain.course import ProcedureStep
from huddinge_training.domain.scenario import StepThought
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class WalkThrough(QFrame):
    """Every step with its number, its name and the thought; all of them in sight."""

    def __init__(
        self,
        presentation: Presentation,
        thoughts: Sequence[StepThought],
        procedure: Sequence[ProcedureStep],
    ) -> None:
        super().__init__()
        say = presentation.language.say
        titles = {step.id: step.title for step in procedure}
        self.setProperty("role", "card")
        self.setObjectName("walk_through")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        lead = HeadingLabel(say("The five steps, tried on this situation"), "strong")
        column.addWidget(lead)
        for number, thought in enumerate(thoughts, start=1):
            column.addSpacing(8)
            title = say("{number}. {text}", number=number, text=titles[thought.step_id])
            column.addWidget(paragraph(title, "strong"))
            column.addWidget(paragraph(say(thought.thought), "reading"))
