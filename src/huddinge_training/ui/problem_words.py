"""An error as it is said in a window: its sentence, and the place in a file that it is about."""

from huddinge_training.errors import ContentError, TrainingError
from huddinge_training.language import Language


def problem_words(language: Language, error: TrainingError) -> str:
    """The sentence; a broken file is named after it, with its line."""
    sentence = language.say(error.words)
    if not isinstance(error, ContentError):
        return sentence
    place = f"{error.file}:{error.line}" if error.line else str(error.file)
    return sentence if place in sentence else f"{sentence} ({place})"
