"""A session as one signed file that HR takes in: nothing in it can be changed on the way.

Canonical JSON with an Ed25519 signature by the computer that the session was led on. Whose
computer that is, HR sees the first time: a fingerprint that the leader can read out.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huddinge_training.domain.canonical import canonical_json
from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import GroupPlan
from huddinge_training.domain.plan_title import title_in
from huddinge_training.domain.session_facts import SessionFacts
from huddinge_training.errors import TrainingError
from huddinge_training.exports.safe_file import write_bytes
from huddinge_training.language import Message, Text, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.group_ledger import GroupLedger, Recorded
from huddinge_training.storage.access_log import AccessEntry, AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.group_sessions import GroupSessionStore

if TYPE_CHECKING:
    from nacl.signing import SigningKey

PACKAGE_SCHEMA = "kompassen/session/1"
PLAN_SCHEMA = "kompassen/plan/1"
LARGEST_FILE = 1_000_000
KEY_PERSON = b"kompassen-traff"
FINGERPRINT_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Package:
    """A package that is whole, and who made it."""

    facts: SessionFacts
    maker: str

    @property
    def fingerprint(self) -> str:
        """What the leader's and HR's windows both show, to be compared."""
        digest = hashlib.sha256(bytes.fromhex(self.maker)).hexdigest()[:FINGERPRINT_DIGITS]
        return " ".join(digest[at : at + 4] for at in range(0, FINGERPRINT_DIGITS, 4))


@dataclass(frozen=True, slots=True)
class TakenPackage:
    """A package that is in the ledger; ``is_new_maker`` the first time of a computer."""

    package: Package
    title: Text
    recorded: Recorded
    is_new_maker: bool


def taken_words(taken: TakenPackage) -> tuple[Message, ...]:
    """What became of a package, a sentence each."""
    facts, recorded = taken.package.facts, taken.recorded
    words = [
        message(
            "{title}, {day}. {new} people recorded, {known} were known before.",
            title=taken.title,
            day=facts.held_on,
            new=recorded.new,
            known=recorded.known,
        )
    ]
    words += [
        message("{name} has no employee number, so nothing is recorded.", name=attendee.name)
        for attendee in recorded.unnumbered
    ]
    if taken.is_new_maker:
        words.append(
            message(
                "It comes from a computer that is new here. Compare its sign with the leader: "
                "{sign}.",
                sign=taken.package.fingerprint,
            )
        )
    return tuple(words)


class GroupPackages:
    """Writes packages here, and takes in those of other computers."""

    def __init__(
        self,
        database: Database,
        course: Course,
        device: DeviceKeeper,
        clock: Clock,
    ) -> None:
        self._database = database
        self._course = course
        self._store = GroupSessionStore(database)
        self._access_log = AccessLogStore(database)
        self._ledger = GroupLedger(database, course)
        self._device = device
        self._clock = clock

    def write(self, path: Path, facts: SessionFacts) -> Package:
        """Writes the file as a whole; raises ExportError."""
        key = self._signing_key()
        maker = key.verify_key.encode().hex()
        body = {"schema": PACKAGE_SCHEMA, "maker": maker, "session": facts.content()}
        signed = canonical_json(body)
        written = {**body, "signature": key.sign(signed.encode("utf-8")).signature.hex()}
        write_bytes(path, (canonical_json(written) + "\n").encode("utf-8"))
        return Package(facts, maker)

    def take(self, path: Path) -> TakenPackage:
        """Puts a package into the ledger; a second time changes nothing.

        Raises TrainingError for a file that is no package, or is not as it was signed.
        """
        package = read_package(path)
        with self._database.atomic():
            is_new = not self._store.knows_maker(package.maker)
            self._store.add_maker(package.maker, self._clock.today)
            recorded = self._ledger.record(package.facts, self._clock.now())
            self._store.save_summary(package.facts)
            self._access_log.record(
                AccessEntry(
                    "session",
                    self._clock.now(),
                    package.facts.session_id,
                    person_count=recorded.new + recorded.known,
                )
            )
        facts = package.facts
        title = title_in(self._course, facts.title, [one.case for one in facts.discussed])
        return TakenPackage(package, title, recorded, is_new)

    def _signing_key(self) -> "SigningKey":
        from nacl.signing import SigningKey  # noqa: PLC0415  only for a package

        secret = self._device.device().receipt_key
        seed = hashlib.blake2b(key=secret, person=KEY_PERSON, digest_size=32).digest()
        return SigningKey(seed)


def read_package(path: Path) -> Package:
    """The package in a file, once its signature holds; raises TrainingError."""
    from nacl.exceptions import BadSignatureError  # noqa: PLC0415  only for a package
    from nacl.signing import VerifyKey  # noqa: PLC0415

    content = _json_of(path)
    try:
        signature = bytes.fromhex(content.pop("signature"))
        maker = str(content["maker"])
        VerifyKey(bytes.fromhex(maker)).verify(canonical_json(content).encode("utf-8"), signature)
        if content["schema"] != PACKAGE_SCHEMA:
            raise _too_new()
        return Package(SessionFacts.from_content(content["session"]), maker)
    except BadSignatureError as error:
        raise TrainingError(
            message(
                "The file is not as it was when it was made, so it is not taken in. "
                "Ask the leader of the session for it again."
            )
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _not_ours() from error


def write_plan(path: Path, plan: GroupPlan) -> None:
    """Writes a plan that the meeting room's computer can open; raises ExportError."""
    body = {"schema": PLAN_SCHEMA, "plan": plan.content()}
    write_bytes(path, (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def read_plan(path: Path) -> GroupPlan:
    """The plan in a file; raises TrainingError."""
    content = _json_of(path)
    try:
        if content["schema"] != PLAN_SCHEMA:
            raise _too_new()
        return GroupPlan.from_content(content["plan"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _not_ours() from error


def _json_of(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise TrainingError(
            message("The file cannot be opened. Check that it is there and that you may read it.")
        ) from error
    if len(data) > LARGEST_FILE:
        raise _not_ours()
    try:
        content = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _not_ours() from error
    if not isinstance(content, dict):
        raise _not_ours()
    return content


def _not_ours() -> TrainingError:
    return TrainingError(
        message(
            "This is not a file of a session from Kompassen, or it is damaged. Ask for it again."
        )
    )


def _too_new() -> TrainingError:
    return TrainingError(
        message("The file was made by a newer version of Kompassen. Update the program first.")
    )
