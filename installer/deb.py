"""Makes the package for Debian and Ubuntu from the folder with the program."""

import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installer import BuildError
from installer.bundle import PROGRAM
from installer.contents import FROM_THE_SYSTEM
from installer.debian import linked_with, owners_of, version_of
from installer.icon import SVG, png

FILES = Path(__file__).parent / "linux"
APP_ID = "se.huddinge.kompassen"
# Not linked with: the fonts' configuration, which the bundled fontconfig reads.
ALSO_NEEDED = ("fontconfig-config",)
MAINTAINER = "The Huddinge training contributors <kompassen@huddinge.invalid>"
DESCRIPTION = """\
 Situations from everyday work, by which the employees of Huddinge kommun
 practise the vision, core values and ethical code of the municipality, alone
 or at a workplace meeting. Works offline, without an account."""


def build_deb(bundle: Path, output: Path, version: str, made_at: int, *, is_quick: bool) -> Path:
    """Packs it; ``is_quick`` packs less tightly. Raises BuildError."""
    if shutil.which("dpkg-deb") is None:
        raise BuildError("dpkg-deb is not there: a .deb is built on Debian or Ubuntu.")
    asked = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    package = output / f"{PROGRAM}_{version}_{architecture}.deb"
    tree = bundle.parent / "deb"
    _lay_out(bundle, tree, version, made_at)
    _write_control(bundle, tree, version, architecture)
    for path in [tree, *tree.rglob("*")]:
        os.utime(path, (made_at, made_at), follow_symlinks=False)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(made_at)}
    packing = ["-Zgzip", "-z1"] if is_quick else ["-Zxz"]
    done = subprocess.run(
        ["dpkg-deb", "--root-owner-group", *packing, "--build", str(tree), str(package)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"dpkg-deb failed:\n{done.stderr}")
    return package


def _lay_out(bundle: Path, tree: Path, version: str, made_at: int) -> None:
    """Every file where Debian wants it."""
    share = tree / "usr" / "share"
    shutil.copytree(bundle, tree / "usr" / "lib" / PROGRAM, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / PROGRAM).symlink_to(f"../lib/{PROGRAM}/{PROGRAM}")
    documents = share / "doc" / PROGRAM
    for folder in ("applications", "metainfo", f"doc/{PROGRAM}"):
        (share / folder).mkdir(parents=True)
    shutil.copyfile(FILES / f"{PROGRAM}.desktop", share / "applications" / f"{PROGRAM}.desktop")
    metainfo = f"{APP_ID}.metainfo.xml"
    shutil.copyfile(FILES / metainfo, share / "metainfo" / metainfo)
    shutil.copyfile(FILES / "copyright", documents / "copyright")
    changes = gzip.compress(_changelog(version, made_at).encode(), 9, mtime=0)
    (documents / "changelog.gz").write_bytes(changes)
    icons = share / "icons" / "hicolor"
    for name, content in (
        ("scalable", SVG.read_bytes()), ("48x48", png(48)), ("128x128", png(128)),
    ):  # fmt: skip
        ending = "svg" if name == "scalable" else "png"
        (icons / name / "apps").mkdir(parents=True)
        (icons / name / "apps" / f"{PROGRAM}.{ending}").write_bytes(content)
    for path in tree.rglob("*"):
        if not path.is_symlink():
            may_run = path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.name)
            path.chmod(0o755 if may_run else 0o644)


def _changelog(version: str, made_at: int) -> str:
    """What Debian wants to know of a version; the whole list of changes lies with the source."""
    day = format_datetime(datetime.fromtimestamp(made_at, UTC))
    return (
        f"{PROGRAM} ({version}) stable; urgency=medium\n\n  * Version {version}.\n\n"
        f" -- {MAINTAINER}  {day}\n"
    )


def _write_control(bundle: Path, tree: Path, version: str, architecture: str) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    needed, wished = dependencies(bundle)
    fields = {
        "Package": PROGRAM,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(-(-sum(path.stat().st_size for path in files) // 1024)),
        "Depends": ", ".join(needed),
        "Recommends": ", ".join(wished),
        "Section": "education",
        "Priority": "optional",
        "Description": f"training in the values of public service\n{DESCRIPTION}",
    }
    control = tree / "DEBIAN"
    control.mkdir()
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (control / "control").write_text(text, encoding="utf-8")
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(tree).as_posix()}\n"
        for path in files
    ]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def dependencies(bundle: Path) -> tuple[list[str], list[str]]:
    """The Debian packages that are needed, and those without which something is missing.

    They own what the bundle is linked with and does not hold; Debian's own libraries are those
    of the machine that builds, so the C library must be as new as there.
    """
    found = [path for path in bundle.rglob("*") if path.is_file()]
    inside = {path.name for path in found}
    programs = [path for path in found if ".so" in path.name or path.name == PROGRAM]
    linked = {library for path in programs for library in linked_with(path)}
    outside = sorted(linked - inside)
    owners = owners_of(outside)
    missing = [library for library in outside if library not in owners]
    if missing:
        raise BuildError(f"No Debian package is known for: {', '.join(missing)}.")
    wished = {owners[name] for name in outside if name.startswith(FROM_THE_SYSTEM)}
    needed = {owner for owner in owners.values() if owner not in wished} | set(ALSO_NEEDED)
    libc = version_of("libc6").partition("-")[0]
    return (
        [f"{name} (>= {libc})" if name == "libc6" else name for name in sorted(needed)],
        sorted(wished),
    )
