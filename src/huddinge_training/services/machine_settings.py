"""What IT has decided for this computer, in a TOML file that only administrators can write."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from huddinge_training.domain.idle import LONGEST_MINUTES, SHORTEST_MINUTES, is_lock_time
from huddinge_training.errors import TrainingError
from huddinge_training.language import Message, message

# Where phones reach the page of a led session; one port, so that IT opens it once.
DEFAULT_PORT = 8484
PORTS = range(1, 65_536)

Decided = Mapping[tuple[str, str], object]


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """All of it is optional; without a file everything has its default.

    In kiosk mode nothing leads out of the program: no file dialogs, no links.
    """

    hr_passphrase_hash: str = ""
    organisation_file: Path | None = None
    data_dir: Path | None = None
    has_many_people: bool = False
    may_show_names: bool = False
    lock_minutes: int = 0
    receipt_key: bytes = b""
    is_kiosk: bool = False
    kiosk_save_folder: Path | None = None
    kiosk_prints: bool = False
    phone_port: int = DEFAULT_PORT
    course_folder: Path | None = None
    session_folder: Path | None = None

    @property
    def is_shared(self) -> bool:
        """Whether several people use this computer, whoever has a profile on it yet."""
        return self.has_many_people or self.is_kiosk


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


KNOWN: dict[tuple[str, str], Callable[[object], bool]] = {
    ("hr", "passphrase_hash"): _is_text,
    ("organisation", "file"): _is_text,
    ("data", "dir"): _is_text,
    ("course", "folder"): _is_text,
    ("sessions", "folder"): _is_text,
    ("shared", "enabled"): _is_switch,
    ("shared", "names"): _is_switch,
    ("lock", "minutes"): _is_number,
    ("receipts", "key"): _is_text,
    ("kiosk", "enabled"): _is_switch,
    ("kiosk", "save_folder"): _is_text,
    ("kiosk", "print"): _is_switch,
    ("phones", "port"): _is_number,
}


def load_machine_settings(file: Path) -> MachineSettings:
    """The settings in the file, or the defaults when there is none.

    Raises TrainingError, with what to do, for a file that cannot be read or understood.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return MachineSettings()
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(
            message(
                "The settings for this computer could not be read: {file}. "
                "Ask IT to check that everybody may read the file.",
                file=file,
            )
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(
            message(
                "The settings for this computer could not be understood: {file}. "
                "Ask IT to mend the file: {detail}",
                file=file,
                detail=error,
            )
        ) from error
    values = _known_values(content, file)
    return MachineSettings(
        hr_passphrase_hash=_text(values, "hr", "passphrase_hash"),
        organisation_file=_path(values, "organisation", "file"),
        data_dir=_path(values, "data", "dir"),
        has_many_people=_switch(values, "shared", "enabled"),
        may_show_names=_switch(values, "shared", "names"),
        lock_minutes=_lock_minutes(values, file),
        receipt_key=_receipt_key(values, file),
        is_kiosk=_switch(values, "kiosk", "enabled"),
        kiosk_save_folder=_path(values, "kiosk", "save_folder"),
        kiosk_prints=_switch(values, "kiosk", "print"),
        phone_port=_phone_port(values, file),
        course_folder=_path(values, "course", "folder"),
        session_folder=_path(values, "sessions", "folder"),
    )


def _known_values(content: dict[str, object], file: Path) -> Decided:
    values: dict[tuple[str, str], object] = {}
    for section, keys in content.items():
        for key, value in keys.items() if isinstance(keys, dict) else [("", keys)]:
            is_right = KNOWN.get((section, key))
            if is_right is None or not is_right(value):
                raise TrainingError(
                    message(
                        "The settings for this computer have something unknown in {file}: "
                        "{setting}. Ask IT to remove it or correct its spelling.",
                        file=file,
                        setting=f"{section}.{key}" if key else section,
                    )
                )
            values[section, key] = value
    return values


def _text(values: Decided, section: str, key: str) -> str:
    return str(values.get((section, key), ""))


def _switch(values: Decided, section: str, key: str) -> bool:
    return bool(values.get((section, key), False))


def _path(values: Decided, section: str, key: str) -> Path | None:
    text = _text(values, section, key)
    return Path(text) if text else None


def _lock_minutes(values: Decided, file: Path) -> int:
    minutes = values.get(("lock", "minutes"), 0)
    if isinstance(minutes, int) and (minutes == 0 or is_lock_time(minutes)):
        return minutes
    raise _useless(
        file,
        message(
            "“lock.minutes” is a whole number from {least} to {most}",
            least=SHORTEST_MINUTES,
            most=LONGEST_MINUTES,
        ),
    )


def _phone_port(values: Decided, file: Path) -> int:
    port = values.get(("phones", "port"), DEFAULT_PORT)
    if isinstance(port, int) and port in PORTS:
        return port
    raise _useless(
        file,
        message(
            "“phones.port” is a whole number from {least} to {most}",
            least=PORTS[0],
            most=PORTS[-1],
        ),
    )


def _receipt_key(values: Decided, file: Path) -> bytes:
    text = _text(values, "receipts", "key")
    if not text:
        return b""
    from huddinge_training.domain.receipt import KEY_BYTES  # noqa: PLC0415  start-up time

    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b"unreadable"
    if len(key) == KEY_BYTES:
        return key
    raise _useless(file, message("“receipts.key” is a line from “huddinge-training receipt key”"))


def _useless(file: Path, rule: Message) -> TrainingError:
    return TrainingError(
        message(
            "The settings for this computer have a value that cannot be used in {file}: {rule}. "
            "Ask IT to correct it.",
            file=file,
            rule=rule,
        )
    )
