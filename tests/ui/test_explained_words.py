"""Words of the trade are explained: by a click in the text, or by a button below it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from ui.desktop import Desktop, Key, Modifier, settle
from ui.forms import open_case

from huddinge_training.domain.course import GlossaryTerm, Module
from huddinge_training.domain.glossary import Glossary
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Text

SMALLEST = (360, 480)


def explained(desktop: Desktop, text: str) -> dict[str, GlossaryTerm]:
    """The words that a text has in the language of the window."""
    terms = desktop.workspace.loaded_course.course.glossary
    found = Glossary(terms, desktop.preferences.language).find(text)
    return {f.term.id: f.term for f in found}


def in_both_languages(desktop: Desktop, text: Text) -> set[str]:
    terms = desktop.workspace.loaded_course.course.glossary
    return set.intersection(
        *(
            {found.term.id for found in Glossary(terms, code).find(text.in_language(code))}
            for code in ("sv", "en")
        )
    )


@pytest.fixture
def reading(announced: list[str], desktop: Desktop) -> Desktop:
    """A reading screen with some explained words, the first of all in both languages."""
    module, number = _rich_reading(desktop)
    desktop.learner.open_module(module.id)
    settle()
    for _ in range(number):
        desktop.do("go_on")
    announced.clear()
    return desktop


def _rich_reading(desktop: Desktop) -> tuple[Module, int]:
    for module in desktop.workspace.loaded_course.course.modules:
        for number, screen in enumerate(module.reading):
            if screen.text and len(in_both_languages(desktop, screen.text)) >= 2:
                return module, number
    raise LookupError("no reading has two words that are explained in both languages")


def text_of(desktop: Desktop) -> Text:
    (text,) = (
        screen.text
        for module in desktop.workspace.loaded_course.course.modules
        for screen in module.reading
        if screen.text and screen.text.sv == desktop.words("reading_text")
    )
    return text


@pytest.fixture
def word(reading: Desktop) -> GlossaryTerm:
    """A word of the screen that is explained in both languages."""
    text = text_of(reading)
    term_id = min(in_both_languages(reading, text))
    return explained(reading, text.sv)[term_id]


def name_of(desktop: Desktop, word: GlossaryTerm) -> str:
    button = desktop.find(QPushButton, f"word_{word.id}")
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def place_of_link(label: QLabel, term_id: str) -> QPoint:
    """Where the mouse finds the link in a text."""
    hovered: list[str] = []
    label.linkHovered.connect(hovered.append)
    for y in range(4, label.height(), 8):
        for x in range(2, label.width(), 6):
            QTest.mouseMove(label, QPoint(x, y))
            if hovered and hovered[-1] == term_id:
                return QPoint(x, y)
    raise AssertionError(f"no link to {term_id} in the text")


def test_every_word_has_a_button_with_the_word_that_says_what_it_does(reading: Desktop) -> None:
    words = explained(reading, text_of(reading).sv)
    shown = [name for name in reading.names() if name.startswith("word_")]
    assert shown == sorted(f"word_{id_}" for id_ in words)
    for term in words.values():
        assert reading.find(QPushButton, f"word_{term.id}").text() == term.term.sv
        assert name_of(reading, term) == reading.say("{word}: show the explanation", word=term.term)
    assert not [name for name in reading.names() if name.startswith("explained_")]


def test_a_click_on_the_word_in_the_text_explains_it_and_another_hides_it(
    reading: Desktop, word: GlossaryTerm, announced: list[str]
) -> None:
    label = reading.find(QLabel, "reading_text")
    place = place_of_link(label, word.id)
    reading.click("reading_text", place)
    words = reading.words(f"explained_{word.id}")
    assert word.plain.sv in words
    assert word.term.sv in words
    assert str(word.term.en) in words
    assert word.plain.sv in announced[-1]
    reading.click("reading_text", place)
    assert not reading.has(f"explained_{word.id}")
    assert len(announced) == 1


def test_the_button_explains_by_keyboard_and_hides_again(
    reading: Desktop, word: GlossaryTerm, announced: list[str]
) -> None:
    reading.do(f"word_{word.id}")
    assert word.plain.sv in reading.words(f"explained_{word.id}")
    assert reading.focused == f"word_{word.id}"
    assert len(announced) == 1
    assert word.plain.sv in announced[0]
    assert name_of(reading, word) == reading.say("{word}: hide the explanation", word=word.term)
    reading.press(Key.Key_Space)
    assert not reading.has(f"explained_{word.id}")
    assert name_of(reading, word) == reading.say("{word}: show the explanation", word=word.term)


def test_an_explanation_comes_into_sight_in_the_smallest_window(
    reading: Desktop, word: GlossaryTerm
) -> None:
    reading.window.resize(*SMALLEST)
    settle()
    reading.find(QLabel, "reading_text").linkActivated.emit(word.id)
    settle()
    frame, area = reading.find(QWidget, f"explained_{word.id}"), reading.page.viewport()
    top = frame.mapTo(area, QPoint(0, 0)).y()
    assert 0 <= top < area.height() - 40


def test_a_screen_reader_hears_the_text_without_markup(reading: Desktop) -> None:
    label = reading.find(QLabel, "reading_text")
    heard = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
    assert heard == text_of(reading).sv


def test_an_open_explanation_stays_in_another_language_and_size_and_is_not_said_again(
    reading: Desktop, word: GlossaryTerm, announced: list[str]
) -> None:
    reading.do(f"word_{word.id}")
    announced.clear()
    reading.app.appearance.change(replace(reading.preferences, language="en"))
    settle()
    assert word.plain.en is not None
    assert word.plain.en in reading.words(f"explained_{word.id}")
    reading.press(Key.Key_Plus, Modifier.ControlModifier)
    assert word.plain.en in reading.words(f"explained_{word.id}")
    assert reading.focused == f"word_{word.id}"
    assert announced == []


def test_leaving_the_screen_hides_the_explanation(reading: Desktop, word: GlossaryTerm) -> None:
    reading.do(f"word_{word.id}")
    reading.do("go_on")
    reading.do("back")
    assert reading.has(f"word_{word.id}")
    assert not reading.has(f"explained_{word.id}")


def test_words_of_the_options_are_explained_too_before_the_answer(desktop: Desktop) -> None:
    def only_in_options(scenario: Scenario) -> list[GlossaryTerm]:
        texts = " ".join(option.text.sv for option in scenario.options)
        in_scene = explained(desktop, scenario.scene.sv)
        return [term for id_, term in explained(desktop, texts).items() if id_ not in in_scene]

    scenario = open_case(desktop, lambda s: not s.is_branching and bool(only_in_options(s)))
    for term in only_in_options(scenario):
        desktop.do(f"word_{term.id}")
        assert term.plain.sv in desktop.words(f"explained_{term.id}")
    desktop.answer(scenario.options[0].id)
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    for term in only_in_options(scenario):
        assert desktop.has(f"explained_{term.id}")
