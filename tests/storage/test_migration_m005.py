"""m005: plans and sessions from before get an owner where one is known, and are never lost."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from huddinge_training.domain.person import PersonId
from huddinge_training.storage.database import Database
from huddinge_training.storage.group_sessions import GroupSessionStore
from huddinge_training.storage.migrations import STEPS

AMINA, BO = PersonId("amina"), PersonId("bo")
KEPT = '{"place": 0, "shown_perspectives": 0, "agreement": "", "people_present": 5, "seen": []}'
PERSON = "INSERT INTO people VALUES (?, ?, 'chef', ?, NULL, NULL, 0, '2026-01-02', 0, 0)"


def plan(plan_id: str, leader: str) -> str:
    """A plan as the program of m004 wrote it."""
    return json.dumps(
        {
            "id": plan_id, "title": plan_id, "length": "20", "cases": [["m", "s"]],
            "leader": leader, "unit_code": "it", "expected": [], "expected_count": 5, "notes": "",
        }
    )  # fmt: skip


def migrated(path: Path, *people: tuple[str, str]) -> Database:
    """A database with three plans and three sessions of before m005, opened by today's program."""
    Database.open(path, steps=STEPS[:4]).close()
    with closing(sqlite3.connect(path)) as connection:
        for number, (person_id, name) in enumerate(people):
            connection.execute(PERSON, [person_id, name, str(number)])
        for leader in ("Amina Ali", "Bo", "Någon annan"):
            body = plan(f"plan av {leader}", leader)
            connection.execute(
                "INSERT INTO group_plans VALUES (?, '2026-03-07', ?)", [f"plan av {leader}", body]
            )
            connection.execute(
                "INSERT INTO group_sessions VALUES (?, '2026-03-07', ?, ?, '[]')",
                [f"träff med {leader}", body, KEPT],
            )
        connection.commit()
    return Database.open(path)


@pytest.fixture
def shared(path: Path) -> Iterator[Database]:
    """A computer that two leaders share, one of whom has a namesake of nobody."""
    with migrated(path, (AMINA, "Amina Ali"), (BO, "Bo")) as database:
        yield database


def test_each_has_their_own_and_what_has_no_known_leader(shared: Database) -> None:
    store = GroupSessionStore(shared)
    assert {p.title for p in store.plans(AMINA)} == {"plan av Amina Ali", "plan av Någon annan"}
    assert {s.id for s in store.sessions(BO)} == {"träff med Bo", "träff med Någon annan"}


def test_who_opens_what_had_no_owner_has_it_alone(shared: Database) -> None:
    store = GroupSessionStore(shared)
    [nobodys] = [p for p in store.plans(AMINA) if p.leader == "Någon annan"]
    [session] = [s for s in store.sessions(AMINA) if s.plan.leader == "Någon annan"]
    store.save_plan(nobodys, AMINA, date(2026, 4, 1))
    store.save_session(session, AMINA)
    assert [p.title for p in store.plans(BO)] == ["plan av Bo"]
    assert [s.id for s in store.sessions(BO)] == ["träff med Bo"]


def test_on_a_computer_of_ones_own_everything_is_ones_own(path: Path) -> None:
    with migrated(path, (AMINA, "Amina Ali")) as database:
        store = GroupSessionStore(database)
        assert len(store.plans(AMINA)) == len(store.sessions(AMINA)) == 3
        assert (store.plans(BO), store.sessions(BO)) == ([], [])


def test_namesakes_share_what_either_may_have_made(path: Path) -> None:
    with migrated(path, (AMINA, "Bo"), (BO, "Bo")) as database:
        store = GroupSessionStore(database)
        assert len(store.plans(AMINA)) == len(store.plans(BO)) == 3
