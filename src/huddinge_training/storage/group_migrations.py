"""The steps that made the tables of led sessions; a released step is never edited."""

from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Writer

GROUP_SESSIONS = (
    """
    CREATE TABLE group_plans (
        id TEXT PRIMARY KEY NOT NULL,
        saved_on TEXT NOT NULL,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE group_sessions (
        id TEXT PRIMARY KEY NOT NULL,
        held_on TEXT NOT NULL,
        plan TEXT NOT NULL,
        kept TEXT NOT NULL,
        attendance TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE group_summaries (
        session_id TEXT PRIMARY KEY NOT NULL,
        held_on TEXT NOT NULL,
        unit_code TEXT NOT NULL,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE package_makers (
        public_key TEXT PRIMARY KEY NOT NULL,
        first_taken_on TEXT NOT NULL
    )
    """,
)


def m004_group_sessions(db: "Writer") -> None:
    """Plans, the session that goes on, what outlives it, and whose packages were taken in."""
    for statement in GROUP_SESSIONS:
        db.execute(dedent(statement).strip())


OWNERS = (
    "ALTER TABLE group_plans ADD COLUMN owner_id TEXT REFERENCES people (id) ON DELETE CASCADE",
    """
    UPDATE group_plans SET owner_id = (SELECT id FROM people)
    WHERE (SELECT count(*) FROM people) = 1
    """,
    """
    UPDATE group_plans SET owner_id = (
        SELECT id FROM people WHERE name = json_extract(group_plans.body, '$.leader')
    )
    WHERE owner_id IS NULL AND (
        SELECT count(*) FROM people WHERE name = json_extract(group_plans.body, '$.leader')
    ) = 1
    """,
    "ALTER TABLE group_sessions ADD COLUMN owner_id TEXT REFERENCES people (id) ON DELETE CASCADE",
    """
    UPDATE group_sessions SET owner_id = (SELECT id FROM people)
    WHERE (SELECT count(*) FROM people) = 1
    """,
    """
    UPDATE group_sessions SET owner_id = (
        SELECT id FROM people WHERE name = json_extract(group_sessions.plan, '$.leader')
    )
    WHERE owner_id IS NULL AND (
        SELECT count(*) FROM people WHERE name = json_extract(group_sessions.plan, '$.leader')
    ) = 1
    """,
)


def m005_owners(db: "Writer") -> None:
    """A plan and a session belong to who made them, and go when that person's profile goes.

    Those from before belong to the only person here, or to the one whose name the leader has;
    where neither is known, they are everybody's until somebody opens them.
    """
    for statement in OWNERS:
        db.execute(dedent(statement).strip())


EXPECTED_PEOPLE = """
    UPDATE group_sessions SET attendance = (
        SELECT json_group_array(json(
            CASE json_extract(row, '$[2]')
                WHEN 'absent' THEN json_set(row, '$[2]', 'expected')
                ELSE row
            END
        ))
        FROM (SELECT value AS row FROM json_each(group_sessions.attendance) ORDER BY key)
    )
    WHERE NOT EXISTS (
        SELECT 1 FROM json_each(group_sessions.attendance)
        WHERE json_extract(value, '$[2]') = 'expected'
    )
    """


NOTHING_SHOWN = """
    UPDATE group_sessions SET kept = json_set(kept, '$.shown', json('[]'))
    WHERE json_extract(kept, '$.shown') IS NULL
    """


def m006_expected_people(db: "Writer") -> None:
    """Who stood as absent in a meeting that goes on is expected, until the list is confirmed.

    Absent was what everybody began as, and so it cannot be told from what a leader had noted: the
    leader looks once more. Where somebody is expected already, a later program wrote the list, and
    absent is what was noted.

    Whether the room has seen what was told of a vote was not kept: it counts as a hint alone.
    """
    db.execute(dedent(EXPECTED_PEOPLE).strip())
    db.execute(dedent(NOTHING_SHOWN).strip())
