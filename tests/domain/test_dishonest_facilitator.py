"""A facilitator who tries every button to learn how one person voted, and does not (GRP-04).

The attacker knows who took part in which vote, every number on the screen, and what he himself
typed in as votes by card. He even knows that nobody changed their mind between the votes. He has
learned somebody's vote when all ways of voting that fit what he has seen agree on it. The only
thing that no counting can hide is that ten or more people all voted the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import pytest
from examples import make_scenario

from huddinge_training.domain.ballot import Ballot, Stage
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import GroupPlan, Length, PlanId, PlannedCase, StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.outcome import FEWEST_FOR_COUNTS, Outcome, Precision
from huddinge_training.domain.scenario import OptionId
from huddinge_training.errors import SessionError

OPTIONS = tuple(OptionId(letter) for letter in "abc")
BEST = OPTIONS[0]
VOTERS = (4, 5, 6, 9, 10, 12)
NO_CARDS = (0, 0, 0)
CARDS = (NO_CARDS, (1, 0, 0), (1, 1, 1), (3, 0, 0), (0, 5, 0), (9, 0, 1), (20, 7, 0), (2, 30, 30))

Votes = dict[str, OptionId]
Seen = tuple[object, ...]


@dataclass(frozen=True)
class Round:
    """How the attacker runs one vote: who is let vote, what he types, what he presses."""

    leaves_out: frozenset[str] = frozenset()
    cards: tuple[int, int, int] = NO_CARDS
    first_alone: str = ""
    asks_for_cue: bool = False


def people(count: int) -> list[str]:
    """So many voters, and a newcomer at the end."""
    return [f"voter-{number}" for number in range(count)] + ["newcomer"]


def session_of(count: int) -> GroupSession:
    scenario = make_scenario("nyckeln")
    plan = GroupPlan(
        PlanId("p"), "Träffen", Length.SHORT, (PlannedCase(ModuleId("m"), scenario.id),), "Ledaren",
        expected_count=count + 1,
    )  # fmt: skip
    return GroupSession(plan, [scenario])


def place_of(session: GroupSession, kind: StepKind) -> int:
    return next(n for n, step in enumerate(session.steps) if step.kind is kind)


def vote(session: GroupSession, attack: Round, votes: Votes) -> Iterator[object]:
    """Plays one vote and yields what stands on the attacker's screen."""
    session.open_vote()
    ballot = session.ballot
    assert ballot is not None
    if attack.first_alone:
        ballot.cast(attack.first_alone, votes[attack.first_alone])
        session.close_vote()
        yield look(ballot)
        session.open_vote()
    for person, option in votes.items():
        if person not in attack.leaves_out:
            ballot.cast(person, option)
            yield ballot.phone_votes
    for option, typed in zip(OPTIONS, attack.cards, strict=True):
        ballot.type_in(option, typed)
    session.close_vote()
    yield look(ballot)
    if attack.asks_for_cue:
        cue = ballot.cue(BEST)
        yield cue
        if cue is not None:
            with pytest.raises(SessionError):
                session.open_vote()


def look(ballot: Ballot) -> object:
    return (ballot.stage, ballot.phone_votes, ballot.typed_votes, ballot.needs_one_way)


def played(count: int, attacks: Sequence[Round], votes: Votes) -> tuple[Seen, list[Outcome]]:
    """All that is seen of one session, and the results that were shown in it."""
    session = session_of(count)
    seen: list[object] = []
    for kind, attack in zip((StepKind.VOTE_1, StepKind.VOTE_2), attacks, strict=False):
        session.go_to(place_of(session, kind))
        seen += vote(session, attack, votes)
    session.go_to(place_of(session, StepKind.REVEAL))
    shown = session.reveal(0)
    for ballot in session.rounds(0):
        if ballot.stage is Stage.REVEALED:
            assert not ballot.can_be_reopened
    outcomes = [outcome for outcome in shown if outcome is not None]
    seen.append(repr(shown))
    return tuple(map(str, seen)), outcomes


def classes(count: int, attacks: Sequence[Round]) -> dict[tuple[bool, ...], list[str]]:
    """The voters by which votes they took part in: within a class they cannot be told apart."""
    found = defaultdict(list)
    for person in people(count):
        found[tuple(person not in attack.leaves_out for attack in attacks)].append(person)
    return found


