"""Whatever stands in the files, there is a course with findings or one ContentError."""

import copy
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from content.editing import ANSWERS, DILEMMA, MODULE, SCENARIO, copy_with_answers, report
from hypothesis import given, settings
from hypothesis import strategies as st

from huddinge_training.content.course_check import check_course
from huddinge_training.content.library import load_course
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.errors import ContentError

FILES = [
    "course.yaml",
    "rules.yaml",
    "contacts.yaml",
    "glossary.yaml",
    "source/koden.txt",
    MODULE,
    SCENARIO,
    DILEMMA,
    *ANSWERS,
]
WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *("a", "id", "sv", "en", "alla", "hr", "best", "dilemma", "koden", "Jag gör!"),
            *("order", "sort", "choice", "mark", "agare", "nasta-morgon", "options", "parts"),
        ]
    ),
)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), WORDS
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(WORDS | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)


@contextmanager
def example_with(file: str, data: bytes) -> Iterator[Path]:
    """The example course, with all forms of answering, with one file replaced."""
    with tempfile.TemporaryDirectory() as folder:
        course = copy_with_answers(Path(folder) / "course")
        (course / file).write_bytes(data)
        yield course


@cache
def plain_example() -> dict[str, Any]:
    """What stands in the files of the example."""
    with tempfile.TemporaryDirectory() as folder:
        course = copy_with_answers(Path(folder) / "course")
        yamls = [file for file in FILES if file.endswith(".yaml")]
        return {file: yaml.safe_load((course / file).read_text("utf-8")) for file in yamls}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths to everything that stands in a value."""
    if isinstance(value, list):
        value = dict(enumerate(value))
    found = []
    for key, item in value.items() if isinstance(value, dict) else ():
        found += [(*path, key), *places(item, (*path, key))]
    return found


def survives(course: Path) -> None:
    """Loading and checking end with a course or a sentence, and the cache says the same."""
    found = check_course(course, date(2026, 3, 2))
    assert all(line for line in report(found))
    assert list(found) == sorted(found)
    try:
        loaded = load_course(course)
    except ContentError as error:
        assert error.line
        assert any(finding.is_error for finding in found)
    else:
        cache = course.parent / "cache"
        load_course(course, cache)
        assert load_course(course, cache) == loaded


@settings(max_examples=25, deadline=None)
@given(file=st.sampled_from(FILES), data=st.binary(max_size=200))
def test_any_bytes(file: str, data: bytes) -> None:
    with example_with(file, data) as course:
        survives(course)


@settings(max_examples=25, deadline=None)
@given(file=st.sampled_from(FILES), text=st.text("ab:-{}[]\"'&*!|>#%@`?,~ \n\t0129.T", max_size=60))
def test_any_text_that_looks_like_yaml(file: str, text: str) -> None:
    with example_with(file, text.encode()) as course:
        survives(course)


@settings(max_examples=80, deadline=None)
@given(data=st.data(), file=st.sampled_from([f for f in FILES if f.endswith(".yaml")]))
def test_anything_in_the_place_of_anything(data: st.DataObject, file: str) -> None:
    value = copy.deepcopy(plain_example()[file])
    *path, last = data.draw(st.sampled_from(places(value)))
    parent = value
    for step in path:
        parent = parent[step]
    parent[last] = data.draw(TREES)

    with example_with(file, yaml.safe_dump(value, allow_unicode=True).encode()) as course:
        survives(course)


@settings(max_examples=30, deadline=None)
@given(tree=TREES)
def test_any_organisation(tree: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "organisation.yaml"
        file.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
        with suppress(ContentError):
            load_organisation(file)
        file.write_text(yaml.safe_dump({"forvaltningar": tree}, allow_unicode=True), "utf-8")
        with suppress(ContentError):
            load_organisation(file)
