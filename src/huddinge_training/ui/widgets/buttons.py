"""Buttons by role: primary for the one thing to do next, secondary, quiet and danger."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

MNEMONIC = Qt.TextFlag.TextShowMnemonic.value


class WrappingButton(QPushButton):
    """A real push button whose words go on to another line where the page is narrow."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_measuring = False
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        longest = max(map(self._advance, self.text().split()), default=0)
        return QSize(self._frame().width() + longest, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """More lines are higher."""
        lines = len(self._lines(width))
        words = self.fontMetrics().height() + (lines - 1) * self.fontMetrics().lineSpacing()
        return self._frame().height() + max(words, self._icon_height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The same button, with its words on the lines that there is room for."""
        super().initStyleOption(option)
        if not self._is_measuring:
            option.text = "\n".join(self._lines(self.width()))

    def _frame(self) -> QSize:
        """What lies around the words: what Qt adds to them when they are on one line.

        Asking the style would make its class with all its enums, before the first window.
        """
        self._is_measuring = True
        whole = super().sizeHint()
        self._is_measuring = False
        words = self.fontMetrics().size(MNEMONIC, self.text())
        height = max(words.height(), self._icon_height())
        return QSize(whole.width() - words.width(), whole.height() - height)

    def _icon_height(self) -> int:
        return 0 if self.icon().isNull() else self.iconSize().height()

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _lines(self, width: int) -> list[str]:
        room = width - self._frame().width()
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
