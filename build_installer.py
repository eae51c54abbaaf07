"""Builds an installer of Kompassen: ``python build_installer.py [--target deb|tar|windows|macos]``.

The program is built first, and asked by ``--self-test`` whether it is whole; only then it is
packed. Each system builds its own: a package for Windows needs the program built on Windows.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

if find_spec("PyInstaller") is None:
    sys.exit(
        "Building needs packages that this Python does not have. Run instead:\n"
        f"    python3 {ROOT / 'bootstrap.py'} build {' '.join(sys.argv[1:])}"
    )

from huddinge_training import __version__
from installer import BuildError
from installer.archive import build_archive
from installer.bundle import build_bundle, check_bundle, made_at
from installer.deb import build_deb
from installer.macos import build_macos
from installer.windows import build_windows

TARGETS: dict[str, Callable[..., Path]] = {
    "deb": build_deb,
    "tar": build_archive,
    "windows": build_windows,
    "macos": build_macos,
}
SYSTEMS = {"deb": "linux", "tar": "linux", "windows": "win32", "macos": "darwin"}


def main() -> int:
    """Builds what is asked for; returns 1 with a sentence when it cannot be built."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    default = next((t for t, system in SYSTEMS.items() if system == sys.platform), "tar")
    parser.add_argument("--target", choices=sorted(TARGETS), default=default)
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="the folder for it")
    parser.add_argument("--quick", action="store_true", help="pack less tightly, for a trial")
    options = parser.parse_args()
    if SYSTEMS[options.target] != sys.platform:
        print(f"An installer for {options.target} is built on that system.", file=sys.stderr)
        return 1
    options.output.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="kompassen-") as name:
            package = _build(Path(name), options)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{package} ({package.stat().st_size / 1e6:.1f} MB)")
    return 0


def _build(work: Path, options: argparse.Namespace) -> Path:
    with _step("building the program"):
        bundle = build_bundle(work, __version__)
    with _step("asking the program whether it is whole"):
        check_bundle(bundle)
    with _step(f"packing for {options.target}"):
        target = TARGETS[options.target]
        return target(bundle, options.output, __version__, made_at(), is_quick=options.quick)


@contextmanager
def _step(words: str) -> Iterator[None]:
    """Says what is being done, and afterwards how long it took."""
    began = time.monotonic()
    print(f"{words} …", flush=True)
    yield
    print(f"{time.monotonic() - began:6.1f} s  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
