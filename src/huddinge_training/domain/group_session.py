"""A led session as its people live it: the step, the votes, who may join by phone.

Nothing advances by itself; forwards, backwards and to any step is always possible (GRP-02).
"""

import secrets
from collections.abc import Sequence

from huddinge_training.domain.attendance import Attendance
from huddinge_training.domain.ballot import Ballot, Stage
from huddinge_training.domain.gap import Gap, Loss, gap_of
from huddinge_training.domain.group_plan import GroupPlan, Step, StepKind
from huddinge_training.domain.kept import Kept
from huddinge_training.domain.outcome import Cue, Outcome
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.domain.scenario import OptionId, Scenario
from huddinge_training.errors import SessionError
from huddinge_training.language import message

LONGEST_AGREEMENT = 300
ROUNDS = (StepKind.VOTE_1, StepKind.VOTE_2)


class GroupSession:
    """The state of one session in memory; illegal steps raise SessionError."""

    def __init__(
        self,
        plan: GroupPlan,
        scenarios: Sequence[Scenario],
        attendance: Attendance | None = None,
        kept: Kept | None = None,
    ) -> None:
        """``scenarios`` are those of the plan's cases; ``kept`` is where a crash left it."""
        self.plan = plan
        self._steps = plan.steps  # every phone asks where the room is
        self.scenarios = tuple(scenarios)
        self.attendance = attendance or Attendance.of_expected(plan.expected)
        self.place = 0
        self.shown_perspectives = 0
        self.agreement = ""
        self.people_present = plan.people
        self._lost_case: int | None = None
        self._seats: set[str] = set()
        self._seen_before_crash: frozenset[tuple[int, int]] = frozenset()
        self._shown_before_crash: frozenset[tuple[int, int]] = frozenset()
        salts = [secrets.token_bytes(32) for _ in self.scenarios]
        self._ballots = {
            (case, round_): Ballot([option.id for option in scenario.options], salts[case])
            for case, scenario in enumerate(self.scenarios)
            for round_ in range(len(ROUNDS))
        }
        if kept is not None:
            self._take_up(kept)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The plan's steps."""
        return self._steps

    @property
    def step(self) -> Step:
        """Where the room is."""
        return self.steps[self.place]

    @property
    def scenario(self) -> Scenario | None:
        """The dilemma of the step, if it belongs to one."""
        return None if self.step.case is None else self.scenarios[self.step.case]

    @property
    def ballot(self) -> Ballot | None:
        """The vote of the step, where it is one."""
        if self.step.case is None or not self.step.kind.is_vote:
            return None
        return self._ballots[self.step.case, ROUNDS.index(self.step.kind)]

    @property
    def vote_stage(self) -> Stage | None:
        """How far the vote of the step is; closed where it cannot be held any more."""
        case, ballot = self.step.case, self.ballot
        if ballot is None or case is None:
            return None
        return Stage.CLOSED if self.is_spent(case) else ballot.stage

    @property
    def open_ballot(self) -> Ballot | None:
        """The vote that is open now, whatever step the room is at."""
        return next((b for b in self._ballots.values() if b.stage is Stage.OPEN), None)

    @property
    def phones(self) -> int:
        """How many phones have joined."""
        return len(self._seats)

    def rounds(self, case: int) -> tuple[Ballot, Ballot]:
        """Both votes on a dilemma."""
        return self._ballots[case, 0], self._ballots[case, 1]

    def is_seen(self, case: int, round_: int) -> bool:
        """Whether anything of the result has been told, also before a crash."""
        ballot = self._ballots[case, round_]
        return ballot.has_been_seen or (case, round_) in self._seen_before_crash

    def is_spent(self, case: int) -> bool:
        """Whether something was told before a crash of votes that are gone.

        Then nothing of the case can be shown any more: whether the same phones vote as did then
        is not known, and the difference could tell how somebody voted.
        """
        return any(pair[0] == case for pair in self._seen_before_crash)

    def loss(self, case: int) -> Loss | None:
        """What a crash has taken of the case, until it is voted on again."""
        if self.is_spent(case):
            was_shown = any(pair[0] == case for pair in self._shown_before_crash)
            return Loss.SHOWN if was_shown else Loss.TOLD
        is_as_it_was = all(ballot.stage is Stage.PREPARED for ballot in self.rounds(case))
        return Loss.VOTES if case == self._lost_case and is_as_it_was else None

    # --- Steps ---------------------------------------------------------------------------

    def go_to(self, place: int) -> None:
        """Goes to any step; an open vote is closed first, by whoever opened it."""
        if not 0 <= place < len(self.steps):
            raise SessionError(message("There is no such step."))
        if self.open_ballot is not None and place != self.place:
            raise SessionError(message("The vote is open. Close it before you go on."))
        self.place = place
        self.shown_perspectives = 0

    def show_perspective(self) -> None:
        """Shows one perspective more at the plenary."""
        count = len(self.scenario.perspectives) if self.scenario is not None else 0
        self.shown_perspectives = min(self.shown_perspectives + 1, count)

    def open_vote(self) -> None:
        """Opens the vote of the step."""
        ballot = self._vote_here()
        if self.step.case is not None and self.is_spent(self.step.case):
            raise SessionError(
                message(
                    "Nothing of this case can be shown any more, so it is not voted on. "
                    "Talk about it instead."
                )
            )
        if ballot.stage is Stage.PREPARED:
            ballot.open()
        else:
            ballot.reopen()

    def close_vote(self) -> None:
        """Closes the vote of the step."""
        self._vote_here().close()

    def reveal(self, case: int) -> tuple[Outcome | None, Outcome | None]:
        """Both results of a dilemma as the room may see them, None for one that is not shown.

        Where not exactly the same phones voted both times only the second is shown, or only
        the one that has been seen already: the difference could tell how the one voted who
        came or went in between.
        """
        first, second = self.rounds(case)
        shown = [
            ballot
            for round_, ballot in enumerate((first, second))
            if ballot.is_ended and self.may_be_seen(case, round_)
        ]
        if len(shown) == len(ROUNDS) and not self._are_comparable(case):
            shown = [second]
        return (
            first.reveal() if first in shown else None,
            second.reveal() if second in shown else None,
        )

    def can_show_more(self, case: int) -> bool:
        """Whether there is a result that may be shown and has not been."""
        return any(
            ballot.stage is Stage.CLOSED and self.may_be_seen(case, round_)
            for round_, ballot in enumerate(self.rounds(case))
        )

    def gap(self, case: int) -> Gap | None:
        """Why the room sees one result of the case, or none, where it has been shown."""
        barred = [
            ballot.is_ended and not self.may_be_seen(case, round_)
            for round_, ballot in enumerate(self.rounds(case))
        ]
        return gap_of(self.rounds(case), barred)

    def cue(self, case: int, round_: int, best: OptionId) -> Cue | None:
        """The hint for the leader alone (GRP-01), which is a result like any other."""
        if not self.may_be_seen(case, round_):
            raise SessionError(
                message("Others took part in the vote that has been seen. This one stays unseen.")
            )
        return self._ballots[case, round_].cue(best)

    def may_be_seen(self, case: int, round_: int) -> bool:
        """Whether anything of a vote may be told beside what is known of the other one."""
        return not self.is_seen(case, 1 - round_) or self._are_comparable(case)

    def _are_comparable(self, case: int) -> bool:
        first, second = self.rounds(case)
        if not (first.is_ended and second.is_ended):
            return False
        no_phones = not first.phone_votes and not second.phone_votes
        return no_phones or first.has_same_voters_as(second)

    def agree(self, text: str) -> None:
        """Notes what the group does from now on; no names, no personal numbers (PRIV-14)."""
        text = " ".join(text.split())
        if len(text) > LONGEST_AGREEMENT:
            raise SessionError(
                message(
                    "The agreement has {found} characters; the limit is {most}. Shorten it.",
                    found=len(text),
                    most=LONGEST_AGREEMENT,
                )
            )
        if holds_personal_number(text):
            raise SessionError(message("There is a personal identity number in it. Take it away."))
        self.agreement = text

    # --- Phones --------------------------------------------------------------------------

    def take_seat(self, token: str) -> None:
        """Lets a phone in, as long as there are people for the phones."""
        if token in self._seats:
            return
        if self.phones >= self.people_present:
            raise SessionError(
                message(
                    "There are as many phones as people already. "
                    "Ask the leader to change how many are present."
                )
            )
        self._seats.add(token)

    def leave_seat(self, token: str) -> None:
        """Lets a phone go, with its open vote."""
        self._seats.discard(token)
        if self.open_ballot is not None:
            self.open_ballot.withdraw(token)

    def has_seat(self, token: str) -> bool:
        """Whether the phone has joined this session."""
        return token in self._seats

    # --- What outlives a crash -----------------------------------------------------------

    def kept(self) -> Kept:
        """Where the room is, to be stored."""
        return Kept(
            self.place,
            self.shown_perspectives,
            self.agreement,
            self.people_present,
            tuple(key for key in self._ballots if self.is_seen(*key)),
            tuple(
                key
                for key, ballot in self._ballots.items()
                if ballot.is_shown or key in self._shown_before_crash
            ),
        )

    def _take_up(self, kept: Kept) -> None:
        self.place = min(kept.place, len(self.steps) - 1)
        self.shown_perspectives = kept.shown_perspectives
        self.agreement = kept.agreement
        self.people_present = kept.people_present
        self._seen_before_crash = frozenset(kept.seen)
        self._shown_before_crash = frozenset(kept.shown)
        if self.step.kind in (*ROUNDS, StepKind.TALK, StepKind.PLENARY, StepKind.REVEAL):
            self._lost_case = self.step.case

    def _vote_here(self) -> Ballot:
        if self.ballot is None:
            raise SessionError(message("Nothing is voted on at this step."))
        return self.ballot
