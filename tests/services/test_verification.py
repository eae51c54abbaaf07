"""A ledger that was changed, recomputed or cut short is found out; a whole one is not accused."""

import json
import zipfile
from pathlib import Path

import pytest
from examples import FakeClock, make_course, make_organisation, make_person
from services.playing import play
from services.tampering import CHANGE, SHORTEN, recompute, tamper

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.record import ChainFault, ChainHead, Fault
from huddinge_training.errors import DatabaseDamagedError, TrainingError
from huddinge_training.language import Language
from huddinge_training.paths import bundled
from huddinge_training.services.certificates import Certificates
from huddinge_training.services.clock import Clock
from huddinge_training.services.hr_reports import ExportFormat, HrReports
from huddinge_training.services.learning import Learning
from huddinge_training.services.verification import (
    AccessLogFault,
    Verdict,
    fault_words,
    printed_heads,
    verify_everything,
    verify_ledger,
)
from huddinge_training.storage.access_log import AccessEntry, AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore

NOTHING: frozenset[ChainHead] = frozenset()


@pytest.fixture
def head(database: Database, learning: Learning) -> ChainHead:
    """The head of a ledger with six entries."""
    for number in range(3):
        person = make_person(f"p{number}", employee_number=f"{number}")
        PeopleStore(database).add(person)
        for module in learning.course.modules:
            play(learning.open_module(person, module.id))
    return learning.ledger_head()


def test_a_whole_ledger_is_whole(database: Database, head: ChainHead) -> None:
    assert verify_everything(database, frozenset([head])) == Verdict(head, 1, ())
    assert verify_ledger(database).is_whole


def test_an_empty_ledger_is_whole(database: Database) -> None:
    verdict = verify_everything(database, frozenset([ChainHead(0, "0" * 64)]))
    assert verdict.is_whole
    assert verdict.head.length == 0


def test_a_ledger_may_have_grown_since_a_head_was_printed(
    database: Database, head: ChainHead, learning: Learning
) -> None:
    person = make_person("new", employee_number="new")
    PeopleStore(database).add(person)
    play(learning.open_module(person, ModuleId("nycklar")))
    verdict = verify_ledger(database, frozenset([head, learning.ledger_head()]))
    assert (verdict.is_whole, verdict.anchors) == (True, 2)


def test_a_changed_entry_is_named(database: Database, head: ChainHead) -> None:
    tamper(database.path, CHANGE)
    verdict = verify_ledger(database)
    assert verdict.faults == (ChainFault(Fault.CHANGED, 3),)
    assert not verdict.is_whole


def test_a_removed_entry_is_named(database: Database, head: ChainHead) -> None:
    tamper(database.path, "DELETE FROM ledger WHERE sequence = 2")
    assert ChainFault(Fault.GAP, 2) in verify_ledger(database).faults


def test_a_recomputed_ledger_needs_a_printed_head_to_be_found_out(
    database: Database, head: ChainHead
) -> None:
    tamper(database.path, CHANGE)
    recompute(database.path)
    assert verify_ledger(database).is_whole
    verdict = verify_ledger(database, frozenset([head]))
    assert verdict.faults == (ChainFault(Fault.REWRITTEN, 6),)


def test_a_shortened_ledger_needs_a_printed_head_to_be_found_out(
    database: Database, head: ChainHead
) -> None:
    tamper(database.path, SHORTEN)
    assert verify_ledger(database).is_whole
    verdict = verify_ledger(database, frozenset([head]))
    assert verdict.faults == (ChainFault(Fault.SHORTENED, 4),)


def test_the_access_log_is_checked_as_well(
    database: Database, head: ChainHead, time: FakeClock, english: Language
) -> None:
    AccessLogStore(database).record(AccessEntry("export", time.now(), "csv", 7, "ab"))
    assert verify_ledger(database).is_whole
    tamper(database.path, "UPDATE access_log SET body = '{}'", table="access_log")
    (fault,) = verify_ledger(database).faults
    assert fault == AccessLogFault(ChainFault(Fault.CHANGED, 1))
    assert english.say(fault_words(fault)) == (
        "In the access log: Entry 1 has been changed after it was written."
    )


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    with Database.open(path) as database:
        people = PeopleStore(database)
        with database.atomic():
            for number in range(200):
                people.add(make_person(f"p{number}", employee_number=f"{number}"))
    content = bytearray(path.read_bytes())
    root = content.index(b"p150")
    content[root - 40 : root] = b"\xff" * 40
    path.write_bytes(content)
    with Database.open(path) as database, pytest.raises(DatabaseDamagedError):
        verify_everything(database, NOTHING)


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_is_a_sentence_with_its_entry(fault: Fault, english: Language) -> None:
    sentence = english.say(fault_words(ChainFault(fault, 4711)))
    assert "4711" in sentence
    assert sentence.endswith(".")


# --- Where heads are printed -----------------------------------------------------------------


@pytest.fixture
def reports(database: Database, learning: Learning, clock: Clock) -> HrReports:
    """HR's reports over the example."""
    return HrReports(database, make_course(), make_organisation(), clock)


@pytest.mark.parametrize("file_format", list(ExportFormat))
def test_the_head_is_found_in_every_export(
    reports: HrReports, head: ChainHead, file_format: ExportFormat, tmp_path: Path
) -> None:
    file = tmp_path / "export"
    reports.export(reports.report(), file_format, file, Language.load("en", tmp_path))
    assert printed_heads(str(file)) == {head}


@pytest.fixture
def certificates(learning: Learning, clock: Clock) -> Certificates:
    """The certificates of the example."""
    return Certificates(learning, bundled("resources"), clock)


@pytest.mark.parametrize("name", ["intyg.pdf", "intyg.html"])
def test_the_head_is_found_in_every_certificate(
    certificates: Certificates, head: ChainHead, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    certificates.save(make_person("p0"), file, Language.load("en", tmp_path))
    assert printed_heads(str(file)) == {head}


def test_a_head_may_be_typed(head: ChainHead) -> None:
    assert printed_heads(f" {head} ") == {head}


def test_every_head_in_a_file_is_taken(tmp_path: Path, head: ChainHead) -> None:
    other = ChainHead(3, "a" * 64)
    file = tmp_path / "heads.txt"
    file.write_text(f"{head}\n{other}\n")
    assert printed_heads(str(file)) == {head, other}


@pytest.mark.parametrize("against", ["", "12:ab", "/no/such/file", "."])
def test_what_is_neither_head_nor_file_is_said_to_be_so(against: str) -> None:
    with pytest.raises(TrainingError, match="neither a ledger head nor a file"):
        printed_heads(against)


def test_a_file_without_a_head_is_said_to_be_so(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(json.dumps({"text": "Hej"}).encode() + b"\xff\xfe")
    with pytest.raises(TrainingError, match="no ledger head in"):
        printed_heads(str(file))


def test_a_broken_workbook_is_a_file_without_a_head(tmp_path: Path) -> None:
    file = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("sheet.xml", "text " * 1000)
    content = bytearray(file.read_bytes())
    content[50:60] = b"\xff" * 10
    file.write_bytes(content)
    with pytest.raises(TrainingError, match="no ledger head in"):
        printed_heads(str(file))
