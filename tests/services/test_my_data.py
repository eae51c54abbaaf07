"""Mina uppgifter: all that the program knows about a person, and nothing about anybody else."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from examples import (
    FakeClock,
    make_branching_scenario,
    make_course,
    make_module,
    make_organisation,
    make_parts_scenario,
    make_person,
    make_profile,
)
from services.playing import answer_next, play, read_on

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.group_plan import Length, PlanId
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import AnswerForm
from huddinge_training.errors import ExportError
from huddinge_training.language import Language
from huddinge_training.services.clock import Clock
from huddinge_training.services.group_sessions import GroupSessions
from huddinge_training.services.hr_reports import ExportFormat, HrReports
from huddinge_training.services.learning import Learning
from huddinge_training.services.my_data import MyData
from huddinge_training.services.pins import Pins
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")
Changes = dict[str, Any]
Shown = dict[str, list[tuple[str, str]]]


@pytest.fixture
def my_data(database: Database, course: Course, learning: Learning, clock: Clock) -> MyData:
    """The data of everybody."""
    return MyData(database, course, make_organisation(), learning, Pins(database, clock))


@pytest.fixture
def reports(database: Database, course: Course, clock: Clock) -> HrReports:
    """HR's reports on the same people."""
    return HrReports(database, course, make_organisation(), clock)


def shown(my_data: MyData, person: Person, language: Language) -> Shown:
    """The sections with all that stands in them, in words."""
    return {
        section.id: [
            (language.say(label), value if isinstance(value, str) else language.say(value))
            for label, value in section.rows
        ]
        for section in my_data.sections(person)
    }


def test_who_has_done_nothing_sees_the_profile(
    my_data: MyData, person: Person, english: Language
) -> None:
    assert shown(my_data, person, english) == {
        "profile": [
            ("Name", "Åsa Öman"),
            ("Employee number", "0042"),
            ("Work e-mail", "None"),
            ("Work", "Compulsory school"),
            ("Unit", "Ängsskolan"),
            ("Profile made", "2 March 2026"),
            ("Reminders of repeats", "Yes"),
            ("Protected identity", "No"),
            ("PIN before the profile", "No"),
        ],
        "records": [("Modules", "Nothing yet")],
        "corrections": [("Corrections", "None")],
        "answers": [("Answers", "None")],
        "follow_ups": [("Repeats", "None")],
        "access": [("Number of exports", "0"), ("Latest", "None")],
    }


def test_every_section_says_what_it_is_for(
    my_data: MyData, person: Person, english: Language
) -> None:
    for section in my_data.sections(person):
        assert english.say(section.title)
        assert english.say(section.purpose).endswith(".")


@pytest.mark.parametrize(
    ("profile", "label", "value"),
    [
        ({"unit_code": "", "unit_missing": True}, "Unit", "Missing from the list"),
        ({"unit_code": "OLD-7"}, "Unit", "OLD-7"),
        ({"role": "clown"}, "Work", "clown"),
        ({"employee_number": "", "email": "a@example.se"}, "Employee number", "None"),
        ({"employee_number": "", "email": "a@example.se"}, "Work e-mail", "a@example.se"),
        ({"name": "Åsa {name} <b>"}, "Name", "Åsa {name} <b>"),
    ],
)
def test_the_profile_is_shown_as_it_is(
    my_data: MyData, english: Language, profile: Changes, label: str, value: str
) -> None:
    person = make_person("odd", **profile)
    assert (label, value) in shown(my_data, person, english)["profile"]


def test_all_that_was_done_is_shown(
    my_data: MyData,
    person: Person,
    learning: Learning,
    profiles: Profiles,
    time: FakeClock,
) -> None:  # fmt: skip
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    play(learning.open_follow_up(person, due))
    visit = learning.open_module(person, DOORS)
    scenario = answer_next(visit)
    person = profiles.correct(person, make_profile("Åsa Ek", unit_code="IT-1"))
    data = shown(my_data, person, Language.load("en", Path()))
    assert data["records"] == [
        (
            "Module nycklar",
            "done 2 March 2026, edition 2026.1, unit SK-1; "
            "assigned 2 March 2026, due 31 May 2026, on your own",
        )
    ]
    assert data["corrections"] == [
        ("Corrected 1 April 2026", "name"), ("Corrected 1 April 2026", "unit, from SK-1 to IT-1"),
    ]  # fmt: skip
    assert data["answers"] == [(scenario.title.en, "I do a.")]
    assert data["follow_ups"] == [
        ("Module nycklar", "done 1 April 2026"), ("Module nycklar", "planned 31 August 2026"),
    ]  # fmt: skip


def test_answers_are_shown_line_by_line_also_one_that_is_begun(
    database: Database, person: Person, clock: Clock, english: Language
) -> None:
    way = make_branching_scenario("vagen")
    sorting = make_parts_scenario(AnswerForm.SORT, "hogar")
    begun = {
        way.id: ("c", ["I do c."]),
        sorting.id: ("d:x,b:y", ["Heap x: Somebody does d.", "Heap y: Somebody does b."]),
    }
    course = make_course(make_module("modul", scenarios=[way, sorting]))
    learning = Learning(database, course, clock)
    visit = learning.open_module(person, ModuleId("modul"))
    answer_next(visit)
    second = read_on(visit)
    response, lines = begun[second.id]
    visit.keep(Response(response))
    my_data = MyData(database, course, make_organisation(), learning, Pins(database, clock))
    data = shown(my_data, person, english)
    assert len(data["answers"]) > len(lines)
    assert data["answers"][-len(lines) :] == [(second.title.en, line) for line in lines]


