"""Answering by choosing all that apply, or by marking the sentences of a text that matter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response, chosen_response, places
from huddinge_training.domain.scenario import AnswerForm, Part
from huddinge_training.ui.learner.answering.parts_area import PartFrame, PartsArea
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.choices import Check


class TickArea(PartsArea):
    """A check box for each part: cards to choose from, or the sentences of one text."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation, attempt, number)
        is_text = self.scenario.form is AnswerForm.MARK
        role = "sentence" if is_text else "option"
        self._cards = [_TickCard(presentation, p, role) for p in attempt.parts(number)]
        begun = places(self.scenario, attempt.begun) if not attempt.answer_of(number) else {}
        column = self.parts
        if is_text:
            text = box("quote", margin=8, spacing=4, name="marked_text")
            column.addWidget(text)
            column = inside(text)
        for card in self._cards:
            card.check.setChecked(card.part.id in begun)
            card.ticked.connect(lambda: self.kept.emit(self._chosen()))
            column.addWidget(card)

    def response(self) -> Response | None:
        """What is ticked, once something is."""
        return self._chosen() or None

    def missing_words(self) -> str:
        """One has to tick something."""
        if self.scenario.form is AnswerForm.MARK:
            return self.say("Mark at least one sentence first.")
        return self.say("Choose at least one first.")

    def focus_missing(self) -> None:
        """The first check box."""
        self._cards[0].check.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, response: Response) -> None:
        """Says of every part whether it applies, and why."""
        chosen = places(self.scenario, response)
        self.tell(response)
        for card in self._cards:
            card.reveal(is_chosen=card.part.id in chosen, words=self._verdict_words(card.part))

    def cards_as_told(self) -> list["_TickCard"]:
        """In the order in which they were."""
        return self._cards

    def restore(self, draft: object) -> None:
        """Ticks the same again."""
        chosen = str(draft or "").split(",")
        for card in self._cards:
            if card.check.isEnabled():
                card.check.setChecked(card.part.id in chosen)

    def _chosen(self) -> Response:
        ticked = (card.part.id for card in self._cards if card.check.isChecked())
        return chosen_response(self.scenario, ticked)

    def _verdict_words(self, part: Part) -> str:
        if self.scenario.form is AnswerForm.MARK:
            return self.say("This matters") if part.applies else self.say("This matters less")
        return self.say("Belongs here") if part.applies else self.say("Does not belong here")


class _TickCard(PartFrame):
    """One part with its check box; a click anywhere on it ticks it."""

    ticked = Signal()

    def __init__(self, presentation: Presentation, part: Part, role: str) -> None:
        super().__init__(presentation, part, role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.check = Check(presentation.theme, self.text)
        self.check.setObjectName(f"check_{part.id}")
        self.check.setAccessibleName(self.text)
        self.check.toggled.connect(self._on_toggled)
        self.check.clicked.connect(self.ticked)
        self.column.addWidget(self.check)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the words ticks it too; nothing is submitted."""
        if self.check.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.check.click()
            self.check.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)

    def reveal(self, *, is_chosen: bool, words: str) -> None:
        """Whether it applies, whether it was chosen, and why."""
        say = self.say
        self.setProperty("grade", "none")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.check.setChecked(is_chosen)
        self.check.setEnabled(False)
        own = say("You chose it") if is_chosen else say("You did not choose it")
        self.check.setAccessibleName(f"{self.text}. {own}")
        self.tell(
            say("{verdict} – you chose it", verdict=words)
            if is_chosen
            else say("{verdict} – you did not choose it", verdict=words),
            is_in_place=is_chosen == self.part.applies,
        )
        self._restyle()

    def _on_toggled(self, is_checked: bool) -> None:
        self.setProperty("chosen", is_checked)
        self._restyle()

    def _restyle(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
