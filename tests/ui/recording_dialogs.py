"""What the program asks in windows of the system, answered by the test."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from huddinge_training.language import Language


class RecordingDialogs:
    """Stands in for file chooser and question: answers what the test decided, remembers all."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.opened: Path | None = None
        self.is_confirmed = False
        self.suggested: list[str] = []
        self.questions: list[tuple[str, str, str]] = []
        self.printed: list[list[bytes]] = []

    def save_file(
        self,
        parent: QWidget,  # noqa: ARG002
        title: str,  # noqa: ARG002
        suggested: str,
        kinds: str,  # noqa: ARG002
    ) -> Path | None:
        """The file that the test decided on."""
        self.suggested.append(suggested)
        return self.path

    def open_file(
        self,
        parent: QWidget,  # noqa: ARG002
        title: str,  # noqa: ARG002
        kinds: str,  # noqa: ARG002
    ) -> Path | None:
        """The file that the test decided on."""
        return self.opened

    def confirm(
        self,
        parent: QWidget,  # noqa: ARG002
        language: Language,  # noqa: ARG002
        title: str,
        text: str,
        verb: str,
    ) -> bool:
        """What the test decided."""
        self.questions.append((title, text, verb))
        return self.is_confirmed

    def print_pictures(self, pictures: list[bytes], title: str) -> None:  # noqa: ARG002
        """Keeps the pages."""
        self.printed.append(pictures)
