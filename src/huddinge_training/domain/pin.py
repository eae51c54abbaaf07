"""The PIN before a profile: digits that keep somebody from opening it by mistake (UX-19)."""

import re

from huddinge_training.errors import RejectedInputError
from huddinge_training.language import message

FEWEST_DIGITS, MOST_DIGITS = 4, 8
USUAL_DIGITS = 6
DIGITS = re.compile(f"[0-9]{{{FEWEST_DIGITS},{MOST_DIGITS}}}")


def typed_pin(text: str) -> str:
    """A PIN without the spaces that come along when it is pasted."""
    return "".join(text.split())


def checked_pin(text: str) -> str:
    """A PIN that can be chosen; raises RejectedInputError for the field "new_pin"."""
    pin = typed_pin(text)
    if not DIGITS.fullmatch(pin):
        sentence = message(
            "Choose {fewest} to {most} digits, and nothing but digits.",
            fewest=FEWEST_DIGITS,
            most=MOST_DIGITS,
        )
        raise RejectedInputError({"new_pin": sentence})
    return pin
