"""An idle window is locked after a warning, and nothing is lost by it; the clock is the test's."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from examples import FakeClock
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, closing_at_end, settle
from ui.recording_dialogs import RecordingDialogs
from ui.sharing import (
    BO,
    PIN,
    come_as_guest,
    come_in,
    decided,
    give_pin,
    store_people,
)
from ui.stages import AMINA, PASSPHRASE, VALUES, set_passphrase, store_person

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import Response
from huddinge_training.language import Language
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.dialogs import QtDialogs


def wait(desktop: Desktop, clock: FakeClock, seconds: int) -> None:
    """Nobody touches the window meanwhile; the program looks at the clock once a second."""
    for _ in range(seconds // 10):
        clock.wait(seconds=10)
        desktop.app.idle_watch.check()
    clock.wait(seconds=seconds % 10)
    desktop.app.idle_watch.check()
    settle()


def is_locked(desktop: Desktop) -> bool:
    return desktop.words("page_heading") == desktop.say("Who is here?")


@pytest.fixture
def shared(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """Amina at a computer with two people."""
    store_people(sources, AMINA, BO)
    desktop = open_desktop(sources)
    come_in(desktop, AMINA)
    return desktop


# --- When ------------------------------------------------------------


def test_after_five_minutes_the_window_is_locked(shared: Desktop, clock: FakeClock) -> None:
    wait(shared, clock, 239)
    assert not shared.has("lock_warning")
    wait(shared, clock, 2)
    assert shared.has("lock_warning")
    wait(shared, clock, 58)
    assert not is_locked(shared)
    wait(shared, clock, 1)
    assert is_locked(shared)
    assert not shared.has("lock_warning")


def test_nobody_is_locked_out_while_nobody_is_in(shared: Desktop, clock: FakeClock) -> None:
    shared.do("rail_switch")
    shared.fill("identifier", "47")
    wait(shared, clock, 3600)
    assert shared.find(QLineEdit, "identifier").text() == "47"


@pytest.mark.parametrize("stay", ["key", "mouse", "button", "focus"])
def test_whatever_is_done_in_the_last_minute_stays(
    shared: Desktop, clock: FakeClock, stay: str
) -> None:
    wait(shared, clock, 290)
    if stay == "key":
        shared.press(Key.Key_Shift)
    elif stay == "mouse":
        place = QPointF(5, 5)
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Modifier.NoModifier,
        )  # fmt: skip
        QGuiApplication.sendEvent(shared.window.windowHandle(), moved)
    elif stay == "button":
        shared.find(QPushButton, "stay").click()
    else:
        # As a screen reader moves it, without a key that the window sees.
        shared.find(QPushButton, "next").setFocus()
    settle()
    assert not shared.has("lock_warning")
    wait(shared, clock, 239)
    assert not is_locked(shared)
    assert not shared.has("lock_warning")


def test_the_warning_counts_down_and_is_read_out_once(
    announced: list[str], open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_people(sources, AMINA, BO)
    desktop = open_desktop(sources)
    come_in(desktop, AMINA)
    announced.clear()
    wait(desktop, clock, 240)
    first = desktop.words("lock_words")
    assert "60" in first
    wait(desktop, clock, 10)
    assert "50" in desktop.words("lock_words")
    assert announced == [first]


def test_the_warning_takes_no_focus_and_what_is_typed_goes_on(
    shared: Desktop, clock: FakeClock
) -> None:
    open_question(shared)
    shared.write("Gäller det h")
    wait(shared, clock, 250)
    assert shared.has("lock_warning")
    shared.write("är också?")
    assert shared.find(QPlainTextEdit, "question_text").toPlainText() == "Gäller det här också?"


def test_the_warning_speaks_the_language_of_the_window(shared: Desktop, clock: FakeClock) -> None:
    shared.app.appearance.change(replace(shared.preferences, language="en"))
    settle()
    wait(shared, clock, 250)
    assert "Press any key to stay" in shared.words("lock_words")


def test_one_s_own_window_is_not_locked(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_person(sources)
    desktop = open_desktop(sources)
    wait(desktop, clock, 7200)
    assert desktop.has("rail_home")
    assert not desktop.app.idle_watch.is_watching


def test_one_s_own_window_with_a_pin_is_locked(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    give_pin(sources, store_person(sources))
    desktop = open_desktop(sources)
    desktop.write(PIN)
    desktop.press(Key.Key_Return)
    assert desktop.has("rail_home")
    wait(desktop, clock, 300)
    assert is_locked(desktop)
    come_in(desktop, AMINA)
    assert desktop.focused == "pin"


def test_one_can_choose_how_long_and_to_be_locked_on_one_s_own_computer(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_person(sources)
    desktop = open_desktop(sources)
    desktop.do("rail_settings")
    assert desktop.is_on("lock_0")
    desktop.find(QRadioButton, "lock_2").click()
    settle()
    assert desktop.is_on("lock_2")
    desktop.press(Key.Key_Shift)
    wait(desktop, clock, 120)
    assert is_locked(desktop)


def test_on_a_shared_computer_one_can_choose_how_long_but_not_never(
    shared: Desktop, clock: FakeClock
) -> None:
    shared.do("rail_settings")
    assert shared.is_on("lock_5")
    assert not shared.has("lock_0")
    shared.find(QRadioButton, "lock_30").click()
    settle()
    shared.press(Key.Key_Shift)
    wait(shared, clock, 1790)
    assert not is_locked(shared)
    wait(shared, clock, 10)
    assert is_locked(shared)
    come_in(shared, BO)
    wait(shared, clock, 300)
    assert is_locked(shared)


def test_where_it_has_decided_nobody_chooses(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_person(sources)
    desktop = open_desktop(decided(sources, lock_minutes=3))
    desktop.do("rail_settings")
    assert not desktop.has("lock_5")
    wait(desktop, clock, 180)
    assert is_locked(desktop)


# --- What is not lost ------------------------------------------------------------


def open_question(desktop: Desktop) -> None:
    """Answers a first question and begins to write about it."""
    desktop.open_module(VALUES)
    desktop.read_on()
    desktop.mark(desktop.scenario_page.scenario.options[0].id)
    desktop.do("answer")
    desktop.do("raise_question")
    desktop.tab_to("question_text")


@pytest.mark.parametrize("how", ["idle", "ctrl l", "switch"])
def test_what_is_typed_comes_back_for_the_same_person_only(
    shared: Desktop, clock: FakeClock, how: str
) -> None:
    open_question(shared)
    shared.write("Ett halvt ord")
    title = shared.title
    if how == "idle":
        wait(shared, clock, 300)
    elif how == "ctrl l":
        shared.press(Key.Key_L, Modifier.ControlModifier)
    else:
        shared.do("rail_switch")
    assert is_locked(shared)
    come_in(shared, BO)
    assert shared.words("page_heading") == shared.say("Hello {name}", name="Bo")
    shared.do("rail_switch")
    come_in(shared, AMINA)
    assert shared.title == title
    assert shared.find(QPlainTextEdit, "question_text").toPlainText() == "Ett halvt ord"


def test_a_choice_that_is_not_confirmed_comes_back(shared: Desktop, clock: FakeClock) -> None:
    shared.open_module(VALUES)
    shared.read_on()
    option = shared.scenario_page.scenario.options[1].id
    shared.mark(option)
    title = shared.title
    wait(shared, clock, 300)
    come_in(shared, AMINA)
    assert shared.title == title
    assert shared.is_on(f"radio_{option}")


def test_a_correction_that_is_half_written_comes_back(shared: Desktop, clock: FakeClock) -> None:
    shared.do("rail_my_data")
    shared.do("correct")
    shared.fill("name", "Amina Åb")
    wait(shared, clock, 300)
    come_in(shared, AMINA)
    assert shared.find(QLineEdit, "name").text() == "Amina Åb"


def test_a_pin_that_is_half_written_does_not(shared: Desktop, clock: FakeClock) -> None:
    shared.do("rail_my_data")
    shared.do("pin_choice")
    shared.fill("new_pin", "2048")
    wait(shared, clock, 300)
    come_in(shared, AMINA)
    assert shared.find(QLineEdit, "new_pin").text() == ""


def test_an_answer_after_coming_back_is_the_person_s_own(shared: Desktop, clock: FakeClock) -> None:
    shared.open_module(VALUES)
    shared.read_on()
    wait(shared, clock, 300)
    come_in(shared, BO)
    bo = shared.person
    shared.do("rail_switch")
    come_in(shared, AMINA)
    option = shared.scenario_page.scenario.options[0].id
    shared.mark(option)
    shared.do("answer")
    amina = shared.person
    learning = shared.workspace.learning
    values = ModuleId(VALUES)
    assert [a.response for a in learning.stored_answers(amina, values)] == [Response(option)]
    assert learning.stored_answers(bo, values) == []


# --- What must not be there any more ----------------------------------------------------------


def test_hr_s_page_is_locked_and_does_not_come_back(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_people(sources, AMINA, BO)
    set_passphrase(sources)
    desktop = open_desktop(sources)
    come_in(desktop, AMINA)
    desktop.do("rail_hr")
    desktop.fill("passphrase", PASSPHRASE)
    desktop.do("unlock")
    desktop.wait_for("verify")
    desktop.press(Key.Key_Shift)
    wait(desktop, clock, 300)
    assert is_locked(desktop)
    come_in(desktop, AMINA)
    assert desktop.words("page_heading") == desktop.say("Hello {name}", name="Amina")
    desktop.do("rail_hr")
    assert desktop.find(QLineEdit, "passphrase").text() == ""


def test_hr_s_page_is_locked_also_where_nobody_has_come_in(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_people(sources, AMINA, BO)
    set_passphrase(sources)
    desktop = open_desktop(sources)
    desktop.do("rail_hr")
    desktop.fill("passphrase", PASSPHRASE)
    desktop.do("unlock")
    desktop.wait_for("verify")
    wait(desktop, clock, 310)
    assert is_locked(desktop)


def test_the_five_steps_are_closed(shared: Desktop, clock: FakeClock) -> None:
    shared.press(Key.Key_F1)
    assert shared.has("help_dialog")
    wait(shared, clock, 300)
    assert not shared.has("help_dialog")


def test_a_question_that_is_open_is_not_there_for_the_next_one(
    qapp: object, sources: Sources, clock: FakeClock
) -> None:
    people: list[Person] = store_people(sources, AMINA, BO)
    with closing_at_end(Desktop(sources, QtDialogs())) as desktop:  # type: ignore[arg-type]
        come_in(desktop, AMINA)
        desktop.do("rail_my_data")
        seen: list[bool] = []

        def idle_meanwhile() -> None:
            box = desktop.window.findChild(QMessageBox)
            seen.append(box is not None and box.isVisible())
            clock.wait(seconds=300)
            desktop.app.idle_watch.check()

        QTimer.singleShot(0, idle_meanwhile)
        desktop.find(QPushButton, "remove_profile").click()
        settle()
        assert seen == [True]
        assert is_locked(desktop)
        assert desktop.workspace.profiles.find(people[0].id) is not None


class LeavesMeanwhile(RecordingDialogs):
    """A file chooser or question that somebody answers only after the window was locked."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.is_confirmed = True
        self.leave: Callable[[], None] = lambda: None

    def save_file(self, parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        self.leave()
        return super().save_file(parent, title, suggested, kinds)

    def confirm(
        self, parent: QWidget, language: Language, title: str, text: str, verb: str
    ) -> bool:
        self.leave()
        return super().confirm(parent, language, title, text, verb)


@pytest.mark.parametrize("asked", ["save_json", "remove_profile"])
def test_what_was_asked_before_the_lock_is_not_answered_after_it(
    qapp: object, sources: Sources, asked: str
) -> None:
    amina, _ = store_people(sources, AMINA, BO)
    file = sources.paths.folder / "mine.json"
    dialogs = LeavesMeanwhile(file)
    with closing_at_end(Desktop(sources, dialogs)) as desktop:
        dialogs.leave = desktop.app.journey.leave
        come_in(desktop, AMINA)
        desktop.do("rail_my_data")
        desktop.do(asked)
        assert is_locked(desktop)
        assert not file.exists()
        assert desktop.workspace.profiles.find(amina.id) is not None


# --- Guests ------------------------------------------------------------


def test_a_guest_is_warned_that_all_is_forgotten_and_it_is(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_people(sources, AMINA, BO)
    desktop = open_desktop(sources)
    come_as_guest(desktop)
    wait(desktop, clock, 250)
    guest_words = desktop.say("You are a guest, so what you have done is forgotten then.")
    assert guest_words in desktop.words("lock_words")
    wait(desktop, clock, 50)
    assert is_locked(desktop)
