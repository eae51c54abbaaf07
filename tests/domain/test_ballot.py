"""A ballot: changed while it is open, counters after that, never voted on again once seen."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.ballot import Ballot, Stage
from huddinge_training.domain.outcome import Cue, Precision, Step, outcome
from huddinge_training.domain.scenario import OptionId
from huddinge_training.errors import SessionError

BEST, ACCEPTABLE, POOR = OPTIONS = tuple(OptionId(letter) for letter in "abc")


def voted(*counts: int, typed: tuple[int, ...] = ()) -> Ballot:
    """A closed ballot with so many votes by phone for each option, and by card."""
    ballot = Ballot(OPTIONS)
    ballot.open()
    for option, count in zip(OPTIONS, counts, strict=False):
        for number in range(count):
            ballot.cast(f"{option}-{number}", option)
    for option, count in zip(OPTIONS, typed, strict=False):
        ballot.type_in(option, count)
    ballot.close()
    return ballot


def test_a_vote_can_be_changed_until_the_ballot_closes() -> None:
    ballot = Ballot(OPTIONS)
    ballot.open()
    ballot.cast("one", BEST)
    ballot.cast("one", POOR)

    assert ballot.phone_votes == 1
    assert ballot.choice_of("one") == POOR
    ballot.close()
    assert ballot.choice_of("one") is None
    with pytest.raises(SessionError):
        ballot.cast("one", BEST)


def test_nobody_votes_before_it_opens_or_for_what_is_not_there() -> None:
    ballot = Ballot(OPTIONS)
    with pytest.raises(SessionError):
        ballot.cast("one", BEST)
    ballot.open()
    with pytest.raises(SessionError):
        ballot.cast("one", OptionId("z"))
    with pytest.raises(SessionError):
        ballot.open()


def test_a_phone_that_leaves_takes_its_vote_along() -> None:
    ballot = Ballot(OPTIONS)
    ballot.open()
    ballot.cast("one", BEST)
    ballot.withdraw("one")
    ballot.withdraw("nobody")

    assert ballot.phone_votes == 0


def test_a_phone_that_leaves_after_closing_changes_nothing() -> None:
    ballot = voted(6)
    ballot.withdraw("a-0")

    assert ballot.reveal().total == 6


def test_a_few_phones_beside_cards_are_neither_shown_nor_in_the_total() -> None:
    shown = outcome(OPTIONS, {BEST: 3}, {BEST: 4, POOR: 8})

    assert (shown.total, shown.precision) == (12, Precision.NOTHING)


def test_after_closing_no_token_is_left_in_the_ballot() -> None:
    ballot = Ballot(OPTIONS)
    ballot.open()
    tokens = [f"token-of-phone-{number}" for number in range(12)]
    for token in tokens:
        ballot.cast(token, BEST)
    ballot.close()

    held = [thing for thing in gc.get_referents(ballot.__dict__) if isinstance(thing, dict)]
    assert not any(token in thing for thing in held for token in tokens)
    assert not any(token in repr(ballot.__dict__) for token in tokens)


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_votes_show_nothing(count: int) -> None:
    shown = voted(count).reveal()

    assert (shown.precision, shown.steps, shown.counts) == (Precision.NOTHING, None, None)
    assert shown.total == count


def test_five_to_nine_votes_show_steps_and_ten_show_numbers() -> None:
    assert voted(5, 3, 1).reveal().steps == {
        BEST: Step.MANY, ACCEPTABLE: Step.SOME, POOR: Step.NONE
    }  # fmt: skip
    assert voted(5, 4, 1).reveal().counts == {BEST: 5, ACCEPTABLE: 4, POOR: 1}


def test_everybody_looks_like_all_but_one() -> None:
    assert voted(7).reveal().steps == voted(6, 1).reveal().steps


def test_a_few_phones_beside_cards_are_not_counted() -> None:
    ballot = voted(4, typed=(0, 10, 0))
    shown = ballot.reveal()

    assert ballot.phone_votes == 0
    assert (shown.total, shown.counts) == (10, {BEST: 0, ACCEPTABLE: 10, POOR: 0})


def test_while_a_few_phones_vote_beside_cards_it_asks_for_one_way() -> None:
    ballot = Ballot(OPTIONS)
    ballot.open()
    ballot.cast("one", BEST)
    asked = [ballot.needs_one_way]
    ballot.type_in(POOR, 3)
    asked.append(ballot.needs_one_way)
    for number in range(4):
        ballot.cast(f"other-{number}", BEST)
    asked.append(ballot.needs_one_way)

    assert asked == [False, True, False]


def test_phones_and_cards_are_one_count_from_ten_phones_on() -> None:
    assert voted(8, 2, typed=(1, 1, 1)).reveal().counts == {BEST: 9, ACCEPTABLE: 3, POOR: 1}


def test_cards_never_make_few_phones_more_exact() -> None:
    shown = voted(5, 1, typed=(20, 20, 20)).reveal()

    assert (shown.precision, shown.total) == (Precision.STEPS, 66)


def test_cards_alone_follow_the_same_floor() -> None:
    assert voted(typed=(2, 2, 0)).reveal().precision is Precision.NOTHING
    assert voted(typed=(3, 2, 0)).reveal().precision is Precision.STEPS
    assert voted(typed=(6, 4, 0)).reveal().counts == {BEST: 6, ACCEPTABLE: 4, POOR: 0}


@pytest.mark.parametrize("count", [-1, 201])
def test_a_typed_number_has_bounds(count: int) -> None:
    ballot = Ballot(OPTIONS)
    ballot.open()
    with pytest.raises(SessionError):
        ballot.type_in(BEST, count)
    assert ballot.typed_votes == 0


def test_reopening_forgets_every_vote() -> None:
    ballot = voted(6, 3, typed=(1, 0, 0))
    ballot.reopen()

    assert (ballot.phone_votes, ballot.typed_votes) == (0, 0)
    assert ballot.typed == dict.fromkeys(OPTIONS, 0)


def test_what_has_been_seen_is_not_voted_on_again() -> None:
    revealed, hinted = voted(6, 3), voted(6, 3)
    first = revealed.reveal()
    assert hinted.cue(BEST) is Cue.DIVIDED

    for ballot in (revealed, hinted):
        assert not ballot.can_be_reopened
        with pytest.raises(SessionError):
            ballot.reopen()
    assert revealed.reveal() == first


def test_a_cue_below_the_floor_says_nothing_and_closes_no_door() -> None:
    ballot = voted(3, 1)

    assert ballot.cue(BEST) is None
    assert ballot.can_be_reopened


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((2, 8), Cue.FEW), ((3, 7), Cue.DIVIDED), ((7, 3), Cue.DIVIDED), ((8, 2), Cue.MOST)],
)
def test_the_cue_follows_thirty_and_seventy_per_cent(
    counts: tuple[int, int], expected: Cue
) -> None:
    assert voted(*counts).cue(BEST) is expected


def test_the_same_voters_are_known_without_knowing_who() -> None:
    salt = b"s" * 32
    first, second, other = (Ballot(OPTIONS, salt) for _ in range(3))
    for ballot, tokens in ((first, "abc"), (second, "cba"), (other, "abd")):
        ballot.open()
        for token in tokens:
            ballot.cast(token, BEST)
        ballot.close()

    assert first.has_same_voters_as(second)
    assert not first.has_same_voters_as(other)
    assert not Ballot(OPTIONS).has_same_voters_as(Ballot(OPTIONS))


@given(
    votes=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(OPTIONS)), max_size=60),
    typed=st.lists(st.integers(0, 200), min_size=3, max_size=3),
)
def test_every_voter_counts_once_with_the_last_vote(
    votes: list[tuple[int, OptionId]], typed: list[int]
) -> None:
    ballot = Ballot(OPTIONS)
    ballot.open()
    last: dict[int, OptionId] = {}
    for phone, option in votes:
        ballot.cast(f"phone-{phone}", option)
        last[phone] = option
    for option, count in zip(OPTIONS, typed, strict=True):
        ballot.type_in(option, count)
    ballot.close()
    shown = ballot.reveal()

    assert ballot.stage is Stage.REVEALED
    dropped = 0 < len(last) < 5 and sum(typed) > 0
    phones = {} if dropped else last
    assert shown.total == len(phones) + sum(typed)
    if shown.counts is not None:
        for option, count in zip(OPTIONS, typed, strict=True):
            assert shown.counts[option] == count + list(phones.values()).count(option)
