"""Plans of led sessions, the one that goes on, and what is kept when it is over."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from huddinge_training.domain.attendance import Attendance
from huddinge_training.domain.group_plan import GroupPlan, PlanId
from huddinge_training.domain.kept import Kept
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.session_facts import SessionFacts
from huddinge_training.storage.database import Database


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session that is not closed: after a crash it goes on from here."""

    id: str
    held_on: date
    plan: GroupPlan
    kept: Kept
    attendance: Attendance


class GroupSessionStore:
    """The list of people is kept only until the session is closed; votes are never here.

    What belongs to nobody was made before there were owners, and is everybody's until somebody
    opens it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save_plan(self, plan: GroupPlan, owner: PersonId, saved_on: date) -> None:
        """Keeps a person's plan, in place of an earlier one with its id."""
        self._upsert(
            "group_plans",
            {
                "id": plan.id,
                "saved_on": saved_on.isoformat(),
                "body": _written(plan.content()),
                "owner_id": owner,
            },
        )

    def claim_plan(self, plan_id: PlanId, owner: PersonId) -> None:
        """Makes a plan that is nobody's a person's own."""
        sql = "UPDATE group_plans SET owner_id = ? WHERE id = ? AND owner_id IS NULL"
        with self._database.atomic():
            self._database.writer.execute(sql, [owner, plan_id])

    def has_plan(self, plan_id: PlanId) -> bool:
        """Whether anybody has a plan with this id."""
        return bool(self._database.read(str, "SELECT id FROM group_plans WHERE id = ?", plan_id))

    def is_plan_of_another(self, plan_id: PlanId, owner: PersonId) -> bool:
        """Whether somebody else has a plan with this id."""
        sql = "SELECT id FROM group_plans WHERE id = ? AND owner_id != ?"
        return bool(self._database.read(str, sql, plan_id, owner))

    def plans(self, owner: PersonId) -> list[GroupPlan]:
        """A person's plans, the latest first."""
        sql = (
            "SELECT body FROM group_plans WHERE owner_id = ? OR owner_id IS NULL "
            "ORDER BY saved_on DESC, rowid DESC"
        )
        return self._database.read(_plan, sql, owner)

    def remove_plan(self, plan_id: PlanId) -> None:
        """Forgets a plan with who was expected."""
        with self._database.atomic():
            self._database.writer.table("group_plans").delete_where("id = ?", [plan_id])
            self._database.forget_deleted()

    def save_session(self, session: StoredSession, owner: PersonId) -> None:
        """Keeps where the session that a person leads is."""
        self._upsert(
            "group_sessions",
            {
                "id": session.id,
                "held_on": session.held_on.isoformat(),
                "plan": _written(session.plan.content()),
                "kept": _written(session.kept.content()),
                "attendance": _written(session.attendance.content()),
                "owner_id": owner,
            },
        )

    def sessions(self, owner: PersonId) -> list[StoredSession]:
        """The sessions that a person leads and that are not closed."""
        sql = (
            "SELECT id, held_on, plan, kept, attendance FROM group_sessions "
            "WHERE owner_id = ? OR owner_id IS NULL ORDER BY rowid"
        )
        return self._database.read(_session, sql, owner)

    def is_session_of_another(self, session_id: str, owner: PersonId) -> bool:
        """Whether somebody else leads the session with this id."""
        sql = "SELECT id FROM group_sessions WHERE id = ? AND owner_id != ?"
        return bool(self._database.read(str, sql, session_id, owner))

    def ids_of_nobody(self) -> set[str]:
        """The plans and sessions that everybody sees."""
        sql = (
            "SELECT id FROM group_plans WHERE owner_id IS NULL "
            "UNION SELECT id FROM group_sessions WHERE owner_id IS NULL"
        )
        return set(self._database.read(str, sql))

    def close_session(self, session_id: str) -> None:
        """Forgets a session with its list of people."""
        with self._database.atomic():
            self._database.writer.table("group_sessions").delete_where("id = ?", [session_id])
            self._database.forget_deleted()

    def save_summary(self, facts: SessionFacts) -> None:
        """Keeps what a session came to, without anybody's name but the leader's."""
        self._upsert(
            "group_summaries",
            {
                "session_id": facts.session_id,
                "held_on": facts.held_on.isoformat(),
                "unit_code": facts.unit_code,
                "body": _written(facts.without_names().content()),
            },
            "session_id",
        )

    def summaries(self, unit_code: str) -> list[SessionFacts]:
        """What the unit's sessions came to, the earliest first."""
        sql = "SELECT body FROM group_summaries WHERE unit_code = ? ORDER BY held_on, session_id"
        return self._database.read(_facts, sql, unit_code)

    def knows_maker(self, public_key: str) -> bool:
        """Whether a package signed with this key was taken in before."""
        sql = "SELECT public_key FROM package_makers WHERE public_key = ?"
        return bool(self._database.read(str, sql, public_key))

    def add_maker(self, public_key: str, today: date) -> None:
        """Remembers whose packages are taken in."""
        if not self.knows_maker(public_key):
            row = {"public_key": public_key, "first_taken_on": today.isoformat()}
            self._upsert("package_makers", row, "public_key")

    def _upsert(self, table: str, row: Mapping[str, object], key: str = "id") -> None:
        with self._database.atomic():
            self._database.writer.table(table).upsert(dict(row), pk=key)


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)


def _plan(body: str) -> GroupPlan:
    return GroupPlan.from_content(json.loads(body))


def _facts(body: str) -> SessionFacts:
    return SessionFacts.from_content(json.loads(body))


def _session(session_id: str, held_on: str, plan: str, kept: str, attendance: str) -> StoredSession:
    return StoredSession(
        session_id,
        date.fromisoformat(held_on),
        GroupPlan.from_content(json.loads(plan)),
        Kept.from_content(json.loads(kept)),
        Attendance.from_content(json.loads(attendance)),
    )
