"""Makes up what people did over two years: completions, moves, removals, and what is begun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from huddinge_training import __version__
from huddinge_training.domain.canonical import digest
from huddinge_training.domain.completion import (
    FollowUp,
    assigned_date,
    due_date,
    planned_follow_ups,
)
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import Completion, Correction, Mode
from huddinge_training.domain.unit import Unit

Recorded = tuple[datetime, Completion | Correction]

VALID_DAYS = 365
REPEATS_AFTER_DAYS = 365
RECENT_DAYS = 60
MODES = (Mode.SOLO,) * 17 + (Mode.GROUP,) * 2 + (Mode.IMPORTED,)


@dataclass(frozen=True, slots=True)
class History:
    """What one person left behind; ``person`` is as they are at the end, after all moves."""

    person: Person
    recorded: tuple[Recorded, ...]
    follow_ups: tuple[FollowUp, ...]
    begun: tuple[Module, date] | None = None


def made_up_history(
    person: Person, random: Random, course: Course, units: Sequence[Unit], last_day: date
) -> History:
    """What the person did until the last day; everything happens on or before it."""
    completions: list[tuple[datetime, Completion]] = []
    person, moves = _moved(person, random, units, last_day)
    diligence = random.uniform(0.6, 1.0)
    begun: tuple[Module, date] | None = None
    day = person.created_on
    for module in course.modules:
        if not module.is_for(person.profile.role):
            continue
        day += timedelta(days=random.randint(0, 70))
        day = max(day, assigned_date(person.created_on, module.introduced_on))
        if day > last_day:
            break
        if random.random() > diligence:
            is_recent = (last_day - day).days <= RECENT_DAYS
            if begun is None and random.random() < (0.8 if is_recent else 0.1):
                begun = (module, day)
            continue
        completions += _completions(person, module, course, day, random, last_day=last_day)
    follow_ups = tuple(
        _followed_up(follow_up, random, last_day)
        for _, completion in completions
        for follow_up in planned_follow_ups(completion.module_id, completion.completed_on)
    )
    recorded: tuple[Recorded, ...] = (
        *((at, _where_it_was(completion, moves)) for at, completion in completions),
        *((_working_hour(move.corrected_on, random), move) for move in moves),
    )
    return History(person, recorded, follow_ups, begun)


def _moved(
    person: Person, random: Random, units: Sequence[Unit], last_day: date
) -> tuple[Person, list[Correction]]:
    """Some change units, some once more, some only mend a mistyped name."""
    chance = random.random()
    days = (last_day - person.created_on).days
    if days < 1 or chance > 0.15 or not person.profile.unit_code:
        return person, []
    if chance > 0.11:
        on = person.created_on + timedelta(days=random.randint(0, days))
        return person, [Correction(person.id, on, ("name",))]
    moves = []
    on = person.created_on
    for _ in range(2 if chance < 0.02 else 1):
        on += timedelta(days=random.randint(1, max(1, (last_day - on).days)))
        other = random.choice(units).code
        before = person.profile.unit_code
        if on > last_day or other == before:
            break
        moves.append(Correction(person.id, on, ("unit_code",), before, other))
        person = replace(person, profile=replace(person.profile, unit_code=other))
    return person, moves


def _completions(
    person: Person, module: Module, course: Course, day: date, random: Random, *, last_day: date
) -> list[tuple[datetime, Completion]]:
    """The completion, and some repeat it after a year."""
    found = []
    assigned_on = assigned_date(person.created_on, module.introduced_on)
    while True:
        mode = random.choice(MODES)
        completion = Completion(
            person_id=person.id,
            unit_code=person.profile.unit_code,
            module_id=module.id,
            edition_id=_edition(course, day),
            module_hash=_module_hash(course, module, day),
            mode=mode,
            assigned_on=assigned_on,
            due_on=due_date(assigned_on),
            completed_on=day,
            valid_to=day + timedelta(days=VALID_DAYS) if mode is Mode.IMPORTED else None,
            app_version=__version__,
        )
        found.append((_working_hour(day, random), completion))
        day += timedelta(days=REPEATS_AFTER_DAYS + random.randint(-30, 60))
        if day > last_day or random.random() < 0.5:
            return found


def _where_it_was(completion: Completion, moves: Sequence[Correction]) -> Completion:
    """The completion with the unit that the person was in on its day."""
    later = [m for m in moves if m.unit_before and m.corrected_on > completion.completed_on]
    return replace(completion, unit_code=later[0].unit_before) if later else completion


def _followed_up(follow_up: FollowUp, random: Random, last_day: date) -> FollowUp:
    done_on = follow_up.due_on + timedelta(days=random.randint(0, 20))
    is_done = random.random() < 0.6 and done_on <= last_day
    return replace(follow_up, done_on=done_on) if is_done else follow_up


def _edition(course: Course, day: date) -> str:
    """Before the course's own edition there was a made-up one each year."""
    is_current = day >= course.edition.valid_from
    return course.edition.id if is_current else f"demo-{day.year}"


def _module_hash(course: Course, module: Module, day: date) -> str:
    edition = _edition(course, day)
    return module.content_hash if edition == course.edition.id else digest(edition + module.id)


def _working_hour(day: date, random: Random) -> datetime:
    """A time in UTC on the same day as in Sweden."""
    return datetime.combine(
        day, time(random.randint(6, 15), random.randint(0, 59), random.randint(0, 59)), UTC
    )
