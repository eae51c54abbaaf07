"""Who was here: by keyboard, by phone, with a guest; and then the end of the meeting."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton
from ui.desktop import Desktop, Key, OpenDesktop
from ui.meetings import go_to, leading, plan, press, room_words, store_manager, unfinished
from ui.sharing import decided

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.services.group_packages import read_package
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.facilitator.attendance_page import AttendancePage

NAMES = [f"Person {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉ"]
PEOPLE = "\n".join(f"{name}; {number:04}" for number, name in enumerate(NAMES))


@pytest.fixture
def desktop(announced: list[str], open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The list of a meeting with thirty people."""
    store_manager(sources)
    desktop = open_desktop(sources)
    plan(desktop)
    desktop.find(QPlainTextEdit, "expected_people").setPlainText(PEOPLE)
    press(desktop, "start_meeting")
    desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
    go_to(desktop, StepKind.ATTENDANCE)
    announced.clear()
    return desktop


@pytest.fixture
def live(desktop: Desktop) -> LiveSession:
    return leading(desktop).led.live


def attendees(live: LiveSession) -> tuple[Attendee, ...]:
    return live.look(lambda s: s.attendance.attendees)


def test_thirty_people_with_two_exceptions_are_noted_with_less_than_forty_keys(
    desktop: Desktop, live: LiveSession
) -> None:
    keys = 0

    def press_key(key: Key) -> None:
        nonlocal keys
        keys += 1
        desktop.press(key)

    while desktop.focused != "confirm_list":
        press_key(Key.Key_Tab)
    press_key(Key.Key_Space)
    while desktop.focused != "presence_1":
        press_key(Key.Key_Tab)
    press_key(Key.Key_S)
    press_key(Key.Key_Tab)
    assert desktop.focused == "presence_2"
    press_key(Key.Key_A)
    assert keys < 40
    by_name = {a.name: a.presence for a in attendees(live)}
    assert by_name.pop("Person B") is Presence.LATE
    assert by_name.pop("Person C") is Presence.EXCUSED
    assert set(by_name.values()) == {Presence.HERE}
    assert "29 av 30" in desktop.words("count")


def test_everybody_stands_as_here_but_nobody_is_noted_before_the_list_is_confirmed(
    desktop: Desktop, live: LiveSession
) -> None:
    assert desktop.find(QComboBox, "presence_3").currentData() == "here"
    assert "som här: 0 av 30. Bara väntade: 30." in desktop.words("count")
    assert "antecknas först när du bekräftar" in desktop.words("count")
    assert not any(desktop.has(name) for name in ("finish", "finish_at_end"))
    assert {a.presence for a in attendees(live)} == {Presence.EXPECTED}


def test_two_exceptions_and_one_press_are_enough(desktop: Desktop, live: LiveSession) -> None:
    for place, letter in ((3, Key.Key_S), (7, Key.Key_I)):
        desktop.find(QComboBox, f"presence_{place}").setFocus()
        desktop.press(letter)
    press(desktop, "confirm_at_end")
    noted = [a.presence for a in attendees(live)]
    assert (noted[3], noted[7]) == (Presence.LATE, Presence.ABSENT)
    assert noted.count(Presence.HERE) == 28
    assert desktop.has("finish_at_end")


def test_a_guest_is_added_and_a_personal_number_refused(
    desktop: Desktop, live: LiveSession
) -> None:
    desktop.fill("guest_name", "Gäst Gästsson")
    desktop.fill("guest_number", "19811218-9876")
    press(desktop, "add_guest")
    assert "personnummer" in desktop.words("guest_name_problem")
    desktop.fill("guest_number", "7777")
    desktop.press(Key.Key_Return)
    assert attendees(live)[-1] == Attendee("Gäst Gästsson", "7777", Presence.HERE, is_guest=True)
    assert desktop.has("presence_30")


def test_who_checks_in_by_phone_is_on_the_list_at_once(desktop: Desktop, live: LiveSession) -> None:
    live.check_in(live.check_in_code, "0005", "")
    desktop.wait_until(lambda: "som här: 1 av 30. Bara väntade: 29." in desktop.words("count"))
    assert desktop.words("name_5") == "Person F – antecknad"
    assert desktop.find(QComboBox, "presence_5").accessibleName() == "Person F – antecknad"
    assert desktop.words("name_6") == "Person G"
    press(desktop, "confirm_list")
    assert desktop.words("name_5") == "Person F"


def test_somebody_new_who_checks_in_does_not_take_the_keyboard_from_the_leader(
    desktop: Desktop, live: LiveSession
) -> None:
    desktop.find(QComboBox, "presence_4").setFocus()
    live.check_in(live.check_in_code, "8888", "Ny Person")
    desktop.wait_for("presence_30")
    assert desktop.focused == "presence_4"
    desktop.find(QComboBox, "presence_29").setFocus()
    desktop.press(Key.Key_Tab)
    assert desktop.focused == "presence_30"


