"""Who can come in at this computer: whether to ask at all, names to choose from, and numbers."""

from dataclasses import dataclass

from huddinge_training.domain.idle import CHOICES, USUAL_MINUTES, lock_minutes
from huddinge_training.domain.name_list import NameRow, name_rows
from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import message
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore


@dataclass(frozen=True, slots=True)
class LockOffer:
    """After how many idle minutes the window can be locked, and what is chosen now."""

    choices: tuple[int, ...]
    chosen: int


class Entrance:
    """Shows nobody's progress, and names only where IT and the computer's owner allow it."""

    def __init__(self, database: Database, settings: MachineSettings, device: DeviceKeeper) -> None:
        self._people = PeopleStore(database)
        self._settings = settings
        self._device = device

    @property
    def is_shared(self) -> bool:
        """Whether somebody else could be next: by IT's settings, or since there are several."""
        return self._settings.is_shared or self._people.count() > 1

    @property
    def asks_who(self) -> bool:
        """Whether there is somebody to choose, so that it can be asked who is here."""
        return self._settings.is_shared or self._people.count() > 0

    @property
    def only_person(self) -> Person | None:
        """Whose computer it is, where it is one person's own and that person has begun."""
        if self.is_shared:
            return None
        return next(iter(self._people.everyone()), None)

    @property
    def may_show_names(self) -> bool:
        """Whether IT leaves it to the computer's owner to show names."""
        return self._settings.may_show_names

    @property
    def shows_names(self) -> bool:
        """Whether the names can be chosen from a list."""
        return self.may_show_names and self._device.shows_names

    def show_names(self, *, shown: bool) -> None:
        """What the computer's owner has decided about the list of names."""
        self._device.show_names(shown=shown)

    def names(self) -> tuple[NameRow, ...]:
        """The names to choose from; none where they are not shown. Who is protected is left out."""
        return name_rows(self._people.names()) if self.shows_names else ()

    def named(self, number_or_email: str) -> Person:
        """Who has this number or e-mail; raises RejectedInputError for the field "identifier"."""
        typed = number_or_email.strip()
        found = self._people.identified(typed) if typed else None
        if found is None:
            sentence = (
                message(
                    "There is no profile with that number or e-mail on this computer. Check it."
                )
                if typed
                else message("Write an employee number or a work e-mail.")
            )
            raise RejectedInputError({"identifier": sentence})
        return found

    def lock_offer(self, preferences: Preferences, *, is_needed: bool) -> LockOffer | None:
        """The minutes that a person can choose from, or None where IT has decided.

        Only where no lock is needed is there a way to have none, which is 0.
        """
        if self._settings.lock_minutes:
            return None
        if is_needed or self.is_shared:
            return LockOffer(CHOICES, preferences.lock_minutes or USUAL_MINUTES)
        return LockOffer((0, *CHOICES), preferences.lock_minutes)

    def lock_minutes(self, preferences: Preferences, *, is_needed: bool) -> int | None:
        """After how many idle minutes the window is locked, or None; ``is_needed`` as by a PIN."""
        return lock_minutes(
            decided=self._settings.lock_minutes,
            chosen=preferences.lock_minutes,
            is_needed=is_needed or self.is_shared,
        )
