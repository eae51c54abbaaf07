"""What the facilitator's guide says of one case: read aloud, ask, look at, where the line goes."""

from dataclasses import dataclass

from huddinge_training.domain.course import Module
from huddinge_training.domain.scenario import Grade, Option, Rule, Scenario
from huddinge_training.exports.vote_signs import letter_of
from huddinge_training.language import Language

OPEN_QUESTIONS = 3
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseWords:
    """Every text of a case, put into words; pairs are a name and what is said of it."""

    title: str
    aim: str
    read_heading: str
    scene: str
    question: str
    options: Pairs
    questions_heading: str
    questions: tuple[str, ...]
    perspectives_heading: str
    perspectives: Pairs
    line_heading: str
    line: tuple[str, ...]
    rules: Pairs
    ask_heading: str
    ask: tuple[str, ...]
    pitfalls_heading: str
    pitfalls: tuple[str, ...]


def case_words(
    module: Module, scenario: Scenario, number: int | None, language: Language
) -> CaseWords:
    """What stands of a case; ``number`` where there are several."""
    say = language.say
    title = say(scenario.title)
    return CaseWords(
        title=say("Case: {title}", title=title)
        if number is None
        else say("Case {number}: {title}", number=number, title=title),
        aim=say("Aim: {objective}", objective=module.objective(scenario.objective).text),
        read_heading=say("Read aloud"),
        scene=say(scenario.scene),
        question=say(scenario.question),
        options=tuple(
            (letter_of(place), say(option.text)) for place, option in enumerate(scenario.options)
        ),
        questions_heading=say("Three open questions"),
        questions=_questions(scenario, language),
        perspectives_heading=say("Perspectives, one at a time"),
        perspectives=_perspectives(scenario, language),
        line_heading=say("Where the legal limit goes")
        if scenario.boundary is not None
        else say("The answer and the rule"),
        line=_line(scenario, language),
        rules=tuple(_rule(rule, scenario, language) for rule in scenario.rules),
        ask_heading=say("Who can I ask?"),
        ask=tuple(say(ask.contact.title) for ask in scenario.ask),
        pitfalls_heading=say("Watch out for"),
        pitfalls=tuple(say(pitfall) for pitfall in scenario.facilitation.pitfalls)
        if scenario.facilitation
        else (),
    )


def _questions(scenario: Scenario, language: Language) -> tuple[str, ...]:
    """The author's own, or else those that the big picture shows, from the five steps."""
    say = language.say
    if scenario.facilitation is not None:
        return tuple(say(question) for question in scenario.facilitation.questions[:OPEN_QUESTIONS])
    return (
        say("Who is affected by what you do?"),
        say("Which rule or value weighs most here?"),
        say("What would make you change your mind?"),
    )


def _perspectives(scenario: Scenario, language: Language) -> Pairs:
    """The author's own, or else those that nearly every case has."""
    say = language.say
    if scenario.perspectives:
        return tuple((f"{say(one.who)}:", say(one.stake)) for one in scenario.perspectives)
    return (
        (say("The one it is about:"), say("What does the choice mean today, and later?")),
        (say("A colleague:"), say("What becomes easier, and what becomes harder?")),
        (
            say("Those who are not in the room:"),
            say("Who else has to wait, pay or be able to trust us?"),
        ),
    )


def _line(scenario: Scenario, language: Language) -> tuple[str, ...]:
    """The limit of a dilemma, or else the answer that the course gives, with its reason."""
    say = language.say
    if scenario.boundary is not None:
        return (say(scenario.boundary),)
    best = next((pair for pair in enumerate(scenario.options) if _is_best(pair[1])), None)
    if best is None:
        return ()
    place, option = best
    answer = say("The answer of the course is {letter}.", letter=letter_of(place))
    return (f"{answer} {say(option.feedback)}",)


def _is_best(option: Option) -> bool:
    return option.grade is Grade.BEST


def _rule(rule: Rule, scenario: Scenario, language: Language) -> tuple[str, str]:
    """Where it stands, since when that is known, and unless the limit is said, its meaning."""
    say = language.say
    origin = say("{title}. Checked {day}.", title=rule.title, day=rule.checked.isoformat())
    return origin, "" if scenario.boundary is not None else say(rule.plain)
