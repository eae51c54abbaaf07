"""Makes a plan of what is typed, keeps it, and does what is asked with it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.expected_list import expected_from
from huddinge_training.domain.group_plan import GroupPlan, Length, PlanId
from huddinge_training.domain.person import Person
from huddinge_training.domain.plan_title import title_in, title_of
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import message
from huddinge_training.services.group_packages import write_plan
from huddinge_training.services.group_sessions import CaseChoice
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.case_filter import DILEMMAS, MODULE, cases_of, filters
from huddinge_training.ui.facilitator.plan_page import PlanDraft, PlanPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MEETINGS
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import hand_over, place_for, tell_done

USUAL_COUNT = "12"
PLAN_KIND = "Kompassen (*.plan)"


class PlanFlow(QObject):
    """Whatever is asked but to remove it keeps the plan first, so that nothing typed is lost."""

    started = Signal(object)
    rehearsed = Signal(object)
    network_asked = Signal()
    went_back = Signal()

    def __init__(self, desk: Desk, person: Callable[[], Person]) -> None:
        super().__init__()
        self._desk = desk
        self._person = person
        self._plan: GroupPlan | None = None
        self._draft: PlanDraft | None = None
        self._is_saved = False
        self._acts: dict[str, Callable[[GroupPlan], object]] = {
            "start_meeting": self.started.emit,
            "rehearse": self.rehearsed.emit,
            "network": lambda _: self.network_asked.emit(),
            "save_plan": self._on_saved,
            "save_file": self._save_file,
            "guide": self._give_guide,
            "cards": lambda _: self._give_cards(),
        }

    def show_new(self) -> None:
        """A plan of the first dilemma, for who is at the window."""
        profile = self._person().profile
        with self._desk.window.telling_problems():
            choices = cases_of(DILEMMAS, self._desk.workspace.group_sessions)
            source = DILEMMAS
            self._plan = None
            self._is_saved = False
            self._draft = PlanDraft(
                length=Length.SHORT,
                source=source,
                cases=tuple(choice.planned for choice in choices[:1]),
                title="",
                leader=profile.name,
                unit_code=profile.unit_code,
                count=USUAL_COUNT,
                people="",
            )
            self.show_again()

    def show_stored(self, plan_id: PlanId) -> None:
        """A plan that is kept."""
        with self._desk.window.telling_problems():
            plan = self._desk.workspace.group_sessions.open_plan(plan_id, self._person().id)
            self._show(plan, is_saved=True)

    def show_file(self, of_file: GroupPlan) -> None:
        """A plan that comes from a file."""
        sessions, owner = self._desk.workspace.group_sessions, self._person().id
        plan = sessions.plan_of_file(of_file, owner)
        self._show(plan, is_saved=plan in sessions.plans(owner))

    def _show(self, plan: GroupPlan, *, is_saved: bool) -> None:
        sessions = self._desk.workspace.group_sessions
        self._plan = plan
        self._is_saved = is_saved
        self._draft = _draft_of(plan, cases_of(DILEMMAS, sessions), sessions.choices())
        self.show_again()

    def show_again(self) -> None:
        """The plan as it was left."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._page, MEETINGS)

    def _page(self, presentation: Presentation) -> Page:
        assert self._draft is not None
        workspace = self._desk.workspace
        page = PlanPage(
            presentation,
            self._draft,
            filters(
                workspace.loaded_course.course, workspace.group_sessions, presentation.language
            ),
            lambda code: cases_of(code, workspace.group_sessions),
            workspace.organisation,
            is_saved=self._is_saved,
        )
        page.asked.connect(self._on_asked)
        page.went_back.connect(self.went_back)
        return page

    # --- What is asked ----------------------------------------------------------------------

    def _on_asked(self, act: str, draft: PlanDraft) -> None:
        page = self._desk.window.page
        assert isinstance(page, PlanPage)
        self._draft = draft
        page.clear_problems()
        with self._desk.window.telling_problems():
            if act == "remove_plan":
                # Without keeping it: also what cannot be kept any more can be removed.
                self._remove()
                return
            try:
                plan = self._saved(draft)
            except RejectedInputError as error:
                page.show_rejection(error)
                return
            self._acts[act](plan)

    def _saved(self, draft: PlanDraft) -> GroupPlan:
        """The plan of the draft, kept; raises RejectedInputError."""
        sessions = self._desk.workspace.group_sessions
        by_case = {choice.planned: choice for choice in sessions.choices()}
        choices = [by_case[case] for case in draft.cases if case in by_case]
        if len(choices) != draft.length.dilemma_count:
            raise RejectedInputError(
                {"cases": message("Choose {count} of the cases.", count=draft.length.dilemma_count)}
            )
        try:
            expected = expected_from(draft.people)
        except RejectedInputError as error:
            raise RejectedInputError({"people": error.problems["expected"]}) from error
        made = sessions.ready_plan(draft.length, choices, draft.leader, draft.unit_code)
        count = draft.count.strip()
        plan = replace(
            made,
            id=self._plan.id if self._plan is not None else made.id,
            title=draft.title.strip() or made.title,
            expected=expected,
            expected_count=int(count) if count.isdecimal() else 0,
            notes=self._plan.notes if self._plan is not None else "",
        )
        self._plan = sessions.save_plan(plan, self._person().id)
        self._is_saved = True
        return self._plan

    def _on_saved(self, _plan: GroupPlan) -> None:
        self.show_again()
        tell_done(self._desk, message("The plan is saved."))

    def _save_file(self, plan: GroupPlan) -> None:
        say = self._desk.language().say
        course = self._desk.workspace.loaded_course.course
        name = _file_name(say(title_in(course, plan.title, plan.cases)))
        place = place_for(self._desk, say("Save as a file"), f"{name}.plan", PLAN_KIND)
        if place is not None:
            path = place(lambda path: write_plan(path, plan))
            tell_done(self._desk, message("Saved in {file}.", file=path))

    def _give_guide(self, plan: GroupPlan) -> None:
        make = partial(self._desk.workspace.session_documents.guide, plan)
        hand_over(self._desk, message("The leader’s guide"), make)

    def _give_cards(self) -> None:
        make = self._desk.workspace.session_documents.vote_cards
        hand_over(self._desk, message("Cards to vote with"), make)

    def _remove(self) -> None:
        assert self._plan is not None
        self._desk.workspace.group_sessions.remove_plan(self._plan.id, self._person().id)
        self.went_back.emit()


def _draft_of(
    plan: GroupPlan, dilemmas: Sequence[CaseChoice], every: Sequence[CaseChoice]
) -> PlanDraft:
    """The plan as it stands in the form; its cases are among the dilemmas, or in their module."""
    known = {choice.planned for choice in dilemmas}
    by_case = {choice.planned: choice for choice in every}
    is_of_dilemmas = not plan.cases or set(plan.cases) <= known
    of_cases = title_of(by_case[case].scenario for case in plan.cases if case in by_case)
    is_named_by_cases = plan.title in (of_cases.sv, of_cases.en)
    people = [f"{person.name}; {person.employee_number}" for person in plan.expected]
    return PlanDraft(
        length=plan.length,
        source=DILEMMAS if is_of_dilemmas else MODULE + plan.cases[0].module_id,
        cases=plan.cases,
        title="" if is_named_by_cases else plan.title,
        leader=plan.leader,
        unit_code=plan.unit_code,
        count=str(plan.expected_count or len(plan.expected)),
        people="\n".join(people),
    )


def _file_name(title: str) -> str:
    letters = [letter if letter.isalnum() else "-" for letter in title.casefold()]
    return "-".join(part for part in "".join(letters).split("-") if part)[:60] or "plan"
