"""The room beside the session: how many are here, phones, and the big picture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.ui.facilitator.parts import NumberRow, card
from huddinge_training.ui.facilitator.session_state import SessionState, StageState
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph


class RoomCard(QFrame):
    """Numbers are painted in place; everything that is pressed is ``asked``."""

    asked = Signal(str, int)

    def __init__(self, presentation: Presentation, state: SessionState, stage: StageState) -> None:
        super().__init__()
        self.say = presentation.language.say
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(self.say("The room"), "room_card")
        outer.addWidget(frame)
        self._people = NumberRow(
            "people", self.say("People here"), state.people, lambda step: self._ask("people", step)
        )
        column.addWidget(self._people)
        self._phones = paragraph("", name="phones")
        column.addWidget(self._phones)
        self._address = paragraph(self._address_words(stage), "muted", name="address")
        column.addWidget(self._address)
        if not (stage.address or stage.is_opening or stage.is_rehearsal):
            again = button(
                self.say("Open for phones"), "open_phones", lambda: self._ask("open_phones")
            )
            column.addLayout(FlowLayout(again))
        self._picture = paragraph("", "muted", name="picture")
        column.addWidget(self._picture)
        self._blank = button("", "blank", lambda: self._ask("blank"))
        self._previous = button(
            self.say("Previous screen"), "turn_back", lambda: self._ask("turn", -1)
        )
        self._next = button(self.say("Next screen"), "turn_on", lambda: self._ask("turn", 1))
        self._code = button("", "show_code", lambda: self._ask("show_code"))
        flip = button(self.say("Show or hide (F11)"), "flip", lambda: self._ask("flip"))
        column.addLayout(FlowLayout(self._next, self._previous, flip, self._blank, self._code))
        for name, text, is_on in (
            ("large_room", self.say("Large room, larger letters"), stage.large_room),
            ("dark_room", self.say("Dark room"), stage.dark_room),
        ):
            check = Check(presentation.theme, text)
            check.setObjectName(name)
            check.setChecked(is_on)
            check.toggled.connect(lambda is_on, name=name: self._ask(name, int(is_on)))
            column.addWidget(check)
        attendance = button(self.say("Who is here"), "attendance", lambda: self._ask("attendance"))
        acts = [attendance]
        if stage.is_rehearsal:
            acts.append(
                button(self.say("End the rehearsal"), "end_rehearsal",
                       lambda: self._ask("end_rehearsal"))
            )  # fmt: skip
        column.addLayout(FlowLayout(*acts))
        self.show_numbers(state)
        self.show_stage(stage)

    def show_numbers(self, state: SessionState) -> None:
        """How many phones and people there are by now."""
        self._people.set_number(state.people)
        words = self.say(
            "{phones} phones, {people} people", phones=state.phones, people=state.people
        )
        if state.phones > state.people:
            words += " " + self.say("There are more phones than people.")
        set_paragraph(self._phones, words)

    def show_stage(self, stage: StageState) -> None:
        """What is on the big picture."""
        set_paragraph(self._picture, stage.picture)
        self._picture.setVisible(bool(stage.picture))
        self._next.setVisible(stage.has_many_screens)
        self._previous.setVisible(stage.has_many_screens)
        blank = self.say("Show again (B)") if stage.is_blank else self.say("Black out (B)")
        code = self.say("Hide the code") if stage.is_code_shown else self.say("Show the code")
        for made, text in ((self._blank, blank), (self._code, code)):
            made.setText(text)
            made.setAccessibleName(text)

    def _address_words(self, stage: StageState) -> str:
        if stage.is_opening:
            return self.say("The page for phones is being opened.")
        if not stage.address:
            return self.say("Phones cannot join. Vote with cards, hands or slips.")
        return self.say("Phones: {address}, code {code}", address=stage.address, code=stage.code)

    def _ask(self, act: str, number: int = 0) -> None:
        self.asked.emit(act, number)
