"""*Planera en träff*: everything has a default, so that two clicks are enough to begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from huddinge_training.domain.group_plan import Length, PlannedCase
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import RejectedInputError, TrainingError
from huddinge_training.language import counted
from huddinge_training.services.group_sessions import CaseChoice
from huddinge_training.ui.facilitator.parts import card, labelled
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import clear
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check, DropDown, Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import WrappedLabel, paragraph, set_paragraph
from huddinge_training.ui.widgets.unit_picker import UnitPicker

LIST_HEIGHT = 120


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What is typed in the form, unchecked."""

    length: Length
    source: str
    cases: tuple[PlannedCase, ...]
    title: str
    leader: str
    unit_code: str
    count: str
    people: str


class PlanPage(Page):
    """The act that is asked for comes with the draft; what is wrong is said at its field."""

    asked = Signal(str, object)
    went_back = Signal()

    def __init__(
        self,
        presentation: Presentation,
        draft: PlanDraft,
        sources: Sequence[tuple[str, str]],
        cases_of: Callable[[str], Sequence[CaseChoice]],
        organisation: Organisation,
        *,
        is_saved: bool,
    ) -> None:
        super().__init__(presentation)
        self._cases_of = cases_of
        self._chosen: list[PlannedCase] = []
        self._checks: dict[PlannedCase, Check] = {}
        self._titles: dict[PlannedCase, str] = {}
        self._problems: dict[str, tuple[QWidget, WrappedLabel]] = {}
        self.add_heading(self.say("Plan a meeting"))
        words = self.say("Everything is filled in. Change what you want, and start.")
        self.add(paragraph(words, "reading"))
        self.add(FlowLayout(*self._starts()))
        self.add(self._length_card())
        self.add(self._cases_card(sources))
        self.add(self._people_card())
        self.add(self._about_card(organisation))
        self.add(self._papers_card(is_saved=is_saved))
        self.add(FlowLayout(button(self.say("Back"), "went_back", self.went_back.emit)))
        self.fill(draft)

    # --- What is typed ----------------------------------------------------------------------

    @property
    def typed(self) -> PlanDraft:
        """What the fields hold."""
        length = next(length for length, radio in self._lengths.items() if radio.isChecked())
        return PlanDraft(
            length=length,
            source=str(self._source.currentData()),
            cases=tuple(self._chosen),
            title=self._title.text(),
            leader=self._leader.text(),
            unit_code=self._unit.unit_code,
            count=self._count.text(),
            people=self._people.toPlainText(),
        )

    def fill(self, draft: PlanDraft) -> None:
        """Puts a draft into the fields."""
        self._lengths[draft.length].setChecked(True)
        self._source.setCurrentIndex(max(0, self._source.findData(draft.source)))
        self._chosen = list(draft.cases)
        self._show_cases()
        self._title.setText(draft.title)
        self._leader.setText(draft.leader)
        self._unit.fill(draft.unit_code, is_missing=False)
        self._count.setText(draft.count)
        self._people.setPlainText(draft.people)

    def draft(self) -> object:
        """What is typed."""
        return self.typed

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        if isinstance(draft, PlanDraft):
            self.fill(draft)

    def show_error(self, error: TrainingError) -> None:
        """What cannot be accepted is said at its fields."""
        if isinstance(error, RejectedInputError):
            self.show_rejection(error)
        else:
            super().show_error(error)

    def show_rejection(self, error: RejectedInputError) -> None:
        """Every problem at its field, the keyboard at the first."""
        self.clear_problems()
        self.error = error
        for name, words in error.problems.items():
            field, problem = self._problems[name]
            set_paragraph(problem, self.say(words))
            problem.show()
            field.setProperty("problem", True)
            field.setAccessibleDescription(self.say(words))
            field.style().polish(field)
        first = next(name for name in self._problems if name in error.problems)
        self._problems[first][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.say(error.problems[first]))

    def clear_problems(self) -> None:
        """Takes the problems away again."""
        self.error = None
        for field, problem in self._problems.values():
            problem.hide()
            field.setProperty("problem", False)
            field.setAccessibleDescription("")
            field.style().polish(field)

    # --- Parts -------------------------------------------------------------------------------

    def _starts(self) -> list[QWidget]:
        return [
            self._act(self.say("Start the meeting"), "start_meeting", role="primary"),
            self._act(self.say("Rehearse"), "rehearse"),
            self._act(self.say("Test the network"), "network"),
        ]

    def _length_card(self) -> QWidget:
        frame, column = card(self.say("How long?"), "length_card")
        self._group = QButtonGroup(self)
        self._lengths = {}
        for length in Length:
            words = self.say(
                counted(
                    "{minutes} minutes: one case",
                    "{minutes} minutes: {count} cases",
                    length.dilemma_count,
                    minutes=length.minutes,
                )
            )
            radio = Radio(self.presentation.theme, words)
            radio.setObjectName(f"radio_{length.value}")
            radio.clicked.connect(self._on_length_chosen)
            self._group.addButton(radio)
            self._lengths[length] = radio
            column.addWidget(radio)
        return frame

    def _cases_card(self, sources: Sequence[tuple[str, str]]) -> QWidget:
        frame, column = card(self.say("About what?"), "cases_card")
        self._source = DropDown(self.presentation)
        self._source.setObjectName("case_source")
        for code, words in sources:
            self._source.addItem(words, code)
        problem = labelled(column, self.say("Choose among"), self._source)
        self._problems["cases"] = self._source, problem
        self._source.activated.connect(self._on_source_chosen)
        self._case_column = QVBoxLayout()
        self._case_column.setSpacing(8)
        column.addLayout(self._case_column)
        self._order = paragraph("", "muted", name="case_order")
        column.addWidget(self._order)
        return frame

    def _people_card(self) -> QWidget:
        frame, column = card(self.say("Who comes?"), "people_card")
        self._count = QLineEdit()
        self._count.setObjectName("expected_count")
        problem = labelled(column, self.say("How many"), self._count)
        self._problems["expected"] = self._count, problem
        self._people = QPlainTextEdit()
        self._people.setObjectName("expected_people")
        self._people.setTabChangesFocus(True)
        self._people.setFixedHeight(LIST_HEIGHT)
        hint = self.say(
            "Paste names and employee numbers, one person a line. Then the meeting counts for "
            "those who come. Never personal identity numbers."
        )
        problem = labelled(column, self.say("Or a list"), self._people, hint)
        self._problems["people"] = self._people, problem
        return frame

    def _about_card(self, organisation: Organisation) -> QWidget:
        frame, column = card(self.say("Title, leader and unit"), "about_card")
        self._title, self._leader = QLineEdit(), QLineEdit()
        for name, editor, label, hint in (
            ("title", self._title, self.say("Title"), self.say("Empty: the names of the cases.")),
            ("leader", self._leader, self.say("Leader"), ""),
        ):
            editor.setObjectName(f"plan_{name}")
            self._problems[name] = editor, labelled(column, label, editor, hint)
        self._unit = UnitPicker(self.presentation, organisation)
        words = labelled(column, self.say("Unit"), self._unit, focus=self._unit.field)
        self._problems["unit_code"] = self._unit.field, words
        return frame

    def _papers_card(self, *, is_saved: bool) -> QWidget:
        frame, column = card(self.say("Save and print"), "papers_card")
        acts = [
            self._act(self.say("Save the plan"), "save_plan"),
            self._act(self.say("Save as a file"), "save_file"),
            self._act(self.say("The leader’s guide"), "guide"),
            self._act(self.say("Cards to vote with"), "cards"),
        ]
        if is_saved:
            acts.append(self._act(self.say("Remove the plan"), "remove_plan"))
        column.addLayout(FlowLayout(*acts))
        return frame

    def _act(self, text: str, name: str, *, role: str = "secondary") -> QWidget:
        return button(text, name, lambda: self.asked.emit(name, self.typed), role=role)

    # --- Cases ---------------------------------------------------------------------------------

    def _on_length_chosen(self) -> None:
        """As many cases as there is time for: more are filled up, too many fall away."""
        wanted = self.typed.length.dilemma_count
        del self._chosen[wanted:]
        for case in self._checks:
            if len(self._chosen) < wanted and case not in self._chosen:
                self._chosen.append(case)
        self._mark()

    def _on_source_chosen(self) -> None:
        self._chosen = []
        self._show_cases()
        self._on_length_chosen()

    def _show_cases(self) -> None:
        clear(self._case_column)
        self._checks = {}
        before: QWidget = self._source
        for choice in self._cases_of(str(self._source.currentData())):
            title = self.say(choice.scenario.title)
            words = f"{title} · {self.say(choice.module.title)}"
            check = Check(self.presentation.theme, words)
            check.setObjectName(f"case_{choice.scenario.id}")
            check.clicked.connect(lambda is_on, c=choice.planned: self._on_case(c, is_on=is_on))
            self._checks[choice.planned] = check
            self._titles[choice.planned] = title
            self._case_column.addWidget(check)
            QWidget.setTabOrder(before, check)
            before = check
        self._mark()

    def _on_case(self, case: PlannedCase, *, is_on: bool) -> None:
        """The latest choice takes the place of the earliest where there is no time for both."""
        if is_on:
            self._chosen.append(case)
            del self._chosen[: -self.typed.length.dilemma_count]
        else:
            self._chosen.remove(case)
        self._mark()

    def _mark(self) -> None:
        for case, check in self._checks.items():
            check.setChecked(case in self._chosen)
        titles = [self._titles.get(case, case.scenario_id) for case in self._chosen]
        set_paragraph(self._order, self.say("In this order: {titles}", titles=" → ".join(titles)))
        self._order.setVisible(len(titles) > 1)
