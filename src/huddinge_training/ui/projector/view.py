"""Paints a slide in fractions of the picture's height, on as many screens as it needs."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from huddinge_training.services.room_signs import QUIET_ZONE, letter_of, sign_of
from huddinge_training.ui.projector.result_bars import WRAP, ResultBars
from huddinge_training.ui.projector.signs import draw_sign
from huddinge_training.ui.projector.slide import Block, Door, Results, Size, Slide, Words
from huddinge_training.ui.theme import Theme

MARGIN = 0.05
LARGE_ROOM = 1.33
LARGER = (1.6, 1.45, 1.3, 1.15)
GAP = 0.55
LINE = 1.28
INDENT = 2.4
QR_PART = 0.42
Placed = tuple[Block, QRectF]


class ProjectorView(QWidget):
    """Shows one screen of a slide; knows nothing of the session."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("projector_view")
        self._theme = theme
        self._slide = Slide(())
        self._screens: list[list[Placed]] = [[]]
        self._screen = 0
        self._is_blank = False
        self._growth = 1.0
        self.has_large_room = False
        self.is_dark = False

    # --- What is shown ------------------------------------------------------------------------

    def show_slide(self, slide: Slide, *, is_new: bool) -> None:
        """Another picture; ``is_new`` begins with its first screen."""
        self._slide = slide
        if is_new:
            self._screen = 0
        self.setAccessibleName(slide.text)
        self.lay_out()

    def lay_out(self) -> None:
        """Places everything anew, after another size or another room."""
        self._screens = self._filled()
        self._screen = min(self._screen, len(self._screens) - 1)
        self.update()
        self.turned.emit()

    @property
    def screen_number(self) -> int:
        """The screen that is shown, from 1."""
        return self._screen + 1

    @property
    def screen_count(self) -> int:
        """On how many screens the slide is."""
        return len(self._screens)

    @property
    def screens(self) -> list[list[Placed]]:
        """What is where on each of them."""
        return self._screens

    def turn(self, step: int) -> bool:
        """Goes to another screen of the slide; False where there is none."""
        wanted = self._screen + step
        if not 0 <= wanted < len(self._screens):
            return False
        self._screen = wanted
        self.update()
        self.turned.emit()
        return True

    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown."""
        return self._is_blank

    def set_blank(self, *, is_blank: bool) -> None:
        """Shows nothing, or the picture again."""
        self._is_blank = is_blank
        self.update()
        self.turned.emit()

    def pixels(self, size: Size) -> int:
        """How high letters of a size are here."""
        factor = (LARGE_ROOM if self.has_large_room else 1.0) * self._growth
        return max(1, round(self.height() * size.value * factor + 0.5))

    def colour(self, token: str) -> QColor:
        """A colour of the room: light or dark, whatever the window is like."""
        return QColor(self._theme.colours_of(is_dark=self.is_dark)[token])

    def font_of(self, size: Size) -> QFont:
        """The font of a size; titles and questions are heavier, nothing is thin."""
        font = QFont(self._theme.look.family)
        font.setPixelSize(self.pixels(size))
        is_heavy = size in (Size.TITLE, Size.QUESTION, Size.CODE)
        font.setWeight(QFont.Weight.DemiBold if is_heavy else QFont.Weight.Normal)
        return font

    # --- Layout -------------------------------------------------------------------------------

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(
            self.width() * MARGIN, self.height() * MARGIN,
            -self.width() * MARGIN, -self.height() * MARGIN,
        )  # fmt: skip

    def _filled(self) -> list[list[Placed]]:
        """Letters as large as fit on as many screens as the smallest ones allowed need."""
        self._growth = 1.0
        least = self._placed()
        for growth in LARGER:
            self._growth = growth
            screens = self._placed()
            if len(screens) == len(least) and all(self._fits(screen) for screen in screens):
                return screens
        self._growth = 1.0
        return least

    def _fits(self, screen: list[Placed]) -> bool:
        bottom = self._room().bottom() + 1
        return all(area.bottom() <= bottom for _, area in screen)

    def _placed(self) -> list[list[Placed]]:
        room = self._room()
        screens: list[list[Placed]] = [[]]
        y = room.top()
        for number, block in enumerate(self._slide.blocks):
            height = self._height(block, room)
            is_full = bool(screens[-1]) and y + height > room.bottom() + 1
            if (number in self._slide.breaks and screens[-1]) or is_full:
                screens.append([])
                y = room.top()
            screens[-1].append((block, QRectF(room.left(), y, room.width(), height)))
            y += height + self.pixels(Size.READING) * GAP
        return screens

    def _height(self, block: Block, room: QRectF) -> float:
        if isinstance(block, Words):
            width = room.width()
            if block.option is not None:
                width -= self.pixels(block.size) * INDENT
            metrics = QFontMetricsF(self.font_of(block.size))
            return metrics.boundingRect(QRectF(0, 0, width, 1e6), WRAP, block.text).height()
        if isinstance(block, Results):
            return ResultBars(self, block).height(room.width())
        return room.height() * QR_PART if block.squares else self.pixels(Size.CODE) * 2 * LINE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is a fraction of the height."""
        super().resizeEvent(event)
        self.lay_out()

    # --- Painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Nothing but the ground where it is blank."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.colour("stage"))
        if not self._is_blank:
            for block, area in self._screens[self._screen]:
                self._paint(painter, block, area)
        painter.end()

    def _paint(self, painter: QPainter, block: Block, area: QRectF) -> None:
        painter.setPen(self.colour("on_stage"))
        if isinstance(block, Results):
            ResultBars(self, block).paint(painter, area)
        elif isinstance(block, Door):
            self._paint_door(painter, block, area)
        else:
            painter.setFont(self.font_of(block.size))
            if block.option is not None:
                area = self._paint_letter(painter, block.option, area, block.size)
            painter.drawText(area, WRAP, block.text)

    def _paint_letter(self, painter: QPainter, option: int, area: QRectF, size: Size) -> QRectF:
        unit = self.pixels(size)
        sign = sign_of(option)
        swatch = QRectF(area.left(), area.top() + unit * 0.2, unit * 0.9, unit * 0.9)
        colour = self.colour(sign.token)
        draw_sign(painter, swatch, sign.pattern, (colour, self.colour("stage")), unit * 0.8)
        painter.setPen(self.colour("on_stage"))
        painter.setFont(self.font_of(size))
        letter = QRectF(area.left() + unit * 1.2, area.top(), unit * 1.2, area.height())
        painter.drawText(letter, WRAP, letter_of(option))
        return area.adjusted(unit * INDENT, 0, 0, 0)

    def _paint_door(self, painter: QPainter, door: Door, area: QRectF) -> None:
        left = area.left()
        if door.squares:
            side = area.height()
            _paint_squares(painter, door.squares, QRectF(left, area.top(), side, side))
            left += side + self.pixels(Size.READING)
        y = area.top()
        for text, size in (
            (door.caption, Size.SMALL),
            (door.address, Size.QUESTION),
            (door.code_caption, Size.SMALL),
            (door.code, Size.CODE),
        ):
            painter.setPen(self.colour("on_stage"))
            painter.setFont(self.font_of(size))
            height = self.pixels(size) * LINE
            painter.drawText(QRectF(left, y, area.right() - left, height), WRAP, text)
            y += height


def _paint_squares(painter: QPainter, squares: tuple[tuple[bool, ...], ...], area: QRectF) -> None:
    """Black on white with its quiet zone, also in a dark room; every square is whole pixels."""
    number = len(squares) + 2 * QUIET_ZONE
    square = max(1, int(area.height() / number))
    side = square * number
    left, top = round(area.left()), round(area.top())
    painter.fillRect(left, top, side, side, Qt.GlobalColor.white)
    for y, row in enumerate(squares, start=QUIET_ZONE):
        for x, is_dark in enumerate(row, start=QUIET_ZONE):
            if is_dark:
                painter.fillRect(
                    left + x * square, top + y * square, square, square, Qt.GlobalColor.black
                )
