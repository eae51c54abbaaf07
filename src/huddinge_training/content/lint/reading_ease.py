"""Rules for how hard a text is to read: L17 LIX, L18 sentences, L32 the same for English."""

from collections.abc import Iterable

from huddinge_training.content.lint.passages import Passage, Style
from huddinge_training.content.lint.readability import (
    lix_of,
    mean_sentence_length,
    sentences,
    words,
)
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Message, Text, message

EASY_LIX = 30
HARDEST_LIX = 40
MOST_MEAN_WORDS = 14
LONG_SENTENCE = 22
TOO_LONG_SENTENCE = 28


def check(scenario: Scenario, place: Place) -> Remarks:
    """L17 and the LIX of L32, over scene, question and feedback together; then the guide."""
    texts = [scenario.scene, scenario.question, *(p.feedback for p in scenario.parts)]
    for decision in scenario.all_decisions:
        texts += [decision.scene, decision.question] if decision.id else []
        texts += [option.feedback for option in decision.options]
    found = lix_of(_joined(texts))
    if found is not None and found > EASY_LIX:
        remark = error if found > HARDEST_LIX else warning
        limit = HARDEST_LIX if found > HARDEST_LIX else EASY_LIX
        yield remark(place.at("scene"), "L17", *_too_hard(found, limit))
    in_english = lix_of("\n".join(text.in_language("en") for text in texts))
    if in_english is not None and in_english > HARDEST_LIX:
        yield warning(place.at("scene", "en"), "L32", *_too_hard(in_english, HARDEST_LIX))
    if scenario.facilitation:
        guide = (*scenario.facilitation.questions, *scenario.facilitation.pitfalls)
        for_leader = lix_of(_joined(guide))
        if for_leader is not None and for_leader > HARDEST_LIX:
            yield error(place.at("facilitator"), "L17", *_too_hard(for_leader, HARDEST_LIX))


def check_sentence_lengths(passage: Passage) -> Remarks:
    """L18 for one text: no sentence is too long."""
    if passage.style is not Style.PROSE:
        return
    for sentence in sentences(passage.text.sv):
        length = len(words(sentence))
        if length > LONG_SENTENCE:
            is_error = length > TOO_LONG_SENTENCE
            remark = error if is_error else warning
            yield remark(
                passage.place.at("sv"),
                "L18",
                message(
                    "The sentence that begins “{start}” has {found} words; the limit is {most}.",
                    start=" ".join(words(sentence)[:4]),
                    found=length,
                    most=TOO_LONG_SENTENCE if is_error else LONG_SENTENCE,
                ),
                message("Make two sentences of it, with one thought each."),
            )


def check_mean(passages: Iterable[Passage], place: Place) -> Remarks:
    """L18 and L32 for one file: the sentences are short on the whole."""
    texts = [passage.text for passage in passages if passage.style is Style.PROSE]
    in_english = "\n".join(text.en for text in texts if text.en)
    for rule, text, most in (
        ("L18", _joined(texts), MOST_MEAN_WORDS),
        ("L32", in_english, MOST_MEAN_WORDS),
    ):
        mean = mean_sentence_length(text)
        if mean > most:
            yield warning(
                place,
                rule,
                message(
                    "The sentences have {found} words on average; the limit is {most}.",
                    found=f"{mean:.1f}",
                    most=most,
                ),
                message("Make two sentences of the longest ones."),
            )


def _too_hard(found: float, most: int) -> tuple[Message, Message]:
    return (
        message(
            "The text is hard to read: LIX {found}; the limit is {most}.",
            found=f"{found:.1f}",
            most=most,
        ),
        message("Shorten the sentences, and put short words in the place of long ones."),
    )


def _joined(texts: Iterable[Text]) -> str:
    return "\n".join(text.sv for text in texts)
