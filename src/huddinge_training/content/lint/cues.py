"""Rules against options that give the answer away: L06 length, L09 absolutes, L10, L11 form."""

import re
from collections import Counter

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.scenario import Decision, Grade, Option, Scenario
from huddinge_training.language import message

LONGEST_KEY = 1.15
SHARED_STEMS = 2
FEWEST_STEM_LETTERS = 4

ABSOLUTES = frozenset(("alltid", "aldrig", "alla", "ingen", "endast", "bara", "absolut"))
OPENINGS = frozenset(("jag", "du", "vi", "man", "att", "ja", "nej"))
PRESENT_TENSE = re.compile(r"\w+(?:ar|er)|får|går|står|ser|ber|ger|tar")
NOT_PRESENT_TENSE = frozenset(("var", "efter", "under", "eller", "per", "inte"))
ENDINGS = re.compile(
    r"(?:arnas?|ernas?|ornas?|andet|ande|anden|ningen|ning|heten|het|aste|are|ade|at|ens|ets|en|et"
    r"|na|ar|er|or|de|te|a|e|s|t|n)$"
)
STOP_WORDS = frozenset(
    "alla allt andra annan annat bara blir denna detta dina eller efter finns före genom hade hans "
    "hela henne hennes honom hos innan inte jobb jobbet kommer kommun kommunen kunna man många med "
    "mellan mera mest mina mycket måste någon något några också olika samma sedan sina själv "
    "skulle säger samt till under utan vara varför varje vilken vill är över".split()
)


def check(scenario: Scenario, place: Place) -> Remarks:
    """The rules that compare the best option with the others; a dilemma has only its form."""
    for decision, here in decisions(scenario, place):
        yield from _parallel_form(decision.options, here)
        best = [option for option in decision.options if option.grade is Grade.BEST]
        others = [option for option in decision.options if option.grade is not Grade.BEST]
        if len(best) == 1 and others:
            yield from _key_length(best[0], others, here)
            yield from _absolutes(decision.options, here)
            yield from _overlap(decision, best[0], others, here)


def _key_length(best: Option, others: list[Option], place: Place) -> Remarks:
    next_longest = max(len(option.text.sv) for option in others)
    if len(best.text.sv) > LONGEST_KEY * next_longest:
        yield error(
            place.at("options"),
            "L06",
            message(
                "The best option has {found} characters and the next longest {next}; "
                "the limit is {most} times as long.",
                found=len(best.text.sv),
                next=next_longest,
                most=LONGEST_KEY,
            ),
            message("Shorten the best option; what it explains belongs in its feedback."),
        )


def _absolutes(options: tuple[Option, ...], place: Place) -> Remarks:
    grades = {
        option.grade
        for option in options
        if ABSOLUTES & {word.casefold() for word in words(option.text.sv)}
    }
    if len(grades) == 1 and grades <= {Grade.BEST, Grade.POOR}:
        grade = grades.pop()
        yield warning(
            place.at("options"),
            "L09",
            message(
                "Words like “alltid” and “bara” stand only in options graded {grade}.",
                grade=str(grade),
            ),
            message("Take the word away, or let options of other grades have one as well."),
        )


def _overlap(decision: Decision, best: Option, others: list[Option], place: Place) -> Remarks:
    asked = stems(f"{decision.scene.sv} {decision.question.sv}")
    elsewhere = set().union(*(stems(option.text.sv) for option in others))
    shared = sorted((stems(best.text.sv) & asked) - elsewhere)
    if len(shared) >= SHARED_STEMS:
        yield warning(
            place.at("options", decision.options.index(best), "text"),
            "L10",
            message(
                "Only the best option repeats {found} words of the scene: {words}.",
                found=len(shared),
                words=", ".join(f"{stem}…" for stem in shared),
            ),
            message("Say it in other words, or let another option repeat some as well."),
        )


def _parallel_form(options: tuple[Option, ...], place: Place) -> Remarks:
    forms = [opening_form(option.text.sv) for option in options]
    if len(set(forms)) > 1:
        usual = Counter(forms).most_common(1)[0][0]
        odd = next(index for index, form in enumerate(forms) if form != usual)
        yield warning(
            place.at("options", odd, "text"),
            "L11",
            message("The option does not begin in the same form as the others."),
            message("Begin all of them with “Jag …”, or all with what one does: “Fråga …”."),
        )


def opening_form(text: str) -> str:
    """How a Swedish option begins: with a pronoun, in the present tense, or as a request."""
    first = next(iter(words(text)), "").casefold()
    if first in OPENINGS:
        return first
    if first not in NOT_PRESENT_TENSE and PRESENT_TENSE.fullmatch(first):
        return "present"
    return "request"


def stems(text: str) -> set[str]:
    """The content words of a Swedish text, without their endings; a rough measure."""
    folded = (word.casefold() for word in words(text))
    cut = (ENDINGS.sub("", word) for word in folded if len(word) > 3 and word not in STOP_WORDS)
    return {stem for stem in cut if len(stem) >= FEWEST_STEM_LETTERS}
