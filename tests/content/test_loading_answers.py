"""What can be answered is read as its author wrote it, and so is the page to print."""

from pathlib import Path

import pytest
from content.editing import (
    CHOOSE_ALL,
    MARK,
    MODULE,
    ORDER,
    SORT,
    WAY,
    edit,
    line_with,
    report,
    scenario_ids,
)

from huddinge_training.content.library import load_course
from huddinge_training.domain.scenario import AnswerForm, Grade, Scenario
from huddinge_training.language import Text


def loaded(folder: Path, file: str) -> Scenario:
    """The scenario of a file."""
    (module,) = load_course(folder).course.modules
    return next(s for s in module.scenarios if s.id == Path(file).stem)


def test_the_example_with_all_forms_is_without_a_problem(answers_folder: Path) -> None:
    assert report(load_course(answers_folder).findings) == []
    assert len(scenario_ids(answers_folder)) == 8


@pytest.mark.parametrize(
    ("file", "form", "applying"),
    [(CHOOSE_ALL, AnswerForm.CHOOSE_ALL, "ac"), (MARK, AnswerForm.MARK, "bd")],
)
def test_parts_to_be_chosen_are_read(
    answers_folder: Path, file: str, form: AnswerForm, applying: str
) -> None:
    scenario = loaded(answers_folder, file)

    assert (scenario.form, scenario.options, scenario.groups) == (form, (), ())
    assert "".join(part.id for part in scenario.parts if part.applies) == applying
    assert all(part.text.en and part.feedback.en for part in scenario.parts)
    assert {part.group for part in scenario.parts} == {None}


def test_steps_are_read_in_their_order(answers_folder: Path) -> None:
    scenario = loaded(answers_folder, ORDER)

    assert scenario.form is AnswerForm.ORDER
    assert [part.id for part in scenario.parts] == ["a", "b", "c"]
    assert scenario.parts[0].text == Text("Jag ropar från dörren.", "I call from the door.")
    assert scenario.parts[0].feedback.sv.startswith("Det kommer här, eftersom")


def test_cases_and_their_groups_are_read(answers_folder: Path) -> None:
    scenario = loaded(answers_folder, SORT)

    assert scenario.form is AnswerForm.SORT
    assert [(group.id, group.title.en) for group in scenario.groups] == [
        ("agare", "To a person"),
        ("disk", "To the reception"),
    ]
    assert [part.group for part in scenario.parts] == ["agare", "disk", "agare", "disk", "disk"]


def test_a_way_is_read_with_all_that_belongs_to_it(answers_folder: Path) -> None:
    scenario = loaded(answers_folder, WAY)

    assert (scenario.form, scenario.parts) == (AnswerForm.CHOICE, ())
    assert [option.leads_to for option in scenario.options] == [
        "nasta-morgon",
        None,
        "nasta-morgon",
    ]
    (later,) = scenario.decisions
    assert (later.id, later.question) == (
        "nasta-morgon",
        Text("Vad gör du nu?", "What do you do now?"),
    )
    assert [option.grade for option in later.options] == [Grade.POOR, Grade.BEST]
    assert {option.leads_to for option in later.options} == {None}
    assert [step.step_id for step in scenario.steps] == ["stanna-upp"]
    case = scenario.real_case
    assert case
    assert (case.year, case.title.en) == (2021, "A computer on a train")
    assert case.source == Text(
        "Tillsynsmyndigheten, ärende 17-21", "The supervisory authority, case 17-21"
    )


def test_a_sheet_is_read_with_its_rules_and_contacts(answers_folder: Path) -> None:
    edit(
        answers_folder, MODULE, "principle: 2", "principle: 2\nsheet: {rules: [koden-2], ask: [hr]}"
    )

    course = load_course(answers_folder).course
    (module,) = course.modules

    assert module.sheet
    assert module.sheet.rules == course.rules
    assert module.sheet.contacts == course.contacts[1:]


def test_a_sheet_without_any_rule_that_works_is_none(answers_folder: Path) -> None:
    edit(
        answers_folder, MODULE, "principle: 2", "principle: 2\nsheet: {rules: [koden-2], ask: [hr]}"
    )
    edit(answers_folder, "rules.yaml", "checked: 2026-01-15", "checked: nyss")

    (module,) = load_course(answers_folder).course.modules

    assert module.sheet is None


def test_when_to_ask_a_contact_is_read(answers_folder: Path) -> None:
    edit(
        answers_folder,
        "contacts.yaml",
        "title: {sv: HR,",
        "when: {sv: Ofta., en: Often.}\n  title: {sv: HR,",
    )

    manager, hr = load_course(answers_folder).course.contacts

    assert (hr.when, hr.how) == (Text("Ofta.", "Often."), None)
    assert (manager.when, manager.how) == (None, Text("Ring 08-123 456 78.", "Call 08-123 456 78."))


def test_two_options_may_lead_to_one_decision_and_a_decision_to_two_ends(
    answers_folder: Path,
) -> None:
    scenario = loaded(answers_folder, WAY)

    assert [option.leads_to for option in scenario.options].count(scenario.decisions[0].id) == 2


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("{rules: [koden-3], ask: [hr]}", "F06 There is no “koden-3” to point to. Did you mean"),
        ("{rules: [koden-2], ask: [hrm]}", "F06 There is no “hrm” to point to. Did you mean “hr”?"),
        ("{rules: [], ask: [hr]}", "F05 “rules” has 0 items; it needs 1 or more."),
        ("{rules: [koden-2]}", "F04 The key “ask” is missing here."),
        ("{rules: [koden-2], ask: [hr], tips: []}", "F03 There is no key “tips” here."),
    ],
)
def test_a_sheet_points_only_to_what_is_there(answers_folder: Path, sheet: str, words: str) -> None:
    edit(answers_folder, MODULE, "principle: 2", f"principle: 2\nsheet: {sheet}")

    found = report(load_course(answers_folder).findings)

    line = line_with(answers_folder, MODULE, "sheet:")
    assert any(entry.startswith(f"{MODULE}:{line}: {words}") for entry in found), found
