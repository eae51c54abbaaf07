"""A text as a QR code: which squares are dark, and the same as SVG for a web page or a PDF."""

from io import BytesIO

QUIET_ZONE = 4
"""Squares without anything around a code; readers need them."""


def qr_squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code, without the quiet zone; True is dark."""
    import segno  # noqa: PLC0415  only when a code is shown

    code = segno.make_qr(text, error="m")
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def qr_svg(text: str) -> str:
    """The code with its quiet zone, black on white, one unit a square."""
    import segno  # noqa: PLC0415  only when a code is saved

    file = BytesIO()
    segno.make_qr(text, error="m").save(
        file, kind="svg", border=QUIET_ZONE, light="white", xmldecl=False, svgclass=None,
        lineclass=None, omitsize=True,
    )  # fmt: skip
    return file.getvalue().decode("utf-8")
