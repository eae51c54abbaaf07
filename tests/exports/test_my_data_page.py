"""What the program knows about a person, as a web page and as data."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from exports.reports import ATTEMPTS, any_text, sentence
from exports.web_page import WebPage, as_a_browser_reads
from hypothesis import given

from huddinge_training.errors import ExportError
from huddinge_training.exports.my_data_page import (
    my_data_html,
    my_data_json,
    write_my_data_html,
    write_my_data_json,
)
from huddinge_training.language import Language, Message, Text, message

ENGLISH = Language.load("en", Path())


@dataclass(frozen=True)
class Part:
    id: str
    title: Message
    purpose: Message
    rows: tuple[tuple[Message | Text, Message | str], ...]


PROFILE = Part(
    "profile",
    message("Your profile"),
    message("So that HR can see who has done what."),
    ((message("Name"), "Åsa Öman"), (message("Work e-mail"), message("None"))),
)
RECORDS = Part(
    "records",
    message("What you have done"),
    message("The record that HR sees."),
    ((Text("Kärnvärden", "Core values"), message("done {day}", day="today")),),
)


def part_of(text: str) -> Part:
    rows = ((message("Name"), text), (Text(text), message("{text}", text=text)))
    return Part("profile", message("Your profile"), message("Why."), rows)


def test_the_page_has_a_heading_a_purpose_and_a_list_for_every_part() -> None:
    page = WebPage(my_data_html([PROFILE, RECORDS], ENGLISH))
    assert page.texts("title") == page.texts("h1") == ["My data in Kompassen"]
    assert page.texts("h2") == ["Your profile", "What you have done"]
    assert "So that HR can see who has done what." in page.texts("p")
    assert page.texts("dt") == ["Name", "Work e-mail", "Core values"]
    assert page.texts("dd") == ["Åsa Öman", "None", "done today"]
    assert page.all("html")[0].attributes == {"lang": "en"}
    assert page.fetches() == []
    headings = [h2.attributes["id"] for h2 in page.all("h2")]
    assert [part.attributes["aria-labelledby"] for part in page.all("section")] == headings


def test_the_data_hold_the_same() -> None:
    assert json.loads(my_data_json([PROFILE, RECORDS], ENGLISH)) == {
        "schema": "huddinge-training/my-data",
        "schema_version": 1,
        "language": "en",
        "sections": [
            {
                "id": "profile",
                "title": "Your profile",
                "purpose": "So that HR can see who has done what.",
                "rows": [
                    {"label": "Name", "value": "Åsa Öman"},
                    {"label": "Work e-mail", "value": "None"},
                ],
            },
            {
                "id": "records",
                "title": "What you have done",
                "purpose": "The record that HR sees.",
                "rows": [{"label": "Core values", "value": "done today"}],
            },
        ],
    }


@given(any_text)
def test_any_text_is_shown_as_it_is_and_changes_nothing_else(text: str) -> None:
    page = WebPage(my_data_html([part_of(text)], ENGLISH))
    assert page.outline() == WebPage(my_data_html([part_of("Åsa")], ENGLISH)).outline()
    shown = as_a_browser_reads(text)
    assert page.texts("dd") == [shown, shown]
    assert page.texts("dt") == ["Name", shown]
    rows = json.loads(my_data_json([part_of(text)], ENGLISH))["sections"][0]["rows"]
    assert [row["value"] for row in rows] == [text, text]


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_text_becomes_mark_up(text: str) -> None:
    page = WebPage(my_data_html([part_of(text)], ENGLISH))
    assert as_a_browser_reads(text) in page.texts("bdi")
    assert page.fetches() == []


def test_both_files_are_utf_8(tmp_path: Path) -> None:
    write_my_data_html(tmp_path / "mine.html", [PROFILE], ENGLISH)
    write_my_data_json(tmp_path / "mine.json", [PROFILE], ENGLISH)
    assert (tmp_path / "mine.html").read_bytes().decode() == my_data_html([PROFILE], ENGLISH)
    assert (tmp_path / "mine.json").read_bytes().decode() == my_data_json([PROFILE], ENGLISH)
    assert "Åsa Öman" in my_data_json([PROFILE], ENGLISH)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_my_data_html(tmp_path / "missing" / "mine.html", [PROFILE], ENGLISH)
    assert "there is no folder" in sentence(problem)
