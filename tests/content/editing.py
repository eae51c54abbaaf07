"""What an author does to the files of a course, and how what is found is read."""

import gettext
import shutil
from collections.abc import Iterable
from pathlib import Path

from huddinge_training.content.library import load_course
from huddinge_training.domain.finding import Finding
from huddinge_training.language import Language, Message

ENGLISH = Language("en", gettext.NullTranslations())

SCENARIO = "nycklar/en-nyckel.yaml"
DILEMMA = "nycklar/en-van.yaml"
MODULE = "nycklar/module.yaml"
CHOOSE_ALL = "nycklar/en-lista.yaml"
MARK = "nycklar/ett-mejl.yaml"
ORDER = "nycklar/tre-steg.yaml"
SORT = "nycklar/fem-fynd.yaml"
WAY = "nycklar/en-vaska.yaml"
ANSWERS = (CHOOSE_ALL, MARK, ORDER, SORT, WAY)


def copy_with_answers(folder: Path) -> Path:
    """Makes the folder: the example course, with a scenario more for each form of answering."""
    tests = Path(__file__).parent
    shutil.copytree(tests / "example_course", folder)
    shutil.copytree(tests / "example_answers", folder / "nycklar", dirs_exist_ok=True)
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replaces the first occurrence of some text in a file; it has to be there."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def line_with(folder: Path, file: str, words: str) -> int:
    """The number of the first line of a file that holds some words."""
    lines = (folder / file).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def say(words: Message) -> str:
    """A message in English."""
    return ENGLISH.say(words)


def report(findings: Iterable[Finding]) -> list[str]:
    """The findings as one line each: place, rule, what and what to do."""
    return [f"{f.file}:{f.line}: {f.rule} {say(f.words)} {say(f.hint)}" for f in findings]


def scenario_ids(folder: Path) -> list[str]:
    """The scenarios that are there when the course is loaded."""
    return [s.id for module in load_course(folder).course.modules for s in module.scenarios]
