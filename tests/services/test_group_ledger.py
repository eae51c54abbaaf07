"""Led sessions in the ledger: once each, in any order, and what they add up to for HR."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from examples import TODAY, FakeClock, make_course, make_organisation, make_person

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import Mode
from huddinge_training.domain.scenario import ObjectiveId
from huddinge_training.domain.session_facts import ModulePart, SessionFacts
from huddinge_training.domain.status import Status
from huddinge_training.services.clock import Clock
from huddinge_training.services.group_ledger import GroupLedger
from huddinge_training.services.hr_reports import HrReports
from huddinge_training.services.learning import Learning
from huddinge_training.services.overview import ModuleState
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

ASA = Attendee("Åsa Öman", "0042", Presence.HERE)
BO = Attendee("Bo", "77", Presence.REMOTE)


def facts(
    session_id: str, *objectives: str, attendees: tuple[Attendee, ...] = (ASA,), day: int = 2
) -> SessionFacts:
    """A session of March on some objectives of the module "nycklar"."""
    part = ModulePart(
        ModuleId("nycklar"), "f" * 64, tuple(ObjectiveId(objective) for objective in objectives)
    )
    return SessionFacts(
        session_id=session_id,
        held_on=date(2026, 3, day),
        title="Träffen",
        leader="Ledaren",
        unit_code="SK-1",
        edition_id="2026.1",
        app_version="1.0",
        parts=(part,),
        discussed=(),
        agreement="",
        attendees=attendees,
    )


@pytest.fixture
def ledger(database: Database, course: Course) -> GroupLedger:
    return GroupLedger(database, course)


@pytest.fixture
def now(clock: Clock) -> object:
    return clock.now()


def entries(database: Database) -> set[tuple[str, str, tuple[str, ...]]]:
    """What the ledger says, by the number of each person."""
    people = {p.id: p.profile.employee_number for p in PeopleStore(database).everyone()}
    return {
        (people[entry.person_id], entry.session_id, entry.objectives)
        for entry in LedgerStore(database).attended()
    }


def test_who_is_known_by_number_gets_an_entry(
    database: Database, ledger: GroupLedger, person: Person, clock: Clock
) -> None:
    recorded = ledger.record(facts("s1", "A"), clock.now())

    assert (recorded.new, recorded.known, recorded.unnumbered) == (1, 0, ())
    assert [e.person_id for e in LedgerStore(database).attended()] == [person.id]


def test_taking_the_same_session_in_three_times_changes_nothing(
    database: Database, ledger: GroupLedger, clock: Clock
) -> None:
    session = facts("s1", "A", "B", attendees=(ASA, BO))
    ledger.record(session, clock.now())
    before = LedgerStore(database).chain.head()
    for _ in range(2):
        assert ledger.record(session, clock.now()).new == 0

    assert LedgerStore(database).chain.head() == before
    assert len(PeopleStore(database).everyone()) == 2


def test_two_halves_in_any_order_say_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    halves = (facts("s1", "A", attendees=(ASA,)), facts("s1", "A", attendees=(BO,)))
    found = []
    for order in permutations(halves):
        with Database.open(tmp_path_factory.mktemp("data") / "kompassen.db") as database:
            for half in order:
                GroupLedger(database, make_course()).record(half, FakeClock().now())
            found.append(entries(database))

    assert found[0] == found[1] == {("0042", "s1", ("A",)), ("77", "s1", ("A",))}


def test_who_is_new_gets_a_profile_of_number_name_and_unit(
    database: Database, ledger: GroupLedger, clock: Clock
) -> None:
    ledger.record(facts("s1", "A", attendees=(BO, Attendee("", "9", Presence.HERE))), clock.now())

    bo, nameless = PeopleStore(database).everyone()
    assert (bo.profile.name, bo.profile.employee_number, bo.profile.unit_code) == (
        "Bo", "77", "SK-1",
    )  # fmt: skip
    assert nameless.profile.name == "Nr 9"
    assert bo.created_on == date(2026, 3, 2)


def test_who_has_no_usable_number_is_told_and_not_recorded(
    database: Database, ledger: GroupLedger, clock: Clock
) -> None:
    without = (
        Attendee("Cia", "", Presence.HERE),
        Attendee("Dan", "inte ett nummer", Presence.HERE),
    )

    recorded = ledger.record(facts("s1", "A", attendees=(ASA, *without)), clock.now())

    assert recorded.unnumbered == without
    assert recorded.new == 1


def test_who_is_excused_or_absent_gets_nothing(
    database: Database, ledger: GroupLedger, clock: Clock
) -> None:
    away = tuple(replace(ASA, presence=p) for p in (Presence.EXCUSED, Presence.ABSENT))
    ledger.record(facts("s1", "A", attendees=away), clock.now())

    assert LedgerStore(database).attended() == []


def test_meetings_that_cover_a_module_complete_it_for_learner_and_hr(
    database: Database, ledger: GroupLedger, learning: Learning, person: Person, clock: Clock
) -> None:
    ledger.record(facts("s1", "A"), clock.now())
    assert learning.overview(person).done_count == 0
    assert [p.missing for p in ledger.progress_of(person)] == [("B",)]

    ledger.record(facts("s2", "B", day=2), clock.now())

    overview = learning.overview(person).modules[0]
    assert overview.state is ModuleState.DONE
    (completion,) = ledger.completions_of(person)
    assert (completion.mode, completion.completed_on) == (Mode.GROUP, date(2026, 3, 2))
    reports = HrReports(database, learning.course, make_organisation(), clock)
    rows = {row.module_id: row for row in reports.report(TODAY).rows}
    assert (rows["nycklar"].status, rows["nycklar"].mode) == (Status.COMPLETED, "grupp")
    assert rows["dorrar"].mode == ""


def test_what_was_done_alone_later_counts_before_the_session(
    database: Database, ledger: GroupLedger, learning: Learning, clock: Clock
) -> None:
    bea = make_person("bea", employee_number="0042")
    PeopleStore(database).add(bea)
    ledger.record(facts("s1", "A", "B", day=1), clock.now())
    alone = replace(ledger.completions_of(bea)[0], mode=Mode.SOLO, completed_on=date(2026, 3, 2))
    LedgerStore(database).record_completion(alone, clock.now())

    (completion,) = learning.completions(bea)
    assert completion.mode is Mode.SOLO
