"""The facilitator's page of a session: where we are, what to do now, the vote, and the room."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.group_session import LONGEST_AGREEMENT
from huddinge_training.ui.facilitator.parts import card, labelled
from huddinge_training.ui.facilitator.room_card import RoomCard
from huddinge_training.ui.facilitator.session_state import SessionState, StageState, VoteState
from huddinge_training.ui.facilitator.step_words import LOSSES, note_of, title_of
from huddinge_training.ui.facilitator.vote_card import VoteCard
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.projector.gap_words import GAPS, NOTHING_SHOWN
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph

CHARACTERS = 84
UNTIL_THE_RESULT = (
    StepKind.VOTE_1,
    StepKind.TALK,
    StepKind.PLENARY,
    StepKind.VOTE_2,
    StepKind.REVEAL,
)


class Act(StrEnum):
    """What a facilitator can do; ``asked`` says which, with a number where there is one."""

    BACK = "back"
    ON = "on"
    GO_TO = "go_to"
    OPEN = "open_vote"
    CLOSE = "close_vote"
    REOPEN = "reopen_vote"
    REVEAL = "reveal"
    CUE = "cue"
    PERSPECTIVE = "perspective"
    PEOPLE = "people"
    FLIP = "flip"
    BLANK = "blank"
    TURN = "turn"
    CODE = "show_code"
    LARGE = "large_room"
    DARK = "dark_room"
    PHONES = "open_phones"
    ATTENDANCE = "attendance"
    TABLET = "tablet"
    END = "end_rehearsal"


class SessionPage(Page):
    """Shows a moment of the session; what changes within a step is painted in place."""

    asked = Signal(str, int)
    typed = Signal(int, int)
    agreed = Signal(str)

    def __init__(self, presentation: Presentation, state: SessionState, stage: StageState) -> None:
        super().__init__(presentation, width=CHARACTERS)
        self._state = state
        self._agreement: QLineEdit | None = None
        self._vote: VoteCard | None = None
        self.add_heading(self.say(title_of(state.step)))
        self.add(paragraph(self._place_words(), "muted", name="place"))
        self._pace = paragraph("", "muted", name="pace")
        self.add(self._pace)
        self._add_bars(state, stage)
        self.add(self._now_card(state))
        if state.vote is not None:
            self._vote = VoteCard(presentation, state)
            self._vote.asked.connect(self.asked)
            self._vote.typed.connect(self.typed)
            self.add(self._vote)
        self._add_step_acts(state, stage)
        self._add_ways(state)
        self._room = RoomCard(presentation, state, stage)
        self._room.asked.connect(self.asked)
        self.add(self._room)
        self.add(self._steps_card(state))
        for keys, act in (("B", Act.BLANK), ("F11", Act.FLIP)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda a=act: self._ask(a))
        for keys, step in (("Ctrl+Right", Act.ON), ("Ctrl+Left", Act.BACK)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda a=step: self._ask(a))
        self.show_pace(stage.minutes_in, stage.minutes_planned)

    # --- What changes within a step -------------------------------------------------------------

    def show_numbers(self, state: SessionState) -> None:
        """How many have joined and voted by now."""
        self._state = state
        if self._vote is not None:
            self._vote.show_numbers(state)
        self._room.show_numbers(state)

    def show_pace(self, minutes_in: int, planned: int) -> None:
        """How far the clock is, beside the plan; there is no countdown."""
        words = self.say(
            "{minutes} min in. The plan says {planned} min here.",
            minutes=minutes_in,
            planned=planned,
        )
        set_paragraph(self._pace, words)

    def show_stage(self, stage: StageState) -> None:
        """Which screen of the big picture is seen."""
        self._room.show_stage(stage)

    def draft(self) -> object:
        """The agreement that is typed."""
        return self._agreement.text() if self._agreement is not None else None

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        if self._agreement is not None and isinstance(draft, str):
            self._agreement.setText(draft)

    @property
    def agreement(self) -> str | None:
        """What is typed, or None at other steps."""
        return self._agreement.text() if self._agreement is not None else None

    def show_problem(self, text: str) -> None:
        """At the agreement it is said at the field."""
        if self._agreement is None:
            super().show_problem(text)
            return
        set_paragraph(self._agreement_problem, text)
        self._agreement_problem.show()
        self._agreement.setProperty("problem", True)
        self._agreement.setAccessibleDescription(text)
        self._agreement.style().polish(self._agreement)
        self._agreement.setFocus()
        self.announce(text)

    # --- Parts ----------------------------------------------------------------------------------

    def _place_words(self) -> str:
        return self.say(
            "{title}. Step {number} of {total}.",
            title=self.say(self._state.title),
            number=self._state.place + 1,
            total=len(self._state.steps),
        )

    def _add_bars(self, state: SessionState, stage: StageState) -> None:
        if stage.is_rehearsal:
            words = self.say(
                "You are rehearsing with twelve made-up phones. Nothing of it is saved."
            )
            self.add(InfoBar(self.presentation, "info", words, "rehearsal_bar"))
        if state.loss is not None and state.step.kind in UNTIL_THE_RESULT:
            words = self.say(LOSSES[state.loss])
            self.add(InfoBar(self.presentation, "warning", words, "lost_votes"))
        if stage.phone_problem:
            self.add(InfoBar(self.presentation, "warning", stage.phone_problem, "phone_problem"))

    def _now_card(self, state: SessionState) -> QWidget:
        frame, column = card(self.say("Do this now"), "now_card")
        now = note_of(state.step.kind, state.people, is_spent=state.is_spent)
        note = paragraph(self.say(now), "reading")
        column.addLayout(self.short_lines(note))
        scenario = state.scenario
        guide = scenario.facilitation if scenario is not None else None
        kind = state.step.kind
        if guide is not None and kind in (StepKind.TALK, StepKind.PLENARY):
            self._add_list(
                column, self.say("Open questions"), [self.say(q) for q in guide.questions]
            )
            if guide.pitfalls:
                words = [self.say(pitfall) for pitfall in guide.pitfalls]
                self._add_list(column, self.say("If it goes off the rails"), words)
        if scenario is not None and kind is StepKind.READ:
            column.addWidget(paragraph(self.say(scenario.scene)))
        return frame

    def _add_list(self, column: QVBoxLayout, title: str, lines: list[str]) -> None:
        column.addWidget(paragraph(title, "strong"))
        for line in lines:
            column.addWidget(paragraph(f"• {line}"))

    def _add_step_acts(self, state: SessionState, stage: StageState) -> None:
        kind = state.step.kind
        if kind is StepKind.PLENARY and state.scenario is not None and state.scenario.perspectives:
            total = len(state.scenario.perspectives)
            words = self.say(
                "Perspectives shown: {shown} of {total}",
                shown=state.shown_perspectives, total=total,
            )  # fmt: skip
            self.add(paragraph(words, name="perspectives"))
            if state.shown_perspectives < total:
                text = self.say("Show a perspective")
                self.add(FlowLayout(self._button(text, Act.PERSPECTIVE)))
        if kind is StepKind.REVEAL:
            self._add_result(state, stage)
        if state.cue_round is not None:
            if stage.cue:
                self.add(InfoBar(self.presentation, "info", stage.cue, "cue_words"))
            else:
                text = self.say("Hint for me alone")
                self.add(FlowLayout(self._button(text, Act.CUE, number=state.cue_round)))
        if kind is StepKind.AGREEMENT:
            self._add_agreement(state.agreement)

    def _add_result(self, state: SessionState, stage: StageState) -> None:
        result, is_shown = state.result, stage.shown_votes > 0
        has_one = is_shown and result.gap not in NOTHING_SHOWN
        if has_one:
            words = (
                self.say("One result is on the big picture. The other can be shown beside it.")
                if result.can_show_more
                else self.say("The result is on the big picture.")
            )
            self.add(paragraph(words, name="shown"))
        if is_shown and result.gap is not None:
            self.add(InfoBar(self.presentation, "info", self.say(GAPS[result.gap]), "gap"))
        if result.is_early:
            words = self.say(
                "Only the first vote has been held. Once it is shown, the second one can be "
                "shown only if exactly the same phones vote."
            )
            self.add(InfoBar(self.presentation, "info", words, "early"))
        # More was asked for than is on it where it could not be kept as seen.
        if result.can_show_more or result.revealed > stage.shown_votes:
            words = self.say("Show both results") if has_one else self.say("Show the result")
            self.add(FlowLayout(self._button(words, Act.REVEAL, role="primary")))
        elif not is_shown and state.loss is None:
            self.add(paragraph(self.say("Nothing has been voted on."), name="nothing_voted"))

    def _add_agreement(self, agreement: str) -> None:
        self._agreement = QLineEdit(agreement)
        self._agreement.setObjectName("agreement")
        column = QVBoxLayout()
        column.setSpacing(8)
        hint = self.say(
            "At most {most} characters. No names, nothing about clients: others will read it.",
            most=LONGEST_AGREEMENT,
        )
        label = self.say("What do we do from now on?")
        self._agreement_problem = labelled(column, label, self._agreement, hint)
        self.add(column)
        self._agreement.returnPressed.connect(self._on_agreed)
        self.add(FlowLayout(button(self.say("Show it"), "agree", self._on_agreed)))

    def _on_agreed(self) -> None:
        if self._agreement is not None:
            self.agreed.emit(self._agreement.text())

    def _add_ways(self, state: SessionState) -> None:
        ways = []
        if state.place:
            ways.append(self._button(self.say("Back"), Act.BACK))
        is_open_vote = state.vote is not None and not self._is_done(state.vote, state)
        ways.append(
            self._button(
                self.say("Onwards"), Act.ON, role="secondary" if is_open_vote else "primary"
            )
        )
        self.add(FlowLayout(*ways))

    def _is_done(self, vote: VoteState, state: SessionState) -> bool:
        return state.is_spent or vote.stage in (Stage.CLOSED, Stage.REVEALED)

    def _steps_card(self, state: SessionState) -> QWidget:
        frame, column = card(self.say("All steps"), "steps_card")
        column.setSpacing(0)
        many = len({step.case for step in state.steps if step.case is not None}) > 1
        for place, step in enumerate(state.steps):
            words = f"{place + 1}. {self.say(title_of(step))}"
            if many and step.case is not None:
                words = self.say("{step} (case {case})", step=words, case=step.case + 1)
            if place == state.place:
                words = self.say("{step} – we are here", step=words)
            made = self._button(words, Act.GO_TO, number=place, role="quiet")
            made.setObjectName(f"step_{place}")
            column.addWidget(made)
        return frame

    def _button(self, text: str, act: Act, *, number: int = 0, role: str = "secondary") -> QWidget:
        return button(text, act.value, lambda: self._ask(act, number), role=role)

    def _ask(self, act: Act, number: int = 0) -> None:
        self.asked.emit(act.value, number)
