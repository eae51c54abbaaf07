"""The package for Debian installs in a bare system, runs there, and leaves the user's data."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from chroot import Chroot
from program.screen_reader import virtual_screen

ROOT = Path(__file__).parents[2]
NAME = "huddinge-training"
DATA = f"home/anna/.local/share/{NAME}/kompassen.db"
LARGEST_INSTALLED = 205
"""MB."""

pytestmark = [pytest.mark.needs_debootstrap]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built as the README says, but packed quickly."""
    folder = tmp_path_factory.mktemp("package")
    command = [sys.executable, "build_installer.py", "--target", "deb", "--quick"]
    done = subprocess.run(
        [*command, "--output", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (package,) = folder.glob("*.deb")
    return package


@pytest.fixture(scope="module")
def installed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chroot]:
    """A bare Debian with the package and what it depends on, and nothing that it recommends."""
    folder = tmp_path_factory.mktemp("chroot")
    chroot = Chroot(folder)
    shutil.copyfile(package, folder / "root" / package.name)
    options = ["install", "--yes", "--no-install-recommends"]
    done = chroot.as_root("apt-get", *options, f"/root/{package.name}")
    assert done.returncode == 0, done.stdout + done.stderr
    yield chroot
    shutil.rmtree(folder, ignore_errors=True)


def field(package: Path, name: str) -> str:
    """One line of what the package says of itself."""
    asked = ["dpkg-deb", "--field", str(package), name]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def test_it_is_no_larger_than_it_may_be(package: Path) -> None:
    assert int(field(package, "Installed-Size")) * 1024 <= LARGEST_INSTALLED * 1e6


def test_it_says_what_it_depends_on(package: Path) -> None:
    needed = {re.split(r"[ :]", name)[0] for name in field(package, "Depends").split(", ")}
    assert {"libc6", "libgl1", "libegl1", "libxcb1", "fontconfig-config"} <= needed
    assert field(package, "Recommends") == "libcups2"


def test_the_program_is_whole_for_somebody_without_rights(installed: Chroot) -> None:
    done = installed.as_person(NAME, "--self-test")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "Allt finns och fungerar."


def test_the_command_line_is_there(installed: Chroot) -> None:
    done = installed.as_person(NAME, "--version")
    assert done.stdout.strip().startswith(f"{NAME} ")


def test_everything_bundled_is_listed_with_its_licence(installed: Chroot) -> None:
    folder = installed.folder / "usr" / "lib" / NAME
    listed = json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.6")
    python = {part["name"]: part for part in listed["components"] if "pypi" in part["purl"]}
    assert {"PySide6_Essentials", "typst", "sqlite-utils", "PyNaCl", "uvicorn"} <= set(python)
    assert not {"pip", "pytest", "setuptools"} & {name.lower() for name in python}
    for name, part in python.items():
        assert part["licenses"], name
        assert (folder / "licences" / f"{name}-{part['version']}" / "METADATA").is_file()
    assert "CPython" in {part["name"] for part in listed["components"]}
    debian = [part["name"] for part in listed["components"] if "pkg:deb" in part["purl"]]
    for name in debian:
        assert (folder / "licences" / "debian" / name / "copyright").is_file(), name
    assert (folder / "licences" / "qt" / "LGPL-3.0.txt").is_file()
    assert (folder / "licences" / "python" / "LICENSE.txt").is_file()


def test_the_menu_has_it_with_its_icon(installed: Chroot) -> None:
    share = installed.folder / "usr" / "share"
    entry = (share / "applications" / f"{NAME}.desktop").read_text(encoding="utf-8")
    assert f"Exec={NAME}\n" in entry
    assert f"Icon={NAME}\n" in entry
    assert "Comment[sv]=" in entry
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg").is_file()
    (metainfo,) = (share / "metainfo").iterdir()
    assert f"{NAME}.desktop" in metainfo.read_text(encoding="utf-8")


@pytest.mark.needs_xvfb
def test_its_window_opens_and_removing_the_package_leaves_the_data(installed: Chroot) -> None:
    with virtual_screen() as display:
        program = installed.started(NAME, DISPLAY=display)
        try:
            assert title(display) == "Välkommen till Kompassen – Kompassen"
        finally:
            program.terminate()
            program.communicate(timeout=30)
    kept = (installed.folder / DATA).read_bytes()
    done = installed.as_root("apt-get", "purge", "--yes", NAME)
    assert done.returncode == 0, done.stderr
    for place in ("usr/lib", "usr/bin", "usr/share/doc"):
        assert not (installed.folder / place / NAME).exists()
    assert (installed.folder / DATA).read_bytes() == kept


def title(display: str) -> str:
    """What the first window of the screen is called, when there is one."""
    command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Kompassen"]
    done = subprocess.run(
        [*command, "getwindowname"],
        env={"DISPLAY": display, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout.strip()
