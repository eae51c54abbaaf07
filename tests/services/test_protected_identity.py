"""Protected identity: in no list and in no file, and no word of it where it would stay."""

import pytest
from examples import make_organisation, make_profile
from services.playing import count, play

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.clock import Clock
from huddinge_training.services.hr_reports import HrReports
from huddinge_training.services.learning import Learning
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database


@pytest.fixture
def protected(profiles: Profiles, person: Person) -> Person:
    """A second person, under an alias."""
    return profiles.create(make_profile("Alias Lind", employee_number="9"), is_protected=True)


@pytest.fixture
def reports(database: Database, course: Course, clock: Clock) -> HrReports:
    return HrReports(database, course, make_organisation(), clock)


def test_hr_s_report_does_not_list_who_is_protected(
    reports: HrReports, learning: Learning, protected: Person, person: Person
) -> None:
    play(learning.open_module(protected, ModuleId("nycklar")))
    report = reports.report(with_names=True)
    assert {row.employee_number for row in report.rows} == {person.profile.employee_number}
    # Nor are they among those who have removed their profile.
    assert report.scope.unlisted == 0


def test_protection_can_be_turned_on_and_off(
    profiles: Profiles, reports: HrReports, protected: Person
) -> None:
    assert reports.report().people == 1
    profile = protected.profile
    shown = profiles.correct(protected, profile, is_protected=False)
    assert profiles.find(protected.id) == shown
    assert reports.report().people == 2
    assert profiles.correct(shown, profile, is_protected=True) == protected


def test_the_ledger_never_hears_of_it(
    profiles: Profiles, protected: Person, database: Database
) -> None:
    profiles.correct(protected, protected.profile, is_protected=False)
    profiles.set_follow_ups(protected, wanted=False)
    assert count(database, "ledger") == 0


def test_a_correction_keeps_the_protection(profiles: Profiles, protected: Person) -> None:
    corrected = profiles.correct(protected, make_profile("Alias Lund", employee_number="9"))
    assert corrected.is_protected
    assert profiles.correct(corrected, corrected.profile) == corrected
    stored = profiles.find(protected.id)
    assert stored is not None
    assert stored.is_protected
