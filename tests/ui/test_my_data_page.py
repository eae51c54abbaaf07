"""Mina uppgifter: everything is shown, and can be corrected, taken away and removed."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from services.playing import written_by_another
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.stages import AMINA, VALUES, VISION, begin, complete

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.workspace import Sources


@pytest.fixture
def my_data(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """Of somebody who has done one module and is in the middle of the next."""
    complete(sources, person, VISION)
    begin(sources, person, VALUES, until=lambda visit: visit.attempt.item_number == 1)
    desktop = open_desktop(sources)
    desktop.do("rail_my_data")
    return desktop


def test_everything_that_is_known_is_on_screen(my_data: Desktop, person: Person) -> None:
    language = my_data.app.presentation.language
    for section in my_data.workspace.my_data.sections(person):
        words = my_data.words(f"section_{section.id}")
        assert language.say(section.title) in words
        for _label, value in section.rows:
            assert (value if isinstance(value, str) else language.say(value)) in words
    assert AMINA.name in my_data.words("section_profile")
    assert AMINA.employee_number in my_data.words("section_profile")


def test_a_correction_counts_from_now_on_and_is_noted(my_data: Desktop) -> None:
    my_data.do("correct")
    assert my_data.focused == "name"
    my_data.fill("name", "Amina Åberg")
    my_data.do("save_correction")
    assert "Amina Åberg" in my_data.words("section_profile")
    assert my_data.say("name") in my_data.words("section_corrections")
    assert my_data.has("page_message")
    my_data.do("rail_home")
    my_data.do("rail_my_data")
    assert "Amina Åberg" in my_data.words("section_profile")


def test_tab_goes_through_the_form_where_it_stands(my_data: Desktop) -> None:
    my_data.do("correct")
    stops = [my_data.focused]
    for _ in range(12):
        my_data.press(Key.Key_Tab)
        stops.append(my_data.focused)
    assert stops == [
        "name", "employee_number", "email", "role", "unit_search", "unit_missing", "is_protected",
        "save_correction", "pin_choice", "save_html", "save_json", "wants_follow_ups",
        "remove_profile",
    ]  # fmt: skip


def test_a_correction_that_cannot_be_accepted_is_said_at_its_field(my_data: Desktop) -> None:
    my_data.do("correct")
    my_data.fill("name", "")
    my_data.do("save_correction")
    assert my_data.words("name_problem")
    assert my_data.focused == "name"
    assert AMINA.name in my_data.words("section_profile")


def test_a_half_typed_correction_stays_when_the_text_grows(my_data: Desktop) -> None:
    my_data.do("correct")
    my_data.fill("name", "Amina Å")
    my_data.press(Key.Key_Plus, Modifier.ControlModifier)
    assert my_data.find(QLineEdit, "name").text() == "Amina Å"
    assert my_data.focused == "name"


def test_reminders_can_be_turned_off_and_on_again(my_data: Desktop, person: Person) -> None:
    for is_wanted in (False, True):
        my_data.do("wants_follow_ups")
        stored = my_data.workspace.profiles.find(person.id)
        assert stored is not None
        assert stored.wants_follow_ups is is_wanted
        my_data.press(Key.Key_Plus, Modifier.ControlModifier)
        assert my_data.find(QCheckBox, "wants_follow_ups").isChecked() is is_wanted


def test_without_a_change_nothing_is_noted(my_data: Desktop, person: Person) -> None:
    my_data.do("correct")
    my_data.do("save_correction")
    head = my_data.workspace.learning.ledger_head()
    assert head.length == 1
    assert AMINA.name in my_data.words("section_profile")


def test_everything_can_be_saved_as_a_web_page_or_as_data(my_data: Desktop, tmp_path: Path) -> None:
    my_data.dialogs.path = tmp_path / "mina.html"
    my_data.do("save_html")
    assert AMINA.name in (tmp_path / "mina.html").read_text(encoding="utf-8")
    my_data.dialogs.path = tmp_path / "mina.json"
    my_data.do("save_json")
    assert AMINA.name in json.dumps(json.loads((tmp_path / "mina.json").read_text("utf-8")),
                                    ensure_ascii=False)  # fmt: skip
    assert [Path(name).suffix for name in my_data.dialogs.suggested] == [".html", ".json"]
    assert str(tmp_path / "mina.json") in my_data.words("page_message")


def test_a_file_that_cannot_be_saved_is_a_sentence(my_data: Desktop, tmp_path: Path) -> None:
    my_data.dialogs.path = tmp_path / "nowhere" / "x.html"
    my_data.do("save_html")
    assert str(tmp_path / "nowhere") in my_data.words("page_message")


def test_removing_asks_first_with_its_own_verb(my_data: Desktop, person: Person) -> None:
    my_data.do("remove_profile")
    ((title, _text, verb),) = my_data.dialogs.questions
    assert verb.casefold() in {title.rstrip("?").casefold(), verb.casefold()}
    assert verb == my_data.say("Remove the profile")
    assert my_data.workspace.profiles.find(person.id) is not None


def test_a_removed_profile_is_gone_and_the_first_start_begins(
    my_data: Desktop, person: Person, open_desktop: OpenDesktop, sources: Sources
) -> None:
    my_data.dialogs.is_confirmed = True
    my_data.do("remove_profile")
    assert my_data.words("page_heading") == my_data.say("Welcome to Kompassen")
    assert not my_data.has("rail")
    assert my_data.workspace.profiles.find(person.id) is None
    my_data.close()
    for file in sources.paths.folder.glob("kompassen.db*"):
        assert AMINA.name.encode() not in file.read_bytes()
    assert not open_desktop(sources).has("rail")


def test_what_cannot_be_written_is_a_sentence(my_data: Desktop, person: Person) -> None:
    my_data.dialogs.is_confirmed = True
    my_data.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    my_data.do("correct")
    my_data.fill("name", "Amina Åberg")
    with written_by_another(my_data.workspace.database):
        my_data.do("save_correction")
        assert my_data.words("page_message")
        assert my_data.find(QLineEdit, "name").text() == "Amina Åberg"
        my_data.do("remove_profile")
        assert my_data.has("page_message")
    assert my_data.workspace.profiles.find(person.id) is not None
    stored = my_data.workspace.learning.stored_answers(person, ModuleId(VALUES))
    assert len(stored) == 1


def test_the_reminders_can_be_turned_off_and_on_again(my_data: Desktop, person: Person) -> None:
    my_data.do("wants_follow_ups")
    stored = my_data.workspace.profiles.find(person.id)
    assert stored is not None
    assert not stored.wants_follow_ups
    my_data.press(Key.Key_Space)
    stored = my_data.workspace.profiles.find(person.id)
    assert stored is not None
    assert stored.wants_follow_ups
