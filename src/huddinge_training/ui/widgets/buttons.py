"""Buttons by role: primary for the one thing to do next, secondary, quiet and danger."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy


def button(
    text: str,
    name: str,
    on_click: Callable[[], object],
    *,
    role: str = "secondary",
    icon: QIcon | None = None,
    icon_size: int = 20,
) -> QPushButton:
    """A button with an object name, by which tests and style sheets find it."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setAccessibleName(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(QSize(icon_size, icon_size))
    made.clicked.connect(lambda _checked: on_click())
    return made
