"""The words of the steps for the leader: what they are called, and what to do now."""

from huddinge_training.domain.gap import Loss
from huddinge_training.domain.group_plan import Step, StepKind, talk_size
from huddinge_training.domain.outcome import Cue
from huddinge_training.language import Message, message

PAIR = 2
TITLES = {
    StepKind.GROUND_RULES: message("Ground rules"),
    StepKind.READ: message("Read"),
    StepKind.THINK: message("Think alone"),
    StepKind.VOTE_1: message("First vote"),
    StepKind.TALK: message("Talk"),
    StepKind.PLENARY: message("All together"),
    StepKind.VOTE_2: message("Second vote"),
    StepKind.REVEAL: message("The result"),
    StepKind.RULE: message("Where the line is"),
    StepKind.AGREEMENT: message("What we agree on"),
    StepKind.ATTENDANCE: message("Who was here"),
}
NOTES = {
    StepKind.GROUND_RULES: message(
        "Welcome everybody. Say how long it takes, and read the three rules aloud. "
        "Let those with a phone join."
    ),
    StepKind.READ: message("Read the situation aloud, slowly. Do not explain it yet."),
    StepKind.THINK: message(
        "Be quiet together. Everybody chooses alone. Go on when it feels done."
    ),
    StepKind.VOTE_1: message(
        "Open the vote. Close it when those who want to have voted. Nobody sees the result yet, "
        "not you either."
    ),
    StepKind.PLENARY: message(
        "Ask what the groups talked about. Show one perspective at a time. "
        "Let go of the answer, and hold back whoever talks most."
    ),
    StepKind.VOTE_2: message("Vote again. It is fine to change one’s mind, and fine not to."),
    StepKind.REVEAL: message(
        "Show the result. Ask what made people change. Never ask who voted for what."
    ),
    StepKind.RULE: message("Read where the line is, and say whom one can ask."),
    StepKind.AGREEMENT: message(
        "What do we do from now on? Write one or two sentences, or go on without."
    ),
}
PAIRS = message("Ask them to talk two and two. Walk around, listen, answer nothing yet.")
THREES = message("Ask them to talk three and three. Walk around, listen, answer nothing yet.")
CUES = {
    Cue.FEW: message("Under 30 % chose the best answer. Go through the rule before they talk."),
    Cue.DIVIDED: message("30–70 % chose the best answer. Let them talk: there is much to learn."),
    Cue.MOST: message("Over 70 % chose the best answer. Talk briefly about why, and go on."),
}
INSTEAD = message(
    "Do not vote on this case. Talk instead about which options you see, "
    "and what speaks for each of them."
)
LOSSES = {
    Loss.VOTES: message(
        "The program was interrupted, and any votes on this case are gone. Both votes can be "
        "held again. If you hold only the second one, only that one is shown."
    ),
    Loss.TOLD: message(
        "The program was interrupted, and the votes on this case are gone. You had already been "
        "told something of them, such as a hint. Neither vote can be held again or shown: "
        "beside what you know, a new result could tell how somebody voted."
    ),
    Loss.SHOWN: message(
        "The program was interrupted, and the votes on this case are gone. The room had already "
        "seen a result. Neither vote can be held again or shown: beside what you have seen, "
        "a new result could tell how somebody voted."
    ),
}


def title_of(step: Step) -> Message:
    """What a step is called."""
    return TITLES[step.kind]


def note_of(kind: StepKind, people: int, *, is_spent: bool = False) -> Message:
    """What the leader does at a step; ``is_spent`` where a crash has left nothing to vote on."""
    if is_spent and (kind.is_vote or kind is StepKind.REVEAL):
        return INSTEAD
    if kind is StepKind.TALK:
        return PAIRS if talk_size(people) == PAIR else THREES
    return NOTES[kind]
