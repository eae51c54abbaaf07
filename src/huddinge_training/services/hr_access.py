"""The passphrase before HR's reports."""

import re
from dataclasses import replace

from huddinge_training.domain.tries import Tries
from huddinge_training.errors import AccessDeniedError, TrainingError
from huddinge_training.language import message
from huddinge_training.services.clock import Clock
from huddinge_training.services.guard import Guard, secret_hash
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.storage.database import Database
from huddinge_training.storage.hr_access import HrAccess, HrAccessStore

SHORTEST_PASSPHRASE = 12
USABLE_HASH = re.compile(
    r"(?=.{1,127}\Z)\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{22,}"
)


def passphrase_hash(passphrase: str) -> str:
    """The argon2id hash of a passphrase, as it stands in the database or IT's settings.

    Raises TrainingError for one that is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise TrainingError(
            message(
                "The passphrase is too short. Choose at least {least} characters, "
                "for example four words.",
                least=SHORTEST_PASSPHRASE,
            )
        )
    return secret_hash(passphrase)


class HrDoor:
    """Opens HR's reports to who knows the passphrase; closed until HR or IT has set one."""

    def __init__(self, database: Database, settings: MachineSettings, clock: Clock) -> None:
        self._database = database
        self._store = HrAccessStore(database)
        self._settings = settings
        self._guard = Guard(database, clock, self._tries, self._save_tries)

    @property
    def is_set_up(self) -> bool:
        """Whether there is a passphrase, from IT's settings or from ``hr init``."""
        return bool(self._settings.hr_passphrase_hash) or self._stored.passphrase_hash != ""

    def require_not_set_up(self) -> None:
        """Raises TrainingError when there is a passphrase already."""
        if self.is_set_up:
            raise TrainingError(
                message(
                    "HR's passphrase is already set on this computer. "
                    "If it is lost, ask IT to put a new one into the settings for the computer."
                )
            )

    def set_up(self, passphrase: str) -> None:
        """Sets the first passphrase; raises TrainingError when there is one already."""
        hashed = passphrase_hash(passphrase)
        with self._database.atomic():
            self.require_not_set_up()
            self._store.save(HrAccess(hashed))

    def unlock(self, passphrase: str) -> None:
        """Returns when the passphrase is right; raises AccessDeniedError otherwise."""
        expected = self._settings.hr_passphrase_hash or self._stored.passphrase_hash
        if not expected:
            raise AccessDeniedError(
                message(
                    "HR's page is not turned on here. "
                    "Run “huddinge-training hr init” on this computer, or ask IT."
                )
            )
        if not USABLE_HASH.fullmatch(expected):
            raise TrainingError(
                message(
                    "HR's passphrase in the settings for this computer cannot be used. "
                    "Ask IT to make a new line with “huddinge-training hr hash”."
                )
            )
        refusal = message("That is not the passphrase. Check it and try again.")
        self._guard.admit(expected, passphrase, refusal)

    @property
    def _stored(self) -> HrAccess:
        return self._store.load() or HrAccess("")

    def _tries(self) -> Tries:
        return self._stored.tries

    def _save_tries(self, tries: Tries) -> None:
        with self._database.atomic():
            self._store.save(replace(self._stored, tries=tries))
