"""Reading: the official text with its origin, and a way on that is open at once."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from services.playing import written_by_another
from ui.desktop import Desktop, Key, OpenDesktop
from ui.stages import VISION, store_person

import huddinge_training
from huddinge_training.domain.course import Module, ModuleId
from huddinge_training.services.workspace import Sources

UI = Path(huddinge_training.__file__).parent / "ui"


def module_of(desktop: Desktop) -> Module:
    return desktop.workspace.loaded_course.course.module(ModuleId(VISION))


@pytest.fixture
def reading(desktop: Desktop) -> Desktop:
    desktop.do(f"open_{VISION}")
    return desktop


def test_the_quote_stands_word_for_word_with_date_and_origin(reading: Desktop) -> None:
    quote = module_of(reading).reading[0].quote
    assert quote is not None
    assert reading.words("quote_text") == quote.text.sv
    origin = reading.words("quote_origin")
    assert quote.source.publisher in origin
    assert str(quote.source.published.year) in origin


def test_in_english_the_swedish_text_is_named_the_official_one(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    store_person(sources, language="en")
    desktop = open_desktop(sources)
    assert not desktop.has("quote")
    desktop.do(f"open_{VISION}")
    assert "The Swedish text is the official one." in desktop.words("quote")


def test_the_first_screen_says_how_many_situations_and_what_hr_sees(reading: Desktop) -> None:
    assert reading.has("frame")
    assert "HR" in reading.words("frame")
    reading.do("go_on")
    assert not reading.has("frame")


def test_every_screen_can_be_left_at_once_and_by_the_first_one_there_is_no_way_back(
    reading: Desktop,
) -> None:
    for number, screen in enumerate(module_of(reading).reading):
        assert reading.words("page_heading") == screen.title.sv
        assert reading.find(QPushButton, "go_on").isEnabled()
        assert reading.has("back") is (number > 0)
        reading.do("go_on")
    assert reading.has("question")
    for screen in reversed(module_of(reading).reading):
        reading.do("back")
        assert reading.words("page_heading") == screen.title.sv


def test_a_screen_reader_hears_the_text_on_arrival(reading: Desktop) -> None:
    for screen in module_of(reading).reading:
        heading = QAccessible.queryAccessibleInterface(reading.find(QWidget, reading.focused))
        texts = [screen.quote.text if screen.quote else None, screen.text]
        read = heading.text(QAccessible.Text.Description)
        assert read == " ".join(text.sv for text in texts if text)
        reading.press(Key.Key_Return)


def test_enter_goes_on_from_the_first_word(reading: Desktop) -> None:
    assert reading.focused == "page_heading"
    reading.press(Key.Key_Return)
    assert reading.words("page_heading") == module_of(reading).reading[1].title.sv


def test_no_timer_holds_a_button_back() -> None:
    """PED-01: nothing is disabled but where one answers, and nothing there waits for a timer."""
    pages = [*(UI / "learner").rglob("*.py"), *(UI / "first_start").rglob("*.py")]
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    disabling = [page for page in pages if re.search(r"setEnabled|setDisabled", texts[page])]
    assert {page.parent.name for page in disabling} == {"answering"}
    assert [page.name for page in disabling if "QTimer" in texts[page]] == []


def test_a_step_that_cannot_be_saved_is_a_sentence_and_stays_here(reading: Desktop) -> None:
    heading = reading.words("page_heading")
    reading.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    with written_by_another(reading.workspace.database):
        reading.do("go_on")
        assert reading.words("page_heading") == heading
        assert reading.words("page_message")
    reading.do("go_on")
    assert reading.words("page_heading") != heading
    assert not reading.has("page_message")


def test_leaving_and_coming_back_is_the_same_screen(reading: Desktop) -> None:
    reading.do("go_on")
    heading = reading.words("page_heading")
    reading.do("rail_home")
    reading.do("next")
    assert reading.words("page_heading") == heading


def test_every_word_of_the_text_is_there(reading: Desktop) -> None:
    text = module_of(reading).reading[0].text
    assert text is not None
    assert reading.words("reading_text").split() == text.sv.split()
