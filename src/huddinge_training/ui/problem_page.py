"""Shown instead of the program when its data cannot be opened: what happened, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.errors import DatabaseDamagedError, TrainingError
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.problem_words import problem_words
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import place_illustration
from huddinge_training.ui.widgets.labels import paragraph

LOST_THREAD = "tappad-trad"


class ProblemPage(Page):
    """A sentence, a try again, and for a damaged file a way to begin anew without losing it."""

    retry_asked = Signal()
    new_start_asked = Signal()

    def __init__(self, presentation: Presentation, error: TrainingError) -> None:
        super().__init__(presentation, is_centred=True)
        picture = place_illustration(presentation, LOST_THREAD)
        self.add_head(self.say("The program cannot open its data"), picture)
        words = problem_words(presentation.language, error)
        self.add(InfoBar(presentation, "problem", words, "problem"))
        buttons: list[QWidget] = [
            button(self.say("Try again"), "retry", self.retry_asked.emit, role="primary")
        ]
        if isinstance(error, DatabaseDamagedError):
            self.add(
                paragraph(
                    self.say(
                        "You can set the damaged file aside and begin with an empty one. "
                        "The damaged file is kept beside it, so that IT can try to rescue it. "
                        "It still holds names and answers: ask IT to delete it afterwards."
                    ),
                    "reading",
                )
            )
            buttons.append(
                button(self.say("Set it aside and begin anew"), "new_start",
                       self.new_start_asked.emit)
            )  # fmt: skip
        self.add(FlowLayout(*buttons))
