"""What contradicts itself in what can be answered is named by its line, and the rest works."""

from pathlib import Path
from typing import NamedTuple

import pytest
from content.editing import (
    CHOOSE_ALL,
    MARK,
    ORDER,
    SORT,
    WAY,
    edit,
    line_with,
    report,
    scenario_ids,
)

from huddinge_training.content.library import load_course

CHOICE = "{{id: {}, text: A, consequence: B, feedback: C{}}}"
CHOICES = f"[{CHOICE.format('a', '')}, {CHOICE.format('b', '')}]"
GRADED = f"[{CHOICE.format('a', ', grade: best')}, {CHOICE.format('b', ', grade: poor')}]"
PARTS = "[" + ", ".join(f"{{id: {letter}, text: A, feedback: B}}" for letter in "abc") + "]"


class Problem(NamedTuple):
    """What is replaced by what in a file, which line is named then, and what is said."""

    name: str
    file: str
    old: str
    new: str
    place: str
    """Words on the line; it is the first that has them, or the n-th."""
    said: str
    nth: int = 1

    def line(self, folder: Path) -> int:
        """The number of the line that is to be named."""
        lines = (folder / self.file).read_text("utf-8").split("\n")
        return [n for n, line in enumerate(lines, 1) if self.place in line][self.nth - 1]


PROBLEMS = [
    Problem(
        "an unknown form",
        MARK,
        "answer: mark",
        "answer: marks",
        "answer:",
        "F05 “answer” cannot be “marks”. Did you mean “mark”?",
    ),
    Problem(
        "nothing to answer",
        WAY,
        "\noptions:",
        "\nalternativ:",
        "id: en-v",
        "F04 The key “options / parts” is missing here.",
    ),
    Problem(
        "two parts",
        ORDER,
        "  - id: b\n",
        "ask: [hr]\nvalues:\n  - id: b\n",
        "parts:",
        "F05 “parts” has 1 items; it needs 3 or more.",
    ),
    Problem(
        "equal parts",
        SORT,
        "- id: b",
        "- id: a",
        "- id: a",
        "F07 “a” stands here a second time.",
        2,
    ),
    Problem(
        "equal groups",
        SORT,
        "id: disk,",
        "id: agare,",
        "id: agare",
        "F07 “agare” stands here a second time.",
        2,
    ),
    Problem(
        "equal decisions",
        WAY,
        "steps:",
        f"  - {{id: nasta-morgon, scene: Nu., question: Hur?, options: {GRADED}}}\nsteps:",
        "id: nasta-morgon",
        "F07 “nasta-morgon” stands here a second time.",
        2,
    ),
    Problem(
        "equal options later",
        WAY,
        "      - id: b",
        "      - id: a",
        "- id: a",
        "F07 “a” stands here a second time.",
        3,
    ),
    Problem(
        "parts of a choice",
        WAY,
        "steps:",
        f"parts: {PARTS}\nsteps:",
        "parts:",
        "F11 “parts” is only for scenarios that are answered part by part.",
    ),
    Problem(
        "groups of a choice",
        WAY,
        "steps:",
        "groups: [{id: a, title: A}, {id: b, title: B}]\nsteps:",
        "groups:",
        "F11 “groups” is only for scenarios that are answered part by part.",
    ),
    Problem(
        "options beside parts",
        ORDER,
        "answer: order",
        f"answer: order\noptions: {CHOICES}",
        "options:",
        "F11 “options” and “answer: order” do not go together.",
    ),
    Problem(
        "decisions beside parts",
        ORDER,
        "answer: order",
        f"answer: order\ndecisions: [{{id: x, scene: A, question: B, options: {CHOICES}}}]",
        "decisions:",
        "F11 “decisions” and “answer: order” do not go together.",
    ),
    Problem(
        "parts without a form",
        MARK,
        "answer: mark\n",
        "",
        "parts:",
        "F11 “parts” is only for scenarios that are answered part by part. Add “answer:”",
    ),
    Problem(
        "a dilemma part by part",
        MARK,
        "kind: bedomning",
        "kind: dilemma",
        "kind:",
        "F11 A dilemma has no key, so it cannot be answered part by part.",
    ),
    Problem(
        "a graded dilemma",
        WAY,
        "kind: regelfall",
        "kind: dilemma",
        "grade:",
        "F11 A dilemma has no key, but this option is graded.",
        4,
    ),
    Problem(
        "a later option without a grade",
        WAY,
        "      - id: a\n        grade: poor\n",
        "      - id: a\n",
        "- id: a",
        "F11 This option has no grade.",
        2,
    ),
    Problem(
        "cases without groups",
        SORT,
        "answer: sort",
        "answer: choose_all",
        "groups:",
        "F11 “groups” belongs to “answer: sort”, and to nothing else.",
    ),
    Problem(
        "groups without a key",
        CHOOSE_ALL,
        "answer: choose_all",
        "answer: sort",
        "answer:",
        "F11 “groups” belongs to “answer: sort”, and to nothing else.",
    ),
    Problem(
        "a part that may apply or not",
        CHOOSE_ALL,
        "- id: a\n    applies: true\n",
        "- id: a\n",
        "- id: a",
        "F11 “applies” is missing here.",
    ),
    Problem(
        "a case of no group",
        SORT,
        "- id: a\n    group: agare\n",
        "- id: a\n",
        "- id: a",
        "F11 “group” is missing here.",
    ),
    Problem(
        "a step that applies",
        ORDER,
        "- id: a\n",
        "- id: a\n    applies: true\n",
        "applies:",
        "F11 “applies” means nothing in “answer: order”.",
    ),
    Problem(
        "a sentence in a group",
        MARK,
        "- id: a\n",
        "- id: a\n    group: x\n",
        "group:",
        "F11 “group” means nothing in “answer: mark”.",
    ),
    Problem(
        "an unknown group",
        SORT,
        "group: agare",
        "group: agaren",
        "group: agaren",
        "F06 There is no “agaren” to point to. Did you mean “agare”?",
    ),
    Problem(
        "an unknown decision",
        WAY,
        "    next: nasta-morgon\n",
        "    next: nasta-kvall\n",
        "next: nasta-kvall",
        "F06 There is no “nasta-kvall” to point to. Choose among: nasta-morgon.",
    ),
    Problem(
        "an unknown step",
        WAY,
        "step: stanna-upp",
        "step: stanna",
        "step: stanna",
        "F06 There is no “stanna” to point to. Did you mean “stanna-upp”?",
    ),
    Problem(
        "a loop",
        WAY,
        "        text: {sv: Jag lämnar",
        "        next: nasta-morgon\n        text: {sv: Jag lämnar",
        "decisions:",
        "F11 There is a way with more than 3 decisions.",
    ),
    Problem(
        "a case without a year",
        WAY,
        "  year: 2021\n",
        "",
        "reality:",
        "F04 The key “year” is missing here.",
    ),
    Problem(
        "a case long ago",
        WAY,
        "year: 2021",
        "year: 1821",
        "year:",
        "F05 “year” cannot be “1821”. Write a whole number from 1900 to 2100.",
    ),
    Problem(
        "a case without a source",
        WAY,
        "  source:",
        "  kalla:",
        "reality:",
        "F04 The key “source” is missing here.",
    ),
]


