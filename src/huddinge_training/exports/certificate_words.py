"""What stands on a certificate, in the words of one language, whatever the format."""

from dataclasses import dataclass
from datetime import date

from huddinge_training.domain.record import ChainHead
from huddinge_training.language import Language, Text

ISSUER = "Huddinge kommun"


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A module that was done: by which edition, when, and until when it holds."""

    title: Text
    edition: str
    completed_on: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class CertificateData:
    """A person's completed modules, of ``total_modules``, and the ledger's head that day."""

    name: str
    identifier: str
    lines: tuple[CertificateLine, ...]
    total_modules: int
    issued_on: date
    head: ChainHead
    app_version: str
    issuer: str = ISSUER


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Every text on a certificate, put into words; ``lines`` are the cells of its table."""

    language: str
    program: str
    document_title: str
    title: str
    name: str
    identifier: str
    statement: str
    modules_heading: str
    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    trust_heading: str
    facts: tuple[tuple[str, str], ...]
    head_label: str
    head: str
    notes: tuple[str, ...]
    issuer: str


def certificate_words(data: CertificateData, language: Language) -> CertificateWords:
    """All that is written on the certificate, in the reader's language."""
    say = language.say
    done = len({line.title for line in data.lines})
    if done == data.total_modules:
        statement = say(
            "has completed all {total} modules of Kompassen, the training in ethics and values "
            "of {issuer}.",
            total=data.total_modules,
            issuer=data.issuer,
        )
    else:
        statement = say(
            "has completed {done} of {total} modules of Kompassen, the training in ethics and "
            "values of {issuer}.",
            done=done,
            total=data.total_modules,
            issuer=data.issuer,
        )
    title = say("Certificate of completed training")
    return CertificateWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=f"{title}: {data.name}",
        title=title,
        name=data.name,
        identifier=_identifier(data.identifier, language),
        statement=statement,
        modules_heading=say("Completed modules"),
        columns=(say("Module"), say("Edition"), say("Completed on"), say("Valid to")),
        lines=tuple(
            (
                say(line.title),
                line.edition,
                language.date(line.completed_on),
                language.date(line.valid_to) if line.valid_to else say("No end date"),
            )
            for line in data.lines
        ),
        trust_heading=say("Issued, and how to check it"),
        facts=(
            (say("Issued by"), data.issuer),
            (say("Issued on"), language.date(data.issued_on)),
            (say("Made with"), f"Kompassen {data.app_version}"),
        ),
        head_label=say("Head of the ledger"),
        head=str(data.head),
        notes=(
            say(
                "The head of the ledger is the number of its entries on the day of issue, and "
                "the hash of the last one. HR can let Kompassen compare it with the ledger."
            ),
            say(
                "The certificate says that the training is done. It says nothing about anyone's "
                "answers, and it may not be used for pay, appraisal or discipline."
            ),
        ),
        issuer=data.issuer,
    )


def _identifier(identifier: str, language: Language) -> str:
    if not identifier or "@" in identifier:
        return identifier
    return language.say("Employee number {number}", number=identifier)
