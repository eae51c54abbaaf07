"""The preferences of this computer and of each person at it, stored as one row each."""

import json
from dataclasses import replace

from huddinge_training.domain.canonical import canonical_json
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.preferences import Preferences
from huddinge_training.storage.database import Database


class PreferencesStore:
    """Loads and saves preferences; what cannot be understood is the default instead."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Preferences:
        """The computer's preferences, or the defaults."""
        rows = self._database.read(_preferences, "SELECT body FROM preferences")
        return rows[0] if rows else Preferences()

    def load_of(self, person_id: PersonId) -> Preferences:
        """A person's preferences, or the computer's while the person has chosen nothing."""
        computer = self.load()
        rows = self._database.read(
            _preferences, "SELECT body FROM person_preferences WHERE person_id = ?", person_id
        )
        # The window stays where it is, whoever comes.
        return replace(rows[0], window_geometry=computer.window_geometry) if rows else computer

    def save(self, preferences: Preferences) -> None:
        """Stores the computer's preferences in place of the old ones."""
        with self._database.atomic():
            self._database.writer.table("preferences").upsert(
                {"id": 1, "body": canonical_json(preferences.content())}, pk="id"
            )

    def save_of(self, person_id: PersonId, preferences: Preferences) -> None:
        """Stores a person's preferences, and where the window is for whoever comes next."""
        own = replace(preferences, window_geometry="")
        with self._database.atomic():
            self._database.writer.table("person_preferences").upsert(
                {"person_id": person_id, "body": canonical_json(own.content())}, pk="person_id"
            )
            self.save_window(preferences.window_geometry)

    def save_window(self, geometry: str) -> None:
        """Stores where the window is, which is the same for everybody."""
        with self._database.atomic():
            computer = self.load()
            if computer.window_geometry != geometry:
                self.save(replace(computer, window_geometry=geometry))


def _preferences(body: str) -> Preferences:
    try:
        content = json.loads(body)
    except ValueError:
        content = None
    return Preferences.from_content(content)
