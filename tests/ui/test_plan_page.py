"""*Planera en träff*: two clicks are enough, and what is wrong is said at its field."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from ui.desktop import Desktop, Key, OpenDesktop, settle
from ui.meetings import PEOPLE, leading, plan, press, store_manager, stored_plans

from huddinge_training.domain.group_plan import GroupPlan, Length, StepKind
from huddinge_training.services.workspace import Sources


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """A new plan of a manager."""
    store_manager(sources)
    desktop = open_desktop(sources)
    plan(desktop)
    return desktop


def saved(desktop: Desktop) -> GroupPlan:
    press(desktop, "save_plan")
    return stored_plans(desktop)[0]


def cases(desktop: Desktop) -> list[QCheckBox]:
    checks = desktop.page.findChildren(QCheckBox)
    return [c for c in checks if c.objectName().startswith("case_") and c.isVisible()]


def test_from_the_menu_two_clicks_begin_a_meeting(desktop: Desktop) -> None:
    press(desktop, "start_meeting")
    session = leading(desktop).led.live.look(lambda s: (s.step.kind, s.people_present))
    assert session == (StepKind.GROUND_RULES, 12)


def test_everything_has_a_default(desktop: Desktop) -> None:
    made = saved(desktop)
    assert made.length is Length.SHORT
    assert len(made.cases) == 1
    assert made.leader == "Amina Öberg"
    assert made.unit_code == "BUF-201"
    assert made.title


def test_a_longer_meeting_takes_one_case_more(desktop: Desktop) -> None:
    desktop.find(QCheckBox, cases(desktop)[0].objectName())
    desktop.mark("45")
    made = saved(desktop)
    assert made.length is Length.NORMAL
    assert len(made.cases) == 2
    assert "→" in desktop.words("case_order")


def test_the_latest_choice_takes_the_place_of_the_earlier_one(desktop: Desktop) -> None:
    second = cases(desktop)[1]
    name = second.objectName().removeprefix("case_")
    second.click()
    assert [c.isChecked() for c in cases(desktop)[:2]] == [False, True]
    assert saved(desktop).cases[0].scenario_id == name


def test_a_meeting_without_a_case_is_refused_at_the_cases(desktop: Desktop) -> None:
    cases(desktop)[0].click()
    press(desktop, "start_meeting")
    assert "Välj 1 av fallen" in desktop.words("case_source_problem")
    assert desktop.focused == "case_source"
    assert desktop.app.journey.leading is None


def test_cases_can_be_those_of_a_module_or_close_to_a_role(desktop: Desktop) -> None:
    everything = [check.objectName() for check in cases(desktop)]
    desktop.tab_to("case_source")
    desktop.press(Key.Key_Down)
    of_first_module = [check.objectName() for check in cases(desktop)]
    assert of_first_module
    assert of_first_module != everything
    desktop.press(Key.Key_End)
    assert cases(desktop)
    assert len(saved(desktop).cases) == 1


def test_who_is_expected_can_be_pasted(desktop: Desktop) -> None:
    desktop.find(QPlainTextEdit, "expected_people").setPlainText(PEOPLE)
    made = saved(desktop)
    assert [person.employee_number for person in made.expected] == ["0042", "0043", "0044"]
    assert made.people == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [("Bo Ek; 9\nÅsa; 9", "1, 2"), ("Bo Ek; 9\n" + "x" * 131_073, "Rad 2 är för lång")],
)
def test_what_is_wrong_in_a_pasted_list_is_said_at_it(
    desktop: Desktop, text: str, words: str
) -> None:
    desktop.find(QPlainTextEdit, "expected_people").setPlainText(text)
    press(desktop, "save_plan")
    assert words in desktop.words("expected_people_problem")
    assert desktop.focused == "expected_people"
    assert stored_plans(desktop) == []


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("expected_people", "Bo Ek; 19811218-9876", "personnummer"),
        ("expected_count", "många", "från 1 till"),
        ("plan_leader", "", "Skriv något"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    desktop: Desktop, field: str, text: str, words: str
) -> None:
    desktop.fill(field, text)
    press(desktop, "save_plan")
    assert words in desktop.words(f"{field}_problem")
    assert desktop.focused == field
    assert stored_plans(desktop) == []


def test_what_is_typed_stays_in_another_language(desktop: Desktop) -> None:
    desktop.fill("plan_title", "Vår träff")
    desktop.app.appearance.change(replace(desktop.preferences, language="en"))
    settle()
    assert desktop.find(QLineEdit, "plan_title").text() == "Vår träff"
    assert desktop.words("page_heading") == "Plan a meeting"


def test_guide_and_cards_are_saved(desktop: Desktop, tmp_path: Path) -> None:
    for name in ("guide", "cards"):
        desktop.dialogs.path = tmp_path / f"{name}.html"
        press(desktop, name)
        assert desktop.dialogs.path.read_text(encoding="utf-8")
