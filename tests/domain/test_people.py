"""People without personal identity numbers, and the units that they work at."""

from datetime import date

import pytest
from examples import make_organisation, make_profile
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.person import Profile, checked_profile
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.domain.unit import Organisation, Unit
from huddinge_training.errors import RejectedInputError


def with_check_digit(nine: str) -> str:
    """Nine digits and the tenth that Luhn asks for."""
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(nine)]
    return nine + str(-sum(n // 10 + n % 10 for n in doubled) % 10)


@given(
    birthday=st.dates(),
    number=st.integers(0, 999),
    century=st.sampled_from(["", "19", "20"]),
    separator=st.sampled_from(["", "-", "+", " "]),
    around=st.sampled_from([("", ""), ("Född ", "."), ("å", "ö"), ("(", ")")]),
)
def test_every_personal_number_is_recognised(
    birthday: date,
    number: int,
    century: str,
    separator: str,
    around: tuple[str, str],
) -> None:
    for day in (birthday.day, birthday.day + 60):  # a coordination number adds sixty
        ten = with_check_digit(f"{birthday.year % 100:02}{birthday.month:02}{day:02}{number:03}")

        assert holds_personal_number(f"{century}{ten[:6]}{separator}{ten[6:]}".join(around))


@pytest.mark.parametrize(
    "text",
    [
        "811218-9875",  # another check digit
        "811318-9876",  # no such month
        "811232-9876",  # no such day, nor a coordination number
        "1811218-98761",  # a part of a longer number
        "0042",
        "2026-03-07",
        "",
    ],
)
def test_other_numbers_are_not_taken_for_personal(text: str) -> None:
    assert not holds_personal_number(text)


def problems(profile: Profile) -> dict[str, str]:
    """What is wrong with a profile, by field."""
    with pytest.raises(RejectedInputError) as caught:
        checked_profile(profile)
    return {name: words.msgid for name, words in caught.value.problems.items()}


def test_a_profile_is_tidied() -> None:
    tidy = checked_profile(make_profile(" Åsa Öman ", employee_number=" 0042\t"))

    assert tidy == make_profile("Åsa Öman")


def test_an_e_mail_will_do_without_a_number_and_a_tick_without_a_unit() -> None:
    profile = make_profile(
        employee_number="", email=" asa@huddinge.se ", unit_code="", unit_missing=True
    )

    assert checked_profile(profile).email == "asa@huddinge.se"


def test_all_problems_come_at_once() -> None:
    assert problems(Profile(name=" ", role=RoleId(""))) == {
        "name": "Write your name.",
        "employee_number": (
            "Write your employee number, or your work e-mail if you have no number yet."
        ),
        "role": "Choose the work that is closest to yours.",
        "unit_code": "Choose your unit, or tick that it is missing from the list.",
    }


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "Åsa 811218-9876", "personal identity number"),
        ("name", "=1+1", "Start your name with a letter"),
        ("name", "Å" * 301, "at most {most} characters"),
        ("name", "Åsa\nÖman", "on one line"),
        ("employee_number", "811218-9876", "personal identity number"),
        ("employee_number", "198112189876", "personal identity number"),
        ("employee_number", "-42", "not a hyphen first"),
        ("employee_number", "42å", "as it stands on your pay slip"),
        ("employee_number", "4" * 21, "at most 20"),
        ("email", "811218-9876@huddinge.se", "personal identity number"),
        ("email", "asa", "the whole address"),
        ("email", "asa@huddinge", "the whole address"),
        ("email", "asa@huddinge.se, bo@huddinge.se", "the whole address"),
        ("email", f"{'a' * 250}@huddinge.se", "the whole address"),
    ],
)
def test_a_field_that_cannot_be_accepted_says_what_to_write(
    field: str, value: str, words: str
) -> None:
    found = problems(make_profile(**{field: value}))

    assert list(found) == [field]
    assert words in found[field]


@given(name=st.text(), number=st.text(), email=st.text(), unit=st.text())
def test_whatever_is_typed_there_is_a_profile_or_a_sentence(
    name: str, number: str, email: str, unit: str
) -> None:
    try:
        tidy = checked_profile(Profile(name, RoleId("it"), number, email, unit))
    except RejectedInputError as error:
        assert error.problems
    else:
        assert tidy.name
        assert tidy.employee_number or tidy.email
        assert not holds_personal_number(f"{tidy.name}\n{tidy.employee_number}\n{tidy.email}")


def test_units_come_in_swedish_order() -> None:
    organisation = make_organisation()

    assert [unit.code for unit in organisation.units] == ["IT-1", "SK-2", "SK-1"]
    assert organisation.is_example


def test_a_unit_is_found_by_its_code_as_long_as_it_is_there() -> None:
    unit = make_organisation().unit("SK-1")

    assert unit
    assert unit.name == "Ängsskolan"
    assert make_organisation().unit("SK-9") is None


@pytest.mark.parametrize(
    ("letters", "codes"),
    [
        ("äng", ["SK-1"]),
        ("ÄNG", ["SK-1"]),
        ("skol", ["SK-2", "SK-1"]),
        ("skol zet", ["SK-2"]),
        ("sk-2", ["SK-2"]),
        ("sk 2", ["SK-2"]),
        ("sk-", ["SK-2", "SK-1"]),
        ("kolan", []),
        ("", ["IT-1", "SK-2", "SK-1"]),
    ],
)
def test_a_few_letters_find_a_unit(letters: str, codes: list[str]) -> None:
    assert [unit.code for unit in make_organisation().search(letters)] == codes


@given(
    name=st.text("abcåäö -", min_size=1, max_size=20),
    department=st.text("abcåäö -", min_size=1, max_size=20),
)
def test_a_unit_is_found_while_its_name_is_typed(name: str, department: str) -> None:
    unit = Unit("X-1", name, "X", department)
    organisation = Organisation([unit])

    for typed in (name, department):
        for length in range(len(typed) + 1):
            assert organisation.search(typed[:length]) == (unit,)
