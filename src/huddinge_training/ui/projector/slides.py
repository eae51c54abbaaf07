"""Makes the big picture of each step: what the room needs, and nothing that is the leader's."""

from collections.abc import Callable
from dataclasses import dataclass

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.gap import Gap, Loss
from huddinge_training.domain.group_plan import StepKind, talk_size
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.outcome import Outcome, Precision
from huddinge_training.domain.outcome import Step as Amount
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Language, Message, Text, counted, message
from huddinge_training.ui.projector.gap_words import GAPS
from huddinge_training.ui.projector.slide import (
    Bars,
    Door,
    Results,
    Size,
    Slide,
    Words,
    halves,
    slide,
)

Shown = tuple[Outcome | None, Outcome | None]
THREE = 3
AMOUNTS = {
    Amount.NONE: message("none"),
    Amount.SOME: message("some"),
    Amount.MANY: message("many"),
}
ROUND_WORDS = (message("First vote"), message("Second vote"))
GENERAL_QUESTIONS = (
    message("Who is affected by what you do?"),
    message("Which rule or value weighs most here?"),
    message("What would make you change your mind?"),
)
SOON = message("The result is shown soon")
NO_VOTE = message("We do not vote here. Talk instead about which options you see.")
UNSHOWN: dict[Loss | None, Message] = {
    Loss.SHOWN: message("We have seen a result already, and the votes are gone. We go on."),
    Loss.TOLD: message(
        "The votes are gone after an interruption, and no result can be shown. "
        "Talk instead about which options you see."
    ),
}


@dataclass(frozen=True, slots=True)
class RoomState:
    """What the picture needs beside the session: the doors, and a result that may be seen."""

    join: Door | None = None
    check_in: Door | None = None
    shown: Shown | None = None