@pytest.mark.parametrize("problem", PROBLEMS, ids=[problem.name for problem in PROBLEMS])
def test_a_contradiction_is_named_by_its_line_and_the_rest_works(
    answers_folder: Path, problem: Problem
) -> None:
    others = [id_ for id_ in scenario_ids(answers_folder) if id_ != Path(problem.file).stem]
    edit(answers_folder, problem.file, problem.old, problem.new)

    findings = report(load_course(answers_folder).findings)

    expected = f"{problem.file}:{problem.line(answers_folder)}: {problem.said}"
    assert any(found.startswith(expected) for found in findings), findings
    assert scenario_ids(answers_folder) == others


def test_a_decision_that_nothing_leads_to_is_named(answers_folder: Path) -> None:
    for _ in range(2):
        edit(answers_folder, WAY, "    next: nasta-morgon\n", "")

    assert report(load_course(answers_folder).findings) == [
        f"{WAY}:{line_with(answers_folder, WAY, '- id: nasta-morgon')}: F11 No option leads to the "
        "decision “nasta-morgon”. Write its id as the “next” of an option, or take it away."
    ]


@pytest.mark.parametrize(("count", "is_too_long"), [(1, False), (2, False), (3, True)])
def test_a_way_has_at_most_three_decisions(
    answers_folder: Path, count: int, is_too_long: bool
) -> None:
    """The first one, and then so many more."""
    later = "".join(
        f"  - {{id: sen-{number}, scene: Nu., question: Hur?, options: ["
        + CHOICE.format(
            "a", f", grade: best, next: sen-{number + 1}" if number < count else ", grade: best"
        )
        + f", {CHOICE.format('b', ', grade: poor')}]}}\n"
        for number in range(1, count + 1)
    )
    text = (answers_folder / WAY).read_text("utf-8")
    start, end = text.index("  - id: nasta-morgon"), text.index("steps:")
    text = text[:start] + later + text[end:]
    (answers_folder / WAY).write_text(text.replace("next: nasta-morgon", "next: sen-1"), "utf-8")

    errors = [f for f in load_course(answers_folder).findings if f.is_error]

    assert [f.rule for f in errors] == ["F11"] * is_too_long
    assert all(f.line == line_with(answers_folder, WAY, "decisions:") for f in errors)


def test_all_contradictions_of_a_file_are_found_at_once(answers_folder: Path) -> None:
    edit(answers_folder, SORT, "group: agare", "group: ingen")
    edit(answers_folder, SORT, "    group: disk\n", "")
    edit(answers_folder, SORT, "- id: d", "- id: c")
    edit(answers_folder, SORT, "kind: regelfall", "kind: dilemma")

    rules = sorted(f.rule for f in load_course(answers_folder).findings)

    assert rules == ["F06", "F07", "F11", "F11", "F11"]
