"""Made-up people, answers and completions for the tests of the database."""

from datetime import UTC, date, datetime
from pathlib import Path

from huddinge_training.domain.attempt import Answer, Purpose
from huddinge_training.domain.course import ModuleId, RoleId
from huddinge_training.domain.person import Person, PersonId, Profile
from huddinge_training.domain.record import Completion, Mode
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import ScenarioId
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language
from huddinge_training.storage.progress import ProgressStore, StoredAttempt

TODAY = date(2026, 3, 7)
NOW = datetime(2026, 3, 7, 12, 30, tzinfo=UTC)
AMINA = PersonId("amina")
EQUALITY = ModuleId("likabehandling")


def make_person(
    person_id: str = AMINA,
    *,
    employee_number: str = "",
    email: str = "",
    unit_code: str = "4711",
    unit_missing: bool = False,
    wants_follow_ups: bool = True,
) -> Person:
    """A person who is known by an e-mail made of the id, unless told otherwise."""
    profile = Profile(
        name=person_id.title(),
        role=RoleId("forskola"),
        employee_number=employee_number,
        email=email if email or employee_number else f"{person_id}@example.se",
        unit_code=unit_code,
        unit_missing=unit_missing,
    )
    return Person(PersonId(person_id), profile, TODAY, wants_follow_ups)


def make_answer(number: int = 0) -> Answer:
    """An answer whose every part can be recognised in the bytes of a file."""
    return Answer(
        ScenarioId(f"SCENARIO-{number}"), f"WORDING-{number}", Response(f"RESPONSE-{number}")
    )


def make_completion(person_id: str = AMINA, module_id: str = EQUALITY) -> Completion:
    """A module that was done alone today."""
    return Completion(
        person_id=PersonId(person_id),
        unit_code="4711",
        module_id=ModuleId(module_id),
        edition_id="2026-1",
        module_hash="a" * 64,
        mode=Mode.SOLO,
        assigned_on=date(2026, 1, 2),
        due_on=date(2026, 4, 2),
        completed_on=TODAY,
        valid_to=None,
        app_version="1.0",
    )


def start_attempt(
    progress: ProgressStore,
    person_id: PersonId = AMINA,
    module_id: str = EQUALITY,
    purpose: Purpose = Purpose.MODULE,
    *,
    seed: str = "seed",
) -> StoredAttempt:
    """An attempt that begins today."""
    return progress.start(
        person_id,
        ModuleId(module_id),
        purpose,
        edition_id="2026-1",
        module_hash="a" * 64,
        seed=seed,
        today=TODAY,
    )


def sentence(error: TrainingError) -> str:
    """What the reader of an error sees, in English."""
    return Language.load("en", Path()).say(error.words)


def traces(folder: Path) -> list[str]:
    """The files in a folder in which an answer of ``make_answer`` can be found."""
    marks = (b"SCENARIO-", b"WORDING-", b"RESPONSE-")
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if any(mark in file.read_bytes() for mark in marks)]
