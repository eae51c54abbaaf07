"""Groups the rows of a report for the overviews of the spreadsheet, in Swedish order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from huddinge_training.domain.report import ReportRow, Tally, tally
from huddinge_training.domain.status import Status
from huddinge_training.language import collation_key

MONTHS_AHEAD = 6
SMALLEST_SHARED_UNIT = 5


@dataclass(frozen=True, slots=True)
class Group:
    """What some rows have in common, how many people they are about, and their sums."""

    key: tuple[str, ...]
    people: int
    sums: Tally


def in_swedish_order(rows: Iterable[ReportRow], *, with_names: bool) -> list[ReportRow]:
    """By department and unit, then by name where names are asked for, and number."""
    order = _alphabet()

    def key(row: ReportRow) -> tuple[str, ...]:
        return (
            order(row.department),
            order(row.unit),
            order(row.name) if with_names else "",
            row.employee_number,
            row.email,
            order(row.module),
        )

    return sorted(rows, key=key)


def groups(
    rows: Iterable[ReportRow], key: Callable[[ReportRow], tuple[str, ...]], as_of: date
) -> list[Group]:
    """The rows that share a key, summed up, in the order of the alphabet."""
    members: defaultdict[tuple[str, ...], list[ReportRow]] = defaultdict(list)
    for row in rows:
        members[key(row)].append(row)
    order = _alphabet()
    return [
        Group(shared, people_in(members[shared]), tally(members[shared], as_of))
        for shared in sorted(members, key=lambda texts: [order(text) for text in texts])
    ]


def people_in(rows: Iterable[ReportRow]) -> int:
    """How many different people the rows are about."""
    return len({(row.employee_number, row.email) for row in rows})


def expiring_by_month(rows: Iterable[ReportRow], as_of: date) -> Iterator[tuple[date, str, int]]:
    """Month, department and how many completions run out then: this month and six ahead."""
    running_out: Counter[tuple[date, str]] = Counter()
    departments = set()
    for row in rows:
        departments.add(row.department)
        if row.status is Status.COMPLETED and row.valid_to and row.valid_to >= as_of:
            running_out[row.valid_to.replace(day=1), row.department] += 1
    in_order = sorted(departments, key=collation_key)
    for month in months_from(as_of):
        for department in in_order:
            yield month, department, running_out[month, department]


def months_from(day: date) -> list[date]:
    """The first day of this month and of the six after it."""
    count = day.year * 12 + day.month - 1
    return [
        date(number // 12, number % 12 + 1, 1) for number in range(count, count + MONTHS_AHEAD + 1)
    ]


def _alphabet() -> Callable[[str], str]:
    """A sort key in Swedish order that remembers, as a text: small when there are many."""

    @cache
    def order(text: str) -> str:
        return "".join(chr(place) + letter for place, letter in collation_key(text))

    return order
