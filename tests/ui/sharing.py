"""Computers that several people use, and what they do at the first page."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QPushButton
from ui.desktop import Desktop, settle
from ui.stages import AMINA

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person, Profile
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.services.workspace import Sources, Workspace

BO = replace(AMINA, name="Bo Ek", employee_number="00456")
PIN = "204815"


def decided(sources: Sources, **settings: object) -> Sources:
    """The same computer by IT's settings."""
    return replace(sources, settings=replace(MachineSettings(), **settings))  # type: ignore[arg-type]


def store_people(sources: Sources, *profiles: Profile) -> list[Person]:
    """People who have gone through the first start, in this order."""
    with Workspace.open(sources) as workspace:
        return [workspace.profiles.create(profile) for profile in profiles]


def protect(sources: Sources, person: Person) -> None:
    """The person is in no list from now on."""
    with Workspace.open(sources) as workspace:
        workspace.profiles.correct(person, person.profile, is_protected=True)


def give_pin(sources: Sources, person: Person, pin: str = PIN) -> None:
    """The person has chosen a PIN."""
    with Workspace.open(sources) as workspace:
        workspace.pins.choose(person, pin)


def show_names(sources: Sources) -> None:
    """The computer's owner has turned the list of names on."""
    with Workspace.open(sources) as workspace:
        workspace.entrance.show_names(shown=True)


def come_in(desktop: Desktop, profile: Profile) -> None:
    """Writes the number on the first page."""
    desktop.fill("identifier", profile.employee_number)
    desktop.do("go_on")


def come_as_guest(desktop: Desktop) -> None:
    """Goes past the page for guests."""
    desktop.do("guest")
    choose_work(desktop)


def choose_work(desktop: Desktop) -> None:
    """Chooses the first work on the page for guests, and starts."""
    desktop.find(QComboBox, "role").setCurrentIndex(1)
    desktop.find(QPushButton, "start").click()
    settle()


def finish_module(desktop: Desktop, module_id: str) -> None:
    """Whoever is here goes through a module by the same buttons, and sees its end."""
    desktop.learner.open_module(ModuleId(module_id))
    settle()
    while not desktop.has("home"):
        if desktop.has("answer"):
            from examples import response_of

            desktop.answer(response_of(desktop.scenario_page.scenario))
        desktop.do("go_on")


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a database, table by table."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}
