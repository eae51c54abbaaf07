"""Writes the summary of a session: tagged PDF or web page, for the leader or to be put up."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from huddinge_training.exports.html_page import (
    escaped,
    facts,
    filled,
    own_text,
    page,
    paragraph,
    sign,
)
from huddinge_training.exports.palette import palette
from huddinge_training.exports.pdf_document import pdf_of, pictures_of
from huddinge_training.exports.safe_file import write_bytes, write_text
from huddinge_training.exports.summary_words import (
    BarWords,
    CaseResultWords,
    CountsForWords,
    OptionWords,
    Pairs,
    SummaryData,
    SummaryWords,
    summary_words,
)
from huddinge_training.language import Language

__all__ = [
    "SummaryData",
    "summary_html",
    "summary_pictures",
    "write_summary_html",
    "write_summary_pdf",
]

TEMPLATE = "session_summary"


def write_summary_pdf(path: Path, data: SummaryData, language: Language, resources: Path) -> None:
    """Writes the PDF; raises ExportError. The same data makes the same bytes."""
    words = asdict(summary_words(data, language))
    write_bytes(path, pdf_of(f"{TEMPLATE}.typ", words, data.facts.held_on, resources))


def summary_pictures(
    data: SummaryData, language: Language, resources: Path, dots: int
) -> list[bytes]:
    """The same pages as PNG, for a printer."""
    words = asdict(summary_words(data, language))
    return pictures_of(f"{TEMPLATE}.typ", words, data.facts.held_on, resources, dots)


def write_summary_html(path: Path, data: SummaryData, language: Language) -> None:
    """Writes the web page; raises ExportError."""
    write_text(path, summary_html(data, language))


def summary_html(data: SummaryData, language: Language) -> str:
    """A web page that prints well and fetches nothing."""
    words = summary_words(data, language)
    body = filled(
        f"{TEMPLATE}.html",
        sign=sign(words.program),
        label=escaped(words.label),
        title=own_text(words.title),
        facts=_facts(words.facts),
        agreement_heading=escaped(words.agreement_heading),
        agreement=own_text(words.agreement),
        patterns=filled("vote_patterns.svg", **palette()),
        cases="".join(_case(case, number) for number, case in enumerate(words.cases, start=1)),
        secret=escaped(words.secret),
        counts_heading=escaped(words.counts_heading),
        counts_rule=escaped(words.counts_rule),
        counts_for="".join(_counts_for(module) for module in words.counts_for),
        people=_people(words) if words.people else "",
        origin_heading=escaped(words.origin_heading),
        origin=_facts(words.origin),
        purpose=escaped(words.purpose),
    )
    return page(words.document_title, body, language)


def _facts(pairs: Pairs) -> str:
    return facts([(escaped(label), own_text(value)) for label, value in pairs], "rows")


def _case(case: CaseResultWords, number: int) -> str:
    if case.options:
        result = _table(
            f"case-{number}", case.columns, (_option(option) for option in case.options)
        )
    else:
        result = _facts(case.votes) + paragraph(escaped(case.no_result), "muted")
    return (
        f'<h2 id="case-{number}">{escaped(case.title)}</h2>\n'
        f"<p>{escaped(case.question)}</p>\n{result}"
    )


def _option(option: OptionWords) -> str:
    name = f"<strong>{escaped(option.letter)}</strong> {escaped(option.text)}"
    bars = "".join(f"<td>{_bar(option, bar)}</td>" for bar in option.bars)
    return f'<tr><th scope="row" class="option">{name}</th>{bars}</tr>\n'


def _bar(option: OptionWords, bar: BarWords) -> str:
    drawn = filled(
        "vote_bar.svg",
        width=bar.percent,
        pattern=option.pattern,
        colour=palette()[option.token],
    )
    return f"{drawn.strip()}{escaped(bar.value)}"


def _counts_for(module: CountsForWords) -> str:
    share = f" <small>{escaped(module.share)}</small>" if module.share else ""
    objectives = "".join(f"<li>{escaped(objective)}</li>\n" for objective in module.objectives)
    return f"<h3>{escaped(module.title)}{share}</h3>\n<ul>\n{objectives}</ul>\n"


def _people(words: SummaryWords) -> str:
    rows = (
        f'<tr><th scope="row">{own_text(name)}</th>'
        f'<td class="wraps">{own_text(number)}</td><td>{escaped(presence)}</td></tr>\n'
        for name, number, presence in words.people
    )
    note = paragraph(escaped(words.people_note), "muted")
    return f'<h2 id="people">{escaped(words.people_heading)}</h2>\n{note}' + _table(
        "people", words.people_columns, rows
    )


def _table(labelled_by: str, columns: Iterable[str], rows: Iterable[str]) -> str:
    heads = "".join(f'<th scope="col">{escaped(column)}</th>' for column in columns)
    return (
        f'<div class="table" role="region" tabindex="0" aria-labelledby="{labelled_by}">\n'
        f"<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n</div>\n"
    )
