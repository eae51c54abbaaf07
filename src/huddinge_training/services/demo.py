"""Fills an empty data folder with a made-up organisation's people and two years of training."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random

from huddinge_training.domain.attempt import Answer, Purpose
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import ChainHead, Completion, EntryKind
from huddinge_training.domain.response import every_response
from huddinge_training.domain.selection import select_scenarios
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import TrainingError
from huddinge_training.language import message
from huddinge_training.services.demo_history import History, made_up_history
from huddinge_training.services.demo_people import made_up_people
from huddinge_training.services.guard import secret_hash
from huddinge_training.services.workspace import Workspace
from huddinge_training.storage.database import Database
from huddinge_training.storage.hr_access import HrAccess, HrAccessStore
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

PASSPHRASE = "demo"
PEOPLE_A_REMOVAL = 150
MOST_RESPONSES = 24

EntryToAdd = tuple[str, object, datetime]


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """What was made up."""

    people: int
    completions: int
    begun: int
    head: ChainHead


def fill_with_demo(workspace: Workspace, *, people: int, seed: int, until: date) -> DemoSummary:
    """Fills the data folder of the workspace; raises TrainingError unless it is empty."""
    if not _is_empty(workspace.database):
        raise TrainingError(
            message(
                "There is data in {folder} already, and made-up people must not mix with it. "
                "Choose an empty folder.",
                folder=workspace.sources.paths.folder,
            )
        )
    return fill_database(
        workspace.database,
        workspace.loaded_course.course,
        workspace.organisation,
        people=people,
        seed=seed,
        until=until,
    )


def fill_database(
    database: Database,
    course: Course,
    organisation: Organisation,
    *,
    people: int,
    seed: int,
    until: date,
) -> DemoSummary:
    """Makes up everything that happened before the day ``until``, the same for the same seed.

    All of it is saved, or nothing.
    """
    random = Random(seed)
    last_day = until - timedelta(days=1)
    count = people + people // PEOPLE_A_REMOVAL
    everyone = [
        made_up_history(person, random, course, organisation.units, last_day)
        for person in made_up_people(count, random, course, organisation, until)
    ]
    present, removed = everyone[:people], everyone[people:]
    entries = [*_entries(everyone), *_removals(removed, last_day)]
    entries.sort(key=lambda entry: entry[2])
    with database.atomic():
        begun = _store_people(database, present, course, random)
        LedgerStore(database).chain.append_all(entries)
        HrAccessStore(database).save(HrAccess(secret_hash(PASSPHRASE)))
    return DemoSummary(
        people=people,
        completions=sum(kind == EntryKind.COMPLETED for kind, _, _ in entries),
        begun=begun,
        head=LedgerStore(database).chain.head(),
    )


def _is_empty(database: Database) -> bool:
    return (
        not PeopleStore(database).everyone()
        and LedgerStore(database).chain.head().length == 0
        and HrAccessStore(database).load() is None
    )


def _store_people(
    database: Database,
    histories: Iterable[History],
    course: Course,
    random: Random,
) -> int:
    """Stores people, repeats and what is begun; returns how many are in the middle of a module."""
    people = PeopleStore(database)
    progress = ProgressStore(database)
    begun = 0
    for history in histories:
        people.add(history.person)
        progress.plan_follow_ups(history.person.id, history.follow_ups)
        if history.begun is not None:
            _begin(progress, history.person, course, history.begun, random)
            begun += 1
    return begun


def _begin(
    progress: ProgressStore,
    person: Person,
    course: Course,
    begun: tuple[Module, date],
    random: Random,
) -> None:
    """Leaves the person in the middle of the module, with some answers but never all."""
    module, day = begun
    attempt = progress.start(
        person.id,
        module.id,
        Purpose.MODULE,
        edition_id=course.edition.id,
        module_hash=module.content_hash,
        seed=person.id,
        today=day,
    )
    plan = select_scenarios(module, person.profile.role, course.edition.id)
    answered = plan[: random.randrange(len(plan))]
    for number, scenario in enumerate(answered):
        response = random.choice([*islice(every_response(scenario), MOST_RESPONSES)])
        progress.add_answer(
            attempt.id, number, Answer(scenario.id, scenario.content_hash, response)
        )
    progress.save_place(attempt.id, len(module.reading) + len(answered))


def _entries(histories: Iterable[History]) -> Iterable[EntryToAdd]:
    for history in histories:
        for recorded_at, entry in history.recorded:
            is_completion = isinstance(entry, Completion)
            kind = EntryKind.COMPLETED if is_completion else EntryKind.CORRECTED
            yield kind, entry.content(), recorded_at


def _removals(histories: Iterable[History], last_day: date) -> Iterable[EntryToAdd]:
    """Some have removed their profile: what they completed stays, for nobody known."""
    removed_at = datetime.combine(last_day, time(16), UTC)
    for history in histories:
        content = {"person_id": history.person.id, "removed_on": last_day.isoformat()}
        yield EntryKind.REMOVED, content, removed_at
