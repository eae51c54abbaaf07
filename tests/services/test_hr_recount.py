"""HR's report over made-up data is the same as what an independent count finds in the tables."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from examples import FakeClock, make_course, make_module, make_organisation

from huddinge_training.domain.course import Course
from huddinge_training.domain.report import ReportRow, tally
from huddinge_training.domain.status import Status
from huddinge_training.services.clock import Clock
from huddinge_training.services.demo import fill_database
from huddinge_training.services.hr_reports import HrReports
from huddinge_training.storage.database import Database

UNTIL = date(2026, 3, 2)
COURSE = make_course(make_module("nycklar", critical=["A"]), make_module("dorrar"))
DAYS_BEFORE = (0, 1, 30, 89, 200, 365, 500, 729, 800)

Facts = tuple[str, str, str, str, str, str | None, str | None]


@pytest.fixture(scope="module")
def full() -> Iterator[Database]:
    """Some 400 people over two years."""
    with Database.in_memory() as database:
        fill_database(database, COURSE, make_organisation(), people=400, seed=7, until=UNTIL)
        yield database


def recounted(database: Database, course: Course, day: str) -> list[Facts]:
    """Person, module, status, unit and dates, straight from the tables with SQL."""
    query = database.connection.execute
    found = []
    people = query(
        "SELECT id, coalesce(employee_number, email), coalesce(unit_code, ''), created_on"
        " FROM people WHERE created_on <= ?",
        [day],
    ).fetchall()
    for person, identifier, unit_now, created_on in people:
        later_move = query(
            "SELECT json_extract(body, '$.unit_before') FROM ledger, json_each(body, '$.fields')"
            " WHERE kind = 'corrected' AND value = 'unit_code'"
            " AND json_extract(body, '$.person_id') = ?"
            " AND json_extract(body, '$.corrected_on') > ? ORDER BY sequence LIMIT 1",
            [person, day],
        ).fetchone()
        unit_then = later_move[0] if later_move else unit_now
        for module in course.modules:
            done = query(
                "SELECT json_extract(body, '$.completed_on'), json_extract(body, '$.valid_to'),"
                " json_extract(body, '$.due_on')"
                " FROM ledger WHERE kind = 'completed' AND json_extract(body, '$.person_id') = ?"
                " AND json_extract(body, '$.module_id') = ?"
                " AND json_extract(body, '$.completed_on') <= ?"
                " ORDER BY json_extract(body, '$.completed_on') DESC LIMIT 1",
                [person, module.id, day],
            ).fetchone()
            (begun,) = query(
                "SELECT count(*) FROM attempts WHERE person_id = ? AND module_id = ?"
                " AND purpose = 'module' AND started_on <= ?",
                [person, module.id, day],
            ).fetchone()
            due = (date.fromisoformat(created_on) + timedelta(days=90)).isoformat()
            completed_on = valid_to = None
            status, unit = "ej_paborjad", unit_then
            if done is not None:
                completed_on, valid_to, due = done
                status = "utgangen" if valid_to and valid_to < day else "klar"
                unit = unit_then
            elif due < day:
                status = "forsenad"
            elif begun:
                status = "pagar"
            found.append((identifier, module.id, status, unit, due, completed_on, valid_to or None))
    return sorted(found, key=str)


def facts(row: ReportRow) -> Facts:
    """The same of a row of the report."""
    return (
        row.employee_number or row.email,
        row.module_id,
        row.status.value,
        row.unit_code,
        row.due_on.isoformat(),
        row.completed_on.isoformat() if row.completed_on else None,
        row.valid_to.isoformat() if row.valid_to else None,
    )


def reports_of(database: Database) -> HrReports:
    """HR's reports on the day when the made-up time ends."""
    clock = Clock(FakeClock(UNTIL).now)
    return HrReports(database, COURSE, make_organisation(), clock)


@pytest.mark.parametrize("days", DAYS_BEFORE)
def test_the_report_agrees_with_an_independent_count(full: Database, days: int) -> None:
    day = UNTIL - timedelta(days=days)
    rows = reports_of(full).report(day).rows
    assert sorted(map(facts, rows), key=str) == recounted(full, COURSE, day.isoformat())


@pytest.mark.parametrize("days", DAYS_BEFORE)
def test_each_person_is_there_exactly_once_a_module(full: Database, days: int) -> None:
    rows = reports_of(full).report(UNTIL - timedelta(days=days)).rows
    seen = Counter((row.employee_number, row.email, row.module_id) for row in rows)
    assert set(seen.values()) <= {1}
    assert len(seen) == len({(n, e) for n, e, _ in seen}) * len(COURSE.modules)


def test_the_units_together_are_the_whole(full: Database) -> None:
    reports = reports_of(full)
    whole = reports.report().rows
    parts = [
        row for unit in make_organisation().units for row in reports.report(unit=unit.code).rows
    ]
    without_unit = [row for row in whole if not row.unit_code]
    assert without_unit
    assert sorted(map(facts, [*parts, *without_unit]), key=str) == sorted(
        map(facts, whole), key=str
    )


def test_the_sums_agree_with_the_rows(full: Database) -> None:
    rows = reports_of(full).report().rows
    sums = tally(rows, UNTIL)
    counts = Counter(status for *_, status, _, _, _, _ in [facts(row) for row in rows])
    assert sums.assigned == len(rows) == 800
    assert (sums.completed, sums.overdue) == (counts["klar"], counts["forsenad"])


def test_the_removed_are_counted(full: Database) -> None:
    (unlisted,) = full.connection.execute(
        "SELECT count(DISTINCT json_extract(body, '$.person_id') || json_extract(body,"
        " '$.module_id')) FROM ledger WHERE kind = 'completed'"
        " AND json_extract(body, '$.person_id') NOT IN (SELECT id FROM people)"
    ).fetchone()
    assert reports_of(full).report().scope.unlisted == unlisted > 0


def test_the_made_up_data_has_every_status_but_the_one_that_hr_sets(full: Database) -> None:
    statuses = {row.status for row in reports_of(full).report().rows}
    assert statuses == set(Status) - {Status.EXEMPT}
