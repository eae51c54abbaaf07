"""The form of a profile: what cannot be accepted is said at its field, and nothing is lost."""

import pytest
from PySide6.QtWidgets import QLineEdit
from ui.desktop import Desktop


def personal_number(day: str = "19850213", serial: str = "123") -> str:
    """A number with a right check digit, made here so that none stands in the files."""
    digits = [int(digit) for digit in day[2:] + serial]
    doubled = [digit * (2 - place % 2) for place, digit in enumerate(digits)]
    total = sum(number // 10 + number % 10 for number in doubled)
    return f"{day[2:]}-{serial}{-total % 10}"


@pytest.fixture
def who(first_start: Desktop) -> Desktop:
    first_start.do("go_on")
    return first_start


def test_an_empty_form_is_told_in_every_field_and_counted(who: Desktop) -> None:
    who.do("go_on")
    problems = [name for name in who.names() if name.endswith("_problem")]
    assert problems == [
        "employee_number_problem", "name_problem", "role_problem", "unit_code_problem"
    ]  # fmt: skip
    assert "4" in who.words("form_summary")
    assert who.focused == "name"


@pytest.mark.parametrize("field", ["name", "employee_number", "email"])
def test_a_personal_number_is_refused_where_it_was_written(who: Desktop, field: str) -> None:
    who.fill("name", "Åsa")
    who.fill("employee_number", "0042")
    number = personal_number()
    who.fill(field, f"a{number}@example.se" if field == "email" else number)
    who.do("go_on")
    assert who.focused == field
    assert who.words(f"{field}_problem")
    assert number in who.find(QLineEdit, field).text()


def test_a_problem_describes_its_field_to_a_screen_reader(who: Desktop) -> None:
    who.do("go_on")
    field = who.find(QLineEdit, "name")
    assert field.accessibleDescription() == who.words("name_problem")
    assert field.property("problem") is True
    who.write("Åsa")
    who.do("go_on")
    assert field.accessibleDescription() == ""
    assert not who.has("name_problem")
    assert "3" in who.words("form_summary")


def test_the_role_is_chosen_by_typing_its_first_letters(who: Desktop) -> None:
    who.tab_to("role")
    who.write("IT")
    who.do("go_on")
    assert not who.has("role_problem")
    assert who.has("unit_code_problem")


def test_the_list_of_units_says_that_it_is_an_example(who: Desktop) -> None:
    assert who.say("This list is an example organisation.") in who.words()
