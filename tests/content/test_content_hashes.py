"""A hash follows the words of the author, not the way they are laid out in YAML."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from content.editing import CHOOSE_ALL, DILEMMA, MARK, MODULE, ORDER, SCENARIO, SORT, WAY, edit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huddinge_training.content.library import load_course
from huddinge_training.domain.course import Course, Module


def load(folder: Path) -> Course:
    """The course, which has to be without errors."""
    loaded = load_course(folder)
    assert not any(finding.is_error for finding in loaded.findings)
    return loaded.course


def hashes(folder: Path) -> list[str]:
    """The hashes of the edition, the module and its scenarios."""
    course = load(folder)
    (module,) = course.modules
    return [
        course.edition.content_hash,
        module.content_hash,
        *(scenario.content_hash for scenario in module.scenarios),
    ]


def shuffled(value: Any, order: random.Random) -> Any:
    """The same value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        items = list(value.items())
        order.shuffle(items)
        return {key: shuffled(inner, order) for key, inner in items}
    if isinstance(value, list):
        return [shuffled(item, order) for item in value]
    return value


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 1000),
    width=st.integers(20, 200),
    flow=st.sampled_from([True, False, None]),
    file=st.sampled_from([SCENARIO, DILEMMA, MODULE, "course.yaml", "rules.yaml", "glossary.yaml"]),
)
def test_a_file_may_be_laid_out_in_any_way(
    course_folder: Path, seed: int, width: int, flow: bool | None, file: str
) -> None:
    before = hashes(course_folder)
    path = course_folder / file
    value = shuffled(yaml.safe_load(path.read_text("utf-8")), random.Random(seed))

    anew = yaml.safe_dump(
        value, width=width, default_flow_style=flow, allow_unicode=True, sort_keys=False
    )
    path.write_text(f"# Laid out anew\n{anew}", "utf-8")

    assert hashes(course_folder) == before


def test_shorthands_are_the_same_as_what_they_stand_for(course_folder: Path) -> None:
    before = hashes(course_folder)

    edit(course_folder, SCENARIO, "- narmaste-chef", "- {contact: narmaste-chef}")

    assert hashes(course_folder) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Din buss går om fem minuter.", "Din buss går om sex minuter."),
        ("A pupil fetches it next morning.", "A pupil fetches it the next morning."),
        ("version: 1", "version: 2"),
        ("grade: acceptable", "grade: poor"),
        ("roles: [skola]", "roles: [skola, alla]"),
        ("{sv: Om chefen är borta,", "{sv: Om din chef är borta,"),
        ("ask:\n  - narmaste-chef\n", "ask:\n"),
        ("values: [mod]", "values: [omtanke]"),
    ],
)
def test_a_changed_word_changes_scenario_module_and_edition(
    course_folder: Path, old: str, new: str
) -> None:
    before = hashes(course_folder)

    edit(course_folder, SCENARIO, old, new)

    edition, module, key, wallet, friend = hashes(course_folder)
    assert before[3:] == [wallet, friend]
    assert not {edition, module, key} & set(before)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SCENARIO, "panel: 5", "panel: 6"),
        ("contacts.yaml", "Ring 08-123 456 78.", "Ring 08-123 456 79."),
        ("contacts.yaml", "Din närmaste chef", "Din chef"),
    ],
)
def test_a_review_and_a_telephone_number_change_nothing(
    course_folder: Path, file: str, old: str, new: str
) -> None:
    before = hashes(course_folder)

    edit(course_folder, file, old, new)

    assert hashes(course_folder) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CHOOSE_ALL, "applies: false", "applies: true"),
        (MARK, "Hej på er i huset.", "Hej på er."),
        (MARK, "answer: mark", "answer: choose_all"),
        (ORDER, "Vakten vet vad man rör", "Vakten ser vad man rör"),
        (SORT, "group: disk", "group: agare"),
        (SORT, "Till receptionen", "Till disken"),
        (WAY, "Nu ligger en lapp", "I dag ligger en lapp"),
        (WAY, "    next: nasta-morgon\n", ""),
        (WAY, "Det är en väska och inget mer.", "Det är en väska."),
        (WAY, "year: 2021", "year: 2022"),
    ],
)
def test_what_can_be_answered_is_part_of_the_scenario(
    answers_folder: Path, file: str, old: str, new: str
) -> None:
    before = load(answers_folder).modules[0]

    edit(answers_folder, file, old, new)

    (module,) = load(answers_folder).modules
    changed = [
        s.id
        for s, earlier in zip(module.scenarios, before.scenarios, strict=True)
        if s.content_hash != earlier.content_hash
    ]
    assert changed == [Path(file).stem]
    assert module.content_hash != before.content_hash


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("rules.yaml", "Vi håller oss till lagen.", "Vi håller lagen."),
        ("glossary.yaml", "inte får", "ej får"),
        ("course.yaml", "Vad är det som händer?", "Vad händer?"),
    ],
)
def test_what_is_common_changes_only_the_edition(
    course_folder: Path, file: str, old: str, new: str
) -> None:
    before = hashes(course_folder)

    edit(course_folder, file, old, new)

    after = hashes(course_folder)
    assert after[0] != before[0]
    assert after[1:] == before[1:]


def test_a_module_s_own_words_change_module_and_edition(course_folder: Path) -> None:
    before = hashes(course_folder)

    edit(course_folder, MODULE, "Fråga om du är osäker.", "Fråga gärna.")

    after = hashes(course_folder)
    assert not set(after[:2]) & set(before[:2])
    assert after[2:] == before[2:]


def test_a_scenario_less_changes_module_and_edition(course_folder: Path) -> None:
    before = hashes(course_folder)

    (course_folder / DILEMMA).unlink()

    after = hashes(course_folder)
    assert not set(after[:2]) & set(before[:2])
    assert after[2:] == before[2:4]


def test_hashes_are_written_in_every_object(course_folder: Path) -> None:
    (module,) = load(course_folder).modules

    assert isinstance(module, Module)
    assert all(len(found) == 64 for found in hashes(course_folder))
