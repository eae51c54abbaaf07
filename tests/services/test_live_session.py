"""The session that phones and the facilitator share: codes, tokens, votings, the list."""

import threading
from itertools import pairwise

import pytest
from phone.room import ATTEMPT, close_vote, go, make_live, open_vote

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.scenario import OptionId
from huddinge_training.errors import SessionError
from huddinge_training.services.live_session import LiveSession

A, B = OptionId("a"), OptionId("b")


@pytest.fixture
def live() -> LiveSession:
    return make_live()


def test_a_phone_with_the_code_gets_a_token_that_nobody_guesses(live: LiveSession) -> None:
    tokens = {live.join(live.code) for _ in range(12)}
    assert len(tokens) == 12
    assert min(len(token) for token in tokens) * 6 >= 128
    assert live.numbers.phones == 12


def test_a_phone_that_asks_again_keeps_its_one_seat(live: LiveSession) -> None:
    first = live.join(live.code, ATTEMPT)
    assert live.join(live.code, ATTEMPT) == first
    assert live.numbers.phones == 1
    assert ATTEMPT not in first


def test_the_same_attempt_gives_another_token_in_another_session(live: LiveSession) -> None:
    other = make_live()
    assert live.join(live.code, ATTEMPT) != other.join(other.code, ATTEMPT)


@pytest.mark.parametrize("code", ["", "1", "000000 ", "åäö123", "１２３４５６"])
def test_without_the_code_nobody_comes_in(live: LiveSession, code: str) -> None:
    live.code = "314159"
    with pytest.raises(SessionError, match="not the code"):
        live.join(code)
    assert live.numbers.phones == 0


def test_there_are_no_more_phones_than_people() -> None:
    live = make_live(people=2)
    live.join(live.code)
    token = live.join(live.code)
    with pytest.raises(SessionError, match="as many phones as people"):
        live.join(live.code)
    live.leave(token)
    assert live.join(live.code)


def test_a_vote_can_be_changed_until_the_voting_closes(live: LiveSession) -> None:
    token = live.join(live.code)
    with pytest.raises(SessionError, match="not open"):
        live.vote(token, A)
    open_vote(live)
    live.vote(token, A)
    live.vote(token, B)
    assert live.view(token).own_vote == B
    assert live.numbers.voted == 1
    assert live.numbers.stage is Stage.OPEN
    close_vote(live)
    with pytest.raises(SessionError, match="not open"):
        live.vote(token, A)
    assert live.view(token).own_vote is None
    assert live.view(token).stage is Stage.CLOSED


def test_a_vote_counts_only_in_the_voting_that_it_was_meant_for(live: LiveSession) -> None:
    token = live.join(live.code)
    open_vote(live)
    first = live.view(token).vote_id
    close_vote(live)
    open_vote(live)
    again = live.view(token).vote_id
    close_vote(live)
    open_vote(live, StepKind.VOTE_2)
    second = live.view(token).vote_id
    assert len({first, again, second, ""}) == 4
    for late in (first, again):
        with pytest.raises(SessionError, match="has ended"):
            live.vote(token, A, late)
    live.vote(token, A, second)
    assert live.numbers.voted == 1


def test_a_phone_of_another_session_sees_and_votes_nothing(live: LiveSession) -> None:
    other = make_live()
    stranger = other.join(other.code)
    open_vote(live)
    with pytest.raises(SessionError, match="has not joined"):
        live.view(stranger)
    with pytest.raises(SessionError, match="has not joined"):
        live.vote(stranger, A)


def test_a_phone_that_leaves_takes_its_open_vote_along(live: LiveSession) -> None:
    token = live.join(live.code)
    open_vote(live)
    live.vote(token, A)
    live.leave(token)
    assert live.numbers.voted == 0


def test_votes_change_no_version_but_every_step_does(live: LiveSession) -> None:
    token = live.join(live.code)
    open_vote(live)
    before = live.version
    live.vote(token, A)
    assert live.version == before
    close_vote(live)
    assert live.view(token).version == live.version > before


def test_listeners_hear_of_votes_and_steps_until_they_stop(live: LiveSession) -> None:
    heard: list[int] = []
    stop = live.listen(lambda: heard.append(live.numbers.voted))
    token = live.join(live.code)
    open_vote(live)
    live.vote(token, A)
    assert heard[-1] == 1
    stop()
    stop()
    count = len(heard)
    live.leave(token)
    assert len(heard) == count


def test_a_session_that_is_over_says_so_and_takes_nothing_more(live: LiveSession) -> None:
    token = live.join(live.code)
    open_vote(live)
    live.end()
    assert live.is_over
    assert live.view(token).is_over
    for act in (
        lambda: live.vote(token, A),
        lambda: live.join(live.code),
        lambda: live.check_in(live.check_in_code, "0042", ""),
    ):
        with pytest.raises(SessionError, match="The session is over"):
            act()


def test_the_list_at_the_door_takes_its_code_and_the_one_before_it(live: LiveSession) -> None:
    first = live.check_in_code
    assert live.check_in(first, "0042", "") == "Åsa Öman"
    second = live.renew_check_in_code()
    assert second != first
    live.check_in(first, "0043", "")
    live.renew_check_in_code()
    if first != live.check_in_code:
        with pytest.raises(SessionError, match="The code has changed"):
            live.check_in(first, "0044", "")
    names = live.look(lambda session: [a.name for a in session.attendance.present])
    assert names == ["Åsa Öman", "Bo Ek"]


def test_the_code_at_the_door_never_stays_the_same(live: LiveSession) -> None:
    codes = [live.check_in_code, *(live.renew_check_in_code() for _ in range(300))]
    assert all(one != following for one, following in pairwise(codes))


def test_many_threads_lose_no_vote(live: LiveSession) -> None:
    live.act(lambda session: setattr(session, "people_present", 200))
    tokens = [live.join(live.code) for _ in range(200)]
    open_vote(live)

    def vote(some: list[str]) -> None:
        for token in some:
            for option in (A, B, A):
                live.vote(token, option)

    threads = [threading.Thread(target=vote, args=(tokens[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert live.numbers.voted == 200
    close_vote(live)
    go(live, StepKind.REVEAL)
    first, _ = live.act(lambda session: session.reveal(0))
    assert first is not None and first.counts == {"a": 200, "b": 0, "c": 0}
