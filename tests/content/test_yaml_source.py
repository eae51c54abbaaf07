"""YAML is read with the line of every key, and strictly."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from content.editing import say

from huddinge_training.content.problems import Problems, UnusableFileError
from huddinge_training.content.yaml_source import (
    LARGEST_FILE,
    Node,
    line_of,
    parse_yaml,
    read_yaml,
)

TEXT = """\
# a comment
title: {sv: Hej, en: Hello}
day: 2026-03-07
roles:
  - skola

  - it
options:
  - id: a
    text: >
      Two
      lines
"""


def parsed(text: str) -> tuple[Node, Problems]:
    problems = Problems("file.yaml")
    return parse_yaml(text, problems), problems


def test_every_value_knows_the_line_of_its_key() -> None:
    root, problems = parsed(TEXT)

    assert line_of(root, ["title", "en"]) == 2
    assert line_of(root, ["day"]) == 3
    assert line_of(root, ["roles"]) == 4
    assert line_of(root, ["roles", 1]) == 7
    assert line_of(root, ["options", 0, "text"]) == 10
    assert not problems.findings


def test_the_line_of_something_that_is_not_there_is_that_of_what_is_around_it() -> None:
    root, _ = parsed(TEXT)

    assert line_of(root, ["title", "fi"]) == 2
    assert line_of(root, ["options", 7, "text"]) == 8
    assert line_of(root, ["nothing", "at", "all"]) == 2


def test_dates_stay_dates_and_numbers_numbers() -> None:
    root, _ = parsed("day: 2026-03-07\nversion: 3\nshare: 0.5\nis_so: true\nnothing:\n")

    assert isinstance(root.value, dict)
    assert [n.value for n in root.value.values()] == [date(2026, 3, 7), 3, 0.5, True, None]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "The file is empty."),
        ("# only a comment\n", 1, "The file is empty."),
        ("- a\n- b\n", 1, "The file does not begin with a key."),
        ("just words", 1, "The file does not begin with a key."),
        ("a: b\nc: 'd\n", 2, "This line cannot be read."),
        ("a: b\nc: d: e\n", 2, "This line cannot be read."),
        ("a: b\n\tc: d\n", 2, "There is a tab on this line."),
        ("a: \x07\n", 1, "The file holds a character that is not allowed."),
        ("a: b\n---\nc: d\n", 2, "A second document begins here."),
        ("a: &x [b]\nc: *x\n", 2, "An alias (*x) stands here."),
        ("a: " + "[" * 30 + "]" * 30, 1, "The file is nested deeper than 20 levels."),
        ("%YAML 9.9\n---\na: b\n", 1, "This line cannot be read."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, line: int, words: str) -> None:
    problems = Problems("file.yaml")

    with pytest.raises(UnusableFileError):
        parse_yaml(text, problems)

    (finding,) = problems.findings
    assert (finding.line, say(finding.words)) == (line, words)
    assert say(finding.hint)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b\nc: d\na: e\n", 3, "The key “a” stands here a second time."),
        ("a: b\n? [c]\n: d\n", 2, "A key on this line is not a word."),
        ("a: b\n1: d\n", 2, "A key on this line is not a word."),
        ("a: 2026-13-45\n", 1, "The value “2026-13-45” cannot be read."),
        ("a: !!python/name:os.system x\n", 1, "The value “x” cannot be read."),
        ("a: !!int ''\n", 1, "The value “” cannot be read."),
        ("a: 0b_\n", 1, "The value “0b_” cannot be read."),
    ],
)
def test_what_can_be_stepped_over_is_noted_and_the_rest_is_read(
    text: str, line: int, words: str
) -> None:
    root, problems = parsed(text)

    assert isinstance(root.value, dict)
    assert "a" in root.value
    assert [(f.line, say(f.words)) for f in problems.findings] == [(line, words)]


def test_an_avalanche_of_brackets_does_not_crash_the_program() -> None:
    with pytest.raises(UnusableFileError):
        parsed("a: " + "[" * (LARGEST_FILE - 10))


def test_the_slow_parser_is_as_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)

    assert line_of(parsed(TEXT)[0], ["roles", 1]) == 7
    with pytest.raises(UnusableFileError):
        parsed("a: \x07\n")
    _, problems = parsed('a: "\\ud800"\n')
    assert len(problems.findings) == 1


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b\n")

    assert read_yaml(tmp_path / "a.yaml", Problems("a.yaml")).child("a") == Node(1, "b")


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"a: b\nc: \xe5\n", 2, "The file is not in UTF-8."),
        (b"#" * (LARGEST_FILE + 1), 1, f"The file is larger than {LARGEST_FILE:,} bytes."),
        (None, 1, "The file cannot be opened."),
    ],
)
def test_a_file_that_is_no_text_is_named(
    tmp_path: Path, data: bytes | None, line: int, words: str
) -> None:
    file = tmp_path / "a.yaml"
    if data is not None:
        file.write_bytes(data)
    problems = Problems("a.yaml")

    with pytest.raises(UnusableFileError):
        read_yaml(file, problems)

    assert [(f.line, say(f.words)) for f in problems.findings] == [(line, words)]
