"""Makes resources/documents/last-resort.ttf: a font of under 1 kB with a box for every character.

PDF/A forbids text without a sign. Source Sans 3 and the fonts inside typst have no signs for,
say, Chinese or emoji; with this font last in the row, such a text is a row of boxes to look at
and still the true text to read aloud, to search and to copy.
"""

import struct
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "documents" / "last-resort.ttf"
FAMILY = "Kompassen Last Resort"
UNITS, WIDTH, ASCENT, DESCENT = 1000, 560, 900, -250
OUTER = ((60, 0), (60, 660), (500, 660), (500, 0))
INNER = ((105, 45), (455, 45), (455, 615), (105, 615))
# All of Unicode but the surrogates, which are not characters.
RANGES = ((0x20, 0xD7FF), (0xE000, 0x10FFFF))
MADE_AT = 3_800_000_000  # Seconds since 1904; any will do, as long as it is the same.
CHECKSUM_OF_A_FONT = 0xB1B0AFBA


def last_resort_font() -> bytes:
    """The font file; the same bytes every time."""
    outline = _box()
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": outline,
        b"head": _head(),
        b"hhea": struct.pack(
            ">2H3hH11hH",
            1, 0, ASCENT, DESCENT, 0, WIDTH, 60, WIDTH - 500, 500, 1, 0, 0, 0, 0, 0, 0, 0, 1,
        ),
        b"hmtx": struct.pack(">Hhh", WIDTH, 60, 60),
        # The first glyph, for what has no sign, is empty: nothing is without one. Then the box.
        b"loca": struct.pack(">3H", 0, 0, len(outline) // 2),
        b"maxp": struct.pack(">L14H", 0x10000, 2, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _name(),
        b"post": struct.pack(">LLhhLLLLL", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }  # fmt: skip
    return _file(tables)


def _box() -> bytes:
    """A simple glyph of two contours, with every point spelt out."""
    points = OUTER + INNER
    head = struct.pack(">h4h2HH", 2, 60, 0, 500, 660, 3, 7, 0)
    flags = bytes([1] * len(points))
    steps = []
    for axis in (0, 1):
        places = [0, *(point[axis] for point in points)]
        steps += [struct.pack(">h", b - a) for a, b in pairwise(places)]
    return _padded(head + flags + b"".join(steps))


def _cmap() -> bytes:
    """Format 13: whole ranges of characters that share one glyph."""
    groups = b"".join(struct.pack(">3L", first, last, 1) for first, last in RANGES)
    subtable = struct.pack(">HHLLL", 13, 0, 16 + len(groups), 0, len(RANGES)) + groups
    return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + subtable


def _head() -> bytes:
    return struct.pack(
        ">LLLLHHqqhhhhHHhhh",
        0x10000, 0x10000, 0, 0x5F0F3CF5, 3, UNITS, MADE_AT, MADE_AT, 60, 0, 500, 660, 0, 8, 2, 0, 0,
    )  # fmt: skip


def _os2() -> bytes:
    return struct.pack(
        ">HhHHH10hh10sLLLL4sHHHhhhHHLLhhHHH",
        4, WIDTH, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0, bytes(10),
        0, 0, 0, 0, b"NONE", 0x40, 0x20, 0xFFFF, ASCENT, DESCENT, 0, ASCENT, -DESCENT,
        0, 0, 500, 660, 0, 0x20, 0,
    )  # fmt: skip


def _name() -> bytes:
    texts = {1: FAMILY, 2: "Regular", 4: FAMILY, 6: "KompassenLastResort-Regular"}
    records, storage = b"", b""
    for number, text in texts.items():
        written = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(written), len(storage))
        storage += written
    return struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + storage


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    reach = 16 << power
    directory = struct.pack(">L4H", 0x10000, count, reach, power, count * 16 - reach)
    place = len(directory) + 16 * count
    body = b""
    for tag, table in sorted(tables.items()):
        directory += struct.pack(">4s3L", tag, _checksum(table), place + len(body), len(table))
        body += _padded(table)
    whole = directory + body
    adjustment = (CHECKSUM_OF_A_FONT - _checksum(whole)) & 0xFFFFFFFF
    at = whole.index(_head()) + 8
    return whole[:at] + struct.pack(">L", adjustment) + whole[at + 4 :]


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _checksum(table: bytes) -> int:
    padded = _padded(table)
    return sum(int(word) for (word,) in struct.iter_unpack(">L", padded)) & 0xFFFFFFFF


if __name__ == "__main__":
    TARGET.write_bytes(last_resort_font())
    print(TARGET)
