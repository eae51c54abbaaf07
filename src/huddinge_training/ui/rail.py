"""The menu: a rail on the left, icons only on a narrow window, a bar on top of a small one."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from huddinge_training.ui.presentation import Presentation

RAIL_WIDTH, ICON_WIDTH = 224, 72
ICONS_BELOW, BAR_BELOW = 900, 640
SIGN_FACTOR, WIDEST_SIGN = 1.5, 40


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One place to go to; ``id`` is what ``chosen`` says."""

    id: str
    text: str
    icon: str
    at_end: bool = False


class Rail(QFrame):
    """Buttons with icon and word; without the word the name stays for a screen reader."""

    chosen = Signal(str)

    def __init__(self, presentation: Presentation, entries: tuple[RailEntry, ...]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._presentation = presentation
        self._here = presentation.language.say("You are here")
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(16, 16, 16, 16)
        self._layout.setSpacing(4)
        self._brand = _Brand(presentation)
        self._layout.addWidget(self._brand)
        self._buttons: dict[str, QPushButton] = {}
        has_stretch = False
        for entry in entries:
            if entry.at_end and not has_stretch:
                self._layout.addStretch(1)
                has_stretch = True
            self._buttons[entry.id] = self._add_button(entry)
        if not has_stretch:
            self._layout.addStretch(1)
        self._current = ""

    def mark(self, entry_id: str) -> None:
        """Shows which place one is at; an unknown id shows none."""
        self._current = entry_id
        for name, made in self._buttons.items():
            is_here = name == entry_id
            # Not checkable: that would be a check box to a screen reader.
            made.setProperty("current", is_here)
            made.setAccessibleDescription(self._here if is_here else "")
            _restyle(made)
            token = "text" if is_here else "muted"
            made.setIcon(self._presentation.icon(str(made.property("icon_name")), token))

    def fit(self, window_width: int) -> QBoxLayout.Direction:
        """Takes the shape for a window's width; says where the rail lies to the page."""
        factor = self._presentation.theme.look.sizes["body"] / 16
        is_bar = window_width < BAR_BELOW
        is_icons = is_bar or window_width < ICONS_BELOW * max(1.0, factor)
        self._brand.fit(is_icons=is_icons)
        self._brand.setVisible(not is_bar)
        for made in self._buttons.values():
            made.setText("" if is_icons else made.accessibleName())
            made.setToolTip(made.accessibleName() if is_icons else "")
            made.setMinimumWidth(44)
            policy = QSizePolicy.Policy.Expanding if not is_bar else QSizePolicy.Policy.Preferred
            made.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
            _set_tight(made, is_tight=is_bar)
        if is_bar:
            self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
            self._layout.setContentsMargins(8, 4, 8, 4)
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            return QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
        self._layout.setContentsMargins(12, 16, 12, 16)
        self.setFixedWidth(ICON_WIDTH if is_icons else round(RAIL_WIDTH * max(1.0, factor)))
        return QBoxLayout.Direction.LeftToRight

    def first_button(self) -> QWidget:
        """Where F6 goes to: the current place, or the first."""
        return self._buttons.get(self._current) or next(iter(self._buttons.values()))

    def _add_button(self, entry: RailEntry) -> QPushButton:
        made = QPushButton(entry.text)
        made.setObjectName(f"rail_{entry.id}")
        made.setAccessibleName(entry.text)
        made.setProperty("icon_name", entry.icon)
        made.setAutoDefault(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        size = self._presentation.icon_size
        made.setIconSize(QSize(size, size))
        made.setIcon(self._presentation.icon(entry.icon, "muted"))
        made.clicked.connect(lambda: self.chosen.emit(entry.id))
        self._layout.addWidget(made)
        return made


def _set_tight(button: QPushButton, *, is_tight: bool) -> None:
    """In the bar all entries stand on one line of the smallest window."""
    if button.property("tight") != is_tight:
        button.setProperty("tight", is_tight)
        _restyle(button)


def _restyle(button: QPushButton) -> None:
    button.style().unpolish(button)
    button.style().polish(button)


class _Brand(QWidget):
    """The program's sign and name; only the sign where there is room for icons only."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 0, 16)
        row.setSpacing(8)
        sign = QLabel()
        # No wider than the rail is with icons only, however large the text.
        factor = min(SIGN_FACTOR, WIDEST_SIGN / presentation.icon_size)
        sign.setPixmap(presentation.pixmap("kompassen", "primary", factor))
        row.addWidget(sign)
        self._name = QLabel("Kompassen")
        self._name.setProperty("role", "subtitle")
        row.addWidget(self._name, 1)

    def fit(self, *, is_icons: bool) -> None:
        """Shows or hides the name."""
        self._name.setVisible(not is_icons)
