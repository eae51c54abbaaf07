"""Writes a person's certificate: as a tagged PDF (PDF/UA-1, PDF/A-2a) or as a web page."""

from dataclasses import asdict
from pathlib import Path

from huddinge_training.exports.certificate_words import (
    CertificateData,
    CertificateLine,
    certificate_words,
)
from huddinge_training.exports.html_page import (
    escaped,
    facts,
    filled,
    own_text,
    page,
    paragraph,
    sign,
)
from huddinge_training.exports.pdf_document import pdf_of, pictures_of
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.language import Language

__all__ = [
    "CertificateData",
    "CertificateLine",
    "certificate_html",
    "certificate_pictures",
    "write_certificate_html",
    "write_certificate_pdf",
]

LONG_NAME = 40


def write_certificate_pdf(
    path: Path, data: CertificateData, language: Language, resources: Path
) -> None:
    """Writes the PDF with the fonts of ``resources`` alone; raises ExportError.

    The same data makes the same bytes. The ledger's head stands on the page and,
    uncompressed, among the keywords of the metadata.
    """
    words = asdict(certificate_words(data, language))
    write_bytes(path, pdf_of("certificate.typ", words, data.issued_on, resources))


def certificate_pictures(
    data: CertificateData, language: Language, resources: Path, dots: int
) -> list[bytes]:
    """The same pages as PNG, for a printer."""
    words = asdict(certificate_words(data, language))
    return pictures_of("certificate.typ", words, data.issued_on, resources, dots)


def write_certificate_html(path: Path, data: CertificateData, language: Language) -> None:
    """Writes the web page; raises ExportError."""
    write_text(path, certificate_html(data, language))


def certificate_html(data: CertificateData, language: Language) -> str:
    """A web page that prints well and fetches nothing."""
    words = certificate_words(data, language)
    trust = [(escaped(label), own_text(value)) for label, value in words.facts]
    trust.append((escaped(words.head_label), escaped(words.head)))
    identifier = paragraph(own_text(words.identifier), "muted") if words.identifier else ""
    body = filled(
        "certificate.html",
        sign=sign(words.program),
        title=escaped(words.title),
        name=own_text(words.name),
        name_look="long name" if len(words.name) > LONG_NAME else "name",
        identifier=identifier,
        statement=escaped(words.statement),
        modules_heading=escaped(words.modules_heading),
        columns="".join(f'<th scope="col">{escaped(heading)}</th>' for heading in words.columns),
        lines="".join(_row(*line) for line in words.lines),
        trust_heading=escaped(words.trust_heading),
        facts=facts(trust),
        notes="".join(paragraph(escaped(note), "muted") for note in words.notes),
    )
    return page(words.document_title, body, language)


def _row(title: str, edition: str, *days: str) -> str:
    return (
        f'<tr><th scope="row">{own_text(title)}</th><td class="wraps">{own_text(edition)}</td>'
        + "".join(f"<td>{escaped(day)}</td>" for day in days)
        + "</tr>\n"
    )
