"""Buttons by role: primary for the one thing to do next, secondary, quiet and danger."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton


class WrappingButton(QPushButton):
    """A real push button whose words go on to another line where the page is narrow."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        longest = max(map(self._advance, self.text().split()), default=0)
        return QSize(self._around(QSize(longest, 0)).width(), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """More lines are higher."""
        lines = len(self._lines(width))
        return self._around(QSize(0, lines * self.fontMetrics().lineSpacing())).height()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The same button, with its words on the lines that there is room for."""
        super().initStyleOption(option)
        option.text = "\n".join(self._lines(self.width()))

    def _around(self, words: QSize) -> QSize:
        """The size of a button around words of this size, and its icon."""
        option = QStyleOptionButton()
        super().initStyleOption(option)
        if not self.icon().isNull():
            words = words + QSize(self.iconSize().width() + 4, 0)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, words, self)

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _lines(self, width: int) -> list[str]:
        room = width - self._around(QSize(0, 0)).width()
        if self._advance(self.text()) <= room:
            return [self.text()]
        lines: list[str] = []
        for word in self.text().split():
            if lines and self._advance(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines


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
    made = WrappingButton(text)
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setAccessibleName(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(QSize(icon_size, icon_size))
    made.clicked.connect(lambda _checked: on_click())
    return made
