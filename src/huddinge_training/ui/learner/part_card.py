"""The text of a part of a picture: what the source says, our question, how far one has come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from huddinge_training.services.pictures import PicturePart
from huddinge_training.ui.learner.module_words import STATE_ICONS, opening_words, progress_words
from huddinge_training.ui.learner.part_words import kind_words
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import sign_illustration
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.quote_box import quote_box


class PartCard(QFrame):
    """Stands near its drawing; what teaches the part can be opened from here."""

    module_opened = Signal(str)
    closed = Signal()

    def __init__(
        self, presentation: Presentation, part: PicturePart, *, with_module: bool = True
    ) -> None:
        """``with_module`` is off where the module is what one comes from."""
        super().__init__()
        self._presentation = presentation
        self._part = part
        say = presentation.language.say
        self.setProperty("role", "card")
        self.setObjectName("part_card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(8)
        self._column.addLayout(self._title())
        self._column.addWidget(quote_box(presentation, part.quote, part.source))
        if part.question is not None:
            self._column.addSpacing(4)
            self._column.addWidget(paragraph(say("A question to take to work"), "strong"))
            self._column.addWidget(paragraph(say(part.question), "reading", name="question"))
        self._column.addSpacing(4)
        buttons: list[QWidget] = []
        if with_module and part.module is not None:
            self._column.addWidget(self._progress())
            buttons.append(self._opener())
        buttons.append(button(say("Close"), "close_part", self.closed.emit))
        self._column.addLayout(FlowLayout(*buttons))

    def words(self) -> str:
        """What is read out when the card appears."""
        say = self._presentation.language.say
        return f"{say(self._part.name)}. {say(self._part.quote)}"

    def _title(self) -> QHBoxLayout:
        """What it is called, beside its sign where it has one."""
        row = QHBoxLayout()
        row.setSpacing(16)
        sign = sign_illustration(self._presentation, self._part.id)
        if sign is not None:
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        kind = kind_words(self._part, self._presentation.language)
        if kind:
            words.addWidget(paragraph(kind, "muted"))
        title = self._presentation.language.say(self._part.name)
        words.addWidget(HeadingLabel(title, "subtitle"))
        row.addLayout(words, 1)
        return row

    def _progress(self) -> QWidget:
        """The module's title is told by the button; here is how far one is in it."""
        assert self._part.module is not None
        language = self._presentation.language
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(self._presentation.pixmap(*STATE_ICONS[self._part.state]))
        row.addWidget(sign)
        words = language.say(
            "{module}. {progress}",
            module=self._part.module.module.title,
            progress=progress_words(self._part.module, language),
        )
        row.addWidget(paragraph(words, name="part_progress"), 1)
        return line

    def _opener(self) -> QWidget:
        module = self._part.module
        assert module is not None
        language = self._presentation.language
        text = opening_words(module, language)
        made = button(
            text, "open_part", lambda: self.module_opened.emit(module.module.id), role="primary"
        )
        made.setAccessibleName(f"{text}: {language.say(module.module.title)}")
        return made
