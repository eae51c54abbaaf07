"""The lock of an idle window: a minute's warning above the page, and any key stays."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from huddinge_training.language import counted, message
from huddinge_training.ui.idle_watch import IdleWatch
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph

NOTHING_IS_LOST = message("Nothing is lost: you go on where you were.")
ALL_IS_FORGOTTEN = message("You are a guest, so what you have done is forgotten then.")


class LockWarning(QFrame):
    """Says how long there is left; the seconds are seen, but read out only once."""

    stayed = Signal()

    def __init__(self, presentation: Presentation, *, is_guest: bool) -> None:
        super().__init__()
        self.say = presentation.language.say
        self._language = presentation.language
        self._ending = self.say(ALL_IS_FORGOTTEN if is_guest else NOTHING_IS_LOST)
        self.setProperty("role", "warning")
        self.setObjectName("lock_warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        icon = QLabel()
        icon.setPixmap(presentation.pixmap("clock", "acceptable"))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        self._words = paragraph("", name="lock_words")
        column.addWidget(self._words)
        column.addLayout(FlowLayout(button(self.say("Stay here"), "stay", self.stayed.emit)))
        row.addLayout(column, 1)

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.accessibleName()

    def count_down(self, seconds: int) -> None:
        """Shows how many seconds there are left."""
        words = self._language.say(
            counted(
                "The program is locked in one second. Press any key to stay. {ending}",
                "The program is locked in {count} seconds. Press any key to stay. {ending}",
                seconds,
                ending=self._ending,
            )
        )
        set_paragraph(self._words, words)


class Lock(QObject):
    """Shows the warning in the window, and says when it is time."""

    expired = Signal()

    def __init__(
        self,
        window: MainWindow,
        watch: IdleWatch,
        presentation: Callable[[], Presentation],
    ) -> None:
        super().__init__()
        self._window = window
        self._watch = watch
        self._presentation = presentation
        self._is_guest = False
        self._warning: LockWarning | None = None
        watch.warned.connect(self._on_warned)
        watch.calmed.connect(self._take_away)
        watch.expired.connect(self.expired)

    def after(self, minutes: int | None, *, is_guest: bool = False) -> None:
        """Locks after so many idle minutes, or never; a guest is told what that means."""
        self._is_guest = is_guest
        self._watch.watch(minutes)

    def close(self) -> None:
        """Locks nothing any more."""
        self._watch.close()

    def _on_warned(self, seconds: int) -> None:
        if self._warning is None:
            self._warning = LockWarning(self._presentation(), is_guest=self._is_guest)
            self._warning.stayed.connect(self._watch.note_use)
            self._warning.count_down(seconds)
            self._window.show_bar(self._warning)
            if self._window.page is not None:
                self._window.page.announce(self._warning.text)
            return
        self._warning.count_down(seconds)

    def _take_away(self) -> None:
        if self._warning is not None:
            self._warning = None
            self._window.show_bar(None)
