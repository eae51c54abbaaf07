"""A guest's receipt is given here, and taken in by HR on this or another computer."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from huddinge_training import __version__
from huddinge_training.domain.completion import assigned_date, due_date
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.person import Person
from huddinge_training.domain.receipt import (
    MOST_NUMBERS,
    Code,
    ModuleEdition,
    Receipt,
    read_receipt,
    sealed_receipt,
)
from huddinge_training.domain.record import Completion, Mode
from huddinge_training.errors import TrainingError
from huddinge_training.language import Message, Text, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.storage.access_log import AccessEntry, AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.receipts import ReceiptStore, TakenReceipt


@dataclass(frozen=True, slots=True)
class Taken:
    """A receipt that is in the ledger; ``is_new`` unless it had been taken in before."""

    person: Person
    module: Text | Message
    completed_on: date
    taken_on: date
    is_new: bool


def taken_words(taken: Taken) -> Message:
    """What became of a receipt, as a sentence."""
    if taken.is_new:
        return message(
            "The receipt is taken in: {name} has done “{module}” {day}.",
            name=taken.person.profile.name,
            module=taken.module,
            day=taken.completed_on,
        )
    return message(
        "This receipt was taken in for {name} {day} already. Nothing has changed.",
        name=taken.person.profile.name,
        day=taken.taken_on,
    )


class Receipts:
    """Receipts are sealed with IT's key where there is one, or else with the computer's own.

    IT's key makes them valid on every computer that has it. Whose a receipt is, HR says.
    """

    def __init__(
        self,
        database: Database,
        course: Course,
        settings: MachineSettings,
        device: DeviceKeeper,
        clock: Clock,
    ) -> None:
        self._database = database
        self._ledger = LedgerStore(database)
        self._store = ReceiptStore(database)
        self._access_log = AccessLogStore(database)
        self._course = course
        self._settings = settings
        self._device = device
        self._clock = clock

    def give(self, module: Module) -> Receipt:
        """A receipt that the module was done today; nothing of it is kept here."""
        device = self._device.device()
        return sealed_receipt(
            self._edition(module),
            self._clock.today,
            device=device.number,
            number=secrets.randbelow(MOST_NUMBERS),
            key=self._settings.receipt_key or device.receipt_key,
        )

    def take(self, text: str, person: Person) -> Taken:
        """Puts into the ledger that the person has done what the receipt says, once.

        Raises TrainingError for a code that is mistyped, made up, of another computer whose
        key is not known here, or taken in already for somebody else.
        """
        code, edition = read_receipt(text)
        with self._database.atomic():
            before = self._store.find(str(code))
            if before is not None and before.person_id != person.id:
                taken_on = before.taken_on
                raise TrainingError(
                    message("This receipt was taken in for somebody else {day}.", day=taken_on)
                )
            edition = self._proven(code, edition)
            taken_on = before.taken_on if before else self._clock.today
            if before is None:
                self._record(code, edition, person)
        title = self._titles().get(edition.module_id)
        return Taken(
            person=person,
            module=title or message("{module}", module=edition.module_id),
            completed_on=code.completed_on,
            taken_on=taken_on,
            is_new=before is None,
        )

    def _record(self, code: Code, edition: ModuleEdition, person: Person) -> None:
        today = self._clock.today
        if code.completed_on > today:
            raise TrainingError(
                message(
                    "The receipt is dated {day}, which has not come yet. "
                    "Check the clock of this computer, and of the one that gave the receipt.",
                    day=code.completed_on,
                )
            )
        module = next((m for m in self._course.modules if m.id == edition.module_id), None)
        introduced_on = module.introduced_on if module else None
        # A guest may have been done before there was a profile to assign anything to.
        assigned_on = min(assigned_date(person.created_on, introduced_on), code.completed_on)
        completion = Completion(
            person_id=person.id,
            unit_code=person.profile.unit_code,
            module_id=edition.module_id,
            edition_id=edition.edition_id,
            module_hash=edition.module_hash,
            mode=Mode.IMPORTED,
            assigned_on=assigned_on,
            due_on=due_date(assigned_on),
            completed_on=code.completed_on,
            valid_to=None,
            app_version=__version__,
        )
        self._ledger.record_completion(completion, self._clock.now())
        self._store.add(TakenReceipt(str(code), person.id, today))
        entry = AccessEntry("receipt", self._clock.now(), edition.module_id, person_count=1)
        self._access_log.record(entry)

    def _proven(self, code: Code, edition: ModuleEdition | None) -> ModuleEdition:
        """The edition that the code was sealed for by a key that is known here."""
        own = self._device.known_key()
        keys = [key for key in (self._settings.receipt_key, own) if key]
        candidates = iter([edition]) if edition else self._known_editions()
        for candidate in candidates:
            if any(code.is_sealed(candidate, key) for key in keys):
                return candidate
        raise TrainingError(
            message(
                "This code was not made by a computer whose receipts are known here. Take it in "
                "on the computer that it comes from, or ask IT for the same receipt key on both."
            )
        )

    def _known_editions(self) -> Iterator[ModuleEdition]:
        """What a short code can be about: the course of today, and all that was done before."""
        yield from (self._edition(module) for module in self._course.modules)
        yield from self._ledger.editions()

    def _edition(self, module: Module) -> ModuleEdition:
        return ModuleEdition(module.id, self._course.edition.id, module.content_hash)

    def _titles(self) -> dict[str, Text]:
        return {module.id: module.title for module in self._course.modules}


def new_receipt_key() -> str:
    """A key for IT's settings, the same on every computer whose receipts HR takes in."""
    return secrets.token_hex()
