"""Answering by putting steps in order, with a button up and a button down at each step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response, misplaced, order_response, places
from huddinge_training.domain.scenario import Part
from huddinge_training.ui.learner.answering.area import AnswerArea
from huddinge_training.ui.learner.answering.part_verdict import Outcome, card_column, verdict
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import insert
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph


class OrderArea(AnswerArea):
    """The steps as they stand now; the focus stays on the step that is moved."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation)
        self._scenario = attempt.items[number]
        self._outcome: Outcome | None = None
        self.setAccessibleName(self.say(self._scenario.question))
        self._steps = [_StepCard(presentation, part) for part in attempt.parts(number)]
        if not attempt.answer_of(number):
            self._arrange(attempt.begun)
        for card in self._steps:
            card.moved.connect(self._on_moved)
            self.column.addWidget(card)
        self._number()

    def response(self) -> Response | None:
        """The order as it stands; there always is one."""
        return order_response(card.part.id for card in self._steps)

    def reveal(self, response: Response) -> None:
        """The steps in the order that works, with where each of them stood, and why."""
        put = places(self._scenario, response)
        moved = misplaced(self._scenario, response)
        self._arrange(order_response(part.id for part in self._scenario.parts))
        for place, card in enumerate(self._steps):
            self.column.removeWidget(card)
            insert(self.column, place, card)
            card.reveal(place, int(put[card.part.id]), is_in_place=card.part not in moved)
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
        """Puts the steps as they stood."""
        if self._outcome is None:
            self._arrange(Response(str(draft or "")))
            for place, card in enumerate(self._steps):
                self.column.removeWidget(card)
                insert(self.column, place, card)
            self._number()

    def _arrange(self, response: Response) -> None:
        put = places(self._scenario, response)
        if len(put) == len(self._steps):
            self._steps.sort(key=lambda card: int(put[card.part.id]))

    def _on_moved(self, by: int) -> None:
        card = self.sender()
        if not isinstance(card, _StepCard):
            return
        place = self._steps.index(card) + by
        if not 0 <= place < len(self._steps):
            return
        self._steps.remove(card)
        self._steps.insert(place, card)
        self.column.removeWidget(card)
        insert(self.column, place, card)
        self._number()
        card.keep_focus(by)
        self.kept.emit(self.response())
        self.told.emit(
            self.say(
                "Now number {number} of {total}: {text}",
                number=place + 1,
                total=len(self._steps),
                text=card.text,
            )
        )

    def _number(self) -> None:
        """Every step says where it stands, and Tab goes from top to bottom."""
        before: QWidget | None = None
        for place, card in enumerate(self._steps):
            card.stand_at(place, len(self._steps))
            for part in (card.up, card.down):
                if before is not None:
                    self.setTabOrder(before, part)
                before = part


class _StepCard(QFrame):
    """One step: its number, its words, and what moves it."""

    moved = Signal(int)

    def __init__(self, presentation: Presentation, part: Part) -> None:
        super().__init__()
        self.part = part
        self._presentation = presentation
        self.say = presentation.language.say
        self.text = self.say(part.text)
        self._column = card_column(self, "option", f"part_{part.id}")
        line = QHBoxLayout()
        line.setSpacing(12)
        self._place = paragraph("", "strong", name=f"place_{part.id}")
        self._place.setWordWrap(False)
        line.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        self._words = paragraph(self.text, name=f"step_text_{part.id}")
        line.addWidget(self._words, 1)
        self._column.addLayout(line)
        self.up = self._mover(self.say("Move up"), "up", "caret-up", -1)
        self.down = self._mover(self.say("Move down"), "down", "caret-down", 1)
        self._column.addLayout(FlowLayout(self.up, self.down))

    def stand_at(self, place: int, total: int) -> None:
        """Shows the number, and which way there is still room."""
        set_paragraph(self._place, f"{place + 1}.")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < total - 1)

    def keep_focus(self, by: int) -> None:
        """The same button again, or the other one at the end of the list."""
        wanted, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        target = wanted if wanted.isEnabled() else other
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, place: int, was_at: int, *, is_in_place: bool) -> None:
        """Its number, where it stood, and why."""
        set_paragraph(self._place, f"{place + 1}.")
        self.up.hide()
        self.down.hide()
        words = (
            self.say("Number {number}", number=place + 1)
            if is_in_place
            else self.say(
                "Number {number} – you had it as number {own}", number=place + 1, own=was_at + 1
            )
        )
        self._column.addWidget(
            verdict(
                self._presentation,
                words,
                self.say(self.part.feedback),
                is_in_place=is_in_place,
                name=f"explanation_{self.part.id}",
            )
        )

    def _mover(self, words: str, name: str, icon: str, by: int) -> QPushButton:
        made = button(
            words,
            f"{name}_{self.part.id}",
            lambda: self.moved.emit(by),
            role="quiet",
            icon=self._presentation.icon(icon, "primary"),
        )
        made.setAccessibleName(f"{words}: {self.text}")
        return made
