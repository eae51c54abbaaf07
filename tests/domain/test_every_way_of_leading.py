"""Every legal sequence of the leader's buttons, to the end of all there are (GRP-04).

The attacker lets people vote as he likes (everybody, all but one, one alone, a newcomer too), as
often as the buttons allow, types cards, asks for hints, shows results in any order, and kills the
program. Sequences that leave the room in the same state with the same knowledge are one, so the
search comes to an end, and then there is nothing left to try. He knows that nobody changes their
mind. Somebody is found out when every way of voting that fits what he has seen agrees on their
vote; only ten or more who agree in public, in numbers, cannot be hidden by any counting.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from examples import make_option, make_scenario

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import GroupPlan, Length, PlanId, PlannedCase, StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.outcome import Outcome
from huddinge_training.domain.scenario import Kind, OptionId
from huddinge_training.errors import SessionError

A, B = OptionId("a"), OptionId("b")
SCENARIO = make_scenario(
    "fallet", "A", kind=Kind.RULE, options=(make_option("a", None), make_option("b", None))
)
TARGET, NEWCOMER = "target", "newcomer"
# The promise of the phone page, not a constant of the program that could be lowered.
FEWEST_FOR_COUNTS = 10
KINDS = (StepKind.VOTE_1, StepKind.VOTE_2)


@dataclass(frozen=True)
class Voting:
    """One vote: opened, or opened again, and closed."""

    round: int
    group: str
    cards: int = 0


@dataclass(frozen=True)
class Hint:
    """The hint for the leader alone."""

    round: int


@dataclass(frozen=True)
class Reveal:
    """The result for the room."""


@dataclass(frozen=True)
class Crash:
    """The program is killed and started again: the votes are gone, not what was seen."""


Act = Voting | Hint | Reveal | Crash
Mind = tuple[OptionId, int, OptionId]


def acts(cards: int) -> list[Act]:
    """All buttons; with ``cards`` votes for the first option typed in, or none."""
    groups = ("all", "rest", "alone", "more")
    return [
        *(Voting(r, group, typed) for r in (0, 1) for group in groups for typed in {0, cards}),
        Hint(0), Hint(1), Reveal(),
    ]  # fmt: skip


def minds(count: int) -> list[Mind]:
    """Every way in which the target, the others and a newcomer can think."""
    return [(t, a, n) for t in (A, B) for a in range(count) for n in (A, B)]


def votes_of(mind: Mind, count: int, group: str) -> dict[str, OptionId]:
    """Who votes for what."""
    target, others_for_a, newcomer = mind
    votes = {f"voter-{i}": A if i < others_for_a else B for i in range(count - 1)}
    if group == "alone":
        return {TARGET: target}
    if group != "rest":
        votes[TARGET] = target
    if group == "more":
        votes[NEWCOMER] = newcomer
    return votes


def new_session(count: int) -> GroupSession:
    plan = GroupPlan(
        PlanId("p"), "Träffen", Length.SHORT, (PlannedCase(ModuleId("m"), SCENARIO.id),),
        "Ledaren", expected_count=count + 1,
    )  # fmt: skip
    return GroupSession(plan, [SCENARIO])


def go(session: GroupSession, kind: StepKind) -> None:
    session.go_to(next(n for n, step in enumerate(session.steps) if step.kind is kind))


def do(session: GroupSession, act: Act, mind: Mind, count: int) -> object:
    """Presses the button, and returns what is seen; raises SessionError where it is not there."""
    assert not isinstance(act, Crash)
    if isinstance(act, Reveal):
        go(session, StepKind.REVEAL)
        return session.reveal(0)
    go(session, KINDS[act.round])
    if isinstance(act, Hint):
        return session.cue(0, act.round, A)
    session.open_vote()
    ballot = session.ballot
    assert ballot is not None
    for token, option in votes_of(mind, count, act.group).items():
        ballot.cast(token, option)
    ballot.type_in(A, act.cards)
    session.close_vote()
    return ballot.phone_votes, ballot.typed_votes


@dataclass(frozen=True)
class Reached:
    """Where a sequence has led: the room's state, and what can be told apart by now."""

    room: tuple[object, ...]
    known: tuple[int, ...]
    in_public: tuple[bool, ...]


