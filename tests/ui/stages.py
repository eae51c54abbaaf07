"""Data folders as they are at some point of the way: newcomer, in the middle, later."""

from collections.abc import Callable
from dataclasses import replace

from examples import response_of

from huddinge_training.domain.course import ModuleId, RoleId
from huddinge_training.domain.person import Person, Profile
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Scenario
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources, Workspace

AMINA = Profile(
    name="Amina Öberg", role=RoleId("skola"), employee_number="00123", unit_code="BUF-201"
)
PASSPHRASE = "blåbär cykel fönster måne"
WELCOME, VISION, VALUES, EQUAL, FREE = (
    "valkommen", "vision-och-mal", "karnvarden", "jamlikt-bemotande", "fri-fran-jav"
)  # fmt: skip


def store_person(sources: Sources, profile: Profile = AMINA, **preferences: object) -> Person:
    """Somebody who has gone through the first start, and how they want the window."""
    with Workspace.open(sources) as workspace:
        person = workspace.profiles.create(profile)
        here = workspace.load_preferences()
        workspace.save_preferences(replace(here, **preferences))  # type: ignore[arg-type]
    return person


def set_passphrase(sources: Sources) -> None:
    """As ``hr init`` does."""
    with Workspace.open(sources) as workspace:
        workspace.hr_door.set_up(PASSPHRASE)


def complete(sources: Sources, person: Person, *module_ids: str) -> None:
    """The person goes through modules with the best answers."""
    with Workspace.open(sources) as workspace:
        for module_id in module_ids:
            visit = workspace.learning.open_module(person, ModuleId(module_id))
            _play(visit, response_of, lambda visit: visit.attempt.is_at_end)


def complete_everything(sources: Sources, person: Person) -> None:
    """The same with every module of the course."""
    with Workspace.open(sources) as workspace:
        module_ids = [module.id for module in workspace.loaded_course.course.modules]
    complete(sources, person, *module_ids)


def begin(
    sources: Sources,
    person: Person,
    module_id: str,
    *,
    until: Callable[[Visit], bool],
    choose: Callable[[Scenario], Response] = response_of,
) -> None:
    """The person goes through a module as far as a screen, and leaves there."""
    with Workspace.open(sources) as workspace:
        visit = workspace.learning.open_module(person, ModuleId(module_id))
        _play(visit, choose, until)


def _play(
    visit: Visit, choose: Callable[[Scenario], Response], until: Callable[[Visit], bool]
) -> None:
    while not until(visit):
        number = visit.attempt.item_number
        if number is not None and visit.attempt.answer_of(number) is None:
            visit.answer(choose(visit.attempt.items[number]))
        else:
            visit.go_on()
