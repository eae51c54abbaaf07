"""A way through decisions: each shows what happens, and only the end shows why."""

import pytest
from examples import response_of
from PySide6.QtWidgets import QLabel, QPushButton
from services.playing import written_by_another
from ui.answering import choice_name, chosen_names, take_way
from ui.desktop import Desktop, Key
from ui.forms import OpenForm, longest_way, open_case

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import NOTHING, Response, way
from huddinge_training.domain.scenario import Decision, Grade, Option, Scenario
from huddinge_training.ui.widgets.grade_badge import GRADE_WORDS
from huddinge_training.ui.widgets.option_card import OptionCard

MOST_DECISIONS = 3


def has_most_decisions(scenario: Scenario) -> bool:
    return scenario.is_branching and longest_way(scenario).count("/") == MOST_DECISIONS - 1


@pytest.fixture
def at_fork(announced: list[str], desktop: Desktop) -> Desktop:
    """The first decision of the course's longest way, and what is announced from here on."""
    open_case(desktop, has_most_decisions)
    announced.clear()
    return desktop


def taken(desktop: Desktop, response: Response) -> tuple[tuple[Decision, Option], ...]:
    return way(desktop.scenario_page.scenario, response)


def attempt(desktop: Desktop) -> Attempt:
    return desktop.learner._open_visit.attempt


def box_of(decision: Decision) -> str:
    return f"taken_{decision.id or 'first'}"


def grades_seen(desktop: Desktop) -> list[str]:
    words = {desktop.say(word.msgid) for word in GRADE_WORDS.values()}
    labels = desktop.page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text() in words]


def open_cards(desktop: Desktop) -> list[OptionCard]:
    return [card for card in desktop.page.findChildren(OptionCard) if card.isVisible()]


def test_after_each_decision_stands_what_happens_and_nothing_about_how_good_it_was(
    at_fork: Desktop, announced: list[str]
) -> None:
    response = longest_way(at_fork.scenario_page.scenario)
    for number, (decision, option) in enumerate(taken(at_fork, response), start=1):
        assert at_fork.has("step_back") is (number > 1)
        at_fork.mark(choice_name(decision, option.id))
        at_fork.do("answer")
        words = at_fork.words(box_of(decision))
        assert option.text.sv in words
        assert option.consequence.sv in words
        assert at_fork.focused == box_of(decision)
        assert announced[-1] == f"{option.text.sv} {option.consequence.sv}"
        shown = at_fork.words("page_body")
        feedbacks = [o.feedback.sv for d, _ in taken(at_fork, response) for o in d.options]
        assert [feedback for feedback in feedbacks if feedback in shown] == []
        assert grades_seen(at_fork) == []
        assert not at_fork.has("rule_box")


def test_each_later_decision_has_its_own_situation_question_and_options(at_fork: Desktop) -> None:
    response = longest_way(at_fork.scenario_page.scenario)
    for decision, option in taken(at_fork, response):
        assert {card.option.id for card in open_cards(at_fork)} == {o.id for o in decision.options}
        if decision.id:
            assert at_fork.words(f"scene_{decision.id}") == decision.scene.sv
            assert decision.question.sv in at_fork.words("options")
        at_fork.mark(choice_name(decision, option.id))
        at_fork.do("answer")
    assert open_cards(at_fork) == []


def test_going_back_a_step_asks_the_same_decision_again(at_fork: Desktop) -> None:
    response = longest_way(at_fork.scenario_page.scenario)
    scenario = at_fork.scenario_page.scenario
    take_way(at_fork, scenario, response)
    for decision, _ in reversed(taken(at_fork, response)):
        at_fork.do("step_back")
        assert not at_fork.has(box_of(decision))
        assert {card.option.id for card in open_cards(at_fork)} == {o.id for o in decision.options}
        assert at_fork.chosen() == set()
        assert at_fork.focused.startswith("radio_")
    assert not at_fork.has("step_back")
    assert attempt(at_fork).begun == NOTHING


def test_the_end_of_the_way_is_said_and_its_button_says_see_why(at_fork: Desktop) -> None:
    response = longest_way(at_fork.scenario_page.scenario)
    scenario = at_fork.scenario_page.scenario
    before = at_fork.find(QPushButton, "answer").text()
    take_way(at_fork, scenario, response)
    assert at_fork.words("way_ends")
    assert at_fork.find(QPushButton, "answer").text() == at_fork.say("See why") != before
    assert at_fork.has("step_back")
    assert attempt(at_fork).begun == response
    assert response not in [a.response for a in attempt(at_fork).answers]
    at_fork.do("step_back")
    assert not at_fork.has("way_ends")
    assert at_fork.find(QPushButton, "answer").text() == before


