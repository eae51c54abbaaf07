"""The program's icon in the forms that each system wants, drawn from one SVG."""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).with_suffix(".svg")
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}
"""Of Apple's icon types those that hold a PNG, and its side in pixels."""


def png(side: int) -> bytes:
    """The icon as a square PNG."""
    # Where it is built there may be no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _ = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def ico() -> bytes:
    """For Windows: a list of sizes, each of them a PNG."""
    pictures = [png(side) for side in ICO_SIZES]
    entries, place = b"", 6 + 16 * len(pictures)
    for side, picture in zip(ICO_SIZES, pictures, strict=True):
        in_a_byte = side % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", in_a_byte, in_a_byte, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns() -> bytes:
    """For macOS: the same, in Apple's order of bytes."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(picture)) + picture
        for kind, picture in ((kind, png(side)) for kind, side in ICNS_TYPES.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write_icon(system: str, folder: Path) -> Path:
    """The file for PyInstaller and the installer: "win32", "darwin", or a PNG for the others."""
    name, content = {"win32": ("icon.ico", ico), "darwin": ("icon.icns", icns)}.get(
        system, ("icon.png", lambda: png(256))
    )
    file = folder / name
    file.write_bytes(content())
    return file
