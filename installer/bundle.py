"""Builds the program by PyInstaller; it has to say of itself that it is whole."""

import os
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

from installer import BuildError
from installer.collected import Collected
from installer.debian import owners_of
from installer.icon import write_icon
from installer.licences import write_licences
from installer.macos import APP, papers_of, program_of
from installer.sbom import write_sbom

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "installer" / "kompassen.spec"
PROGRAM = "huddinge-training"
NO_TIME = 315_532_800
"""1980, the first year that every archive knows, in seconds since 1970."""


def made_at() -> int:
    """The time that every file gets: what the caller wants, or when the source was changed last."""
    wanted = os.environ.get("SOURCE_DATE_EPOCH")
    if wanted is not None:
        return int(wanted)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return NO_TIME
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else NO_TIME


def build_bundle(work: Path, version: str) -> Path:
    """The folder, or the app of macOS, with licences and the list of parts; raises BuildError."""
    environment = {
        **os.environ,
        "KOMPASSEN_ICON": str(write_icon(sys.platform, work)),
        # The same source makes the same files.
        "SOURCE_DATE_EPOCH": str(made_at()),
        "PYTHONHASHSEED": "0",
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(work / "bundle"), "--workpath", str(work / "work")]
    done = subprocess.run(
        [*command, *places, str(SPEC)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"PyInstaller failed:\n{done.stdout}{done.stderr}")
    bundle = work / "bundle" / (APP if sys.platform == "darwin" else PROGRAM)
    papers = papers_of(bundle) if sys.platform == "darwin" else bundle
    collected = Collected.read(work / "work")
    # Its own program, which starts Python, is part of what is built.
    distributions = [*collected.distributions, distribution("pyinstaller")]
    packages = sorted(set(owners_of(collected.system_libraries).values()))
    write_licences(papers, distributions, packages)
    write_sbom(papers, version, distributions, packages, made_at())
    return bundle


def check_bundle(bundle: Path) -> str:
    """What the built program says of itself; raises BuildError when it is not whole."""
    if sys.platform == "darwin":
        program = program_of(bundle)
    else:
        program = bundle / (f"{PROGRAM}-console.exe" if sys.platform == "win32" else PROGRAM)
    done = subprocess.run(
        [program, "--self-test"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"The built program is not whole:\n{done.stdout}{done.stderr}")
    return done.stdout
