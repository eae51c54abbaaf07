"""Keeps what was read from YAML as JSON, since parsing YAML takes too long for a first window.

A cache that is stale, broken or cannot be written is no problem: what it holds is made again.
"""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from typing import Any
from zlib import crc32

from huddinge_training import __version__
from huddinge_training.domain.canonical import digest

FORMAT_VERSION = 4
"""To be raised whenever the same files would be read in another way than before."""


def folder_signature(folder: Path) -> str:
    """Names, times and sizes of the files in a folder and the folders in it; raises OSError."""
    return _digest_of(_stats(folder, depth=1))


def file_signature(file: Path) -> str:
    """Name, time and size of one file; raises OSError."""
    stat = file.stat()
    return _digest_of([(file.name, stat.st_mtime_ns, stat.st_size)])


def kept_or_read(
    original: Path,
    cache_folder: Path | None,
    sign: Callable[[Path], str],
    read: Callable[[Path], dict[str, Any]],
) -> dict[str, Any]:
    """What ``read`` makes of the original, from the cache while its signature is the same.

    The signature is taken before reading, so that a file that changes meanwhile is read again.
    """
    if cache_folder is None:
        return read(original)
    try:
        written_as = sign(original)
    except OSError:
        return read(original)
    cache = CacheFile.of(original, cache_folder)
    try:
        plain: dict[str, Any] = cache.read(written_as)
    except LookupError:
        plain = read(original)
        cache.write(written_as, plain)
    return plain


def _digest_of(stats: Iterable[tuple[str, int, int]]) -> str:
    return digest(json.dumps([__version__, FORMAT_VERSION, sorted(stats)]))


def _stats(folder: Path, depth: int, prefix: str = "") -> list[tuple[str, int, int]]:
    stats = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if depth:
                    inner = folder / entry.name
                    stats += _stats(inner, depth - 1, f"{prefix}{entry.name}/")
            else:
                stat = entry.stat()
                stats.append((prefix + entry.name, stat.st_mtime_ns, stat.st_size))
    return stats


@dataclass(frozen=True, slots=True)
class CacheFile:
    """The JSON of one course or organisation, in its own file of the cache folder.

    The first line of the file holds the signature of what was read and the checksum of the rest.
    """

    file: Path

    @classmethod
    def of(cls, original: Path, cache_folder: Path) -> "CacheFile":
        """The cache of what lies at ``original``."""
        name = digest(ascii(str(original.resolve())))[:16]
        return cls(cache_folder / f"{original.stem}-{name}.json")

    def read(self, written_as: str) -> Any:
        """What was written with this signature; raises LookupError when there is no such thing."""
        try:
            head, _, body = self.file.read_bytes().partition(b"\n")
        except OSError as error:
            raise LookupError(str(self.file)) from error
        if head != _head(written_as, body):
            raise LookupError(str(self.file))
        return json.loads(body)

    def write(self, written_as: str, value: object) -> None:
        """Replaces the file as a whole, or leaves it alone when it cannot be written."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        half_written = self.file.with_suffix(f".{os.getpid()}-{get_ident()}.tmp")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            half_written.write_bytes(_head(written_as, body) + b"\n" + body)
            half_written.replace(self.file)
        with suppress(OSError):
            half_written.unlink(missing_ok=True)


def _head(written_as: str, body: bytes) -> bytes:
    return f"{written_as} {crc32(body)}".encode("ascii")