def reached(count: int, path: tuple[Act, ...]) -> Reached | None:
    """Plays the sequence for every way of thinking; None where a button of it is not there."""
    labels: dict[str, int] = {}
    known, in_public = [], []
    room: tuple[object, ...] = ()
    for mind in minds(count):
        session, seen, is_unanimous = new_session(count), [], False
        cards = [0, 0]
        for act in path:
            if isinstance(act, Crash):
                session = GroupSession(session.plan, [SCENARIO], kept=session.kept())
                continue
            try:
                found = do(session, act, mind, count)
            except SessionError:
                return None
            seen.append(repr(found))
            if isinstance(act, Voting):
                cards[act.round] = act.cards
            elif isinstance(found, tuple):
                is_unanimous |= any(map(is_public_unanimity, found, cards))
        known.append(labels.setdefault(repr(seen), len(labels)))
        in_public.append(is_unanimous)
        since = path[max((n for n, a in enumerate(path) if isinstance(a, Crash)), default=-1) + 1 :]
        last = [next((a for a in reversed(since) if isinstance(a, Voting) and a.round == r), None)
                for r in (0, 1)]  # fmt: skip
        stages = [(b.stage, b.has_been_seen) for b in session.rounds(0)]
        room = (*last, *stages, session.kept().seen)
    return Reached(room, tuple(known), tuple(in_public))


def is_public_unanimity(part: object, cards: int) -> bool:
    """Whether ten or more phones agree; who typed the cards can take them away again."""
    if not isinstance(part, Outcome) or part.counts is None:
        return False
    phones = part.total - cards
    return phones >= FEWEST_FOR_COUNTS and phones in (part.counts[A] - cards, part.counts[B])


def everywhere(buttons: list[Act], count: int) -> Iterator[tuple[tuple[Act, ...], Reached]]:
    """Every state that any sequence leads to, with the shortest such sequence."""
    found, queue = set(), deque[tuple[Act, ...]]([()])
    while queue:
        path = queue.popleft()
        for act in buttons:
            here = reached(count, (*path, act))
            if here is None or here in found:
                continue
            found.add(here)
            queue.append((*path, act))
            yield (*path, act), here


def is_found_out(count: int, here: Reached) -> bool:
    """Whether somebody's vote is the same in all ways that fit what was seen."""
    ways: dict[int, list[Mind]] = {}
    public: dict[int, bool] = {}
    for mind, label, is_public in zip(minds(count), here.known, here.in_public, strict=True):
        ways.setdefault(label, []).append(mind)
        public[label] = is_public
    return any(
        len({t for t, _, _ in fitting}) == 1
        or len({n for _, _, n in fitting}) == 1
        or {a for _, a, _ in fitting} in ({0}, {count - 1})
        for label, fitting in ways.items()
        if not public[label]
    )


@pytest.mark.parametrize(
    ("count", "cards"),
    [(4, 0), (5, 0), (6, 0), (9, 0), (10, 0), (12, 0), (5, 5)],
)
def test_no_sequence_of_buttons_finds_anybody_out(count: int, cards: int) -> None:
    tried = 0
    for path, here in everywhere(acts(cards), count):
        tried += 1
        assert not is_found_out(count, here), path
    assert tried > 50


@pytest.mark.parametrize("count", [5, 10])
def test_nor_does_killing_the_program_in_between(count: int) -> None:
    tried = 0
    for path, here in everywhere([*acts(0), Crash()], count):
        tried += 1
        assert not is_found_out(count, here), path
    assert tried > 50
