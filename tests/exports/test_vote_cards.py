"""The cards to vote with: four on a page, told apart by letter and pattern also without colour."""

import re
import subprocess
from datetime import date
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exports.pdf_file import claim, facts, said_by, structure
from exports.reports import sentence
from exports.web_page import WebPage

from huddinge_training.errors import ExportError
from huddinge_training.exports.palette import palette
from huddinge_training.exports.vote_cards import (
    cards_html,
    cards_pictures,
    cards_words,
    write_cards_html,
    write_cards_pdf,
)
from huddinge_training.exports.vote_signs import SIGNS, letter_of, sign_of
from huddinge_training.language import Language
from huddinge_training.paths import bundled

RESOURCES = bundled("resources")
LANGUAGES = {code: Language.load(code, RESOURCES / "locale") for code in ("sv", "en")}
ENGLISH = LANGUAGES["en"]
MADE_ON = date(2026, 1, 1)
WHEN = {
    "sv": "Håll upp kortet när ledaren säger till",
    "en": "Hold up the card when the leader says so",
}
DOTS_A_MM = 5
CARD_HEIGHT, CARD_WIDTH = 132, 98
"""From one card to the next, in millimetres."""
in_both_languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def written(language: Language = ENGLISH) -> bytes:
    """The bytes of the PDF."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cards.pdf"
        write_cards_pdf(path, MADE_ON, language, RESOURCES)
        return path.read_bytes()


def alt_texts(pdf: bytes) -> list[str]:
    """The alternative texts in the file, which stand in it uncompressed."""
    return [
        bytes.fromhex(wide.decode()).decode("utf-16") if wide else plain.decode()
        for plain, wide in re.findall(rb"/Alt ?(?:\(([^)]*)\)|<([0-9A-F]*)>)", pdf)
    ]


def cards_in_grey(pdf: bytes) -> list[list[bool]]:
    """The same part of the left edge of each card without colour: which dots are dark."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cards.pdf"
        path.write_bytes(pdf)
        command = ["pdftoppm", "-gray", "-r", str(25.4 * DOTS_A_MM), str(path)]
        picture = subprocess.run(command, capture_output=True, check=True).stdout
    _, size, _, dots = picture.split(b"\n", 3)
    width = int(size.split()[0])
    edges = []
    for top, left in product((30, 30 + CARD_HEIGHT), (12, 12 + CARD_WIDTH)):
        rows = range(top * DOTS_A_MM, (top + 60) * DOTS_A_MM)
        columns = range(left * DOTS_A_MM, (left + 9) * DOTS_A_MM)
        edges.append([dots[row * width + column] < 200 for row in rows for column in columns])
    return edges


@pytest.mark.needs_poppler
@in_both_languages
def test_four_cards_are_on_one_tagged_page(language: Language) -> None:
    pdf = written(language)
    found = facts(pdf)
    assert (found["Pages"], found["Tagged"], found["JavaScript"]) == ("1", "yes", "no")
    assert found["Page size"] == "595.276 x 841.89 pts (A4)"
    text = " ".join(said_by("pdftotext", "-raw", of=pdf).split())
    assert text.count(WHEN[language.code]) == 4
    assert [tag.split()[0].rstrip(":") for tag in structure(pdf) if tag[0] in "HPF"] == [
        "H1", "P", *["Figure"] * 4,
    ]  # fmt: skip


@in_both_languages
def test_it_claims_both_standards_and_its_language(language: Language) -> None:
    pdf = written(language)
    assert claim(pdf, "pdfuaid:part") == "1"
    assert (claim(pdf, "pdfaid:part"), claim(pdf, "pdfaid:conformance")) == ("2", "A")
    assert claim(pdf, "dc:title") == language.say("Vote cards")
    assert claim(pdf, "dc:language").strip() == language.code


@in_both_languages
def test_every_card_is_described_by_letter_and_pattern(language: Language) -> None:
    described = [card.description for card in cards_words(language).cards]
    assert alt_texts(written(language)) == described
    svgs = [e for e in WebPage(cards_html(language)).all("svg") if e.attributes.get("role")]
    assert [svg.attributes["aria-label"] for svg in svgs] == described
    assert len(set(described)) == 4


@pytest.mark.needs_poppler
def test_no_two_cards_look_the_same_without_colour() -> None:
    for one, other in combinations(cards_in_grey(written()), 2):
        differing = sum(a != b for a, b in zip(one, other, strict=True))
        assert differing > len(one) / 5


def test_the_letters_are_a_to_d_each_with_a_colour_and_a_pattern_of_its_own() -> None:
    assert [sign.letter for sign in SIGNS] == list("ABCD")
    assert [letter_of(place) for place in range(4)] == list("ABCD")
    assert len({sign.pattern for sign in SIGNS}) == len({sign.token for sign in SIGNS}) == 4
    assert {sign.token for sign in SIGNS} <= palette().keys()
    assert sign_of(1) is SIGNS[1]
    assert sign_of(4) is SIGNS[0]


@in_both_languages
def test_the_web_page_has_the_same_cards_and_fetches_nothing(language: Language) -> None:
    page = WebPage(cards_html(language))
    assert page.texts("text") == list("ABCD")
    assert page.texts("p").count(WHEN[language.code]) == 4
    assert page.fetches() == []
    patterns = {pattern.attributes["id"] for pattern in page.all("pattern")}
    used = [str(rect.attributes["fill"]) for rect in page.all("rect")]
    assert {fill[5:-1] for fill in used if fill.startswith("url(#")} == patterns
    assert {sign.pattern for sign in SIGNS} == patterns


def test_the_same_cards_make_the_same_bytes_and_one_picture() -> None:
    assert written() == written()
    (picture,) = cards_pictures(MADE_ON, ENGLISH, RESOURCES, dots=20)
    assert picture.startswith(b"\x89PNG")


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "cards"
    with pytest.raises(ExportError) as problem:
        write_cards_pdf(path, MADE_ON, ENGLISH, RESOURCES)
    assert "there is no folder" in sentence(problem)
    with pytest.raises(ExportError):
        write_cards_html(path, ENGLISH)