def test_an_answer_to_a_scenario_that_is_gone_is_shown_by_its_name(
    database: Database, person: Person, clock: Clock, english: Language, learning: Learning
) -> None:
    scenario = answer_next(learning.open_module(person, KEYS))
    left = make_course(make_module(DOORS))
    learning, pins = Learning(database, left, clock), Pins(database, clock)
    my_data = MyData(database, left, make_organisation(), learning, pins)
    assert shown(my_data, person, english)["answers"] == [(scenario.id, "a")]


def test_a_record_without_a_unit_and_of_a_module_that_is_gone_is_shown(
    database: Database, english: Language, learning: Learning, clock: Clock
) -> None:
    person = make_person("bo", unit_code="", unit_missing=True)
    PeopleStore(database).add(person)
    play(learning.open_module(person, KEYS))
    left = make_course(make_module(DOORS))
    learning, pins = Learning(database, left, clock), Pins(database, clock)
    my_data = MyData(database, left, make_organisation(), learning, pins)
    data = shown(my_data, person, english)
    assert data["records"] == [
        (
            "nycklar",
            "done 2 March 2026, edition 2026.1, unit –; "
            "assigned 2 March 2026, due 31 May 2026, on your own",
        )
    ]
    assert [label for label, _ in data["follow_ups"]] == ["nycklar", "nycklar"]


def test_it_says_how_often_hr_has_exported(
    my_data: MyData, reports: HrReports, person: Person, english: Language, tmp_path: Path
) -> None:
    for name in "ab":
        reports.export(reports.report(), ExportFormat.CSV, tmp_path / name, english)
    assert shown(my_data, person, english)["access"] == [
        ("Number of exports", "2"), ("Latest", "2 March 2026"),
    ]  # fmt: skip


def test_it_can_be_saved_as_a_page_and_as_data(
    my_data: MyData, person: Person, english: Language, tmp_path: Path
) -> None:
    my_data.save(person, tmp_path / "data.html", "html", english)
    my_data.save(person, tmp_path / "data.json", "json", english)
    assert "Åsa Öman" in (tmp_path / "data.html").read_text("utf-8")
    data = json.loads((tmp_path / "data.json").read_text("utf-8"))
    assert [section["id"] for section in data["sections"]] == [
        "profile", "records", "corrections", "answers", "follow_ups", "access",
    ]  # fmt: skip


def test_a_place_that_cannot_be_written_is_a_sentence(
    my_data: MyData, person: Person, english: Language, tmp_path: Path
) -> None:
    with pytest.raises(ExportError):
        my_data.save(person, tmp_path / "no" / "data.html", "html", english)


def test_who_leads_sees_their_plans_and_nobody_else_does(
    my_data: MyData, database: Database, course: Course, clock: Clock, english: Language
) -> None:
    person, other = (
        Profiles(database, clock).create(make_profile(employee_number=number))
        for number in ("0098", "0099")
    )
    sessions = GroupSessions(database, course, clock)
    plan = sessions.ready_plan(Length.SHORT, sessions.choices(), "Amina")
    sessions.start(sessions.save_plan(replace(plan, expected_count=5), person.id), person.id)

    case = plan.cases[0]
    title = course.module(case.module_id).scenario(case.scenario_id).title
    assert title.en != title.sv
    assert shown(my_data, person, english)["meetings"] == [
        ("Planned", title.en),
        ("Not ended", title.en),
    ]
    assert "No colleague at this computer sees them" in meetings_purpose(my_data, person)
    assert "meetings" not in shown(my_data, other, english)


def test_what_was_planned_before_there_were_owners_says_who_sees_it(
    my_data: MyData, database: Database, course: Course, clock: Clock, english: Language
) -> None:
    person = Profiles(database, clock).create(make_profile(employee_number="0098"))
    sessions = GroupSessions(database, course, clock)
    plan = replace(
        sessions.ready_plan(Length.SHORT, sessions.choices(), "Amina"), title="A", expected_count=5
    )
    sessions.start(sessions.save_plan(plan, person.id), person.id)
    with database.atomic():
        for table in ("group_plans", "group_sessions"):
            database.connection.execute(f"UPDATE {table} SET owner_id = NULL")
    sessions.save_plan(replace(plan, id=PlanId("b"), title="B"), person.id)

    assert set(shown(my_data, person, english)["meetings"]) == {
        ("Planned", "B"),
        ("Planned, seen by whoever leads here", "A"),
        ("Not ended, seen by whoever leads here", "A"),
    }
    assert "No colleague sees the others" in meetings_purpose(my_data, person)


def meetings_purpose(my_data: MyData, person: Person) -> str:
    """What is said of the meetings that a person leads."""
    return next(s.purpose.msgid for s in my_data.sections(person) if s.id == "meetings")