def splits(size: int) -> list[tuple[int, int, int]]:
    """Every way in which so many can vote, as counts."""
    return [(a, b, size - a - b) for a in range(size + 1) for b in range(size - a + 1)]


def learned(count: int, attacks: Sequence[Round]) -> list[tuple[Seen, list[Outcome]]]:
    """Each thing seen after which the attacker knows somebody's vote, with what was shown."""
    groups = classes(count, attacks)
    voting = {key: group for key, group in groups.items() if any(key)}
    possible: dict[Seen, list[tuple[int | None, ...]]] = defaultdict(list)
    shown: dict[Seen, list[Outcome]] = {}
    for split in product(*(splits(len(group)) for group in voting.values())):
        votes: Votes = {}
        for group, counts in zip(voting.values(), split, strict=True):
            chosen = [o for o, number in zip(OPTIONS, counts, strict=True) for _ in range(number)]
            votes |= dict(zip(group, chosen, strict=True))
        seen, outcomes = played(count, attacks, votes)
        agreed = tuple(
            counts.index(sum(counts)) if sum(counts) in counts else None for counts in split
        )
        possible[seen].append(agreed)
        shown[seen] = outcomes
    return [
        (seen, shown[seen])
        for seen, ways in possible.items()
        if any(len(set(way)) == 1 and way[0] is not None for way in zip(*ways, strict=True))
    ]


def is_open_unanimity(outcomes: list[Outcome]) -> bool:
    """Whether ten or more people agree, in a result that is told in numbers."""
    return any(
        o.precision is Precision.COUNTS
        and o.counts is not None
        and max(o.counts.values()) == o.total
        and o.total >= FEWEST_FOR_COUNTS
        for o in outcomes
    )


def one_vote() -> list[Round]:
    """What can be tried in one vote; the newcomer stays out of it."""
    out = frozenset(["newcomer"])
    return [
        Round(out, cards, alone, cue)
        for cards in CARDS
        for alone in ("", "voter-0")
        for cue in (False, True)
    ]


def two_votes() -> list[tuple[Round, Round]]:
    """What can be tried with people who come and go between two votes."""
    out, all_ = frozenset(["newcomer"]), frozenset[str]()
    last, both = frozenset(["voter-0"]), frozenset(["voter-0", "newcomer"])
    pairs = [(out, out), (out, both), (both, out), (out, all_), (out, last)]
    return [
        (Round(first, asks_for_cue=cue), Round(second, cards))
        for first, second in pairs
        for cards in (NO_CARDS, (5, 0, 0), (1, 12, 0))
        for cue in (False, True)
    ]


@pytest.mark.parametrize("count", VOTERS)
def test_no_button_in_one_vote_tells_how_one_person_voted(count: int) -> None:
    for attack in one_vote():
        for seen, outcomes in learned(count, [attack]):
            # With cards among them the total is larger than the phones; then look at these.
            assert count >= FEWEST_FOR_COUNTS, (attack, seen)
            assert outcomes, (attack, seen)


@pytest.mark.parametrize("count", VOTERS)
def test_nobody_is_found_out_by_coming_or_going_between_two_votes(count: int) -> None:
    for attacks in two_votes():
        for seen, outcomes in learned(count, attacks):
            assert is_open_unanimity(outcomes) or attacks[1].cards != NO_CARDS, (attacks, seen)
            assert count + 1 >= FEWEST_FOR_COUNTS, (attacks, seen)


def test_the_attacker_of_this_test_is_able_to_find_somebody_out() -> None:
    """Of ten who all agree, counted, he knows each; the test would see a leak."""
    attack = Round(frozenset(["newcomer"]))
    found = learned(10, [attack])

    assert len(found) == len(OPTIONS)
    assert all(is_open_unanimity(outcomes) for _, outcomes in found)


def test_who_comes_between_the_votes_would_be_found_out_if_both_were_shown() -> None:
    """Both results side by side, as they are where the same phones voted both times."""
    session = session_of(11)
    votes = dict.fromkeys(people(10), OptionId("a"))
    for kind, left_out in ((StepKind.VOTE_1, "newcomer"), (StepKind.VOTE_2, "")):
        session.go_to(place_of(session, kind))
        list(vote(session, Round(frozenset([left_out])), votes))

    first, second = session.reveal(0)

    assert first is None
    assert second is not None
    assert second.total == 11
