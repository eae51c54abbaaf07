"""What goes into a bundle, and that the same bundle makes the same file wherever it is packed."""

import hashlib
import os
import tarfile
from pathlib import Path

import pytest

from installer.archive import build_archive
from installer.contents import is_needed, without_orphans
from installer.deb import build_deb
from installer.icon import icns, ico

MADE_AT = 1_700_000_000

# Icons are drawn by Qt, which keeps the first application that it gets.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\imageformats\\qsvg.dll",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/translations/qtbase_sv.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "huddinge_training/quizzes/course.yaml",
        "libpython3.11.so.1.0",
    ],
)
def test_what_the_program_uses_is_kept(name: str) -> None:
    assert is_needed(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/QtCore.pyi",
    ],
)
def test_what_it_does_not_use_is_left_out(name: str) -> None:
    assert not is_needed(name)


def test_a_library_that_nobody_asks_for_is_an_orphan(tmp_path: Path) -> None:
    """What was there for something left out, such as GTK for Qt's theme, goes with it."""
    program = tmp_path / "program.txt"
    program.write_text("no library is named here")
    entries = [
        ("program", str(program), "BINARY"),
        ("libgtk-3.so.0", str(program), "BINARY"),
        ("libpython3.11.so.1.0", str(program), "BINARY"),
    ]
    assert [name for name, *_ in without_orphans(entries)] == ["program", "libpython3.11.so.1.0"]


def bundle_in(folder: Path, time: int) -> Path:
    """A tiny program, whose files were made at this time."""
    bundle = folder / "huddinge-training"
    (bundle / "lib").mkdir(parents=True)
    (bundle / "huddinge-training").write_bytes(b"#!/bin/sh\n")
    (bundle / "huddinge-training").chmod(0o755)
    (bundle / "lib" / "å.txt").write_text("å")
    (bundle / "lib" / "link").symlink_to("å.txt")
    for path in [bundle, *bundle.rglob("*")]:
        os.utime(path, (time, time), follow_symlinks=False)
    return bundle


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_same_files_make_the_same_archive(tmp_path: Path) -> None:
    archives = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        bundle = bundle_in(folder, MADE_AT + number)
        archives.append(build_archive(bundle, folder, "1.2", MADE_AT, is_quick=True))
    assert digest(archives[0]) == digest(archives[1])
    with tarfile.open(archives[0]) as tar:
        assert {entry.mtime for entry in tar} == {MADE_AT}
        assert {entry.uname for entry in tar} == {"root"}
        assert tar.getmember("huddinge-training-1.2/huddinge-training").mode == 0o755
        assert tar.getmember("huddinge-training-1.2/lib/å.txt").mode == 0o644


@pytest.mark.needs_debootstrap
def test_the_same_files_make_the_same_package(tmp_path: Path) -> None:
    packages = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        bundle = bundle_in(folder, MADE_AT + number)
        packages.append(build_deb(bundle, folder, "1.2", MADE_AT, is_quick=True))
    assert digest(packages[0]) == digest(packages[1])


def test_the_icon_is_there_for_windows_and_for_macos() -> None:
    windows, mac = ico(), icns()
    assert windows.startswith(b"\0\0\1\0\6\0")
    assert windows.count(b"\x89PNG") == 6
    assert mac.startswith(b"icns" + len(mac).to_bytes(4, "big"))
    assert mac.count(b"\x89PNG") == 5
