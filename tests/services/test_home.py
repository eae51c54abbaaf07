"""How far a person is, and what comes next."""

from examples import (
    TODAY,
)
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
