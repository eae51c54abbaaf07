"""LIX and sentences are counted as written down in the course format."""

import pytest

from huddinge_training.content.lint.readability import (
    letter_count,
    lix,
    lix_of,
    mean_sentence_length,
    sentences,
    words,
)


def test_lix_is_that_of_sparv() -> None:
    """The doctest of Språkbanken's Sparv, in its readability module."""
    assert lix(4 * ["a bc def ghij klmno pqrstu vxyzåäö".split()]) == pytest.approx(21.29, abs=0.01)


def test_lix_by_hand() -> None:
    text = "Kommunen betalar räkningen. Du skriver på."  # 6 words, 2 sentences, 4 of them long

    assert lix([words(sentence) for sentence in sentences(text)]) == pytest.approx(3 + 400 / 6)


def test_lix_says_nothing_below_eighty_words() -> None:
    assert lix_of("ord " * 79) is None
    assert lix_of("ord " * 80) == 80.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi går. Du stannar?", ["Vi går.", "Du stannar?"]),
        ("En rad\nEn till", ["En rad", "En till"]),
        ("• Första\n• Andra", ["• Första", "• Andra"]),
        ("Mötet är kl. 13.30 i dag.", ["Mötet är kl. 13.30 i dag."]),
        ("Se 6 kap. 28 § i lagen.", ["Se 6 kap. 28 § i lagen."]),
        ("Ta med t.ex. Anna och Bo.", ["Ta med t.ex. Anna och Bo."]),
        ("”Kom hit! Nu”, säger hon. Du går.", ["”Kom hit!", "Nu”, säger hon.", "Du går."]),
        ("”Vad vill du?” frågar hon.", ["”Vad vill du?” frågar hon."]),
        ("Hon sa ”nej.” Du gick.", ["Hon sa ”nej.", "Du gick."]),
        ("Det var 2019. 12 personer kom.", ["Det var 2019.", "12 personer kom."]),
        ("… \n–", []),
        ("", []),
    ],
)
def test_sentences_end_where_one_draws_breath(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barn- och e-post-frågor", ["Barn", "och", "e-post-frågor"]),
        ("kl. 13.30 den 7 mars", ["kl", "13.30", "den", "7", "mars"]),
        ("Vera’s mother", ["Vera’s", "mother"]),
        ("10–12 barn", ["10", "12", "barn"]),
    ],
)
def test_numbers_and_compounds_are_one_word(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_only_letters_make_a_word_long() -> None:
    assert letter_count("e-post2026") == 5


def test_no_sentence_has_no_mean_length() -> None:
    assert mean_sentence_length("Ett två tre. Fyra.") == 2
    assert mean_sentence_length("–") == 0
