"""The places of the menu, and which of them there are for whom."""

from huddinge_training.language import Language
from huddinge_training.ui.rail import RailEntry

HOME, HELP, MY_DATA, HR, SETTINGS = "home", "help", "my_data", "hr", "settings"


def rail_entries(language: Language, *, has_learner: bool, has_hr: bool) -> tuple[RailEntry, ...]:
    """What the menu offers; nothing while there is neither a learner nor a page for HR."""
    say = language.say
    entries = []
    if has_learner:
        entries += [
            RailEntry(HOME, say("Home"), "house"),
            RailEntry(HELP, say("Five steps"), "compass"),
            RailEntry(MY_DATA, say("My data"), "identification-card"),
        ]
    if has_hr:
        entries.append(RailEntry(HR, say("For HR"), "users", at_end=True))
    if entries:
        entries.append(RailEntry(SETTINGS, say("Settings"), "gear", at_end=True))
    return tuple(entries)
