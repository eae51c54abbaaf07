"""Made-up data: the same for the same seed, recognisable, and never beside real people."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from examples import make_course, make_module, make_organisation, make_profile
from hypothesis import given, settings
from hypothesis import strategies as st

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.person import EMPLOYEE_NUMBER
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.domain.record import EntryKind
from huddinge_training.domain.selection import select_scenarios
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import TrainingError
from huddinge_training.services.demo import DemoSummary, fill_database, fill_with_demo
from huddinge_training.services.demo_people import FIRST_NAMES, ODD_NAMES
from huddinge_training.services.verification import verify_ledger
from huddinge_training.services.workspace import Workspace, default_sources
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

UNTIL = date(2026, 3, 2)
COURSE = make_course(make_module("nycklar", critical=["A"]), make_module("dorrar"))
ORGANISATION = make_organisation()


def filled(people: int = 30, seed: int = 1, until: date = UNTIL) -> Database:
    """A database in memory, full of made-up people."""
    database = Database.in_memory()
    fill_database(database, COURSE, ORGANISATION, people=people, seed=seed, until=until)
    return database


@pytest.fixture(scope="module")
def full() -> Iterator[Database]:
    """Four hundred people."""
    with filled(400) as database:
        yield database


def content(database: Database) -> list[tuple[object, ...]]:
    """Everything that is stored but what must be random: ids of attempts and the salt."""
    queries = (
        "SELECT * FROM people ORDER BY id",
        "SELECT * FROM ledger ORDER BY sequence",
        "SELECT * FROM follow_ups ORDER BY person_id, module_id, due_on",
        "SELECT person_id, module_id, seed, place, started_on, number, scenario_id,"
        " response FROM attempts LEFT JOIN answers ON attempt_id = id"
        " ORDER BY person_id, module_id, number",
    )
    return [row for query in queries for row in database.connection.execute(query)]


@given(seed=st.integers(), people=st.integers(1, 20))
@settings(max_examples=10, deadline=None)
def test_the_same_seed_gives_the_same_people(seed: int, people: int) -> None:
    with filled(people, seed) as first, filled(people, seed) as second:
        assert content(first) == content(second)
        assert verify_ledger(first).is_whole


def test_another_seed_gives_other_people() -> None:
    with filled(seed=1) as first, filled(seed=2) as second:
        assert content(first) != content(second)


def test_there_are_as_many_people_as_were_asked_for(full: Database) -> None:
    people = PeopleStore(full).everyone()
    assert len(people) == 400
    assert len({p.profile.employee_number or p.profile.email for p in people}) == 400


def test_everybody_can_be_told_from_real_people(full: Database) -> None:
    for person in PeopleStore(full).everyone():
        profile = person.profile
        assert profile.name in ODD_NAMES or profile.name.split()[0] in FIRST_NAMES
        assert profile.email.endswith("@example.invalid") or EMPLOYEE_NUMBER.fullmatch(
            profile.employee_number
        )


def test_nothing_looks_like_a_personal_identity_number(full: Database) -> None:
    rows = full.connection.execute("SELECT id, name, employee_number, email FROM people")
    texts = [str(text) for row in rows for text in row]
    bodies = full.connection.execute(
        "SELECT json_extract(body, '$.person_id') FROM ledger"
    ).fetchall()
    texts += [str(person_id) for (person_id,) in bodies]
    assert [text for text in texts if holds_personal_number(text)] == []


def test_there_is_everything_that_a_file_must_carry(full: Database) -> None:
    profiles = [p.profile for p in PeopleStore(full).everyone()]
    assert {profile.name for profile in profiles} >= set(ODD_NAMES)
    assert max(len(profile.name) for profile in profiles) == 300
    assert any(profile.employee_number.startswith("00") for profile in profiles)
    assert any(not profile.employee_number for profile in profiles)
    assert any(profile.unit_missing for profile in profiles)


def test_everything_happened_before_the_day(full: Database) -> None:
    entries = list(LedgerStore(full).chain.entries())
    times = [entry.recorded_at for entry in entries]
    assert times == sorted(times)
    assert times[-1].date() < UNTIL
    for completion in LedgerStore(full).completions():
        assert completion.assigned_on <= completion.completed_on < UNTIL
    people = PeopleStore(full).everyone()
    assert max(person.created_on for person in people) < UNTIL
    assert (UNTIL - min(person.created_on for person in people)).days > 700


def test_the_ledger_holds_repeats_moves_and_removals(full: Database) -> None:
    ledger = LedgerStore(full)
    done = [(c.person_id, c.module_id) for c in ledger.completions()]
    assert len(done) > len(set(done))
    corrections = ledger.corrections()
    moves = [c for c in corrections if c.unit_before]
    assert moves
    assert all(move.unit_before != move.unit_after for move in moves)
    assert len(corrections) > len(moves)
    assert EntryKind.REMOVED in {entry.kind for entry in ledger.chain.entries()}
    assert verify_ledger(full).is_whole


def test_who_moved_is_in_the_unit_they_moved_to(full: Database) -> None:
    units = {p.id: p.profile.unit_code for p in PeopleStore(full).everyone()}
    last = {c.person_id: c.unit_after for c in LedgerStore(full).corrections() if c.unit_after}
    assert last
    present = {person: unit for person, unit in last.items() if person in units}
    assert {person: units[person] for person in present} == present


def test_who_is_in_the_middle_of_a_module_can_go_on(full: Database) -> None:
    progress = ProgressStore(full)
    people = {person.id: person for person in PeopleStore(full).everyone()}
    started = progress.all_started()
    assert started
    for person_id, module_id in started:
        module = COURSE.module(module_id)
        (stored,) = progress.attempts_of(person_id)
        plan = select_scenarios(module, people[person_id].profile.role, COURSE.edition.id)
        attempt = Attempt(module, plan, stored.answers, place=stored.place)
        assert not attempt.is_complete
        assert attempt.item_number == len(attempt.answers)


def test_an_organisation_without_units_leaves_everybody_without_one() -> None:
    with Database.in_memory() as database:
        fill_database(database, COURSE, Organisation([]), people=20, seed=1, until=UNTIL)
        assert all(p.profile.unit_missing for p in PeopleStore(database).everyone())


def test_nobody_does_a_module_before_it_came_into_the_course() -> None:
    came_on = date(2025, 9, 1)
    course = make_course(make_module("nycklar"), make_module("sent", introduced_on=came_on))
    with Database.in_memory() as database:
        fill_database(database, course, ORGANISATION, people=60, seed=1, until=UNTIL)
        done = [c for c in LedgerStore(database).completions() if c.module_id == "sent"]
        assert min(c.assigned_on for c in done) == came_on
        assert all(came_on <= c.assigned_on <= c.completed_on for c in done)


def test_nobody_does_a_module_that_is_for_others() -> None:
    course = make_course(make_module("nycklar"), make_module("chefer", roles=("it",)))
    with Database.in_memory() as database:
        fill_database(database, course, ORGANISATION, people=60, seed=1, until=UNTIL)
        roles = {p.id: p.profile.role for p in PeopleStore(database).everyone()}
        done = [c for c in LedgerStore(database).completions() if c.module_id == "chefer"]
        assert {roles[c.person_id] for c in done} == {"it"}


def test_the_current_edition_is_used_from_its_first_day_on(full: Database) -> None:
    for completion in LedgerStore(full).completions():
        is_current = completion.completed_on >= COURSE.edition.valid_from
        year = f"demo-{completion.completed_on.year}"
        assert completion.edition_id == (COURSE.edition.id if is_current else year)


def test_a_folder_is_filled_once(data_dir: Path) -> None:
    with Workspace.open(default_sources(data_dir)) as workspace:
        summary = fill_with_demo(workspace, people=20, seed=1, until=UNTIL)
        assert isinstance(summary, DemoSummary)
        assert (summary.people, workspace.hr_reports.report().people) == (20, 20)
        assert summary.head == workspace.learning.ledger_head()
        workspace.hr_door.unlock("demo")
        with pytest.raises(TrainingError, match="must not mix"):
            fill_with_demo(workspace, people=20, seed=1, until=UNTIL)
        assert workspace.hr_reports.report().people == 20


@pytest.mark.parametrize("what", ["person", "removed", "passphrase"])
def test_a_folder_that_is_used_is_not_filled(data_dir: Path, what: str) -> None:
    with Workspace.open(default_sources(data_dir)) as workspace:
        if what == "passphrase":
            workspace.hr_door.set_up("fyra små gröna ord")
        else:
            person = workspace.profiles.create(make_profile())
            if what == "removed":
                workspace.profiles.remove(person)
        with pytest.raises(TrainingError, match="must not mix"):
            fill_with_demo(workspace, people=1, seed=1, until=UNTIL)
