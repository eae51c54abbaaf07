"""The example course in a folder of its own, to be read, broken and mended."""

import shutil
from pathlib import Path

import pytest
from content.editing import copy_with_answers

EXAMPLE = Path(__file__).parent / "example_course"


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    """A copy of the example course: one module, two graded scenarios and a dilemma."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "course"))


@pytest.fixture
def answers_folder(tmp_path: Path) -> Path:
    """The same with a scenario more for each other form of answering."""
    return copy_with_answers(tmp_path / "course")
