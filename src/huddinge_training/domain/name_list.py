"""The names that a shared computer shows to choose from: short, in order, told apart (UX-17)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from huddinge_training.domain.person import PersonId
from huddinge_training.language import collation_key


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name; ``identifier`` is the number or e-mail, of which little is shown."""

    person_id: PersonId
    name: str
    identifier: str


@dataclass(frozen=True, slots=True)
class NameRow:
    """A row to choose: says who, and nothing about how far they are."""

    person_id: PersonId
    label: str
    initials: str


def name_rows(people: Iterable[Named]) -> tuple[NameRow, ...]:
    """A row a person in Swedish order: "Anna L.", or the whole name where two would be the same.

    Who has the very same name is told apart by the end of the number or e-mail.
    """
    known = list(people)
    short = Counter(_short(person.name) for person in known)
    whole = Counter(_tidy(person.name) for person in known)
    rows = []
    for person in known:
        label = _short(person.name)
        if short[label] > 1:
            label = _tidy(person.name)
            if whole[label] > 1:
                label = f"{label} (…{person.identifier.partition('@')[0][-2:]})"
        rows.append(NameRow(person.person_id, label, initials(person.name)))
    return tuple(sorted(rows, key=lambda row: collation_key(row.label)))


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    parts = name.split()
    first_and_last = parts[:1] + parts[1:][-1:]
    return "".join(part[0] for part in first_and_last).upper()


def matching(rows: Sequence[NameRow], letters: str) -> tuple[NameRow, ...]:
    """The rows in which some word begins with each of the words that were typed."""
    typed = letters.casefold().split()
    return tuple(
        row
        for row in rows
        if all(any(word.startswith(t) for word in row.label.casefold().split()) for t in typed)
    )


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _short(name: str) -> str:
    parts = name.split()
    return parts[0] if len(parts) < 2 else f"{parts[0]} {parts[-1][0].upper()}."
