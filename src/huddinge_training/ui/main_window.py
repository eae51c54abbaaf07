"""The main window: owns the rail and the page on screen and switches between them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QVBoxLayout, QWidget

from huddinge_training.errors import TrainingError
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.rail import Rail, RailEntry
from huddinge_training.ui.widgets.boxes import insert
from huddinge_training.ui.widgets.focus_ring import FocusRing

PageMaker = Callable[[Presentation], Page]
DEFAULT_SIZE = (1120, 760)
SMALLEST_SIZE = (360, 480)
APP_NAME = "Kompassen"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What it takes to show a page again as it was left, with what was typed in it."""

    maker: PageMaker
    place: str
    draft: object


class MainWindow(QMainWindow):
    """Shows one page at a time; a page is made anew when language, theme or size changes."""

    place_chosen = Signal(str)
    help_asked = Signal()
    lock_asked = Signal()
    text_size_asked = Signal(int)
    closed = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._entries: Callable[[Presentation], tuple[RailEntry, ...]] = lambda _: ()
        self._maker: PageMaker | None = None
        self._place = ""
        self.page: Page | None = None
        self.rail: Rail | None = None
        self.setObjectName("main_window")
        self.setWindowTitle(APP_NAME)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*DEFAULT_SIZE)
        centre = QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, centre)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._stack = QWidget()
        self._stack.setObjectName("page_stack")
        self._stack_layout = QVBoxLayout(self._stack)
        self._stack_layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._stack, 1)
        self._bar: QWidget | None = None
        self.setCentralWidget(centre)
        self.ring = FocusRing(self, presentation.theme)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            # Also while the five steps lie beside the page.
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(lambda step=step: self.text_size_asked.emit(step))
        QShortcut(QKeySequence("F1"), self).activated.connect(self.help_asked)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_asked)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._on_next_region)

    def set_entries(self, entries: Callable[[Presentation], tuple[RailEntry, ...]]) -> None:
        """What the rail offers; nothing while there is nobody to show it to."""
        self._entries = entries
        if self.page is not None:
            self._build_rail()

    def show_page(self, maker: PageMaker, place: str = "") -> Page:
        """Makes the page and shows it instead of the one before; ``place`` is marked."""
        self._maker = maker
        self._place = place
        page = maker(self._presentation)
        self._replace_page(page)
        page.start()
        return page

    @property
    def presentation(self) -> Presentation:
        """What pages are made with now."""
        return self._presentation

    @property
    def place(self) -> str:
        """Where one is, as the rail marks it."""
        return self._place

    def kept_page(self) -> KeptPage | None:
        """The page on screen, to be shown again with ``show_again``."""
        if self._maker is None or self.page is None:
            return None
        return KeptPage(self._maker, self._place, self.page.draft())

    def show_again(self, kept: KeptPage) -> None:
        """Shows a page as it was left."""
        self.show_page(kept.maker, kept.place).restore(kept.draft)

    def show_bar(self, bar: QWidget | None) -> None:
        """Puts a line above whatever page is shown, or takes it away."""
        if self._bar is not None:
            self._stack_layout.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = bar
        if bar is not None:
            insert(self._stack_layout, 0, bar)

    def use(self, presentation: Presentation) -> None:
        """What is shown from now on is in another language, theme or size."""
        self._presentation = presentation

    def present_anew(self, presentation: Presentation) -> None:
        """The same page in a new language, theme or size; what was typed stays."""
        self.use(presentation)
        focused = cast("QWidget | None", self.focusWidget())
        name = focused.objectName() if focused is not None else ""
        was_in_rail = self._is_in_rail(focused)
        self._build_rail()
        self.ring.raise_()
        if self._maker is None or self.page is None:
            return
        draft, message, error = self.page.draft(), self.page.message, self.page.error
        page = self._maker(presentation)
        self._replace_page(page)
        page.restore(draft)
        if message is not None:
            kind, words = message
            page.show_message(kind, *words)
        if error is not None:
            page.show_error(error)
        place: QWidget | None = self.rail if was_in_rail else page
        target = place.findChild(QWidget, name) if place is not None and name else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.start()

    def restore_geometry(self, stored: str) -> None:
        """The size and place of last time, where the screens still allow it."""
        if stored:
            self.restoreGeometry(QByteArray.fromBase64(stored.encode("utf-8")))

    def geometry_text(self) -> str:
        """Size and place, to be stored."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def raise_window(self) -> None:
        """Comes to the front when the program is started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @contextmanager
    def telling_problems(self, *, forgets: bool = True) -> Iterator[None]:
        """Says on the page on screen what a service refuses; for the slots that ask it.

        What was refused before is done with, unless ``forgets`` is off: a page that is only
        made anew in another language says it again.
        """
        if forgets and self.page is not None:
            self.page.error = None
        try:
            yield
        except TrainingError as error:
            if self.page is not None:
                self.page.show_error(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail takes the shape for the width."""
        super().resizeEvent(event)
        self._fit_rail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the page for the first place of the rail."""
        if event.key() == Qt.Key.Key_Escape and self.rail is not None:
            self.rail.first_button().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells the composition root, which stops what runs."""
        self.closed.emit()
        super().closeEvent(event)

    def _replace_page(self, page: Page) -> None:
        if self.page is None:
            self._build_rail()
        else:
            self._stack_layout.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._stack_layout.addWidget(page)
        title = page.window_title
        self.setWindowTitle(f"{title} – {APP_NAME}" if title else APP_NAME)
        if self.rail is not None:
            self.rail.mark(self._place)

    def _build_rail(self) -> None:
        if self.rail is not None:
            self._layout.removeWidget(self.rail)
            self.rail.hide()
            self.rail.deleteLater()
            self.rail = None
        entries = self._entries(self._presentation)
        if not entries:
            return
        self.rail = Rail(self._presentation, entries)
        self.rail.chosen.connect(self.place_chosen)
        self.rail.mark(self._place)
        insert(self._layout, 0, self.rail)
        self._fit_rail()

    def _fit_rail(self) -> None:
        if self.rail is not None:
            self._layout.setDirection(self.rail.fit(self.width()))

    def _is_in_rail(self, focused: QWidget | None) -> bool:
        return self.rail is not None and focused is not None and self.rail.isAncestorOf(focused)

    def _on_next_region(self) -> None:
        is_in_rail = self._is_in_rail(cast("QWidget | None", self.focusWidget()))
        if self.rail is not None and not is_in_rail:
            self.rail.first_button().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.page is not None:
            self.page.start()
