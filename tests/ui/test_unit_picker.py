"""A unit is found by a few letters, and never spelled anew."""

import pytest
from examples import make_organisation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.desktop import ShowAlone, settle

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.unit_picker import UnitPicker


@pytest.fixture
def picker(show_alone: ShowAlone, presentation: Presentation) -> UnitPicker:
    picker = UnitPicker(presentation, make_organisation())
    show_alone(picker)
    picker.field.setFocus()
    return picker


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def shown(picker: UnitPicker) -> list[str]:
    if picker.hits.isHidden():
        return []
    return [picker.hits.item(row).text() for row in range(picker.hits.count())]


def test_a_few_letters_find_units(picker: UnitPicker) -> None:
    assert shown(picker) == []
    QTest.keyClicks(picker.field, "skolf")
    names = {text.split(" – ")[0] for text in shown(picker)}
    assert names == {"Ängsskolan", "Zetterskolan"}
    assert picker.unit_code == ""


def test_enter_takes_the_first_and_the_arrow_goes_into_the_list(picker: UnitPicker) -> None:
    QTest.keyClicks(picker.field, "drift")
    press(Qt.Key.Key_Return)
    assert (picker.unit_code, shown(picker)) == ("IT-1", [])
    assert "Digitala" in picker.chosen.text()
    picker.field.clear()
    QTest.keyClicks(picker.field, "skolf")
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is picker.hits
    second = shown(picker)[1]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert second.startswith(picker.field.text())
    assert QApplication.focusWidget() is picker.field


def test_a_click_takes_a_unit(picker: UnitPicker) -> None:
    QTest.keyClicks(picker.field, "zett")
    place = picker.hits.visualItemRect(picker.hits.item(0)).center()
    QTest.mouseClick(picker.hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picker.unit_code == "SK-2"


def test_letters_that_find_nothing_say_so_until_others_find_something(picker: UnitPicker) -> None:
    QTest.keyClicks(picker.field, "qqq")
    assert picker.chosen.isVisible()
    picker.field.selectAll()
    QTest.keyClicks(picker.field, "zett")
    assert not picker.chosen.isVisible()


def test_changed_letters_take_the_choice_back(picker: UnitPicker) -> None:
    QTest.keyClicks(picker.field, "zett")
    press(Qt.Key.Key_Return)
    assert picker.unit_code == "SK-2"
    press(Qt.Key.Key_Backspace)
    assert picker.unit_code == ""
    assert "Zetterskolan" not in picker.chosen.text()


def test_enter_and_down_without_hits_change_nothing(picker: UnitPicker) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        press(key)
        assert (picker.unit_code, QApplication.focusWidget()) == ("", picker.field)


def test_a_missing_unit_is_flagged_and_makes_no_spelling(picker: UnitPicker) -> None:
    QTest.keyClicks(picker.field, "zett")
    press(Qt.Key.Key_Return)
    picker.missing.click()
    assert (picker.unit_code, picker.is_missing, picker.field.text()) == ("", True, "")
    QTest.keyClicks(picker.field, "drift")
    press(Qt.Key.Key_Return)
    assert (picker.unit_code, picker.is_missing) == ("IT-1", False)
