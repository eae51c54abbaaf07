"""The feedback unfolds under the chosen option, which stays where it is in the window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from ui.desktop import Desktop, Key
from ui.stages import VALUES

from huddinge_training.ui.widgets.option_card import OptionCard

AT_MOST = 2


@pytest.fixture
def question(desktop: Desktop) -> Desktop:
    desktop.window.resize(1120, 1000)
    desktop.open_module(VALUES)
    desktop.read_on()
    return desktop


def top_of(desktop: Desktop, name: str) -> int:
    return desktop.find(QWidget, name).mapTo(desktop.window, QPoint(0, 0)).y()


def bottom_of(desktop: Desktop, name: str) -> int:
    return top_of(desktop, name) + desktop.find(QWidget, name).height()


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_chosen_option_stays_where_it_is(question: Desktop, place: int) -> None:
    card = question.page.findChildren(OptionCard)[place]
    name = card.objectName()
    question.mark(card.option.id)
    before = top_of(question, name)
    question.click("answer")
    assert question.focused == f"explanation_{card.option.id}"
    assert abs(top_of(question, name) - before) <= AT_MOST
    assert before < top_of(question, question.focused) < bottom_of(question, name)
    assert bottom_of(question, question.focused) <= question.window.height()


def test_what_does_not_fit_is_scrolled_to_and_no_further(question: Desktop) -> None:
    question.window.resize(1120, 640)
    card = question.page.findChildren(OptionCard)[2]
    question.mark(card.option.id)
    question.click("answer")
    explained = question.focused
    assert explained == f"explanation_{card.option.id}"
    assert bottom_of(question, explained) <= question.window.height()
    area: QScrollArea = question.page
    assert area.verticalScrollBar().value() < area.verticalScrollBar().maximum()


def test_another_option_unfolds_below_its_button_and_nothing_above_it_moves(
    question: Desktop,
) -> None:
    question.window.resize(1120, 1400)
    first, second = question.page.findChildren(OptionCard)[:2]
    question.answer(first.option.id)
    button = f"unfold_{second.option.id}"
    question.tab_to(button)
    before = top_of(question, button)
    question.press(Key.Key_Space)
    assert abs(top_of(question, button) - before) <= AT_MOST
    assert top_of(question, f"explanation_{second.option.id}") >= bottom_of(question, button)


def test_consequence_and_reason_stand_apart(question: Desktop) -> None:
    card = question.page.findChildren(OptionCard)[0]
    question.answer(card.option.id)
    words = question.words(f"explanation_{card.option.id}").split("\n")
    say = question.app.presentation.language.say
    assert words == [
        question.say("What happens next"), say(card.option.consequence),
        question.say("Why"), say(card.option.feedback),
    ]  # fmt: skip
