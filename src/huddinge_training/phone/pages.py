"""What stands on the phone page at each step of the session, in the reader's language."""

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.scenario import OptionId, Scenario
from huddinge_training.language import Text
from huddinge_training.phone.frame import (
    NOTHING,
    Reader,
    hidden,
    problem_line,
    receipt,
    told_view,
    vote_frame,
)
from huddinge_training.phone.markup import Html, address_of, escaped, fill, joined
from huddinge_training.phone.words import Words, course_text
from huddinge_training.services.live_session import PhoneView

LETTERS = "ABCDEFGHIJ"
# At these the situation stands open; at others it can be read again.
READING = (StepKind.READ, StepKind.THINK)
CHOICES_SHOWN = (StepKind.THINK, StepKind.TALK, StepKind.PLENARY)


def join_page(
    reader: Reader, attempt: str, code: str = "", problem: str = "", notice: str = ""
) -> str:
    """Where a phone comes in; ``attempt`` makes that pressing twice takes one seat."""
    words = reader.words
    kept = {"a": attempt, "x": reader.text}
    view = fill(
        "join",
        title=words["join_title"],
        lead=words["join_lead"],
        label=words["code_label"],
        button=words["join_button"],
        code=code,
        language=words.code,
        text=reader.text,
        offline=words["offline"],
        sending=words["sending"],
        invalid=Html(' aria-invalid="true" aria-describedby="problem"') if problem else NOTHING,
        problem=problem_line(problem),
        fields=hidden(kept | {"l": words.code}),
    )
    return vote_frame(
        reader,
        words["join_title"],
        view,
        kept=kept | {"code": code},
        status=receipt(notice) if notice else NOTHING,
    )


def session_page(
    reader: Reader,
    token: str,
    view: PhoneView,
    *,
    chosen: str = "",
    problem: str = "",
    is_new: bool = False,
) -> str:
    """What a phone that has joined shows now; ``chosen`` is marked, but not sent yet."""
    words = reader.words
    if view.is_over:
        over = told_view(words, words["over"], words["do_over"], "over")
        return vote_frame(reader, words["over"], over, token=token)
    fields = {"t": token, "l": words.code, "x": reader.text}
    has_voted = view.is_open and view.own_vote is not None
    body = _vote(reader, view, fields, chosen) if view.is_open else _waiting(reader, view, fields)
    content = fill(
        "step",
        state="vote" if view.is_open else "wait",
        key=f"{view.case}-{view.step}-{view.stage}",
        kicker=words[view.step],
        vote_id=view.vote_id,
        version=str(view.version),
        language=words.code,
        text=reader.text,
        sending=words["sending"],
        not_sent=words["not_sent"],
        offline=words["offline"],
        heading=_heading(reader, view),
        problem=problem_line(problem),
        body=body,
    )
    return vote_frame(
        reader,
        words["received"] if has_voted else words[view.step],
        content,
        token=token,
        status=_status(words, has_voted=has_voted, is_new=is_new),
        can_leave=True,
        without_script=fill(
            "without_script",
            fields=hidden(fields),
            refresh=words["refresh"],
            hint=words["refresh_hint"],
            version=str(view.version),
            language=words.code,
        ),
    )


def _status(words: Words, *, has_voted: bool, is_new: bool) -> Html:
    if has_voted:
        return receipt(words["received"], words["received_more"])
    return receipt(words["joined"], words["joined_more"]) if is_new else NOTHING


def told_page(reader: Reader, title: str, text: str) -> str:
    """A page that only says something."""
    return vote_frame(reader, title, told_view(reader.words, title, text))


def pulse_page(words: Words, *, is_new: bool) -> str:
    """What looks again and again, where there is no script, for whether there is something new."""
    return fill(
        "pulse",
        tag=words.tag,
        direction=words.direction,
        style=address_of("phone.css"),
        words=words["news_waiting" if is_new else "news_none"],
        role=Html(' role="status"') if is_new else NOTHING,
    )


