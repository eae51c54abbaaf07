"""A guest goes through a module, gets a receipt, and leaves nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton, QWidget
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.sharing import BO, come_as_guest, come_in, finish_module, store_people, tables
from ui.stages import AMINA, WELCOME, set_passphrase

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.receipt import ModuleEdition, Receipt, read_code
from huddinge_training.services.workspace import Sources, Workspace


@pytest.fixture
def computer(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The first page of a computer with two people."""
    store_people(sources, AMINA, BO)
    set_passphrase(sources)
    return open_desktop(sources)


@pytest.fixture
def done(computer: Desktop) -> Desktop:
    """A guest who has done the welcome."""
    come_as_guest(computer)
    finish_module(computer, WELCOME)
    return computer


def code_of(desktop: Desktop) -> str:
    return desktop.find(QLabel, "receipt_code").text()


def test_a_guest_is_told_what_is_kept_and_asked_for_the_work_only(computer: Desktop) -> None:
    computer.do("guest")
    assert computer.say("Try as a guest") == computer.words("page_heading")
    computer.do("start")
    assert computer.words("role_problem")
    assert computer.focused == "role"
    assert len(computer.page.findChildren(QComboBox)) == 1
    computer.find(QComboBox, "role").setCurrentIndex(1)
    computer.press(Key.Key_Plus, Modifier.ControlModifier)
    assert computer.find(QComboBox, "role").currentIndex() == 1
    computer.do("start")
    assert computer.has("rail_home")
    assert not computer.has("rail_my_data")


def test_going_back_leads_to_who_is_here(computer: Desktop) -> None:
    computer.do("guest")
    computer.do("back")
    assert computer.has("identifier")


def test_at_the_end_there_is_a_receipt(done: Desktop) -> None:
    assert done.say("You are done, and this is your receipt") == done.words("page_heading")
    code = read_code(code_of(done))
    assert code.completed_on == done.workspace.sources.clock.today
    assert done.words("takeaways")
    label = done.find(QLabel, "receipt_code")
    assert label.accessibleName().split(" ")[:4] == list(str(code).replace("-", ",")[:4])


def test_the_qr_code_holds_the_whole_receipt_and_has_a_quiet_zone(done: Desktop) -> None:
    label = done.find(QLabel, "qr")
    picture = label.pixmap().toImage()
    side = picture.width()
    assert picture.size() == QSize(side, side)
    squares = done.workspace.receipt_pages.squares(given_receipt(done))
    unit = side / (len(squares) + 8)
    assert unit == int(unit) >= 3
    white, black = QColor("white"), QColor("black")
    for y, row in enumerate(squares):
        for x, is_dark in enumerate(row):
            middle = picture.pixelColor(int((x + 4.5) * unit), int((y + 4.5) * unit))
            assert middle == (black if is_dark else white)
    assert all(picture.pixelColor(at, int(2 * unit)) == white for at in range(side))


def given_receipt(desktop: Desktop) -> Receipt:
    """The receipt whose code is on screen."""
    course = desktop.workspace.loaded_course.course
    module = course.module(ModuleId(WELCOME))
    edition = ModuleEdition(module.id, course.edition.id, module.content_hash)
    return Receipt(edition, read_code(code_of(desktop)))


def test_the_receipt_stays_the_same_in_another_language_and_size(done: Desktop) -> None:
    before = code_of(done)
    done.press(Key.Key_Plus, Modifier.ControlModifier)
    assert code_of(done) == before


def test_it_can_be_saved_as_a_page(done: Desktop, tmp_path: Path) -> None:
    for file in (tmp_path / "kvitto.pdf", tmp_path / "kvitto.html"):
        done.dialogs.path = file
        done.do(f"take_{WELCOME}")
        assert done.has("page_message")
    assert (tmp_path / "kvitto.pdf").read_bytes().startswith(b"%PDF")
    page = (tmp_path / "kvitto.html").read_text("utf-8")
    assert str(read_code(code_of(done))) in page
    assert "<svg" in page


def test_all_receipts_of_a_visit_are_at_hand_until_one_leaves(done: Desktop) -> None:
    code = code_of(done)
    done.do("home")
    assert done.find(QPushButton, "certificate").text() == done.say("Your receipts")
    assert not done.has("calendar")
    done.do("certificate")
    assert done.say("Your receipts") == done.words("page_heading")
    assert code_of(done) == code
    done.do("home")
    assert done.has("rail_home")


def test_without_a_module_there_is_no_receipt_yet(computer: Desktop) -> None:
    come_as_guest(computer)
    computer.learner.certificate_asked.emit()
    settle()
    assert computer.words("take_along")
    assert not computer.has("receipt_code")


def test_a_guest_leaves_nothing_behind(computer: Desktop, sources: Sources) -> None:
    path = sources.paths.database
    before = tables(path)
    come_as_guest(computer)
    finish_module(computer, WELCOME)
    computer.do("rail_settings")
    computer.find(QRadioButton, "language_en").click()
    settle()
    assert computer.preferences.language == "en"
    computer.do("rail_switch")
    assert computer.preferences.language == "sv"
    after = tables(path)
    # The computer's own number and key, which the first receipt needed.
    assert len(after.pop("device")) == 1
    assert before.pop("device") == []
    assert after == before


def test_the_next_guest_begins_at_the_beginning(done: Desktop) -> None:
    done.do("rail_switch")
    come_as_guest(done)
    assert "0" in done.words("summary").split()
    done.learner.certificate_asked.emit()
    settle()
    assert not done.has("receipt_code")


def test_hr_takes_the_receipt_in_for_whom_it_is(done: Desktop, sources: Sources) -> None:
    code = code_of(done)
    done.do("rail_switch")
    come_in(done, BO)
    bo = done.person
    assert done.workspace.learning.completions(bo) == ()
    with Workspace.open(sources) as hr:
        hr.receipts.take(code, bo)
    done.do("rail_home")
    (completion,) = done.workspace.learning.completions(bo)
    assert (completion.module_id, completion.mode) == (WELCOME, "importerad")


def test_a_widget_of_the_guest_is_not_in_the_window_any_more(done: Desktop) -> None:
    done.do("rail_switch")
    names = {w.objectName() for w in done.window.findChildren(QWidget)}
    assert not {"receipt_code", "qr"} & names
