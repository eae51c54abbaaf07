"""The names to choose from: short, in Swedish order, and never two alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.name_list import Named, initials, matching, name_rows
from huddinge_training.domain.person import PersonId


def named(*names: str) -> list[Named]:
    return [
        Named(PersonId(f"id-{number}"), name, f"0010{number}") for number, name in enumerate(names)
    ]


def labels(*names: str) -> list[str]:
    return [row.label for row in name_rows(named(*names))]


def test_a_name_is_short_and_has_initials() -> None:
    (row,) = name_rows(named("  Anna  Maria Lind "))
    assert (row.label, row.initials, row.person_id) == ("Anna L.", "AL", "id-0")


def test_they_stand_in_the_order_of_the_swedish_alphabet() -> None:
    assert labels("Örjan Ek", "Zita Ek", "Åke Ek", "Ängla Ek", "Anna Ek") == [
        "Anna E.", "Zita E.", "Åke E.", "Ängla E.", "Örjan E.",
    ]  # fmt: skip


def test_two_that_would_look_alike_have_their_whole_names() -> None:
    assert labels("Anna Lind", "Anna Lund", "Bo Ek") == ["Anna Lind", "Anna Lund", "Bo E."]


def test_two_of_the_same_name_are_told_apart_by_the_end_of_their_numbers() -> None:
    assert labels("Anna Lind", "Anna Lind") == ["Anna Lind (…00)", "Anna Lind (…01)"]


def test_of_an_address_the_part_before_the_at_sign_counts() -> None:
    people = [Named(PersonId(letter), "Anna Lind", f"anna.{letter}@huddinge.se") for letter in "ab"]
    assert [row.label for row in name_rows(people)] == ["Anna Lind (….a)", "Anna Lind (….b)"]


@pytest.mark.parametrize(
    ("name", "expected"), [("Anna", "A"), ("åsa öst", "ÅÖ"), ("Anna von Essen", "AE")]
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_few_letters_find_a_name_by_any_of_its_words() -> None:
    rows = name_rows(named("Anna Lind", "Anna Lund", "Bo Ek"))
    found = [
        [row.label for row in matching(rows, letters)] for letters in ("lu", "AN lin", "x", "")
    ]
    assert found == [["Anna Lund"], ["Anna Lind"], [], ["Anna Lind", "Anna Lund", "Bo E."]]


words = st.text("abÅö", min_size=1, max_size=4)


@given(st.lists(st.lists(words, min_size=1, max_size=3).map(" ".join), max_size=6))
def test_nobody_is_lost_and_nobody_looks_like_another(names: list[str]) -> None:
    rows = name_rows(named(*names))
    assert len({row.person_id for row in rows}) == len(names)
    assert len({row.label for row in rows}) == len(names)
