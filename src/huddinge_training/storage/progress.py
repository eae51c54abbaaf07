"""How far each person has come: attempts with the answers so far, and planned follow-ups."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NewType

from huddinge_training.domain.attempt import Answer, Purpose
from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import ScenarioId
from huddinge_training.storage.database import Database
from huddinge_training.storage.failures import changed_elsewhere

AttemptId = NewType("AttemptId", str)

ATTEMPTS = (
    "SELECT id, person_id, module_id, purpose, edition_id, module_hash, seed, place, started_on"
    " FROM attempts"
)


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """What is needed to take up a module where a person left it."""

    id: AttemptId
    person_id: PersonId
    module_id: ModuleId
    purpose: Purpose
    edition_id: str
    module_hash: str
    seed: str
    place: int
    started_on: date
    answers: tuple[Answer, ...] = ()
    begun: Answer | None = None


class ProgressStore:
    """Keeps attempts until they are finished; then nothing of the answers is left (PRIV-02).

    ``today`` dates every step, so that attempts can be forgotten that nobody goes on with.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(
        self,
        person_id: PersonId,
        module_id: ModuleId,
        purpose: Purpose,
        *,
        edition_id: str,
        module_hash: str,
        seed: str,
        today: date,
    ) -> StoredAttempt:
        """Starts an attempt, or takes up the one that another window has started."""
        with self._database.atomic():
            attempt = self.attempt(person_id, module_id, purpose)
            if attempt is None:
                attempt_id = AttemptId(secrets.token_hex(16))
                self._database.writer.table("attempts").insert(
                    {
                        "id": attempt_id,
                        "person_id": person_id,
                        "module_id": module_id,
                        "purpose": purpose.value,
                        "edition_id": edition_id,
                        "module_hash": module_hash,
                        "seed": seed,
                        "place": 0,
                        "started_on": today.isoformat(),
                    }
                )
                attempt = self._by_id(attempt_id)
        return attempt

    def attempt(
        self, person_id: PersonId, module_id: ModuleId, purpose: Purpose
    ) -> StoredAttempt | None:
        """The attempt with its answers, or None when none is started."""
        found = self.attempts_of(person_id)
        wanted = (module_id, purpose)
        return next((a for a in found if (a.module_id, a.purpose) == wanted), None)

    def attempts_of(self, person_id: PersonId) -> list[StoredAttempt]:
        """A person's attempts with their answers, in the order they were started."""
        return self._with_answers(
            self._database.read(
                _attempt, f"{ATTEMPTS} WHERE person_id = ? ORDER BY rowid", person_id
            )
        )

    def all_started(self) -> set[tuple[PersonId, ModuleId]]:
        """Who is in the middle of which module; repeats do not count."""
        rows = self._database.read(
            _started, "SELECT person_id, module_id FROM attempts WHERE purpose = ?", Purpose.MODULE
        )
        return set(rows)

    def save_place(self, attempt_id: AttemptId, place: int) -> None:
        """Remembers which screen is shown."""
        with self._database.atomic():
            self._update("attempts", attempt_id, place=place)

    def add_answer(self, attempt_id: AttemptId, number: int, answer: Answer) -> None:
        """Stores a whole answer; ``number`` counts the items of the attempt from 0."""
        with self._database.atomic():
            self._check_is_there(attempt_id)
            self._insert_answers(attempt_id, [(number, answer)])
            self._forget_begun(attempt_id)

    def keep_begun(self, attempt_id: AttemptId, answer: Answer) -> None:
        """Stores how far the answer to the open scenario has come, in place of what was kept."""
        with self._database.atomic():
            self._check_is_there(attempt_id)
            self._database.writer.table("begun_answers").insert(
                {"attempt_id": attempt_id, **_written(answer)}, replace=True
            )

    def replace(
        self,
        attempt_id: AttemptId,
        *,
        edition_id: str,
        module_hash: str,
        answers: Iterable[Answer],
        place: int,
    ) -> StoredAttempt:
        """Moves an attempt to a changed course, with only the answers that still hold."""
        with self._database.atomic():
            self._update(
                "attempts",
                attempt_id,
                edition_id=edition_id,
                module_hash=module_hash,
                place=place,
            )
            self._database.writer.table("answers").delete_where("attempt_id = ?", [attempt_id])
            self._insert_answers(attempt_id, enumerate(answers))
            self._forget_begun(attempt_id)
            self._database.forget_deleted()
            return self._by_id(attempt_id)

    def finish(self, attempt_id: AttemptId) -> None:
        """Deletes an attempt with its answers, so that no trace is left in any file."""
        self._delete("id = ?", attempt_id)

    def plan_follow_ups(self, person_id: PersonId, follow_ups: Iterable[FollowUp]) -> None:
        """Adds follow-ups; one that is already there for the same day stays as it is."""
        rows = [
            {
                "person_id": person_id,
                "module_id": follow_up.module_id,
                "due_on": follow_up.due_on.isoformat(),
                "done_on": follow_up.done_on and follow_up.done_on.isoformat(),
            }
            for follow_up in follow_ups
        ]
        with self._database.atomic():
            self._database.writer.table("follow_ups").insert_all(rows, ignore=True)

    def follow_ups_of(self, person_id: PersonId) -> list[FollowUp]:
        """A person's follow-ups, done or not, by the day they fall due."""
        return self._database.read(
            _follow_up,
            "SELECT module_id, due_on, done_on FROM follow_ups"
            " WHERE person_id = ? ORDER BY due_on, module_id",
            person_id,
        )

    def mark_follow_up_done(
        self, person_id: PersonId, module_id: ModuleId, due_on: date, done_on: date
    ) -> None:
        """Remembers the day on which a follow-up was done."""
        self._update(
            "follow_ups", (person_id, module_id, due_on.isoformat()), done_on=done_on.isoformat()
        )

    def _update(self, table: str, key: str | tuple[str, ...], **changes: str | int) -> None:
        from sqlite_utils.db import NotFoundError  # noqa: PLC0415  as late as the writer itself

        try:
            with self._database.atomic():
                self._database.writer.table(table).update(key, changes)
        except NotFoundError as error:
            raise changed_elsewhere() from error

    def _delete(self, condition: str, value: str) -> None:
        with self._database.atomic():
            self._database.writer.table("attempts").delete_where(condition, [value])
            self._database.forget_deleted()

    def _check_is_there(self, attempt_id: AttemptId) -> None:
        if not self._database.read(str, "SELECT id FROM attempts WHERE id = ?", attempt_id):
            raise changed_elsewhere()

    def _forget_begun(self, attempt_id: AttemptId) -> None:
        table = self._database.writer.table("begun_answers")
        table.delete_where("attempt_id = ?", [attempt_id])

    def _insert_answers(self, attempt_id: AttemptId, answers: Iterable[tuple[int, Answer]]) -> None:
        self._database.writer.table("answers").insert_all(
            {"attempt_id": attempt_id, "number": number, **_written(answer)}
            for number, answer in answers
        )

    def _by_id(self, attempt_id: AttemptId) -> StoredAttempt:
        found = self._database.read(_attempt, f"{ATTEMPTS} WHERE id = ?", attempt_id)
        return self._with_answers(found)[0]

    def _with_answers(self, attempts: list[StoredAttempt]) -> list[StoredAttempt]:
        return [
            replace(
                attempt,
                answers=tuple(
                    self._database.read(
                        _answer,
                        "SELECT scenario_id, scenario_hash, response FROM answers"
                        " WHERE attempt_id = ? ORDER BY number",
                        attempt.id,
                    )
                ),
                begun=next(
                    iter(
                        self._database.read(
                            _answer,
                            "SELECT scenario_id, scenario_hash, response FROM begun_answers"
                            " WHERE attempt_id = ?",
                            attempt.id,
                        )
                    ),
                    None,
                ),
            )
            for attempt in attempts
        ]


def _attempt(  # noqa: PLR0917  one for each column
    attempt_id: str,
    person_id: str,
    module_id: str,
    purpose: str,
    edition_id: str,
    module_hash: str,
    seed: str,
    place: int,
    started_on: str,
) -> StoredAttempt:
    return StoredAttempt(
        AttemptId(attempt_id),
        PersonId(person_id),
        ModuleId(module_id),
        Purpose(purpose),
        edition_id,
        module_hash,
        seed,
        place,
        date.fromisoformat(started_on),
    )


def _answer(scenario_id: str, scenario_hash: str, response: str) -> Answer:
    return Answer(ScenarioId(scenario_id), scenario_hash, Response(response))


def _written(answer: Answer) -> dict[str, str]:
    return {
        "scenario_id": answer.scenario_id,
        "scenario_hash": answer.scenario_hash,
        "response": answer.response,
    }


def _started(person_id: str, module_id: str) -> tuple[PersonId, ModuleId]:
    return PersonId(person_id), ModuleId(module_id)


def _follow_up(module_id: str, due_on: str, done_on: str | None) -> FollowUp:
    return FollowUp(
        ModuleId(module_id),
        date.fromisoformat(due_on),
        date.fromisoformat(done_on) if done_on else None,
    )
