"""A guest's receipt: short enough to type, hard to mistype, and impossible to make up."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.receipt import (
    ALPHABET,
    CODE_LETTERS,
    FIRST_DAY,
    MOST_DAYS,
    MOST_DEVICES,
    MOST_NUMBERS,
    Code,
    ModuleEdition,
    Receipt,
    device_name,
    read_code,
    read_receipt,
    sealed_receipt,
)
from huddinge_training.errors import TrainingError

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
DAY = date(2026, 3, 2)
EDITION = ModuleEdition(ModuleId("nycklar"), "2026.1", "a" * 64)

days = st.integers(0, MOST_DAYS - 1).map(lambda number: FIRST_DAY + timedelta(days=number))
receipts = st.builds(
    lambda day, device, number: sealed_receipt(EDITION, day, device=device, number=number, key=KEY),
    days,
    st.integers(0, MOST_DEVICES - 1),
    st.integers(0, MOST_NUMBERS - 1),
)


def make_receipt() -> Receipt:
    return sealed_receipt(EDITION, DAY, device=0x1234, number=0x4321, key=KEY)


@given(receipts)
def test_a_code_is_read_as_it_was_written(receipt: Receipt) -> None:
    text = str(receipt.code)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}", text)
    assert read_code(text) == receipt.code
    assert read_receipt(receipt.whole) == (receipt.code, EDITION)
    assert read_receipt(text) == (receipt.code, None)


@given(receipts)
def test_only_the_key_of_the_device_seals_it(receipt: Receipt) -> None:
    assert receipt.code.is_sealed(EDITION, KEY)
    assert not receipt.code.is_sealed(EDITION, OTHER_KEY)


@pytest.mark.parametrize(
    "edition",
    [
        replace(EDITION, module_id=ModuleId("dorrar")),
        replace(EDITION, edition_id="2026.2"),
        replace(EDITION, module_hash="b" * 64),
    ],
)
def test_it_holds_for_one_edition_of_one_module(edition: ModuleEdition) -> None:
    assert not make_receipt().code.is_sealed(edition, KEY)


@pytest.mark.parametrize(
    "changes",
    [{"completed_on": DAY + timedelta(days=1)}, {"device": 1}, {"number": 1}, {"seal": 1}],
)
def test_nothing_in_it_can_be_changed(changes: dict[str, int | date]) -> None:
    code: Code = replace(make_receipt().code, **changes)  # type: ignore[arg-type]
    assert read_code(str(code)) == code
    assert not code.is_sealed(EDITION, KEY)


@given(receipts, st.integers(0, CODE_LETTERS - 1), st.integers(1, 31))
def test_one_wrong_letter_always_shows(receipt: Receipt, place: int, by: int) -> None:
    letters = list(str(receipt.code).replace("-", ""))
    letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + by) % 32]
    with pytest.raises(TrainingError, match="mistyped"):
        read_code("".join(letters))


@given(receipts)
def test_two_letters_that_changed_places_always_show(receipt: Receipt) -> None:
    letters = str(receipt.code).replace("-", "")
    for place, (one, other) in enumerate(pairwise(letters)):
        if one != other:
            swapped = letters[:place] + other + one + letters[place + 2 :]
            with pytest.raises(TrainingError, match="mistyped"):
                read_code(swapped)


def test_it_may_be_typed_in_small_letters_with_spaces_and_lookalikes() -> None:
    receipt = make_receipt()
    typed = str(receipt.code).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_code(f"  {typed}\n") == receipt.code
    assert read_code(typed.replace("l", "i").replace(" ", "–")) == receipt.code
    assert read_code(str(receipt.code).replace("-", "-\u200b")) == receipt.code


@pytest.mark.parametrize("text", ["", "4711", str(make_receipt().code)[:-1]])
def test_what_is_too_short_is_counted(text: str) -> None:
    with pytest.raises(TrainingError, match="needed") as caught:
        read_code(text)
    assert caught.value.words.values == {"needed": 20, "count": len(text.replace("-", ""))}


@pytest.mark.parametrize("letter", ["U", "Å", "!", "²"])
def test_a_letter_that_no_code_has_is_a_mistake(letter: str) -> None:
    with pytest.raises(TrainingError, match="mistyped"):
        read_code(letter + str(make_receipt().code)[1:])


@given(st.text())
def test_any_text_is_a_receipt_or_a_sentence(text: str) -> None:
    try:
        code, _ = read_receipt(text)
    except TrainingError:
        return
    assert read_code(str(code)) == code


@pytest.mark.parametrize("day", [FIRST_DAY - timedelta(days=1), date(2200, 1, 1)])
def test_a_clock_that_is_far_off_gives_no_receipt(day: date) -> None:
    with pytest.raises(TrainingError, match="clock"):
        sealed_receipt(EDITION, day, device=0, number=0, key=KEY)


def test_a_device_has_a_name_of_three_letters() -> None:
    assert [device_name(number) for number in (0, MOST_DEVICES - 1)] == ["000", "ZZZ"]
