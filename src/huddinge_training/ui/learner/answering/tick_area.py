"""Answering by choosing all that apply, or by marking the sentences of a text that matter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response, chosen_response, places
from huddinge_training.domain.scenario import AnswerForm, Part
from huddinge_training.ui.learner.answering.area import AnswerArea
from huddinge_training.ui.learner.answering.part_verdict import Outcome, card_column, verdict
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, insert, inside
from huddinge_training.ui.widgets.choices import Check


class TickArea(AnswerArea):
    """A check box for each part: cards to choose from, or the sentences of one text."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation)
        self._scenario = attempt.items[number]
        self._outcome: Outcome | None = None
        is_text = self._scenario.form is AnswerForm.MARK
        self.setAccessibleName(self.say(self._scenario.question))
        role = "sentence" if is_text else "option"
        self._cards = [_TickCard(presentation, p, role) for p in attempt.parts(number)]
        begun = places(self._scenario, attempt.begun) if not attempt.answer_of(number) else {}
        column = self.column
        if is_text:
            text = box("quote", margin=8, spacing=0, name="marked_text")
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
        if self._scenario.form is AnswerForm.MARK:
            return self.say("Mark at least one sentence first.")
        return self.say("Choose at least one first.")

    def focus_missing(self) -> None:
        """The first check box."""
        self._cards[0].check.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, response: Response) -> None:
        """Says of every part whether it applies, and why."""
        chosen = places(self._scenario, response)
        for card in self._cards:
            card.reveal(is_chosen=card.part.id in chosen, words=self._verdict_words(card.part))
        self._outcome = Outcome(self.presentation, self._scenario, response)
        insert(self.column, 0, self._outcome)

    def focus_explanation(self) -> None:
        """How it went on the whole."""
        if self._outcome is not None:
            self._outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def explanation_text(self) -> str:
        """The same in words."""
        return self._outcome.text if self._outcome is not None else ""

    def restore(self, draft: object) -> None:
        """Ticks the same again."""
        chosen = str(draft or "").split(",")
        for card in self._cards:
            if card.check.isEnabled():
                card.check.setChecked(card.part.id in chosen)

    def _chosen(self) -> Response:
        ticked = (card.part.id for card in self._cards if card.check.isChecked())
        return chosen_response(self._scenario, ticked)

    def _verdict_words(self, part: Part) -> str:
        if self._scenario.form is AnswerForm.MARK:
            return self.say("This matters") if part.applies else self.say("This matters less")
        return self.say("Belongs here") if part.applies else self.say("Does not belong here")


class _TickCard(QFrame):
    """One part with its check box; a click anywhere on it ticks it."""

    ticked = Signal()

    def __init__(self, presentation: Presentation, part: Part, role: str) -> None:
        super().__init__()
        self.part = part
        self._presentation = presentation
        self._text = presentation.language.say(part.text)
        self._column: QVBoxLayout = card_column(self, role, f"part_{part.id}")
        self.check = Check(presentation.theme, self._text)
        self.check.setObjectName(f"check_{part.id}")
        self.check.setAccessibleName(self._text)
        self.check.toggled.connect(self._on_toggled)
        self.check.clicked.connect(self.ticked)
        self._column.addWidget(self.check)

    def reveal(self, *, is_chosen: bool, words: str) -> None:
        """Whether it applies, whether it was chosen, and why."""
        say = self._presentation.language.say
        self.check.setChecked(is_chosen)
        self.check.setEnabled(False)
        own = say("You chose it") if is_chosen else say("You did not choose it")
        self.check.setAccessibleName(f"{self._text}. {own}")
        self._column.addWidget(
            verdict(
                self._presentation,
                say("{verdict} – {own}", verdict=words, own=own),
                say(self.part.feedback),
                is_in_place=is_chosen == self.part.applies,
                name=f"explanation_{self.part.id}",
            )
        )

    def _on_toggled(self, is_checked: bool) -> None:
        self.setProperty("chosen", is_checked)
        self.style().unpolish(self)
        self.style().polish(self)
