"""HR's report: each person once a module, with status, unit and dates as they were on the day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from examples import (
    TODAY,
    FakeClock,
    make_course,
    make_module,
    make_organisation,
    make_person,
    make_profile,
)
from services.playing import answer_next, play

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import Completion, Mode
from huddinge_training.domain.report import ReportRow
from huddinge_training.domain.status import Status
from huddinge_training.errors import TrainingError
from huddinge_training.services.clock import Clock
from huddinge_training.services.hr_reports import HrReports, Report
from huddinge_training.services.learning import Learning
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")


@pytest.fixture
def reports(database: Database, course: Course, clock: Clock) -> HrReports:
    """HR's reports."""
    return HrReports(database, course, make_organisation(), clock)


def row(report: Report, module_id: str = KEYS, number: str = "0042") -> ReportRow:
    """The row of a person and a module; there is exactly one."""
    (found,) = [r for r in report.rows if (r.employee_number, r.module_id) == (number, module_id)]
    return found


def add_completion(
    database: Database,
    person: Person,
    completed_on: date,
    *,
    valid_to: date | None = None,
    unit_code: str = "SK-1",
    mode: Mode = Mode.SOLO,
) -> None:
    """Records that the person did the first module, as an import or a group would."""
    completion = Completion(
        person_id=person.id,
        unit_code=unit_code,
        module_id=KEYS,
        edition_id="2025.1",
        module_hash="0",
        mode=mode,
        assigned_on=date(2025, 1, 7),
        due_on=date(2025, 2, 7),
        completed_on=completed_on,
        valid_to=valid_to,
        app_version="1",
    )
    LedgerStore(database).record_completion(completion, FakeClock(completed_on).now())


def test_who_never_began_is_there_once_a_module(reports: HrReports, person: Person) -> None:
    report = reports.report()
    assert [(r.module_id, r.status) for r in report.rows] == [
        (DOORS, Status.NOT_STARTED), (KEYS, Status.NOT_STARTED),
    ]  # fmt: skip
    assert row(report) == ReportRow(
        employee_number="0042",
        name="Åsa Öman",
        department="Skolförvaltningen",
        unit_code="SK-1",
        unit="Ängsskolan",
        module_id=KEYS,
        module="Modul nycklar",
        edition="2026.1",
        status=Status.NOT_STARTED,
        assigned_on=TODAY,
        due_on=TODAY + timedelta(days=90),
        completed_on=None,
        valid_to=None,
        mode="",
        origin="kompassen",
        email="",
    )
    assert report.people == 1
    assert report.scope.as_of == TODAY


def test_nobody_is_nobody(reports: HrReports) -> None:
    report = reports.report()
    assert (report.rows, report.people) == ((), 0)


def test_a_module_goes_from_not_started_to_overdue_to_done(
    reports: HrReports, learning: Learning, person: Person, time: FakeClock
) -> None:
    visit = learning.open_module(person, KEYS)
    answer_next(visit)
    assert row(reports.report()).status is Status.IN_PROGRESS
    time.wait(days=90)
    assert row(reports.report()).status is Status.IN_PROGRESS
    time.wait(days=1)
    assert row(reports.report()).status is Status.OVERDUE
    play(visit)
    done = row(reports.report())
    assert (done.status, done.completed_on, done.mode) == (
        Status.COMPLETED, time.time.date(), "sjalv",
    )  # fmt: skip
    assert row(reports.report(), DOORS).status is Status.OVERDUE


def test_a_repeat_in_progress_takes_nothing_away(
    reports: HrReports, learning: Learning, person: Person
) -> None:
    play(learning.open_module(person, KEYS))
    answer_next(learning.open_module(person, KEYS))
    assert row(reports.report()).status is Status.COMPLETED


def test_a_completion_can_run_out(
    reports: HrReports, database: Database, person: Person, time: FakeClock
) -> None:
    add_completion(database, person, TODAY - timedelta(days=400), valid_to=TODAY)
    assert row(reports.report()).status is Status.COMPLETED
    time.wait(days=1)
    tomorrow = reports.report()
    assert row(tomorrow).status is Status.EXPIRED
    assert row(tomorrow).valid_to == TODAY


def test_nobody_can_ask_for_a_day_that_has_not_come(reports: HrReports, person: Person) -> None:
    with pytest.raises(TrainingError, match="in the future"):
        reports.report(TODAY + timedelta(days=1))


