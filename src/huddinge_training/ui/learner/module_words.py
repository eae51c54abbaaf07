"""How far a person is in a module, in words and picture: the same wherever it is told."""

from huddinge_training.language import Language, counted
from huddinge_training.services.overview import ModuleOverview, ModuleState

STATE_ICONS = {
    ModuleState.NOT_STARTED: ("circle", "control"),
    ModuleState.IN_PROGRESS: ("circle-half", "primary"),
    ModuleState.DONE: ("check-circle-fill", "best"),
}


def progress_words(overview: ModuleOverview, language: Language) -> str:
    """Done or not, and the minutes that are left."""
    say = language.say
    if overview.state is ModuleState.IN_PROGRESS and overview.completion is not None:
        return say(
            "Done {day}. You are doing it again: {answered} of {total} answered",
            day=overview.completion.completed_on,
            answered=overview.answered,
            total=overview.total,
        )
    if overview.state is ModuleState.IN_PROGRESS:
        return say(
            counted(
                "In progress: {answered} of {total} answered, about one minute left",
                "In progress: {answered} of {total} answered, about {count} minutes left",
                overview.minutes,
                answered=overview.answered,
                total=overview.total,
            )
        )
    if overview.completion is not None:
        return say("Done {day}", day=overview.completion.completed_on)
    return say(
        counted(
            "Not started, about one minute",
            "Not started, about {count} minutes",
            overview.minutes,
        )
    )


def opening_words(overview: ModuleOverview, language: Language) -> str:
    """What the button that opens it says."""
    if overview.state is ModuleState.IN_PROGRESS:
        return language.say("Continue")
    if overview.state is ModuleState.DONE:
        return language.say("Repeat")
    return language.say("Begin")
