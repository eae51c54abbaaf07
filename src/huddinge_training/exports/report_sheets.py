"""What stands on the sheets of HR's spreadsheet with numbers and people."""

from collections.abc import Iterable, Iterator, Sequence

from huddinge_training.domain.record import Mode
from huddinge_training.domain.report import ReportRow, ReportScope, Tally
from huddinge_training.domain.status import EXPIRES_SOON_DAYS, Status
from huddinge_training.exports.report_sums import SMALLEST_SHARED_UNIT, expiring_by_month, groups
from huddinge_training.exports.sheet import Cell, Column, Kind, Sheet
from huddinge_training.language import Language, message

STATUS_WORDS = {
    Status.EXEMPT: message("Exempt"),
    Status.COMPLETED: message("Completed"),
    Status.EXPIRED: message("Expired"),
    Status.OVERDUE: message("Overdue"),
    Status.IN_PROGRESS: message("In progress"),
    Status.NOT_STARTED: message("Not started"),
}
MODE_WORDS = {
    Mode.SOLO.value: message("On one's own"),
    Mode.GROUP.value: message("In a group"),
    Mode.IMPORTED.value: message("Imported"),
}


def overview(rows: Sequence[ReportRow], scope: ReportScope, language: Language) -> Sheet:
    """The sums of each department."""
    say = language.say
    columns = (Column(say("Department"), 32), *_sum_columns(language))
    found = groups(rows, lambda row: (row.department,), scope.as_of)
    return Sheet(
        say("Overview"),
        columns,
        [(group.key[0] or say("Not stated"), group.people, *_sums(group.sums)) for group in found],
    )


def units(rows: Sequence[ReportRow], scope: ReportScope, language: Language) -> Sheet:
    """The sums of each unit; a small one is marked as not for readers outside HR (PRIV-16)."""
    say = language.say
    columns = (
        Column(say("Department"), 32),
        Column(say("Unit code"), 14),
        Column(say("Unit"), 32),
        *_sum_columns(language),
        Column(say("Outside HR"), 30),
    )
    small = say("Do not show: fewer than {smallest} people", smallest=SMALLEST_SHARED_UNIT)
    found = groups(rows, lambda row: (row.department, row.unit, row.unit_code), scope.as_of)
    return Sheet(
        say("Units"),
        columns,
        [
            (
                group.key[0],
                group.key[2],
                group.key[1] or say("Not stated"),
                group.people,
                *_sums(group.sums),
                small if group.people < SMALLEST_SHARED_UNIT else None,
            )
            for group in found
        ],
    )


def people(rows: Iterable[ReportRow], scope: ReportScope, language: Language) -> Sheet:
    """The rows of the report, in words; names only where they are asked for."""
    say = language.say
    columns = [
        Column(say("Employee number"), 18),
        Column(say("Department"), 28),
        Column(say("Unit code"), 14),
        Column(say("Unit"), 28),
        Column(say("Module id"), 20),
        Column(say("Module"), 34),
        Column(say("Edition"), 12),
        Column(say("Status"), 14),
        Column(say("Assigned on"), 12),
        Column(say("Due on"), 12),
        Column(say("Completed on"), 12),
        Column(say("Valid to"), 12),
        Column(say("Form"), 14),
        Column(say("Source"), 12),
        Column(say("E-mail"), 30),
    ]
    if scope.with_names:
        columns.insert(1, Column(say("Name"), 26))
    return Sheet(say("People"), tuple(columns), _people_cells(rows, scope, language))


def _people_cells(
    rows: Iterable[ReportRow], scope: ReportScope, language: Language
) -> Iterator[Sequence[Cell]]:
    statuses = {status: language.say(words) for status, words in STATUS_WORDS.items()}
    modes = {mode: language.say(words) for mode, words in MODE_WORDS.items()}
    for row in rows:
        name = (row.name,) if scope.with_names else ()
        yield (
            row.employee_number,
            *name,
            row.department,
            row.unit_code,
            row.unit,
            row.module_id,
            row.module,
            row.edition,
            statuses[row.status],
            row.assigned_on,
            row.due_on,
            row.completed_on,
            row.valid_to,
            modes.get(row.mode, row.mode),
            row.origin,
            row.email,
        )


def expiring(rows: Iterable[ReportRow], scope: ReportScope, language: Language) -> Sheet:
    """How many completions run out, by month and department, six months ahead."""
    say = language.say
    columns = (
        Column(say("Month"), 12, Kind.MONTH),
        Column(say("Department"), 32),
        Column(say("Completions that expire"), 16, Kind.COUNT),
    )
    return Sheet(
        say("Expiring"),
        columns,
        [
            (month, department or say("Not stated"), count)
            for month, department, count in expiring_by_month(rows, scope.as_of)
        ],
    )


def _sum_columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column(say("People"), 10, Kind.COUNT),
        Column(say("Assigned modules"), 12, Kind.COUNT),
        Column(say("Completed modules"), 12, Kind.COUNT),
        Column(say("Completion rate"), 14, Kind.PERCENT),
        Column(say("Overdue modules"), 12, Kind.COUNT),
        Column(say("Expiring within {days} days", days=EXPIRES_SOON_DAYS), 16, Kind.COUNT),
        Column(say("Exempt modules"), 12, Kind.COUNT),
    )


def _sums(sums: Tally) -> tuple[Cell, ...]:
    return (
        sums.assigned,
        sums.completed,
        sums.rate,
        sums.overdue,
        sums.expiring,
        sums.exempt,
    )
