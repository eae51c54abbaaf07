"""Gathers the licences of everything in the built program, beside the program."""

import re
import shutil
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path

from installer import BuildError

FOLDER = "licences"
NAMES = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)
ROOT = Path(__file__).resolve().parent.parent
QT = """\
Qt 6 and Qt for Python (PySide6, Shiboken6) are used under the GNU Lesser General Public License,
version 3; its text and that of the GNU General Public License, which it is part of, lie beside
this file. Kompassen loads both as libraries that lie in files of their own (lib/PySide6), which
may be replaced by others of the same version. Their source code:

    https://download.qt.io/official_releases/QtForPython/
    https://download.qt.io/official_releases/qt/

ICU (libicu*) and the other parts of Qt that come from elsewhere are listed, with their licences,
at https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""
TEXTS = ROOT / "installer" / "licence_texts"


def write_licences(
    bundle: Path, distributions: Iterable[Distribution], debian_packages: Iterable[str]
) -> None:
    """One folder for each package of Python, for Python itself, Qt, and Debian's libraries."""
    folder = bundle / FOLDER
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    for distribution in distributions:
        _copy(distribution, folder)
    _copy_python(folder / "python")
    shutil.copytree(TEXTS, folder / "qt")
    (folder / "qt" / "NOTICE.txt").write_text(QT, encoding="utf-8")
    for package in debian_packages:
        copyright_file = Path("/usr/share/doc", package, "copyright")
        if copyright_file.is_file():
            (folder / "debian" / package).mkdir(parents=True)
            shutil.copyfile(copyright_file, folder / "debian" / package / "copyright")


def _copy(distribution: Distribution, folder: Path) -> None:
    place = folder / f"{distribution.name}-{distribution.version}"
    place.mkdir()
    for file in distribution.files or ():
        source = Path(str(distribution.locate_file(file)))
        is_text = ".dist-info" in str(file) and NAMES.search(file.name)
        if is_text and source.is_file():
            shutil.copyfile(source, place / file.name)
    # What a package says of itself, also where it brings no text of its licence.
    (place / "METADATA").write_text(distribution.read_text("METADATA") or "", encoding="utf-8")


def _copy_python(folder: Path) -> None:
    folder.mkdir()
    library = Path(sysconfig.get_path("stdlib"))
    places = [library / "LICENSE.txt", library.parent / "LICENSE.txt",
              Path("/usr/share/doc/python3/copyright")]  # fmt: skip
    for place in places:
        if place.is_file():
            shutil.copyfile(place, folder / "LICENSE.txt")
            return
    raise BuildError("The licence of Python itself cannot be found beside its library.")
