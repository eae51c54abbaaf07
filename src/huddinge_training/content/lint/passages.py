"""Lists every text of a course with its place and what kind of text it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from huddinge_training.content.lint.decisions import decisions
from huddinge_training.content.lint.remark import Place
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.pictures import Statement, StatementGroup
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Text

COURSE_PLACE = Place("course.yaml")


class Style(StrEnum):
    """How a text is read, which decides what is asked of its language."""

    PROSE = "prose"  # our own sentences
    LABEL = "label"  # a title
    NAME = "name"  # a name that is given: of a job, an office, a word
    QUOTE = "quote"  # the words of somebody else
    LAW = "law"  # the name of a rule, as it is cited
    REACH = "reach"  # how to reach a contact: may hold a number or an address
    NOTE = "note"  # for authors only


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the course in its place."""

    place: Place
    text: Text
    style: Style = Style.PROSE


def module_place(module: Module) -> Place:
    """The file of a module."""
    return Place(f"{module.id}/module.yaml")


def scenario_place(module: Module, scenario: Scenario) -> Place:
    """The file of a scenario."""
    return Place(f"{module.id}/{scenario.id}.yaml")


def course_passages(course: Course) -> Iterator[Passage]:
    """All texts of a course."""
    yield Passage(COURSE_PLACE.at("title"), course.title, Style.LABEL)
    for index, source in enumerate(course.sources):
        yield Passage(COURSE_PLACE.at("sources", index, "title"), source.title, Style.QUOTE)
    for index, role in enumerate(course.roles):
        yield Passage(COURSE_PLACE.at("roles", index, "title"), role.title, Style.NAME)
    for index, step in enumerate(course.procedure):
        place = COURSE_PLACE.at("procedure", index)
        yield Passage(place.at("title"), step.title, Style.LABEL)
        yield Passage(place.at("text"), step.text)
    yield from _dictionary_passages(course)
    yield from _picture_passages(course)
    for module in course.modules:
        yield from module_passages(module)
        for scenario in module.scenarios:
            yield from scenario_passages(scenario, scenario_place(module, scenario))


def _dictionary_passages(course: Course) -> Iterator[Passage]:
    for rule in course.rules:
        place = Place("rules.yaml", (rule.id,))
        yield Passage(place.at("title"), rule.title, Style.LAW)
        yield Passage(place.at("plain"), rule.plain)
    for contact in course.contacts:
        place = Place("contacts.yaml", (contact.id,))
        yield Passage(place.at("title"), contact.title, Style.NAME)
        if contact.when:
            yield Passage(place.at("when"), contact.when)
        if contact.how:
            yield Passage(place.at("how"), contact.how, Style.REACH)
    for term in course.glossary:
        place = Place("glossary.yaml", (term.id,))
        yield Passage(place.at("term"), term.term, Style.NAME)
        yield Passage(place.at("plain"), term.plain)


def _picture_passages(course: Course) -> Iterator[Passage]:
    if goals := course.goals:
        place = Place("goals.yaml")
        for key, group in (("overarching", goals.overarching), ("strategic", goals.strategic)):
            yield from _group_passages(group, place.at(key))
        for key, statement in (
            ("vision", goals.vision),
            ("aim", goals.aim),
            ("values", goals.values),
            ("terms", goals.terms),
        ):
            yield from _statement_passages(statement, place.at(key))
    if values := course.values:
        place = Place("values.yaml")
        yield from _group_passages(values.core_values, place.at("core_values"))
        yield from _group_passages(values.principles, place.at("principles"))
        yield from _statement_passages(values.dilemmas, place.at("dilemmas"))


def _group_passages(group: StatementGroup, place: Place) -> Iterator[Passage]:
    yield Passage(place.at("name"), group.name, Style.LABEL)
    yield Passage(place.at("text"), group.text, Style.QUOTE)
    for index, part in enumerate(group.parts):
        yield from _statement_passages(part, place.at("parts", index))


