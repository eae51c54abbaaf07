"""The people who learn on this computer: their profiles, found by number or e-mail."""

from datetime import date

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.name_list import Named
from huddinge_training.domain.person import Person, PersonId, Profile
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import Message, message
from huddinge_training.storage.database import Database
from huddinge_training.storage.failures import changed_elsewhere
from huddinge_training.storage.safekeeping import discard_copies

COLUMNS = (
    "id, name, role, employee_number, email, unit_code, unit_missing, created_on,"
    " wants_follow_ups, is_protected"
)


class PeopleStore:
    """Adds, finds, changes and removes people; no two share a number or an e-mail."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, person: Person) -> None:
        """Adds a person; raises RejectedInputError when somebody has the number or e-mail."""
        with self._database.atomic():
            self._require_unique(person)
            self._database.writer.table("people").insert(_columns(person))

    def person(self, person_id: PersonId) -> Person:
        """The person with this id; raises KeyError."""
        for person in self._where("id = ?", person_id):
            return person
        raise KeyError(person_id)

    def everyone(self) -> list[Person]:
        """All people, in the order they were added."""
        return self._where("TRUE")

    def identified(self, number_or_email: str) -> Person | None:
        """Who has this employee number or e-mail, in small letters or large."""
        condition = "employee_number = ? OR email = ?"
        return next(iter(self._where(condition, number_or_email, number_or_email)), None)

    def count(self) -> int:
        """How many people there are."""
        (count,) = self._database.read(int, "SELECT count(*) FROM people")
        return count

    def names(self) -> list[Named]:
        """The names that may stand in a list; who is protected is in none (PRIV-09)."""
        return self._database.read(
            _named,
            "SELECT id, name, coalesce(employee_number, email, '') FROM people"
            " WHERE NOT is_protected ORDER BY rowid",
        )

    def update(self, person: Person) -> None:
        """Stores a changed person; raises RejectedInputError as ``add`` does.

        Raises StorageError when another window has removed the person meanwhile.
        """
        with self._database.atomic():
            self._require_known(person.id)
            self._require_unique(person)
            self._database.writer.table("people").update(person.id, _columns(person))

    def remove(self, person_id: PersonId) -> None:
        """Deletes a person with attempts and follow-ups, here and in copies.

        Raises StorageError when another window has removed the person meanwhile.
        """
        with self._database.atomic():
            self._require_known(person_id)
            discard_copies(self._database.path)
            self._database.writer.table("people").delete(person_id)
            self._database.forget_deleted()

    def units_missing_count(self) -> int:
        """How many people ticked that their unit is missing from the list."""
        (count,) = self._database.read(int, "SELECT count(*) FROM people WHERE unit_missing")
        return count

    def _where(self, condition: str, *values: str) -> list[Person]:
        sql = f"SELECT {COLUMNS} FROM people WHERE {condition} ORDER BY rowid"
        return self._database.read(_person, sql, *values)

    def _require_known(self, person_id: PersonId) -> None:
        if not self._where("id = ?", person_id):
            raise changed_elsewhere()

    def _require_unique(self, person: Person) -> None:
        problems = {
            "employee_number": (person.profile.employee_number, _number_taken()),
            "email": (person.profile.email, _email_taken()),
        }
        taken = {
            field: sentence
            for field, (value, sentence) in problems.items()
            if value and self._where(f"{field} = ? AND id <> ?", value, person.id)
        }
        if taken:
            raise RejectedInputError(taken)


def _number_taken() -> Message:
    return message(
        "There is already a profile with this employee number on this computer. "
        "Check the number, or ask HR."
    )


def _email_taken() -> Message:
    return message(
        "There is already a profile with this e-mail on this computer. "
        "Check the address, or ask HR."
    )


def _columns(person: Person) -> dict[str, object]:
    profile = person.profile
    return {
        "id": person.id,
        "name": profile.name,
        "role": profile.role,
        "employee_number": profile.employee_number or None,
        "email": profile.email or None,
        "unit_code": profile.unit_code or None,
        "unit_missing": profile.unit_missing,
        "created_on": person.created_on.isoformat(),
        "wants_follow_ups": person.wants_follow_ups,
        "is_protected": person.is_protected,
    }


def _person(  # noqa: PLR0917  one for each column
    person_id: str,
    name: str,
    role: str,
    employee_number: str | None,
    email: str | None,
    unit_code: str | None,
    unit_missing: int,
    created_on: str,
    wants_follow_ups: int,
    is_protected: int,
) -> Person:
    profile = Profile(
        name=name,
        role=RoleId(role),
        employee_number=employee_number or "",
        email=email or "",
        unit_code=unit_code or "",
        unit_missing=bool(unit_missing),
    )
    return Person(
        PersonId(person_id),
        profile,
        date.fromisoformat(created_on),
        bool(wants_follow_ups),
        bool(is_protected),
    )


def _named(person_id: str, name: str, identifier: str) -> Named:
    return Named(PersonId(person_id), name, identifier)
