"""A pasted list of who is expected: names and numbers in any order."""

import pytest

from huddinge_training.domain.expected_list import expected_from
from huddinge_training.domain.group_plan import Expected
from huddinge_training.errors import RejectedInputError


def test_a_pasted_list_is_understood_in_any_order() -> None:
    people = expected_from('Åsa Öman;0042\n77, Bo\n\n"Cia"\t9\nDan\n')

    assert people == (
        Expected("Åsa Öman", "0042"), Expected("Bo", "77"), Expected("Cia", "9"), Expected("Dan"),
    )  # fmt: skip


def test_a_list_with_a_personal_number_is_refused_with_its_line() -> None:
    with pytest.raises(RejectedInputError) as caught:
        expected_from("Åsa;0042\nBo;19121212-1212\n")
    assert caught.value.problems["expected"].values == {"number": 2}


@pytest.mark.parametrize("line", ["Bo 2; 0042", "0042; Bo 2", "Bo2,0042", "0042\tBo2"])
def test_a_name_may_hold_a_digit(line: str) -> None:
    (person,) = expected_from(line)
    assert (person.name.replace(" ", ""), person.employee_number) == ("Bo2", "0042")


def test_a_number_may_have_letters_and_a_name_a_comma() -> None:
    assert expected_from('"Öman, Åsa",A-77\nEk, Bo; 9') == (
        Expected("Öman, Åsa", "A-77"),
        Expected("Ek, Bo", "9"),
    )


def test_headings_are_nobody() -> None:
    assert expected_from("Namn;Anställningsnummer\nBo;9") == (Expected("Bo", "9"),)
