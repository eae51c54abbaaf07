"""My PIN: choose one, change it, take it away; it is told that there is one, never which."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.sharing import PIN, come_in, give_pin
from ui.stages import AMINA, store_person

from huddinge_training.services.workspace import Sources


def has_pin(desktop: Desktop) -> bool:
    return desktop.workspace.pins.has_pin(desktop.person)


@pytest.fixture
def without(desktop: Desktop) -> Desktop:
    """The page of somebody without a PIN."""
    desktop.do("rail_my_data")
    desktop.do("pin_choice")
    return desktop


@pytest.fixture
def guarded(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The page of somebody who has one."""
    give_pin(sources, store_person(sources))
    desktop = open_desktop(sources)
    desktop.write(PIN)
    desktop.press(Key.Key_Return)
    desktop.do("rail_my_data")
    desktop.do("pin_choice")
    return desktop


def test_a_pin_is_chosen_in_one_field(without: Desktop) -> None:
    fields = [f.objectName() for f in without.page.findChildren(QLineEdit) if f.isVisible()]
    assert fields == ["new_pin"]
    assert "Den krypterar inte datorn." in without.words()
    without.fill("new_pin", PIN)
    without.do("save_pin")
    assert has_pin(without)
    assert without.has("page_message")
    without.do("rail_switch")
    come_in(without, AMINA)
    assert without.focused == "pin"


def test_my_data_tell_that_there_is_a_pin_and_not_which(without: Desktop) -> None:
    pin = without.say("PIN before the profile")
    yes, no = without.say("Yes"), without.say("No")
    without.do("back")
    assert f"{pin}: {no}" in without.words("section_profile")
    without.do("pin_choice")
    without.fill("new_pin", PIN)
    without.press(Key.Key_Return)
    assert f"{pin}: {yes}" in without.words("section_profile")
    words = without.words()
    assert PIN not in words
    assert "argon2" not in words


@pytest.mark.parametrize("typed", ["123", "abcd", ""])
def test_what_is_no_pin_is_said_at_the_field(without: Desktop, typed: str) -> None:
    without.fill("new_pin", typed)
    without.do("save_pin")
    assert without.words("new_pin_problem")
    assert without.focused == "new_pin"
    assert without.find(QLineEdit, "new_pin").text() == typed
    assert not has_pin(without)
    without.fill("new_pin", PIN)
    without.do("save_pin")
    assert has_pin(without)


def test_who_has_a_pin_needs_it_to_change_it(guarded: Desktop) -> None:
    guarded.fill("pin", "0000")
    guarded.fill("new_pin", "1234")
    guarded.do("save_pin")
    assert guarded.words("pin_problem")
    assert guarded.focused == "pin"
    guarded.fill("pin", PIN)
    guarded.do("save_pin")
    assert guarded.has("page_message")
    guarded.workspace.pins.unlock(guarded.person, "1234")


def test_who_has_a_pin_needs_it_to_remove_it(guarded: Desktop) -> None:
    guarded.do("remove_pin")
    assert guarded.words("pin_problem")
    assert has_pin(guarded)
    guarded.fill("pin", PIN)
    guarded.do("remove_pin")
    assert not has_pin(guarded)
    assert guarded.find(QPushButton, "pin_choice").text() == guarded.say("Choose a PIN")


def test_both_problems_are_said_where_they_are(guarded: Desktop) -> None:
    guarded.fill("new_pin", "12")
    guarded.do("save_pin")
    assert guarded.words("new_pin_problem")
    guarded.fill("new_pin", "1234")
    guarded.do("save_pin")
    assert guarded.words("pin_problem")
    assert not guarded.has("new_pin_problem")


def test_what_is_typed_is_gone_in_another_look(guarded: Desktop) -> None:
    guarded.fill("pin", PIN)
    guarded.press(Key.Key_Plus, Modifier.ControlModifier)
    assert guarded.find(QLineEdit, "pin").text() == ""


def test_without_a_pin_a_problem_is_said_on_top(without: Desktop) -> None:
    from services.playing import written_by_another

    without.fill("new_pin", PIN)
    with written_by_another(without.workspace.database):
        without.do("save_pin")
    assert without.has("page_message")
    assert not has_pin(without)
