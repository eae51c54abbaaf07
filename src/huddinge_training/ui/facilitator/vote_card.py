"""The vote of a step: its buttons, how many have voted, and votes that were counted by eye."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from huddinge_training.domain.ballot import Stage
from huddinge_training.services.room_signs import letter_of
from huddinge_training.ui.facilitator.parts import NumberRow, card
from huddinge_training.ui.facilitator.session_state import SessionState, VoteState
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph, set_paragraph


class VoteCard(QFrame):
    """Never shows a result, and while the vote is open only how many have voted."""

    asked = Signal(str, int)
    typed = Signal(int, int)

    def __init__(self, presentation: Presentation, state: SessionState) -> None:
        super().__init__()
        assert state.vote is not None and state.scenario is not None
        self._presentation = presentation
        self.say = presentation.language.say
        self._rows: list[NumberRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        frame, inner = card(self.say("The vote"), "vote_card")
        column.addWidget(frame)
        self._numbers = paragraph("", "strong", name="voted")
        inner.addWidget(self._numbers)
        self._add_bond(inner, state)
        self._one_way = InfoBar(
            presentation,
            "warning",
            self.say(
                "Fewer than five phones vote beside cards. Ask everybody to vote the same way: "
                "otherwise the phones are not counted."
            ),
            "one_way",
        )
        inner.addWidget(self._one_way)
        inner.addLayout(FlowLayout(*self._buttons(state.vote, is_spent=state.is_spent)))
        if state.vote.stage is Stage.OPEN:
            self._add_counts(inner, state)
        self.show_numbers(state)

    def show_numbers(self, state: SessionState) -> None:
        """How many have voted by now."""
        vote = state.vote
        if vote is None or state.scenario is None:
            return
        set_paragraph(self._numbers, self._words(vote, state))
        self._one_way.setVisible(vote.needs_one_way)
        for row, option in zip(self._rows, state.scenario.options, strict=False):
            row.set_number(vote.typed[option.id])

    def _add_bond(self, column: QVBoxLayout, state: SessionState) -> None:
        """What the other vote, of which something is known, means for this one."""
        vote = state.vote
        if vote is None or state.is_spent:
            return
        if vote.is_barred:
            words = self.say(
                "Not exactly the same phones voted both times, and something of the other result "
                "is known already. This one is not shown: it could tell how somebody voted. "
                "Open the vote again for the same phones, or talk instead."
            )
            column.addWidget(InfoBar(self._presentation, "warning", words, "barred"))
        elif vote.is_bound and vote.stage in (Stage.PREPARED, Stage.OPEN):
            words = self.say(
                "Something of one result on this case is known already. This vote can be shown "
                "only if exactly the same phones vote both times. Tell the group before it votes."
            )
            column.addWidget(InfoBar(self._presentation, "info", words, "bound"))

    def _words(self, vote: VoteState, state: SessionState) -> str:
        if state.is_spent:
            return self.say("This vote cannot be held.")
        if vote.stage is Stage.PREPARED:
            return self.say("The vote is not open yet.")
        if vote.stage is Stage.OPEN:
            return self.say("{voted} of {people} have voted", voted=vote.voted, people=state.people)
        return self.say("The vote is closed. Votes counted: {voted}.", voted=vote.voted)

    def _buttons(self, vote: VoteState, *, is_spent: bool) -> list[QPushButton]:
        made: list[QPushButton] = []
        if is_spent:
            return made
        if vote.stage is Stage.PREPARED:
            made.append(self._button(self.say("Open the vote"), "open_vote", "primary"))
        elif vote.stage is Stage.OPEN:
            made.append(self._button(self.say("Close the vote"), "close_vote", "primary"))
            made.append(self._button(self.say("Pass the tablet"), "tablet", "secondary"))
        elif vote.can_be_reopened:
            made.append(self._button(self.say("Open again"), "reopen_vote", "secondary"))
        return made

    def _button(self, text: str, name: str, role: str) -> QPushButton:
        return button(text, name, lambda: self.asked.emit(name, 0), role=role)

    def _add_counts(self, column: QVBoxLayout, state: SessionState) -> None:
        assert state.scenario is not None and state.vote is not None
        column.addSpacing(8)
        column.addWidget(HeadingLabel(self.say("Cards, hands or slips"), "strong"))
        words = self.say("Count those who vote without a phone, and type how many chose what.")
        column.addWidget(paragraph(words, "muted"))
        for place, option in enumerate(state.scenario.options):
            row = NumberRow(
                f"typed_{place}",
                f"{letter_of(place)}. {self.say(option.text)}",
                state.vote.typed[option.id],
                partial(self.typed.emit, place),
            )
            self._rows.append(row)
            column.addWidget(row)
