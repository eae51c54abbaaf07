"""A page: one scrolling column with a heading that takes focus when the page is shown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from huddinge_training.errors import TrainingError
from huddinge_training.language import Message
from huddinge_training.ui.first_action import FirstAction
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.problem_words import problem_words
from huddinge_training.ui.widgets.boxes import InfoBar, insert
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, WrappedLabel
from huddinge_training.ui.widgets.page_body import PageBody
from huddinge_training.ui.widgets.page_head import PageHead

LINE = "Du kan alltid fråga din chef om du är osäker på vad regeln säger i"
"""66 letters of ordinary words: what a line of running text holds at most (UX-02)."""
SIGHT_MARGINS = (16, 24)
EXPLICITLY_HIDDEN = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
WIDE_MARGIN, NARROW_MARGIN, NARROW_BELOW, HUGE_FROM = 48, 16, 640, 1240


class Page(QScrollArea):
    """Base of every page; subclasses add widgets to the column and keep no rules.

    ``draft`` and ``restore`` carry what is typed but not yet saved over a change of
    language, theme or text size, for which the page is built anew.
    """

    def __init__(
        self,
        presentation: Presentation,
        *,
        width: int | None = None,
        is_centred: bool = False,
    ) -> None:
        """``width`` in letters is for pages that stand in several columns or none."""
        super().__init__()
        self.presentation = presentation
        self.say = presentation.language.say
        self.heading: HeadingLabel | None = None
        self._head: QWidget | None = None
        self.message: tuple[str, tuple[Message, ...]] | None = None
        self.error: TrainingError | None = None
        self._message_bar: InfoBar | None = None
        self._first_action = FirstAction(presentation.seconds)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = PageBody()
        self._outer = QHBoxLayout(self._body)
        self._outer.setSpacing(0)
        column = QWidget()
        font = self.font()
        font.setPixelSize(presentation.theme.look.sizes["reading"])
        metrics = QFontMetrics(font)
        self._line_width = metrics.horizontalAdvance(LINE)
        column.setMaximumWidth(
            self._line_width if width is None else metrics.averageCharWidth() * width
        )
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # Not AlignTop: an aligned layout never grows to the height that its width needs.
        upright = QVBoxLayout(column)
        upright.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(16)
        upright.addLayout(self.column)
        upright.addStretch(1)
        if is_centred:
            self._outer.addStretch(0)
        self._outer.addWidget(column, 1)
        self._outer.addStretch(0)
        self.setWidget(self._body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get narrow margins, and in a huge one the page stands further in."""
        width = event.size().width()
        margin = NARROW_MARGIN if width < NARROW_BELOW else WIDE_MARGIN
        left = margin + max(0, width - HUGE_FROM) // 3
        self._outer.setContentsMargins(left, margin, margin, margin)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the page's first action, where what has the focus does not use it."""
        if not self._first_action.take(event):
            super().keyPressEvent(event)

    def as_default(self, action: QPushButton) -> QPushButton:
        """Makes a button what Enter presses."""
        self._first_action.become(action)
        return action

    def add_back(self, on_click: Callable[[], object]) -> None:
        """A way back in the top left corner, above everything else: the same place each time."""
        back = button(
            self.say("Back"), "back", on_click, role="quiet",
            icon=self.presentation.icon("arrow-left", "primary"),
            icon_size=self.presentation.icon_size,
        )  # fmt: skip
        self.add(FlowLayout(back))

    def add_heading(self, text: str) -> HeadingLabel:
        """The page's own heading; it is what a page change moves the focus to."""
        self.heading = HeadingLabel(text)
        self.heading.setObjectName("page_heading")
        self.heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self.heading)
        self._head = self.heading
        return self.heading

    def read_on_arrival(self, *texts: str) -> None:
        """What a screen reader goes on with once it has read the heading of a page just opened."""
        if self.heading is not None:
            self.heading.setAccessibleDescription(" ".join(texts))

    def read_parts_on_arrival(self) -> None:
        """On a page of several parts a screen reader goes on with which they are."""
        headings = self._body.findChildren(HeadingLabel)
        titles = [heading.accessibleName() for heading in headings if heading is not self.heading]
        self.read_on_arrival(". ".join(titles))

    def add_head(self, text: str, picture: QWidget, lead: WrappedLabel | None = None) -> None:
        """The heading beside a picture; ``lead`` stands over it."""
        heading = self.add_heading(text)
        self.column.removeWidget(heading)
        head = PageHead(picture)
        head.words.addStretch(1)
        if lead is not None:
            head.words.addWidget(lead)
        head.words.addWidget(heading)
        head.words.addStretch(1)
        self.column.addWidget(head)
        self._head = head

    def add(self, item: QWidget | QLayout) -> None:
        """Adds a part at the end of the column."""
        if isinstance(item, QWidget):
            self.column.addWidget(item)
        else:
            self.column.addLayout(item)

    def short_lines(self, text: QWidget, *, around: int = 0) -> QLayout:
        """Keeps running text as narrow as it is to be read, on a page that is wider.

        ``around`` is what stands beside the lines in it: margins and frames.
        """
        text.setMaximumWidth(self._line_width + around)
        row = QHBoxLayout()
        row.addWidget(text, 1)
        row.addStretch(0)
        return row

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """For changes of a page on screen: Qt lays it out once, not for each part that is added.

        Without it Qt shows every new part in a turn of its own, and each time asks all texts
        of the page how high they are.
        """
        layouts = self._body.findChildren(QLayout)
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
            for part in self._body.findChildren(QWidget):
                if part.isHidden() and not part.testAttribute(EXPLICITLY_HIDDEN):
                    part.show()
        finally:
            for layout in layouts:
                layout.setEnabled(True)
        # From the inside out and at once: otherwise a half laid out page would be painted first.
        for layout in reversed(layouts):
            holder = layout.parent()
            if isinstance(holder, QWidget) and layout.geometry() != holder.contentsRect():
                # It was laid out before, and has missed another size meanwhile.
                layout.invalidate()
            layout.activate()
        QCoreApplication.sendPostedEvents(self.viewport(), QEvent.Type.LayoutRequest)

    @contextmanager
    def in_its_place(self, part: QWidget | None) -> Iterator[None]:
        """Keeps a part where it stands in the window while what is above it changes."""
        if part is None:
            yield
            return
        corner, bar = QPoint(0, 0), self.verticalScrollBar()
        before = part.mapTo(self, corner).y()
        yield
        bar.setValue(bar.value() + part.mapTo(self, corner).y() - before)

    def keep_in_sight(self, part: QWidget) -> None:
        """Scrolls to a part that has just been put somewhere else."""
        with self.laid_out_once():
            pass
        self.ensureWidgetVisible(part, *SIGHT_MARGINS)

    def add_divider(self) -> None:
        """A thin line between two parts."""
        line = QFrame()
        line.setProperty("role", "divider")
        self.column.addWidget(line)

    @property
    def window_title(self) -> str:
        """What the window's title says while this page is shown."""
        return self.heading.accessibleName() if self.heading else ""

    def start(self) -> None:
        """Called when the page is on screen: moves the focus to where reading begins."""
        if self.heading is not None:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, kind: str, *words: Message) -> None:
        """Says what became of something, in one sentence or several, and has it read out."""
        self.message, self.error = (kind, words), None
        self._show_bar(kind, " ".join(self.say(sentence) for sentence in words))

    def show_error(self, error: TrainingError) -> None:
        """Says why something was not done; it is said again on the page made anew."""
        self.error = error
        self.show_problem(problem_words(self.presentation.language, error))

    def show_problem(self, text: str) -> None:
        """Where it is said; pages with a better place for it than the top say it there."""
        self._show_bar("problem", text)

    def _show_bar(self, kind: str, text: str) -> None:
        """Below the heading."""
        if self._message_bar is not None:
            self._message_bar.hide()
            self._message_bar.deleteLater()
        self._message_bar = InfoBar(self.presentation, kind, text, "page_message")
        place = self.column.indexOf(self._head) + 1 if self._head is not None else 0
        insert(self.column, place, self._message_bar)
        self.verticalScrollBar().setValue(0)
        self.announce(text)

    def announce(self, text: str) -> None:
        """Has it read out by a screen reader, wherever the focus is."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def draft(self) -> object:
        """What is typed here and not saved; handed to ``restore`` of the page built anew."""
        return None

    def restore(self, draft: object) -> None:
        """Takes back what ``draft`` gave."""
