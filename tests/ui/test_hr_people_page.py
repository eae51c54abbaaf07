"""HR takes receipts in, removes forgotten PINs, and decides about names on the first page."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.sharing import BO, decided, give_pin, store_people
from ui.stages import AMINA, PASSPHRASE, VISION, set_passphrase

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import Length
from huddinge_training.domain.person import Person, PersonId
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.storage.access_log import AccessLogStore
from huddinge_training.storage.ledger import LedgerStore


def unlocked(desktop: Desktop) -> Desktop:
    """HR's page for single people."""
    desktop.do("rail_hr")
    desktop.fill("passphrase", PASSPHRASE)
    desktop.do("unlock")
    desktop.wait_for("people")
    desktop.do("people")
    return desktop


@pytest.fixture
def people(sources: Sources) -> list[Person]:
    set_passphrase(sources)
    return store_people(sources, AMINA, BO)


@pytest.fixture
def hr(open_desktop: OpenDesktop, sources: Sources, people: list[Person]) -> Desktop:
    return unlocked(open_desktop(sources))


@pytest.fixture
def code(sources: Sources) -> str:
    """A receipt of this computer."""
    with Workspace.open(sources) as workspace:
        module = workspace.loaded_course.course.module(ModuleId(VISION))
        return str(workspace.receipts.give(module).code)


def log(desktop: Desktop) -> list[str]:
    return [entry.kind for entry in AccessLogStore(desktop.workspace.database).entries()]


def test_a_screen_reader_hears_what_can_be_done_on_arrival(hr: Desktop) -> None:
    acts = ("Take a receipt in", "Take a led session in", "Remove a forgotten PIN")
    assert all(hr.say(act) in hr.read_on_arrival for act in acts)


def test_a_receipt_is_taken_in(hr: Desktop, people: list[Person], code: str) -> None:
    hr.fill("receipt_code", code.lower())
    hr.fill("receipt_number", BO.employee_number)
    hr.press(Key.Key_Return)
    assert "Bo Ek" in hr.words("page_message")
    assert hr.find(QLineEdit, "receipt_code").text() == ""
    (completion,) = hr.workspace.learning.completions(people[1])
    assert completion.module_id == VISION
    assert log(hr) == ["receipt"]


def test_twice_is_said_and_changes_nothing(hr: Desktop, people: list[Person], code: str) -> None:
    for _ in range(2):
        hr.fill("receipt_code", code)
        hr.fill("receipt_number", AMINA.employee_number)
        hr.do("take_receipt")
    already = hr.say(
        "This receipt was taken in for {name} {day} already. Nothing has changed.",
        name=AMINA.name,
        day=hr.workspace.sources.clock.today,
    )
    assert already == hr.words("page_message").strip()
    assert len(hr.workspace.learning.completions(people[0])) == 1


def test_a_mistyped_code_is_said_at_the_code_and_stays(hr: Desktop, code: str) -> None:
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    hr.fill("receipt_code", wrong)
    hr.fill("receipt_number", AMINA.employee_number)
    hr.do("take_receipt")
    assert hr.words("receipt_code_problem")
    assert hr.focused == "receipt_code"
    assert hr.find(QLineEdit, "receipt_code").text() == wrong
    assert hr.find(QLineEdit, "receipt_number").text() == AMINA.employee_number
    hr.fill("receipt_code", code)
    hr.do("take_receipt")
    assert not hr.has("receipt_code_problem")
    assert hr.has("page_message")


def test_a_number_of_nobody_is_said_at_the_number(hr: Desktop, code: str) -> None:
    hr.fill("receipt_code", code)
    hr.fill("receipt_number", "4711")
    hr.do("take_receipt")
    assert hr.words("receipt_number_problem")
    assert hr.focused == "receipt_number"
    assert log(hr) == []


