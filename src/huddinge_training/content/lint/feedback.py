"""Rules for feedback: L13 length, a reason, its own words; L14 tone, also of all other texts."""

import re

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.passages import Passage, Style
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error
from huddinge_training.domain.scenario import Option, Scenario
from huddinge_training.language import message

FEWEST_WORDS = 12
MOST_WORDS = 60

REASON = re.compile(r"\b(?:eftersom|därför|för att|så att)\b", re.IGNORECASE)
VERDICT = re.compile(
    r"(?:Fel|Rätt|Tyvärr|Bra jobbat|Grattis"
    r"|Wrong|Right|Correct|Incorrect|Unfortunately|Well done|Good job|Congratulations)\b",
    re.IGNORECASE,
)


def check(scenario: Scenario, place: Place) -> Remarks:
    """L13 and the first half of L14, for every option."""
    for decision, here in decisions(scenario, place):
        yield from _of_options(decision.options, here)


def _of_options(options: tuple[Option, ...], place: Place) -> Remarks:
    seen: dict[str, int] = {}
    for index, option in enumerate(options):
        here = place.at("options", index, "feedback")
        text = option.feedback.sv
        length = len(words(text))
        if not FEWEST_WORDS <= length <= MOST_WORDS:
            yield error(
                here,
                "L13",
                message(
                    "The feedback has {found} words; it must have {least} to {most}.",
                    found=length,
                    least=FEWEST_WORDS,
                    most=MOST_WORDS,
                ),
                message("Say why, by which rule, and what works better."),
            )
        if not REASON.search(text):
            yield error(
                here,
                "L13",
                message("The feedback gives no reason."),
                message("Explain why with “eftersom”, “därför”, “för att” or “så att”."),
            )
        first = seen.setdefault(text.casefold(), index)
        if first != index:
            yield error(
                here,
                "L13",
                message("Option {number} has the same feedback.", number=first + 1),
                message("Say what is special about this choice."),
            )
        for code, words_ in (("sv", text), ("en", option.feedback.en or "")):
            if found := VERDICT.match(words_):
                yield error(
                    here.at(code),
                    "L14",
                    message("The feedback begins with “{word}”.", word=found.group()),
                    message("Begin with what the choice leads to; judge nobody."),
                )


def check_passage(passage: Passage) -> Remarks:
    """The second half of L14: nothing of ours is shouted."""
    if passage.style is Style.QUOTE:
        return
    for code, text in (("sv", passage.text.sv), ("en", passage.text.en or "")):
        if "!" in text:
            yield error(
                passage.place.at(code),
                "L14",
                message("There is an exclamation mark."),
                message("End the sentence with a full stop."),
            )
