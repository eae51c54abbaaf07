"""Answering by one choice among options."""

from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import OptionId
from huddinge_training.ui.learner.answering.area import AnswerArea
from huddinge_training.ui.learner.answering.option_cards import OptionCards
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.option_card import OptionCard


@dataclass(frozen=True, slots=True)
class _Draft:
    marked: OptionId | None
    unfolded: frozenset[OptionId]


class ChoiceArea(AnswerArea):
    """The options as cards; after the answer each of them explains itself."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation)
        question = self.say(attempt.items[number].question)
        self.cards = OptionCards(presentation, question, attempt.options(number))
        self.cards.told.connect(self.told)
        self.column.addWidget(self.cards)
        self._chosen: OptionCard | None = None

    def response(self) -> Response | None:
        """The chosen option."""
        marked = self.cards.marked
        return Response(marked) if marked is not None else None

    def focus_missing(self) -> None:
        """The first option."""
        self.cards.focus_first()

    def anchor(self) -> QWidget | None:
        """The chosen option, whatever unfolds above it."""
        return next((card for card in self.cards.cards if card.radio.isChecked()), None)

    def prepare(self) -> None:
        """What each of the options leads to."""
        for card in self.cards.cards:
            card.prepare()

    def reveal(self, response: Response) -> None:
        """Grades, and what the chosen option leads to."""
        self._chosen = self.cards.reveal(OptionId(response))

    def focus_explanation(self) -> None:
        """What the chosen option leads to."""
        if self._chosen is not None:
            self._chosen.focus_explanation()

    def explanation_text(self) -> str:
        """The same in words."""
        return self._chosen.explanation_text() if self._chosen is not None else ""

    def take_key(self, event: QKeyEvent, focused: QWidget | None) -> bool:
        """Letters choose."""
        if not self.cards.has_focus(focused):
            return False
        return self.cards.take_letter(event)

    def draft(self) -> object:
        """What is chosen, and what is unfolded."""
        cards = self.cards.cards
        unfolded = frozenset(card.option.id for card in cards if card.is_unfolded)
        return _Draft(self.cards.marked, unfolded)

    def restore(self, draft: object) -> None:
        """Chooses and unfolds the same again."""
        if not isinstance(draft, _Draft):
            return
        if draft.marked is not None:
            self.cards.mark(draft.marked)
        for card in self.cards.cards:
            if card.option.id in draft.unfolded:
                card.unfold()
