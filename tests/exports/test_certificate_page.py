"""The certificate as a web page: what it says, how it is built, and that texts stay texts."""

from pathlib import Path

import pytest
from exports.certificates import ETHICS, VALUES, certificate_of, make_certificate
from exports.reports import ATTEMPTS, HEAD, any_text
from exports.web_page import WebPage, as_a_browser_reads
from hypothesis import given

from huddinge_training.domain.record import ChainHead
from huddinge_training.exports.certificate import certificate_html, write_certificate_html
from huddinge_training.language import Language

ENGLISH = Language.load("en", Path())


def test_what_the_certificate_says() -> None:
    page = WebPage(certificate_html(make_certificate(), ENGLISH))
    (body,) = page.all("body")
    assert page.texts("title") == ["Certificate of completed training: Åsa Öman"]
    assert page.texts("h1") == ["Certificate of completed training"]
    assert "Åsa Öman" in page.texts("p")
    assert "Employee number 000123" in page.texts("p")
    assert (
        "has completed 2 of 7 modules of Kompassen, the training in ethics and values of "
        "Huddinge kommun." in page.texts("p")
    )
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Issued by": "Huddinge kommun",
        "Issued on": "7 March 2026",
        "Made with": "Kompassen 0.1.0",
        "Head of the ledger": str(HEAD),
    }
    assert "may not be used for pay, appraisal or discipline" in body.text


def test_modules_stand_in_a_table_with_headings_for_columns_and_rows() -> None:
    page = WebPage(certificate_html(make_certificate(), ENGLISH))
    columns = [th.text for th in page.all("th") if th.attributes["scope"] == "col"]
    rows = [th.text for th in page.all("th") if th.attributes["scope"] == "row"]
    assert columns == ["Module", "Edition", "Completed on", "Valid to"]
    assert rows == ["Free from conflicts of interest", "Kärnvärden"]
    assert page.texts("td") == [
        *("2026.1", "3 February 2026", "3 February 2027"),
        *("2026.2", "10 February 2026", "No end date"),
    ]


def test_it_is_built_of_headings_and_landmarks_in_one_language() -> None:
    page = WebPage(certificate_html(make_certificate(), ENGLISH))
    assert [tag for tag in page.outline() if tag in ("header", "main", "h1", "h2")] == [
        *("header", "h1", "main", "h2", "h2"),
    ]
    assert page.all("html")[0].attributes == {"lang": "en"}
    assert page.all("svg")[0].attributes["aria-hidden"] == "true"
    (region,) = (div for div in page.all("div") if div.attributes.get("role") == "region")
    (heading,) = (h2 for h2 in page.all("h2") if "id" in h2.attributes)
    assert region.attributes["aria-labelledby"] == heading.attributes["id"]


def test_it_fetches_nothing_and_forbids_itself_to() -> None:
    source = certificate_html(make_certificate(), ENGLISH)
    page = WebPage(source)
    assert page.fetches() == []
    assert "url(" not in source
    assert "@import" not in source
    policies = [meta.attributes.get("content") for meta in page.all("meta")]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies


def test_all_modules_done_is_said_so() -> None:
    again = make_certificate(lines=(ETHICS, VALUES, ETHICS), total_modules=2)
    page = WebPage(certificate_html(again, ENGLISH))
    assert any("has completed all 2 modules" in text for text in page.texts("p"))


@pytest.mark.parametrize(
    ("identifier", "shown"),
    [("000123", ["Employee number 000123"]), ("asa@example.se", ["asa@example.se"]), ("", [])],
)
def test_whose_it_is_stands_under_the_name(identifier: str, shown: list[str]) -> None:
    page = WebPage(certificate_html(make_certificate(identifier=identifier), ENGLISH))
    texts = page.texts("p")
    assert texts[texts.index("Åsa Öman") + 1 :][: len(shown)] == shown
    assert not any(text in ("", "Employee number ") for text in texts)


def test_a_long_name_is_set_smaller() -> None:
    looks = [
        [p.attributes["class"] for p in page.all("p") if p.text == name]
        for name in ("Åsa Öman", "Åsa " * 75)
        for page in [WebPage(certificate_html(make_certificate(name=name), ENGLISH))]
    ]
    assert looks == [["name"], ["long name"]]


@given(any_text)
def test_any_text_is_shown_as_it_is_and_changes_nothing_else(text: str) -> None:
    page = WebPage(certificate_html(certificate_of(text), ENGLISH))
    innocent = WebPage(certificate_html(certificate_of("a@b" if text else ""), ENGLISH))
    assert page.outline() == innocent.outline()
    assert page.fetches() == []
    shown = as_a_browser_reads(text)
    assert page.texts("bdi").count(shown) >= 3
    assert page.texts("title") == [f"Certificate of completed training: {shown}"]


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_text_becomes_mark_up(text: str) -> None:
    page = WebPage(certificate_html(certificate_of(text), ENGLISH))
    assert as_a_browser_reads(text) in page.texts("bdi")
    assert page.fetches() == []


def test_the_file_is_utf_8_and_holds_the_head_of_the_ledger(tmp_path: Path) -> None:
    path = tmp_path / "certificate.html"
    write_certificate_html(path, make_certificate(), ENGLISH)
    source = path.read_bytes().decode("utf-8")
    assert source == certificate_html(make_certificate(), ENGLISH)
    assert ChainHead.find_all(source) == {HEAD}
