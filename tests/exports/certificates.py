"""Made-up certificates."""

from datetime import date
from typing import Any

from exports.reports import HEAD

from huddinge_training.exports.certificate import CertificateData, CertificateLine
from huddinge_training.language import Text

ETHICS = CertificateLine(
    Text("Fria från jäv", "Free from conflicts of interest"),
    "2026.1",
    date(2026, 2, 3),
    date(2027, 2, 3),
)
VALUES = CertificateLine(Text("Kärnvärden"), "2026.2", date(2026, 2, 10), None)


def make_certificate(**changes: Any) -> CertificateData:
    """Two of seven modules done, unless told otherwise."""
    data: dict[str, Any] = {
        "name": "Åsa Öman",
        "identifier": "000123",
        "lines": (ETHICS, VALUES),
        "total_modules": 7,
        "issued_on": date(2026, 3, 7),
        "head": HEAD,
        "app_version": "0.1.0",
    }
    return CertificateData(**(data | changes))


def certificate_of(text: str) -> CertificateData:
    """A certificate with the same text wherever a text can stand."""
    line = CertificateLine(Text(text), text, date(2026, 2, 3), None)
    return make_certificate(name=text, identifier=text, lines=(line,))
