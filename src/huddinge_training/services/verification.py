"""Checks what must not change: the ledger, the access log, and heads that were printed earlier."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from huddinge_training.domain.record import (
    ChainFault,
    ChainHead,
    Fault,
    anchor_faults,
    chain_faults,
)
from huddinge_training.errors import TrainingError
from huddinge_training.language import Message, message
from huddinge_training.storage.access_log import AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore

WORDS = {
    Fault.CHANGED: message("Entry {number} has been changed after it was written."),
    Fault.GAP: message("Entry {number} is missing."),
    Fault.UNLINKED: message("Entry {number} does not follow the one before it."),
    Fault.SHORTENED: message(
        "The ledger has been cut short: it ends at entry {number}, but a later head was printed."
    ),
    Fault.REWRITTEN: message(
        "The ledger has been rewritten: entry {number} is not the one "
        "that was there when the head was printed."
    ),
}


@dataclass(frozen=True, slots=True)
class AccessLogFault:
    """A fault in the chain of the access log."""

    fault: ChainFault


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the ledger and the access log found; without faults both are whole."""

    head: ChainHead
    anchors: int
    faults: tuple[ChainFault | AccessLogFault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is broken."""
        return not self.faults


def fault_words(fault: ChainFault | AccessLogFault) -> Message:
    """A fault as a sentence."""
    if isinstance(fault, AccessLogFault):
        return message("In the access log: {fault}", fault=fault_words(fault.fault))
    # As it stands in the file, and not as a quantity.
    return replace(WORDS[fault.fault], values={"number": str(fault.sequence)})


def verify_ledger(database: Database, anchors: frozenset[ChainHead] = frozenset()) -> Verdict:
    """Walks both chains, and compares the ledger with the heads in ``anchors``."""
    ledger = LedgerStore(database).chain
    faults: list[ChainFault | AccessLogFault] = list(chain_faults(ledger.entries()))
    faults += anchor_faults(ledger.hashes(), anchors)
    access_log = AccessLogStore(database).chain
    faults += [AccessLogFault(fault) for fault in chain_faults(access_log.entries())]
    return Verdict(ledger.head(), len(anchors), tuple(faults))


def verify_everything(database: Database, anchors: frozenset[ChainHead]) -> Verdict:
    """The same, after the file itself; raises DatabaseDamagedError when that is broken."""
    database.verify()
    return verify_ledger(database, anchors)


def printed_heads(against: str) -> frozenset[ChainHead]:
    """The heads in a hash as typed ("12:ab…") or in a file: certificate, export or package.

    Raises TrainingError when there is none.
    """
    typed = ChainHead.find_all(against)
    if typed:
        return typed
    path = Path(against)
    try:
        found = _heads_in(path)
    except OSError as error:
        raise TrainingError(
            message(
                "“{against}” is neither a ledger head nor a file that can be read. "
                "A head looks like 12:ab…, a number and 64 characters.",
                against=against,
            )
        ) from error
    if not found:
        raise TrainingError(
            message(
                "There is no ledger head in {file}. "
                "Choose a certificate or an export from this program.",
                file=path,
            )
        )
    return found


def _heads_in(path: Path) -> frozenset[ChainHead]:
    return frozenset().union(
        *(
            ChainHead.find_all(text.decode("utf-8", errors="replace"))
            for text in (path.read_bytes(), *_packed_texts(path))
        )
    )


def _packed_texts(path: Path) -> Iterator[bytes]:
    """The files inside a workbook or package; none when it is no such thing, or a broken one."""
    unreadable = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)
    with suppress(*unreadable), zipfile.ZipFile(path) as package:
        for name in package.namelist():
            yield package.read(name)
