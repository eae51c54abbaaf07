"""A language in which every sentence is in brackets and a third longer than in Swedish.

What is seen without brackets comes neither from the catalogue nor from the course.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import catalogues
from babel.messages.catalog import Catalog, Message
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QWidget
from ui.desktop import label_words

from huddinge_training.content.cache import CacheFile, folder_signature
from huddinge_training.paths import bundled

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.35
FILLER = "lång "
SENTENCE = "■"
INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
LANGUAGES = {"sv", "en"}


def bracketed(text: str) -> str:
    """The text in brackets, longer by words."""
    length = round(len(text) * LONGER)
    filler = (FILLER * (length // len(FILLER) + 1))[:length].rstrip()
    return f"{OPEN}{text} {filler}{CLOSE}" if filler else f"{OPEN}{text}{CLOSE}"


def outside(text: str) -> str:
    """The text with one sign in the place of each sentence that is in brackets."""
    while True:
        shorter = INNERMOST.sub(SENTENCE, text)
        if shorter == text:
            return text
        text = shorter


def make_resources(folder: Path) -> Path:
    """The program's resources, with this language in the place of Swedish."""
    real = bundled("resources")
    for file in real.iterdir():
        if file.name != "locale":
            (folder / file.name).symlink_to(file)
    words = folder / "locale" / "sv" / "LC_MESSAGES"
    words.mkdir(parents=True)
    catalogue = Catalog(locale="sv")
    for entry in catalogues.read(catalogues.PO_FILE):
        if entry.id:
            catalogue.add(entry.id, _pseudo(entry))
    (words / "huddinge_training.mo").write_bytes(catalogues.compiled(catalogue))
    return folder


def _pseudo(entry: Message) -> str | tuple[str, ...]:
    if isinstance(entry.string, str):
        return bracketed(entry.string)
    return tuple(bracketed(form) for form in entry.string or ())


def bracket_course(cache_folder: Path) -> None:
    """Brackets every text of the shipped course, as it is kept for the program."""
    quizzes = bundled("quizzes")
    cache = CacheFile.of(quizzes, cache_folder)
    written_as = folder_signature(quizzes)
    cache.write(written_as, _bracketed_texts(cache.read(written_as)))


def _bracketed_texts(value: object) -> object:
    if isinstance(value, list):
        return [_bracketed_texts(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.keys() <= LANGUAGES and "sv" in value:
        return {code: bracketed(text) for code, text in value.items()}
    return {key: _bracketed_texts(inner) for key, inner in value.items()}


def texts_seen(window: QWidget) -> Iterator[tuple[str, str]]:
    """Object names and words of all that can be read."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        name = widget.objectName() or type(widget).__name__
        for text in _words_of(widget):
            if text.strip():
                yield name, text
    yield "window title", window.windowTitle()


def _words_of(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel):
        return [label_words(widget)]
    if isinstance(widget, QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLineEdit):
        return [widget.placeholderText()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(place) for place in range(widget.count())]
    if isinstance(widget, QListWidget):
        return [widget.item(place).text() for place in range(widget.count())]
    return []


def names_heard(window: QWidget) -> Iterator[tuple[str, str]]:
    """Object names and what a screen reader says of what can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            for text in (widget.accessibleName(), widget.accessibleDescription()):
                if text.strip():
                    yield widget.objectName() or type(widget).__name__, text
