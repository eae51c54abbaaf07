"""Makes the disk image for macOS from the app that PyInstaller has built; runs on macOS alone.

Signed where the environment names an identity (``KOMPASSEN_SIGN_IDENTITY``); otherwise macOS
asks whoever opens it for the first time.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from installer import BuildError

NAME, PROGRAM = "Kompassen", "huddinge-training"
APP = f"{NAME}.app"
BUNDLE_ID = "se.huddinge.kompassen"
OLDEST_MACOS = "13.0"  # what Qt 6.11 runs on


def build_macos(app: Path, output: Path, version: str, made_at: int, *, is_quick: bool) -> Path:
    """The disk image; ``is_quick`` packs less tightly. Raises BuildError.

    ``made_at`` is not used: a disk image has a random number in it whatever one does.
    """
    del made_at
    if shutil.which("hdiutil") is None:
        raise BuildError("hdiutil is not there: a disk image is built on macOS.")
    image = output / f"{PROGRAM}-{version}-macos.dmg"
    folder = app.parent / "image"
    copy = folder / app.name
    shutil.copytree(app, copy, symlinks=True)
    identity = os.environ.get("KOMPASSEN_SIGN_IDENTITY", "-")  # "-" is a signature of nobody
    _run(*sign_command(copy, identity))
    (folder / "Applications").symlink_to("/Applications")
    _run(*image_command(folder, image, is_quick=is_quick))
    return image


def program_of(app: Path) -> Path:
    """The file that is started."""
    return app / "Contents" / "MacOS" / PROGRAM


def papers_of(app: Path) -> Path:
    """The folder for what is only read, such as licences; elsewhere it would have to be code."""
    return app / "Contents" / "Resources"


def info() -> dict[str, Any]:
    """What macOS wants to know of the app beside what PyInstaller says."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleDevelopmentRegion": "sv",
        "CFBundleLocalizations": ["sv", "en"],
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.education",
        "NSHighResolutionCapable": True,
        # macOS asks before a program may be reached from the local network.
        "NSLocalNetworkUsageDescription": (
            "När du leder en träff röstar deltagarna med sina telefoner över det lokala nätet."
        ),
    }


def sign_command(app: Path, identity: str) -> list[str]:
    """Signs everything in the app; a real identity also hardens it, which Apple's check wants."""
    hardened = [] if identity == "-" else ["--options", "runtime", "--timestamp"]
    return ["codesign", "--force", "--deep", "--sign", identity, *hardened, str(app)]


def image_command(folder: Path, image: Path, *, is_quick: bool) -> list[str]:
    """Packs a folder into a disk image, over an older one."""
    packed = "UDZO" if is_quick else "ULMO"
    return ["hdiutil", "create", "-volname", NAME, "-srcfolder", str(folder),
            "-ov", "-format", packed, str(image)]  # fmt: skip


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
