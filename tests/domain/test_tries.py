"""Wrong tries: five are free, then one waits, also after a clock that was wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from huddinge_training.domain.tries import NO_TRIES, Tries
from huddinge_training.errors import AccessDeniedError

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_five_are_free_and_the_fifth_brings_a_wait() -> None:
    tries = NO_TRIES
    for _ in range(4):
        tries = tries.one_more(NOON)
        assert tries.locked_until is None
    tries = tries.one_more(NOON)
    assert tries == Tries(5, NOON + timedelta(seconds=30))
    with pytest.raises(AccessDeniedError) as caught:
        tries.one_more(NOON + timedelta(seconds=1))
    assert caught.value.words.count == 29


def test_every_further_one_waits_twice_as_long_up_to_an_hour() -> None:
    tries, now, waits = Tries(4), NOON, []
    for _ in range(12):
        tries = tries.one_more(now)
        assert tries.locked_until is not None
        waits.append((tries.locked_until - now).seconds)
        now = tries.locked_until
    assert waits == [30, 60, 120, 240, 480, 960, 1920, *[3600] * 5]


def test_a_lock_of_a_wrong_clock_does_not_last_for_years() -> None:
    far = Tries(5, NOON + timedelta(days=400))
    assert far.one_more(NOON) == Tries(6, NOON + timedelta(seconds=60))


def test_setting_the_clock_back_does_not_open_a_lock() -> None:
    tries = Tries(5, NOON + timedelta(seconds=30))
    with pytest.raises(AccessDeniedError):
        tries.one_more(NOON - timedelta(minutes=10))
