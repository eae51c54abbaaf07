"""Replaces the characters that a document format does not allow by the sign made for that."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
_NEVER_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_NOT_IN_HTML = re.compile(f"[{_CONTROLS}{_NEVER_CHARACTERS}]")
_NOT_IN_PDF = re.compile(f"[{_CONTROLS}{_NEVER_CHARACTERS}{_PRIVATE}\ufeff]")
_NEW_LINE = re.compile("\r\n?")
_MOVES_ON = re.compile("\r\n|[\t\n\f\r\u2028\u2029]")


def in_html(text: str) -> str:
    """The text with line ends as HTML knows them, and without what its standard forbids."""
    return _NOT_IN_HTML.sub(REPLACEMENT, _NEW_LINE.sub("\n", text))


def in_pdf(text: str) -> str:
    """The text in one line, without what PDF/A forbids: controls, private characters, a BOM."""
    return _NOT_IN_PDF.sub(REPLACEMENT, _MOVES_ON.sub(" ", text))
