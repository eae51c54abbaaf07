"""Answering by a way through decisions: each step shows what happens, the end shows why."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import NOTHING, Response, next_decision, way, way_response
from huddinge_training.domain.scenario import Decision, Option, OptionId
from huddinge_training.ui.learner.answering.area import AnswerArea
from huddinge_training.ui.learner.answering.option_cards import OptionCards
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, clear, inside
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.option_card import OptionCard
from huddinge_training.ui.widgets.unseen import make_ready


class WayArea(AnswerArea):
    """The way taken so far, then what is to be decided next; one can go back a step."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation)
        self._attempt = attempt
        self._number = number
        self._scenario = attempt.items[number]
        self._begun = attempt.begun if attempt.answer_of(number) is None else NOTHING
        self._cards: OptionCards | None = None
        self._last: QFrame | None = None
        self._chosen: list[OptionCard] = []
        self._told: QWidget | None = None
        self._went_forward = False
        self._build()

    def response(self) -> Response | None:
        """The way, once it has ended."""
        is_ended = next_decision(self._scenario, self._begun) is None
        return self._begun if is_ended else None

    def step(self) -> Response | None:
        """The way with what is chosen now, or None where nothing is or the way has ended."""
        marked = self._cards.marked if self._cards is not None else None
        if marked is None:
            return None
        return way_response([*self._taken_ids(), marked])

    def previous_step(self) -> Response | None:
        """The way without its last decision."""
        return way_response(self._taken_ids()[:-1]) if self._begun else None

    def submit_words(self) -> str:
        """Until the way has ended, the button decides; then it tells why."""
        if self.response() is not None:
            return self.say("See why")
        return super().submit_words()

    def focus_missing(self) -> None:
        """The first option of the open decision."""
        if self._cards is not None:
            self._cards.focus_first()

    @property
    def has_steps(self) -> bool:
        """Every decision but the last is one."""
        return True

    def show_kept(self, response: Response) -> None:
        """Goes on from what was chosen, or stands a step further back."""
        self._went_forward = len(response) > len(self._begun)
        self._begun = response
        self._build()

    def focus_kept(self) -> None:
        """What the decision led to, or the options again after a step back."""
        if self._went_forward and self._last is not None:
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)
            self.told.emit(self._last.accessibleName())
        else:
            self.focus_missing()

    def prepare(self) -> None:
        """Once the way has ended, what it led to."""
        response = self.response()
        if response is not None:
            self._prepared(response)

    def reveal(self, response: Response) -> None:
        """Every decision of the way with the grades of its options, and why."""
        told = self._prepared(response)
        clear(self.column)
        self._cards = self._last = None
        self.column.addWidget(told)
        told.show()

    def focus_explanation(self) -> None:
        """Why the first decision leads where it leads."""
        if self._chosen:
            self._chosen[0].focus_explanation()

    def explanation_text(self) -> str:
        """What every decision of the way leads to."""
        return " ".join(card.explanation_text() for card in self._chosen)

    def take_key(self, event: QKeyEvent, focused: QWidget | None) -> bool:
        """Letters choose."""
        if self._cards is None or not self._cards.has_focus(focused):
            return False
        return self._cards.take_letter(event)

    def draft(self) -> object:
        """What is chosen at the open decision, or what is unfolded; the way itself is kept."""
        if self._cards is not None:
            return self._cards.marked
        return frozenset(card.objectName() for card in self._told_cards() if card.is_unfolded)

    def restore(self, draft: object) -> None:
        """Chooses the same again."""
        if self._cards is not None:
            for card in self._cards.cards:
                if card.option.id == draft:
                    self._cards.mark(card.option.id)
        elif isinstance(draft, frozenset):
            for card in self._told_cards():
                if card.objectName() in draft:
                    card.unfold()

    def _told_cards(self) -> list[OptionCard]:
        return self._told.findChildren(OptionCard) if self._told is not None else []

    def _taken_ids(self) -> list[OptionId]:
        return [option.id for _, option in way(self._scenario, self._begun)]

    def _prepared(self, response: Response) -> QWidget:
        if self._told is None:
            self._told = QWidget(self)
            self._told.hide()
            column = QVBoxLayout(self._told)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.column.spacing())
            for decision, option in way(self._scenario, response):
                self._add_situation(column, decision)
                cards = self._added_cards(column, decision)
                self._chosen.append(cards.reveal(option.id))
            make_ready(self._told, self.width())
        return self._told

    def _build(self) -> None:
        clear(self.column)
        if self._told is not None:
            self._told.deleteLater()
        self._cards = self._last = self._told = None
        self._chosen = []
        for decision, option in way(self._scenario, self._begun):
            self._add_situation(self.column, decision)
            self._last = self._taken_box(decision, option)
            self.column.addWidget(self._last)
        open_decision = next_decision(self._scenario, self._begun)
        if open_decision is None:
            words = self.say("The way ends here. See why, or go back a step and try another way.")
            self.column.addWidget(paragraph(words, "strong", name="way_ends"))
            return
        self._add_situation(self.column, open_decision)
        self._cards = self._added_cards(self.column, open_decision)

    def _add_situation(self, column: QVBoxLayout, decision: Decision) -> None:
        """The first decision's situation is the page's own."""
        if decision.id:
            column.addSpacing(8)
            scene = paragraph(self.say(decision.scene), "reading", name=f"scene_{decision.id}")
            column.addWidget(scene)
            column.addWidget(HeadingLabel(self.say(decision.question), "subtitle"))

    def _added_cards(self, column: QVBoxLayout, decision: Decision) -> OptionCards:
        options = self._attempt.options(self._number, decision)
        cards = OptionCards(
            self.presentation, self.say(decision.question), options, decision=decision.id
        )
        cards.told.connect(self.told)
        column.addWidget(cards)
        return cards

    def _taken_box(self, decision: Decision, option: Option) -> QFrame:
        frame = box("unfolded", spacing=4, name=f"taken_{decision.id or 'first'}")
        chosen, next_ = self.say(option.text), self.say(option.consequence)
        for title, text in (
            (self.say("You chose"), chosen),
            (self.say("What happens next"), next_),
        ):
            inside(frame).addWidget(paragraph(title, "strong"))
            inside(frame).addWidget(paragraph(text, "reading"))
            inside(frame).addSpacing(4)
        frame.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        frame.setAccessibleName(f"{chosen} {next_}")
        return frame
