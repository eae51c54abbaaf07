"""Rule L25: quotation marks, per cent signs, dashes and spaces as Swedish and English want them."""

import re

from huddinge_training.content.lint.passages import Passage, Style
from huddinge_training.content.lint.remark import Remarks, warning
from huddinge_training.language import message

QUOTES = {"sv": re.compile(r"[\"“„'‘]"), "en": re.compile(r"[\"„”“']")}
PERCENT = {"sv": re.compile(r"\d%|\d %"), "en": re.compile(r"\d[ \u00a0]%")}
DASH = re.compile(r"(?<![\d-])\d{1,3}-\d{1,3}(?![-\d])| - ")
# Telephone numbers, and the numbers under which a case is found again.
NUMBERED = (Style.REACH, Style.LAW)
SPACES = re.compile(r"[^\S\n]{2,}")


def check_passage(passage: Passage) -> Remarks:
    """L25 for one text, in both languages."""
    if passage.style is Style.NOTE:
        return
    for code, text in (("sv", passage.text.sv), ("en", passage.text.en or "")):
        place = passage.place.at(code)
        if found := QUOTES[code].search(text):
            wanted = "”…” ’…’" if code == "sv" else "‘…’ ’"
            yield warning(
                place,
                "L25",
                message("The quotation mark {mark} is not the right one.", mark=found.group()),
                message("Use {wanted} in this language.", wanted=wanted),
            )
        if found := PERCENT[code].search(text):
            wanted = "87\u00a0%" if code == "sv" else "87%"
            yield warning(
                place,
                "L25",
                message("“{words}” has the wrong space.", words=found.group()),
                message(
                    "Write {wanted}; in Swedish with a no-break space (U+00A0).", wanted=wanted
                ),
            )
        if passage.style not in NUMBERED and (found := DASH.search(text)):
            yield warning(
                place,
                "L25",
                message("There is a hyphen in “{words}”.", words=found.group()),
                message("Write a dash: – with spaces in a sentence, 10–12 without."),
            )
        if SPACES.search(text):
            yield warning(
                place,
                "L25",
                message("There are two spaces in a row."),
                message("Take one of them away."),
            )
