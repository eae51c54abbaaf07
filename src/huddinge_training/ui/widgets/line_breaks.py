"""Places where a word that is too long for a line may break: compounds, paths, hashes."""

import re

HERE, HYPHEN = "\u200b", "\u00ad"
LONGEST_WORD = 40
PIECE = 8
LONG = re.compile(r"\S{16,}")
AFTER_SEPARATOR = re.compile(r"(?<=[/\\:@._-])(?=\w)")
# Swedish puts an s between the parts after these endings: utbildnings-förvaltningen.
JOINT = re.compile(r"(?<=\w{5}(?:ngs|ets|ons|aps))(?=\w{4})")
# Other words that are too wide for the narrowest page with the largest text.
SEAM = re.compile(
    r"(?<=\w{6})(?=funktion|förbud|förordning|nedsättning|ombud|princip)|(?<=fi)(?=cation)"
)


def breakable(text: str) -> str:
    """The text with invisible places to break, in words of at least 16 characters only.

    A compound gets a hyphen there. No word of Swedish has more than 40 letters: what is
    longer may break anywhere.
    """
    return LONG.sub(lambda word: _broken(word[0]), text)


def unbroken(text: str) -> str:
    """The text without these places."""
    return text.replace(HERE, "").replace(HYPHEN, "")


def _broken(word: str) -> str:
    parts = AFTER_SEPARATOR.split(word) if re.search(r"[/\\:@]", word) else [word]
    return HERE.join(_pieces(part) for part in parts)


def _pieces(part: str) -> str:
    if len(part) <= LONGEST_WORD:
        return JOINT.sub(HYPHEN, SEAM.sub(HYPHEN, part))
    return HERE.join(part[start : start + PIECE] for start in range(0, len(part), PIECE))
