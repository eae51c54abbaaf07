"""Packs the folder with the program into an archive that is unpacked anywhere on Linux."""

import lzma
import platform
import tarfile
from pathlib import Path

from installer.bundle import PROGRAM

QUICK_PRESET = 0


def build_archive(
    bundle: Path, output: Path, version: str, made_at: int, *, is_quick: bool
) -> Path:
    """Packs it; ``is_quick`` packs less tightly. The same files make the same archive."""
    top = f"{PROGRAM}-{version}"
    archive = output / f"{top}-linux-{platform.machine()}.tar.xz"

    def nameless(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        """Of nobody's computer, and of one moment."""
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = made_at
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        lzma.open(archive, "wb", preset=QUICK_PRESET if is_quick else None) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in [bundle, *sorted(bundle.rglob("*"))]:
            name = Path(top, path.relative_to(bundle))
            tar.add(path, str(name), recursive=False, filter=nameless)
    return archive
