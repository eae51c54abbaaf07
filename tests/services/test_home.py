"""How far a person is, and what comes next."""

from dataclasses import replace
from datetime import timedelta

from examples import TODAY, FakeClock
from services.playing import answer_next, play

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.learning import Learning
from huddinge_training.services.overview import ModuleState

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")


def test_home_begins_with_the_first_module(learning: Learning, person: Person) -> None:
    overview = learning.overview(person)
    assert [m.module.id for m in overview.modules] == [KEYS, DOORS]
    assert {m.state for m in overview.modules} == {ModuleState.NOT_STARTED}
    assert {(m.answered, m.total) for m in overview.modules} == {(0, 6)}
    assert all(m.minutes > 0 for m in overview.modules)
    assert overview.next_module == overview.modules[0]
    assert overview.done_count == 0
    assert (overview.modules[0].due_on - TODAY).days == 90


def test_home_says_how_far_one_has_come(learning: Learning, person: Person) -> None:
    before = learning.overview(person).modules[1].minutes
    visit = learning.open_module(person, DOORS)
    for _ in range(5):
        answer_next(visit)
    overview = learning.overview(person)
    assert overview.modules[1].state is ModuleState.IN_PROGRESS
    assert (overview.modules[1].answered, overview.modules[1].total) == (5, 6)
    assert 1 <= overview.modules[1].minutes < before
    assert overview.next_module == overview.modules[1]


def test_home_says_what_is_done(learning: Learning, person: Person) -> None:
    play(learning.open_module(person, KEYS))
    overview = learning.overview(person)
    assert overview.modules[0].state is ModuleState.DONE
    assert overview.next_module == overview.modules[1]
    assert overview.done_count == 1
    play(learning.open_module(person, DOORS))
    assert learning.overview(person).next_module is None


def test_what_is_being_repeated_is_still_done(learning: Learning, person: Person) -> None:
    play(learning.open_module(person, KEYS))
    learning.open_module(person, KEYS)
    overview = learning.overview(person)
    assert overview.modules[0].state is ModuleState.IN_PROGRESS
    assert overview.done_count == 1


def test_home_says_when_the_next_repeat_comes(
    learning: Learning, person: Person, time: FakeClock
) -> None:
    assert learning.overview(person).next_repeat_on is None
    play(learning.open_module(person, KEYS))
    time.wait(days=7)
    play(learning.open_module(person, DOORS))
    assert learning.overview(person).next_repeat_on == TODAY + timedelta(days=28)
    time.wait(days=22)
    overview = learning.overview(person)
    assert [follow_up.module_id for follow_up in overview.due_follow_ups] == [KEYS]
    assert overview.next_repeat_on == TODAY + timedelta(days=35)


def test_whoever_wants_no_repeats_hears_of_none(learning: Learning, person: Person) -> None:
    play(learning.open_module(person, KEYS))
    overview = learning.overview(replace(person, wants_follow_ups=False))
    assert (overview.due_follow_ups, overview.next_repeat_on) == ((), None)


def test_every_module_knows_its_next_repeat(
    learning: Learning, person: Person, time: FakeClock
) -> None:
    assert learning.next_repeat(person, KEYS) is None
    play(learning.open_module(person, KEYS))
    assert learning.next_repeat(person, KEYS) == TODAY + timedelta(days=28)
    assert learning.next_repeat(person, DOORS) is None
    assert learning.next_repeat(replace(person, wants_follow_ups=False), KEYS) is None
    time.wait(days=30)
    (waiting,) = learning.overview(person).due_follow_ups
    play(learning.open_follow_up(person, waiting))
    assert learning.next_repeat(person, KEYS) == TODAY + timedelta(days=182)
