"""The planned repeats as a calendar file, read back as RFC 5545 says."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from exports.reports import ATTEMPTS, any_text, sentence
from hypothesis import given

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import ModuleId
from huddinge_training.errors import ExportError
from huddinge_training.exports.calendar_file import calendar_text, write_calendar
from huddinge_training.language import Language, Text

ENGLISH = Language.load("en", Path())
STAMP = datetime(2026, 3, 7, 12, 30, 5, tzinfo=UTC)
FIRST = FollowUp(ModuleId("jav"), date(2026, 3, 31))
SECOND = FollowUp(ModuleId("jav"), date(2026, 12, 31))
TITLE = Text("Fria från jäv", "Free from conflicts of interest")


def calendar(*planned: FollowUp, title: Text = TITLE) -> str:
    return calendar_text([(follow_up, title) for follow_up in planned], STAMP, ENGLISH)


def lines(text: str) -> list[str]:
    """The content lines, unfolded."""
    assert text.endswith("\r\n")
    return text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def value(text: str, name: str) -> str:
    """The first value of a property, unescaped."""
    (line, *_) = (line for line in lines(text) if re.match(f"{name}[;:]", line))
    escaped = line.partition(":")[2]
    return re.sub(
        r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], escaped, flags=re.DOTALL
    )


def test_a_repeat_line_by_line() -> None:
    (uid,) = (line for line in lines(calendar(FIRST)) if line.startswith("UID:"))
    assert lines(calendar(FIRST)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//huddinge-training//Kompassen//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Repeats in Kompassen",
        "BEGIN:VEVENT",
        uid,
        "DTSTAMP:20260307T123005Z",
        "DTSTART;VALUE=DATE:20260331",
        "DTEND;VALUE=DATE:20260401",
        "SUMMARY;LANGUAGE=en:Repeat in Kompassen: Free from conflicts of interest",
        "DESCRIPTION:A few short situations. Open Kompassen when you have five minutes.",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Repeat in Kompassen: Free from conflicts of interest",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_day_after_new_years_eve_is_next_year() -> None:
    assert "DTEND;VALUE=DATE:20270101" in lines(calendar(SECOND))


def test_the_same_repeat_has_the_same_name_every_time_and_others_another() -> None:
    names = [line for line in lines(calendar(FIRST, SECOND)) if line.startswith("UID:")]
    assert len(set(names)) == 2
    assert names == [line for line in lines(calendar(FIRST, SECOND)) if line.startswith("UID:")]
    assert names[0] in lines(calendar(FIRST, title=Text("Another title")))


def test_the_stamp_is_in_utc() -> None:
    swedish_time = STAMP.astimezone(timezone(timedelta(hours=1)))
    stamped = calendar_text([(FIRST, TITLE)], swedish_time, ENGLISH)
    assert stamped == calendar(FIRST)


@given(any_text)
def test_any_title_comes_back_and_adds_no_line(text: str) -> None:
    written = calendar(FIRST, title=Text(text))
    assert len(lines(written)) == len(lines(calendar(FIRST)))
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", one_kind)
    assert value(written, "SUMMARY") == f"Repeat in Kompassen: {shown}"


@pytest.mark.parametrize("text", [*ATTEMPTS, "å" * 100, "👩‍🔬" * 40])
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(text: str) -> None:
    written = calendar(FIRST, title=Text(text)).encode()
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
        assert b"\n" not in line
        assert b"\r" not in line


def test_the_file_has_the_line_ends_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "repeats.ics"
    write_calendar(path, [(FIRST, TITLE)], STAMP, ENGLISH)
    assert path.read_bytes() == calendar(FIRST).encode("utf-8")


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_calendar(tmp_path / "missing" / "repeats.ics", [(FIRST, TITLE)], STAMP, ENGLISH)
    assert "there is no folder" in sentence(problem)
