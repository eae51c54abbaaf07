"""*Fler fall*: the cases beyond those that the modules ask, to be tried at will."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import counted
from huddinge_training.services.content_check import ModuleReview
from huddinge_training.services.overview import MoreCases
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import place_illustration
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.picture_card import PictureCard

NO_CASES = "tomt-bibliotek"


class CasesPage(Page):
    """A list by module, own work first; nothing of what is tried here is kept."""

    case_opened = Signal(str, str)
    sheet_asked = Signal(str)
    went_home = Signal()
    plan_asked = Signal()

    def __init__(
        self,
        presentation: Presentation,
        course: Course,
        more: Sequence[MoreCases],
        reviews: Sequence[ModuleReview],
        *,
        may_lead: bool = False,
    ) -> None:
        """``may_lead`` is whether a plan for a meeting can be opened from here."""
        super().__init__(presentation)
        self._roles = {str(role.id): role.title for role in course.roles}
        self.add_heading(self.say("More cases"))
        if not more:
            self.add(self._empty())
            self._add_plan(may_lead=may_lead)
            return
        self.add(
            paragraph(
                self.say(
                    "These cases are beyond what your modules ask. Try those you want. "
                    "Nothing of it is saved, and HR sees nothing of it."
                ),
                "reading",
            )
        )
        self.add(paragraph(self._review_words(reviews), "muted", name="review_state"))
        for cases in more:
            self._add_module(cases.module, cases.scenarios)
        self._add_plan(may_lead=may_lead)
        self.add(button(self.say("To my modules"), "home", self.went_home.emit))

    def _add_plan(self, *, may_lead: bool) -> None:
        """Whoever leads a meeting for somebody else has got a plan as a file."""
        if may_lead:
            self.column.addSpacing(8)
            self.add(HeadingLabel(self.say("Lead a meeting"), "subtitle"))
            self.add(paragraph(self.say("Have you got a plan as a file? Open it here.")))
            self.add(FlowLayout(button(self.say("Open a plan"), "open_plan", self.plan_asked.emit)))

    def _empty(self) -> QWidget:
        """Everything that is there for one's work is in the modules."""
        card = PictureCard(place_illustration(self.presentation, NO_CASES), "no_cases")
        title = self.say("No cases beyond your modules")
        card.words.addWidget(HeadingLabel(title, "subtitle"))
        words = self.say(
            "Your modules hold all the cases that there are for your work. You can do a module "
            "again whenever you like."
        )
        card.words.addWidget(paragraph(words, "reading"))
        home = button(self.say("To my modules"), "home", self.went_home.emit, role="primary")
        card.words.addLayout(FlowLayout(home))
        return card

    def _review_words(self, reviews: Sequence[ModuleReview]) -> str:
        """How many wait for a lawyer; it is said so that nobody takes a draft for the law."""
        return self.say(
            counted(
                "The course has {total} situations. One waits for a lawyer to confirm it.",
                "The course has {total} situations. {count} wait for a lawyer to confirm them.",
                sum(review.needs_lawyer for review in reviews),
                total=sum(review.total for review in reviews),
            )
        )

    def _add_module(self, module: Module, scenarios: Sequence[Scenario]) -> None:
        self.column.addSpacing(8)
        self.add(HeadingLabel(self.say(module.title), "subtitle"))
        card = box("card", margin=8, spacing=0, name=f"cases_{module.id}")
        for scenario in scenarios:
            inside(card).addWidget(self._case_button(module, scenario))
            for_whom = paragraph(self._for_whom(scenario), "caption")
            for_whom.setContentsMargins(self.presentation.icon_size + 12, 0, 8, 8)
            inside(card).addWidget(for_whom)
        self.add(card)
        if module.sheet is not None:
            made = button(
                self.say("One page to print"),
                f"sheet_{module.id}",
                lambda: self.sheet_asked.emit(module.id),
                icon=self.presentation.icon("printer", "text"),
                icon_size=self.presentation.icon_size,
            )
            made.setAccessibleName(f"{made.text()}: {self.say(module.title)}")
            self.add(FlowLayout(made))

    def _case_button(self, module: Module, scenario: Scenario) -> QPushButton:
        return button(
            self.say(scenario.title),
            f"case_{scenario.id}",
            lambda: self.case_opened.emit(module.id, scenario.id),
            role="quiet",
            icon=self.presentation.icon("caret-right", "primary"),
            icon_size=self.presentation.icon_size,
        )

    def _for_whom(self, scenario: Scenario) -> str:
        if scenario.is_for_everyone:
            return self.say("For everybody")
        titles = [self.say(self._roles[r]) for r in scenario.roles if r in self._roles]
        return "\u00a0· ".join(titles)
