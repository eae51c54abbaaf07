"""Recognises Swedish personal identity numbers, so that they are never stored (PRIV-04)."""

import re

PATTERN = re.compile(
    r"(?<!\d)(?:19|20)?(\d{2})[ -]?(0[1-9]|1[0-2])[ -]?"
    r"(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-–+ ]{0,3}(\d{4})(?!\d)"
)


def holds_personal_number(text: str) -> bool:
    """Whether a personnummer or samordningsnummer with a right check digit stands in the text."""
    return any(_has_check_digit("".join(match.groups())) for match in PATTERN.finditer(text))


def _has_check_digit(ten_digits: str) -> bool:
    """The Luhn check over ten digits, the first one doubled."""
    total = 0
    for index, digit in enumerate(ten_digits):
        product = int(digit) * (2 - index % 2)
        total += product // 10 + product % 10
    return total % 10 == 0
