"""Builds the domain's course from plain data that the reader has found to be right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from huddinge_training.domain.course import (
    Course,
    Edition,
    GlossaryTerm,
    Module,
    ModuleId,
    Objective,
    ProcedureStep,
    Quote,
    Reading,
    Role,
    RoleId,
    Source,
)
from huddinge_training.domain.scenario import (
    Ask,
    Contact,
    Facilitation,
    Grade,
    Kind,
    ObjectiveId,
    Option,
    OptionId,
    Perspective,
    Review,
    Rule,
    Scenario,
    ScenarioId,
)
from huddinge_training.language import Text

Plain = Mapping[str, Any]

USUAL_MINUTES = 20


def course_from(plain: Plain) -> Course:
    """The course; ``plain`` is what ``course_reader.read_course`` made."""
    written = plain["course"]
    sources = {source["id"]: _source(source) for source in written["sources"]}
    rules = {id_: _rule(id_, rule) for id_, rule in plain["rules"].items()}
    contacts = {id_: _contact(id_, contact) for id_, contact in plain["contacts"].items()}
    return Course(
        id=written["id"],
        title=_text(written["title"]),
        edition=Edition(
            written["edition"]["id"],
            date.fromisoformat(written["edition"]["valid_from"]),
            plain["hash"],
        ),
        modules=tuple(_module(module, sources, rules, contacts) for module in plain["modules"]),
        roles=tuple(Role(RoleId(r["id"]), _text(r["title"])) for r in written["roles"]),
        procedure=tuple(
            ProcedureStep(step["id"], _text(step["title"]), _text(step["text"]))
            for step in written["procedure"]
        ),
        sources=tuple(sources.values()),
        glossary=tuple(
            GlossaryTerm(id_, _text(w["term"]), _text(w["plain"]), tuple(w.get("forms", ())))
            for id_, w in plain["glossary"].items()
        ),
        rules=tuple(rules.values()),
        contacts=tuple(contacts.values()),
    )


def _text(plain: Plain) -> Text:
    return Text(plain["sv"], plain.get("en"))


def _optional_text(plain: Plain | None) -> Text | None:
    return None if plain is None else _text(plain)


def _optional_date(plain: str | None) -> date | None:
    return None if plain is None else date.fromisoformat(plain)


def _source(plain: Plain) -> Source:
    return Source(
        plain["id"],
        _text(plain["title"]),
        plain["publisher"],
        date.fromisoformat(plain["published"]),
    )


def _rule(rule_id: str, plain: Plain) -> Rule:
    return Rule(
        rule_id,
        _text(plain["title"]),
        _text(plain["plain"]),
        date.fromisoformat(plain["checked"]),
        plain.get("url", ""),
    )


def _contact(contact_id: str, plain: Plain) -> Contact:
    return Contact(
        contact_id,
        _text(plain["title"]),
        _optional_text(plain.get("how")),
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
        title=_text(written["title"]),
        summary=_text(written["summary"]),
        reading=tuple(_reading(reading, sources) for reading in written["reading"]),
        objectives=tuple(
            Objective(
                ObjectiveId(o["id"]),
                _text(o["text"]),
                o.get("critical", False),
                o.get("acceptable_meets", False),
            )
            for o in written["objectives"]
        ),
        takeaways=tuple(_text(takeaway) for takeaway in written["takeaways"]),
        scenarios=tuple(
            _scenario(s["written"], s["hash"], rules, contacts) for s in plain["scenarios"]
        ),
        principle=written.get("principle"),
        roles=tuple(written.get("roles", ())),
        introduced_on=_optional_date(written.get("introduced_on")),
        content_hash=plain["hash"],
    )


def _reading(plain: Plain, sources: Mapping[str, Source]) -> Reading:
    quote = plain.get("quote")
    return Reading(
        plain["id"],
        _text(plain["title"]),
        _optional_text(plain.get("text")),
        Quote(_text(quote["text"]), sources[quote["source"]]) if quote else None,
    )


def _scenario(
    plain: Plain,
    content_hash: str,
    rules: Mapping[str, Rule],
    contacts: Mapping[str, Contact],
) -> Scenario:
    """A rule or contact that is broken in its own file is left out."""
    return Scenario(
        id=ScenarioId(plain["id"]),
        version=plain["version"],
        kind=Kind(plain["kind"]),
        title=_text(plain["title"]),
        roles=tuple(plain["roles"]),
        objective=ObjectiveId(plain["objective"]),
        scene=_text(plain["scene"]),
        question=_text(plain["question"]),
        options=tuple(_option(option) for option in plain["options"]),
        rules=tuple(rules[id_] for id_ in plain.get("rules", ()) if id_ in rules),
        ask=tuple(
            Ask(contacts[ask["contact"]], _optional_text(ask.get("when")))
            for ask in plain.get("ask", ())
            if ask["contact"] in contacts
        ),
        values=tuple(plain.get("values", ())),
        is_sensitive=plain.get("sensitivity") == "sensitive",
        about_manager=plain.get("about_manager", False),
        reflection=_optional_text(plain.get("reflection")),
        perspectives=tuple(
            Perspective(_text(p["who"]), _text(p["stake"])) for p in plain.get("perspectives", ())
        ),
        boundary=_optional_text(plain.get("boundary")),
        facilitation=_facilitation(plain["facilitator"]) if "facilitator" in plain else None,
        review=_review(plain["review"]) if "review" in plain else Review(),
        content_hash=content_hash,
    )


def _option(plain: Plain) -> Option:
    return Option(
        OptionId(plain["id"]),
        _text(plain["text"]),
        _text(plain["consequence"]),
        _text(plain["feedback"]),
        Grade(plain["grade"]) if "grade" in plain else None,
        plain.get("misconception", ""),
    )


def _facilitation(plain: Plain) -> Facilitation:
    return Facilitation(
        plain.get("minutes", USUAL_MINUTES),
        tuple(_text(question) for question in plain["questions"]),
        tuple(_text(pitfall) for pitfall in plain.get("pitfalls", ())),
    )


def _review(plain: Plain) -> Review:
    return Review(
        plain["status"],
        plain.get("needs", ""),
        plain.get("panel", 0),
        plain.get("agreement", 0.0),
        plain.get("approved_by_role", ""),
        _optional_date(plain.get("date")),
        _optional_date(plain.get("next")),
    )