def test_the_end_shows_the_grades_of_every_decision_and_why(
    at_fork: Desktop, announced: list[str]
) -> None:
    response = longest_way(at_fork.scenario_page.scenario)
    at_fork.answer(response)
    steps = taken(at_fork, response)
    assert len(open_cards(at_fork)) == sum(len(decision.options) for decision, _ in steps)
    assert len(grades_seen(at_fork)) == len(open_cards(at_fork))
    assert at_fork.chosen() == chosen_names(at_fork.scenario_page.scenario, response)
    for decision, option in steps:
        words = at_fork.words(f"explanation_{choice_name(decision, option.id)}")
        assert option.consequence.sv in words
        assert option.feedback.sv in words
        assert option.feedback.sv in announced[-1]
        if decision.id:
            assert at_fork.words(f"scene_{decision.id}") == decision.scene.sv
    first, chosen = steps[0]
    assert at_fork.focused == f"explanation_{choice_name(first, chosen.id)}"
    assert at_fork.has("rule_box")
    assert not at_fork.has("step_back")


def test_what_was_not_chosen_on_the_way_unfolds(at_fork: Desktop) -> None:
    response = longest_way(at_fork.scenario_page.scenario)
    at_fork.answer(response)
    decision, chosen = taken(at_fork, response)[1]
    other = next(option for option in decision.options if option.id != chosen.id)
    at_fork.do(f"unfold_{choice_name(decision, other.id)}")
    assert other.feedback.sv in at_fork.words(f"explanation_{choice_name(decision, other.id)}")


def test_another_way_after_a_step_back_is_the_one_that_counts(at_fork: Desktop) -> None:
    scenario = at_fork.scenario_page.scenario
    take_way(at_fork, scenario, response_of(scenario, Grade.POOR))
    at_fork.answer(response_of(scenario))
    assert attempt(at_fork).answers[-1].response == response_of(scenario)


def test_letters_and_digits_act_only_in_the_decision_that_is_open_and_focused(
    at_fork: Desktop,
) -> None:
    first, option = taken(at_fork, longest_way(at_fork.scenario_page.scenario))[0]
    at_fork.mark(choice_name(first, option.id))
    at_fork.do("answer")
    for key in (Key.Key_A, Key.Key_2):
        at_fork.press(key)  # the focus is on what happened
    at_fork.tab_to("answer")
    at_fork.press(Key.Key_B)
    assert at_fork.chosen() == set()
    cards = open_cards(at_fork)
    names = [card.radio.objectName() for card in cards]
    at_fork.mark(names[0].removeprefix("radio_"))
    for key, number in ((Key.Key_B, 1), (Key.Key_3, 2), (Key.Key_A, 0)):
        at_fork.press(key)
        assert at_fork.chosen() == {names[number]}
        assert at_fork.focused == names[number]
    assert at_fork.has(box_of(first))
    assert not at_fork.has("way_ends")


def test_enter_among_the_options_decides(at_fork: Desktop) -> None:
    first, option = taken(at_fork, longest_way(at_fork.scenario_page.scenario))[0]
    at_fork.mark(choice_name(first, option.id))
    at_fork.press(Key.Key_Return)
    assert at_fork.has(box_of(first))


def test_deciding_without_a_choice_asks_for_one(at_fork: Desktop) -> None:
    first, option = taken(at_fork, longest_way(at_fork.scenario_page.scenario))[0]
    at_fork.do("answer")
    assert at_fork.words("answer_problem")
    assert at_fork.focused == open_cards(at_fork)[0].radio.objectName()
    at_fork.mark(choice_name(first, option.id))
    at_fork.do("answer")
    assert not at_fork.has("answer_problem")
    at_fork.do("answer")
    assert at_fork.words("answer_problem")
    assert at_fork.has(box_of(first))


def test_a_step_that_cannot_be_saved_is_a_sentence_and_stays_here(open_form: OpenForm) -> None:
    desktop = open_form("way")
    first, option = taken(desktop, longest_way(desktop.scenario_page.scenario))[0]
    desktop.mark(choice_name(first, option.id))
    desktop.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    with written_by_another(desktop.workspace.database):
        desktop.do("answer")
        assert desktop.words("answer_problem")
        assert not desktop.has(box_of(first))
        assert desktop.is_on(f"radio_{choice_name(first, option.id)}")
    desktop.do("answer")
    assert desktop.has(box_of(first))
    assert not desktop.has("answer_problem")
