"""Every form in which a scenario is answered, and somebody whose module asks one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame
from ui.answering import choice_name
from ui.desktop import Desktop, settle
from ui.stages import AMINA, begin, store_person

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.course import Course, Module, RoleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import Response, every_response, way
from huddinge_training.domain.scenario import AnswerForm, Scenario
from huddinge_training.domain.selection import select_scenarios
from huddinge_training.services.workspace import Sources, Workspace


def longest_way(scenario: Scenario) -> Response:
    """The way with the most decisions."""
    return max(every_response(scenario), key=lambda response: response.count("/"))


FORMS: dict[str, Callable[[Scenario], bool]] = {
    "choice": lambda s: s.form is AnswerForm.CHOICE and not s.decisions and s.boundary is None,
    "choose_all": lambda s: s.form is AnswerForm.CHOOSE_ALL,
    "mark": lambda s: s.form is AnswerForm.MARK,
    "order": lambda s: s.form is AnswerForm.ORDER,
    "sort": lambda s: s.form is AnswerForm.SORT,
    "way": lambda s: s.is_branching,
}
PARTS = ("choose_all", "mark", "order", "sort")
KEPT_HALF_DONE = (*PARTS, "way")

OpenForm = Callable[[str], Desktop]


def stand_before(sources: Sources, form: str, **preferences: object) -> Person:
    """Stores somebody, and goes to a scenario of the form in a module that asks them one."""
    with Workspace.open(sources) as workspace:
        role, module, scenario = _asked(workspace.loaded_course.course, FORMS[form])
    person = store_person(sources, replace(AMINA, role=role), **preferences)

    begin(sources, person, module.id, until=lambda v: open_scenario(v.attempt) == scenario.id)
    return person


def open_scenario(attempt: Attempt) -> str | None:
    """The id of the scenario on screen, or None on another screen."""
    return attempt.items[attempt.item_number].id if attempt.item_number is not None else None


def open_case(desktop: Desktop, is_wanted: Callable[[Scenario], bool]) -> Scenario:
    """Opens the first scenario of the course that is wanted, beside the modules."""
    course = desktop.workspace.loaded_course.course
    found = ((m, s) for m in course.modules for s in m.scenarios if is_wanted(s))
    module, scenario = next(found)
    desktop.learner.open_case(module.id, scenario.id)
    settle()
    return scenario


def begin_answer(desktop: Desktop) -> None:
    """Does a part of what an answer takes."""
    scenario = desktop.scenario_page.scenario
    if scenario.is_branching:
        decision, option = way(scenario, longest_way(scenario))[0]
        desktop.mark(choice_name(decision, option.id))
        desktop.do("answer")
        return
    parts = shown_parts(desktop)
    if scenario.form is AnswerForm.ORDER:
        for _ in range(2):
            desktop.do(f"down_{parts[0]}")
    elif scenario.groups:
        desktop.mark(f"{parts[0]}_{scenario.groups[1].id}")
        desktop.mark(f"{parts[2]}_{scenario.groups[0].id}")
    else:
        for part in (parts[0], parts[-1], parts[1], parts[1]):
            desktop.do(f"check_{part}")


def shown_parts(desktop: Desktop) -> list[str]:
    """The ids of the parts from top to bottom."""
    cards = [w for w in desktop.page.findChildren(QFrame) if w.objectName().startswith("part_")]
    cards.sort(key=lambda card: card.mapTo(desktop.page, QPoint(0, 0)).y())
    return [card.objectName().removeprefix("part_") for card in cards]


def _asked(
    course: Course, is_wanted: Callable[[Scenario], bool]
) -> tuple[RoleId, Module, Scenario]:
    """A role, a module and a scenario that the module asks the role, not as its last one."""
    for role in course.roles:
        for module in course.modules:
            if module.is_for(role.id):
                for scenario in select_scenarios(module, role.id, course.edition.id)[:-1]:
                    if is_wanted(scenario):
                        return role.id, module, scenario
    raise LookupError("no module asks anybody such a scenario")
