"""A manager in front of the window, with a meeting and people who vote by phone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, settle
from ui.stages import AMINA, store_person

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.group_plan import GroupPlan, StepKind
from huddinge_training.domain.person import Person
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.workspace import Sources
from huddinge_training.storage.group_sessions import StoredSession
from huddinge_training.ui.facilitator.leading import Leading
from huddinge_training.ui.projector.projector_window import ProjectorWindow

MANAGER = replace(AMINA, role=RoleId("chef"))
PEOPLE = "Åsa Öman; 0042\nBo Ek; 0043\nCim Al; 0044"


def store_manager(sources: Sources, **preferences: object) -> Person:
    """Somebody whose work is to lead."""
    return store_person(sources, MANAGER, **preferences)


def stored_plans(desktop: Desktop) -> list[GroupPlan]:
    """What the manager has planned."""
    return desktop.workspace.group_sessions.plans(_person(desktop).id)


def unfinished(desktop: Desktop) -> list[StoredSession]:
    """What the manager could continue after a crash."""
    return desktop.workspace.group_sessions.unfinished(_person(desktop).id)


def _person(desktop: Desktop) -> Person:
    learner = desktop.app.journey.learner
    assert learner is not None
    return learner.person


def press(desktop: Desktop, *names: str) -> None:
    """Presses buttons one after the other."""
    for name in names:
        desktop.find(QPushButton, name).click()
        settle()


def plan(desktop: Desktop) -> None:
    """The way to a new plan."""
    press(desktop, "rail_meetings", "new_plan")


def leading(desktop: Desktop) -> Leading:
    """What goes on behind the window."""
    found = desktop.app.journey.leading
    assert found is not None
    return found


def start(desktop: Desktop) -> LiveSession:
    """Plans with what is filled in, starts, and waits until phones can join."""
    plan(desktop)
    press(desktop, "start_meeting")
    wait(desktop, lambda: not leading(desktop).phones.is_opening)
    return leading(desktop).led.live


def wait(desktop: Desktop, is_so: Callable[[], bool]) -> None:
    """Until work in the background has come so far, and is on the page."""
    desktop.wait_until(is_so)
    settle()


def go_to(desktop: Desktop, kind: StepKind) -> None:
    """Jumps to a step by the list of all steps."""
    steps = leading(desktop).led.live.look(lambda s: s.steps)
    place = next(n for n, step in enumerate(steps) if step.kind is kind)
    press(desktop, f"step_{place}")


def join(live: LiveSession, count: int) -> list[str]:
    """So many phones."""
    return [live.join(live.code) for _ in range(count)]


def vote(desktop: Desktop, tokens: list[str], kind: StepKind, choice: int = 0) -> None:
    """Opens a vote, everybody with a phone votes for the same option, and closes it."""
    live = leading(desktop).led.live
    go_to(desktop, kind)
    press(desktop, "open_vote")
    options = live.look(lambda s: s.scenario.options if s.scenario else ())
    for token in tokens:
        live.vote(token, options[choice].id)
    press(desktop, "close_vote")


def projector(desktop: Desktop) -> ProjectorWindow:
    """The window that the room sees."""
    return leading(desktop).stage.window


def room_words(desktop: Desktop) -> str:
    """All that can be read on it."""
    return projector(desktop).view.accessibleName()
