"""Rule L22: what a dilemma must have to be discussed, and what only a dilemma has."""

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.scenario import Kind, Scenario
from huddinge_training.language import message

FEWEST_PERSPECTIVES = 3
FEWEST_QUESTIONS = 3


def check(scenario: Scenario, place: Place) -> Remarks:
    """L22 for one scenario."""
    if scenario.kind is Kind.DILEMMA:
        yield from _dilemma(scenario, place)
    elif scenario.perspectives or scenario.boundary:
        key = "perspectives" if scenario.perspectives else "boundary"
        yield warning(
            place.at(key),
            "L22",
            message("“{key}” is shown only in a dilemma.", key=key),
            message("Take it away, or make the scenario a dilemma."),
        )


def _dilemma(scenario: Scenario, place: Place) -> Remarks:
    for decision, here in decisions(scenario, place):
        for index, option in enumerate(decision.options):
            if option.grade is not None:
                yield error(
                    here.at("options", index, "grade"),
                    "L22",
                    message("A dilemma has no key, but this option is graded."),
                    message("Take “grade” away, or choose another kind."),
                )
    if len(scenario.perspectives) < FEWEST_PERSPECTIVES:
        yield error(
            place.at("perspectives"),
            "L22",
            message(
                "The dilemma has {found} perspectives; it needs at least {least}.",
                found=len(scenario.perspectives),
                least=FEWEST_PERSPECTIVES,
            ),
            message("Add who else is affected, and what is at stake for them."),
        )
    if scenario.boundary is None:
        yield error(
            place,
            "L22",
            message("The dilemma does not say where the legal limit goes."),
            message("Add “boundary:”."),
        )
    questions = scenario.facilitation.questions if scenario.facilitation else ()
    if len(questions) < FEWEST_QUESTIONS:
        yield error(
            place.at("facilitator", "questions"),
            "L22",
            message(
                "The dilemma has {found} questions for the group; it needs at least {least}.",
                found=len(questions),
                least=FEWEST_QUESTIONS,
            ),
            message("Add open questions that nobody can answer with yes or no."),
        )
