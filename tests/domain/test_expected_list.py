"""A pasted list of who is expected: by its headings, or name and number in either order."""

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


@pytest.mark.parametrize(
    "line", ["1234;Anna;0701234567", "Anna;1234;0701234567", "Anna\t1234\t5550\tÄngsskolan"]
)
def test_further_columns_are_neither_name_nor_number(line: str) -> None:
    assert expected_from(line) == (Expected("Anna", "1234"),)


@pytest.mark.parametrize("line", ["Anna;;0701234567", "Anna;Ek;1234", ";;Anna"])
def test_what_is_only_found_after_two_columns_is_asked_about(line: str) -> None:
    with pytest.raises(RejectedInputError) as caught:
        expected_from(f"Bo Ek;9\n{line}")
    problem = caught.value.problems["expected"]
    assert "first two columns" in problem.msgid
    assert problem.values == {"number": 2}


def test_a_name_in_two_columns_without_a_number_is_one_name() -> None:
    assert expected_from("Öman, Åsa\n;0042") == (Expected("Öman Åsa"), Expected("", "0042"))


@pytest.mark.parametrize(
    "headings",
    [
        "Enhet;Namn;Telefon;Anställningsnummer",
        "Unit\tName\tPhone\tEmployee number",
        "\n\ufeffEnhet,NAMN,Telefon,Anst.nr",
    ],
)
def test_headings_say_where_name_and_number_stand(headings: str) -> None:
    people = expected_from(
        f"{headings}\n5550;Anna;0701234567;1234\n5550;Bo;0701234568;\n;;;\n5550;;;\n"
    )
    assert people == (Expected("Anna", "1234"), Expected("Bo"))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Namn;Anställningsnummer\nBo;9", Expected("Bo", "9")),
        ("Namn;Nr\nBo;9", Expected("Bo", "9")),
        ("Namn\nBo", Expected("Bo")),
        ("Nummer\n9", Expected("", "9")),
        ("Nr;Medarbetare;Enhet\n9;Bo;5550", Expected("Bo", "9")),
        ("Namn;Telefon\nBo;0701234567", Expected("Bo")),
        ("Förnamn;Efternamn;Nr\nBo;Ek;9", Expected("Bo Ek", "9")),
        ("Namn;Nr\nBo", Expected("Bo")),
    ],
)
def test_headings_are_nobody(text: str, person: Expected) -> None:
    assert expected_from(text) == (person,)


@pytest.mark.parametrize("name", ["Anstein Berg", "Numa Berg", "Nam Nguyen", "Nummer Ett"])
def test_whoever_comes_first_is_no_heading(name: str) -> None:
    assert expected_from(f"{name}\nBo;9")[0] == Expected(name)


@pytest.mark.parametrize("headings", ["", "Namn;Nr;Enhet\n"])
def test_two_people_with_the_same_number_are_refused_with_their_lines(headings: str) -> None:
    with pytest.raises(RejectedInputError) as caught:
        expected_from(f"{headings}Anna;a-77;1\n\nBo;9;1\nDan\nCia;A-77;1\nEva")
    first = 1 + headings.count("\n")
    assert caught.value.problems["expected"].values == {"lines": f"{first}, {first + 4}"}


def test_a_line_that_can_be_nobody_is_refused_with_its_number() -> None:
    with pytest.raises(RejectedInputError) as caught:
        expected_from("Bo;9\n" + "x" * 131_073)
    problem = caught.value.problems["expected"]
    assert "too long" in problem.msgid
    assert problem.values == {"number": 2}
