"""The goals (målbild): a drawing whose parts open what the source says of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from huddinge_training.domain.pictures import GoalPicture as Goals
from huddinge_training.services.pictures import PartKind, PicturePart
from huddinge_training.ui.learner.goal_picture import GoalPicture, GoalWords
from huddinge_training.ui.learner.part_place import PartPlace
from huddinge_training.ui.learner.part_words import drawn_part
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.drawn_part import DrawnPart
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.picture_stand import PictureStand

PAGE_CHARACTERS = 84
CARD_MARGINS = 92
WIDEST_FACTOR = 42
"""Of the height of body text."""


class GoalsPage(Page):
    """Shows the edition that the course teaches, with its date, and prints it on one page."""

    went_back = Signal()
    sheet_asked = Signal()
    module_opened = Signal(str)

    def __init__(
        self,
        presentation: Presentation,
        goals: Goals,
        parts: Sequence[PicturePart],
        *,
        is_of_reading: bool = False,
    ) -> None:
        """``is_of_reading`` says that one comes from the module that teaches the goals."""
        super().__init__(presentation, width=PAGE_CHARACTERS)
        self.add_heading(self.say("The goals"))
        about = paragraph(
            self.say(
                "The picture is drawn from the words of {publisher} of {day}. "
                "There may be newer goals: ask your manager what your group works towards.",
                publisher=goals.source.publisher,
                day=goals.source.published,
            ),
            "reading",
        )
        self.add(self.short_lines(about))
        stand = self._stand(parts)
        self.add(stand)
        self._place = PartPlace(self, stand, parts, with_module=not is_of_reading)
        self._place.module_opened.connect(self.module_opened)
        self.add(self.short_lines(self._place, around=CARD_MARGINS))
        back = button(self.say("Back"), "back", self.went_back.emit, role="primary")
        sheet = button(
            self.say("One page to print"), "sheet", self.sheet_asked.emit,
            icon=presentation.icon("printer", "text"), icon_size=presentation.icon_size,
        )  # fmt: skip
        self.add(FlowLayout(self.as_default(back), sheet))

    def draft(self) -> object:
        """The part whose text is shown."""
        return self._place.shown_id

    def restore(self, draft: object) -> None:
        """Shows it again."""
        self._place.show_part(str(draft))

    def _stand(self, parts: Sequence[PicturePart]) -> PictureStand:
        language = self.presentation.language
        by_kind: dict[PartKind, list[DrawnPart]] = {}
        for part in parts:
            by_kind.setdefault(part.kind, []).append(drawn_part(part, language))
        words = GoalWords(
            sun=by_kind[PartKind.VISION][0],
            band=by_kind[PartKind.AIM][0],
            ring=by_kind[PartKind.GOAL],
            middle=by_kind[PartKind.SHARED_VALUES][0],
            blocks=by_kind[PartKind.STRATEGIC_GOAL],
            plinth=by_kind[PartKind.ORGANISATION][0],
            arrow=by_kind[PartKind.TERMS][0],
        )
        return PictureStand(
            self.presentation,
            GoalPicture(self.presentation, self.say("The goals"), words),
            (
                ("", [words.sun, words.band]),
                (self.say("Overarching goals"), [*words.ring, words.middle]),
                (self.say("Strategic goals"), [*words.blocks, words.plinth, words.arrow]),
            ),
            widest=self.presentation.theme.look.sizes["body"] * WIDEST_FACTOR,
            hint=self.say("Choose a part to read what the source says of it."),
        )
