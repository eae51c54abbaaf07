"""The learner's ways: home, a module from its first screen to its end, and back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.glossary import Glossary
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Scenario, ScenarioId
from huddinge_training.language import message
from huddinge_training.services.pictures import goal_parts
from huddinge_training.services.visit import Visit
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.learner.home_page import HomePage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import HOME
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import hand_over, tell_done

if TYPE_CHECKING:
    from huddinge_training.ui.learner.scenario_page import ScenarioPage


class LearnerFlow(QObject):
    """Leads one person through the course; every step is saved by the visit."""

    certificate_asked = Signal()
    calendar_asked = Signal()
    plan_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        person: Person,
        end_page: Callable[[Presentation, Visit], Page] | None = None,
    ) -> None:
        """``end_page`` is shown at the end of a module instead of the usual one."""
        super().__init__()
        self._desk = desk
        self.person = person
        self._other_end_page = end_page
        self._visit: Visit | None = None

    def show_home(self) -> None:
        """The overview, made anew."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._home_page, HOME)
            self._visit = None

    def open_module(self, module_id: str) -> None:
        """Opens a module where the person left it."""
        learning = self._desk.workspace.learning
        with self._desk.window.telling_problems():
            self._visit = learning.open_module(self.person, ModuleId(module_id))
            self._show_place()

    def open_follow_up(self, follow_up: FollowUp) -> None:
        """Opens a short repeat."""
        learning = self._desk.workspace.learning
        with self._desk.window.telling_problems():
            self._visit = learning.open_follow_up(self.person, follow_up)
            self._show_place()

    def show_cases(self) -> None:
        """The cases beyond those of the modules."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._cases_page, HOME)
            self._visit = None

    def show_goals(self) -> None:
        """The picture of the goals; back leads home."""
        with self._desk.window.telling_problems():
            self._visit = None
            self._desk.window.show_page(self._goals_page, HOME)

    def open_case(self, module_id: str, scenario_id: str) -> None:
        """Opens one case more, of which nothing is kept."""
        learning = self._desk.workspace.learning
        with self._desk.window.telling_problems():
            self._visit = learning.open_case(
                self.person, ModuleId(module_id), ScenarioId(scenario_id)
            )
            self._show_place()

    @property
    def _open_visit(self) -> Visit:
        assert self._visit is not None
        return self._visit

    def _home_page(self, presentation: Presentation) -> Page:
        workspace = self._desk.workspace
        page = HomePage(
            presentation,
            workspace.loaded_course.course,
            self.person,
            workspace.learning.overview(self.person),
            tuple(presentation.language.say(words) for words in workspace.warnings),
            is_guest=self._other_end_page is not None,
        )
        page.module_opened.connect(self.open_module)
        page.follow_up_opened.connect(self.open_follow_up)
        page.certificate_asked.connect(self.certificate_asked)
        page.calendar_asked.connect(self.calendar_asked)
        page.cases_asked.connect(self.show_cases)
        page.goals_asked.connect(self.show_goals)
        return page

    def _cases_page(self, presentation: Presentation) -> Page:
        from huddinge_training.services.content_check import reviews  # noqa: PLC0415
        from huddinge_training.ui.learner.cases_page import CasesPage  # noqa: PLC0415

        workspace = self._desk.workspace
        course = workspace.loaded_course.course
        page = CasesPage(
            presentation,
            course,
            workspace.learning.more_cases(self.person),
            reviews(course, workspace.sources.clock.today),
            may_lead=self._other_end_page is None,
        )
        page.case_opened.connect(self.open_case)
        page.sheet_asked.connect(self._save_sheet)
        page.plan_asked.connect(self.plan_asked)
        page.went_home.connect(self.show_home)
        return page

    def _show_place(self) -> None:
        visit = self._open_visit
        if visit.attempt.is_at_end and visit.is_practice:
            self.show_cases()
        elif visit.attempt.is_at_end:
            self._desk.window.show_page(self._end_page, HOME)
        elif visit.attempt.item_number is None:
            self._desk.window.show_page(self._reading_page, HOME)
        else:
            self._desk.window.show_page(self._scenario_page, HOME)

    def _goals_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.learner.goals_page import GoalsPage  # noqa: PLC0415

        workspace = self._desk.workspace
        goals = workspace.loaded_course.course.goals
        assert goals is not None
        page = GoalsPage(
            presentation,
            goals,
            goal_parts(goals, workspace.learning.overview(self.person)),
            is_of_reading=self._visit is not None,
        )
        page.went_back.connect(self._on_goals_left)
        page.sheet_asked.connect(self._save_goals)
        page.module_opened.connect(self.open_module)
        return page

    def _on_goals_left(self) -> None:
        if self._visit is not None:
            self._show_place()
        else:
            self.show_home()

    def _reading_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.learner.reading_page import ReadingPage  # noqa: PLC0415

        visit = self._open_visit
        goals = self._desk.workspace.loaded_course.course.goals
        page = ReadingPage(
            presentation,
            visit,
            self._glossary(presentation),
            has_goals=goals is not None and goals.module_id == visit.module.id,
        )
        page.goals_asked.connect(lambda: self._desk.window.show_page(self._goals_page, HOME))
        page.went_on.connect(self._on_went_on)
        page.went_back.connect(self._on_went_back)
        return page

    def _scenario_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.learner.scenario_page import ScenarioPage  # noqa: PLC0415

        page = ScenarioPage(
            presentation,
            self._open_visit,
            self._glossary(presentation),
            self._desk.workspace.sources.clock.today,
        )
        page.answer_confirmed.connect(self._on_answer_confirmed)
        page.answer_kept.connect(self._on_answer_kept)
        page.went_on.connect(self._on_went_on)
        page.went_back.connect(self._on_went_back)
        page.question_raised.connect(lambda: self._show_question(page.scenario))
        return page

    def _glossary(self, presentation: Presentation) -> Glossary:
        return Glossary(self._desk.workspace.loaded_course.course.glossary,
                        presentation.language.code)  # fmt: skip

    def _end_page(self, presentation: Presentation) -> Page:
        if self._other_end_page is not None:
            return self._other_end_page(presentation, self._open_visit)
        from huddinge_training.ui.learner.end_page import EndPage  # noqa: PLC0415

        visit, learning = self._open_visit, self._desk.workspace.learning
        page = EndPage(
            presentation,
            visit,
            learning.overview(self.person).next_module,
            learning.next_repeat(self.person, visit.module.id),
        )
        page.module_opened.connect(self.open_module)
        page.went_home.connect(self.show_home)
        page.certificate_asked.connect(self.certificate_asked)
        page.calendar_asked.connect(self.calendar_asked)
        page.sheet_asked.connect(self._save_sheet)
        page.cases_asked.connect(self.show_cases)
        return page

    def _scenario_page_shown(self) -> "ScenarioPage | None":
        from huddinge_training.ui.learner.scenario_page import ScenarioPage  # noqa: PLC0415

        page = self._desk.window.page
        return page if isinstance(page, ScenarioPage) else None

    def _on_answer_confirmed(self, response: str) -> None:
        page = self._scenario_page_shown()
        if page is None:
            return
        with self._desk.window.telling_problems():
            attempt = self._open_visit.attempt
            length = len(attempt.items)
            self._open_visit.answer(Response(response))
            page.show_answer(Response(response), adds_situations=len(attempt.items) > length)

    def _on_answer_kept(self, response: str) -> None:
        page = self._scenario_page_shown()
        if page is None:
            return
        with self._desk.window.telling_problems():
            self._open_visit.keep(Response(response))
            page.show_kept(Response(response))

    def _on_went_on(self) -> None:
        self._step(self._open_visit.go_on)

    def _on_went_back(self) -> None:
        self._step(self._open_visit.go_back)

    def _step(self, move: Callable[[], None]) -> None:
        with self._desk.window.telling_problems():
            move()
            self._open_visit.notice = None
            self._show_place()

    def _show_question(self, scenario: Scenario) -> None:
        def question_page(presentation: Presentation) -> Page:
            from huddinge_training.ui.learner.question_page import QuestionPage  # noqa: PLC0415

            page = QuestionPage(presentation, scenario)
            page.went_back.connect(self._show_place)
            page.question_written.connect(on_written)
            return page

        def on_written(text: str) -> None:
            questions = self._desk.workspace.questions
            with self._desk.window.telling_problems():
                questions.save(scenario, text)
                self._show_place()
                tell_done(self._desk, message("Saved in {file}.", file=questions.file))

        self._desk.window.show_page(question_page, HOME)

    def _save_goals(self) -> None:
        make = self._desk.workspace.principle_sheets.goals_document
        hand_over(self._desk, message("Save the page"), make)

    def _save_sheet(self, module_id: str) -> None:
        make = partial(self._desk.workspace.principle_sheets.document, ModuleId(module_id))
        hand_over(self._desk, message("Save the page"), make)
