"""The first page of a shared computer: who is here, by number or name, with a PIN or without."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.sharing import BO, PIN, come_in, decided, give_pin, protect, show_names, store_people
from ui.stages import AMINA, VISION, complete, set_passphrase

from huddinge_training.domain.preferences import Preferences
from huddinge_training.services.workspace import Sources, Workspace


def hello(desktop: Desktop, name: str) -> bool:
    return desktop.words("page_heading") == desktop.say("Hello {name}", name=name)


def is_chooser(desktop: Desktop) -> bool:
    return desktop.words("page_heading") == desktop.say("Who is here?")


def people_rows(desktop: Desktop) -> list[str]:
    rows = [w for w in desktop.page.findChildren(QPushButton) if w.isVisible()]
    return [row.text() for row in rows if row.objectName().startswith("person_")]


@pytest.fixture
def shared(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The first page of a computer with two people."""
    store_people(sources, AMINA, BO)
    return open_desktop(sources)


# --- When it is asked who is here ------------------------------------------------------------


def test_one_s_own_computer_opens_at_home(desktop: Desktop) -> None:
    assert hello(desktop, "Amina")


def test_with_two_people_it_is_asked_who_is_here(shared: Desktop) -> None:
    assert is_chooser(shared)


def test_it_s_settings_ask_who_is_here_also_of_the_first_one(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    desktop = open_desktop(decided(sources, has_many_people=True))
    assert is_chooser(desktop)
    desktop.do("newcomer")
    assert desktop.words("page_heading") == desktop.say("Welcome to Kompassen")


def test_nothing_about_anybody_is_on_the_first_page(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    amina, _ = store_people(sources, AMINA, BO)
    complete(sources, amina, VISION)
    desktop = open_desktop(sources)
    words = desktop.words()
    assert not any(told in words for told in ("Amina", "Öberg", "00123", "Bo", "%"))
    assert people_rows(desktop) == []
    names = [name for name in desktop.names() if name.startswith("rail_")]
    assert names == ["rail_settings", "rail_start"]


# --- By number ------------------------------------------------------------


def test_a_number_leads_home(shared: Desktop) -> None:
    come_in(shared, BO)
    assert hello(shared, "Bo")


def test_enter_in_the_field_is_enough(shared: Desktop) -> None:
    shared.fill("identifier", f" {AMINA.employee_number} ")
    shared.press(Key.Key_Return)
    assert hello(shared, "Amina")


def test_a_number_of_nobody_is_said_at_the_field_and_stays(shared: Desktop) -> None:
    shared.fill("identifier", "4711")
    shared.do("go_on")
    assert is_chooser(shared)
    assert "4711" not in shared.words("identifier_problem")
    field = shared.find(QLineEdit, "identifier")
    assert (field.text(), shared.focused) == ("4711", "identifier")
    assert field.accessibleDescription() == shared.words("identifier_problem")


def test_what_is_typed_stays_when_the_text_grows(shared: Desktop) -> None:
    shared.fill("identifier", "4711")
    shared.press(Key.Key_Plus, Modifier.ControlModifier)
    assert shared.find(QLineEdit, "identifier").text() == "4711"


# --- By name ------------------------------------------------------------


def named_computer(sources: Sources, *profiles: object) -> Sources:
    settings = decided(sources, may_show_names=True)
    show_names(settings)
    return settings


def test_names_are_there_where_it_and_the_owner_allow_it(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    store_people(sources, AMINA, BO)
    desktop = open_desktop(named_computer(sources))
    assert people_rows(desktop) == ["Amina Ö.", "Bo E."]
    row = next(w for w in desktop.page.findChildren(QPushButton) if w.text() == "Bo E.")
    desktop.do(row.objectName())
    assert hello(desktop, "Bo")


@pytest.mark.parametrize("allowed", ["by nobody", "by IT alone", "by the owner alone"])
def test_names_are_not_there_unless_both_allow_it(
    open_desktop: OpenDesktop, sources: Sources, allowed: str
) -> None:
    store_people(sources, AMINA, BO)
    if allowed == "by the owner alone":
        show_names(sources)
    settings = decided(sources, may_show_names=allowed == "by IT alone")
    assert people_rows(open_desktop(settings)) == []


def test_who_is_protected_is_no_row_and_comes_in_by_number(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    _, bo = store_people(sources, AMINA, BO)
    protect(sources, bo)
    desktop = open_desktop(named_computer(sources))
    assert people_rows(desktop) == ["Amina Ö."]
    come_in(desktop, BO)
    assert hello(desktop, "Bo")


def test_from_nine_names_on_there_is_a_search(open_desktop: OpenDesktop, sources: Sources) -> None:
    names = ["Anna", "Bea", "Cia", "Dag", "Eva", "Åke", "Gun", "Hal", "Ida", "Örjan"]
    store_people(
        sources,
        *(replace(AMINA, name=f"{n} Ek", employee_number=str(i)) for i, n in enumerate(names)),
    )
    desktop = open_desktop(named_computer(sources))
    assert len(people_rows(desktop)) == 8
    assert "2" in desktop.words("names_found")
    desktop.fill("name_search", "ö")
    assert people_rows(desktop) == ["Örjan E."]
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    assert people_rows(desktop) == ["Örjan E."]
    desktop.fill("name_search", "xyz")
    assert people_rows(desktop) == []
    assert desktop.words("names_found")


def test_eight_names_need_no_search(open_desktop: OpenDesktop, sources: Sources) -> None:
    store_people(
        sources, *(replace(AMINA, name=f"A{i} Ek", employee_number=str(i)) for i in range(8))
    )
    desktop = open_desktop(named_computer(sources))
    assert len(people_rows(desktop)) == 8
    assert not desktop.has("name_search")


def test_a_name_whose_person_has_gone_meanwhile_is_no_row_any_more(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    _, bo = store_people(sources, AMINA, BO)
    desktop = open_desktop(named_computer(sources))
    with Workspace.open(sources) as other:
        other.profiles.remove(bo)
    desktop.click(f"person_{bo.id}")
    assert is_chooser(desktop)
    assert people_rows(desktop) == ["Amina Ö."]


# --- The PIN ------------------------------------------------------------


@pytest.fixture
def guarded(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """Amina has a PIN and has written her number."""
    amina, _ = store_people(sources, AMINA, BO)
    give_pin(sources, amina)
    desktop = open_desktop(sources)
    come_in(desktop, AMINA)
    return desktop


def test_a_pin_is_one_field_and_says_what_it_does(guarded: Desktop) -> None:
    fields = [f for f in guarded.page.findChildren(QLineEdit) if f.isVisible()]
    assert [field.objectName() for field in fields] == ["pin"]
    assert guarded.focused == "pin"
    assert "Den krypterar inte datorn." in guarded.words()
    assert "Amina" not in guarded.words()


def test_the_right_pin_opens_the_profile(guarded: Desktop) -> None:
    guarded.write(PIN)
    guarded.press(Key.Key_Return)
    assert hello(guarded, "Amina")


def test_a_pin_can_be_pasted_and_shown(guarded: Desktop) -> None:
    QGuiApplication.clipboard().setText(f" {PIN[:3]} {PIN[3:]} ")
    guarded.press(Key.Key_V, Modifier.ControlModifier)
    guarded.do("show_pin")
    assert guarded.find(QLineEdit, "pin").displayText().strip() == f"{PIN[:3]} {PIN[3:]}"
    guarded.do("open_profile")
    assert hello(guarded, "Amina")


def test_a_wrong_pin_is_said_at_the_field_and_after_five_one_waits(guarded: Desktop) -> None:
    for _ in range(5):
        guarded.fill("pin", "0000")
        guarded.do("open_profile")
    first = guarded.words("pin_problem")
    assert guarded.focused == "pin"
    guarded.fill("pin", PIN)
    guarded.do("open_profile")
    assert guarded.words("pin_problem") != first
    assert "30" in guarded.words("pin_problem")
    assert not hello(guarded, "Amina")


def test_who_is_somebody_else_goes_back(guarded: Desktop) -> None:
    guarded.do("back")
    assert is_chooser(guarded)
    come_in(guarded, BO)
    assert hello(guarded, "Bo")


def test_one_s_own_computer_asks_for_the_pin_at_the_start(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    (amina,) = store_people(sources, AMINA)
    give_pin(sources, amina)
    desktop = open_desktop(sources)
    assert desktop.focused == "pin"
    assert not desktop.has("rail_home")
    desktop.write(PIN)
    desktop.press(Key.Key_Return)
    assert hello(desktop, "Amina")


# --- Switching ------------------------------------------------------------


def test_switching_is_always_in_reach_and_ctrl_l_does_the_same(shared: Desktop) -> None:
    come_in(shared, AMINA)
    shared.do("rail_switch")
    assert is_chooser(shared)
    come_in(shared, BO)
    shared.press(Key.Key_L, Modifier.ControlModifier)
    assert is_chooser(shared)
    assert not shared.has("rail_home")


def test_ctrl_l_with_nobody_here_changes_nothing(shared: Desktop) -> None:
    shared.fill("identifier", "47")
    shared.press(Key.Key_L, Modifier.ControlModifier)
    assert shared.find(QLineEdit, "identifier").text() == "47"


def test_at_the_first_start_of_all_there_is_nobody_to_switch_to(first_start: Desktop) -> None:
    title = first_start.title
    first_start.do("go_on")
    first_start.press(Key.Key_L, Modifier.ControlModifier)
    assert first_start.title != title
    assert first_start.has("name")


def test_in_a_small_window_switching_is_at_the_right_of_the_top(shared: Desktop) -> None:
    come_in(shared, AMINA)
    shared.window.resize(400, 600)
    settle()
    switch = shared.find(QWidget, "rail_switch")
    corner = switch.mapTo(shared.window, switch.rect().topRight())
    assert corner.y() < 80
    assert corner.x() > shared.window.width() - 24


def test_the_own_computer_gets_a_second_person(desktop: Desktop, sources: Sources) -> None:
    desktop.do("rail_switch")
    assert is_chooser(desktop)
    desktop.do("newcomer")
    desktop.do("go_on")
    assert desktop.words("page_heading") == desktop.say("Who are you?")
    desktop.do("rail_start")
    come_in(desktop, AMINA)
    assert hello(desktop, "Amina")


def test_what_a_newcomer_has_typed_is_not_there_for_the_next_one(shared: Desktop) -> None:
    shared.do("newcomer")
    shared.do("go_on")
    shared.fill("name", "Cia Hemlig")
    shared.press(Key.Key_L, Modifier.ControlModifier)
    assert is_chooser(shared)
    shared.do("newcomer")
    shared.do("go_on")
    assert shared.find(QLineEdit, "name").text() == ""


# --- Each one's own way of seeing it ----------------------------------------------------------


def test_everybody_sees_it_their_own_way(shared: Desktop) -> None:
    come_in(shared, AMINA)
    shared.do("rail_settings")
    shared.find(QRadioButton, "language_en").click()
    settle()
    shared.find(QRadioButton, "text_200").click()
    settle()
    shared.do("rail_switch")
    assert (shared.preferences.language, shared.preferences.text_percent) == ("sv", 120)
    come_in(shared, BO)
    assert (shared.preferences.language, shared.preferences.text_percent) == ("sv", 120)
    shared.do("rail_switch")
    come_in(shared, AMINA)
    assert shared.words("page_heading") == "Hello Amina"
    assert shared.preferences.text_percent == 200


def test_before_anybody_comes_in_the_settings_are_the_computer_s(
    shared: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    shared.do("rail_settings")
    shared.find(QRadioButton, "language_en").click()
    settle()
    assert not shared.has("lock_5")
    shared.do("rail_start")
    assert shared.words("page_heading") == "Who is here?"
    shared.close()
    assert open_desktop(sources).words("page_heading") == "Who is here?"


def test_a_newcomer_s_language_is_the_newcomer_s_own(shared: Desktop) -> None:
    shared.do("newcomer")
    shared.find(QRadioButton, "language_en").click()
    settle()
    shared.do("go_on")
    shared.fill("name", "Cia Ek")
    shared.fill("employee_number", "789")
    shared.tab_to("role")
    shared.write("Com")
    shared.do("unit_missing")
    shared.do("go_on")
    shared.do("start")
    assert shared.words("page_heading") == "Hello Cia"
    shared.do("rail_switch")
    assert shared.preferences == replace(
        Preferences(), window_geometry=shared.preferences.window_geometry
    )
    come_in(shared, replace(AMINA, employee_number="789"))
    assert shared.words("page_heading") == "Hello Cia"


def test_hr_is_reached_without_coming_in(open_desktop: OpenDesktop, sources: Sources) -> None:
    store_people(sources, AMINA, BO)
    set_passphrase(sources)
    desktop = open_desktop(sources)
    desktop.do("rail_hr")
    assert desktop.has("passphrase")
    desktop.do("rail_start")
    assert is_chooser(desktop)


# --- Protected identity ------------------------------------------------------------


def test_a_newcomer_with_a_protected_identity_writes_an_alias_and_is_in_no_list(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    store_people(sources, AMINA, BO)
    desktop = open_desktop(named_computer(sources))
    desktop.do("newcomer")
    desktop.do("go_on")
    assert not desktop.has("about_protection")
    desktop.do("is_protected")
    assert desktop.words("about_protection")
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    assert desktop.is_on("is_protected")
    desktop.fill("name", "Alias Ek")
    desktop.fill("employee_number", "789")
    desktop.tab_to("role")
    desktop.write("Gru")
    desktop.do("unit_missing")
    desktop.do("back")
    desktop.do("go_on")
    assert desktop.is_on("is_protected")
    desktop.do("go_on")
    desktop.do("start")
    assert desktop.person.is_protected
    desktop.do("rail_switch")
    assert people_rows(desktop) == ["Amina Ö.", "Bo E."]
    come_in(desktop, replace(AMINA, employee_number="789"))
    assert hello(desktop, "Alias")


def test_protection_is_changed_in_my_data_and_the_ledger_hears_nothing(desktop: Desktop) -> None:
    desktop.do("rail_my_data")
    desktop.do("correct")
    desktop.do("is_protected")
    desktop.do("save_correction")
    assert desktop.has("page_message")
    assert desktop.person.is_protected
    protected = desktop.say("Protected identity")
    assert f"{protected}: {desktop.say('Yes')}" in desktop.words("section_profile")
    assert desktop.workspace.hr_reports.report().people == 0
    assert desktop.workspace.learning.ledger_head().length == 0
