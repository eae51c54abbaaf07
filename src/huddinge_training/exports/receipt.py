"""Writes a guest's receipt: its code large, the QR code beside it, and what to do with them."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from huddinge_training.domain.receipt import Receipt, device_name
from huddinge_training.exports.html_page import escaped, facts, filled, own_text, page, sign
from huddinge_training.exports.pdf_document import pdf_of, pictures_of
from huddinge_training.exports.qr_code import qr_svg
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.language import Language, Text

TEMPLATE = "receipt"


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """Everything that stands on the page, in the reader's language."""

    language: str
    program: str
    document_title: str
    title: str
    statement: str
    code_label: str
    code: str
    qr: str
    qr_description: str
    facts: tuple[tuple[str, str], ...]
    what_to_do_heading: str
    what_to_do: str
    about_names: str


def receipt_words(receipt: Receipt, module: Text, language: Language) -> ReceiptWords:
    """What stands on the page of a receipt for a module with this title."""
    say = language.say
    title = say(module)
    day: date = receipt.code.completed_on
    return ReceiptWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=say("Receipt: {module}", module=title),
        title=say("Receipt"),
        statement=say(
            "Whoever has this receipt has done the module “{module}”, {day}.",
            module=title,
            day=day,
        ),
        code_label=say("Code"),
        code=str(receipt.code),
        qr=qr_svg(receipt.whole),
        qr_description=say("QR code with the whole receipt"),
        facts=(
            (say("Module"), title),
            (say("Done"), day.isoformat()),
            (say("Edition"), receipt.edition.edition_id),
            (say("Computer"), device_name(receipt.code.device)),
        ),
        what_to_do_heading=say("What to do with it"),
        what_to_do=say(
            "Give the code and your employee number to HR, or to your manager, who passes them "
            "on. HR takes the receipt in, and then the module counts as done."
        ),
        about_names=say(
            "The receipt says nobody's name. It can be taken in once. "
            "The computer that gave it has kept no copy."
        ),
    )


def write_receipt_pdf(
    path: Path, receipt: Receipt, module: Text, language: Language, resources: Path
) -> None:
    """Writes the PDF; raises ExportError."""
    words = asdict(receipt_words(receipt, module, language))
    made_on = receipt.code.completed_on
    write_bytes(path, pdf_of(f"{TEMPLATE}.typ", words, made_on, resources))


def receipt_pictures(
    receipt: Receipt, module: Text, language: Language, resources: Path, dots: int
) -> list[bytes]:
    """The same page as PNG, for a printer."""
    words = asdict(receipt_words(receipt, module, language))
    return pictures_of(f"{TEMPLATE}.typ", words, receipt.code.completed_on, resources, dots)


def write_receipt_html(path: Path, receipt: Receipt, module: Text, language: Language) -> None:
    """Writes the web page; raises ExportError."""
    write_text(path, receipt_html(receipt, module, language))


def receipt_html(receipt: Receipt, module: Text, language: Language) -> str:
    """A web page that prints on one sheet and fetches nothing."""
    words = receipt_words(receipt, module, language)
    described = f'<svg class="qr" role="img" aria-label="{escaped(words.qr_description)}" '
    body = filled(
        f"{TEMPLATE}.html",
        sign=sign(words.program),
        title=escaped(words.title),
        statement=escaped(words.statement),
        code_label=escaped(words.code_label),
        code=escaped(words.code),
        qr=words.qr.replace("<svg ", described, 1),
        facts=facts([(escaped(label), own_text(value)) for label, value in words.facts], "rows"),
        what_to_do_heading=escaped(words.what_to_do_heading),
        what_to_do=escaped(words.what_to_do),
        about_names=escaped(words.about_names),
    )
    return page(words.document_title, body, language)
