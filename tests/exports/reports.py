"""Made-up report rows, and texts that try to be more than text."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from huddinge_training.domain.record import ChainHead
from huddinge_training.domain.report import ReportRow, ReportScope
from huddinge_training.domain.status import Status
from huddinge_training.errors import ExportCancelledError, ExportError
from huddinge_training.language import Language

HEAD = ChainHead(1284, "3f9a" * 16)
AS_OF = date(2026, 3, 7)

ATTEMPTS = (
    "=1+1",
    "+46701234567",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    '=cmd|" /C calc"!A0',
    "'=1+1",
    ' "Söder"; norra\r\nporten ',
    "<r><t>röd</t></r>",
    "<r></r></is></c><c r='B2'><f>1+1</f></c><c><is><r></r>",
    "{=1+1}",
    "https://example.se/?a=1&b=<2>",
    "_x0041_",
    "👩\N{ZERO WIDTH JOINER}🔬 Ωμέγα 王伟 שלום",
    "\N{RIGHT-TO-LEFT OVERRIDE}drows",
    "$#*_`[x]@ref /* // ~ \\ -- --- \"'",
    "2026-03-07",
    "000123",
    "TRUE",
    "W" * 300,
)
"""Texts that a program could take for a formula, a link, a number, mark-up or a command."""

any_text = st.one_of(
    st.sampled_from(ATTEMPTS),
    st.text(max_size=40),
    st.builds(str.__add__, st.sampled_from("=+-@\t\r\n\0＝＋－＠'\"<"), st.text(max_size=10)),
)


def make_row(**changes: Any) -> ReportRow:
    """A completed module, unless told otherwise."""
    row: dict[str, Any] = {
        "employee_number": "000123",
        "name": "Åsa Öman",
        "department": "Barn och utbildning",
        "unit_code": "4711",
        "unit": "Förskolan Solstrålen",
        "module_id": "jav",
        "module": "Fria från jäv",
        "edition": "2026.1",
        "status": Status.COMPLETED,
        "assigned_on": date(2026, 1, 1),
        "due_on": date(2026, 4, 1),
        "completed_on": date(2026, 2, 3),
        "valid_to": date(2027, 2, 3),
        "mode": "sjalv",
        "origin": "kompassen",
        "email": "",
    }
    return ReportRow(**(row | changes))


def make_scope(**changes: Any) -> ReportScope:
    """A report on all units without names, unless told otherwise."""
    scope: dict[str, Any] = {
        "as_of": AS_OF,
        "unit": "",
        "exported_at": datetime(2026, 3, 7, 12, 30, tzinfo=UTC),
        "head": HEAD,
        "edition": "2026.1",
        "app_version": "0.1.0",
    }
    return ReportScope(**(scope | changes))


def row_of(text: str) -> ReportRow:
    """A row with the same text wherever a text can stand."""
    return make_row(
        employee_number=text,
        name=text,
        department=text,
        unit_code=text,
        unit=text,
        module_id=text,
        module=text,
        edition=text,
        origin=text,
        email=text,
    )


class Cancels:
    """Follows an export, and stops it after some calls."""

    def __init__(self, after: int = 0) -> None:
        self.after = after
        self.heard: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int, /) -> None:
        self.heard.append((done, total))
        if len(self.heard) > self.after:
            raise ExportCancelledError


def leaves_nothing_when_cancelled(folder: Path, write: Callable[[Path], None]) -> None:
    """Checks that a cancelled export keeps the old file and leaves no other."""
    old = folder / "report"
    old.write_text("as it was", encoding="utf-8")
    with pytest.raises(ExportCancelledError):
        write(old)
    with pytest.raises(ExportCancelledError):
        write(folder / "new")
    assert [path.name for path in folder.iterdir()] == ["report"]
    assert old.read_text(encoding="utf-8") == "as it was"


def sentence(problem: pytest.ExceptionInfo[ExportError]) -> str:
    """What the reader of an error reads."""
    return Language.load("en", Path()).say(problem.value.words)


def plain(text: str) -> str:
    """A text without the differences in spaces and composition that a PDF reader makes."""
    return "".join(unicodedata.normalize("NFKC", text).split())
