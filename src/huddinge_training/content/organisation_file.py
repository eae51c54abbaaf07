"""Loads the organisation: departments and units, from organisation.yaml."""

from pathlib import Path
from typing import Any

from huddinge_training.content.cache import file_signature, kept_or_read
from huddinge_training.domain.unit import Organisation, Unit


def load_organisation(file: Path, cache_folder: Path | None = None) -> Organisation:
    """The organisation, from the cache while the file is as it was; raises ContentError."""
    plain = kept_or_read(file, cache_folder, file_signature, _read)
    return Organisation(
        (
            Unit(unit["code"], unit["name"], department["code"], department["name"])
            for department in plain["forvaltningar"]
            for unit in department["enheter"]
        ),
        is_example=plain.get("example", False),
    )


def _read(file: Path) -> dict[str, Any]:
    # Imported only when there is no cache, as in library.py.
    from huddinge_training.content.organisation_reader import read_organisation  # noqa: PLC0415
    from huddinge_training.content.problems import content_error  # noqa: PLC0415

    read = read_organisation(file)
    if read.findings:
        raise content_error(read.findings[0], file)
    return read.plain
