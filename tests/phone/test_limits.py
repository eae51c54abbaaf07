"""How much clients may ask for: counts that shrink as time passes, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.phone.limits import ALL, Allowance, Limits

ONE, OTHER = b"one", b"other"


def test_a_client_has_its_own_share_and_all_have_one_together() -> None:
    allowance = Allowance(client=2, client_back=0, total=3, total_back=0)
    assert [allowance.take(ONE) for _ in range(3)] == [True, True, False]
    assert [allowance.take(OTHER) for _ in range(2)] == [True, False]


def test_time_gives_back_and_forgets() -> None:
    allowance = Allowance(client=2, client_back=0.5, total=10, total_back=1)
    allowance.take(ONE)
    allowance.take(ONE)
    allowance.pass_time(1)
    assert not allowance.take(ONE)
    allowance.pass_time(1)
    assert allowance.take(ONE)
    assert allowance.clients == 1
    allowance.pass_time(100)
    assert allowance.clients == 0


def test_what_has_ended_is_given_back() -> None:
    allowance = Allowance(client=1, client_back=0, total=1, total_back=0)
    allowance.take(ONE)
    allowance.give_back(ONE)
    assert allowance.clients == 0
    assert allowance.take(OTHER)


def test_the_total_can_be_lowered_but_not_raised() -> None:
    allowance = Allowance(client=9, client_back=0, total=2, total_back=0)
    allowance.lower_total(5)
    assert [allowance.take(ONE) for _ in range(3)] == [True, True, False]
    allowance.lower_total(1)
    allowance.give_back(ONE)
    assert not allowance.take(ONE)


@given(st.lists(st.tuples(st.sampled_from([ONE, OTHER]), st.floats(0, 2)), max_size=80))
def test_nobody_ever_has_more_than_the_share(asked: list[tuple[bytes, float]]) -> None:
    allowance = Allowance(client=3, client_back=1, total=5, total_back=2)
    taken = dict.fromkeys([ONE, OTHER, ALL], 0)
    passed = 0.0
    for client, seconds in asked:
        if allowance.take(client):
            taken[client] += 1
            taken[ALL] += 1
        allowance.pass_time(seconds)
        passed += seconds
    assert taken[ONE] <= 3 + passed and taken[OTHER] <= 3 + passed
    assert taken[ALL] <= 5 + 2 * passed


def test_an_address_cannot_be_told_from_what_stands_for_it() -> None:
    limits, others = Limits(), Limits()
    assert limits.client("10.0.0.1") == limits.client("10.0.0.1")
    assert limits.client("10.0.0.1") != limits.client("10.0.0.2")
    assert limits.client("10.0.0.1") != others.client("10.0.0.1")
    assert "salt" not in repr(limits)
