"""Who is in the room: a list of its own that knows nothing of votes (GRP-07)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from huddinge_training.domain.group_plan import Expected
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.errors import SessionError
from huddinge_training.language import message

LONGEST_NAME = 100


class Presence(StrEnum):
    """How somebody takes part; who is only expected is not noted as here until it is confirmed."""

    EXPECTED = "expected"
    HERE = "here"
    LATE = "late"
    REMOTE = "remote"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def counts(self) -> bool:
        """Whether the session counts for them."""
        return self in (Presence.HERE, Presence.LATE, Presence.REMOTE)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person of the list; a guest was not expected."""

    name: str
    employee_number: str = ""
    presence: Presence = Presence.EXPECTED
    is_guest: bool = False

    @property
    def is_noted(self) -> bool:
        """Whether it is known how they take part, from themselves or from the leader."""
        return self.presence is not Presence.EXPECTED

    @property
    def proposed(self) -> Presence:
        """What confirming the list notes: nobody is asked to note what is usual."""
        return self.presence if self.is_noted else Presence.HERE


class Attendance:
    """The list of a session; nothing in it has a time, so that it cannot be set beside votes."""

    def __init__(self, attendees: Iterable[Attendee] = ()) -> None:
        self._attendees = list(attendees)

    @classmethod
    def of_expected(cls, expected: Iterable[Expected]) -> "Attendance":
        """Everybody who is expected, nobody noted yet."""
        return cls(Attendee(person.name, person.employee_number) for person in expected)

    def content(self) -> list[list[str | bool]]:
        """The plain data of the list."""
        return [[a.name, a.employee_number, a.presence.value, a.is_guest] for a in self._attendees]

    @classmethod
    def from_content(cls, content: Any) -> "Attendance":
        """The list that ``content()`` described; raises TypeError or ValueError."""
        return cls(
            Attendee(str(name), str(number), Presence(presence), bool(is_guest))
            for name, number, presence, is_guest in content
        )

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """The list in its order."""
        return tuple(self._attendees)

    @property
    def present(self) -> tuple[Attendee, ...]:
        """Those for whom the session counts."""
        return tuple(a for a in self._attendees if a.presence.counts)

    @property
    def expected(self) -> tuple[Attendee, ...]:
        """Those of whom nothing is noted yet."""
        return tuple(a for a in self._attendees if not a.is_noted)

    @property
    def is_confirmed(self) -> bool:
        """Whether something is noted of everybody; of an empty list there is nothing to note."""
        return not self.expected

    def confirm(self) -> None:
        """Everybody who was expected and of whom nothing else is noted is here."""
        self._attendees = [replace(a, presence=a.proposed) for a in self._attendees]

    def require_confirmed(self) -> None:
        """Raises SessionError while somebody is only expected: they would count as not here."""
        if not self.is_confirmed:
            raise SessionError(
                message("The list of who was here is not confirmed. Go back to it and confirm it.")
            )

    def set(self, index: int, presence: Presence) -> None:
        """Notes how somebody takes part."""
        self._attendees[index] = replace(self._attendees[index], presence=presence)

    def add_guest(self, name: str, employee_number: str = "") -> None:
        """Adds somebody who was not expected, and is here."""
        name = " ".join(name.split())
        if not name and not employee_number:
            raise SessionError(message("Write a name or an employee number."))
        self._require_fit(name, employee_number)
        self._attendees.append(Attendee(name, employee_number, Presence.HERE, is_guest=True))

    def check_in(self, employee_number: str, name: str = "") -> Attendee:
        """Somebody checks in themselves; who is on the list already is only marked as here."""
        number = employee_number.strip()
        if not number:
            raise SessionError(message("Write your employee number."))
        for index, attendee in enumerate(self._attendees):
            if attendee.employee_number.casefold() == number.casefold():
                if not attendee.presence.counts:
                    self.set(index, Presence.HERE)
                return self._attendees[index]
        self.add_guest(name, number)
        return self._attendees[-1]

    @staticmethod
    def _require_fit(name: str, employee_number: str) -> None:
        if len(name) > LONGEST_NAME or len(employee_number) > LONGEST_NAME:
            raise SessionError(message("That is too long for a name. Write a shorter one."))
        if holds_personal_number(f"{name} {employee_number}"):
            raise SessionError(
                message("There is a personal identity number in it. Write the employee number.")
            )
