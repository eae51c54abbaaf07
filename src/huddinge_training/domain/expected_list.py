"""The list of who is expected, as it is pasted or stands in a CSV file."""

import csv

from huddinge_training.domain.group_plan import Expected
from huddinge_training.domain.person import EMPLOYEE_NUMBER
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import message

SEPARATORS = "\t;,"
HEADINGS = ("anst", "nummer", "employee", "number")


def expected_from(text: str) -> tuple[Expected, ...]:
    """A name and a number a line, in any order; a line of headings is no person.

    Raises RejectedInputError with the line that has a personal identity number.
    """
    people = []
    for number, line in enumerate(text.splitlines(), start=1):
        parts = _parts(line)
        if not parts or (number == 1 and _are_headings(parts)):
            continue
        if holds_personal_number(line):
            raise RejectedInputError(
                {
                    "expected": message(
                        "Line {number} holds a personal identity number. Use employee numbers.",
                        number=number,
                    )
                }
            )
        place = _place_of_number(parts)
        name = " ".join(part for i, part in enumerate(parts) if i != place)
        people.append(Expected(name, parts[place] if place is not None else ""))
    return tuple(people)


def _parts(line: str) -> list[str]:
    separator = next((s for s in SEPARATORS if s in line), ";")
    rows = list(csv.reader([line], delimiter=separator, skipinitialspace=True))
    return [part.strip() for row in rows for part in row if part.strip()]


def _are_headings(parts: list[str]) -> bool:
    return not any(c.isdigit() for part in parts for c in part) and any(
        part.casefold().startswith(HEADINGS) for part in parts
    )


def _place_of_number(parts: list[str]) -> int | None:
    """Digits alone before a mix with letters, and the later of two: a name may hold a digit."""
    found = [
        (part.isdecimal(), place)
        for place, part in enumerate(parts)
        if EMPLOYEE_NUMBER.fullmatch(part) and any(c.isdigit() for c in part)
    ]
    return max(found)[1] if found else None
