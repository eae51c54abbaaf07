"""All motion of the program: what has just been unfolded fades in."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from huddinge_training.ui.theme import Look

FADE_MS = 120
"""Motion of the program takes 200 ms at most."""


def fade_in(part: QWidget, look: Look) -> None:
    """Lets a part that is shown appear; at once where less motion is wanted.

    Nothing changes its place meanwhile, and it can be read and used from the start.
    """
    if look.is_still:
        return
    effect = QGraphicsOpacityEffect(part)
    part.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", part)
    fade.setDuration(FADE_MS)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    # An effect that stays would have the part painted twice for ever.
    fade.finished.connect(lambda: part.setGraphicsEffect(None))  # type: ignore[arg-type]
    fade.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
