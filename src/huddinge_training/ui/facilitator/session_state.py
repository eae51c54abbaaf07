"""What the facilitator's page shows of a session: a picture of the moment, without any vote."""

from collections.abc import Mapping
from dataclasses import dataclass

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.gap import Gap, Loss
from huddinge_training.domain.group_plan import Step
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.plan_title import shown_title
from huddinge_training.domain.scenario import Kind, OptionId, Scenario
from huddinge_training.language import Text


@dataclass(frozen=True, slots=True)
class VoteState:
    """The vote of the step: how far it is, and the counts that were typed in.

    ``is_bound`` is one that can be shown only if the same phones vote as in the other one, of
    which something is known; ``is_barred`` one in which others did.
    """

    stage: Stage
    voted: int
    typed: Mapping[OptionId, int]
    needs_one_way: bool
    can_be_reopened: bool
    is_bound: bool
    is_barred: bool


@dataclass(frozen=True, slots=True)
class ResultState:
    """How many votes have been asked to be shown, and whether more may be.

    ``is_early`` is a result that can be shown although only the first vote has been held.
    """

    revealed: int = 0
    can_show_more: bool = False
    is_early: bool = False
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class SessionState:
    """Made under the session's lock, to be shown afterwards."""

    title: Text
    steps: tuple[Step, ...]
    place: int
    scenario: Scenario | None
    people: int
    phones: int
    agreement: str
    shown_perspectives: int
    vote: VoteState | None = None
    result: ResultState = ResultState()
    loss: Loss | None = None
    cue_round: int | None = None

    @property
    def is_spent(self) -> bool:
        """Whether nothing of the case can be voted on or shown any more."""
        return self.loss in (Loss.TOLD, Loss.SHOWN)

    @property
    def step(self) -> Step:
        """Where the room is."""
        return self.steps[self.place]


@dataclass(frozen=True, slots=True)
class StageState:
    """What is beside the session: phones, the big picture, the clock, and what has been shown."""

    address: str = ""
    code: str = ""
    phone_problem: str = ""
    is_opening: bool = False
    minutes_in: int = 0
    minutes_planned: int = 0
    is_rehearsal: bool = False
    shown_votes: int = 0
    cue: str = ""
    picture: str = ""
    is_blank: bool = False
    has_many_screens: bool = False
    is_code_shown: bool = False
    large_room: bool = False
    dark_room: bool = False


def state_of(session: GroupSession) -> SessionState:
    """The picture of the moment."""
    case = session.step.case
    return SessionState(
        title=shown_title(session.plan.title, session.scenarios),
        steps=session.steps,
        place=session.place,
        scenario=session.scenario,
        people=session.people_present,
        phones=session.phones,
        agreement=session.agreement,
        shown_perspectives=session.shown_perspectives,
        vote=_vote(session),
        result=_result(session, case) if case is not None else ResultState(),
        loss=session.loss(case) if case is not None else None,
        cue_round=_cue_round(session),
    )


def _vote(session: GroupSession) -> VoteState | None:
    ballot, case = session.ballot, session.step.case
    if ballot is None or case is None:
        return None
    round_ = session.rounds(case).index(ballot)
    return VoteState(
        stage=ballot.stage,
        voted=ballot.phone_votes + ballot.typed_votes,
        typed=ballot.typed,
        needs_one_way=ballot.needs_one_way,
        can_be_reopened=ballot.can_be_reopened,
        is_bound=session.is_seen(case, 1 - round_),
        is_barred=ballot.is_ended and not session.may_be_seen(case, round_),
    )


def _result(session: GroupSession, case: int) -> ResultState:
    first, second = rounds = session.rounds(case)
    return ResultState(
        revealed=sum(ballot.stage is Stage.REVEALED for ballot in rounds),
        can_show_more=session.can_show_more(case),
        is_early=first.stage is Stage.CLOSED and second.stage is Stage.PREPARED,
        gap=session.gap(case),
    )


def _cue_round(session: GroupSession) -> int | None:
    """Which vote has a hint to give: of a case with one right answer, once it is closed."""
    case, scenario = session.step.case, session.scenario
    if case is None or scenario is None or scenario.kind is not Kind.RULE:
        return None
    ballot = session.ballot or session.rounds(case)[0]
    round_ = session.rounds(case).index(ballot)
    return round_ if ballot.is_ended and session.may_be_seen(case, round_) else None


def planned_minutes(session: GroupSession) -> int:
    """How many minutes in the plan comes to the step."""
    return sum(step.minutes for step in session.steps[: session.place])


def case_and_round(session: GroupSession) -> tuple[int | None, int]:
    """Which case the step is about, and which of its votes."""
    case = session.step.case
    if case is None or session.ballot is None:
        return case, 0
    return case, session.rounds(case).index(session.ballot)
