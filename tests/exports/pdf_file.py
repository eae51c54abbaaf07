"""Reads a PDF: what it claims of itself, and what poppler finds in it."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def claim(pdf: bytes, what: str) -> str:
    """A claim in the metadata, which stand in the file uncompressed."""
    packet = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", pdf, re.DOTALL)
    assert packet is not None
    found = ElementTree.fromstring(packet[0]).find(f".//{what}", NAMESPACES)
    assert found is not None
    return "".join(found.itertext())


def said_by(program: str, *options: str, of: bytes) -> str:
    """What a program of poppler says of the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(of)
        command = [program, *options, str(path), *(["-"] if program == "pdftotext" else [])]
        said = subprocess.run(command, capture_output=True, check=True).stdout
        # pdfinfo hands on the titles of headings as they stand in the file, some as UTF-16.
        return said.decode("utf-8", "replace")


def structure(pdf: bytes) -> list[str]:
    """The tags of the document in their order, and the texts in quotes."""
    lines = said_by("pdfinfo", "-struct-text", of=pdf).splitlines()
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("/")]


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    return int(facts(pdf)["Pages"])


def facts(pdf: bytes) -> dict[str, str]:
    """What poppler says of the file: whether it is tagged, what runs in it, its pages."""
    lines = said_by("pdfinfo", of=pdf).splitlines()
    return dict(re.split(": +", line, maxsplit=1) for line in lines)
