"""Writes the cards A–D to vote with, four on a page to be cut apart: tagged PDF or web page."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from huddinge_training.exports.html_page import escaped, filled, page, sign
from huddinge_training.exports.palette import palette
from huddinge_training.exports.pdf_document import pdf_of, pictures_of
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.exports.vote_signs import SIGNS, VoteSign
from huddinge_training.language import Language

TEMPLATE = "vote_cards"


@dataclass(frozen=True, slots=True)
class CardWords:
    """One card: its letter, how it looks, and the same in words."""

    letter: str
    token: str
    pattern: str
    description: str


@dataclass(frozen=True, slots=True)
class CardsWords:
    """Everything that stands on the page, in the reader's language."""

    language: str
    program: str
    document_title: str
    title: str
    how: str
    when: str
    cards: tuple[CardWords, ...]


def write_cards_pdf(path: Path, made_on: date, language: Language, resources: Path) -> None:
    """Writes the PDF; raises ExportError."""
    words = asdict(cards_words(language))
    write_bytes(path, pdf_of(f"{TEMPLATE}.typ", words, made_on, resources))


def cards_pictures(made_on: date, language: Language, resources: Path, dots: int) -> list[bytes]:
    """The same page as PNG, for a printer."""
    return pictures_of(f"{TEMPLATE}.typ", asdict(cards_words(language)), made_on, resources, dots)


def write_cards_html(path: Path, language: Language) -> None:
    """Writes the web page; raises ExportError."""
    write_text(path, cards_html(language))


def cards_html(language: Language) -> str:
    """A web page that prints on one sheet and fetches nothing."""
    words = cards_words(language)
    body = filled(
        f"{TEMPLATE}.html",
        sign=sign(words.program),
        title=escaped(words.title),
        how=escaped(words.how),
        patterns=filled("vote_patterns.svg", **palette()),
        cards="".join(_card(card, words.when) for card in words.cards),
    )
    return page(words.document_title, body, language)


def cards_words(language: Language) -> CardsWords:
    """What stands on the cards, and above them."""
    say = language.say
    return CardsWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=say("Vote cards"),
        title=say("Vote cards"),
        how=say("Print one page for each person without a phone, and cut the cards apart."),
        when=say("Hold up the card when the leader says so"),
        cards=tuple(_words(sign, language) for sign in SIGNS),
    )


def _words(sign: VoteSign, language: Language) -> CardWords:
    described = language.say(
        "Card {letter} with {pattern}", letter=sign.letter, pattern=sign.described
    )
    return CardWords(sign.letter, sign.token, sign.pattern, described)


def _card(card: CardWords, when: str) -> str:
    return filled(
        "vote_card.html",
        letter=escaped(card.letter),
        pattern=card.pattern,
        colour=palette()[card.token],
        description=escaped(card.description),
        when=escaped(when),
    )
