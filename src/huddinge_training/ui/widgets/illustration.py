"""A picture on a page, drawn only once it is looked at."""

from pathlib import PurePath

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from huddinge_training.domain.course import Module
from huddinge_training.ui.presentation import Presentation

SHAPE = 200 / 320
WIDTH_FACTOR, SIGN_FACTOR = 14, 4
"""Of the height of body text: a picture grows with the words beside it."""
WIDEST = 288


class IllustrationLabel(QLabel):
    """Keeps its place from the start, so that nothing moves when the picture comes.

    Without words in its stead it is decoration: it has no name and no focus.
    """

    def __init__(
        self,
        presentation: Presentation,
        name: str,
        width: int,
        words: str = "",
        shape: float = SHAPE,
    ) -> None:
        """``shape`` is how high it is for its width."""
        super().__init__()
        self._presentation = presentation
        self._picture = name
        self._is_asked_for = False
        self.setObjectName("illustration")
        self.setFixedSize(width, round(width * shape))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it in the next turn: the words of the page come first."""
        super().paintEvent(event)
        if self.pixmap().isNull() and not self._is_asked_for:
            self._is_asked_for = True
            QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        self.setPixmap(self._presentation.illustration(self._picture, self.width()))


def module_illustration(
    presentation: Presentation, module: Module, factor: float = WIDTH_FACTOR
) -> IllustrationLabel | None:
    """The picture of a module, or None where its author chose none or the file is gone."""
    if module.illustration is None:
        return None
    name = PurePath(module.illustration.file).stem
    if not presentation.illustrations.has(name):
        return None
    alt = module.illustration.alt
    words = presentation.language.say(alt) if alt is not None else ""
    return IllustrationLabel(presentation, name, picture_width(presentation, factor), words)


def place_illustration(
    presentation: Presentation, name: str, factor: float = WIDTH_FACTOR
) -> IllustrationLabel:
    """A picture that the program ships with, as decoration."""
    return IllustrationLabel(presentation, name, picture_width(presentation, factor))


def sign_illustration(presentation: Presentation, name: str) -> IllustrationLabel | None:
    """A sign, which is as high as wide, or None where there is none of that name."""
    if not presentation.illustrations.has(name):
        return None
    return IllustrationLabel(presentation, name, picture_width(presentation, SIGN_FACTOR), shape=1)


def picture_width(presentation: Presentation, factor: float) -> int:
    """In pixels, on the 4-px grid."""
    return min(WIDEST, round(presentation.theme.look.sizes["body"] * factor / 4) * 4)