def _statement_passages(statement: Statement, place: Place) -> Iterator[Passage]:
    yield Passage(place.at("name"), statement.name, Style.LABEL if statement.text else Style.QUOTE)
    if statement.text:
        yield Passage(place.at("text"), statement.text, Style.QUOTE)
    if statement.question:
        yield Passage(place.at("question"), statement.question)


def module_passages(module: Module) -> Iterator[Passage]:
    """The texts of module.yaml."""
    place = module_place(module)
    yield Passage(place.at("title"), module.title, Style.LABEL)
    yield Passage(place.at("summary"), module.summary)
    for index, reading in enumerate(module.reading):
        inner = place.at("reading", index)
        yield Passage(inner.at("title"), reading.title, Style.LABEL)
        if reading.text:
            yield Passage(inner.at("text"), reading.text)
        if reading.quote:
            yield Passage(inner.at("quote", "text"), reading.quote.text, Style.QUOTE)
    for index, objective in enumerate(module.objectives):
        yield Passage(place.at("objectives", index, "text"), objective.text)
    for index, takeaway in enumerate(module.takeaways):
        yield Passage(place.at("takeaways", index), takeaway)
    if module.illustration and module.illustration.alt:
        yield Passage(place.at("illustration", "alt"), module.illustration.alt)


def scenario_passages(scenario: Scenario, place: Place) -> Iterator[Passage]:
    """The texts of a scenario's file, in the order in which they are met."""
    yield Passage(place.at("title"), scenario.title, Style.LABEL)
    yield Passage(place.at("scene"), scenario.scene)
    yield Passage(place.at("question"), scenario.question)
    for index, step in enumerate(scenario.steps):
        yield Passage(place.at("steps", index, "thought"), step.thought)
    yield from _answer_passages(scenario, place)
    for index, ask in enumerate(scenario.ask):
        if ask.when:
            yield Passage(place.at("ask", index, "when"), ask.when)
    if scenario.reflection:
        yield Passage(place.at("reflection"), scenario.reflection)
    for index, perspective in enumerate(scenario.perspectives):
        inner = place.at("perspectives", index)
        yield Passage(inner.at("who"), perspective.who, Style.LABEL)
        yield Passage(inner.at("stake"), perspective.stake)
    if scenario.boundary:
        yield Passage(place.at("boundary"), scenario.boundary)
    if scenario.facilitation:
        inner = place.at("facilitator")
        for index, question in enumerate(scenario.facilitation.questions):
            yield Passage(inner.at("questions", index), question)
        for index, pitfall in enumerate(scenario.facilitation.pitfalls):
            yield Passage(inner.at("pitfalls", index), pitfall)
    if case := scenario.real_case:
        inner = place.at("reality")
        yield Passage(inner.at("title"), case.title, Style.LABEL)
        yield Passage(inner.at("text"), case.text)
        yield Passage(inner.at("source"), case.source, Style.LAW)
    yield Passage(place.at("review", "needs"), Text(scenario.review.needs), Style.NOTE)


def _answer_passages(scenario: Scenario, place: Place) -> Iterator[Passage]:
    for decision, here in decisions(scenario, place):
        if decision.id:
            yield Passage(here.at("scene"), decision.scene)
            yield Passage(here.at("question"), decision.question)
        for index, option in enumerate(decision.options):
            inner = here.at("options", index)
            yield Passage(inner.at("text"), option.text)
            yield Passage(inner.at("consequence"), option.consequence)
            yield Passage(inner.at("feedback"), option.feedback)
            yield Passage(inner.at("misconception"), Text(option.misconception), Style.NOTE)
    for index, group in enumerate(scenario.groups):
        yield Passage(place.at("groups", index, "title"), group.title, Style.LABEL)
    for index, part in enumerate(scenario.parts):
        inner = place.at("parts", index)
        yield Passage(inner.at("text"), part.text)
        yield Passage(inner.at("feedback"), part.feedback)
