"""A course is read from its folder: what is right is used, what is wrong is named."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from content.editing import (
    DILEMMA,
    MODULE,
    SCENARIO,
    edit,
    line_with,
    report,
    say,
    scenario_ids,
)

from huddinge_training.content.library import load_course
from huddinge_training.domain.scenario import Grade, Kind
from huddinge_training.errors import ContentError
from huddinge_training.language import Text

ALL = ["en-nyckel", "en-planbok", "en-van"]


def test_a_course_is_read_as_its_author_wrote_it(course_folder: Path) -> None:
    loaded = load_course(course_folder)

    course = loaded.course
    assert not loaded.findings
    assert (course.id, course.title) == ("exempel", Text("Exemplet", "The example"))
    assert (course.edition.id, course.edition.valid_from) == ("2026.1", date(2026, 1, 1))
    assert [role.id for role in course.roles] == ["skola", "alla"]
    assert [step.title.sv for step in course.procedure] == ["Stanna upp"]
    assert [(s.id, s.publisher, s.published) for s in course.sources] == [
        ("koden", "Exempelkommun", date(2019, 12, 12))
    ]
    assert [(term.id, term.forms) for term in course.glossary] == [("jav", ("jävig",))]
    assert [rule.checked for rule in course.rules] == [date(2026, 1, 15)]
    assert [contact.is_manager for contact in course.contacts] == [True, False]


def test_a_module_is_read_as_its_author_wrote_it(course_folder: Path) -> None:
    (module,) = load_course(course_folder).course.modules

    assert (module.id, module.principle) == ("nycklar", 2)
    assert [(o.id, o.critical, o.acceptable_meets) for o in module.objectives] == [
        ("NYC-1", True, False),
        ("NYC-2", False, False),
    ]
    (reading,) = module.reading
    assert reading.quote
    assert reading.quote.source.id == "koden"
    assert reading.text
    assert reading.text.sv == "Det som ni har på jobbet tillhör alla.\n\nLämna det som du hittar."
    assert len(module.takeaways) == 2


def test_a_scenario_is_read_as_its_author_wrote_it(course_folder: Path) -> None:
    (module,) = load_course(course_folder).course.modules
    key, wallet, friend = module.scenarios

    assert (key.id, key.version, key.kind, key.roles) == ("en-nyckel", 1, Kind.RULE, ("skola",))
    assert [option.grade for option in key.options] == list(Grade)
    assert key.options[2].misconception == "hjälpsamt = tillåtet"
    assert [rule.id for rule in key.rules] == ["koden-2"]
    assert [(ask.contact.id, ask.when) for ask in key.ask] == [
        ("narmaste-chef", None),
        ("hr", Text("Om chefen är borta", "If the manager is away")),
    ]
    assert key.reflection
    assert (key.review.panel, key.review.agreement) == (5, 0.8)
    assert (key.review.reviewed_on, key.review.next_on) == (date(2026, 1, 20), date(2027, 1, 20))
    assert wallet.about_manager
    assert not wallet.is_sensitive
    assert friend.is_sensitive
    assert friend.version == 2
    assert [p.who.sv for p in friend.perspectives] == ["Vännen", "Barnen", "Du"]
    assert friend.boundary
    assert friend.facilitation
    assert (friend.facilitation.minutes, len(friend.facilitation.questions)) == (20, 3)
    assert all(option.grade is None for option in friend.options)


SCENARIO_PROBLEMS = [
    ("no choice", "kind: regelfall", "kind:", "kind:", "F05 “kind” is empty. Choose among: regelf"),
    ("broken YAML", "values: [mod]", "values: [mod", "scene:", "F02 This line cannot be read."),
    ("an unknown key", "reflection:", "reflektion:", "reflektion:", "F03 There is no key"),
    (
        "a missing key",
        'question: {sv: "Vad gör du?", en: "What do you do?"}',
        "",
        "id: en",
        "F04 The key “question” is missing here.",
    ),
    ("a wrong type", "version: 1", "version: ett", "version:", "F05 “version” cannot be “ett”."),
    ("an empty value", "version: 1", "version:", "version:", "F05 “version” is empty."),
    (
        "an empty list",
        "roles: [skola]",
        "roles: []",
        "roles:",
        "F05 “roles” has 0 items; it needs 1 or more.",
    ),
    ("no list", "roles: [skola]", "roles: skola", "roles:", "F05 “roles” must be a list."),
    (
        "no record",
        "review: {status: reviewed, panel: 5,",
        "review: draft #",
        "review:",
        "F05 “review” must hold keys and values.",
    ),
    (
        "a wrong choice",
        "kind: regelfall",
        "kind: regelfal",
        "kind:",
        "F05 “kind” cannot be “regelfal”. Did you mean “regelfall”?",
    ),
    (
        "a wrong choice beyond guessing",
        "kind: regelfall",
        "kind: 7",
        "kind:",
        "F05 “kind” cannot be “7”. Choose among: bedomning, dilemma, regelfall.",
    ),
    (
        "a number out of bounds",
        "agreement: 0.8",
        "agreement: 80",
        "review:",
        "F05 “agreement” cannot be “80”. Write a number from 0 to 1, such as 0.8.",
    ),
    (
        "a date that is none",
        "date: 2026-01-20",
        "date: i fjol",
        "review:",
        "F05 “date” cannot be “i fjol”. Write a date like 2026-03-07",
    ),
    (
        "a flag that is none",
        "values: [mod]",
        "about_manager: kanske",
        "about_manager:",
        "F05 “about_manager” cannot be “kanske”. Write true or false",
    ),
    (
        "a list for a number",
        "version: 1",
        "version: [1]",
        "version:",
        "F05 “version” cannot be “…”.",
    ),
    (
        "a text that is no text",
        "title: {sv: En nyckel på golvet, en: A key on the floor}",
        "title: 3",
        "title:",
        "F05 “title” must be a text in Swedish and English.",
    ),
    (
        "half a text that is no text",
        "title: {sv: En nyckel på golvet,",
        "title: {sv: 3,",
        "title:",
        "F05 “sv” must be a text.",
    ),
    (
        "an empty text",
        "title: {sv: En nyckel på golvet,",
        "title: {sv: '',",
        "title:",
        "F05 The Swedish text is empty.",
    ),
    (
        "no Swedish",
        "title: {sv: En nyckel på golvet, en",
        "title: {en",
        "title:",
        "F04 The key “sv” is missing here.",
    ),
    (
        "an unknown language",
        "title: {sv: En nyckel på golvet, en",
        "title: {se: Coavddá, sv: En nyckel, en",
        "title:",
        "F03 “title” has no language “se”.",
    ),
    (
        "an unknown role",
        "roles: [skola]",
        "roles: [skolan]",
        "roles:",
        "F06 There is no “skolan” to point to. Did you mean “skola”?",
    ),
    (
        "an unknown rule",
        "rules: [koden-2]",
        "rules: [koden-3]",
        "rules:",
        "F06 There is no “koden-3” to point to. Did you mean “koden-2”?",
    ),
    (
        "an unknown contact",
        "  - narmaste-chef",
        "  - chefen",
        "- chefen",
        "F06 There is no “chefen” to point to.",
    ),
    (
        "an unknown contact with when",
        "{contact: hr,",
        "{contact: hrm,",
        "contact: hrm",
        "F06 There is no “hrm” to point to. Did you mean “hr”?",
    ),
    (
        "an unknown objective",
        "objective: NYC-1",
        "objective: NYC-7",
        "objective:",
        "F06 There is no “NYC-7” to point to. Did you mean",
    ),
    (
        "equal ids of options",
        "- id: b",
        "- id: a",
        "SECOND id: a",
        "F07 “a” stands here a second time.",
    ),
    (
        "another id than the file",
        "id: en-nyckel",
        "id: en-nycel",
        "id: en-nycel",
        "F08 The id is “en-nycel”, but the name of the file or folder is “en-nyckel”.",
    ),
    (
        "an option without a grade",
        "    grade: best\n",
        "",
        "- id: a",
        "F11 This option has no grade.",
    ),
    (
        "a dilemma with grades",
        "kind: regelfall",
        "kind: dilemma",
        "grade: best",
        "F11 A dilemma has no key, but this option is graded.",
    ),
    (
        "a critical dilemma",
        "kind: regelfall",
        "kind: dilemma",
        "objective:",
        "F11 A dilemma cannot carry a critical objective",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [pytest.param(*problem[1:], id=problem[0]) for problem in SCENARIO_PROBLEMS],
)
def test_a_broken_scenario_is_left_out_and_the_rest_works(
    course_folder: Path, old: str, new: str, place: str, words: str
) -> None:
    edit(course_folder, SCENARIO, old, new)

    loaded = load_course(course_folder)

    if place.startswith("SECOND "):
        line = line_with(course_folder, SCENARIO, "Jag tar med mig") - 2
    else:
        line = line_with(course_folder, SCENARIO, place)
    found = report(loaded.findings)
    assert any(entry.startswith(f"{SCENARIO}:{line}: {words}") for entry in found), found
    assert scenario_ids(course_folder) == ["en-planbok", "en-van"]


def test_all_problems_of_a_file_are_found_at_once(course_folder: Path) -> None:
    edit(course_folder, SCENARIO, "version: 1", "version: ett")
    edit(course_folder, SCENARIO, "kind: regelfall", "sort: regelfall")
    edit(course_folder, SCENARIO, "rules: [koden-2]", "rules: [koden-9]")
    edit(course_folder, DILEMMA, "objective: NYC-2", "objective: ")

    rules = [(f.file, f.rule) for f in load_course(course_folder).findings]

    assert rules == [
        (SCENARIO, "F04"),
        (SCENARIO, "F05"),
        (SCENARIO, "F03"),
        (SCENARIO, "F06"),
        (DILEMMA, "F05"),
    ]


def test_an_unknown_key_is_guessed(course_folder: Path) -> None:
    edit(course_folder, SCENARIO, "reflection:", "reflektion:")

    (finding,) = load_course(course_folder).findings

    assert say(finding.hint) == "Did you mean “reflection”?"


def test_a_missing_translation_is_a_warning_and_swedish_stands_in(course_folder: Path) -> None:
    edit(
        course_folder,
        SCENARIO,
        "title: {sv: En nyckel på golvet, en: A key on the floor}",
        "title: En nyckel",
    )
    edit(course_folder, DILEMMA, "en: A friend in the locker", "en: ''")

    loaded = load_course(course_folder)

    assert report(loaded.findings) == [
        f"{file}:4: L24 “title” has no English translation; Swedish is shown instead. "
        "Add “en:” with the translation."
        for file in (SCENARIO, DILEMMA)
    ]
    assert not any(finding.is_error for finding in loaded.findings)
    (module,) = loaded.course.modules
    assert [s.title.in_language("en") for s in module.scenarios] == [
        "En nyckel",
        "A wallet on the bus",
        "En vän i skåpet",
    ]


def test_two_scenarios_with_one_id_leave_the_first(course_folder: Path) -> None:
    shutil.copytree(course_folder / "nycklar", course_folder / "dorrar")
    edit(course_folder, "dorrar/module.yaml", "id: nycklar", "id: dorrar")
    edit(course_folder, "course.yaml", "modules: [nycklar]", "modules: [nycklar, dorrar]")
    edit(course_folder, "dorrar/en-van.yaml", "id: en-van", "id: en-dorr")
    (course_folder / "dorrar/en-van.yaml").rename(course_folder / "dorrar/en-dorr.yaml")

    loaded = load_course(course_folder)

    assert report(loaded.findings) == [
        f"dorrar/{name}.yaml:1: F07 “{name}” is already the id of nycklar/{name}.yaml. "
        "Give this scenario another id and file name."
        for name in ("en-nyckel", "en-planbok")
    ]
    assert scenario_ids(course_folder) == [*ALL, "en-dorr"]


MODULE_PROBLEMS = [
    (
        "an unknown role",
        "principle: 2",
        "roles: [skolan]",
        "F06 There is no “skolan” to point to. Did you mean “skola”?",
    ),
    ("broken YAML", "principle: 2", "principle: 'två", "F02 This line cannot be read."),
    (
        "an unknown key",
        "principle: 2",
        "principal: 2",
        "F03 There is no key “principal” here. Did you mean “principle”?",
    ),
    ("another id than the folder", "id: nycklar", "id: nyckel", "F08 The id is “nyckel”"),
    ("equal ids of objectives", "id: NYC-2", "id: NYC-1", "F07 “NYC-1” stands here a second time."),
    (
        "equal ids of readings",
        "objectives:",
        "  - {id: koden, title: {sv: A, en: A}, text: {sv: B, en: B}}\nobjectives:",
        "F07 “koden” stands here a second time.",
    ),
    (
        "an unknown source",
        "source: koden",
        "source: boken",
        "F06 There is no “boken” to point to. Did you mean “koden”?",
    ),
    (
        "words that are not in the source",
        "{sv: Vi följer lagar och regler,",
        "{sv: Vi följer lagarna,",
        "F09 The quote does not stand word for word in “koden”.",
    ),
    (
        "half a word of the source",
        "{sv: Vi följer lagar och regler,",
        "{sv: Vi följer lagar och reg,",
        "F09",
    ),
    ("a reading without words", "quote:", "citat:", "F03 There is no key “citat” here."),
]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [pytest.param(*problem[1:], id=problem[0]) for problem in MODULE_PROBLEMS],
)
def test_a_broken_module_is_left_out(course_folder: Path, old: str, new: str, words: str) -> None:
    edit(course_folder, MODULE, old, new)

    loaded = load_course(course_folder)

    found = report(loaded.findings)
    assert any(f": {words}" in entry and entry.startswith(MODULE) for entry in found), found
    assert loaded.course.modules == ()


def test_a_reading_needs_a_text_or_a_quote(course_folder: Path) -> None:
    text = (course_folder / MODULE).read_text("utf-8")
    start, end = text.index("    quote:"), text.index("objectives:")
    (course_folder / MODULE).write_text(text[:start] + text[end:], "utf-8")

    (finding,) = load_course(course_folder).findings

    assert say(finding.words) == "The key “text / quote” is missing here."


def test_a_quote_may_break_its_lines_elsewhere_and_skip_bullets(course_folder: Path) -> None:
    edit(
        course_folder,
        MODULE,
        "text: {sv: Vi följer lagar och regler, en: We follow laws and rules}",
        "text:\n        sv: |-\n          • Vi följer lagar\n          och regler\n          "
        "• Vi använder offentliga medel på rätt sätt\n        en: Translated",
    )

    loaded = load_course(course_folder)

    assert not loaded.findings
    quote = loaded.course.modules[0].reading[0].quote
    assert quote
    assert quote.text.sv == (
        "• Vi följer lagar och regler\n• Vi använder offentliga medel på rätt sätt"
    )


def test_the_scenarios_of_a_broken_module_are_looked_at_all_the_same(course_folder: Path) -> None:
    edit(course_folder, MODULE, "principle: 2", "principle: '2")
    edit(course_folder, SCENARIO, "version: 1", "version: ett")

    assert [(f.file, f.rule) for f in load_course(course_folder).findings] == [
        (SCENARIO, "F05"),
        (MODULE, "F02"),
    ]


def test_a_module_without_a_scenario_is_left_out(course_folder: Path) -> None:
    for name in ALL:
        (course_folder / f"nycklar/{name}.yaml").unlink()

    loaded = load_course(course_folder)

    assert loaded.course.modules == ()
    assert [(f.file, f.line, f.rule) for f in loaded.findings] == [(MODULE, 1, "F12")]


def test_a_module_that_is_not_there_is_left_out(course_folder: Path) -> None:
    edit(course_folder, "course.yaml", "modules: [nycklar]", "modules: [nycklar, dorrar]")

    loaded = load_course(course_folder)

    assert report(loaded.findings) == [
        "course.yaml:13: F06 There is no dorrar/module.yaml. "
        "Add the file, or take the module away here."
    ]
    assert [module.id for module in loaded.course.modules] == ["nycklar"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id: exempel", "id: exempel\n\tid: b", 2, "There is a tab on this line."),
        ("edition:", "upplaga:", 1, "The key “edition” is missing here."),
        ("2019-12-12", "2019", 5, "“published” cannot be “2019”."),
        ("source/koden.txt", "../koden.txt", 5, "“file” cannot be “../koden.txt”."),
    ],
)
def test_without_a_course_file_there_is_no_course(
    course_folder: Path, old: str, new: str, line: int, words: str
) -> None:
    edit(course_folder, "course.yaml", old, new)

    with pytest.raises(ContentError) as caught:
        load_course(course_folder)

    if old != "id: exempel":
        line = line_with(course_folder, "course.yaml", {5: new}.get(line, "id: exempel"))
    assert (caught.value.file, caught.value.line) == (course_folder / "course.yaml", line)
    assert say(caught.value.words).startswith(words)


def test_an_empty_folder_holds_no_course(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_course(tmp_path)

    assert say(caught.value.words) == (
        "The file cannot be opened. Check that it is there and that you may read it."
    )


def test_equal_ids_in_the_course_file_are_found(course_folder: Path) -> None:
    edit(course_folder, "course.yaml", "{id: alla,", "{id: skola,")

    loaded = load_course(course_folder)

    assert [(f.file, f.line, f.rule) for f in loaded.findings] == [("course.yaml", 12, "F07")]


def test_a_broken_rule_is_left_out_without_its_scenarios(course_folder: Path) -> None:
    edit(course_folder, "rules.yaml", "checked: 2026-01-15", "checked: nyss")

    loaded = load_course(course_folder)

    assert [(f.file, f.rule) for f in loaded.findings] == [("rules.yaml", "F05")]
    assert scenario_ids(course_folder) == ALL
    assert loaded.course.modules[0].scenarios[0].rules == ()


def test_broken_contacts_do_not_take_every_scenario_along(course_folder: Path) -> None:
    edit(course_folder, "contacts.yaml", "title:", "title: '")

    loaded = load_course(course_folder)

    assert [(f.file, f.rule) for f in loaded.findings] == [("contacts.yaml", "F02")]
    assert scenario_ids(course_folder) == ALL
    assert loaded.course.contacts == ()


def test_an_id_of_a_rule_must_be_an_id(course_folder: Path) -> None:
    edit(course_folder, "rules.yaml", "koden-2:", "koden 2:")

    assert (
        "rules.yaml:1: F05 “koden 2” cannot be “koden 2”."
        in report(load_course(course_folder).findings)[-1]
    )


def test_a_course_needs_no_glossary(course_folder: Path) -> None:
    (course_folder / "glossary.yaml").unlink()

    loaded = load_course(course_folder)

    assert not loaded.findings
    assert loaded.course.glossary == ()


def test_without_any_contact_there_is_nothing_to_choose_among(course_folder: Path) -> None:
    (course_folder / "contacts.yaml").unlink()

    finding = load_course(course_folder).findings[0]

    assert say(finding.hint) == "Take it away: nothing can stand here."


def test_a_source_that_cannot_be_read_is_named_once(course_folder: Path) -> None:
    (course_folder / "source/koden.txt").unlink()

    loaded = load_course(course_folder)

    assert [(f.file, f.rule) for f in loaded.findings] == [("source/koden.txt", "F01")]
    assert scenario_ids(course_folder) == ALL


def test_files_that_nothing_reads_are_named(course_folder: Path) -> None:
    (course_folder / "nycklar/en-sak.yml").write_text("id: en-sak", "utf-8")
    (course_folder / "kurs.yaml").write_text("id: kurs", "utf-8")
    (course_folder / "README.md").write_text("About this course", "utf-8")
    shutil.copytree(course_folder / "nycklar", course_folder / "utkast")

    loaded = load_course(course_folder)

    assert [(f.file, f.rule, f.is_error) for f in loaded.findings] == [
        (name, "F10", False) for name in ("kurs.yaml", "nycklar/en-sak.yml", "utkast/module.yaml")
    ]


def test_two_options_without_an_id_are_missing_ids_and_not_equal(course_folder: Path) -> None:
    edit(course_folder, SCENARIO, "- id: a\n   ", "-")
    edit(course_folder, SCENARIO, "- id: b\n   ", "-")

    assert [f.rule for f in load_course(course_folder).findings] == ["F04", "F04"]


def test_a_module_may_be_for_some_roles_and_come_later(course_folder: Path) -> None:
    edit(course_folder, MODULE, "principle: 2", "roles: [skola]\nintroduced_on: 2027-03-01")

    (module,) = load_course(course_folder).course.modules

    assert (module.roles, module.introduced_on) == (("skola",), date(2027, 3, 1))
