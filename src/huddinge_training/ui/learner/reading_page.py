"""A reading screen: the official text, quoted with date and origin, and our own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.glossary import Glossary
from huddinge_training.language import counted
from huddinge_training.services.visit import Visit
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.explained_text import ExplainedText
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import module_illustration
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.quote_box import quote_box


class ReadingPage(Page):
    """One screen of reading; *Fortsätt* can be pressed at once (PED-01)."""

    went_on = Signal()
    went_back = Signal()
    goals_asked = Signal()

    def __init__(
        self,
        presentation: Presentation,
        visit: Visit,
        glossary: Glossary,
        *,
        has_goals: bool = False,
    ) -> None:
        """``has_goals`` says that the module is about the picture of the goals."""
        super().__init__(presentation)
        self._words: ExplainedText | None = None
        attempt = visit.attempt
        reading = visit.module.reading[attempt.place]
        if attempt.place > 0:
            self.add_back(self.went_back.emit)
        picture = module_illustration(presentation, visit.module) if not attempt.place else None
        place = paragraph(
            self.say(
                "{module} – reading {number} of {total}",
                module=visit.module.title,
                number=attempt.place + 1,
                total=attempt.reading_count,
            ),
            "muted",
            name="place",
        )
        if picture is not None:
            self.add_head(self.say(reading.title), picture, place)
        else:
            self.add(place)
            self.add_heading(self.say(reading.title))
        quoted = reading.quote.text if reading.quote is not None else None
        self.read_on_arrival(*(self.say(text) for text in (quoted, reading.text) if text))
        if visit.notice is not None:
            self.add(InfoBar(presentation, "info", self.say(visit.notice), "course_changed"))
        if attempt.place == 0:
            self.add(self._frame(visit))
        if reading.quote is not None:
            self.add(quote_box(presentation, reading.quote.text, reading.quote.source))
        if reading.text is not None:
            texts = [("reading_text", self.say(reading.text))]
            self._words = ExplainedText(presentation, glossary, texts)
            self._words.told.connect(self.announce)
            self._words.opened.connect(self.keep_in_sight)
            self.add(self._words)
        go_on = button(self.say("Continue"), "go_on", self.went_on.emit, role="primary")
        buttons: list[QWidget] = [self.as_default(go_on)]
        if has_goals:
            buttons.append(button(self.say("See the goals"), "goals", self.goals_asked.emit))
        self.add(FlowLayout(*buttons))

    def draft(self) -> object:
        """The words whose explanation is shown."""
        return self._words.open_ids if self._words is not None else frozenset()

    def restore(self, draft: object) -> None:
        """Shows the same explanations again."""
        if self._words is not None and isinstance(draft, frozenset):
            self._words.show_again(draft)

    def _frame(self, visit: Visit) -> QWidget:
        """Scenarios, what HR sees, and that one can pause (PED-03)."""
        return InfoBar(
            self.presentation,
            "info",
            self.say(
                counted(
                    "After the reading comes one situation from work. You can stop at any time "
                    "and go on later. HR sees that you are done and the date, not your answers.",
                    "After the reading come {count} situations from work. You can stop at any time "
                    "and go on later. HR sees that you are done and the date, not your answers.",
                    len(visit.attempt.items),
                )
            ),
            "frame",
        )