def test_a_forgotten_pin_is_removed_and_logged(
    hr: Desktop, sources: Sources, people: list[Person]
) -> None:
    give_pin(sources, people[0])
    hr.fill("pin_number", AMINA.employee_number)
    hr.do("remove_pin")
    assert AMINA.name in hr.words("page_message")
    assert not hr.workspace.pins.has_pin(people[0])
    assert log(hr) == ["pin reset"]


@pytest.mark.parametrize("number", ["4711", "", AMINA.employee_number])
def test_where_there_is_no_pin_it_is_said_at_the_number(hr: Desktop, number: str) -> None:
    hr.fill("pin_number", number)
    hr.press(Key.Key_Return)
    assert hr.words("pin_number_problem")
    assert hr.focused == "pin_number"


def test_names_are_turned_on_where_it_allows_them(
    open_desktop: OpenDesktop, sources: Sources, people: list[Person]
) -> None:
    desktop = unlocked(open_desktop(decided(sources, may_show_names=True)))
    assert not desktop.is_on("shows_names")
    desktop.do("shows_names")
    desktop.do("back")
    desktop.do("people")
    assert desktop.is_on("shows_names")
    desktop.do("rail_start")
    assert desktop.has(f"person_{people[0].id}")


def test_names_cannot_be_turned_on_where_it_does_not_allow_them(hr: Desktop) -> None:
    assert not hr.has("shows_names")
    assert hr.words("names_card")


def test_what_is_typed_stays_when_the_text_grows(hr: Desktop) -> None:
    hr.fill("receipt_code", "ABCD")
    hr.fill("receipt_number", "1")
    hr.fill("pin_number", "2")
    hr.press(Key.Key_Plus, Modifier.ControlModifier)
    typed = [
        hr.find(QLineEdit, name).text() for name in ("receipt_code", "receipt_number", "pin_number")
    ]
    assert typed == ["ABCD", "1", "2"]


def test_back_leads_to_the_report(hr: Desktop) -> None:
    hr.do("back")
    assert hr.has("export")


@pytest.fixture
def package(sources: Sources, tmp_path: Path) -> Path:
    """A session that Bo was at, from this computer."""
    file = tmp_path / "träff.traff"
    with Workspace.open(sources) as workspace:
        sessions = workspace.group_sessions
        plan = sessions.ready_plan(Length.SHORT, sessions.choices(), "Ledaren", "BUF-101")
        led = sessions.rehearse(replace(plan, expected_count=1), PersonId("ledaren"))
        led.live.act(lambda s: s.attendance.check_in(BO.employee_number, BO.name))
        facts, _ = sessions.finish(led, is_recorded_here=False)
        workspace.group_packages.write(file, facts)
    return file


def test_a_led_session_is_taken_in_once(hr: Desktop, package: Path) -> None:
    hr.dialogs.opened = package
    hr.do("take_session")
    first = hr.words("page_message")
    hr.do("take_session")

    assert first != hr.words("page_message")
    assert len(LedgerStore(hr.workspace.database).attended()) == 1
    assert log(hr) == ["session", "session"]


def test_a_file_that_is_no_session_is_said_and_changes_nothing(hr: Desktop, package: Path) -> None:
    package.write_text("{}", encoding="utf-8")
    hr.dialogs.opened = package
    hr.do("take_session")

    assert hr.words("page_message")
    assert LedgerStore(hr.workspace.database).attended() == []


def test_choosing_no_file_changes_nothing(hr: Desktop) -> None:
    hr.do("take_session")
    assert not hr.has("page_message")
    assert log(hr) == []


def test_what_has_come_by_its_folder_is_taken_in_when_hr_opens_its_page(
    open_desktop: OpenDesktop, sources: Sources, people: list[Person], package: Path
) -> None:
    desktop = open_desktop(decided(sources, session_folder=package.parent))
    desktop.do("rail_hr")
    desktop.fill("passphrase", PASSPHRASE)
    desktop.do("unlock")
    desktop.wait_for("page_message")
    assert "1" in desktop.words("page_message")
    assert len(LedgerStore(desktop.workspace.database).attended()) == 1
    assert not package.exists()
