"""The parts of the compass and of the goals: what each says, and how far one is in it."""

from collections.abc import Callable

import pytest
from examples import SOURCE, make_course, make_module
from pictures import make_goals, make_values
from services.playing import answer_next, play

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.language import Text
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning
from huddinge_training.services.overview import ModuleState
from huddinge_training.services.pictures import PartKind, PicturePart, compass_parts, goal_parts
from huddinge_training.storage.database import Database

NOT_STARTED, IN_PROGRESS, DONE = ModuleState
KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")
Parts = Callable[[], dict[str, PicturePart]]


@pytest.fixture
def course() -> Course:
    """Principle 2 is taught by "nycklar", the core values by "dorrar", the rest by no module."""
    return make_course(
        make_module("nycklar", principle=2),
        make_module("dorrar"),
        values=make_values(),
        goals=make_goals(),
    )


@pytest.fixture
def learning(database: Database, course: Course, clock: Clock) -> Learning:
    return Learning(database, course, clock)


@pytest.fixture
def compass(learning: Learning, person: Person) -> Parts:
    """The parts as they are at the moment of asking."""
    return lambda: {
        part.id: part for part in compass_parts(learning.course, learning.overview(person))
    }


def test_the_compass_goes_round_the_ring_then_the_needle_then_to_the_middle(
    compass: Parts,
) -> None:
    parts = compass()
    assert [(part.id, part.kind, part.number) for part in parts.values()] == [
        ("ett", PartKind.PRINCIPLE, 1),
        ("två", PartKind.PRINCIPLE, 2),
        ("tre", PartKind.PRINCIPLE, 3),
        ("driv", PartKind.CORE_VALUE, 0),
        ("mod", PartKind.CORE_VALUE, 0),
        ("krockar", PartKind.DILEMMAS, 0),
    ]
    assert parts["mod"].quote == Text("Om mod.", "About mod.")
    assert {part.source for part in parts.values()} == {SOURCE}


def test_nothing_is_coloured_in_at_the_start(compass: Parts) -> None:
    parts = compass()
    assert {part.state for part in parts.values()} == {NOT_STARTED}
    assert [id_ for id_, part in parts.items() if part.module is None] == ["ett", "tre", "krockar"]


def test_a_principle_follows_its_module_and_all_values_follow_theirs(
    compass: Parts, learning: Learning, person: Person
) -> None:
    play(learning.open_module(person, KEYS))
    answer_next(learning.open_module(person, DOORS))
    states = {id_: part.state for id_, part in compass().items()}
    assert states == {
        "ett": NOT_STARTED, "två": DONE, "tre": NOT_STARTED,
        "driv": IN_PROGRESS, "mod": IN_PROGRESS, "krockar": NOT_STARTED,
    }  # fmt: skip


def test_what_is_done_again_stays_coloured_in(
    compass: Parts, learning: Learning, person: Person
) -> None:
    play(learning.open_module(person, KEYS))
    learning.open_module(person, KEYS)
    assert compass()["två"].state is DONE


def test_the_middle_follows_the_module_of_the_dilemmas(
    database: Database, clock: Clock, person: Person
) -> None:
    course = make_course(make_module("krockar"), values=make_values())
    learning = Learning(database, course, clock)
    play(learning.open_module(person, ModuleId("krockar")))
    *_, middle = compass_parts(course, learning.overview(person))
    assert (middle.kind, middle.state) == (PartKind.DILEMMAS, DONE)


def test_a_course_without_values_has_no_compass(learning: Learning, person: Person) -> None:
    assert compass_parts(make_course(), learning.overview(person)) == ()


def test_the_goals_go_from_the_vision_down_to_what_carries_it(
    learning: Learning, person: Person
) -> None:
    parts = goal_parts(make_goals(), learning.overview(person))
    assert [(part.id, part.kind) for part in parts] == [
        ("vision", PartKind.VISION),
        ("sikte", PartKind.AIM),
        ("skola", PartKind.GOAL),
        ("vard", PartKind.GOAL),
        ("varden", PartKind.SHARED_VALUES),
        ("ekonomi", PartKind.STRATEGIC_GOAL),
        ("organisation", PartKind.ORGANISATION),
        ("sikt", PartKind.TERMS),
    ]


def test_a_goal_without_words_of_its_own_is_told_by_those_of_its_group(
    learning: Learning, person: Person
) -> None:
    parts = {part.id: part for part in goal_parts(make_goals(), learning.overview(person))}
    assert parts["skola"].quote == Text("Alla mal.", "All mal.")
    assert parts["skola"].question == Text("Vem lär sig?", "Who learns?")
    assert parts["vard"].quote == Text("Om vard.", "About vard.")
    assert parts["ekonomi"].quote == parts["organisation"].quote


def test_the_goals_follow_the_module_that_teaches_them(learning: Learning, person: Person) -> None:
    def states() -> set[ModuleState]:
        parts = goal_parts(make_goals(), learning.overview(person))
        return {part.state for part in parts}

    assert states() == {NOT_STARTED}
    play(learning.open_module(person, KEYS))
    assert states() == {DONE}
