"""What stands in the summary of a session, in the words of one language, whatever the format.

The list of people is in the leader's copy alone; nobody's vote is in any copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.plan_title import title_in
from huddinge_training.domain.scenario import OptionId, Scenario
from huddinge_training.domain.session_facts import Discussed, ModulePart, SessionFacts
from huddinge_training.exports.vote_signs import letter_of, sign_of
from huddinge_training.language import Language, counted

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SummaryData:
    """A session, what it is shown with, and whether the list of people is in it."""

    facts: SessionFacts
    course: Course
    unit: str
    fingerprint: str = ""
    has_list: bool = True


@dataclass(frozen=True, slots=True)
class BarWords:
    """How many chose an option in one vote; ``percent`` is how long its bar is."""

    value: str
    percent: str


@dataclass(frozen=True, slots=True)
class OptionWords:
    """An option with its sign and both its bars."""

    letter: str
    token: str
    pattern: str
    text: str
    bars: tuple[BarWords, ...]


@dataclass(frozen=True, slots=True)
class CaseResultWords:
    """A case with both results, or with the reason why they are not shown."""

    title: str
    question: str
    votes: Pairs
    columns: tuple[str, ...]
    options: tuple[OptionWords, ...]
    no_result: str


@dataclass(frozen=True, slots=True)
class CountsForWords:
    """A module that the session counts for, and the objectives that it covered."""

    title: str
    share: str
    objectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """Every text of a summary, put into words."""

    language: str
    program: str
    document_title: str
    label: str
    title: str
    facts: Pairs
    agreement_heading: str
    agreement: str
    cases: tuple[CaseResultWords, ...]
    secret: str
    counts_heading: str
    counts_rule: str
    counts_for: tuple[CountsForWords, ...]
    people_heading: str
    people_note: str
    people_columns: tuple[str, ...]
    people: tuple[tuple[str, ...], ...]
    origin_heading: str
    purpose: str
    origin: Pairs


def summary_words(data: SummaryData, language: Language) -> SummaryWords:
    """All that is written in the summary, in the reader's language."""
    say = language.say
    facts = data.facts
    title = say(title_in(data.course, facts.title, [one.case for one in facts.discussed]))
    people = facts.attendees if data.has_list else ()
    return SummaryWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=say("Summary of a session: {title}", title=title),
        label=say("Summary of a session"),
        title=title,
        facts=_facts(data, language),
        agreement_heading=say("What we agreed on"),
        agreement=facts.agreement or say("No agreement was written down."),
        cases=tuple(_case(discussed, data.course, language) for discussed in facts.discussed),
        secret=say("The votes are secret: nothing was kept of how anybody voted."),
        counts_heading=say("What the session counts for"),
        counts_rule=say(
            "The session counts for everyone who was present. A module is done when the sessions "
            "one has been at have together covered all its objectives."
        ),
        counts_for=tuple(_counts_for(part, data.course, language) for part in facts.parts),
        people_heading=say("Attendance"),
        people_note=say("Leader’s copy. Do not put the list up; it goes to HR.") if people else "",
        people_columns=(say("Name"), say("Employee number"), say("Attendance")),
        people=tuple(_person(attendee, language) for attendee in people),
        origin_heading=say("About the summary"),
        purpose=say("The summary may not be used for pay, appraisal or discipline."),
        origin=_origin(data, language),
    )


def _facts(data: SummaryData, language: Language) -> Pairs:
    say = language.say
    facts = data.facts
    rows = [(say("Date"), language.date(facts.held_on)), (say("Leader"), facts.leader)]
    if data.unit:
        rows.append((say("Unit"), data.unit))
    if facts.attendees:
        present = say(counted("{count} person", "{count} people", len(facts.present)))
        rows.append((say("Present"), present))
    return tuple(rows)


def _case(discussed: Discussed, course: Course, language: Language) -> CaseResultWords:
    say = language.say
    scenario = _scenario(discussed, course)
    rounds = (say("First vote"), say("Second vote"))
    votes = tuple(_votes(count, language) for count in discussed.votes)
    return CaseResultWords(
        title=say(scenario.title) if scenario else discussed.case.scenario_id,
        question=say(scenario.question) if scenario else "",
        votes=tuple(zip(rounds, votes, strict=True)),
        columns=(
            say("Option"),
            *(f"{name} ({count})" for name, count in zip(rounds, votes, strict=True)),
        ),
        options=_options(discussed.counts, scenario, language) if discussed.counts else (),
        no_result=""
        if discussed.counts
        else say(
            "The distribution is not kept. That takes at least ten votes both times, "
            "and the same phones both times."
        ),
    )


def _votes(count: int, language: Language) -> str:
    """How many voted; a result that was not shown has no number either."""
    say = language.say
    return say(counted("{count} vote", "{count} votes", count)) if count else say("not shown")


def _options(
    counts: Sequence[dict[OptionId, int]], scenario: Scenario | None, language: Language
) -> tuple[OptionWords, ...]:
    options = scenario.options if scenario else ()
    texts = {option.id: language.say(option.text) for option in options}
    ids = tuple(texts) or tuple(counts[0])
    words = []
    for place, option in enumerate(ids):
        sign = sign_of(place)
        bars = tuple(_bar(of_round.get(option, 0), sum(of_round.values())) for of_round in counts)
        words.append(
            OptionWords(letter_of(place), sign.token, sign.pattern, texts.get(option, ""), bars)
        )
    return tuple(words)


def _bar(count: int, total: int) -> BarWords:
    percent = round(100 * count / total)
    return BarWords(f"{count} ({percent} %)", str(percent))


def _counts_for(part: ModulePart, course: Course, language: Language) -> CountsForWords:
    say = language.say
    module = _module(part, course)
    if module is None:
        return CountsForWords(part.module_id, "", part.objectives)
    known = {objective.id: say(objective.text) for objective in module.objectives}
    return CountsForWords(
        title=say(module.title),
        share=say(
            "{covered} of {total} objectives", covered=len(part.objectives), total=len(known)
        ),
        objectives=tuple(known.get(id_, id_) for id_ in part.objectives),
    )


def _person(attendee: Attendee, language: Language) -> tuple[str, ...]:
    say = language.say
    presence = {
        Presence.HERE: say("Here"),
        Presence.LATE: say("Here, came late"),
        Presence.REMOTE: say("Here, from afar"),
        Presence.EXCUSED: say("Excused"),
        Presence.ABSENT: say("Not here"),
        Presence.EXPECTED: say("Not noted"),
    }[attendee.presence]
    if attendee.is_guest:
        presence = say("{presence} (guest)", presence=presence)
    return attendee.name, attendee.employee_number, presence


def _origin(data: SummaryData, language: Language) -> Pairs:
    say = language.say
    rows = [
        (say("Edition"), data.facts.edition_id),
        (say("Made with"), f"Kompassen {data.facts.app_version}"),
    ]
    if data.fingerprint:
        rows.append((say("Fingerprint of the package to HR"), data.fingerprint))
    return tuple(rows)


def _module(part: ModulePart, course: Course) -> Module | None:
    return next((module for module in course.modules if module.id == part.module_id), None)


def _scenario(discussed: Discussed, course: Course) -> Scenario | None:
    """The case in the words of today, or None where the course has it no longer."""
    return next(
        (
            scenario
            for module in course.modules
            if module.id == discussed.case.module_id
            for scenario in module.scenarios
            if scenario.id == discussed.case.scenario_id
        ),
        None,
    )
