"""The preferences of this computer's user, stored as one row."""

import json

from huddinge_training.domain.canonical import canonical_json
from huddinge_training.domain.preferences import Preferences
from huddinge_training.storage.database import Database


class PreferencesStore:
    """Loads and saves preferences; what cannot be understood is the default instead."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Preferences:
        """The stored preferences, or the defaults."""
        rows = self._database.read(_preferences, "SELECT body FROM preferences")
        return rows[0] if rows else Preferences()

    def save(self, preferences: Preferences) -> None:
        """Stores the preferences in place of the old ones."""
        with self._database.atomic():
            self._database.writer.table("preferences").upsert(
                {"id": 1, "body": canonical_json(preferences.content())}, pk="id"
            )


def _preferences(body: str) -> Preferences:
    try:
        content = json.loads(body)
    except ValueError:
        content = None
    return Preferences.from_content(content)
