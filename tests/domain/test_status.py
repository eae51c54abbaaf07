"""Due dates, follow-ups, status and the sums over them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.completion import (
    FollowUp,
    assigned_date,
    due_date,
    planned_follow_ups,
)
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.report import COLUMNS, ReportRow, columns, tally
from huddinge_training.domain.status import Standing, Status, expires_soon, status_on

DAY = date(2026, 3, 31)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(AFTER), Status.NOT_STARTED),
        (Standing(DAY), Status.NOT_STARTED),
        (Standing(AFTER, is_started=True), Status.IN_PROGRESS),
        (Standing(BEFORE), Status.OVERDUE),
        (Standing(BEFORE, is_started=True), Status.OVERDUE),
        (Standing(BEFORE, completed_on=DAY), Status.COMPLETED),
        (Standing(BEFORE, completed_on=AFTER), Status.OVERDUE),
        (Standing(AFTER, completed_on=BEFORE, valid_to=DAY), Status.COMPLETED),
        (Standing(AFTER, completed_on=BEFORE, valid_to=BEFORE), Status.EXPIRED),
        (Standing(BEFORE, completed_on=BEFORE, valid_to=BEFORE), Status.EXPIRED),
        (Standing(BEFORE, completed_on=BEFORE, is_exempt=True), Status.EXEMPT),
    ],
)
def test_a_status_follows_the_fixed_precedence(standing: Standing, expected: Status) -> None:
    assert status_on(DAY, standing) is expected


@given(
    due=st.dates(),
    completed=st.none() | st.dates(),
    valid=st.none() | st.dates(),
    started=st.booleans(),
    day=st.dates(max_value=date(9998, 1, 1)),
)
def test_who_is_exempt_is_exempt_whatever_else(
    due: date, completed: date | None, valid: date | None, started: bool, day: date
) -> None:
    standing = Standing(due, completed, valid, started)

    assert status_on(day, replace(standing, is_exempt=True)) is Status.EXEMPT
    done = status_on(day, standing) in (Status.COMPLETED, Status.EXPIRED)
    assert done == (completed is not None and completed <= day)


@pytest.mark.parametrize(("days", "expected"), [(-1, False), (0, True), (60, True), (61, False)])
def test_what_runs_out_within_sixty_days_is_told(days: int, expected: bool) -> None:
    assert expires_soon(DAY, DAY + timedelta(days=days)) is expected
    assert not expires_soon(DAY, None)


def test_follow_ups_come_after_four_weeks_and_half_a_year() -> None:
    first, second = planned_follow_ups(ModuleId("nycklar"), date(2026, 1, 1))

    assert (first.due_on, second.due_on) == (date(2026, 1, 29), date(2026, 7, 2))
    assert due_date(date(2026, 1, 1)) == date(2026, 4, 1)


def test_a_module_is_assigned_when_both_it_and_the_person_are_there() -> None:
    assert [assigned_date(DAY, day) for day in (None, BEFORE, AFTER)] == [DAY, DAY, AFTER]


def test_a_follow_up_is_due_until_it_is_done() -> None:
    follow_up = FollowUp(ModuleId("nycklar"), DAY)

    assert [follow_up.is_due(day) for day in (BEFORE, DAY, AFTER)] == [False, True, True]
    assert not replace(follow_up, done_on=DAY).is_due(AFTER)


def row(status: Status, valid_to: date | None = None) -> ReportRow:
    """A row of the report with this status."""
    return ReportRow(
        employee_number="0042",
        name="Åsa Öman",
        department="Skolförvaltningen",
        unit_code="SK-1",
        unit="Ängsskolan",
        module_id="nycklar",
        module="Nycklar",
        edition="2026.1",
        status=status,
        assigned_on=BEFORE,
        due_on=AFTER,
        completed_on=None,
        valid_to=valid_to,
        mode="",
        origin="",
        email="",
    )


def test_the_sums_leave_out_the_exempt() -> None:
    rows = [
        row(Status.COMPLETED),
        row(Status.COMPLETED, valid_to=AFTER),
        row(Status.EXPIRED, valid_to=AFTER),
        row(Status.OVERDUE),
        row(Status.EXEMPT),
    ]

    sums = tally(rows, DAY)

    assert (sums.assigned, sums.completed, sums.overdue) == (4, 2, 1)
    assert (sums.expiring, sums.exempt, sums.rate) == (1, 1, 0.5)


def test_there_is_no_rate_of_nothing() -> None:
    assert tally([row(Status.EXEMPT)], DAY).rate is None


@given(statuses=st.lists(st.sampled_from(Status)))
def test_the_rate_is_a_share(statuses: list[Status]) -> None:
    sums = tally(map(row, statuses), DAY)

    assert sums.assigned + sums.exempt == len(statuses)
    assert sums.rate is None or 0 <= sums.rate <= 1


def test_the_name_comes_after_the_number_when_it_is_asked_for() -> None:
    assert columns(with_names=False) == COLUMNS
    assert columns(with_names=True)[:3] == ("anstallningsnummer", "namn", "forvaltning")