class Slides:
    """Speaks the language of the window."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.say = language.say

    def of(self, session: GroupSession, state: RoomState) -> Slide:
        """The picture of the step where the room is."""
        scenario = session.scenario
        if scenario is None:
            return self._of_the_whole(session, state)
        makers: dict[StepKind, Callable[[], Slide]] = {
            StepKind.READ: lambda: self._reading(scenario),
            StepKind.THINK: lambda: self._thinking(scenario),
            StepKind.TALK: lambda: self._talking(scenario, session.people_present),
            StepKind.PLENARY: lambda: self._plenary(scenario, session.shown_perspectives),
            StepKind.REVEAL: lambda: self._results(session, scenario, state.shown),
            StepKind.RULE: lambda: self._rule(scenario),
        }
        return makers.get(session.step.kind, lambda: self._vote(session, scenario))()

    def door(self, door: Door | None) -> Slide:
        """How to join, whatever the step."""
        title = Words(self.say("Join with your phone"), Size.TITLE)
        return slide(title, door) if door else slide(title)

    def _of_the_whole(self, session: GroupSession, state: RoomState) -> Slide:
        if session.step.kind is StepKind.GROUND_RULES:
            rules = (
                self.say("No names of clients, pupils or colleagues."),
                self.say("Nobody has to persuade anybody."),
                self.say("Nobody sees how you vote, not even your manager."),
            )
            head = Words(self.say("Our talk today"), Size.TITLE)
            door = (state.join,) if state.join else ()
            return slide(head, *(Words(f"• {rule}") for rule in rules), *door)
        if session.step.kind is StepKind.AGREEMENT:
            agreed = (Words(session.agreement),) if session.agreement else ()
            asks = Words(self.say("What do we do from now on?"), Size.TITLE)
            hint = Words(self.say("No names. At most one or two sentences."), Size.SMALL)
            return slide(asks, *(agreed or (hint,)))
        check_in = (state.check_in,) if state.check_in else ()
        words = (
            self.say("Write that you were here. The list knows nothing of your vote.")
            if check_in
            else self.say("The leader notes who was here.")
        )
        return slide(Words(self.say("Thank you"), Size.TITLE), Words(words), *check_in)

    def _reading(self, scenario: Scenario) -> Slide:
        parts = halves(self.say(scenario.scene))
        head = Words(self.say(scenario.title), Size.QUESTION)
        asks = Words(self.say(scenario.question), Size.QUESTION)
        return slide(head, *(Words(part) for part in parts), asks, breaks=range(2, 1 + len(parts)))

    def _thinking(self, scenario: Scenario) -> Slide:
        head = Words(self.say("Think for yourself"), Size.TITLE)
        asks = Words(self.say(scenario.question), Size.QUESTION)
        return slide(head, asks, *_options(self.say, scenario))

    def _vote(self, session: GroupSession, scenario: Scenario) -> Slide:
        ballot = session.ballot
        assert ballot is not None
        voted = ballot.phone_votes + ballot.typed_votes
        people = session.people_present
        if session.step.case is not None and session.is_spent(session.step.case):
            state = self.say(NO_VOTE)
        elif ballot.stage is Stage.OPEN:
            state = self.say("{voted} of {people} have voted", voted=voted, people=people)
        elif ballot.stage is Stage.PREPARED:
            state = self.say("The voting opens soon")
        else:
            state = self.say("The voting is closed")
        if session.phones > people:
            state += " · " + self.say(
                "{phones} phones, {people} people", phones=session.phones, people=people
            )
        return slide(
            Words(self.say(scenario.question), Size.QUESTION),
            *_options(self.say, scenario),
            Words(state, Size.READING),
        )

    def _talking(self, scenario: Scenario, people: int) -> Slide:
        words = (
            self.say("Talk three and three")
            if talk_size(people) == THREE
            else self.say("Talk two and two")
        )
        guide = scenario.facilitation
        questions = [self.say(question) for question in guide.questions[:THREE]] if guide else []
        questions += [self.say(question) for question in GENERAL_QUESTIONS[len(questions) :]]
        return slide(Words(words, Size.TITLE), *(Words(f"• {text}") for text in questions))

    def _plenary(self, scenario: Scenario, shown: int) -> Slide:
        head = Words(self.say("All together"), Size.TITLE)
        if not scenario.perspectives:
            return slide(head, *(Words(f"• {self.say(words)}") for words in GENERAL_QUESTIONS))
        if not shown:
            return slide(head, Words(self.say("Who is affected, and how?"), Size.QUESTION))
        perspective = scenario.perspectives[shown - 1]
        return slide(
            head,
            Words(self.say(perspective.who), Size.QUESTION),
            Words(self.say(perspective.stake)),
        )

    def _results(self, session: GroupSession, scenario: Scenario, shown: Shown | None) -> Slide:
        head = Words(self.say("How we voted"), Size.TITLE)
        case = session.step.case
        assert case is not None
        if shown is None:
            return slide(head, Words(self.say(UNSHOWN.get(session.loss(case), SOON))))
        gap = session.gap(case)
        seen = [
            (words, outcome)
            for words, outcome in zip(ROUND_WORDS, shown, strict=True)
            if outcome is not None and outcome.precision is not Precision.NOTHING
        ]
        if not seen:
            return slide(head, Words(self.say(GAPS[gap or Gap.FEW])))
        bars = tuple(self._bars(scenario, words, outcome) for words, outcome in seen)
        why = self.say(GAPS[gap]) if gap is not None else ""
        return slide(head, Results(bars, why), *_options(self.say, scenario))

    def _bars(self, scenario: Scenario, words: Message, outcome: Outcome) -> Bars:
        ids = tuple(option.id for option in scenario.options)
        if outcome.counts is not None:
            values = tuple(
                f"{outcome.counts[o]} ({round(100 * outcome.counts[o] / outcome.total)} %)"
                for o in ids
            )
        else:
            assert outcome.steps is not None
            values = tuple(self.say(AMOUNTS[outcome.steps[o]]) for o in ids)
        votes = self.say(counted("one vote", "{count} votes", outcome.total))
        return Bars(f"{self.say(words)}: {votes}", outcome, values, ids)

    def _rule(self, scenario: Scenario) -> Slide:
        rules = "; ".join(self.say(rule.title) for rule in scenario.rules[:THREE])
        blocks = [Words(self.say("Where the line is"), Size.QUESTION)]
        if scenario.boundary is not None:
            blocks += [Words(part) for part in halves(self.say(scenario.boundary))]
        else:
            blocks += [Words(self.say(rule.plain)) for rule in scenario.rules[:THREE]]
        if rules:
            blocks.append(Words(self.say("It rests on: {rules}", rules=rules), Size.SMALL))
        ask = [self.say(ask.contact.title) for ask in scenario.ask[:THREE]]
        if ask:
            whom = self.say("Ask: {whom}", whom=", ".join(ask))
            blocks.append(Words(whom, Size.SMALL))
        return slide(*blocks)


def _options(say: Callable[[Text], str], scenario: Scenario) -> tuple[Words, ...]:
    return tuple(
        Words(say(option.text), option=place) for place, option in enumerate(scenario.options)
    )
