"""The list of who is expected, as it is pasted or stands in a CSV file."""

import csv
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from huddinge_training.domain.group_plan import Expected
from huddinge_training.domain.person import EMPLOYEE_NUMBER
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import Message, message

SEPARATORS = "\t;,"
LONGEST_LINE = 2000
# Compared by their letters alone: "Anst.nr" is "anstnr".
OF_NAMES = {
    "namn", "name", "fullständigtnamn", "fullname",
    "förnamn", "firstname", "efternamn", "lastname",
}  # fmt: skip
OF_NUMBERS = {
    "anställningsnummer", "anställningsnr", "anställningsid", "anstnummer", "anstnr", "anstid",
    "nummer", "nr", "number", "employeenumber", "employeeno", "employeeid",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Where names and numbers stand, by the headings above them."""

    names: tuple[int, ...]
    number: int | None

    def person(self, parts: list[str]) -> Expected:
        """Whoever stands in a line below."""
        cells = dict(enumerate(parts))
        name = " ".join(cells[place] for place in self.names if cells.get(place))
        return Expected(name, "" if self.number is None else cells.get(self.number, ""))


def expected_from(text: str) -> tuple[Expected, ...]:
    """A person a line, where the headings say, or in the first two columns in either order.

    Raises RejectedInputError with the lines that hold a personal identity number, the number of
    somebody else, or what can be nobody.
    """
    people: list[Expected] = []
    lines_by_number: dict[str, list[int]] = defaultdict(list)
    columns: Columns | None = None
    is_first = True
    for line_number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            raise _rejected(
                message(
                    "Line {number} is too long. Write one person a line: name and number.",
                    number=line_number,
                )
            )
        parts = _parts(line)
        if not any(parts):
            continue
        if is_first:
            is_first = False
            columns = _columns(parts)
            if columns is not None:
                continue
        if holds_personal_number(line):
            raise _rejected(
                message(
                    "Line {number} holds a personal identity number. Use employee numbers.",
                    number=line_number,
                )
            )
        person = columns.person(parts) if columns else _person(parts, line_number)
        if person == Expected(""):
            continue  # A sum below a table, or a unit with nobody in it.
        people.append(person)
        lines_by_number[person.employee_number.casefold()].append(line_number)
    _require_own_numbers(lines_by_number)
    return tuple(people)


def _rejected(problem: Message) -> RejectedInputError:
    return RejectedInputError({"expected": problem})


def _require_own_numbers(lines_by_number: dict[str, list[int]]) -> None:
    for number, lines in lines_by_number.items():
        if number and len(lines) > 1:
            raise _rejected(
                message(
                    "These lines have the same employee number: {lines}. "
                    "Give everybody their own, or take a line away.",
                    lines=", ".join(str(line) for line in lines),
                )
            )


def _parts(line: str) -> list[str]:
    """The columns of a line; an empty one keeps its place."""
    separator = next((s for s in SEPARATORS if s in line), ";")
    rows = csv.reader([line], delimiter=separator, skipinitialspace=True)
    return [part.strip() for row in rows for part in row]


def _columns(parts: list[str]) -> Columns | None:
    """What the headings say, or None where the first line is somebody."""
    headings = [_letters(part) for part in parts]
    names = tuple(place for place, heading in enumerate(headings) if heading in OF_NAMES)
    number = next((p for p, heading in enumerate(headings) if heading in OF_NUMBERS), None)
    if not names and number is None:
        return None
    others = (place for place in range(len(parts)) if place != number)
    return Columns(names or tuple(others)[:1], number)


def _letters(heading: str) -> str:
    composed = unicodedata.normalize("NFC", heading)
    return "".join(letter for letter in composed.casefold() if letter.isalpha())


def _person(parts: list[str], line_number: int) -> Expected:
    """Whoever stands in a line without headings: what comes after two columns is left alone."""
    first_two = parts[:2]
    place = _place_of_number(first_two)
    is_further_on = not any(first_two) or _place_of_number(parts[2:]) is not None
    if place is None and is_further_on:
        # First and last name apart, or a telephone: a guess could record somebody else.
        raise _rejected(
            message(
                "Line {number} has no employee number in the first two columns. Write the name "
                "and the number first, or headings above: Name; Number.",
                number=line_number,
            )
        )
    name = " ".join(part for at, part in enumerate(first_two) if part and at != place)
    return Expected(name, first_two[place] if place is not None else "")


def _place_of_number(parts: list[str]) -> int | None:
    """Digits alone before a mix with letters, and the later of two: a name may hold a digit."""
    found = [
        (part.isdecimal(), place)
        for place, part in enumerate(parts)
        if EMPLOYEE_NUMBER.fullmatch(part) and any(c.isdigit() for c in part)
    ]
    return max(found)[1] if found else None
