"""Saves the pages that can be printed and put up: one of each principle, one of the goals."""

from pathlib import Path

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.exports.goal_sheet import (
    goals_html,
    goals_pictures,
    write_goals_html,
    write_goals_pdf,
)
from huddinge_training.exports.principle_sheet import (
    sheet_html,
    sheet_pictures,
    write_sheet_html,
    write_sheet_pdf,
)
from huddinge_training.language import Language
from huddinge_training.services.documents import Document


class PrincipleSheets:
    """Writes the pages of a course's principles and goals."""

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

    def document(self, module_id: ModuleId, language: Language) -> Document:
        """The page of a principle to take along."""
        course, module = self._course, self._course.module(module_id)
        return Document(
            file_name=f"{module_id}.pdf",
            formats=("pdf", "html"),
            save=lambda path: self.save(module_id, path, language),
            web_page=lambda: sheet_html(course, module, language),
            pictures=lambda dots: sheet_pictures(course, module, language, self._resources, dots),
        )

    def goals_document(self, language: Language) -> Document:
        """The page of the goals to take along."""
        course = self._course
        return Document(
            file_name=language.say("goals.pdf"),
            formats=("pdf", "html"),
            save=lambda path: self.save_goals(path, language),
            web_page=lambda: goals_html(course, language),
            pictures=lambda dots: goals_pictures(course, language, self._resources, dots),
        )

    def save_goals(self, path: Path, language: Language) -> None:
        """The same for the goals; raises ExportError."""
        if path.suffix.lower() == ".pdf":
            write_goals_pdf(path, self._course, language, self._resources)
        else:
            write_goals_html(path, self._course, language)
