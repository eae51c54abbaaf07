"""What IT has decided for this computer, in a TOML file that only administrators can write."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from huddinge_training.errors import TrainingError
from huddinge_training.language import message


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """All of it is optional; without a file everything has its default."""

    hr_passphrase_hash: str = ""
    organisation_file: Path | None = None
    data_dir: Path | None = None


KNOWN = {
    ("hr", "passphrase_hash"),
    ("organisation", "file"),
    ("data", "dir"),
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
    values = _checked(content, file)
    organisation = values.get(("organisation", "file"), "")
    data_dir = values.get(("data", "dir"), "")
    return MachineSettings(
        hr_passphrase_hash=values.get(("hr", "passphrase_hash"), ""),
        organisation_file=Path(organisation) if organisation else None,
        data_dir=Path(data_dir) if data_dir else None,
    )


def _checked(content: dict[str, object], file: Path) -> dict[tuple[str, str], str]:
    values: dict[tuple[str, str], str] = {}
    for section, keys in content.items():
        for key, value in keys.items() if isinstance(keys, dict) else [("", keys)]:
            if (section, key) not in KNOWN or not isinstance(value, str):
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
