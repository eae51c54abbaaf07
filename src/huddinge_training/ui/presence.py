"""Who is at the window at the moment, and after how long it is locked behind them."""

from PySide6.QtCore import QObject

from huddinge_training.services.entrance import LockOffer
from huddinge_training.services.workspace import Workspace
from huddinge_training.ui.appearance import Appearance
from huddinge_training.ui.learner.sitting import Sitting
from huddinge_training.ui.lock import Lock
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.opening import Opening
from huddinge_training.ui.places import HR, Visitor


class Presence(QObject):
    """A sitting, or a newcomer who has not said who it is yet, or HR, or nobody."""

    def __init__(
        self, window: MainWindow, opening: Opening, appearance: Appearance, lock: Lock
    ) -> None:
        super().__init__()
        self._window = window
        self._opening = opening
        self._appearance = appearance
        self._lock = lock
        self.sitting: Sitting | None = None
        self.has_newcomer = False

    @property
    def visitor(self) -> Visitor:
        """Who it is, as the menu wants to know it."""
        return self.sitting.visitor if self.sitting is not None else Visitor.NOBODY

    @property
    def leads(self) -> bool:
        """Whether the menu offers to lead meetings."""
        return self.sitting is not None and self.sitting.leads

    @property
    def makes_way(self) -> bool:
        """Whether there is anybody who can leave; on a new computer of one's own there is not."""
        workspace = self._opening.workspace
        is_here = self.sitting is not None or self.has_newcomer or self._window.place == HR
        return is_here and workspace is not None and workspace.entrance.asks_who

    def take(self, sitting: Sitting | None, *, has_newcomer: bool = False) -> None:
        """From now on this is who is here."""
        self.sitting = sitting
        self.has_newcomer = has_newcomer

    def update_lock(self) -> None:
        """Locks after some idle minutes, where somebody is here and somebody else could come."""
        workspace = self._opening.workspace
        minutes = None
        # A room that talks for ten minutes touches no key.
        is_leading = self.sitting is not None and self.sitting.is_leading
        if workspace is not None and self.makes_way and not is_leading:
            minutes = workspace.entrance.lock_minutes(
                self._appearance.preferences, is_needed=self._needs_lock(workspace)
            )
        self._lock.after(minutes, is_guest=self.visitor is Visitor.GUEST)

    def lock_offer(self, workspace: Workspace) -> LockOffer | None:
        """What whoever is here can choose, or None where nobody can."""
        if self.sitting is None:
            return None
        return workspace.entrance.lock_offer(
            self._appearance.preferences, is_needed=self._needs_lock(workspace)
        )

    def _needs_lock(self, workspace: Workspace) -> bool:
        """Whether even on one's own computer nobody else should come by."""
        if self.sitting is None or self._window.place == HR:
            return True
        is_guest = self.visitor is Visitor.GUEST
        return is_guest or workspace.pins.has_pin(self.sitting.person)
