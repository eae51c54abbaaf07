"""Says things on a terminal: results on standard output, problems and progress beside it."""

import os
from collections.abc import Callable
from typing import TextIO

from huddinge_training.errors import ContentError, TrainingError
from huddinge_training.language import Language, Message, message


class Console:
    """Two streams in one language; a letter that a stream does not know is written as a code."""

    def __init__(self, language: Language, out: TextIO, err: TextIO) -> None:
        self.language = language
        self._out = out
        self._err = err
        for stream in (out, err):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="backslashreplace")

    def say(self, words: Message) -> str:
        """The sentence in the reader's language."""
        return self.language.say(words)

    def result(self, words: Message | str) -> None:
        """What was asked for."""
        text = words if isinstance(words, str) else self.say(words)
        self._out.write(f"{text}\n")

    def problem(self, words: TrainingError | Message) -> None:
        """What went wrong, and what to do; an error in a file is said with its place."""
        place = ""
        if isinstance(words, ContentError):
            place = f"{words.file}:{words.line}: " if words.line else f"{words.file}: "
        text = self.say(words.words if isinstance(words, TrainingError) else words)
        self._err.write(f"{place}{text}\n")

    def progress(self) -> "ProgressLine":
        """A line that counts rows, for a terminal only."""
        return ProgressLine(self._err.write if self._err.isatty() else None, self.say)

    def flush(self) -> None:
        """Raises BrokenPipeError when nobody reads the results any more."""
        self._out.flush()

    def silence(self) -> None:
        """Lets the rest of the output go nowhere, so that Python does not complain at the end."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._out.fileno())
        os.close(nowhere)


class ProgressLine:
    """Counts rows on one line, which is wiped at the end; a context manager."""

    def __init__(
        self, write: Callable[[str], object] | None, say: Callable[[Message], str]
    ) -> None:
        self._write = write
        self.say = say
        self._shown = ""

    def __call__(self, done: int, total: int, /) -> None:
        """Shows how many rows are done, when it says something new."""
        per_cent = 100 * done // total if total else 100
        self._show(self.say(message("Writing … {per_cent} %", per_cent=per_cent)))

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    def _show(self, text: str) -> None:
        if self._write is not None and text != self._shown:
            # Spaces wipe what is longer; not every terminal knows how to clear a line.
            self._write("\r" + text.ljust(len(self._shown)) + ("" if text else "\r"))
            self._shown = text
