"""When a window that nobody touches is locked."""

from datetime import UTC, datetime, timedelta

import pytest

from huddinge_training.domain.idle import is_lock_time, lock_minutes, seconds_left

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("decided", "chosen", "is_needed", "expected"),
    [
        (0, 0, False, None),
        (0, 0, True, 5),
        (0, 15, False, 15),
        (0, 15, True, 15),
        (10, 0, False, 10),
        (10, 30, True, 10),
    ],
)
def test_it_comes_first_then_the_person_then_what_is_needed(
    decided: int, chosen: int, is_needed: bool, expected: int | None
) -> None:
    assert lock_minutes(decided=decided, chosen=chosen, is_needed=is_needed) == expected


def test_it_is_two_to_thirty_minutes() -> None:
    assert [minutes for minutes in range(40) if is_lock_time(minutes)] == [*range(2, 31)]


@pytest.mark.parametrize(
    ("idle", "left"), [(0, 300), (0.5, 300), (239, 61), (240, 60), (299.5, 1), (300, 0), (9999, 0)]
)
def test_the_seconds_are_counted_down(idle: float, left: int) -> None:
    assert seconds_left(5, NOON, NOON + timedelta(seconds=idle)) == left


def test_a_clock_that_was_set_back_gives_all_the_time_again() -> None:
    assert seconds_left(5, NOON, NOON - timedelta(hours=2)) == 300
