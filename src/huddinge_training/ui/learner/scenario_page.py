"""A scenario: situation, question, a way to answer; and after the answer what it leads to."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huddinge_training.domain.glossary import Glossary
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Scenario
from huddinge_training.services.visit import Visit
from huddinge_training.ui.learner.answering.areas import area_for
from huddinge_training.ui.learner.scenario_ending import ScenarioEnding
from huddinge_training.ui.learner.walk_through import WalkThrough
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, clear
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.explained_text import ExplainedText
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel
from huddinge_training.ui.widgets.progress_dots import PlaceBar, ProgressDots
from huddinge_training.ui.widgets.unseen import make_ready

AFTER_PAINT_MS = 20


@dataclass(frozen=True, slots=True)
class _Draft:
    answer: object
    words: frozenset[str]
    is_missing: bool


class ScenarioPage(Page):
    """Shows one item of an attempt; choosing never submits, *Svara* does."""

    answer_confirmed = Signal(str)
    answer_kept = Signal(str)
    went_on = Signal()
    went_back = Signal()
    question_raised = Signal()

    def __init__(
        self, presentation: Presentation, visit: Visit, glossary: Glossary, today: date
    ) -> None:
        super().__init__(presentation)
        number = visit.attempt.item_number
        if number is None:
            raise ValueError("the visit is not at a scenario")
        self._visit = visit
        self._glossary = glossary
        self._today = today
        self._number = number
        self._is_missing = False
        self._ending: ScenarioEnding | None = None
        self.scenario: Scenario = visit.attempt.items[number]
        self._add_situation()
        self._area = area_for(presentation, visit.attempt, number)
        self._area.kept.connect(self.answer_kept)
        self._area.told.connect(self.announce)
        self._area.moved.connect(self.keep_in_sight)
        self.add(self._area)
        self._after = QVBoxLayout()
        self.add(self._after)
        self._problems = QVBoxLayout()
        self.add(self._problems)
        self._actions = QVBoxLayout()
        self.add(self._actions)
        answer = visit.attempt.answer_of(number)
        if answer is None:
            self._show_answer_button()
        else:
            self._show_feedback(answer.response)

    def showEvent(self, event: QShowEvent) -> None:
        """Makes the feedback ready while the situation is read, once that can be read."""
        super().showEvent(event)
        if self._ending is None:
            QTimer.singleShot(AFTER_PAINT_MS, self, self._make_ending)

    @property
    def window_title(self) -> str:
        """Module, question number and total."""
        return f"{self.say(self._visit.module.title)} – {self._place_words()}"

    def draft(self) -> object:
        """What is chosen but not confirmed, what is unfolded, and whether something is missing."""
        return _Draft(self._area.draft(), self._words.open_ids, self._is_missing)

    def restore(self, draft: object) -> None:
        """Chooses and unfolds the same again."""
        if not isinstance(draft, _Draft):
            return
        self._area.restore(draft.answer)
        self._words.show_again(draft.words)
        if draft.is_missing:
            self._show_missing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that choose mean something only where the focus is on what is chosen (2.1.4)."""
        if not self._area.take_key(event, self.focusWidget()):
            super().keyPressEvent(event)

    def show_answer(self, response: Response, *, adds_situations: bool = False) -> None:
        """Shows the feedback once the answer is saved, and has it announced.

        ``adds_situations`` says that the answer made the module longer (PED-12).
        """
        with self.in_its_place(self._area.anchor()), self.laid_out_once():
            clear(self._actions)
            self._show_feedback(response)
            if adds_situations:
                self._make_ending().say_that_more_comes()
        self._area.focus_explanation()
        self.announce(self._area.explanation_text())

    def show_kept(self, response: Response) -> None:
        """Shows how far the answer has come, once that is saved."""
        if not self._area.has_steps:
            return
        with self.laid_out_once():
            self._clear_problem()
            self._area.show_kept(response)
            clear(self._actions)
            self._show_answer_button()
        self._area.focus_kept()
        QTimer.singleShot(AFTER_PAINT_MS, self, self._area.prepare)

    def show_problem(self, text: str) -> None:
        """Says next to the button why the answer could not be saved; the choice stays."""
        clear(self._problems)
        self._problems.addWidget(InfoBar(self.presentation, "problem", text, "answer_problem"))
        self.announce(text)

    def _place_words(self) -> str:
        if self._visit.is_practice:
            return self.say("One more case: {title}", title=self.scenario.title)
        return self.say(
            "Question {number} of {total}",
            number=self._number + 1,
            total=len(self._visit.attempt.items),
        )

    def _add_situation(self) -> None:
        total = len(self._visit.attempt.items)
        if self._visit.attempt.place > 0:
            self.add_back(self.went_back.emit)
        self.add(
            PlaceBar(
                self.say(self._visit.module.title),
                self.say("One more case") if self._visit.is_practice else self._place_words(),
                ProgressDots(self.presentation.theme, self._number, total),
            )
        )
        if self._visit.notice is not None:
            words = self.say(self._visit.notice)
            self.add(InfoBar(self.presentation, "info", words, "course_changed"))
        if self.scenario.is_sensitive:
            words = self.say("This situation is about something that can be hard to read about.")
            self.add(InfoBar(self.presentation, "info", words, "content_notice"))
        self.add_heading(self.say(self.scenario.title))
        self._words = ExplainedText(
            self.presentation,
            self._glossary,
            [("scene", self.say(self.scenario.scene))],
            also=self._other_texts(),
        )
        self._words.told.connect(self.announce)
        self._words.opened.connect(self.keep_in_sight)
        self.add(self._words)
        if self.scenario.steps:
            self.add(WalkThrough(self.presentation, self.scenario.steps, self._visit.procedure))
        self.column.addSpacing(8)
        question = HeadingLabel(self.say(self.scenario.question), "subtitle")
        question.setObjectName("question")
        self.add(question)
        self.read_on_arrival(*map(self.say, (self.scenario.scene, self.scenario.question)))

    def _other_texts(self) -> list[str]:
        """What else is read before the answer, whose words are explained below the scene."""
        texts = [self.scenario.question, *(option.text for option in self.scenario.options)]
        texts += [group.title for group in self.scenario.groups]
        texts += [part.text for part in self.scenario.parts]
        return [self.say(text) for text in texts]

    def _show_answer_button(self) -> None:
        submit = button(
            self._area.submit_words(), "answer", self._on_answer_clicked, role="primary"
        )
        buttons: list[QWidget] = [self.as_default(submit)]
        if self._area.previous_step() is not None:
            buttons.append(
                button(self.say("Go back one step"), "step_back", self._on_step_back_clicked)
            )
        self._actions.addLayout(FlowLayout(*buttons))

    def _on_answer_clicked(self) -> None:
        response, step = self._area.response(), self._area.step()
        if response is not None:
            self.answer_confirmed.emit(response)
        elif step is not None:
            self.answer_kept.emit(step)
        else:
            self._show_missing()
            self._area.focus_missing()

    def _show_missing(self) -> None:
        self._is_missing = True
        self.show_problem(self._area.missing_words())

    def _clear_problem(self) -> None:
        clear(self._problems)
        self._is_missing, self.error = False, None

    def _on_step_back_clicked(self) -> None:
        before = self._area.previous_step()
        if before is not None:
            self.answer_kept.emit(before)

    def _make_ending(self) -> ScenarioEnding:
        """What is not yet to be seen: below the options, and in them."""
        if self._ending is None:
            self._ending = ScenarioEnding(self.presentation, self.scenario, self._today)
            self._ending.hide()
            self._after.addWidget(self._ending)
            make_ready(self._ending, self._area.width())
            self._area.prepare()
        return self._ending

    def _show_feedback(self, response: Response) -> None:
        self._clear_problem()
        self._area.reveal(response)
        self._make_ending().show()
        go_on = button(self.say("Continue"), "go_on", self.went_on.emit, role="primary")
        ask = button(self.say("I have a question"), "raise_question", self.question_raised.emit)
        self._actions.addLayout(FlowLayout(self.as_default(go_on), ask))
