"""Finds the words of the glossary in running text, in the forms in which they stand there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from huddinge_training.domain.course import GlossaryTerm


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term at the place ``start`` to ``end`` of a text."""

    start: int
    end: int
    term: GlossaryTerm


class Glossary:
    """The explained words of a course in one language."""

    def __init__(self, terms: Iterable[GlossaryTerm], language_code: str) -> None:
        self._terms = tuple(terms)
        self._is_swedish = language_code == "sv"

    def find(self, text: str) -> tuple[FoundTerm, ...]:
        """The terms in a text, each at its first place only; of two that overlap the longer."""
        found: dict[str, FoundTerm] = {}
        for match in self._pattern.finditer(text):
            term = self._by_form.get(_key(match.group()))
            if term is not None:
                found.setdefault(term.id, FoundTerm(match.start(), match.end(), term))
        return tuple(found.values())

    @cached_property
    def _by_form(self) -> dict[str, GlossaryTerm]:
        by_form: dict[str, GlossaryTerm] = {}
        for term in self._terms:
            for form in self._forms(term):
                by_form.setdefault(_key(form), term)
        return by_form

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(map(re.escape, self._by_form), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms) or '(?!)'})(?!\w)", re.IGNORECASE)

    def _forms(self, term: GlossaryTerm) -> tuple[str, ...]:
        if self._is_swedish:
            return (term.term.sv, *term.forms)
        if not term.term.en:
            return ()
        # What stands in brackets explains the translation and is not part of it.
        word = re.sub(r"\s*\([^)]*\)", "", term.term.en).strip()
        return (word, f"{word}s") if word else ()


def _key(form: str) -> str:
    """Abbreviations count in capitals only: JO is an ombudsman, jo is a word."""
    return form if form.isupper() else form.casefold()
