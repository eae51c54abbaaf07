"""A scenario: situation, question, options; and after the answer what each of them leads to."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from huddinge_training.domain.scenario import OptionId, Scenario
from huddinge_training.services.learning import Visit
from huddinge_training.ui.learner.rule_box import RuleBox, dilemma_ending
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.option_card import OptionCard
from huddinge_training.ui.widgets.progress_dots import PlaceBar, ProgressDots

LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class _Draft:
    marked: OptionId | None
    unfolded: frozenset[OptionId]
    problem: str


class ScenarioPage(Page):
    """Shows one item of an attempt; choosing never submits, *Svara* does."""

    answer_confirmed = Signal(str)
    went_on = Signal()
    went_back = Signal()
    question_raised = Signal()

    def __init__(self, presentation: Presentation, visit: Visit) -> None:
        super().__init__(presentation)
        number = visit.attempt.item_number
        if number is None:
            raise ValueError("the visit is not at a scenario")
        self._visit = visit
        self._number = number
        self._problem = ""
        self.scenario: Scenario = visit.attempt.items[number]
        self._add_place()
        if visit.notice is not None:
            self.add(InfoBar(presentation, "info", self.say(visit.notice), "course_changed"))
        if self.scenario.is_sensitive:
            self.add(
                InfoBar(
                    presentation,
                    "info",
                    self.say("This situation is about something that can be hard to read about."),
                    "content_notice",
                )
            )
        self.add_heading(self.say(self.scenario.title))
        self.add(paragraph(self.say(self.scenario.scene), "reading", name="scene"))
        self.column.addSpacing(8)
        question = HeadingLabel(self.say(self.scenario.question), "subtitle")
        question.setObjectName("question")
        self.add(question)
        self._cards = self._add_cards()
        self._after = QVBoxLayout()
        self._after.setSpacing(16)
        self.add(self._after)
        self._problems = QVBoxLayout()
        self.add(self._problems)
        self._actions = QVBoxLayout()
        self.add(self._actions)
        answer = visit.attempt.answer_of(number)
        if answer is None:
            self._show_answer_button()
        else:
            self._show_feedback(answer.option_id)

    @property
    def window_title(self) -> str:
        """Module, question number and total."""
        return f"{self.say(self._visit.module.title)} – {self._place_words()}"

    def draft(self) -> object:
        """What is marked but not confirmed, what is unfolded, and what could not be saved."""
        unfolded = frozenset(card.option.id for card in self._cards if card.is_unfolded)
        return _Draft(self._marked(), unfolded, self._problem)

    def restore(self, draft: object) -> None:
        """Marks and unfolds the same again."""
        if not isinstance(draft, _Draft):
            return
        for card in self._cards:
            if card.option.id == draft.marked and card.radio.isEnabled():
                card.radio.setChecked(True)
            if card.option.id in draft.unfolded:
                card.unfold()
        if draft.problem:
            self.show_problem(draft.problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A–D or 1–4 mark an option, only while the options have the focus (2.1.4)."""
        focused = self.focusWidget()
        is_in_options = any(card.radio is focused for card in self._cards)
        key = event.text().upper()
        place = LETTERS.find(key) if key in LETTERS else "1234".find(key)
        if key and is_in_options and 0 <= place < len(self._cards):
            self._cards[place].radio.setChecked(True)
            self._cards[place].radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_in_options and is_enter and self._marked() is not None:
            self._on_answer_clicked()
            return
        super().keyPressEvent(event)

    def show_answer(self, option_id: OptionId, *, adds_situations: bool = False) -> None:
        """Shows the feedback once the answer is saved, and has it announced.

        ``adds_situations`` says that the answer made the module longer (PED-12).
        """
        with self.laid_out_once():
            self._clear(self._actions)
            self._show_feedback(option_id)
            if adds_situations:
                words = self.say("You get another situation on the same thing a little later.")
                self._after.addWidget(InfoBar(self.presentation, "info", words, "comes_again"))
        chosen = next(card for card in self._cards if card.option.id == option_id)
        chosen.focus_explanation()
        self.announce(chosen.explanation_text())

    def show_problem(self, text: str) -> None:
        """Says next to the button why the answer could not be saved; the choice stays."""
        self._clear(self._problems)
        self._problem = text
        self._problems.addWidget(InfoBar(self.presentation, "problem", text, "answer_problem"))
        self.announce(text)

    def _place_words(self) -> str:
        return self.say(
            "Question {number} of {total}",
            number=self._number + 1,
            total=len(self._visit.attempt.items),
        )

    def _add_place(self) -> None:
        total = len(self._visit.attempt.items)
        self.add(
            PlaceBar(
                self.say(self._visit.module.title),
                self._place_words(),
                ProgressDots(self.presentation.theme, self._number, total),
            )
        )

    def _add_cards(self) -> list[OptionCard]:
        group = QButtonGroup(self)
        holder = QWidget()
        holder.setObjectName("options")
        holder.setAccessibleName(self.say(self.scenario.question))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        cards = []
        options = self._visit.attempt.options(self._number)
        for letter, option in zip(LETTERS, options, strict=False):
            card = OptionCard(self.presentation, option, letter)
            group.addButton(card.radio)
            card.unfolded.connect(self._on_unfolded)
            column.addWidget(card)
            cards.append(card)
        self.add(holder)
        return cards

    def _on_unfolded(self, is_open: bool) -> None:
        card = self.sender()
        if is_open and isinstance(card, OptionCard):
            self.announce(card.explanation_text())

    def _marked(self) -> OptionId | None:
        return next((card.option.id for card in self._cards if card.radio.isChecked()), None)

    def _show_answer_button(self) -> None:
        buttons = [button(self.say("Submit answer"), "answer", self._on_answer_clicked,
                          role="primary")]  # fmt: skip
        if self._visit.attempt.place > 0:
            buttons.append(button(self.say("Back"), "back", self.went_back.emit))
        self._actions.addLayout(FlowLayout(*buttons))

    def _on_answer_clicked(self) -> None:
        marked = self._marked()
        if marked is None:
            self.show_problem(self.say("Choose one of the options first."))
            self._cards[0].radio.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.answer_confirmed.emit(marked)

    def _show_feedback(self, option_id: OptionId) -> None:
        self._clear(self._problems)
        self._problem = ""
        for card in self._cards:
            card.reveal(is_chosen=card.option.id == option_id)
        if self.scenario.boundary is not None:
            self._after.addWidget(dilemma_ending(self.presentation, self.scenario))
        self._after.addWidget(RuleBox(self.presentation, self.scenario))
        if self.scenario.reflection is not None:
            self._after.addWidget(
                InfoBar(self.presentation, "info", self.say(self.scenario.reflection), "reflection")
            )
        go_on = button(self.say("Continue"), "go_on", self.went_on.emit, role="primary")
        buttons = [go_on]
        if self._visit.attempt.place > 0:
            buttons.append(button(self.say("Back"), "back", self.went_back.emit))
        buttons.append(
            button(self.say("I have a question"), "raise_question",
                   self.question_raised.emit)
        )  # fmt: skip
        self._actions.addLayout(FlowLayout(*buttons))

    @staticmethod
    def _clear(layout: QVBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            widget, inner = item.widget(), item.layout()
            if widget is not None:
                widget.deleteLater()
                widget.hide()
            elif inner is not None:
                while (part := inner.takeAt(0)) is not None:
                    if (inside := part.widget()) is not None:
                        inside.hide()
                        inside.deleteLater()
