"""The end of a meeting: what came of it, where it is recorded, and then the list is forgotten."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from huddinge_training.domain.attendance import Attendee
from huddinge_training.language import Text, counted
from huddinge_training.ui.facilitator.parts import card
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of the meeting without any vote."""

    title: Text
    held_on: date
    leader: str
    agreement: str
    present: tuple[Attendee, ...]


class FinishPage(Page):
    """First how it is recorded; once that is done, files to save and the list to forget."""

    finished = Signal(bool)
    package_asked = Signal()
    summary_asked = Signal()
    copy_asked = Signal()
    closed = Signal()
    went_back = Signal()

    def __init__(
        self,
        presentation: Presentation,
        outline: Outline,
        *,
        is_finished: bool,
        outcome: str = "",
        fingerprint: str = "",
    ) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("The end of the meeting"))
        self._add_facts(outline)
        if is_finished:
            self._add_files(outcome, fingerprint)
        else:
            self._add_ways(outline)

    def _add_facts(self, outline: Outline) -> None:
        frame, column = card(self.say("What came of it"), "facts_card")
        column.addWidget(paragraph(self.say(outline.title), "strong"))
        words = self.say("{day}, led by {leader}", day=outline.held_on, leader=outline.leader)
        column.addWidget(paragraph(words))
        here = self.say(
            counted("One person was here.", "{count} people were here.", len(outline.present))
        )
        column.addWidget(paragraph(here, name="present"))
        if outline.agreement:
            agreed = self.say("You agreed: {agreement}", agreement=outline.agreement)
            column.addWidget(paragraph(agreed, name="agreed"))
        self.add(frame)

    def _add_ways(self, outline: Outline) -> None:
        frame, column = card(self.say("How is it recorded?"), "record_card")
        self._group = QButtonGroup(self)
        self._here = Radio(
            self.presentation.theme, self.say("In this computer, where HR also works")
        )
        self._hr = Radio(self.presentation.theme, self.say("In a file that I send to HR"))
        for choice, name in ((self._hr, "radio_file"), (self._here, "radio_here")):
            choice.setObjectName(name)
            self._group.addButton(choice)
            column.addWidget(choice)
        self._hr.setChecked(True)
        nameless = sum(not attendee.employee_number for attendee in outline.present)
        if nameless:
            words = self.say(
                counted(
                    "One of them has no employee number and cannot be recorded.",
                    "{count} of them have no employee number and cannot be recorded.",
                    nameless,
                )
            )
            column.addWidget(paragraph(words, "muted", name="nameless"))
        self.add(frame)
        self.add(
            FlowLayout(
                button(self.say("End the meeting"), "end", self._on_end, role="primary"),
                button(self.say("Back"), "back_to_list", self.went_back.emit),
            )
        )

    def _on_end(self) -> None:
        self.finished.emit(self._here.isChecked())

    def _add_files(self, outcome: str, fingerprint: str) -> None:
        frame, column = card(self.say("Take along"), "files_card")
        column.addWidget(paragraph(outcome, name="outcome"))
        acts = [
            button(self.say("Save the file for HR"), "save_package", self.package_asked.emit,
                   role="primary"),
            button(self.say("Save a summary"), "save_summary", self.summary_asked.emit),
            button(self.say("Save a copy to put up"), "save_copy", self.copy_asked.emit),
        ]  # fmt: skip
        column.addLayout(FlowLayout(*acts))
        words = self.say("The copy to put up has no list of who was here.")
        column.addWidget(paragraph(words, "muted"))
        if fingerprint:
            words = self.say(
                "HR may ask you for this computer’s mark: {fingerprint}", fingerprint=fingerprint
            )
            column.addWidget(paragraph(words, "muted", name="fingerprint"))
        self.add(frame)
        words = self.say("When the file is saved, close. Then the list of names is forgotten here.")
        self.add(paragraph(words))
        self.add(FlowLayout(button(self.say("Close"), "close_session", self.closed.emit)))
