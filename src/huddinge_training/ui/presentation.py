"""What every page needs to show itself: language, theme, icons, pictures, passing seconds."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from huddinge_training.language import Language
from huddinge_training.ui.icons import Icons
from huddinge_training.ui.illustrations import Illustrations
from huddinge_training.ui.theme import Theme

ICON_FACTOR = 1.35


@dataclass(frozen=True, slots=True)
class Presentation:
    """Handed to pages; a change of language or theme is a new page with a new one.

    ``seconds`` only grow, for what depends on how soon one thing follows another.
    """

    language: Language
    theme: Theme
    icons: Icons
    illustrations: Illustrations
    seconds: Callable[[], float]

    @property
    def icon_size(self) -> int:
        """The size of an icon beside body text, in logical pixels."""
        return round(self.theme.look.sizes["body"] * ICON_FACTOR)

    def pixmap(self, name: str, token: str, factor: float = 1.0) -> QPixmap:
        """An icon beside text in the colour of a token."""
        return self.icons.pixmap(
            name,
            self.theme.look.colour(token),
            round(self.icon_size * factor),
            _pixel_ratio(),
        )

    def icon(self, name: str, token: str) -> QIcon:
        """An icon for a button in the colour of a token."""
        return QIcon(self.pixmap(name, token))

    def illustration(self, name: str, width: int) -> QPixmap:
        """A picture in the theme's colours; ``illustrations.has`` says whether there is one."""
        return self.illustrations.pixmap(name, self.theme.look, width, _pixel_ratio())


def _pixel_ratio() -> float:
    return QApplication.primaryScreen().devicePixelRatio()
