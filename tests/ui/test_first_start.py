"""The first start: language, who I am, start; three screens, and nothing stored too early."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton
from services.playing import written_by_another
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.stages import store_person

from huddinge_training.domain.person import Person
from huddinge_training.services.workspace import Sources, Workspace


def everyone(sources: Sources) -> list[Person]:
    from huddinge_training.storage.people import PeopleStore

    with Workspace.open(sources) as workspace:
        return PeopleStore(workspace.database).everyone()


def fill_in(desktop: Desktop) -> None:
    desktop.fill("name", "Åsa Ek")
    desktop.fill("employee_number", "0042")
    desktop.tab_to("role")
    desktop.write("Gru")
    desktop.fill("unit_search", "björk")
    desktop.press(Key.Key_Return)


@pytest.fixture
def who(first_start: Desktop) -> Desktop:
    first_start.do("go_on")
    return first_start


def test_the_first_screen_speaks_and_looks_as_chosen_at_once(first_start: Desktop) -> None:
    first_start.tab_to("language_sv")
    first_start.press(Key.Key_Right)
    assert first_start.words("page_heading") == "Welcome to Kompassen"
    assert first_start.focused == "language_en"
    first_start.do("go_on")
    assert first_start.words("page_heading") == "Who are you?"


def test_languages_are_named_in_themselves(first_start: Desktop) -> None:
    names = [first_start.find(QRadioButton, f"language_{code}").text() for code in ("sv", "en")]
    assert names == ["Svenska", "English"]


def test_the_privacy_notice_is_short_and_stands_before_anything_is_stored(
    who: Desktop, sources: Sources
) -> None:
    lengths = [len(who.words("privacy_words").split())]
    who.do("back")
    who.tab_to("language_sv")
    who.press(Key.Key_Right)
    who.do("go_on")
    notice = who.words("privacy_words")
    assert "HR sees that you are done and the date. HR does not see your answers." in notice
    assert max(*lengths, len(notice.split())) <= 120
    assert everyone(sources) == []


def test_three_screens_lead_home(who: Desktop, sources: Sources) -> None:
    fill_in(who)
    who.do("go_on")
    assert who.words("page_heading") == who.say("Ready to start")
    who.do("start")
    assert who.words("page_heading") == who.say("Hello {name}", name="Åsa")
    (person,) = everyone(sources)
    profile = person.profile
    assert (profile.name, profile.employee_number) == ("Åsa Ek", "0042")
    assert (profile.role, profile.unit_code) == ("skola", "BUF-201")
    assert person.wants_follow_ups


def test_going_back_keeps_what_is_typed(who: Desktop, sources: Sources) -> None:
    fill_in(who)
    who.do("back")
    assert who.words("page_heading") == who.say("Welcome to Kompassen")
    who.do("go_on")
    assert who.find(QLineEdit, "name").text() == "Åsa Ek"
    assert who.find(QLineEdit, "unit_search").text() == "Björkängsskolan"
    assert everyone(sources) == []


def test_what_is_typed_stays_when_the_text_grows(who: Desktop) -> None:
    fill_in(who)
    who.fill("email", "asa@")
    who.do("go_on")
    problem = who.words("email_problem")
    assert problem
    who.press(Key.Key_Plus, Modifier.ControlModifier)
    assert who.find(QLineEdit, "name").text() == "Åsa Ek"
    assert who.find(QLineEdit, "email").text() == "asa@"
    assert who.find(QComboBox, "role").currentData() == "skola"
    assert "Björkängsskolan" in who.words("unit_chosen")
    assert who.words("email_problem") == problem
    assert who.focused == "email"


def test_letters_of_a_unit_not_yet_chosen_stay_when_the_text_grows(who: Desktop) -> None:
    who.fill("unit_search", "skol")
    who.press(Key.Key_Plus, Modifier.ControlModifier)
    assert who.find(QLineEdit, "unit_search").text() == "skol"


def test_tab_goes_through_the_form_from_top_to_bottom_also_after_a_change(who: Desktop) -> None:
    expected = ["name", "employee_number", "email", "role", "unit_search", "unit_missing",
                "is_protected", "go_on", "back"]  # fmt: skip
    for _ in range(2):
        who.press(Key.Key_F6)
        stops = []
        for _ in expected:
            who.press(Key.Key_Tab)
            stops.append(who.focused)
        assert stops == expected
        who.press(Key.Key_Plus, Modifier.ControlModifier)


def test_the_last_screen_says_how_much_and_lets_one_turn_reminders_off(
    who: Desktop, sources: Sources
) -> None:
    fill_in(who)
    who.do("go_on")
    overview = who.workspace.learning.overview(everyone(sources)[0])
    for module in overview.modules:
        titles = who.words("module_titles").splitlines()
        (line,) = [line for line in titles if line.startswith(module.module.title.sv)]
        assert str(module.minutes) in line
    assert who.find(QCheckBox, "wants_follow_ups").isChecked()
    who.do("wants_follow_ups")
    assert not everyone(sources)[0].wants_follow_ups
    who.press(Key.Key_Plus, Modifier.ControlModifier)
    assert not who.find(QCheckBox, "wants_follow_ups").isChecked()


def test_closing_on_the_last_screen_comes_home_at_the_next_start(
    who: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    fill_in(who)
    who.do("go_on")
    who.close()
    again = open_desktop(sources)
    assert again.words("page_heading") == again.say("Hello {name}", name="Åsa")


def test_somebody_with_the_same_number_is_told_and_nothing_is_lost(
    who: Desktop, sources: Sources
) -> None:
    profile = store_person(sources).profile
    fill_in(who)
    who.fill("employee_number", profile.employee_number)
    who.do("go_on")
    assert who.words("employee_number_problem")
    assert who.find(QLineEdit, "name").text() == "Åsa Ek"
    assert len(everyone(sources)) == 1


@pytest.fixture
def impatient(who: Desktop) -> Desktop:
    """Gives up at once when another program is writing."""
    who.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    return who


def test_data_that_cannot_be_written_is_a_sentence_and_can_be_tried_again(
    impatient: Desktop,
) -> None:
    fill_in(impatient)
    with written_by_another(impatient.workspace.database):
        impatient.do("go_on")
        assert impatient.words("page_message")
        assert impatient.find(QLineEdit, "name").text() == "Åsa Ek"
    impatient.do("go_on")
    assert impatient.words("page_heading") == impatient.say("Ready to start")


def test_a_broken_list_of_units_is_a_sentence_with_the_file(
    open_desktop: OpenDesktop, sources: Sources, tmp_path: Path
) -> None:
    file = tmp_path / "organisation.yaml"
    file.write_text("forvaltningar: [", encoding="utf-8")
    settings = replace(sources.settings, organisation_file=file)
    desktop = open_desktop(replace(sources, settings=settings))
    desktop.do("go_on")
    assert str(file) in desktop.words("page_message")
    shutil.copy(sources.resources / "organisation.yaml", file)
    desktop.do("go_on")
    assert desktop.words("page_heading") == desktop.say("Who are you?")
