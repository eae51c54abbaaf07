"""Texts whose words of the trade are explained, opened by a click in the text or by a button."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huddinge_training.domain.course import GlossaryTerm
from huddinge_training.domain.glossary import Glossary
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import WrappedLabel, paragraph, set_linked_paragraph
from huddinge_training.ui.widgets.motion import fade_in


class ExplainedText(QWidget):
    """Paragraphs of running text and, below them, a button for each word that is explained.

    The links in the text are for the mouse; keyboard and screen reader use the buttons, since a
    label's links are hidden from assistive technology. ``told`` is what a screen reader should
    say now, ``opened`` the explanation that has been asked for.
    """

    told = Signal(str)
    opened = Signal(QWidget)

    def __init__(
        self,
        presentation: Presentation,
        glossary: Glossary,
        texts: Sequence[tuple[str, str]],
        *,
        also: Sequence[str] = (),
        name: str = "words",
    ) -> None:
        """``texts`` are object names and texts; ``also`` are texts shown elsewhere on the page."""
        super().__init__()
        self._presentation = presentation
        self._explanations: dict[str, QFrame] = {}
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        terms: dict[str, GlossaryTerm] = {}
        self.labels: list[WrappedLabel] = []
        for label_name, text in texts:
            found = glossary.find(text)
            label = paragraph(text, "reading", name=label_name)
            if found:
                colour = presentation.theme.look.colour("primary").name()
                places = [(f.start, f.end, f.term.id) for f in found if f.term.id not in terms]
                set_linked_paragraph(label, text, places, colour)
                label.linkActivated.connect(self.toggle)
            terms |= {f.term.id: f.term for f in found}
            column.addWidget(label)
            self.labels.append(label)
        for text in also:
            terms |= {f.term.id: f.term for f in glossary.find(text)}
        self._terms = terms
        if terms:
            column.addWidget(self._word_row(name))
            self._column = column

    @property
    def term_ids(self) -> tuple[str, ...]:
        """The words that are explained here."""
        return tuple(self._terms)

    @property
    def open_ids(self) -> frozenset[str]:
        """The words whose explanation is shown."""
        return frozenset(id_ for id_, frame in self._explanations.items() if not frame.isHidden())

    def toggle(self, term_id: str) -> None:
        """Shows the explanation of a word, or hides it again."""
        if term_id in self.open_ids:
            self._explanations[term_id].hide()
            self._name_button(term_id, is_open=False)
            return
        self.show_again([term_id])
        frame = self._explanations[term_id]
        fade_in(frame, self._presentation.theme.look)
        self.told.emit(frame.accessibleName())
        self.opened.emit(frame)

    def show_again(self, term_ids: Iterable[str]) -> None:
        """Shows the explanations of words, if they are here, without a word about it."""
        for term_id in filter(set(term_ids).__contains__, self._terms):
            if term_id not in self._explanations:
                self._explanations[term_id] = self._explanation(self._terms[term_id])
                self._column.addWidget(self._explanations[term_id])
            self._explanations[term_id].show()
            self._name_button(term_id, is_open=True)

    def _word_row(self, name: str) -> QWidget:
        say = self._presentation.language.say
        row = QWidget()
        row.setObjectName(name)
        row.setAccessibleName(say("Words that are explained"))
        layout = FlowLayout(spacing=4)
        lead = paragraph(say("Words:"), "caption")
        lead.setWordWrap(False)
        layout.addWidget(lead)
        for term_id, term in self._terms.items():
            made = button(
                say(term.term),
                f"word_{term_id}",
                partial(self.toggle, term_id),
                role="quiet",
                icon=self._presentation.icon("caret-down", "primary"),
                icon_size=self._presentation.icon_size,
            )
            self._buttons[term_id] = made
            self._name_button(term_id, is_open=False)
            layout.addWidget(made)
            # On one line with the words, which are as high as a target has to be.
            lead.setMinimumHeight(made.sizeHint().height())
        row.setLayout(layout)
        return row

    def _name_button(self, term_id: str, *, is_open: bool) -> None:
        say = self._presentation.language.say
        made, word = self._buttons[term_id], say(self._terms[term_id].term)
        words = (
            say("{word}: hide the explanation", word=word)
            if is_open
            else say("{word}: show the explanation", word=word)
        )
        made.setAccessibleName(words)
        icon = "caret-up" if is_open else "caret-down"
        made.setIcon(self._presentation.icon(icon, "primary"))

    def _explanation(self, term: GlossaryTerm) -> QFrame:
        language = self._presentation.language
        plain = language.say(term.plain)
        other = term.term.in_language("en" if language.code == "sv" else "sv")
        title = f"{language.say(term.term)} – {other}"
        frame = box("info", margin=12, spacing=4, name=f"explained_{term.id}")
        inside(frame).addWidget(paragraph(title, "strong"))
        inside(frame).addWidget(paragraph(plain, "reading"))
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setAccessibleName(f"{title}: {plain}")
        return frame
