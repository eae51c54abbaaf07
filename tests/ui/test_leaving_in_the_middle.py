"""An answer that is not finished is there again after leaving, and after a change of looks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from examples import response_of
from services.playing import written_by_another
from ui.answering import number_of
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.forms import KEPT_HALF_DONE, OpenForm, begin_answer, shown_parts, stand_before

from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.scenario import Grade
from huddinge_training.services.workspace import Sources

State = tuple[set[str], list[str], list[str]]

LOOKS: dict[str, Callable[[Preferences], Preferences]] = {
    "language": lambda preferences: replace(preferences, language="en"),
    "theme": lambda preferences: replace(preferences, theme="dark"),
    "text size": lambda preferences: replace(preferences, text_percent=200),
}


def state(desktop: Desktop) -> State:
    """What is chosen, how the parts stand, and what has been decided."""
    shown = shown_parts(desktop) if desktop.scenario_page.scenario.parts else []
    numbers = [part for part in shown if desktop.has(f"place_{part}")]
    assert [number_of(desktop, part) for part in numbers] == list(range(1, len(numbers) + 1))
    return desktop.chosen(), shown, [n for n in desktop.names() if n.startswith("taken_")]


def leave_for_another_place(desktop: Desktop, _open_desktop: OpenDesktop) -> Desktop:
    desktop.do("rail_my_data")
    desktop.do("rail_home")
    return desktop


def close_and_start_again(desktop: Desktop, open_desktop: OpenDesktop) -> Desktop:
    sources = desktop.workspace.sources
    desktop.close()
    return open_desktop(sources)


def go_back_and_on(desktop: Desktop, _open_desktop: OpenDesktop) -> Desktop:
    desktop.do("back")
    desktop.do("go_on")
    return desktop


@pytest.mark.parametrize("leave", [leave_for_another_place, close_and_start_again, go_back_and_on])
@pytest.mark.parametrize("form", KEPT_HALF_DONE)
def test_half_an_answer_is_there_again(
    open_form: OpenForm,
    open_desktop: OpenDesktop,
    form: str,
    leave: Callable[[Desktop, OpenDesktop], Desktop],
) -> None:
    desktop = open_form(form)
    untouched = state(desktop)
    begin_answer(desktop)
    begun, title = state(desktop), desktop.title
    assert begun != untouched
    desktop = leave(desktop, open_desktop)
    if desktop.has("next"):
        desktop.do("next")
    assert (state(desktop), desktop.title) == (begun, title)
    assert not desktop.has("rule_box")


@pytest.mark.parametrize("form", KEPT_HALF_DONE)
def test_what_was_begun_can_be_finished_after_coming_back(
    open_form: OpenForm, open_desktop: OpenDesktop, form: str
) -> None:
    desktop = open_form(form)
    begin_answer(desktop)
    desktop = close_and_start_again(desktop, open_desktop)
    desktop.do("next")
    desktop.answer(response_of(desktop.scenario_page.scenario, Grade.POOR))
    assert desktop.has("rule_box")
    desktop.do("go_on")
    if desktop.has("answer"):
        assert desktop.chosen() == set()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("form", [*KEPT_HALF_DONE, "choice"])
def test_another_look_loses_nothing(open_form: OpenForm, form: str, look: str) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    if form != "choice":
        begin_answer(desktop)
    if scenario.options:
        # Chosen but not decided: that is kept nowhere but on the page.
        open_radio = next(n for n in desktop.names() if n.startswith("radio_"))
        desktop.mark(open_radio.removeprefix("radio_"))
    begun, focused = state(desktop), desktop.focused
    assert begun[0] or begun[1]
    desktop.app.appearance.change(LOOKS[look](desktop.preferences))
    settle()
    assert state(desktop) == begun
    assert desktop.focused == focused
    assert not desktop.has("rule_box")


@pytest.mark.parametrize("form", [*KEPT_HALF_DONE, "choice"])
def test_an_answer_stays_answered_in_another_look(open_form: OpenForm, form: str) -> None:
    desktop = open_form(form)
    desktop.answer(response_of(desktop.scenario_page.scenario, Grade.POOR))
    answered, focused = state(desktop), desktop.focused
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    assert (state(desktop), desktop.focused) == (answered, focused)
    assert desktop.has("rule_box")


def test_half_an_answer_that_cannot_be_saved_is_a_sentence_and_stays_on_the_page(
    open_form: OpenForm,
) -> None:
    desktop = open_form("choose_all")
    part = shown_parts(desktop)[0]
    desktop.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    with written_by_another(desktop.workspace.database):
        desktop.do(f"check_{part}")
        assert desktop.words("answer_problem")
        assert desktop.chosen() == {f"check_{part}"}


def test_a_begun_answer_is_not_an_answer(open_desktop: OpenDesktop, sources: Sources) -> None:
    person = stand_before(sources, "sort")
    desktop = open_desktop(sources)
    learning = desktop.workspace.learning
    module = learning.overview(person).next_module
    assert module is not None
    before = learning.stored_answers(person, module.module.id)
    desktop.do("next")
    begin_answer(desktop)
    assert learning.stored_answers(person, module.module.id) == before
    assert desktop.has("answer")
