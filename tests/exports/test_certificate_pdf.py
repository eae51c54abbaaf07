"""The certificate as a tagged PDF: what it claims, how it is built, and that texts stay texts."""

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exports.certificates import ETHICS, VALUES, certificate_of, make_certificate
from exports.pdf_file import claim, facts, pages, said_by, structure
from exports.reports import ATTEMPTS, HEAD, any_text, plain, sentence
from hypothesis import given, settings
from hypothesis import strategies as st

from huddinge_training.domain.record import ChainHead
from huddinge_training.errors import ExportError
from huddinge_training.exports.certificate import CertificateData, write_certificate_pdf
from huddinge_training.language import Language
from huddinge_training.paths import bundled

ENGLISH = Language.load("en", Path())
RESOURCES = bundled("resources")


def written(data: CertificateData) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "certificate.pdf"
        write_certificate_pdf(path, data, ENGLISH, RESOURCES)
        return path.read_bytes()


def test_it_claims_both_standards_and_has_a_title_and_a_language() -> None:
    pdf = written(make_certificate())
    assert claim(pdf, "pdfuaid:part") == "1"
    assert (claim(pdf, "pdfaid:part"), claim(pdf, "pdfaid:conformance")) == ("2", "A")
    assert claim(pdf, "dc:title") == "Certificate of completed training: Åsa Öman"
    assert claim(pdf, "dc:creator") == "Huddinge kommun"
    assert claim(pdf, "dc:language").strip() == "en"


def test_the_head_of_the_ledger_can_be_found_by_reading_the_bytes() -> None:
    pdf = written(make_certificate())
    assert claim(pdf, "pdf:Keywords") == str(HEAD)
    assert ChainHead.find_all(pdf.decode("utf-8", errors="replace")) == {HEAD}


def test_the_same_certificate_makes_the_same_bytes() -> None:
    assert written(make_certificate()) == written(make_certificate())


@pytest.mark.needs_poppler
def test_it_is_tagged_and_runs_nothing() -> None:
    said = facts(written(make_certificate()))
    assert said["Tagged"] == "yes"
    assert said["JavaScript"] == "no"
    assert said["Form"] == "none"
    assert said["Page size"] == "595.276 x 841.89 pts (A4)"
    assert said["Pages"] == "1"


@pytest.mark.needs_poppler
def test_headings_paragraphs_tables_and_lists_are_tagged_as_such() -> None:
    tags = structure(written(make_certificate()))
    assert tags[:6] == [
        "Document",
        'H1 "Certificate of completed training" (block)',
        '"Certificate of completed training"',
        "P (block)",
        '"Åsa Öman"',
        "P (block)",
    ]
    assert [tag for tag in tags if tag.startswith("H")] == [
        'H1 "Certificate of completed training" (block)',
        'H2 "Completed modules" (block)',
        'H2 "Issued, and how to check it" (block)',
    ]
    first_table = tags[tags.index("Table (block):") : tags.index("TBody")]
    assert sum(tag.startswith("TH <") for tag in first_table) == 4
    assert tags.count("Table (block):") == 2
    assert tags.count("TR") == 5
    assert "LI (block)" in tags


@pytest.mark.needs_poppler
def test_every_heading_of_the_table_is_a_heading_of_a_column() -> None:
    told = said_by("pdfinfo", "-struct-text", of=written(make_certificate()))
    assert told.count("/Scope /Column") == told.count("TH <") == 7
    assert told.count("/Headers [(") == told.count("TD:") == 11


@pytest.mark.needs_poppler
def test_the_page_says_what_the_certificate_says() -> None:
    text = said_by("pdftotext", "-layout", of=written(make_certificate()))
    for words in (
        "Åsa Öman",
        "Employee number 000123",
        "has completed 2 of 7 modules",
        "Free from conflicts of interest",
        "Kärnvärden",
        "3 February 2026",
        "3 February 2027",
        "No end date",
        "Huddinge kommun",
        "7 March 2026",
        "Kompassen 0.1.0",
        str(HEAD),
    ):
        assert words in text
    assert "may not be used for pay" in text


