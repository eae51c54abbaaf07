"""The places of the menu, and which of them there are for whom."""

from enum import Enum, auto

from huddinge_training.language import Language
from huddinge_training.ui.rail import RailEntry

HOME, HELP, MY_DATA, HR, SETTINGS = "home", "help", "my_data", "hr", "settings"
START, SWITCH = "start", "switch"
MEETINGS = "meetings"


class Visitor(Enum):
    """Who is at the window."""

    NOBODY = auto()
    GUEST = auto()
    LEARNER = auto()


def rail_entries(
    language: Language, visitor: Visitor, *, has_start: bool, has_hr: bool, leads: bool = False
) -> tuple[RailEntry, ...]:
    """What the menu offers; nothing at a first start without a page for HR.

    ``has_start`` is whether there is a start to come back to that lies before home, ``leads``
    whether the person leads sessions.
    """
    say = language.say
    entries = []
    if visitor is not Visitor.NOBODY:
        entries += [
            RailEntry(HOME, say("Home"), "house"),
            RailEntry(HELP, say("Five steps"), "compass"),
        ]
    elif has_start or has_hr:
        entries.append(RailEntry(START, say("To the start"), "house"))
    if leads:
        entries.append(RailEntry(MEETINGS, say("Meetings"), "users"))
    if visitor is Visitor.LEARNER:
        entries.append(RailEntry(MY_DATA, say("My data"), "identification-card"))
    if has_hr:
        entries.append(RailEntry(HR, say("For HR"), "users", at_end=True))
    if entries:
        entries.append(RailEntry(SETTINGS, say("Settings"), "gear", at_end=True))
    if visitor is not Visitor.NOBODY:
        # Last: at the end of the rail, and on a small window at the right of the bar.
        entries.append(RailEntry(SWITCH, say("Switch user"), "sign-out", at_end=True))
    return tuple(entries)
