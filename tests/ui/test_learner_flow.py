"""Leaving and coming back: the same screen, and a word where the course has changed."""

import shutil
from pathlib import Path

import pytest
from examples import FakeClock, response_of
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle, sources_of
from ui.stages import FREE, VISION, begin, store_person

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.paths import bundled
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources


@pytest.fixture
def own_course(data_dir: Path, tmp_path: Path, clock: FakeClock) -> Sources:
    """A copy of the shipped course that the test can change."""
    quizzes = Path(shutil.copytree(bundled("quizzes"), tmp_path / "quizzes"))
    return sources_of(data_dir, clock, quizzes)


def has_answered_two(visit: Visit) -> bool:
    return len(visit.attempt.answers) == 2


def change(sources: Sources, scenario_id: str) -> None:
    """Rewords what the person reads in a scenario."""
    (file,) = sources.quizzes.rglob(f"{scenario_id}.yaml")
    text = file.read_text(encoding="utf-8")
    assert 'scene:\n  sv: "' in text
    file.write_text(text.replace('scene:\n  sv: "', 'scene:\n  sv: "Det är måndag. '), "utf-8")


def answered(sources: Sources, person: Person, desktop: Desktop) -> list[str]:
    stored = desktop.workspace.learning.stored_answers(person, ModuleId(VISION))
    return [str(answer.scenario_id) for answer in stored]


def test_a_changed_scenario_is_asked_again_and_one_sentence_says_so(
    own_course: Sources, open_desktop: OpenDesktop
) -> None:
    person = store_person(own_course)
    begin(own_course, person, VISION, until=has_answered_two)
    before = open_desktop(own_course)
    first, second = answered(own_course, person, before)
    before.close()
    change(own_course, first)
    desktop = open_desktop(own_course)
    desktop.do("next")
    assert desktop.words("course_changed")
    assert answered(own_course, person, desktop) == [second]
    notice = desktop.words("course_changed")
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    assert desktop.words("course_changed") == notice
    while not desktop.has("answer"):
        desktop.do("go_on")
        assert not desktop.has("course_changed")
    assert desktop.scenario_page.scenario.id == first
    desktop.answer("a")
    assert set(answered(own_course, person, desktop)) == {first, second}


def test_an_unchanged_course_says_nothing(own_course: Sources, open_desktop: OpenDesktop) -> None:
    person = store_person(own_course)
    begin(own_course, person, VISION, until=has_answered_two)
    desktop = open_desktop(own_course)
    desktop.do("next")
    assert not desktop.has("course_changed")


def test_every_screen_is_the_same_after_a_start(
    sources: Sources, person: Person, open_desktop: OpenDesktop
) -> None:
    desktop = open_desktop(sources)
    desktop.do(f"open_{FREE}")
    for _ in range(8):
        if desktop.has("answer"):
            desktop.answer(response_of(desktop.scenario_page.scenario))
        # Unfolded and on: what was confirmed is what counts.
        title, words = desktop.title, desktop.words("page_body")
        desktop.close()
        desktop = open_desktop(sources)
        desktop.do("next")
        assert (desktop.title, desktop.words("page_body")) == (title, words)
        desktop.do("go_on")


def test_going_back_through_a_module_shows_every_answer(
    sources: Sources, person: Person, open_desktop: OpenDesktop
) -> None:
    begin(sources, person, VISION, until=has_answered_two)
    desktop = open_desktop(sources)
    desktop.do("next")
    for _ in range(2):
        assert desktop.has("rule_box")
        desktop.do("back")
    assert not desktop.has("rule_box")
    settle()


def test_a_module_whose_files_are_gone_is_not_there_and_the_rest_works(
    own_course: Sources, open_desktop: OpenDesktop
) -> None:
    person = store_person(own_course)
    begin(own_course, person, VISION, until=has_answered_two)
    (own_course.quizzes / VISION / "module.yaml").write_text("id: [", encoding="utf-8")
    desktop = open_desktop(own_course)
    assert not desktop.has(f"open_{VISION}")
    assert desktop.has("open_karnvarden")
    desktop.do("next")
    assert desktop.has("go_on")


def test_a_situation_that_can_be_hard_to_read_says_so_first(
    own_course: Sources, open_desktop: OpenDesktop
) -> None:
    person = store_person(own_course)
    begin(own_course, person, VISION, until=has_answered_two)
    before = open_desktop(own_course)
    first, _second = answered(own_course, person, before)
    before.close()
    (file,) = own_course.quizzes.rglob(f"{first}.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kind:", "sensitivity: sensitive\nkind:", 1), "utf-8")
    desktop = open_desktop(own_course)
    desktop.do("next")
    while not desktop.has("answer"):
        desktop.do("go_on")
    assert desktop.scenario_page.scenario.id == first
    assert desktop.words("content_notice")
