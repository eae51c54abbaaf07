"""What a person takes away: a certificate, and the follow-ups for the calendar."""

from pathlib import Path

import pytest
from examples import TODAY, FakeClock
from services.playing import play

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language
from huddinge_training.paths import bundled
from huddinge_training.services.certificates import Certificates
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning

ENGLISH = Language.load("en", Path())
KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")


@pytest.fixture
def certificates(learning: Learning, clock: Clock) -> Certificates:
    """The certificates of the example course."""
    return Certificates(learning, bundled("resources"), clock)


def test_it_says_what_was_done_and_when(
    certificates: Certificates, learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=3)
    data = certificates.certificate(person)
    assert (data.name, data.identifier) == ("Åsa Öman", "0042")
    (line,) = data.lines
    assert (line.title.sv, line.edition, line.completed_on) == ("Modul nycklar", "2026.1", TODAY)
    assert data.total_modules == 2
    assert data.issued_on == time.time.date()
    assert data.head == learning.ledger_head()


def test_a_pdf_is_a_pdf_and_anything_else_a_page(
    certificates: Certificates,
    learning: Learning,
    person: Person,
    tmp_path: Path,
) -> None:  # fmt: skip
    play(learning.open_module(person, KEYS))
    for name in ("intyg.PDF", "intyg.html"):
        certificates.save(person, tmp_path / name, ENGLISH)
    assert (tmp_path / "intyg.PDF").read_bytes().startswith(b"%PDF-")
    assert "Åsa Öman" in (tmp_path / "intyg.html").read_text("utf-8")


def test_without_a_module_there_is_none(
    certificates: Certificates, person: Person, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="no certificate yet"):
        certificates.save(person, tmp_path / "intyg.pdf", ENGLISH)
    assert list(tmp_path.glob("intyg*")) == []


def test_the_calendar_holds_the_repeats_that_are_left(
    certificates: Certificates,
    learning: Learning,
    person: Person,
    tmp_path: Path,
    time: FakeClock,
) -> None:  # fmt: skip
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    play(learning.open_follow_up(person, due))
    certificates.save_calendar(person, tmp_path / "repetera.ics", ENGLISH)
    calendar = (tmp_path / "repetera.ics").read_text("utf-8")
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20260831" in calendar
    assert "Åsa" not in calendar


def test_without_repeats_there_is_no_calendar(
    certificates: Certificates, person: Person, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="No repeats are planned"):
        certificates.save_calendar(person, tmp_path / "repetera.ics", ENGLISH)
