"""Builds the domain's course from plain data that the reader has found to be right."""

from collections.abc import Mapping
from datetime import date

from huddinge_training.content.picture_format import goals_from, values_from
from huddinge_training.content.scenario_format import (
    Plain,
    optional_date_of,
    optional_text_of,
    scenario_from,
    text_of,
)
from huddinge_training.domain.course import (
    Course,
    Edition,
    GlossaryTerm,
    Illustration,
    Module,
    ModuleId,
    Objective,
    ProcedureStep,
    Quote,
    Reading,
    Role,
    RoleId,
    Sheet,
)
from huddinge_training.domain.scenario import Contact, ObjectiveId, Rule
from huddinge_training.domain.source import Source


def course_from(plain: Plain) -> Course:
    """The course; ``plain`` is what ``course_reader.read_course`` made."""
    written = plain["course"]
    sources = {source["id"]: _source(source) for source in written["sources"]}
    rules = {id_: _rule(id_, rule) for id_, rule in plain["rules"].items()}
    contacts = {id_: _contact(id_, contact) for id_, contact in plain["contacts"].items()}
    return Course(
        id=written["id"],
        title=text_of(written["title"]),
        edition=Edition(
            written["edition"]["id"],
            date.fromisoformat(written["edition"]["valid_from"]),
            plain["hash"],
        ),
        modules=tuple(_module(module, sources, rules, contacts) for module in plain["modules"]),
        roles=tuple(Role(RoleId(r["id"]), text_of(r["title"])) for r in written["roles"]),
        procedure=tuple(
            ProcedureStep(step["id"], text_of(step["title"]), text_of(step["text"]))
            for step in written["procedure"]
        ),
        sources=tuple(sources.values()),
        glossary=tuple(
            GlossaryTerm(id_, text_of(w["term"]), text_of(w["plain"]), tuple(w.get("forms", ())))
            for id_, w in plain["glossary"].items()
        ),
        rules=tuple(rules.values()),
        contacts=tuple(contacts.values()),
        goals=goals_from(plain["goals"], sources) if "goals" in plain else None,
        values=values_from(plain["values"], sources) if "values" in plain else None,
    )


def _source(plain: Plain) -> Source:
    return Source(
        plain["id"],
        text_of(plain["title"]),
        plain["publisher"],
        date.fromisoformat(plain["published"]),
    )


def _rule(rule_id: str, plain: Plain) -> Rule:
    return Rule(
        rule_id,
        text_of(plain["title"]),
        text_of(plain["plain"]),
        date.fromisoformat(plain["checked"]),
        plain.get("url", ""),
    )


def _contact(contact_id: str, plain: Plain) -> Contact:
    return Contact(
        contact_id,
        text_of(plain["title"]),
        optional_text_of(plain.get("when")),
        optional_text_of(plain.get("how")),
        plain.get("is_manager", False),
    )


def _module(
    plain: Plain,
    sources: Mapping[str, Source],
    rules: Mapping[str, Rule],
    contacts: Mapping[str, Contact],
) -> Module:
    written = plain["written"]
    return Module(
        id=ModuleId(written["id"]),
        title=text_of(written["title"]),
        summary=text_of(written["summary"]),
        reading=tuple(_reading(reading, sources) for reading in written["reading"]),
        objectives=tuple(
            Objective(
                ObjectiveId(o["id"]),
                text_of(o["text"]),
                o.get("critical", False),
                o.get("acceptable_meets", False),
            )
            for o in written["objectives"]
        ),
        takeaways=tuple(text_of(takeaway) for takeaway in written["takeaways"]),
        scenarios=tuple(
            scenario_from(s["written"], s["hash"], rules, contacts) for s in plain["scenarios"]
        ),
        principle=written.get("principle"),
        roles=tuple(written.get("roles", ())),
        introduced_on=optional_date_of(written.get("introduced_on")),
        sheet=_sheet(written["sheet"], rules, contacts) if "sheet" in written else None,
        illustration=_illustration(written["illustration"]) if "illustration" in written else None,
        content_hash=plain["hash"],
    )


def _reading(plain: Plain, sources: Mapping[str, Source]) -> Reading:
    quote = plain.get("quote")
    return Reading(
        plain["id"],
        text_of(plain["title"]),
        optional_text_of(plain.get("text")),
        Quote(text_of(quote["text"]), sources[quote["source"]]) if quote else None,
    )


def _sheet(
    plain: Plain, rules: Mapping[str, Rule], contacts: Mapping[str, Contact]
) -> Sheet | None:
    """None where all of its rules are broken in their own file: then there is nothing to print."""
    left = tuple(rules[id_] for id_ in plain["rules"] if id_ in rules)
    ask = tuple(contacts[id_] for id_ in plain["ask"] if id_ in contacts)
    return Sheet(left, ask) if left else None


def _illustration(plain: Plain) -> Illustration:
    return Illustration(plain["file"], optional_text_of(plain.get("alt")))
