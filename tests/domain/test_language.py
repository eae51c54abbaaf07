"""Dates, numbers, quotation marks and the alphabet, as Swedish and English write them."""

from datetime import date
from pathlib import Path

import pytest

from huddinge_training.language import Language, Text, collation_key, counted, message
from huddinge_training.paths import bundled

LOCALE = bundled("resources") / "locale"
MARCH = date(2026, 3, 7)


@pytest.fixture
def swedish() -> Language:
    return Language.load("sv", LOCALE)


@pytest.fixture
def english() -> Language:
    return Language.load("en", Path())


def test_a_date_in_a_sentence_has_the_month_in_words(swedish: Language, english: Language) -> None:
    assert swedish.date(MARCH) == "7 mars 2026"
    assert english.date(MARCH) == "7 March 2026"
    assert english.say("Done {day}", day=MARCH) == "Done 7 March 2026"
    assert swedish.say("Done {day}", day=MARCH) == "Klar 7 mars 2026"
    months = [swedish.date(date(2026, number, 1)).split()[1] for number in range(1, 13)]
    assert months[0] == "januari"
    assert months[11] == "december"
    assert all(month == month.lower() for month in months)


def test_a_date_in_a_table_is_written_with_figures() -> None:
    assert MARCH.isoformat() == "2026-03-07"


def test_thousands_stand_apart(swedish: Language, english: Language) -> None:
    """With a space that no line breaks at; minus and decimals do not occur in sentences."""
    assert [swedish.number(n) for n in (0, 2026, -12_345, 1_234_567)] == [
        "0", "2026", "-12\u00a0345", "1\u00a0234\u00a0567",
    ]  # fmt: skip
    assert english.number(1_234_567) == "1,234,567"
    assert english.say("{count} rows", count=12_345) == "12,345 rows"
    assert english.say("{year}. Source: {source}", year="2014", source="JO") == "2014. Source: JO"
    assert english.say("{is_so}", is_so=True) == "True"


def test_the_plural_is_chosen_by_the_number_and_says_it_in_figures(
    swedish: Language, english: Language
) -> None:
    def minutes(count: int) -> str:
        words = counted("About one minute.", "About {count} minutes.", count)
        return english.say(words)

    assert minutes(1) == "About one minute."
    assert minutes(15_000) == "About 15,000 minutes."
    left = counted("Not started, about one minute", "Not started, about {count} minutes", 5)
    assert swedish.say(left) == "Ej påbörjad, ungefär 5 minuter"


def test_a_sentence_takes_sentences_and_texts_of_the_course_as_values(english: Language) -> None:
    inner = message("{day}", day=MARCH)
    words = message("{text}: {inner}", text=Text("Jäv", "Conflict of interest"), inner=inner)
    assert english.say(words) == "Conflict of interest: 7 March 2026"


def test_the_swedish_alphabet_ends_in_its_own_letters_and_keeps_v_and_w_apart() -> None:
    names = [
        "Öberg",
        "Zeb",
        "Åsa",
        "Wera",
        "Ängel",
        "Anna",
        "Vera",
        "Xi",
        "Örjan",
        "Wilma",
        "Viola",
    ]
    assert sorted(names, key=collation_key) == [
        "Anna", "Vera", "Viola", "Wera", "Wilma", "Xi", "Zeb", "Åsa", "Ängel", "Öberg", "Örjan",
    ]  # fmt: skip
    assert sorted(names) != sorted(names, key=collation_key)


def test_accents_and_capitals_come_after_the_letters() -> None:
    assert sorted(["idé", "ide", "Ide", "idea"], key=collation_key) == ["ide", "Ide", "idé", "idea"]
    assert sorted(["Ærø", "Zoo", "Åre", "Östa"], key=collation_key)[:2] == ["Zoo", "Åre"]
    assert collation_key("A\u030asa") == collation_key("Åsa"), "however the letter is put together"


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no such language: fi"):
        Language.load("fi", LOCALE)
