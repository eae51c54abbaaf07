"""Rules for what is answered part by part: L33 number, L34 length, L35 giveaways, L36 feedback."""

import re
from collections.abc import Iterable, Sequence

from huddinge_training.content.lint.cues import ABSOLUTES, stems
from huddinge_training.content.lint.feedback import REASON, VERDICT
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.scenario import AnswerForm, Part, Scenario
from huddinge_training.language import message

FEWEST_PARTS = {
    AnswerForm.CHOOSE_ALL: 4,
    AnswerForm.MARK: 5,
    AnswerForm.ORDER: 3,
    AnswerForm.SORT: 5,
}
MOST_PARTS = {
    AnswerForm.CHOOSE_ALL: 6,
    AnswerForm.MARK: 9,
    AnswerForm.ORDER: 6,
    AnswerForm.SORT: 8,
}
FEWEST_OF_A_KIND = 2
MOST_GROUPS = 4
FEWEST_WORDS, MOST_WORDS = 3, 22
LEAST_MEAN, MOST_MEAN = 0.8, 1.25
FEWEST_FEEDBACK_WORDS, MOST_FEEDBACK_WORDS = 6, 35
LEAST_REASONS = 0.5

GIVES_PLACE = re.compile(
    r"\b(?:först|sedan|därefter|sist|slutligen|efteråt|till slut|first|then|next|last|finally)\b",
    re.IGNORECASE,
)


def check(scenario: Scenario, place: Place) -> Remarks:
    """L33 to L36 for one scenario; nothing where it is answered by a choice."""
    if scenario.form is AnswerForm.CHOICE:
        return
    yield from _numbers(scenario, place)
    yield from _lengths(scenario, place)
    yield from _giveaways(scenario, place)
    yield from _feedback(scenario.parts, place)


def _numbers(scenario: Scenario, place: Place) -> Remarks:
    count = len(scenario.parts)
    least, most = FEWEST_PARTS[scenario.form], MOST_PARTS[scenario.form]
    if not least <= count <= most:
        yield error(
            place.at("parts"),
            "L33",
            message(
                "There are {found} parts; there should be {least} to {most}.",
                found=count,
                least=least,
                most=most,
            ),
            message("Keep those that teach most."),
        )
    if scenario.form in (AnswerForm.CHOOSE_ALL, AnswerForm.MARK):
        chosen = sum(part.applies for part in scenario.parts)
        if min(chosen, count - chosen) < FEWEST_OF_A_KIND:
            yield error(
                place.at("parts"),
                "L33",
                message(
                    "{found} of {all} parts apply; at least {least} must, and as many must not.",
                    found=chosen,
                    all=count,
                    least=FEWEST_OF_A_KIND,
                ),
                message("Add a part of the kind that is missing."),
            )
    if len(scenario.groups) > MOST_GROUPS:
        yield error(
            place.at("groups"),
            "L33",
            message(
                "There are {found} groups; the limit is {most}.",
                found=len(scenario.groups),
                most=MOST_GROUPS,
            ),
            message("Put together what one does the same about."),
        )
    used = {part.group for part in scenario.parts}
    for index, group in enumerate(scenario.groups):
        if group.id not in used:
            yield error(
                place.at("groups", index),
                "L33",
                message("No part belongs to the group “{group}”.", group=group.id),
                message("Add a case for it, or take the group away."),
            )


def _lengths(scenario: Scenario, place: Place) -> Remarks:
    for index, part in enumerate(scenario.parts):
        length = len(words(part.text.sv))
        if not FEWEST_WORDS <= length <= MOST_WORDS:
            yield warning(
                place.at("parts", index, "text"),
                "L34",
                message(
                    "The part has {found} words; it should have {least} to {most}.",
                    found=length,
                    least=FEWEST_WORDS,
                    most=MOST_WORDS,
                ),
                message("Say one thing in each part."),
            )
    chosen = [part for part in scenario.parts if part.applies]
    others = [part for part in scenario.parts if not part.applies]
    if chosen and others:
        ratio = _mean_length(chosen) / _mean_length(others)
        if not LEAST_MEAN <= ratio <= MOST_MEAN:
            yield warning(
                place.at("parts"),
                "L34",
                message(
                    "The parts that apply are {found} times as long as the others; "
                    "it should be {least} to {most} times.",
                    found=f"{ratio:.2f}",
                    least=LEAST_MEAN,
                    most=MOST_MEAN,
                ),
                message("Make both kinds about equally long."),
            )


def _giveaways(scenario: Scenario, place: Place) -> Remarks:
    kinds = {part.applies for part in scenario.parts if _is_absolute(part)}
    if len(kinds) == 1 and scenario.form in (AnswerForm.CHOOSE_ALL, AnswerForm.MARK):
        yield warning(
            place.at("parts"),
            "L35",
            message("Words like “alltid” and “bara” stand only in parts of one kind."),
            message("Take the word away, or let parts of the other kind have one as well."),
        )
    titles = {group.id: stems(group.title.sv) for group in scenario.groups}
    for index, part in enumerate(scenario.parts):
        here = place.at("parts", index, "text")
        if scenario.form is AnswerForm.ORDER:
            for text in (part.text.sv, part.text.en or ""):
                if found := GIVES_PLACE.search(text):
                    yield error(
                        here,
                        "L35",
                        message("The word “{word}” gives the place away.", word=found.group()),
                        message("Say just what is done."),
                    )
        if part.group is not None and titles.get(part.group, set()) & stems(part.text.sv):
            yield warning(
                here,
                "L35",
                message("The part names the group that it belongs to."),
                message("Describe what happens; the reader finds the word for it."),
            )


def _feedback(parts: Sequence[Part], place: Place) -> Remarks:
    seen: dict[str, int] = {}
    for index, part in enumerate(parts):
        here = place.at("parts", index, "feedback")
        text = part.feedback.sv
        length = len(words(text))
        if not FEWEST_FEEDBACK_WORDS <= length <= MOST_FEEDBACK_WORDS:
            yield error(
                here,
                "L36",
                message(
                    "The feedback has {found} words; it must have {least} to {most}.",
                    found=length,
                    least=FEWEST_FEEDBACK_WORDS,
                    most=MOST_FEEDBACK_WORDS,
                ),
                message("Say why it belongs where it belongs."),
            )
        first = seen.setdefault(text.casefold(), index)
        if first != index:
            yield error(
                here,
                "L36",
                message("Part {number} has the same feedback.", number=first + 1),
                message("Say what is special about this part."),
            )
        for code, said in (("sv", text), ("en", part.feedback.en or "")):
            if found := VERDICT.match(said):
                yield error(
                    here.at(code),
                    "L14",
                    message("The feedback begins with “{word}”.", word=found.group()),
                    message("Begin with what the choice leads to; judge nobody."),
                )
    reasons = sum(bool(REASON.search(part.feedback.sv)) for part in parts)
    if reasons < LEAST_REASONS * len(parts):
        yield error(
            place.at("parts"),
            "L36",
            message(
                "{found} of {all} feedbacks give a reason; at least half must.",
                found=reasons,
                all=len(parts),
            ),
            message("Explain why with “eftersom”, “därför”, “för att” or “så att”."),
        )


def _is_absolute(part: Part) -> bool:
    return bool(ABSOLUTES & {word.casefold() for word in words(part.text.sv)})


def _mean_length(parts: Iterable[Part]) -> float:
    lengths = [len(part.text.sv) for part in parts]
    return sum(lengths) / len(lengths)
