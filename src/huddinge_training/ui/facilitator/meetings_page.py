"""*Träffar*: the plans, a meeting that was interrupted, and what the unit has agreed on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.group_plan import GroupPlan
from huddinge_training.domain.session_facts import SessionFacts
from huddinge_training.language import counted
from huddinge_training.ui.facilitator.parts import card
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class MeetingsPage(Page):
    """One button is enough to begin: everything in a new plan is filled in already."""

    plan_asked = Signal(str)
    file_asked = Signal()
    resumed = Signal(str)
    given_up = Signal(str)

    def __init__(
        self,
        presentation: Presentation,
        plans: Sequence[tuple[GroupPlan, str]],
        unfinished: Sequence[tuple[str, str]],
        agreements: Sequence[SessionFacts],
        figures: Sequence[str],
    ) -> None:
        """``plans`` and ``unfinished`` come with titles; ``figures`` are sentences of the unit."""
        super().__init__(presentation)
        self.add_heading(self.say("Meetings"))
        for session_id, title in unfinished:
            self.add(self._unfinished_bar(session_id, title))
        words = self.say(
            "Lead a conversation about a dilemma with your group. Everybody votes in secret, "
            "you talk, and you vote again. The shortest takes 20 minutes."
        )
        self.add(paragraph(words, "reading"))
        self.add(
            FlowLayout(
                button(self.say("Plan a meeting"), "new_plan", lambda: self.plan_asked.emit(""),
                       role="primary"),
                button(self.say("Open a plan"), "open_plan", self.file_asked.emit),
            )
        )  # fmt: skip
        if plans:
            self.add(HeadingLabel(self.say("Your plans"), "subtitle"))
        for plan, title in plans:
            self.add(self._plan_row(plan, title))
        if agreements:
            self.add(self._agreements_card(agreements))
        if figures:
            frame, column = card(self.say("Your unit’s votes"), "figures_card")
            for sentence in figures:
                column.addWidget(paragraph(sentence))
            self.add(frame)

    def _unfinished_bar(self, session_id: str, title: str) -> QWidget:
        words = self.say("A meeting was not ended: {title}", title=title)
        bar = InfoBar(self.presentation, "warning", words, f"unfinished_{session_id}")
        resume = button(
            self.say("Continue the meeting"), f"resume_{session_id}",
            lambda: self.resumed.emit(session_id), role="primary",
        )  # fmt: skip
        give_up = button(
            self.say("Throw it away"), f"give_up_{session_id}",
            lambda: self.given_up.emit(session_id),
        )  # fmt: skip
        buttons = QWidget()
        buttons.setLayout(FlowLayout(resume, give_up))
        bar.add(buttons)
        return bar

    def _plan_row(self, plan: GroupPlan, title: str) -> QWidget:
        frame, column = card(title, f"plan_card_{plan.id}")
        people = self.say(counted("one person", "{count} people", plan.people))
        words = self.say("{minutes} minutes, {people}", minutes=plan.length.minutes, people=people)
        column.addWidget(paragraph(words, "muted"))
        made = button(self.say("Open"), f"plan_{plan.id}", lambda: self.plan_asked.emit(plan.id))
        made.setAccessibleName(f"{made.text()}: {title}")
        column.addLayout(FlowLayout(made))
        return frame

    def _agreements_card(self, agreements: Sequence[SessionFacts]) -> QWidget:
        frame, column = card(self.say("What we have said"), "agreements_card")
        for facts in agreements:
            words = self.say("{day}: {agreement}", day=facts.held_on, agreement=facts.agreement)
            column.addWidget(paragraph(words))
        return frame
