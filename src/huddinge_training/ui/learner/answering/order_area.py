"""Answering by putting steps in order, with a button up and a button down at each step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response, misplaced, order_response, places
from huddinge_training.domain.scenario import Part
from huddinge_training.ui.learner.answering.parts_area import PartFrame, PartsArea
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import insert
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph


class OrderArea(PartsArea):
    """The steps as they stand now; the focus stays on the step that is moved."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation, attempt, number)
        self._steps = [_StepCard(presentation, part) for part in attempt.parts(number)]
        if not attempt.answer_of(number):
            self._arrange(attempt.begun)
        for card in self._steps:
            card.moved.connect(self._on_moved)
            self.parts.addWidget(card)
        self._number()

    def response(self) -> Response | None:
        """The order as it stands; there always is one."""
        return order_response(card.part.id for card in self._steps)

    def reveal(self, response: Response) -> None:
        """The steps in the order that works, with where each of them stood, and why."""
        put = places(self.scenario, response)
        moved = misplaced(self.scenario, response)
        self._arrange(order_response(part.id for part in self.scenario.parts))
        self.tell(response)
        for place, card in enumerate(self._steps):
            self.parts.removeWidget(card)
            insert(self.parts, place, card)
            card.reveal(place, int(put[card.part.id]), is_in_place=card.part not in moved)

    def cards_as_told(self) -> list["_StepCard"]:
        """In the order that works."""
        by_id = {card.part.id: card for card in self._steps}
        return [by_id[part.id] for part in self.scenario.parts]

    def restore(self, draft: object) -> None:
        """Puts the steps as they stood."""
        if not self.is_told:
            self._arrange(Response(str(draft or "")))
            for place, card in enumerate(self._steps):
                self.parts.removeWidget(card)
                insert(self.parts, place, card)
            self._number()

    def _arrange(self, response: Response) -> None:
        put = places(self.scenario, response)
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
        self.parts.removeWidget(card)
        insert(self.parts, place, card)
        self._number()
        self.moved.emit(card.keep_focus(by))
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


class _StepCard(PartFrame):
    """One step: its number, its words, and what moves it."""

    moved = Signal(int)

    def __init__(self, presentation: Presentation, part: Part) -> None:
        super().__init__(presentation, part, "part")
        line = QHBoxLayout()
        line.setSpacing(12)
        self._place = paragraph("", "strong", name=f"place_{part.id}")
        self._place.setWordWrap(False)
        line.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        self._words = paragraph(self.text, name=f"step_text_{part.id}")
        line.addWidget(self._words, 1)
        self.column.addLayout(line)
        self.up = self._mover(self.say("Move up"), "up", "caret-up", -1)
        self.down = self._mover(self.say("Move down"), "down", "caret-down", 1)
        self.column.addLayout(FlowLayout(self.up, self.down))

    def stand_at(self, place: int, total: int) -> None:
        """Shows the number, and which way there is still room."""
        set_paragraph(self._place, f"{place + 1}.")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < total - 1)

    def keep_focus(self, by: int) -> QPushButton:
        """The same button again, or the other one at the end of the list."""
        wanted, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        target = wanted if wanted.isEnabled() else other
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target

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
        self.tell(words, is_in_place=is_in_place)

    def _mover(self, words: str, name: str, icon: str, by: int) -> QPushButton:
        made = button(
            words,
            f"{name}_{self.part.id}",
            lambda: self.moved.emit(by),
            role="quiet",
            icon=self.presentation.icon(icon, "primary"),
            icon_size=self.presentation.icon_size,
        )
        made.setAccessibleName(f"{words}: {self.text}")
        return made
