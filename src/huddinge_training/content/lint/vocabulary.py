"""Rules for words: L19 long words and L21 abbreviations outside the glossary, L20 officialese."""

import re
from collections.abc import Iterable, Sequence

from huddinge_training.content.lint.passages import Passage, Style
from huddinge_training.content.lint.readability import letter_count, words
from huddinge_training.content.lint.remark import Remarks, warning
from huddinge_training.domain.course import GlossaryTerm
from huddinge_training.language import message

LONGEST_WORD = 14
LONGEST_INFLECTION = 6

KNOWN_ABBREVIATIONS = frozenset(
    "AI APT BVC CV EU FN GPS HR ID IT KL LSS OK PC PDF QR SMS TV USB VAB VD".split()
)
CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")
DOTTED = re.compile(
    r"\b(?:t\.\s?ex|bl\.\s?a|m\.\s?m|m\.\s?fl|o\.\s?s\.\s?v|d\.\s?v\.\s?s|p\.\s?g\.\s?a|s\.\s?k"
    r"|fr\.\s?o\.\s?m|t\.\s?o\.\s?m|f\.\s?d|e\.\s?d|osv|dvs|resp|inkl|exkl|ang|enl|etc|obs)\.",
    re.IGNORECASE,
)

PLAINER: Sequence[tuple[str, str]] = (
    (r"erhåll\w*|erhöll\w*", "få"),
    (r"tillhandahåll\w*", "ge"),
    (r"i enlighet med", "enligt"),
    (r"såväl\b[^.?]*?\bsom", "både … och"),
    (r"emellertid", "men"),
    (r"har möjlighet att", "kan"),
    (r"kommer(?: \w+)? att", "presens"),
    (r"skall", "ska"),
    (r"ej|icke", "inte"),
    (r"avseende|beträffande", "om"),
    (r"samt", "och"),
    (r"vederbörande\w*", "personen"),
    (r"tillse\w*|tillsåg", "se till"),
    (r"ombesörj\w*", "ordna"),
    (r"förelig\w*|förelåg", "finnas"),
    (r"inkomm(?:a|er|it)|inkom", "komma in"),
    (r"härmed", "–"),
    (r"vidta\w* (?:\w+ )?åtgärd\w*", "göra"),
    (r"i syfte att", "för att"),
    (r"på grund av att", "eftersom"),
    (r"(?:medarbetaren|arbetstagaren)s?", "du"),
)
OFFICIALESE = [(re.compile(rf"\b(?:{p})\b", re.IGNORECASE), plain) for p, plain in PLAINER]


class Vocabulary:
    """The words that may be long or short since the glossary explains them."""

    def __init__(self, glossary: Iterable[GlossaryTerm]) -> None:
        explained: set[str] = set()
        for term in glossary:
            for form in (term.term.sv, *term.forms):
                explained.update(word.casefold() for word in words(form))
        self._explained = frozenset(explained)
        self._stems = tuple(_stem(word) for word in explained if len(word) > 4)

    def check(self, passage: Passage) -> Remarks:
        """L19, L20 and L21 for one text in Swedish."""
        if passage.style not in (Style.PROSE, Style.LABEL):
            return
        text = passage.text.sv
        place = passage.place.at("sv")
        for word in dict.fromkeys(self._long_words(text)):
            yield warning(
                place,
                "L19",
                message(
                    "The word “{word}” has {found} letters and is not in the glossary; "
                    "the limit is {most}.",
                    word=word,
                    found=letter_count(word),
                    most=LONGEST_WORD,
                ),
                message("Say it in shorter words, or explain it in glossary.yaml."),
            )
        for pattern, plain in OFFICIALESE:
            if found := pattern.search(text):
                yield warning(
                    place,
                    "L20",
                    message("“{word}” is officialese.", word=found.group()),
                    message("Write “{plain}” or something like it.", plain=plain),
                )
        for word in dict.fromkeys(self._short_forms(text)):
            yield warning(
                place,
                "L21",
                message("The abbreviation “{word}” is not explained.", word=word),
                message("Write it out, or explain it in glossary.yaml."),
            )

    def _long_words(self, text: str) -> Iterable[str]:
        for word in words(text):
            for part in word.split("-"):
                if letter_count(part) > LONGEST_WORD and not self._is_explained(part.casefold()):
                    yield part

    def _is_explained(self, word: str) -> bool:
        """Whether it is a word of the glossary, give or take an ending."""
        return any(
            word.startswith(stem) and len(word) - len(stem) <= LONGEST_INFLECTION
            for stem in self._stems
        )

    def _short_forms(self, text: str) -> Iterable[str]:
        for found in CAPITALS.finditer(text):
            is_expanded = text[: found.start()].endswith("(")
            is_known = (
                found.group() in KNOWN_ABBREVIATIONS or found.group().casefold() in self._explained
            )
            if not is_known and not is_expanded:
                yield found.group()
        for found in DOTTED.finditer(text):
            yield found.group()


def _stem(word: str) -> str:
    """A Swedish word without what its endings may replace: “handläggare” as “handläggar”."""
    return re.sub(r"(?:et|en|[aenrt])$", "", word)
