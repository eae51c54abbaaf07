"""Builds a scenario of the domain from plain data that the reader has found to be right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from huddinge_training.domain.scenario import (
    AnswerForm,
    Ask,
    Contact,
    Decision,
    DecisionId,
    Facilitation,
    Grade,
    Group,
    GroupId,
    Kind,
    ObjectiveId,
    Option,
    OptionId,
    Part,
    PartId,
    Perspective,
    RealCase,
    Review,
    Rule,
    Scenario,
    ScenarioId,
    StepThought,
)
from huddinge_training.language import Text

Plain = Mapping[str, Any]

USUAL_MINUTES = 20


def scenario_from(
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
        title=text_of(plain["title"]),
        roles=tuple(plain["roles"]),
        objective=ObjectiveId(plain["objective"]),
        scene=text_of(plain["scene"]),
        question=text_of(plain["question"]),
        options=tuple(_option(option) for option in plain.get("options", ())),
        decisions=tuple(_decision(decision) for decision in plain.get("decisions", ())),
        form=AnswerForm(plain.get("answer", AnswerForm.CHOICE)),
        parts=tuple(_part(part) for part in plain.get("parts", ())),
        groups=tuple(
            Group(GroupId(group["id"]), text_of(group["title"]))
            for group in plain.get("groups", ())
        ),
        steps=tuple(
            StepThought(step["step"], text_of(step["thought"])) for step in plain.get("steps", ())
        ),
        rules=tuple(rules[id_] for id_ in plain.get("rules", ()) if id_ in rules),
        ask=tuple(
            Ask(contacts[ask["contact"]], optional_text_of(ask.get("when")))
            for ask in plain.get("ask", ())
            if ask["contact"] in contacts
        ),
        values=tuple(plain.get("values", ())),
        is_sensitive=plain.get("sensitivity") == "sensitive",
        about_manager=plain.get("about_manager", False),
        reflection=optional_text_of(plain.get("reflection")),
        perspectives=tuple(
            Perspective(text_of(p["who"]), text_of(p["stake"]))
            for p in plain.get("perspectives", ())
        ),
        boundary=optional_text_of(plain.get("boundary")),
        facilitation=_facilitation(plain["facilitator"]) if "facilitator" in plain else None,
        real_case=_real_case(plain["reality"]) if "reality" in plain else None,
        review=_review(plain["review"]) if "review" in plain else Review(),
        content_hash=content_hash,
    )


def _option(plain: Plain) -> Option:
    return Option(
        OptionId(plain["id"]),
        text_of(plain["text"]),
        text_of(plain["consequence"]),
        text_of(plain["feedback"]),
        Grade(plain["grade"]) if "grade" in plain else None,
        plain.get("misconception", ""),
        DecisionId(plain["next"]) if "next" in plain else None,
    )


def _decision(plain: Plain) -> Decision:
    return Decision(
        DecisionId(plain["id"]),
        text_of(plain["scene"]),
        text_of(plain["question"]),
        tuple(_option(option) for option in plain["options"]),
    )


def _part(plain: Plain) -> Part:
    return Part(
        PartId(plain["id"]),
        text_of(plain["text"]),
        text_of(plain["feedback"]),
        plain.get("applies", False),
        GroupId(plain["group"]) if "group" in plain else None,
    )


def _real_case(plain: Plain) -> RealCase:
    return RealCase(
        text_of(plain["title"]), text_of(plain["text"]), plain["year"], text_of(plain["source"])
    )


def _facilitation(plain: Plain) -> Facilitation:
    return Facilitation(
        plain.get("minutes", USUAL_MINUTES),
        tuple(text_of(question) for question in plain["questions"]),
        tuple(text_of(pitfall) for pitfall in plain.get("pitfalls", ())),
    )


def _review(plain: Plain) -> Review:
    return Review(
        plain["status"],
        plain.get("needs", ""),
        plain.get("panel", 0),
        plain.get("agreement", 0.0),
        plain.get("approved_by_role", ""),
        optional_date_of(plain.get("date")),
        optional_date_of(plain.get("next")),
    )


def text_of(plain: Plain) -> Text:
    return Text(plain["sv"], plain.get("en"))


def optional_text_of(plain: Plain | None) -> Text | None:
    return None if plain is None else text_of(plain)


def optional_date_of(plain: str | None) -> date | None:
    return None if plain is None else date.fromisoformat(plain)
