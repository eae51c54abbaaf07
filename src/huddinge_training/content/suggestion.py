"""Guesses what an author meant by a word that is not known."""

import difflib
from collections.abc import Iterable

from huddinge_training.language import Message, message


def suggestion(wrong: str, among: Iterable[str]) -> Message:
    """“Did you mean …?”, or else what there is to choose among."""
    by_folded = {choice.casefold(): choice for choice in sorted(among)}
    if not by_folded:
        return message("Take it away: nothing can stand here.")
    close = difflib.get_close_matches(wrong.casefold(), by_folded, n=1)
    if close:
        return message("Did you mean “{suggestion}”?", suggestion=by_folded[close[0]])
    return message("Choose among: {choices}.", choices=", ".join(by_folded.values()))
