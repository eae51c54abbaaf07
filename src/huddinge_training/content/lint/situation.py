"""Rules for the scene and the question: L01 length, L02 asks for an action, L03 no negation."""

import re

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.scenario import Kind, Scenario
from huddinge_training.language import message

FEWEST_SCENE_WORDS = 25
MOST_SCENE_WORDS = 90
MOST_GROUP_SCENE_WORDS = 120
MOST_QUESTION_WORDS = 15

ACTION = re.compile(
    r"\b(?:(?:be|ber|ge|ger|gå|går|gör|göra|rår|ta|tar)\b"
    r"|(?:ager|berätt|beslut|bestäm|svar|besvar|bemöt|börj|föreslå|fråg|följ|handl|hanter|hjälp"
    r"|hämt|kontakt|lämn|lägg|lös|möt|prat|prioriter|reager|ring|skick|skriv|säg|välj|vänd|visa)"
    r"\w*)",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:inte|ej|aldrig|utom|undvik\w*)\b", re.IGNORECASE)


def check(scenario: Scenario, place: Place) -> Remarks:
    """L01 to L03, on the Swedish text."""
    yield from _scene_length(scenario, place.at("scene"))
    yield from _question(scenario.question.sv, place)
    for decision, here in list(decisions(scenario, place))[1:]:
        yield from _question(decision.question.sv, here)


def _question(question: str, place: Place) -> Remarks:
    length = len(words(question))
    if length > MOST_QUESTION_WORDS:
        yield warning(
            place.at("question"),
            "L02",
            message(
                "The question has {found} words; the limit is {most}.",
                found=length,
                most=MOST_QUESTION_WORDS,
            ),
            message("Move the facts to the scene, and ask just for the action."),
        )
    if not question.endswith("?"):
        yield warning(
            place.at("question"),
            "L02",
            message("The question does not end with a question mark."),
            message("Ask a question, such as “Vad gör du?”"),
        )
    if not ACTION.search(question):
        yield warning(
            place.at("question"),
            "L02",
            message("The question does not ask for an action."),
            message("Ask what one does, says or answers, such as “Vad gör du?”"),
        )
    if found := NEGATION.search(question):
        yield warning(
            place.at("question"),
            "L03",
            message("The question holds the negation “{word}”.", word=found.group()),
            message("Ask what one does, not what one does not do."),
        )


def _scene_length(scenario: Scenario, place: Place) -> Remarks:
    """A dilemma is read aloud in a group and may be longer."""
    length = len(words(scenario.scene.sv))
    is_for_group = scenario.kind is Kind.DILEMMA
    most = MOST_GROUP_SCENE_WORDS if is_for_group else MOST_SCENE_WORDS
    if FEWEST_SCENE_WORDS <= length <= most:
        return
    remark = error if length > MOST_GROUP_SCENE_WORDS else warning
    yield remark(
        place,
        "L01",
        message(
            "The scene has {found} words; it should have {least} to {most}.",
            found=length,
            least=FEWEST_SCENE_WORDS,
            most=most,
        ),
        message("Tell just what one needs to know in order to choose."),
    )
