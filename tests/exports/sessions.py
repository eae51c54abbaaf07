"""Made-up plans of sessions, and what sessions came to."""

from datetime import date
from typing import Any

from examples import make_course, make_module, make_option, make_scenario

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.group_plan import Expected, GroupPlan, Length, PlanId, PlannedCase
from huddinge_training.domain.scenario import (
    Contact,
    Facilitation,
    Kind,
    ObjectiveId,
    OptionId,
    Perspective,
    Scenario,
    ScenarioId,
)
from huddinge_training.domain.session_facts import Discussed, ModulePart, SessionFacts
from huddinge_training.language import Text

KEYS = ModuleId("nycklar")
DILEMMA = PlannedCase(KEYS, ScenarioId("dilemmat"))
RULE_CASE = PlannedCase(KEYS, ScenarioId("fallet"))
EXPECTED = (Expected("Åsa Öman", "0042"), Expected("Bo Ek", "0043"), Expected("Cia Lind"))


def make_dilemma(**changes: Any) -> Scenario:
    """A dilemma with everything that its author can give the leader."""
    given: dict[str, Any] = {
        "kind": Kind.DILEMMA,
        "options": tuple(make_option(letter, None) for letter in "abc"),
        "boundary": Text("Här går gränsen.", "The limit goes here."),
        "perspectives": (
            Perspective(Text("Vaktmästaren", "The caretaker"), Text("Har bråttom.", "In a hurry.")),
            Perspective(Text("Grannen", "The neighbour"), Text("Vill sova.", "Wants to sleep.")),
        ),
        "facilitation": Facilitation(
            20,
            tuple(Text(f"Fråga {n}?", f"Question {n}?") for n in range(1, 5)),
            (Text("Någon gissar.", "Somebody guesses."),),
        ),
    }
    return make_scenario("dilemmat", "B", **(given | changes))


def make_session_course(dilemma: Scenario | None = None, **changes: Any) -> Course:
    """A dilemma, and a case with one answer; in the contacts are HR and a stranger."""
    module = make_module(KEYS, scenarios=[make_scenario("fallet", "A"), dilemma or make_dilemma()])
    contacts = (
        Contact("hr", Text("HR"), Text("När du undrar.", "When you wonder.")),
        Contact("kollega", Text("En kollega", "A colleague at work")),
    )
    return make_course(module, **{"contacts": contacts, **changes})


def make_plan(*cases: PlannedCase, length: Length | None = None, **changes: Any) -> GroupPlan:
    """A plan of the dilemma alone, or of these cases, for three people."""
    cases = cases or (DILEMMA,)
    given: dict[str, Any] = {
        "title": "Nycklarna",
        "leader": "Ledaren Lo",
        "unit_code": "SK-1",
        "expected": EXPECTED,
        "notes": "Mina egna ord",
    }
    return GroupPlan(
        id=PlanId("plan"),
        length=length or (Length.SHORT if len(cases) == 1 else Length.NORMAL),
        cases=cases,
        **(given | changes),
    )


def make_counts(*counts: int) -> dict[OptionId, int]:
    """So many votes for a, b and so on."""
    return {OptionId(letter): count for letter, count in zip("abcdefghij", counts, strict=False)}


def make_facts(**changes: Any) -> SessionFacts:
    """A session on the dilemma with twelve votes both times; one person was late, one away."""
    given: dict[str, Any] = {
        "session_id": "traffen",
        "held_on": date(2026, 3, 2),
        "title": "Nycklarna",
        "leader": "Ledaren Lo",
        "unit_code": "SK-1",
        "edition_id": "2026.1",
        "app_version": "0.9",
        "parts": (ModulePart(KEYS, "hash", (ObjectiveId("B"),)),),
        "discussed": (Discussed(DILEMMA, (12, 12), (make_counts(7, 4, 1), make_counts(3, 9, 0))),),
        "agreement": "Vi frågar två gånger.",
        "attendees": (
            Attendee("Åsa Öman", "0042", Presence.HERE),
            Attendee("Bo Ek", "0043", Presence.LATE),
            Attendee("Cia Lind", "", Presence.EXCUSED),
            Attendee("Dan Ali", "", Presence.HERE, is_guest=True),
        ),
    }
    return SessionFacts(**(given | changes))
