"""A part of a picture in words: what kind it is, what it is called, how far one is in it."""

from huddinge_training.language import Language
from huddinge_training.services.overview import ModuleState
from huddinge_training.services.pictures import PartKind, PicturePart
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Fill

FILLS = {
    ModuleState.NOT_STARTED: Fill.EMPTY,
    ModuleState.IN_PROGRESS: Fill.HALF,
    ModuleState.DONE: Fill.FULL,
}


def drawn_part(part: PicturePart, language: Language) -> DrawnPart:
    """The part as it is drawn, and as a screen reader says it."""
    title = part_title(part, language)
    name = _with_state(title, part.state, language) if part.module is not None else title
    return DrawnPart(part.id, language.say(part.name), title, name, FILLS[part.state])


def part_title(part: PicturePart, language: Language) -> str:
    """Its name, and for a principle its number."""
    name = language.say(part.name)
    if part.kind is PartKind.PRINCIPLE:
        return language.say("Principle {number}, {name}", number=part.number, name=name)
    return name


def kind_words(part: PicturePart, language: Language) -> str:
    """What kind of part it is, or nothing where its name says that."""
    say = language.say
    match part.kind:
        case PartKind.PRINCIPLE:
            return say("Principle {number} of the ethical code", number=part.number)
        case PartKind.CORE_VALUE:
            return say("Core value")
        case PartKind.GOAL:
            return say("Overarching goal")
        case PartKind.STRATEGIC_GOAL:
            return say("Strategic goal")
        case _:
            return ""


def _with_state(title: str, state: ModuleState, language: Language) -> str:
    say = language.say
    match state:
        case ModuleState.DONE:
            return say("{part}, completed", part=title)
        case ModuleState.IN_PROGRESS:
            return say("{part}, in progress", part=title)
        case _:
            return say("{part}, not started", part=title)
