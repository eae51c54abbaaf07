"""Saves the one page of a principle that can be printed and put up."""

from pathlib import Path

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.exports.principle_sheet import write_sheet_html, write_sheet_pdf
from huddinge_training.language import Language


class PrincipleSheets:
    """Writes the pages of a course's principles."""

    def __init__(self, course: Course, resources: Path) -> None:
        self._course = course
        self._resources = resources

    def save(self, module_id: ModuleId, path: Path, language: Language) -> None:
        """A name that ends in ``.pdf`` makes a PDF, any other a web page; raises ExportError."""
        module = self._course.module(module_id)
        if path.suffix.lower() == ".pdf":
            write_sheet_pdf(path, self._course, module, language, self._resources)
        else:
            write_sheet_html(path, self._course, module, language)
