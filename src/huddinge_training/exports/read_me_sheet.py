"""What stands on the first sheet of HR's spreadsheet: what it covers, means and is not for."""

from collections.abc import Sequence

from huddinge_training.domain.report import ReportRow, ReportScope, tally
from huddinge_training.domain.status import EXPIRES_SOON_DAYS
from huddinge_training.exports.report_sums import SMALLEST_SHARED_UNIT, people_in
from huddinge_training.exports.sheet import Cell, Column, Sheet
from huddinge_training.language import Language, message

DEFINITIONS = (
    (
        message("Assigned"),
        message("Assigned and active on the day of the report. The exempt are not counted."),
    ),
    (
        message("Completion rate"),
        message("Completed with a valid date, of the assigned."),
    ),
    (
        message("Overdue"),
        message("Not completed, and the due date is before the day of the report."),
    ),
    (
        message("Expiring soon"),
        message("Completed, but valid only for {days} days or less.", days=EXPIRES_SOON_DAYS),
    ),
    (
        message("Expired"),
        message("The validity ended before the day of the report. Counts as not completed."),
    ),
    (
        message("Unit"),
        message("The unit where the person was on the day of the report."),
    ),
    (
        message("An earlier day"),
        message(
            "In progress shows only what is still open today. "
            "People who have removed their profile are not listed."
        ),
    ),
    (
        message("Protected identity"),
        message(
            "People with a protected identity are in no file. HR keeps track of them on paper."
        ),
    ),
    (
        message("Which status wins"),
        message(
            "Exempt, then completed, expired, overdue, in progress, and last not started. "
            "Expiring soon is a mark on completed."
        ),
    ),
)


def read_me(rows: Sequence[ReportRow], scope: ReportScope, language: Language) -> Sheet:
    """Facts first, then the definitions of section 7.1 of the requirements."""
    say = language.say
    columns = (
        Column(say("About this report"), 30, wraps=True),
        Column(say("Content"), 90, wraps=True),
    )
    cells: list[tuple[Cell, Cell]] = [
        *_facts(rows, scope, language),
        *((say(term), say(meaning)) for term, meaning in DEFINITIONS),
        *_trust(scope, language),
    ]
    return Sheet(say("Read me"), columns, cells)


def _facts(
    rows: Sequence[ReportRow], scope: ReportScope, language: Language
) -> list[tuple[Cell, Cell]]:
    say = language.say
    sums = tally(rows, scope.as_of)
    share = say("Nothing is assigned")
    if sums.rate is not None:
        share = say(
            "{percent}\N{NO-BREAK SPACE}% ({completed} of {assigned})",
            percent=round(sums.rate * 100),
            completed=sums.completed,
            assigned=sums.assigned,
        )
    return [
        (say("Day of the report"), scope.as_of),
        (say("Selection"), scope.unit or say("All units")),
        (say("Names"), say("Included") if scope.with_names else say("Left out")),
        (
            say("Exported"),
            say(
                "{moment} UTC, by HR, with Kompassen {version}",
                moment=f"{scope.exported_at:%Y-%m-%d %H:%M}",
                version=scope.app_version,
            ),
        ),
        (say("Edition of the content"), scope.edition),
        (say("People"), people_in(rows)),
        (say("Rows"), len(rows)),
        (say("Completed of assigned"), share),
        (say("Completions not listed"), scope.unlisted),
        (
            say("Not listed means"),
            say("Completions of people who have removed their profile. They are only counted."),
        ),
        (
            say("Purpose"),
            say(
                "To plan and follow up the training. It may not be used for pay, appraisal "
                "or discipline. It says nothing about anyone's answers."
            ),
        ),
        (
            say("Small units"),
            say(
                "HR sees all units. Do not show units with fewer than {smallest} people outside "
                "HR: they are marked on the sheet with the units.",
                smallest=SMALLEST_SHARED_UNIT,
            ),
        ),
    ]


def _trust(scope: ReportScope, language: Language) -> list[tuple[Cell, Cell]]:
    say = language.say
    return [
        (say("Head of the ledger"), str(scope.head)),
        (
            say("How to verify"),
            say(
                "The head is the number of entries in the ledger when this file was made, and "
                "the hash of the last one. Keep this file. Let Kompassen check the ledger "
                "against it: an entry that was changed or removed since then shows up."
            ),
        ),
    ]
