"""A question about a scenario: kept in a file, without a name, and never lost by mistake."""

import pytest
from examples import TODAY
from PySide6.QtWidgets import QPlainTextEdit
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.stages import AMINA, VISION, begin
from ui.test_profile_form import personal_number

from huddinge_training.domain.person import Person
from huddinge_training.services.workspace import Sources


@pytest.fixture
def question(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    begin(sources, person, VISION, until=lambda visit: visit.attempt.item_number == 0)
    desktop = open_desktop(sources)
    desktop.do("next")
    desktop.answer("a")
    desktop.do("raise_question")
    return desktop


def test_a_question_is_kept_with_its_scenario_and_without_a_name(question: Desktop) -> None:
    question.fill("question_text", "Vem är Tuva?")
    question.do("save_question")
    file = question.workspace.questions.file
    kept = file.read_text(encoding="utf-8")
    shown = question.scenario_page.scenario
    assert kept == f"{TODAY.isoformat()} {shown.id} v{shown.version}\nVem är Tuva?\n\n"
    assert AMINA.name.split()[0] not in kept
    assert str(file) in question.words("page_message")
    assert question.has("explanation_a")


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001, personal_number()])
def test_what_cannot_be_kept_is_said_at_the_text_which_stays(question: Desktop, text: str) -> None:
    question.find(QPlainTextEdit, "question_text").setPlainText(text)
    question.do("save_question")
    question.do("save_question")
    assert question.words("question_problem")
    assert question.find(QPlainTextEdit, "question_text").toPlainText() == text
    assert not question.workspace.questions.file.exists()


def test_back_keeps_nothing_and_shows_the_scenario_as_it_was(question: Desktop) -> None:
    question.fill("question_text", "Hm")
    question.do("back")
    assert question.has("explanation_a")
    assert not question.workspace.questions.file.exists()


def test_tab_leaves_the_text_and_the_text_stays_when_it_grows(question: Desktop) -> None:
    question.fill("question_text", "Första raden")
    question.press(Key.Key_Return)
    question.write("andra")
    question.press(Key.Key_Plus, Modifier.ControlModifier)
    editor = question.find(QPlainTextEdit, "question_text")
    assert editor.toPlainText() == "Första raden\nandra"
    assert question.focused == "question_text"
    question.press(Key.Key_Tab)
    assert question.focused == "save_question"
