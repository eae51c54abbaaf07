"""Finds the line of a value in the files of a course, for those who have only the course."""

from collections.abc import Sequence
from pathlib import Path

from huddinge_training.content.problems import Problems, UnusableFileError
from huddinge_training.content.yaml_source import Node, Step, line_of, read_yaml


class LineFinder:
    """Reads a file again when a line in it is asked for first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._roots: dict[str, Node] = {}

    def line(self, file: str, path: Sequence[Step]) -> int:
        """The line of the value, or of what is nearest around it; 1 when the file is gone."""
        if file not in self._roots:
            try:
                self._roots[file] = read_yaml(self._folder / file, Problems(file))
            except UnusableFileError:
                self._roots[file] = Node(1, None)
        return line_of(self._roots[file], path)
