"""The compass of a person: its parts in words, drawn or as a list."""

from collections.abc import Sequence

from huddinge_training.services.pictures import PartKind, PicturePart
from huddinge_training.ui.learner.compass import Compass
from huddinge_training.ui.learner.part_words import drawn_part
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.picture_stand import PictureStand

WIDEST_FACTOR = 25
"""Of the height of body text."""


def compass_stand(presentation: Presentation, parts: Sequence[PicturePart]) -> PictureStand:
    """The compass with a line below it that says what can be done with it."""
    language = presentation.language
    drawn = {
        kind: [drawn_part(part, language) for part in parts if part.kind is kind]
        for kind in (PartKind.PRINCIPLE, PartKind.CORE_VALUE, PartKind.DILEMMAS)
    }
    ring, needle, hub = drawn.values()
    compass = Compass(presentation, language.say("The compass"), ring, needle, hub[0])
    groups = (
        (language.say("Ethical code"), [*ring, *hub]),
        (language.say("Core values"), needle),
    )
    return PictureStand(
        presentation,
        compass,
        groups,
        widest=presentation.theme.look.sizes["body"] * WIDEST_FACTOR,
        hint=language.say("The parts are coloured in as you do them. Choose one to read about it."),
    )
