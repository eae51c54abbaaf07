"""Every screen of the window once: how to come there, from which data folder."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from examples import TODAY, FakeClock
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget
from ui.desktop import Desktop, settle, sources_of
from ui.stages import (
    AMINA,
    EQUAL,
    FREE,
    PASSPHRASE,
    VALUES,
    VISION,
    begin,
    complete,
    complete_everything,
    set_passphrase,
    store_person,
)

from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.services.learning import Visit
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.learner.scenario_page import ScenarioPage

DAYS_UNTIL_A_REPEAT = 30


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen, the data folder that it is shown over, and the way there."""

    name: str
    stage: str
    go: Callable[[Desktop], None]

    def __str__(self) -> str:
        return self.name


def press(*names: str) -> Callable[[Desktop], None]:
    """Presses buttons one after the other."""

    def go(desktop: Desktop) -> None:
        for name in names:
            desktop.find(QPushButton, name).click()
            settle()

    return go


def then(*steps: Callable[[Desktop], None]) -> Callable[[Desktop], None]:
    """One way after the other."""

    def go(desktop: Desktop) -> None:
        for step in steps:
            step(desktop)

    return go


def fill_in(desktop: Desktop) -> None:
    """Writes what a new employee writes, without the keyboard."""
    from huddinge_training.ui.first_start.who_page import WhoPage

    assert isinstance(desktop.page, WhoPage)
    desktop.page.form.fill(AMINA)


def answer(desktop: Desktop) -> None:
    """Answers, and unfolds one of the others."""
    assert isinstance(desktop.page, ScenarioPage)
    first, second = (option.id for option in desktop.page.scenario.options[:2])
    desktop.find(QRadioButton, f"radio_{first}").click()
    press("answer", f"unfold_{second}")(desktop)


def unlock(desktop: Desktop) -> None:
    """Opens HR's page."""
    desktop.find(QLineEdit, "passphrase").setText(PASSPHRASE)
    press("unlock")(desktop)
    desktop.wait_for("verify")


def verify(desktop: Desktop) -> None:
    """Checks the ledger."""
    press("verify")(desktop)
    desktop.wait_for("page_message")


def empty_name(desktop: Desktop) -> None:
    """Something that cannot be accepted as a correction."""
    desktop.find(QLineEdit, "name").setText("")


def stumble(desktop: Desktop) -> None:
    """A bug, for its dialog."""
    desktop.app.crash.crashed.emit("KeyError")
    QTimer.singleShot(0, settle)
    settle()


def nothing(_desktop: Desktop) -> None:
    """The first screen."""


SCREENS = (
    Screen("language", "nobody", nothing),
    Screen("who", "nobody", press("go_on")),
    Screen("who-problems", "nobody", press("go_on", "go_on")),
    Screen("start", "nobody", then(press("go_on"), fill_in, press("go_on"))),
    Screen("home", "learner", nothing),
    Screen("home-done", "graduate", nothing),
    Screen("reading", "learner", press(f"open_{VISION}")),
    Screen("scenario", "learner", press(f"open_{VALUES}")),
    Screen("scenario-problem", "learner", press(f"open_{VALUES}", "answer")),
    Screen("answered", "learner", then(press(f"open_{VALUES}"), answer)),
    Screen("dilemma", "learner", then(press(f"open_{FREE}"), answer)),
    Screen(
        "question", "learner",
        then(press(f"open_{VALUES}"), answer, press("raise_question", "save_question")),
    ),
    Screen("end", "learner", press(f"open_{EQUAL}", "go_on")),
    Screen("my-data", "learner", press("rail_my_data")),
    Screen(
        "correction", "learner",
        then(press("rail_my_data", "correct"), empty_name, press("save_correction")),
    ),
    Screen("settings", "learner", press("rail_settings")),
    Screen("five-steps", "learner", press("rail_help")),
    Screen("hr-door", "learner", then(press("rail_hr", "unlock"))),
    Screen("hr", "learner", then(press("rail_hr"), unlock, verify)),
    Screen("problem", "damaged", nothing),
    Screen("crash", "learner", stumble),
)  # fmt: skip


def build_stage(name: str, folder: Path, clock: FakeClock) -> None:
    """Fills a data folder, once for all screens that are shown over it."""
    sources = sources_of(folder, clock)
    if name == "damaged":
        folder.mkdir(exist_ok=True)
        sources.paths.database.write_bytes(b"this is not a database, " * 400)
    elif name == "nobody":
        with Workspace.open(sources) as workspace:
            workspace.save_preferences(Preferences())
    else:
        person = store_person(sources)
        set_passphrase(sources)
        if name == "graduate":
            complete_everything(sources, person)
        else:
            _be_in_the_middle(sources, person)


def _be_in_the_middle(sources: Sources, person: Person) -> None:
    complete(sources, person, VISION)
    begin(sources, person, VALUES, until=lambda visit: visit.attempt.item_number == 0)
    begin(sources, person, EQUAL, until=_is_last_answered)
    begin(sources, person, FREE, until=_is_at_dilemma)


def _is_last_answered(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number == len(visit.attempt.items) - 1 and len(visit.attempt.answers) > number


def _is_at_dilemma(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number is not None and visit.attempt.items[number].boundary is not None


def clock_of_today() -> FakeClock:
    """When the data folders were filled."""
    return FakeClock(TODAY)


def shown(screen: Screen, folder: Path, preferences: Preferences) -> Desktop:
    """The screen, some weeks later, as somebody with these preferences sees it."""
    clock = clock_of_today()
    clock.wait(days=DAYS_UNTIL_A_REPEAT)
    sources = sources_of(folder, clock)
    if screen.stage != "damaged":
        with Workspace.open(sources) as workspace:
            here = workspace.load_preferences()
            workspace.save_preferences(
                replace(preferences, current_person_id=here.current_person_id)
            )
    desktop = Desktop(sources)
    if screen.stage == "damaged":
        desktop.app._change_preferences(preferences)
    screen.go(desktop)
    settle()
    return desktop


def top(desktop: Desktop) -> QWidget:
    """The window that the screen is in: the main one, or a dialog over it."""
    for name in ("help_dialog", "crash_dialog"):
        if desktop.has(name):
            return desktop.find(QWidget, name)
    return desktop.window
