"""The digits of a PIN."""

import pytest

from huddinge_training.domain.pin import checked_pin
from huddinge_training.errors import RejectedInputError


@pytest.mark.parametrize("text", ["0000", "123456", "12345678", " 12 34\n"])
def test_four_to_eight_digits_are_a_pin(text: str) -> None:
    assert checked_pin(text) == "".join(text.split())


@pytest.mark.parametrize("text", ["", "123", "123456789", "12a4", "１２３４", "-1234", "12.34"])
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(RejectedInputError) as caught:
        checked_pin(text)
    assert caught.value.problems["new_pin"].values == {"fewest": 4, "most": 8}