def _heading(reader: Reader, view: PhoneView) -> Html:
    if view.scenario is None:
        return Html(f'<h1 tabindex="-1">{escaped(reader.words[view.step])}</h1>')
    return Html(
        f'<p class="kicker">{escaped(reader.words[view.step])}</p>'
        + _course(reader, view.scenario.title, "h1", ' tabindex="-1"')
    )


def _vote(reader: Reader, view: PhoneView, fields: dict[str, str], chosen: str) -> Html:
    assert view.scenario is not None
    words, scenario = reader.words, view.scenario
    marked = OptionId(chosen) if chosen else view.own_vote
    options = joined(
        fill(
            "option",
            value=option.id,
            checked=Html(" checked" if option.id == marked else ""),
            letter=letter,
            words=course_text(option.text, reader.text)[0],
            text=course_text(option.text, reader.text)[1],
        )
        for letter, option in zip(LETTERS, scenario.options, strict=False)
    )
    form = fill(
        "vote",
        fields=hidden(fields | {"v": view.vote_id}),
        text=course_text(scenario.question, reader.text)[1],
        question=course_text(scenario.question, reader.text)[0],
        options=options,
        button=words["change_button" if view.own_vote else "vote_button"],
    )
    return joined([_situation(reader, scenario, is_open=False), _text_switch(reader, fields), form])


def _waiting(reader: Reader, view: PhoneView, fields: dict[str, str]) -> Html:
    parts = [Html(f'<p class="lead">{escaped(_instruction(reader.words, view))}</p>')]
    scenario = view.scenario
    if scenario is not None:
        if view.step is StepKind.RULE:
            parts.append(_rule(reader, scenario))
        parts.append(_situation(reader, scenario, is_open=view.step in READING))
        if view.step in CHOICES_SHOWN:
            parts.append(_choices(reader, scenario))
        parts.append(_text_switch(reader, fields))
    return joined(parts)


def _instruction(words: Words, view: PhoneView) -> str:
    if view.step.is_vote:
        return words["do_vote_soon" if view.stage is Stage.PREPARED else "do_vote_closed"]
    return words[f"do_{view.step}"]


def _situation(reader: Reader, scenario: Scenario, *, is_open: bool) -> Html:
    scene = _course(reader, scenario.scene, "p", ' class="situation"')
    if is_open:
        return scene
    again = escaped(reader.words["situation_again"])
    return Html(f'<details class="again"><summary>{again}</summary>{scene}</details>')


def _choices(reader: Reader, scenario: Scenario) -> Html:
    rows = joined(
        Html(f'<li><b class="letter">{letter}</b>{_course(reader, option.text, "span", "")}</li>')
        for letter, option in zip(LETTERS, scenario.options, strict=False)
    )
    question = _course(reader, scenario.question, "h2", "")
    return Html(f'{question}<ol class="choices" dir="ltr">{rows}</ol>')


def _rule(reader: Reader, scenario: Scenario) -> Html:
    texts = [scenario.boundary] if scenario.boundary else [rule.plain for rule in scenario.rules]
    return joined(
        Html(f'<div class="rule">{_course(reader, text, "p", "")}</div>') for text in texts
    )


def _course(reader: Reader, text: Text, tag: str, look: str) -> Html:
    """A text of the course, which says itself in what language it is."""
    words, language = course_text(text, reader.text)
    return Html(f'<{tag}{look} lang="{language}" dir="ltr">{escaped(words)}</{tag}>')


def _text_switch(reader: Reader, fields: dict[str, str]) -> Html:
    """Swedish or English for the course's texts, where they are not in the reader's language."""
    if reader.words.course_text == reader.words.tag:
        return NOTHING
    other, words = ("en", "in_english") if reader.text == "sv" else ("sv", "in_swedish")
    return Html(
        f'<form method="post" action="/">{hidden(fields | {"x": other})}'
        f'<button class="quiet" id="switch">{escaped(reader.words[words])}</button></form>'
    )
