"""What unfolds fades in, shortly and only where motion is wanted; nothing else moves."""

import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPropertyAnimation
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.desktop import STILL, Desktop
from ui.stages import VALUES

import huddinge_training

LONGEST_MS = 200
MOVING = replace(STILL, wants_less_motion=False)
ANIMATES = re.compile(r"Q(Property|Variant|Pauses?)Animation|QTimeLine|QMovie|AnimationGroup")


def unfold(desktop: Desktop) -> QWidget:
    """Answers, and unfolds what another option leads to."""
    desktop.open_module(VALUES)
    desktop.read_on()
    first, second = (option.id for option in desktop.scenario_page.scenario.options[:2])
    desktop.answer(first)
    # Nothing settles after the press: the fade is short.
    desktop.find(QPushButton, f"unfold_{second}").click()
    return desktop.find(QWidget, f"explanation_{second}")


def fades(part: QWidget) -> list[QPropertyAnimation]:
    return part.findChildren(QPropertyAnimation)


def test_what_is_unfolded_fades_in_where_it_stands(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.wish(MOVING)
    part = unfold(desktop)
    (fade,) = fades(part)
    assert 0 < fade.duration() <= LONGEST_MS
    assert fade.loopCount() == 1
    desktop.scenario_page.keep_in_sight(part)
    place = part.mapTo(desktop.window, QPoint(0, 0)), part.size()
    qtbot.waitUntil(lambda: part.graphicsEffect() is None and not fades(part))
    assert (part.mapTo(desktop.window, QPoint(0, 0)), part.size()) == place


def test_the_answer_s_own_feedback_is_there_at_once(desktop: Desktop) -> None:
    desktop.wish(MOVING)
    desktop.open_module(VALUES)
    desktop.read_on()
    first = desktop.scenario_page.scenario.options[0].id
    desktop.answer(first)
    part = desktop.find(QWidget, f"explanation_{first}")
    assert (fades(part), part.graphicsEffect()) == ([], None)


def test_nothing_moves_where_the_computer_asks_for_less(desktop: Desktop) -> None:
    desktop.wish(MOVING)
    desktop.wish(STILL)
    part = unfold(desktop)
    assert (fades(part), part.graphicsEffect()) == ([], None)


def test_nothing_moves_where_the_person_has_chosen_less(desktop: Desktop) -> None:
    desktop.wish(MOVING)
    desktop.do("rail_settings")
    desktop.do("less_motion")
    assert desktop.is_on("less_motion")
    assert desktop.focused == "less_motion"
    desktop.do("rail_home")
    part = unfold(desktop)
    assert (fades(part), part.graphicsEffect()) == ([], None)


def test_motion_that_is_stopped_in_the_middle_leaves_nothing_behind(desktop: Desktop) -> None:
    desktop.wish(MOVING)
    part = unfold(desktop)
    assert fades(part)
    desktop.wish(replace(MOVING, is_dark=True))
    second = desktop.scenario_page.scenario.options[1].id
    again = desktop.find(QWidget, f"explanation_{second}")
    assert (fades(again), again.graphicsEffect()) == ([], None)


def test_all_motion_comes_from_one_place() -> None:
    files = Path(huddinge_training.__file__).parent.rglob("*.py")
    animating = {file.name for file in files if ANIMATES.search(file.read_text(encoding="utf-8"))}
    assert animating == {"motion.py"}
