"""Tells what votes came to: the room its result, the leader alone a hint."""

from collections.abc import Callable

from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.outcome import Cue
from huddinge_training.domain.scenario import Grade
from huddinge_training.language import Message, message
from huddinge_training.services.live_session import LiveSession
from huddinge_training.ui.facilitator.keeping import Keeping
from huddinge_training.ui.facilitator.room_stage import RoomStage
from huddinge_training.ui.facilitator.session_state import case_and_round
from huddinge_training.ui.facilitator.step_words import CUES

Voting = tuple[int, int, int]


class Telling:
    """What is about to be told is kept as seen first; ``is_told`` is called when it is told."""

    def __init__(
        self, live: LiveSession, keeping: Keeping, stage: RoomStage, is_told: Callable[[], object]
    ) -> None:
        self._live = live
        self._keeping = keeping
        self._stage = stage
        self._is_told = is_told
        self._cues: dict[Voting, Cue | None] = {}

    def reveal(self) -> None:
        """Shows the room what it may see of the case; raises SessionError."""
        case = self._live.look(lambda s: s.step.case)
        if case is None:
            return
        shown = self._live.act(lambda s: s.reveal(case))

        def show() -> None:
            self._stage.shown[case] = shown
            self._stage.update()
            self._is_told()

        self._keeping.keep(show)

    def hint(self, round_: int) -> None:
        """Asks how many chose the best option; raises SessionError."""

        def ask(session: GroupSession) -> tuple[Voting, Cue | None]:
            case, scenario = session.step.case, session.scenario
            assert case is not None and scenario is not None
            best = next(o.id for o in scenario.options if o.grade is Grade.BEST)
            cue = session.cue(case, round_, best)
            return _voting(session, case, round_), cue

        voting, cue = self._live.act(ask)

        def show() -> None:
            self._cues[voting] = cue
            self._is_told()

        self._keeping.keep(show)

    @property
    def hint_words(self) -> Message | None:
        """The hint about the vote of the step; None before it is asked for."""
        voting = self._live.look(_voting_here)
        if voting not in self._cues:
            return None
        cue = self._cues[voting]
        return message("There are too few votes for a hint.") if cue is None else CUES[cue]


def _voting_here(session: GroupSession) -> Voting | None:
    case, round_ = case_and_round(session)
    return None if case is None else _voting(session, case, round_)


def _voting(session: GroupSession, case: int, round_: int) -> Voting:
    """A vote that is opened again is another one, of which nothing is known."""
    return case, round_, session.rounds(case)[round_].openings
