"""The window on the projector: full screen on the second screen, or flipped on the only one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QMainWindow, QWidget

from huddinge_training.ui.main_window import APP_NAME
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.projector.view import ProjectorView

SIZE = (960, 540)
ONWARDS = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space)
BACKWARDS = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace)


class ProjectorWindow(QMainWindow):
    """Keys: B blanks, F11 and Escape flip back; a presenter's clicker turns the screens."""

    flipped = Signal()
    moved = Signal()
    moved_on = Signal(int)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self.setObjectName("projector_window")
        title = presentation.language.say("The big picture")
        self.setWindowTitle(f"{title} – {APP_NAME}")
        self.setAccessibleName(title)
        self.resize(*SIZE)
        self.view = ProjectorView(presentation.theme)
        self.setCentralWidget(self.view)
        # The name of the screen that is the room's alone, and whether it has been unplugged.
        self._own_screen = ""
        self._is_unplugged = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._on_screen_removed)
        app.screenAdded.connect(self._on_screen_added)

    def use_room(self, *, is_large: bool, is_dark: bool) -> None:
        """How far away people sit, and how dark it is."""
        self.view.has_large_room = is_large
        self.view.is_dark = is_dark
        self.view.lay_out()

    def show_on(self, screen: QScreen, *, is_of_its_own: bool) -> None:
        """Fills the screen."""
        self._own_screen = screen.name() if is_of_its_own else ""
        self._is_unplugged = False
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def flip(self, main: QWidget, remembered: str) -> None:
        """Comes, or goes; with one screen it lies over the facilitator's window."""
        if self.isVisible():
            self.hide()
            main.activateWindow()
            return
        screen = room_screen(main, remembered)
        self.show_on(screen or main.screen(), is_of_its_own=screen is not None)
        self.raise_()
        self.activateWindow()

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Rather than over the leader's window, it goes away until the projector is back."""
        if self.isVisible() and screen.name() == self._own_screen:
            self._is_unplugged = True
            self.hide()
            self.moved.emit()

    def _on_screen_added(self, screen: QScreen) -> None:
        if self._is_unplugged and screen.name() == self._own_screen:
            self.show_on(screen, is_of_its_own=True)
            self.moved.emit()

    def toggle_blank(self) -> None:
        """Nothing, or the picture again."""
        self.view.set_blank(is_blank=not self.view.is_blank)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The facilitator's keys, also when this window has the keyboard."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
            self.flipped.emit()
        elif key in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self.toggle_blank()
        elif key in ONWARDS:
            self.moved_on.emit(1)
        elif key in BACKWARDS:
            self.moved_on.emit(-1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it only hides it: the session goes on."""
        event.ignore()
        self.flipped.emit()


def room_screen(main: QWidget, remembered: str) -> QScreen | None:
    """The screen that the room sees: the remembered one, or another than the main window's."""
    others = [s for s in QGuiApplication.screens() if s is not main.screen()]
    named = [screen for screen in others if screen.name() == remembered]
    return next(iter(named or others), None)
