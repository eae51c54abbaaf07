"""m006: in a meeting that goes on, who stood as absent by default is expected."""

import sqlite3
from contextlib import closing
from pathlib import Path

from huddinge_training.domain.attendance import Attendance, Attendee, Presence
from huddinge_training.domain.person import PersonId
from huddinge_training.storage.database import Database
from huddinge_training.storage.group_sessions import GroupSessionStore, StoredSession
from huddinge_training.storage.migrations import STEPS

PLAN = (
    '{"id": "p", "title": "Träff", "length": "20", "cases": [["m", "s"]], "leader": "Bo", '
    '"unit_code": "it", "expected": [], "expected_count": 5, "notes": ""}'
)
KEPT = (
    '{"place": 0, "shown_perspectives": 0, "agreement": "", "people_present": 5, "seen": [[0, 1]]}'
)


def session_of(path: Path, before: str) -> StoredSession:
    """A meeting that the program of m005 had kept, opened by today's program."""
    Database.open(path, steps=STEPS[:5]).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO group_sessions VALUES ('träff', '2026-03-07', ?, ?, ?, NULL)",
            [PLAN, KEPT, before],
        )
        connection.commit()
    with Database.open(path) as database:
        [session] = GroupSessionStore(database).sessions(PersonId("bo"))
    return session


def attendance_of(path: Path, before: str) -> Attendance:
    """The list of such a meeting."""
    return session_of(path, before).attendance


def test_what_was_told_of_a_vote_counts_as_not_shown(path: Path) -> None:
    kept = session_of(path, "[]").kept
    assert (kept.seen, kept.shown) == (((0, 1),), ())


def test_a_list_of_which_nothing_was_noted_waits_to_be_confirmed(path: Path) -> None:
    attendance = attendance_of(
        path, '[["Åsa", "0042", "absent", false], ["", "7", "absent", false]]'
    )
    assert attendance.attendees == (Attendee("Åsa", "0042"), Attendee("", "7"))
    assert not attendance.is_confirmed
    attendance.confirm()
    assert len(attendance.present) == 2


def test_what_was_noted_of_others_stays_in_its_order(path: Path) -> None:
    attendance = attendance_of(
        path,
        '[["Cim", "1", "late", false], ["absent", "2", "absent", false], '
        '["Bo \\"Bosse\\"", "3", "excused", false], ["Gäst", "", "here", true]]',
    )
    assert attendance.attendees == (
        Attendee("Cim", "1", Presence.LATE),
        Attendee("absent", "2", Presence.EXPECTED),
        Attendee('Bo "Bosse"', "3", Presence.EXCUSED),
        Attendee("Gäst", "", Presence.HERE, is_guest=True),
    )


def test_where_somebody_is_expected_absent_is_what_was_noted(path: Path) -> None:
    attendance = attendance_of(
        path, '[["Åsa", "1", "expected", false], ["Bo", "2", "absent", false]]'
    )
    assert [a.presence for a in attendance.attendees] == [Presence.EXPECTED, Presence.ABSENT]


def test_an_empty_list_stays_empty(path: Path) -> None:
    assert attendance_of(path, "[]").attendees == ()
