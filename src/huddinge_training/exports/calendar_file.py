"""Writes planned repeats as a calendar file (RFC 5545); of personal data only module titles."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from huddinge_training.domain.canonical import canonical_json, digest
from huddinge_training.domain.completion import FollowUp
from huddinge_training.exports.safe_file import write_text
from huddinge_training.language import Language, Text

PRODUCT = "-//huddinge-training//Kompassen//EN"
LONGEST_LINE = 75  # octets, without the line end
REMINDS_AFTER = "PT9H"  # nine in the morning of the day
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def write_calendar(
    path: Path,
    planned: Iterable[tuple[FollowUp, Text]],
    stamped_at: datetime,
    language: Language,
) -> None:
    """Writes the follow-ups, each with its module's title, as days; raises ExportError."""
    write_text(path, calendar_text(planned, stamped_at, language))


def calendar_text(
    planned: Iterable[tuple[FollowUp, Text]], stamped_at: datetime, language: Language
) -> str:
    """The calendar; ``stamped_at`` says when it was made."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:" + _text(language.say("Repeats in Kompassen")),
    ]
    for follow_up, title in planned:
        lines += _event(follow_up, title, stamped_at, language)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(follow_up: FollowUp, title: Text, stamped_at: datetime, language: Language) -> list[str]:
    summary = _text(language.say("Repeat in Kompassen: {module}", module=title))
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(follow_up)}",
        f"DTSTAMP:{stamped_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{follow_up.due_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{follow_up.due_on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={language.code}:{summary}",
        "DESCRIPTION:"
        + _text(language.say("A few short situations. Open Kompassen when you have five minutes.")),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        f"TRIGGER:{REMINDS_AFTER}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _uid(follow_up: FollowUp) -> str:
    """The same for the same repeat, so that a second import does not double it."""
    planned = [follow_up.module_id, follow_up.due_on.isoformat()]
    return f"{digest(canonical_json(planned))[:32]}@kompassen"


def _text(value: str) -> str:
    """A TEXT value: one line, with what means something to a calendar escaped."""
    one_kind = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = FORBIDDEN.sub("", one_kind.replace("\\", "\\\\").replace("\n", "\\n"))
    return plain.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, cut between characters, the later ones indented."""
    piece, length = "", 0
    for letter in line:
        size = len(letter.encode("utf-8"))
        if length + size > LONGEST_LINE:
            yield piece
            piece, length = " ", 1
        piece += letter
        length += size
    yield piece
