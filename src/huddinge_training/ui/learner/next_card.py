"""The card with the one thing to do next, or what there is to say when all is done."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.course import Module
from huddinge_training.services.overview import ModuleOverview, ModuleState
from huddinge_training.ui.learner.module_words import opening_words, progress_words
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import module_illustration, place_illustration
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.picture_card import PictureCard

NOTHING_DUE = "kvall-pa-kontoret"


class NextCard(PictureCard):
    """A module to begin or to go on with."""

    opened = Signal(str)

    def __init__(
        self, presentation: Presentation, overview: ModuleOverview, *, with_picture: bool = True
    ) -> None:
        picture = module_illustration(presentation, overview.module) if with_picture else None
        super().__init__(picture, "next_card")
        language = presentation.language
        is_begun = overview.state is ModuleState.IN_PROGRESS
        lead = language.say("Go on where you were") if is_begun else language.say("Next for you")
        self.words.addWidget(paragraph(lead, "muted"))
        title = language.say(overview.module.title)
        self.words.addWidget(HeadingLabel(title, "subtitle"))
        self.words.addWidget(paragraph(language.say(overview.module.summary)))
        self.words.addWidget(paragraph(progress_words(overview, language), "muted"))
        self.words.addStretch(1)
        text = opening_words(overview, language)
        self.go = button(text, "next", lambda: self.opened.emit(overview.module.id), role="primary")
        self.go.setAccessibleName(f"{text}: {title}")
        self.words.addLayout(FlowLayout(self.go))


class RepeatCard(PictureCard):
    """A repeat that is due, when every module is done."""

    opened = Signal()

    def __init__(self, presentation: Presentation, module: Module) -> None:
        picture = module_illustration(presentation, module)
        super().__init__(picture, f"follow_up_{module.id}")
        say = presentation.language.say
        self.words.addWidget(paragraph(say("Next for you"), "muted"))
        title = say("A short repeat: {module}", module=module.title)
        self.words.addWidget(HeadingLabel(title, "subtitle"))
        self.words.addWidget(paragraph(say("Three situations, about five minutes.")))
        self.words.addStretch(1)
        self.go = button(
            say("Do the repeat"), f"open_follow_up_{module.id}", self.opened.emit, role="primary"
        )
        self.words.addLayout(FlowLayout(self.go))


class DoneCard(PictureCard):
    """Nothing is left to do; says when the next repeat comes."""

    def __init__(
        self,
        presentation: Presentation,
        next_repeat_on: date | None,
        actions: QWidget,
        *,
        is_guest: bool = False,
    ) -> None:
        super().__init__(place_illustration(presentation, NOTHING_DUE), "done_card")
        say = presentation.language.say
        self.words.addWidget(HeadingLabel(say("You are done"), "subtitle"))
        self.words.addWidget(
            paragraph(
                say("Take your receipts along before you leave.")
                if is_guest
                else say("Save your certificate if you want one. There is nothing to do right now.")
            )
        )
        if next_repeat_on is not None:
            words = say("The next short repeat comes here on {day}.", day=next_repeat_on)
            self.words.addWidget(paragraph(words, name="next_repeat"))
        self.words.addStretch(1)
        self.words.addWidget(actions)