def test_the_newest_completion_counts_whatever_was_recorded_last(
    reports: HrReports, database: Database, person: Person
) -> None:
    yesterday = TODAY - timedelta(days=1)
    add_completion(database, person, yesterday)
    add_completion(database, person, TODAY - timedelta(days=300), mode=Mode.IMPORTED)
    found = row(reports.report())
    assert (found.completed_on, found.mode) == (yesterday, "sjalv")
    assert (found.edition, found.assigned_on, found.due_on) == (
        "2025.1", date(2025, 1, 7), date(2025, 2, 7),
    )  # fmt: skip


# --- As of another day -----------------------------------------------------------------------


def test_an_earlier_day_does_not_know_what_came_later(
    reports: HrReports, learning: Learning, person: Person, time: FakeClock
) -> None:
    time.wait(days=10)
    play(learning.open_module(person, KEYS))
    time.wait(days=10)
    answer_next(learning.open_module(person, DOORS))
    assert row(reports.report()).status is Status.COMPLETED
    before = reports.report(TODAY + timedelta(days=9))
    assert {r.status for r in before.rows} == {Status.NOT_STARTED}
    assert row(before).completed_on is None
    between = reports.report(TODAY + timedelta(days=10))
    assert row(between).status is Status.COMPLETED
    assert row(between, DOORS).status is Status.NOT_STARTED
    assert row(reports.report(TODAY + timedelta(days=20)), DOORS).status is Status.IN_PROGRESS


def test_a_repeat_does_not_count_as_begun_on_an_earlier_day(
    reports: HrReports, learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    answer_next(learning.open_follow_up(person, due))
    answer_next(learning.open_module(person, DOORS))
    time.wait(days=1)
    yesterday = reports.report(TODAY + timedelta(days=30))
    assert [row(yesterday, module).status for module in (KEYS, DOORS)] == [
        Status.COMPLETED, Status.IN_PROGRESS,
    ]  # fmt: skip


def test_who_came_later_is_not_there_yet(reports: HrReports, person: Person) -> None:
    assert reports.report(TODAY - timedelta(days=1)).rows == ()
    assert len(reports.report(TODAY).rows) == 2


# --- Units -----------------------------------------------------------------------------------


def test_who_has_moved_stands_where_they_were_on_the_day(
    reports: HrReports, profiles: Profiles, person: Person, time: FakeClock
) -> None:
    for days, unit in ((10, "SK-2"), (10, "IT-1")):
        time.wait(days=days)
        person = profiles.correct(person, make_profile(unit_code=unit))
    time.wait(days=1)
    person = profiles.correct(person, replace(person.profile, name="Åsa Ek"))
    units = {
        days: row(reports.report(TODAY + timedelta(days=days))).unit_code
        for days in (0, 9, 10, 19, 20, 21)
    }
    assert units == {0: "SK-1", 9: "SK-1", 10: "SK-2", 19: "SK-2", 20: "IT-1", 21: "IT-1"}


def test_a_person_stands_in_one_unit_the_one_of_the_day(
    reports: HrReports, profiles: Profiles, learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=5)
    profiles.correct(person, make_profile(unit_code="IT-1"))
    report = reports.report()
    assert (row(report).unit, row(report, DOORS).unit) == ("Driften", "Driften")
    before = reports.report(TODAY)
    assert (row(before).unit, row(before, DOORS).unit) == ("Ängsskolan", "Ängsskolan")


def test_a_module_that_came_later_is_assigned_from_its_day(
    database: Database, person: Person, clock: Clock, time: FakeClock
) -> None:
    introduced = TODAY + timedelta(days=100)
    course = make_course(make_module(KEYS), make_module(DOORS, introduced_on=introduced))
    time.wait(days=110)
    reports = HrReports(database, course, make_organisation(), clock)
    late = row(reports.report(), DOORS)
    assert (late.assigned_on, late.due_on) == (introduced, introduced + timedelta(days=90))
    assert late.status is Status.NOT_STARTED
    earlier = reports.report(introduced - timedelta(days=1))
    assert [r.module_id for r in earlier.rows] == [KEYS]


def test_what_has_run_out_stands_where_the_person_is_now(
    reports: HrReports, profiles: Profiles, database: Database, person: Person
) -> None:
    add_completion(database, person, date(2025, 1, 7), valid_to=date(2026, 1, 7))
    profiles.correct(person, make_profile(unit_code="IT-1"))
    assert row(reports.report()).unit_code == "IT-1"


def test_who_found_no_unit_has_none(reports: HrReports, profiles: Profiles) -> None:
    profiles.create(make_profile(unit_code="", unit_missing=True))
    found = row(reports.report())
    assert (found.unit_code, found.unit, found.department) == ("", "", "")
    assert reports.units_missing_count() == 1


def test_who_got_a_unit_later_stands_there_with_what_was_done_before(
    reports: HrReports, profiles: Profiles, learning: Learning
) -> None:
    person = profiles.create(make_profile(unit_code="", unit_missing=True))
    play(learning.open_module(person, KEYS))
    profiles.correct(person, make_profile(unit_code="IT-1"))
    assert row(reports.report()).unit_code == "IT-1"


def test_a_unit_that_is_no_longer_in_the_list_keeps_its_code(
    reports: HrReports, profiles: Profiles
) -> None:
    profiles.create(make_profile(unit_code="OLD-7"))
    found = row(reports.report())
    assert (found.unit_code, found.unit) == ("OLD-7", "")


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("SK-1", {"1"}),
        (" sk-2 ", {"2"}),
        ("ängsskolan", {"1"}),
        ("Skolförvaltningen", {"1", "2"}),
        ("it", {"3"}),
        ("", {"1", "2", "3"}),
    ],
)
def test_a_unit_can_be_asked_for_by_code_or_name(
    reports: HrReports, database: Database, wanted: str, numbers: set[str]
) -> None:
    for number, unit in zip("123", ("SK-1", "SK-2", "IT-1"), strict=True):
        person = make_person(number, employee_number=number, unit_code=unit)
        PeopleStore(database).add(person)
    report = reports.report(unit=wanted)
    assert {r.employee_number for r in report.rows} == numbers
    assert report.scope.unit == wanted


