"""What the flows between pages work with: the window, the services and the way outside."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from huddinge_training.domain.preferences import Preferences
from huddinge_training.language import Language
from huddinge_training.services.workspace import Workspace
from huddinge_training.ui.background import Background
from huddinge_training.ui.dialogs import Dialogs
from huddinge_training.ui.main_window import MainWindow

if TYPE_CHECKING:
    from huddinge_training.services.phone_line import PhoneLine


@dataclass(frozen=True, slots=True)
class Desk:
    """Made by the composition root; ``preferences`` and ``language`` are those of the moment."""

    window: MainWindow
    workspace: Workspace
    background: Background
    dialogs: Dialogs
    preferences: Callable[[], Preferences]
    change_preferences: Callable[[Preferences], None]
    language: Callable[[], Language]
    phone_line: "Callable[[], PhoneLine]"
