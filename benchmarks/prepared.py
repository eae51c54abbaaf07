"""Data folders as the benchmarks need them, made by the same services as the program's."""

from pathlib import Path

from huddinge_training.domain.person import Person, Profile
from huddinge_training.domain.response import every_response
from huddinge_training.services.workspace import Sources, Workspace, default_sources


def sources_in(data_dir: Path) -> Sources:
    """The shipped course and the real clock, with no settings of the machine's."""
    return default_sources(data_dir)


def add_person(
    workspace: Workspace, name: str = "Amina Lindqvist", number: str = "104233"
) -> Person:
    """A new person, who is the one that the window opens for."""
    role = workspace.loaded_course.course.roles[0]
    unit = workspace.organisation.units[0]
    return workspace.profiles.create(
        Profile(name=name, employee_number=number, role=role.id, unit_code=unit.code)
    )


def begin_first_module(workspace: Workspace, person: Person) -> None:
    """Reads the first module's texts and answers its first question."""
    visit = workspace.learning.open_module(person, workspace.loaded_course.course.modules[0].id)
    while visit.attempt.item_number is None:
        visit.go_on()
    visit.answer(next(every_response(visit.attempt.items[visit.attempt.item_number])))
    visit.go_on()


def prepare_returning_person(data_dir: Path) -> None:
    """A folder whose window opens on the home page, with a module that is in progress."""
    with Workspace.open(sources_in(data_dir)) as workspace:
        begin_first_module(workspace, add_person(workspace))