@pytest.mark.parametrize("wanted", ["XX-9", "Äng", " "])
def test_a_unit_that_is_not_there_is_a_sentence(reports: HrReports, wanted: str) -> None:
    with pytest.raises(TrainingError, match="There is no unit"):
        reports.report(unit=wanted)


def test_rows_stand_in_swedish_order(reports: HrReports, database: Database) -> None:
    units = ("SK-1", "SK-2", "IT-1", "SK-1")
    for number, unit in zip("4321", units, strict=True):
        PeopleStore(database).add(make_person(number, employee_number=number, unit_code=unit))
    rows = [(r.unit, r.employee_number) for r in reports.report().rows if r.module_id == KEYS]
    assert rows == [
        ("Driften", "2"), ("Zetterskolan", "3"), ("Ängsskolan", "1"), ("Ängsskolan", "4"),
    ]  # fmt: skip


# --- Who is not listed -------------------------------------------------------------------------


def test_completions_of_the_removed_are_counted_and_not_listed(
    reports: HrReports, profiles: Profiles, learning: Learning, person: Person
) -> None:
    play(learning.open_module(person, KEYS))
    play(learning.open_module(person, KEYS))
    profiles.remove(person)
    report = reports.report()
    assert (report.rows, report.scope.unlisted) == ((), 1)
    assert reports.report(unit="IT-1").scope.unlisted == 0
    assert reports.report(unit="SK-1").scope.unlisted == 1
    assert reports.report(TODAY - timedelta(days=1)).scope.unlisted == 0


def test_what_was_done_stays_when_the_course_no_longer_has_it(
    database: Database, learning: Learning, person: Person, clock: Clock
) -> None:
    play(learning.open_module(person, KEYS))
    left = make_course(make_module(DOORS))
    report = HrReports(database, left, make_organisation(), clock).report()
    assert [r.module_id for r in report.rows] == [DOORS, KEYS]
    assert row(report).status is Status.COMPLETED
    assert report.scope.unlisted == 0


def test_the_head_is_that_of_the_ledger(
    reports: HrReports, learning: Learning, person: Person, tmp_path: Path
) -> None:
    play(learning.open_module(person, KEYS))
    assert reports.report().scope.head == learning.ledger_head()
