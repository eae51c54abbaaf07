"""Measures how hard a text is to read: words, sentences, LIX.

Counting rule (LANG-03): sentences end at . ? ! and at the end of a paragraph, list items are
sentences, numbers are words, a hyphenated compound is one word, only letters count for length.
"""

import re
from collections.abc import Iterable

LONG_WORD = 6
FEWEST_WORDS_FOR_LIX = 80

WORD = re.compile(r"[^\W_]+(?:[-’'.,:][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.?!…])[”’)]*\s+(?=[”“‘’(–]*[A-ZÅÄÖÉ\d])")
ABBREVIATION = re.compile(
    r"(?:^|[\s(”])(?:kl|kap|nr|ca|st|bl\.a|t\.ex|m\.m|m\.fl|s\.k|p\.g\.a|e\.g|i\.e|no|ch)\.$",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text that hold at least one word."""
    found: list[str] = []
    for paragraph in text.splitlines():
        start = 0
        for end in SENTENCE_END.finditer(paragraph):
            if not ABBREVIATION.search(paragraph[: end.start()].rstrip("”’)")):
                found.append(paragraph[start : end.start()])
                start = end.end()
        found.append(paragraph[start:])
    return [sentence for sentence in found if WORD.search(sentence)]


def lix(sentences_of_words: Iterable[Iterable[str]]) -> float:
    """Björnsson's LIX: words per sentence, and the percentage of words over six letters.

    Raises ZeroDivisionError without a word.
    """
    as_lists = [list(sentence) for sentence in sentences_of_words]
    all_words = [word for sentence in as_lists for word in sentence]
    long_words = [word for word in all_words if letter_count(word) > LONG_WORD]
    return len(all_words) / len(as_lists) + 100 * len(long_words) / len(all_words)


def lix_of(text: str) -> float | None:
    """The LIX of a text, or None below 80 words, where it says nothing."""
    split = [words(sentence) for sentence in sentences(text)]
    if sum(map(len, split)) < FEWEST_WORDS_FOR_LIX:
        return None
    return lix(split)


def mean_sentence_length(text: str) -> float:
    """Words per sentence; 0 without a sentence."""
    lengths = [len(words(sentence)) for sentence in sentences(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def letter_count(word: str) -> int:
    """The letters of a word, without digits and hyphens."""
    return sum(letter.isalpha() for letter in word)
