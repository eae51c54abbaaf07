"""Before an answer part by part: nothing confirms but the button, and it says what is missing."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from ui.desktop import Desktop, Key
from ui.forms import PARTS, OpenForm, shown_parts

from huddinge_training.domain.scenario import AnswerForm

TO_BE_CHOSEN = ("choose_all", "mark", "sort")
BESIDE = 24
ROLES = {
    "check_": QAccessible.Role.CheckBox,
    "radio_": QAccessible.Role.RadioButton,
    "up_": QAccessible.Role.Button,
    "down_": QAccessible.Role.Button,
}


def first_control(desktop: Desktop, part: str) -> str:
    """The first that can have the focus at a part."""
    scenario = desktop.scenario_page.scenario
    return f"radio_{part}_{scenario.groups[0].id}" if scenario.groups else f"check_{part}"


def top_of(desktop: Desktop, name: str) -> int:
    return desktop.find(QWidget, name).mapTo(desktop.page, QPoint(0, 0)).y()


@pytest.mark.parametrize("form", TO_BE_CHOSEN)
def test_what_is_missing_is_said_beside_the_button_and_the_focus_goes_there(
    announced: list[str], open_form: OpenForm, form: str
) -> None:
    desktop = open_form(form)
    desktop.do("answer")
    bottom = top_of(desktop, "answer_problem") + desktop.find(QWidget, "answer_problem").height()
    assert 0 <= top_of(desktop, "answer") - bottom <= BESIDE
    assert announced == [desktop.words("answer_problem").strip()]
    assert desktop.focused == first_control(desktop, shown_parts(desktop)[0])
    assert not desktop.has("rule_box")


def test_sorting_says_how_many_are_left_and_goes_to_the_first_of_them(
    open_form: OpenForm,
) -> None:
    desktop = open_form("sort")
    group = desktop.scenario_page.scenario.groups[0].id
    *others, last_but_one, last = shown_parts(desktop)
    for part in others:
        desktop.mark(f"{part}_{group}")
    desktop.do("answer")
    assert " 2 " in desktop.words("answer_problem")
    assert desktop.focused == first_control(desktop, last_but_one)
    desktop.mark(f"{last_but_one}_{group}")
    desktop.do("answer")
    assert desktop.words("answer_problem").strip() == desktop.say(
        "Choose a group for every case. One is left."
    )
    assert desktop.focused == first_control(desktop, last)
    desktop.mark(f"{last}_{group}")
    desktop.do("answer")
    assert desktop.has("rule_box")
    assert not desktop.has("answer_problem")


@pytest.mark.parametrize("form", PARTS)
def test_the_parts_are_real_controls_that_name_what_they_are_about(
    open_form: OpenForm, form: str
) -> None:
    desktop = open_form(form)
    for part in desktop.scenario_page.scenario.parts:
        controls = [
            (button, prefix)
            for button in desktop.page.findChildren(QAbstractButton)
            for prefix in ROLES
            if button.objectName().startswith(f"{prefix}{part.id}")
        ]
        assert controls
        for button, prefix in controls:
            interface = QAccessible.queryAccessibleInterface(button)
            heard = (QAccessible.Text.Name, QAccessible.Text.Description)
            assert interface.role() == ROLES[prefix]
            assert any(part.text.sv in interface.text(text) for text in heard)


@pytest.mark.parametrize("form", ["choose_all", "mark"])
def test_a_click_anywhere_on_a_part_ticks_it_and_another_takes_it_back(
    open_form: OpenForm, form: str
) -> None:
    desktop = open_form(form)
    part = shown_parts(desktop)[1]
    for place in (QPoint(4, 4), QPoint(30, 6)):
        desktop.click(f"part_{part}", place)
        assert desktop.chosen() == {f"check_{part}"}
        assert desktop.focused == f"check_{part}"
        desktop.click(f"check_{part}")
        assert desktop.chosen() == set()
    assert not desktop.has("rule_box")


@pytest.mark.parametrize("form", PARTS)
def test_letters_and_digits_mean_nothing_where_parts_are_answered_nor_enter_where_they_are_ticked(
    open_form: OpenForm, form: str
) -> None:
    desktop = open_form(form)
    parts = shown_parts(desktop)
    is_order = desktop.scenario_page.scenario.form is AnswerForm.ORDER
    desktop.tab_to(f"down_{parts[0]}" if is_order else first_control(desktop, parts[0]))
    for key in (Key.Key_A, Key.Key_B, Key.Key_D, Key.Key_1, Key.Key_4):
        desktop.press(key)
    if desktop.focused.startswith("check_"):
        desktop.press(Key.Key_Return)
    assert desktop.chosen() == set()
    assert shown_parts(desktop) == parts
    assert not desktop.has("rule_box")
    assert not desktop.has("answer_problem")


def test_tab_comes_by_every_case_once(open_form: OpenForm) -> None:
    desktop = open_form("sort")
    parts = shown_parts(desktop)
    group = desktop.scenario_page.scenario.groups[-1].id
    desktop.mark(f"{parts[1]}_{group}")
    desktop.tab_to(first_control(desktop, parts[0]))
    stops = []
    for _ in parts:
        stops.append(desktop.focused)
        QTest.keyClick(desktop.window, Key.Key_Tab)
    expected = [first_control(desktop, part) for part in parts]
    expected[1] = f"radio_{parts[1]}_{group}"
    assert stops == expected
    assert desktop.focused == "answer"
