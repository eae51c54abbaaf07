"""One rule for Enter: it presses the page's first action, but nothing that is still unread."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from ui.desktop import Desktop, Key, OpenDesktop
from ui.forms import OpenForm
from ui.sharing import BO, store_people
from ui.stages import AMINA, VISION, begin
from ui.test_end_page import end_of
from ui.test_first_start import fill_in

from huddinge_training.domain.person import Person
from huddinge_training.services.workspace import Sources

AT_ONCE, SOON, DELIBERATE = 0.0, 0.59, 0.6


@pytest.fixture
def scenario(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """The first question of a module, with an option marked."""
    begin(sources, person, VISION, until=lambda visit: visit.attempt.item_number == 0)
    desktop = open_desktop(sources)
    desktop.do("next")
    desktop.mark("a")
    return desktop


@pytest.fixture
def start(first_start: Desktop) -> Desktop:
    """The last page of the first start."""
    first_start.do("go_on")
    fill_in(first_start)
    first_start.do("go_on")
    return first_start


# --- Twice at once --------------------------------------------------------------------------


@pytest.mark.parametrize("after", [AT_ONCE, SOON])
def test_enter_twice_leaves_the_feedback_to_be_read(scenario: Desktop, after: float) -> None:
    place = scenario.words("place")
    scenario.press(Key.Key_Return)
    scenario.press(Key.Key_Return, after=after)
    assert (scenario.has("explanation_a"), scenario.words("place")) == (True, place)


def test_a_later_enter_goes_on_from_the_feedback(scenario: Desktop) -> None:
    place = scenario.words("place")
    scenario.press(Key.Key_Return)
    scenario.press(Key.Key_Return, after=DELIBERATE)
    assert scenario.words("place") != place


def test_enter_twice_at_the_end_stays_on_the_first_page_of_the_next_module(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    end = end_of(VISION, open_desktop, sources, person)
    end.press(Key.Key_Return)
    heading = end.words("page_heading")
    end.press(Key.Key_Return, after=AT_ONCE)
    assert end.words("page_heading") == heading
    end.press(Key.Key_Return)
    assert end.words("page_heading") != heading


def test_a_mistake_is_corrected_as_quickly_as_one_likes(scenario: Desktop) -> None:
    """Only a new action has to be read first: being told what is missing leaves the old one."""
    for _ in ("answers", "goes on", "is told that something is missing"):
        scenario.press(Key.Key_Return)
    assert scenario.has("answer_problem")
    scenario.press(Key.Key_Space, after=AT_ONCE)
    scenario.press(Key.Key_Return, after=AT_ONCE)
    assert scenario.has("rule_box")


# --- What one chooses with --------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_on_a_tick_box_enter_does_nothing(start: Desktop, key: Key) -> None:
    start.tab_to("wants_follow_ups")
    start.press(key)
    assert start.is_on("wants_follow_ups")
    assert start.has("start")
    start.tab_to("start")
    start.press(key)
    assert not start.has("start")


def test_on_a_radio_button_enter_goes_on(first_start: Desktop) -> None:
    first_start.tab_to("language_sv")
    first_start.press(Key.Key_Return)
    assert first_start.words("page_heading") == first_start.say("Who are you?")


def test_on_a_radio_button_of_a_case_to_sort_enter_says_which_is_missing(
    open_form: OpenForm,
) -> None:
    desktop = open_form("sort")
    asked = desktop.scenario_page.scenario
    desktop.mark(f"{asked.parts[0].id}_{asked.groups[0].id}")
    desktop.press(Key.Key_Return)
    assert desktop.has("answer_problem")
    assert desktop.focused.startswith("radio_")


# --- The same on every page that one goes through -----------------------------------------------


def test_enter_goes_on_from_a_field_of_who_one_is(first_start: Desktop) -> None:
    first_start.do("go_on")
    fill_in(first_start)
    assert first_start.focused == "unit_search"
    assert first_start.words("page_heading") == first_start.say("Who are you?")
    first_start.press(Key.Key_Return)
    assert first_start.words("page_heading") == first_start.say("Ready to start")


def test_enter_on_a_hit_takes_the_unit_without_going_on(first_start: Desktop) -> None:
    first_start.do("go_on")
    first_start.fill("unit_search", "skola")
    first_start.press(Key.Key_Down)
    assert first_start.focused == "unit_hits"
    first_start.press(Key.Key_Return)
    assert first_start.words("unit_chosen")
    assert not first_start.has("form_summary")


def test_enter_leads_back_from_the_goals(desktop: Desktop) -> None:
    desktop.do("goals")
    desktop.press(Key.Key_Return)
    assert desktop.has("next")


def test_enter_saves_a_question_but_is_a_new_line_in_its_text(scenario: Desktop) -> None:
    scenario.do("answer")
    scenario.do("raise_question")
    scenario.fill("question_text", "Vem är Tuva?")
    scenario.press(Key.Key_Return)
    assert scenario.find(QPlainTextEdit, "question_text").toPlainText() == "Vem är Tuva?\n"
    scenario.press(Key.Key_F6)
    scenario.press(Key.Key_F6)
    assert scenario.focused == "page_heading"
    scenario.press(Key.Key_Return)
    assert scenario.workspace.questions.file.exists()


def test_enter_starts_for_a_guest(open_desktop: OpenDesktop, sources: Sources) -> None:
    store_people(sources, AMINA, BO)
    desktop = open_desktop(sources)
    desktop.do("guest")
    desktop.press(Key.Key_Return)
    assert desktop.words("role_problem")
