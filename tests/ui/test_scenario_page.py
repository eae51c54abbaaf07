"""A scenario: choosing is not answering, and after the answer every option explains itself."""

import pytest
from examples import response_of
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from services.playing import written_by_another
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.stages import EQUAL, VISION, begin

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.scenario import Grade
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.learner.scenario_page import ScenarioPage
from huddinge_training.ui.widgets.grade_badge import GRADE_WORDS
from huddinge_training.ui.widgets.option_card import OptionCard


@pytest.fixture
def scenario(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """The first question of a module, asked."""
    begin(sources, person, VISION, until=lambda visit: visit.attempt.item_number == 0)
    desktop = open_desktop(sources)
    desktop.do("next")
    return desktop


@pytest.fixture
def dilemma(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """A dilemma, asked."""

    def is_at_dilemma(visit: Visit) -> bool:
        number = visit.attempt.item_number
        return number is not None and visit.attempt.items[number].boundary is not None

    begin(sources, person, EQUAL, until=is_at_dilemma)
    desktop = open_desktop(sources)
    desktop.do("next")
    return desktop


def cards(desktop: Desktop) -> list[OptionCard]:
    return desktop.page.findChildren(OptionCard)


def marked(desktop: Desktop) -> list[str]:
    return [str(card.option.id) for card in cards(desktop) if card.radio.isChecked()]


def unfolded(desktop: Desktop) -> list[str]:
    return sorted(card.option.id for card in cards(desktop) if card.is_unfolded)


def is_answered(desktop: Desktop) -> bool:
    return desktop.has("rule_box")


# --- Before the answer --------------------------------------------------------------------


def test_situation_question_and_options_stand_in_real_radio_buttons(scenario: Desktop) -> None:
    shown = scenario.scenario_page.scenario
    assert scenario.words("scene") == shown.scene.sv
    assert scenario.words("question") == shown.question.sv
    texts = {card.option.id: card.radio.accessibleName() for card in cards(scenario)}
    assert texts == {option.id: option.text.sv for option in shown.options}
    for card in cards(scenario):
        role = QAccessible.queryAccessibleInterface(card.radio).role()
        assert role == QAccessible.Role.RadioButton


def test_a_screen_reader_hears_situation_and_question_on_arrival_and_the_question_at_the_options(
    scenario: Desktop,
) -> None:
    shown = scenario.scenario_page.scenario
    heading = QAccessible.queryAccessibleInterface(scenario.find(QWidget, scenario.focused))
    read = heading.text(QAccessible.Text.Description)
    assert read == f"{shown.scene.sv} {shown.question.sv}"
    group = QAccessible.queryAccessibleInterface(cards(scenario)[0].radio).parent().parent()
    assert group.role() == QAccessible.Role.Form
    assert group.text(QAccessible.Text.Name) == shown.question.sv


def test_choosing_never_answers(scenario: Desktop) -> None:
    for option in "abc":
        scenario.mark(option)
        assert not is_answered(scenario)
        scenario.click(f"option_{option}")
        assert marked(scenario) == [option]
        assert not is_answered(scenario)


def test_answering_without_a_choice_asks_for_one_beside_the_button(scenario: Desktop) -> None:
    scenario.do("answer")
    assert scenario.words("answer_problem")
    assert scenario.focused.startswith("radio_")
    assert not is_answered(scenario)


def test_letters_and_digits_mark_only_among_the_options(scenario: Desktop) -> None:
    first, second, third = (card.option.id for card in cards(scenario))
    scenario.press(Key.Key_B)
    scenario.tab_to("answer")
    scenario.press(Key.Key_1)
    assert marked(scenario) == []
    scenario.mark(first)
    for key, option in ((Key.Key_B, second), (Key.Key_3, third), (Key.Key_A, first)):
        scenario.press(key)
        assert (marked(scenario), scenario.focused) == ([option], f"radio_{option}")
    scenario.press(Key.Key_D)
    assert marked(scenario) == [first]
    assert not is_answered(scenario)


def test_enter_answers_what_is_marked_and_asks_for_a_choice_where_nothing_is(
    scenario: Desktop,
) -> None:
    assert scenario.focused == "page_heading"
    scenario.press(Key.Key_Return)
    assert scenario.words("answer_problem")
    assert scenario.focused.startswith("radio_")
    scenario.press(Key.Key_Return)
    assert not is_answered(scenario)
    scenario.mark(cards(scenario)[0].option.id)
    scenario.press(Key.Key_Return)
    assert is_answered(scenario)


def test_enter_goes_on_once_the_answer_is_told_but_not_while_it_is_held_down(
    scenario: Desktop,
) -> None:
    place = scenario.words("place")
    scenario.mark(cards(scenario)[0].option.id)
    scenario.press(Key.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Modifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(scenario.find(QWidget, scenario.focused), held)
    assert (scenario.words("place"), is_answered(scenario)) == (place, True)
    scenario.press(Key.Key_Return)
    assert not is_answered(scenario)
    assert scenario.words("place") != place


def test_enter_on_another_button_presses_that_one(scenario: Desktop) -> None:
    place = scenario.words("place")
    scenario.answer("a")
    scenario.tab_to("unfold_b")
    scenario.press(Key.Key_Return)
    assert scenario.words("place") == place
    assert unfolded(scenario) == ["a", "b"]


def test_the_way_back_stands_above_the_heading_before_and_after_the_answer(
    scenario: Desktop,
) -> None:
    def top(name: str) -> int:
        return scenario.find(QWidget, name).mapTo(scenario.window, QPoint(0, 0)).y()

    def is_first() -> bool:
        back = scenario.find(QWidget, "back").mapTo(scenario.page, QPoint(0, 0))
        heading = scenario.find(QWidget, "page_heading").mapTo(scenario.page, QPoint(0, 0))
        return top("back") < top("place") < top("page_heading") and back.x() <= heading.x()

    assert is_first()
    scenario.answer("a")
    assert is_first()


def test_a_screen_reader_is_told_which_button_enter_presses(scenario: Desktop) -> None:
    def is_default(name: str) -> bool:
        button = scenario.find(QPushButton, name)
        return bool(QAccessible.queryAccessibleInterface(button).state().defaultButton)

    assert is_default("answer")
    scenario.answer("a")
    assert is_default("go_on")
    assert not is_default("raise_question")


def test_tab_comes_back_to_the_marked_option(scenario: Desktop) -> None:
    last = cards(scenario)[-1].option.id
    scenario.mark(last)
    scenario.press(Key.Key_Plus, Modifier.ControlModifier)
    scenario.tab_to("answer")
    scenario._tab_until(lambda: scenario.focused.startswith("radio_"), "an option")
    assert scenario.focused == f"radio_{last}"


def test_a_mark_stays_when_the_text_grows(scenario: Desktop) -> None:
    scenario.mark("b")
    scenario.press(Key.Key_Plus, Modifier.ControlModifier)
    assert (marked(scenario), scenario.focused) == (["b"], "radio_b")


def test_the_title_says_module_and_question(scenario: Desktop) -> None:
    module = scenario.workspace.loaded_course.course.module(ModuleId(VISION))
    assert scenario.title.startswith(f"{module.title.sv} – ")
    assert scenario.words("place") in scenario.title


# --- After it -----------------------------------------------------------------------------


def test_every_option_shows_its_grade_in_word_and_picture(scenario: Desktop) -> None:
    scenario.answer("a")
    for card in cards(scenario):
        assert card.option.grade is not None
        word = scenario.app.presentation.language.say(GRADE_WORDS[card.option.grade])
        labels = [label for label in card.findChildren(QLabel) if label.isVisible()]
        assert word in [label.text() for label in labels]
        assert any(not label.pixmap().isNull() for label in labels)
        assert word in card.radio.accessibleName()
    pictures = {
        card.option.grade: bytes(label.pixmap().toImage().constBits())
        for card in cards(scenario)
        for label in card.findChildren(QLabel)
        if not label.pixmap().isNull()
    }
    assert len(set(pictures.values())) == len(pictures) == 3


@pytest.mark.parametrize("grade", list(Grade))
def test_only_the_chosen_option_unfolds_and_the_focus_goes_there(
    scenario: Desktop, grade: Grade
) -> None:
    chosen = response_of(scenario.scenario_page.scenario, grade)
    scenario.answer(chosen)
    assert unfolded(scenario) == [chosen]
    assert scenario.focused == f"explanation_{chosen}"
    (option,) = (o for o in scenario.scenario_page.scenario.options if str(o.id) == chosen)
    words = scenario.words(f"explanation_{chosen}")
    assert option.consequence.sv in words
    assert option.feedback.sv in words
    mine = [scenario.say("Your choice") in scenario.words(f"option_{o}") for o in "abc"]
    assert mine == [option == chosen for option in "abc"]


def test_each_other_option_unfolds_by_key_and_by_click(scenario: Desktop) -> None:
    scenario.answer("a")
    scenario.do("unfold_b")
    assert unfolded(scenario) == ["a", "b"]
    assert scenario.scenario_page.scenario.options[1].feedback.sv in scenario.words("explanation_b")
    assert scenario.focused == "unfold_b"
    scenario.click("unfold_c")
    assert unfolded(scenario) == ["a", "b", "c"]
    scenario.tab_to("unfold_b")
    scenario.press(Key.Key_Space)
    assert unfolded(scenario) == ["a", "c"]


def test_the_button_that_unfolds_says_what_it_does_and_about_which_option(
    scenario: Desktop,
) -> None:
    scenario.answer("a")
    unfold = scenario.find(QPushButton, "unfold_b")
    before = unfold.text()
    interface = QAccessible.queryAccessibleInterface(unfold)
    option = scenario.scenario_page.scenario.options[1]
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Description) == option.text.sv
    assert interface.text(QAccessible.Text.Name) == before
    scenario.do("unfold_b")
    assert unfold.text() == interface.text(QAccessible.Text.Name) != before


def test_what_is_unfolded_stays_when_the_text_grows(scenario: Desktop) -> None:
    scenario.answer("a")
    scenario.do("unfold_b")
    scenario.press(Key.Key_Plus, Modifier.ControlModifier)
    assert unfolded(scenario) == ["a", "b"]
    assert scenario.focused == "unfold_b"
    assert is_answered(scenario)


def test_the_rule_stands_with_its_check_date_and_whom_to_ask(scenario: Desktop) -> None:
    scenario.answer("b")
    shown = scenario.scenario_page.scenario
    words = scenario.words("rule_box")
    for rule in shown.rules:
        assert rule.plain.sv in words
        assert rule.title.sv in words
        assert rule.checked.isoformat() in words
    for ask in shown.ask:
        assert ask.contact.title.sv in words


def test_an_answer_cannot_be_changed_by_any_key_or_click(scenario: Desktop) -> None:
    scenario.answer("a")
    scenario.click("option_b")
    scenario.press(Key.Key_B)
    QTest.keyClick(scenario.find(QRadioButton, "radio_b"), Key.Key_Space)
    settle()
    assert marked(scenario) == ["a"]
    scenario.do("go_on")
    scenario.do("back")
    assert marked(scenario) == ["a"]
    assert unfolded(scenario) == ["a"]
    assert scenario.focused == "page_heading"


def test_an_answer_that_cannot_be_saved_is_a_sentence_and_the_mark_stays(
    scenario: Desktop,
) -> None:
    scenario.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    with written_by_another(scenario.workspace.database):
        scenario.answer("b")
        assert scenario.words("answer_problem")
        assert marked(scenario) == ["b"]
        assert not is_answered(scenario)
        scenario.press(Key.Key_Plus, Modifier.ControlModifier)
        assert scenario.words("answer_problem")
    scenario.do("answer")
    assert is_answered(scenario)
    assert not scenario.has("answer_problem")


def test_a_poor_answer_on_a_critical_objective_brings_a_different_one_two_items_later(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    def is_critical(visit: Visit) -> bool:
        number = visit.attempt.item_number
        if number is None or number < len(visit.attempt.answers):
            return False
        objective = visit.module.objective(visit.attempt.items[number].objective)
        return objective.critical

    begin(sources, person, EQUAL, until=is_critical)
    desktop = open_desktop(sources)
    desktop.do("next")
    failed = desktop.scenario_page.scenario
    desktop.answer(response_of(failed, Grade.POOR))
    later = []
    while True:
        desktop.do("go_on")
        if not isinstance(desktop.page, ScenarioPage):
            break
        later.append(desktop.scenario_page.scenario)
        desktop.answer(response_of(later[-1]))
    on_it = [n for n, s in enumerate(later, 1) if s.objective == failed.objective]
    assert on_it
    assert on_it[0] >= 2
    assert failed.id not in [scenario.id for scenario in later]


# --- Dilemmas -----------------------------------------------------------------------------


def test_a_dilemma_shows_no_grade_but_perspectives_and_the_boundary(dilemma: Desktop) -> None:
    chosen = cards(dilemma)[0].option.id
    dilemma.answer(chosen)
    language = dilemma.app.presentation.language
    words = dilemma.words("page_body")
    assert not [grade for grade in GRADE_WORDS.values() if language.say(grade) in words]
    shown = dilemma.scenario_page.scenario
    assert shown.boundary is not None
    assert shown.boundary.sv in dilemma.words("dilemma_ending")
    assert len(shown.perspectives) >= 3
    for perspective in shown.perspectives:
        assert perspective.stake.sv in dilemma.words("dilemma_ending")
    assert unfolded(dilemma) == [chosen]


def test_a_dilemma_shows_its_ending_only_after_the_answer(dilemma: Desktop) -> None:
    assert not dilemma.has("dilemma_ending")
    assert not dilemma.has("rule_box")