@pytest.mark.parametrize(
    ("pressed", "comes"), [("confirm_list", "finish"), ("confirm_at_end", "finish_at_end")]
)
def test_after_confirming_the_keyboard_is_on_what_comes_and_the_outcome_is_read_out(
    desktop: Desktop, announced: list[str], pressed: str, comes: str
) -> None:
    desktop.find(QPushButton, pressed).setFocus()
    desktop.press(Key.Key_Space)
    assert desktop.focused == comes
    assert announced == ["Listan är bekräftad. 30 av 30 är här"]


def test_the_list_is_also_confirmed_by_the_last_who_checks_in(
    desktop: Desktop, live: LiveSession, announced: list[str]
) -> None:
    desktop.find(QComboBox, "presence_4").setFocus()
    for number in range(30):
        live.check_in(live.check_in_code, f"{number:04}", "")
    desktop.wait_for("finish")
    assert desktop.focused == "presence_4"
    assert announced == ["Listan är bekräftad. 30 av 30 är här"]


def test_the_code_changes_and_is_on_the_big_picture(desktop: Desktop, live: LiveSession) -> None:
    before = live.check_in_code
    assert isinstance(desktop.page, AttendancePage)
    desktop.page.code_due.emit()
    assert live.check_in_code != before
    assert live.check_in_code in desktop.words("check_in_code")
    assert live.check_in_code in room_words(desktop)


def test_the_list_can_be_looked_at_from_any_step(desktop: Desktop) -> None:
    press(desktop, "went_back")
    go_to(desktop, StepKind.READ)
    press(desktop, "attendance")
    desktop.find(QPushButton, "confirm_list").setFocus()
    desktop.press(Key.Key_Space)
    assert not any(desktop.has(name) for name in ("finish", "finish_at_end"))
    assert desktop.focused == "back_to_steps"
    desktop.press(Key.Key_Space)
    assert "Läs" in desktop.words("page_heading")


def test_the_list_in_the_middle_of_a_meeting_opens_no_window_of_its_own(desktop: Desktop) -> None:
    press(desktop, "went_back")
    go_to(desktop, StepKind.READ)
    before = {window for window in QApplication.topLevelWidgets() if window.isVisible()}
    press(desktop, "attendance")
    after_opening = {window for window in QApplication.topLevelWidgets() if window.isVisible()}
    press(desktop, "confirm_list")
    after_confirming = {window for window in QApplication.topLevelWidgets() if window.isVisible()}
    assert before == after_opening == after_confirming


def test_a_meeting_is_recorded_here_and_its_list_forgotten(
    desktop: Desktop, live: LiveSession
) -> None:
    press(desktop, "confirm_list", "finish")
    assert "30 personer var här" in desktop.words("present")
    desktop.click("radio_here")
    press(desktop, "end")
    assert "30 personer" in desktop.words("outcome")
    assert live.is_over
    assert desktop.app.journey.leading is None
    press(desktop, "close_session")
    desktop.wait_for("new_plan")
    assert unfinished(desktop) == []


def test_where_it_has_a_folder_for_hr_the_file_goes_there_without_a_question(
    open_desktop: OpenDesktop, sources: Sources, tmp_path: Path
) -> None:
    folder = tmp_path / "träffar"
    folder.mkdir()
    store_manager(sources)
    desktop = open_desktop(decided(sources, session_folder=folder))
    plan(desktop)
    desktop.find(QPlainTextEdit, "expected_people").setPlainText(PEOPLE)
    press(desktop, "start_meeting")
    desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
    go_to(desktop, StepKind.ATTENDANCE)
    press(desktop, "confirm_list", "finish", "end", "save_package")
    [package] = folder.iterdir()
    assert read_package(package).facts.attendees
    assert desktop.dialogs.suggested == []
    assert str(package) in desktop.words("page_message")


def test_a_package_is_saved_for_hr_with_the_computers_mark(
    desktop: Desktop, tmp_path: Path
) -> None:
    press(desktop, "confirm_list", "finish", "end")
    press(desktop, "close_session")
    assert desktop.dialogs.questions, "without a file it is asked for"
    desktop.dialogs.path = tmp_path / "traff.traff"
    press(desktop, "save_package")
    package = read_package(tmp_path / "traff.traff")
    assert len(package.facts.present) == 30
    assert package.fingerprint in desktop.words("fingerprint")
    desktop.dialogs.path = tmp_path / "summary.html"
    press(desktop, "save_summary")
    assert (tmp_path / "summary.html").exists()
    desktop.dialogs.path = tmp_path / "copy.html"
    press(desktop, "save_copy")
    copy, whole = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("copy", "summary"))
    assert ("Person B" in whole, "Person B" in copy) == (True, False)
    asked = len(desktop.dialogs.questions)
    press(desktop, "close_session")
    desktop.wait_for("new_plan")
    assert len(desktop.dialogs.questions) == asked


def test_one_can_go_back_from_the_end(desktop: Desktop, live: LiveSession) -> None:
    press(desktop, "confirm_list", "finish", "back_to_list")
    assert "30 av 30" in desktop.words("count")
    assert not live.is_over
