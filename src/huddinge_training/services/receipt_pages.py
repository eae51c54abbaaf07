"""A guest's receipt as something to look at and to take along."""

from pathlib import Path

from huddinge_training.domain.course import Course
from huddinge_training.domain.receipt import Receipt
from huddinge_training.exports.qr_code import QUIET_ZONE, qr_squares
from huddinge_training.exports.receipt import (
    receipt_html,
    receipt_pictures,
    write_receipt_html,
    write_receipt_pdf,
)
from huddinge_training.language import Language
from huddinge_training.services.documents import Document

__all__ = ["QUIET_ZONE", "ReceiptPages"]


class ReceiptPages:
    """Makes the pages of receipts; keeps none of them."""

    def __init__(self, course: Course, resources: Path) -> None:
        self._course = course
        self._resources = resources

    def document(self, receipt: Receipt, language: Language) -> Document:
        """The receipt to take along."""
        module = self._course.module(receipt.edition.module_id).title
        resources = self._resources

        def save(path: Path) -> None:
            if path.suffix.lower() == ".pdf":
                write_receipt_pdf(path, receipt, module, language, resources)
            else:
                write_receipt_html(path, receipt, module, language)

        return Document(
            file_name=language.say("receipt.pdf"),
            formats=("pdf", "html"),
            save=save,
            web_page=lambda: receipt_html(receipt, module, language),
            pictures=lambda dots: receipt_pictures(receipt, module, language, resources, dots),
        )

    def squares(self, receipt: Receipt) -> tuple[tuple[bool, ...], ...]:
        """The QR code of the whole receipt, True for dark."""
        return qr_squares(receipt.whole)