@pytest.mark.needs_poppler
def test_all_fonts_are_ours_and_inside() -> None:
    mixed = make_certificate(name="Åsa Ωμέγα שלום مرحبا 王伟 👩‍🔬")
    _, _, *fonts = said_by("pdffonts", of=written(mixed)).splitlines()
    names = {font.split()[0].partition("+")[2] for font in fonts}
    assert {name.partition("-")[0] for name in names} <= {
        *("SourceSans3", "LibertinusSerif", "DejaVuSansMono", "KompassenLastResort"),
    }
    assert all(re.search(r" yes yes yes +\d+ +\d+$", font) for font in fonts)


@pytest.mark.needs_poppler
def test_signs_without_a_glyph_are_boxes_to_see_and_themselves_to_read() -> None:
    name = "王伟 👩‍🔬 नमस्ते ไทย"
    pdf = written(make_certificate(name=name))
    assert plain(name) in plain(said_by("pdftotext", of=pdf))
    assert claim(pdf, "dc:title").endswith(name)


@pytest.mark.needs_poppler
def test_many_modules_take_several_pages_with_their_headings_again() -> None:
    pdf = written(make_certificate(lines=(ETHICS, VALUES) * 20))
    text = said_by("pdftotext", "-layout", of=pdf)
    assert pages(pdf) == 2
    assert text.count("Completed on") == 2
    assert "2 (2)" in text
    assert ChainHead.find_all(text) == {HEAD}


@pytest.mark.needs_poppler
@pytest.mark.parametrize("name", ["W" * 300, "Åsa " * 75, "Maria " + "x" * 50, "م" * 300])
def test_a_long_name_stays_on_the_page(name: str) -> None:
    pdf = written(make_certificate(name=name))
    boxes = re.findall(
        r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"',
        said_by("pdftotext", "-bbox", of=pdf),
    )
    assert boxes
    assert all(float(left) > 60 and float(right) < 535 for left, right in boxes)
    assert plain(name) in plain(said_by("pdftotext", of=pdf)) or unicodedata.bidirectional(
        name[0]
    ) in ("R", "AL")


@pytest.mark.needs_poppler
@pytest.mark.parametrize("text", [text for text in ATTEMPTS if text.isprintable()])
def test_no_text_becomes_mark_up(text: str) -> None:
    name = f"A{text}Z"
    pdf = written(make_certificate(name=name))
    assert structure(pdf)[1] == 'H1 "Certificate of completed training" (block)'
    assert plain(name) in plain(said_by("pdftotext", "-raw", of=pdf).replace("\n", ""))


@settings(max_examples=40, deadline=None)
@given(any_text)
def test_any_text_makes_a_certificate(text: str) -> None:
    pdf = written(certificate_of(text))
    title = claim(pdf, "dc:title").removeprefix("Certificate of completed training: ")
    assert title == as_pdf_allows(text)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1))
def test_any_sign_at_all_makes_a_certificate(text: str) -> None:
    assert claim(written(make_certificate(name=text)), "pdfaid:conformance") == "A"


def as_pdf_allows(text: str) -> str:
    """What moves on becomes a space; controls and private signs the sign for unknown ones."""
    kept = re.sub("\r\n|[\t\n\f\r\u2028\u2029]", " ", text)
    return "".join("\ufffd" if not_allowed(letter) else letter for letter in kept)


def not_allowed(letter: str) -> bool:
    code = ord(letter)
    return (
        letter == "\ufeff"
        or unicodedata.category(letter) in ("Cc", "Cs", "Co")
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_certificate_pdf(
            tmp_path / "missing" / "c.pdf", make_certificate(), ENGLISH, RESOURCES
        )
    assert "there is no folder" in sentence(problem)


def test_a_failing_export_keeps_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "c.pdf").mkdir()
    with pytest.raises(ExportError):
        write_certificate_pdf(tmp_path / "c.pdf", make_certificate(), ENGLISH, RESOURCES)
    assert [path.name for path in tmp_path.rglob("*")] == ["c.pdf"]
