"""Checks the ledger: the chain itself, and against a head that was printed earlier."""

import zipfile
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
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore

WORDS = {
    Fault.CHANGED: message("Entry {number} has been changed after it was written."),
    Fault.GAP: message("Entry {number} is missing."),
    Fault.UNLINKED: message("Entry {number} does not follow the one before it."),
    Fault.SHORTENED: message("The ledger has been cut short: it ends at entry {number}, "
    "but a later head was printed."),
    Fault.REWRITTEN: message("The ledger has been rewritten: entry {number} is not the one "
    "that was there when the head was printed."),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the ledger found; without faults the ledger is whole."""

    head: ChainHead
    anchors: int
    faults: tuple[ChainFault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is broken."""
        return not self.faults


def fault_words(fault: ChainFault) -> Message:
    """A fault as a sentence."""
    return replace(WORDS[fault.fault], values={"number": fault.sequence})


def verify_ledger(database: Database, anchors: frozenset[ChainHead] = frozenset()) -> Verdict:
    """Walks the whole chain and compares it with the heads in ``anchors``."""
    ledger = LedgerStore(database)
    faults = chain_faults(ledger.chain.entries())
    faults += anchor_faults(list(ledger.chain.hashes()), anchors)
    return Verdict(ledger.chain.head(), len(anchors), tuple(faults))


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
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            texts = [package.read(name) for name in package.namelist()]
    else:
        texts = [path.read_bytes()]
    return frozenset().union(
        *(ChainHead.find_all(text.decode("utf-8", errors="replace")) for text in texts)
    )
