"""Rule L37: what ways through several decisions must be like to be worth walking."""

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.response import reachable_grades
from huddinge_training.domain.scenario import Grade, Kind, Scenario
from huddinge_training.language import message

FEWEST_SCENE_WORDS = 8
MOST_SCENE_WORDS = 60


def check(scenario: Scenario, place: Place) -> Remarks:
    """L37 for one scenario; nothing where there is one decision."""
    if not scenario.is_branching:
        return
    for decision, here in list(decisions(scenario, place))[1:]:
        length = len(words(decision.scene.sv))
        if not FEWEST_SCENE_WORDS <= length <= MOST_SCENE_WORDS:
            yield warning(
                here.at("scene"),
                "L37",
                message(
                    "The scene of a later decision has {found} words; "
                    "it should have {least} to {most}.",
                    found=length,
                    least=FEWEST_SCENE_WORDS,
                    most=MOST_SCENE_WORDS,
                ),
                message("Tell just what is new since the decision before."),
            )
    if scenario.kind is not Kind.DILEMMA and Grade.BEST not in reachable_grades(scenario):
        yield error(
            place.at("options"),
            "L37",
            message("No way has only best decisions."),
            message("Let the best option of every decision lead on to one, or end the way."),
        )
