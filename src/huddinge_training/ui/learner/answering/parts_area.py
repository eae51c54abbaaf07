"""What the ways to answer part by part have in common: a card a part, and how it went."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Part
from huddinge_training.ui.learner.answering.area import AnswerArea
from huddinge_training.ui.learner.answering.part_verdict import Outcome, Verdict
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.unseen import make_ready


class PartFrame(QFrame):
    """The card of one part; below its words stands, after the answer, what is true of it."""

    def __init__(self, presentation: Presentation, part: Part, role: str) -> None:
        super().__init__()
        self.part = part
        self.presentation = presentation
        self.say = presentation.language.say
        self.text = self.say(part.text)
        self.setProperty("role", role)
        self.setObjectName(f"part_{part.id}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self._verdict: Verdict | None = None

    def prepare(self) -> Verdict:
        """Makes the verdict, which is not to be seen before it is told."""
        if self._verdict is None:
            feedback = self.say(self.part.feedback)
            self._verdict = Verdict(self.presentation, feedback, f"explanation_{self.part.id}")
            self._verdict.hide()
            self.column.addWidget(self._verdict)
            margins = self.column.contentsMargins()
            width = self.contentsRect().width() - margins.left() - margins.right()
            make_ready(self._verdict, width)
        return self._verdict

    def tell(self, words: str, *, is_in_place: bool) -> None:
        """Shows where the part belongs, and why."""
        verdict = self.prepare()
        verdict.tell(words, is_in_place=is_in_place)
        verdict.show()


class PartsArea(AnswerArea):
    """Above the parts stands how it went on the whole, once that is told."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation)
        self.scenario = attempt.items[number]
        self.is_told = False
        self._outcome: Outcome | None = None
        self.parts = QVBoxLayout()
        self.parts.setSpacing(self.column.spacing())
        self.column.addLayout(self.parts)
        self.setAccessibleName(self.say(self.scenario.question))

    def cards_as_told(self) -> Sequence[PartFrame]:
        """The cards in the order in which they stand after the answer."""
        raise NotImplementedError

    def prepare(self) -> None:
        """How it went comes first, so that Tab comes there first, and then part after part."""
        self._prepared_outcome()

    def tell(self, response: Response) -> None:
        """Shows how it went on the whole."""
        self.is_told = True
        outcome = self._prepared_outcome()
        outcome.tell(self.scenario, response)
        outcome.show()

    def focus_explanation(self) -> None:
        """How it went on the whole."""
        self._prepared_outcome().setFocus(Qt.FocusReason.OtherFocusReason)

    def explanation_text(self) -> str:
        """The same in words."""
        return self._prepared_outcome().text

    def _prepared_outcome(self) -> Outcome:
        if self._outcome is None:
            self._outcome = Outcome(self.presentation)
            self._outcome.hide()
            self.column.insertWidget(0, self._outcome)
            # Before the parts for a screen reader too.
            self._outcome.lower()
            make_ready(self._outcome, self.width())
            for card in self.cards_as_told():
                card.prepare()
        return self._outcome
