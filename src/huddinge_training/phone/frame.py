"""The frame of every page that phones open: the sign, the languages, the foot."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from huddinge_training.phone.markup import Html, address_of, escaped, fill, joined
from huddinge_training.phone.words import Words, every_language

NOTHING = Html("")


@dataclass(frozen=True, slots=True)
class Reader:
    """How somebody reads: the page's language, and the one of the course's texts."""

    words: Words
    text: str

    @classmethod
    def of(cls, words: Words, wish: str = "") -> "Reader":
        """``wish`` is "sv" or "en" where the reader has chosen; only some languages let them."""
        can_choose = words.course_text != words.tag
        return cls(words, wish if can_choose and wish in ("sv", "en") else words.course_text)


def frame(
    words: Words,
    title: str,
    view: Html,
    *,
    menu: Html,
    foot: Html,
    status: Html = NOTHING,
    script: Html = NOTHING,
    without_script: Html = NOTHING,
) -> str:
    """A whole page; ``status`` is read out and stands below what the page is about."""
    return fill(
        "page",
        tag=words.tag,
        direction=words.direction,
        title=title,
        style=address_of("phone.css"),
        script=script,
        compass=fill("compass"),
        languages=menu,
        view=view,
        status=status,
        without_script=without_script,
        foot=foot,
    )


def vote_frame(
    reader: Reader,
    title: str,
    view: Html,
    *,
    token: str = "",
    kept: Mapping[str, str] | None = None,
    status: Html = NOTHING,
    can_leave: bool = False,
    without_script: Html = NOTHING,
) -> str:
    """A page of the vote; a phone that has joined has its ``token`` in every form."""
    words = reader.words
    fields = {"t": token, "x": reader.text, **(kept or {})}
    leave = NOTHING
    if can_leave:
        form = hidden({**fields, "l": words.code})
        leave = Html(
            f'<form method="post" action="/leave">{form}'
            f'<button class="quiet">{escaped(words["leave"])}</button></form>'
        )
    return frame(
        words,
        title,
        view,
        menu=language_menu(words, method="post", action="/", kept=fields),
        foot=fill("foot", title=words["privacy_title"], privacy=words["privacy"], leave=leave),
        status=status,
        script=Html(f'<script src="{address_of("phone.js")}" defer></script>'),
        without_script=without_script,
    )


def language_menu(words: Words, *, method: str, action: str, kept: Mapping[str, str]) -> Html:
    """All languages, as buttons that ask for the same page in another one."""
    return fill(
        "languages",
        globe=fill("globe"),
        label=words["language"],
        name=words.name,
        method=method,
        action=action,
        fields=hidden(kept),
        buttons=_language_buttons(words.code),
    )


@cache
def _language_buttons(current: str) -> Html:
    return joined(
        fill(
            "language",
            code=words.code,
            tag=words.tag,
            direction=words.direction,
            name=words.name,
            current=Html(' aria-current="true"' if words.code == current else ""),
        )
        for words in every_language().values()
    )


def told_view(words: Words, title: str, text: str = "", state: str = "told") -> Html:
    """What only says something."""
    lead = Html(f'<p class="lead">{escaped(text)}</p>') if text else NOTHING
    return fill(
        "told", state=state, title=title, lead=lead, language=words.code, offline=words["offline"]
    )


def problem_line(problem: str) -> Html:
    """What is wrong, beside where it is wrong; nothing where nothing is."""
    if not problem:
        return NOTHING
    return Html(f'<p class="problem" id="problem" role="alert">{escaped(problem)}</p>')


def receipt(strong: str, more: str = "") -> Html:
    """What has arrived."""
    return Html(f"{fill('tick')}<p><b>{escaped(strong)}</b> {escaped(more)}</p>")


def hidden(fields: Mapping[str, str]) -> Html:
    """Fields of a form that are kept and not seen."""
    return joined(fill("hidden", name=name, value=value) for name, value in fields.items())
