"""Rules for the options as they stand: L04 grades, L05 length, L07 letters, L08, L12, L29."""

import re

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.passages import scenario_passages
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.content.lint.situation import ACTION
from huddinge_training.domain.scenario import Grade, Kind, Option, Scenario
from huddinge_training.language import message

FEWEST_WORDS = 4
MOST_WORDS = 22
UNEVEN = 1.6
VERY_UNEVEN = 2.0
TOO_ALIKE = 0.8

# A lower-case a is an article in English.
LETTER = re.compile(
    r"\b(?:(?i:alternativ(?:et)?|svar(?:et)?)\s+[A-Da-d]|(?i:option|answer)\s+[A-Db-d])\b"
)
COMBINED = re.compile(
    r"\b(?:all[at]|ing(?:et|a|en)|båda)\s+(?:av\s+)?(?:ovanstående|alternativen|svaren|de andra)\b"
    r"|\bbåde\s+[a-d]\s+och\s+[a-d]\b|\b[a-d]\s+och\s+[a-d]\s+(?:är|stämmer)"
    r"|\b(?:all|none|both)\s+of\s+(?:the\s+)?(?:above|options|answers)\b"
    r"|\bboth\s+[a-d]\s+and\s+[a-d]\b",
    re.IGNORECASE,
)
VERB_LIKE = re.compile(rf"{ACTION.pattern}|\b(?:jag|vi|du|\w{{2,}}(?:ar|er))\b", re.IGNORECASE)
Options = tuple[Option, ...]


def check(scenario: Scenario, place: Place) -> Remarks:
    """The rules that look at the options of each decision, and at letters in any text."""
    for decision, here in decisions(scenario, place):
        options = decision.options
        yield from _grades(options, here, is_dilemma=scenario.kind is Kind.DILEMMA)
        yield from _lengths(options, here)
        yield from _combined(options, here)
        yield from _duplicates(options, here)
        yield from _labels(options, here)
    yield from _letters(scenario, place)


def _grades(options: Options, place: Place, *, is_dilemma: bool) -> Remarks:
    count = len(options)
    if not 2 <= count <= 4:
        yield error(
            place.at("options"),
            "L04",
            message("There are {found} options; there should be 3, or 2 to 4.", found=count),
            message("Keep the best answer and the most tempting of the others."),
        )
    if is_dilemma:
        return
    grades = [option.grade for option in options]
    best = grades.count(Grade.BEST)
    if best != 1:
        yield error(
            place.at("options"),
            "L04",
            message("{found} options are graded best; it must be exactly 1.", found=best),
            message("Grade the one that the rule supports as best."),
        )
    if Grade.POOR not in grades:
        yield error(
            place.at("options"),
            "L04",
            message("No option is graded poor; there must be at least 1."),
            message("Add an option that people are tempted by and that harms somebody."),
        )


def _lengths(options: Options, place: Place) -> Remarks:
    for index, option in enumerate(options):
        length = len(words(option.text.sv))
        if not FEWEST_WORDS <= length <= MOST_WORDS:
            yield warning(
                place.at("options", index, "text"),
                "L05",
                message(
                    "The option has {found} words; it should have {least} to {most}.",
                    found=length,
                    least=FEWEST_WORDS,
                    most=MOST_WORDS,
                ),
                message("Say what one does, in one sentence."),
            )
    lengths = [len(option.text.sv) for option in options]
    ratio = max(lengths, default=1) / max(1, min(lengths, default=1))
    if ratio > UNEVEN:
        remark = error if ratio > VERY_UNEVEN else warning
        yield remark(
            place.at("options"),
            "L05",
            message(
                "The longest option is {found} times as long as the shortest; "
                "the limit is {most} times.",
                found=f"{ratio:.2f}",
                most=UNEVEN,
            ),
            message("Make the options about equally long."),
        )


def _letters(scenario: Scenario, place: Place) -> Remarks:
    """Options are shuffled, so that no text can point to one by its letter."""
    for passage in scenario_passages(scenario, place):
        for code, text in (("sv", passage.text.sv), ("en", passage.text.en or "")):
            if found := LETTER.search(text):
                yield error(
                    passage.place.at(code),
                    "L07",
                    message("The text points to “{words}”.", words=found.group()),
                    message("Say what the option is about; the letters are shuffled."),
                )


def _combined(options: Options, place: Place) -> Remarks:
    for index, option in enumerate(options):
        for code, text in (("sv", option.text.sv), ("en", option.text.en or "")):
            if found := COMBINED.search(text):
                yield error(
                    place.at("options", index, "text", code),
                    "L08",
                    message("The option sums up others: “{words}”.", words=found.group()),
                    message("Let every option be an action of its own."),
                )


def _duplicates(options: Options, place: Place) -> Remarks:
    tokens = [{word.casefold() for word in words(o.text.sv)} for o in options]
    for second in range(len(tokens)):
        for first in range(second):
            union = tokens[first] | tokens[second]
            share = len(tokens[first] & tokens[second]) / len(union) if union else 1.0
            if share > TOO_ALIKE:
                yield warning(
                    place.at("options", second, "text"),
                    "L12",
                    message(
                        "The option shares {found} per cent of its words with option {number}; "
                        "the limit is {most} per cent.",
                        found=round(100 * share),
                        number=first + 1,
                        most=round(100 * TOO_ALIKE),
                    ),
                    message("Make the difference clear, or take one of them away."),
                )


def _labels(options: Options, place: Place) -> Remarks:
    texts = [option.text.sv for option in options]
    if texts and all(
        len(words(text)) < FEWEST_WORDS and not VERB_LIKE.search(text) for text in texts
    ):
        yield warning(
            place.at("options"),
            "L29",
            message("The options are labels of fewer than 4 words and without a verb."),
            message("Ask what one does, not what it is called."),
        )
