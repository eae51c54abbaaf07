"""A guest's receipt as a web page, a tagged PDF and a picture: code, QR code, and no name."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exports.pdf_file import claim, facts, said_by
from exports.web_page import WebPage

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.receipt import ModuleEdition, Receipt, device_name, sealed_receipt
from huddinge_training.errors import ExportError
from huddinge_training.exports.qr_code import QUIET_ZONE, qr_squares, qr_svg
from huddinge_training.exports.receipt import (
    receipt_html,
    receipt_pictures,
    write_receipt_html,
    write_receipt_pdf,
)
from huddinge_training.language import Language, Text
from huddinge_training.paths import bundled

RESOURCES = bundled("resources")
TITLE = Text("Kärnvärden & ”kod”", "Core <values>")
FINDER = ((1,) * 7, (1, *(0,) * 5, 1), *[(1, 0, 1, 1, 1, 0, 1)] * 3, (1, *(0,) * 5, 1), (1,) * 7)


@pytest.fixture
def receipt() -> Receipt:
    edition = ModuleEdition(ModuleId("karnvarden"), "2026.1", "ab" * 32)
    return sealed_receipt(edition, date(2026, 3, 2), device=5431, number=99, key=b"k" * 32)


def written(receipt: Receipt, language: Language) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "receipt.pdf"
        write_receipt_pdf(path, receipt, TITLE, language, RESOURCES)
        return path.read_bytes()


def test_the_page_says_code_module_day_and_what_to_do(receipt: Receipt, english: Language) -> None:
    page = WebPage(receipt_html(receipt, TITLE, english))
    words = " ".join(element.text for element in page.elements if element.tag == "body")
    for said in (str(receipt.code), "Core <values>", "2026-03-02", "2026.1", "Give the code"):
        assert said in words
    assert device_name(receipt.code.device) in words
    headings = [element.tag for element in page.elements if element.tag in ("h1", "h2")]
    assert headings == ["h1", "h2", "h2"]


def test_the_qr_code_of_the_page_is_described(receipt: Receipt, english: Language) -> None:
    page = WebPage(receipt_html(receipt, TITLE, english))
    pictures = [e.attributes for e in page.elements if e.tag == "svg" and e.attributes.get("role")]
    assert [picture["aria-label"] for picture in pictures] == ["QR code with the whole receipt"]


def test_the_page_is_saved(receipt: Receipt, english: Language, tmp_path: Path) -> None:
    write_receipt_html(tmp_path / "r.html", receipt, TITLE, english)
    assert (tmp_path / "r.html").read_text("utf-8") == receipt_html(receipt, TITLE, english)
    with pytest.raises(ExportError):
        write_receipt_html(tmp_path / "no" / "r.html", receipt, TITLE, english)


def test_the_pdf_claims_both_standards_and_the_same_receipt_makes_the_same_bytes(
    receipt: Receipt, english: Language
) -> None:
    pdf = written(receipt, english)
    assert claim(pdf, "pdfuaid:part") == "1"
    assert (claim(pdf, "pdfaid:part"), claim(pdf, "pdfaid:conformance")) == ("2", "A")
    assert claim(pdf, "pdf:Keywords") == str(receipt.code)
    assert written(receipt, english) == pdf


@pytest.mark.needs_poppler
def test_the_pdf_is_one_tagged_page_with_the_code(receipt: Receipt, english: Language) -> None:
    pdf = written(receipt, english)
    assert (facts(pdf)["Tagged"], facts(pdf)["Pages"]) == ("yes", "1")
    assert str(receipt.code) in said_by("pdftotext", of=pdf)


def test_the_picture_is_one_page_as_sharp_as_asked_for(receipt: Receipt, english: Language) -> None:
    (small,) = receipt_pictures(receipt, TITLE, english, RESOURCES, 50)
    (large,) = receipt_pictures(receipt, TITLE, english, RESOURCES, 100)
    sizes = [int.from_bytes(png[16:20]) for png in (small, large)]
    assert sizes[1] == pytest.approx(2 * sizes[0], abs=2)
    assert sizes[1] == pytest.approx(210 / 25.4 * 100, abs=2)


def test_a_qr_code_has_its_three_corners_and_fits_the_whole_receipt(receipt: Receipt) -> None:
    squares = qr_squares(receipt.whole)
    side = len(squares)
    assert {len(row) for row in squares} == {side}
    assert side <= 57  # version 10: still read by every phone from a screen
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        corner = tuple(tuple(map(int, row[left : left + 7])) for row in squares[top : top + 7])
        assert corner == FINDER


def test_the_svg_has_a_quiet_zone_and_nothing_to_fetch(receipt: Receipt) -> None:
    svg = qr_svg(receipt.whole)
    side = len(qr_squares(receipt.whole)) + 2 * QUIET_ZONE
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert svg.count("http") == 1  # the name space
