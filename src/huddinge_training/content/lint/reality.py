"""Rule L38: a box “From real life” is short enough to be read beside its scenario."""

from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, warning
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import message

FEWEST_WORDS, MOST_WORDS = 60, 90


def check(scenario: Scenario, place: Place) -> Remarks:
    """L38 for one scenario."""
    case = scenario.real_case
    if case is None:
        return
    length = len(words(case.text.sv))
    if not FEWEST_WORDS <= length <= MOST_WORDS:
        yield warning(
            place.at("reality", "text"),
            "L38",
            message(
                "The box has {found} words; it should have {least} to {most}.",
                found=length,
                least=FEWEST_WORDS,
                most=MOST_WORDS,
            ),
            message("Tell what happened, what was decided, and what one learns from it."),
        )
