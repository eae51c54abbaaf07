"""The sentences of the catalogue are written as Swedish and English write them."""

import re
from pathlib import Path

import catalogues
import pytest
from babel.messages.catalog import Catalog

import huddinge_training

# Of the rules for the course's own texts (L25), what goes for the program's words as well.
WRONG_IN_SWEDISH = {
    "quotation marks are ” and ’": re.compile(r'["“„«»]|(?<!\w)\''),
    "per cent stands apart": re.compile(r"\d%|\d %"),
    "a dash is not a hyphen": re.compile(r"(?<![\d-])\d{1,3}-\d{1,3}(?![-\d])| - "),
    "nothing is called out": re.compile(r"!"),
    "one space": re.compile(r"  "),
    "no old words": re.compile(
        r"\b(ej(?! påbörjad)|skall|vänligen|var god|ogiltig\w*|erhåll\w*)\b", re.IGNORECASE
    ),
}
WRONG_IN_ENGLISH = {
    "quotation marks are “ and ”": re.compile(r'["„«»”](?=\w)|(?<=\w)"'),
    "nothing is called out": re.compile(r"!"),
    "British spelling": re.compile(r"\b(color|center|organiz|program(?=me))\w*", re.IGNORECASE),
    "no Latin": re.compile(r"\b(e\.g\.|i\.e\.|etc\.)"),
    "one space": re.compile(r"  "),
}
WORDS_OF_QT = re.compile(
    r"QDialogButtonBox|StandardButton|QInputDialog|"
    r"QMessageBox\.(question|warning|critical|information|about)"
)


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return catalogues.read(catalogues.PO_FILE)


def forms(words: str | tuple[str, ...] | list[str] | None) -> list[str]:
    if words is None:
        return []
    return [words] if isinstance(words, str) else list(words)


@pytest.mark.parametrize("rule", WRONG_IN_SWEDISH)
def test_swedish_is_written_as_swedish(catalogue: Catalog, rule: str) -> None:
    said = [form for entry in catalogue if entry.id for form in forms(entry.string)]
    assert [form for form in said if WRONG_IN_SWEDISH[rule].search(form)] == []


@pytest.mark.parametrize("rule", WRONG_IN_ENGLISH)
def test_english_is_written_as_english(catalogue: Catalog, rule: str) -> None:
    said = [form for entry in catalogue if entry.id for form in forms(entry.id)]
    assert [form for form in said if WRONG_IN_ENGLISH[rule].search(form)] == []


def test_quotations_are_closed(catalogue: Catalog) -> None:
    for entry in catalogue:
        for english in forms(entry.id):
            assert english.count("“") == english.count("”"), english
        for swedish in forms(entry.string):
            assert swedish.count("”") % 2 == 0, swedish


def test_no_button_has_words_of_qt_s_own() -> None:
    """Qt's Swedish says Ok, Förkasta and Verkställ (LANG-05): every button gets ours."""
    files = Path(huddinge_training.__file__).parent.rglob("*.py")
    assert [f.name for f in files if WORDS_OF_QT.search(f.read_text(encoding="utf-8"))] == []
