"""How the program looks and speaks at the moment, and whose choice that is."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.person import PersonId
from huddinge_training.domain.preferences import Preferences
from huddinge_training.ui.opening import Opening
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.theme import LARGEST_PERCENT, PERCENT_STEP, SMALLEST_PERCENT


class Appearance(QObject):
    """The computer's preferences until somebody comes in; a guest's are kept nowhere.

    ``presented`` says that what is shown from now on looks different, ``changed`` that what is
    on screen has to be shown anew.
    """

    presented = Signal()
    changed = Signal()

    def __init__(self, presenter: Presenter, opening: Opening) -> None:
        super().__init__()
        self._presenter = presenter
        self._opening = opening
        self._person_id: PersonId | None = None
        self._is_kept = True
        self.preferences = opening.preferences
        self.presentation = presenter.present(self.preferences)
        presenter.wishes.changed.connect(self._on_wishes_changed)

    def be_of(self, person_id: PersonId | None) -> None:
        """From now on it is as this person, or for None the computer, has it."""
        self._person_id = person_id
        self._is_kept = True
        workspace = self._opening.workspace
        stored = workspace.load_preferences(person_id) if workspace else self._opening.preferences
        before, self.preferences = self.preferences, stored
        if _seen(stored) != _seen(before):
            self._present()

    def be_of_nobody(self) -> None:
        """It begins as the computer has it; what is chosen goes with whoever has chosen it."""
        self.be_of(None)
        self._is_kept = False

    def change(self, preferences: Preferences) -> None:
        """Shows another choice at once and keeps it; raises StorageError when it cannot."""
        before = self.preferences
        self.preferences = preferences
        workspace = self._opening.workspace
        try:
            if workspace is not None and self._is_kept:
                workspace.save_preferences(preferences, self._person_id)
        finally:
            if _seen(preferences) != _seen(before):
                self._present()
            if preferences != before:
                self.changed.emit()

    def change_text_size(self, step: int) -> None:
        """One step larger or smaller, or with 0 back to the usual size."""
        before = self.preferences.text_percent
        percent = before + step * PERCENT_STEP if step else Preferences().text_percent
        percent = min(LARGEST_PERCENT, max(SMALLEST_PERCENT, percent))
        self.change(replace(self.preferences, text_percent=percent))

    def keep_window(self, geometry: str) -> None:
        """Remembers where the window is; raises StorageError."""
        self.preferences = replace(self.preferences, window_geometry=geometry)
        if self._opening.workspace is not None:
            self._opening.workspace.save_window(geometry)

    def close(self) -> None:
        """Follows the platform no longer, and takes our words out of Qt again."""
        self._presenter.close()

    def _on_wishes_changed(self) -> None:
        before = self.presentation.theme.look
        self._present()
        if self.presentation.theme.look != before:
            self.changed.emit()

    def _present(self) -> None:
        self.presentation = self._presenter.present(self.preferences)
        self.presented.emit()


def _seen(preferences: Preferences) -> Preferences:
    """Without what changes nothing on the screen."""
    return replace(preferences, window_geometry="", lock_minutes=0)
