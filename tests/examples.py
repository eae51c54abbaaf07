"""Builders of examples with defaults: a test names only what it is about. No Qt, no files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from huddinge_training.domain.canonical import digest
from huddinge_training.domain.course import (
    Course,
    Edition,
    Module,
    ModuleId,
    Objective,
    ProcedureStep,
    Quote,
    Reading,
    Role,
    RoleId,
    Source,
    hash_of,
)
from huddinge_training.domain.person import Person, PersonId, Profile
from huddinge_training.domain.scenario import (
    Ask,
    Contact,
    Grade,
    Kind,
    ObjectiveId,
    Option,
    OptionId,
    Rule,
    Scenario,
    ScenarioId,
)
from huddinge_training.domain.unit import Organisation, Unit
from huddinge_training.language import Text

TODAY = date(2026, 3, 2)
BEST, ACCEPTABLE, POOR = (OptionId(letter) for letter in "abc")

RULE = Rule(
    "kl-6-28",
    Text("Kommunallagen 6 kap. 28 §", "Local Government Act, chapter 6, section 28"),
    Text("Den som är jävig säger till.", "Who is disqualified says so."),
    checked=date(2026, 2, 12),
)
MANAGER = Contact("narmaste-chef", Text("Din närmaste chef", "Your manager"), is_manager=True)
SOURCE = Source("exempel", Text("Ett exempel", "An example"), "Exempelkommun", date(2019, 12, 12))
ROLES = (
    Role(RoleId("skola"), Text("Grundskola", "Compulsory school")),
    Role(RoleId("it"), Text("IT", "IT")),
    Role(RoleId("alla"), Text("Något annat", "Something else")),
)


class FakeClock:
    """A time that only passes when the test says so; hand its ``now`` to a Clock."""

    def __init__(self, day: date = TODAY) -> None:
        self.time = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def wait(self, *, days: int = 0, seconds: int = 0) -> None:
        """Lets time pass."""
        self.time += timedelta(days=days, seconds=seconds)

    def set_day(self, day: date) -> None:
        """Goes to eleven o'clock in UTC on a day."""
        self.time = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


def make_option(option_id: str = "a", grade: Grade | None = Grade.BEST) -> Option:
    """An option whose texts say which one it is."""
    return Option(
        OptionId(option_id),
        text=Text(f"Jag gör {option_id}.", f"I do {option_id}."),
        consequence=Text(f"Det blir {option_id}.", f"It becomes {option_id}."),
        feedback=Text(f"Så är det, eftersom {option_id}.", f"That is so, because {option_id}."),
        grade=grade,
    )


def make_scenario(scenario_id: str = "nyckeln", objective: str = "A", **changes: Any) -> Scenario:
    """A scenario with the options a (best), b (acceptable) and c (poor).

    Its hash follows from what is in it, so that a changed scenario has another one.
    """
    scenario = Scenario(
        id=ScenarioId(scenario_id),
        version=1,
        kind=Kind.RULE,
        title=Text(f"Titel {scenario_id}", f"Title {scenario_id}"),
        roles=("alla",),
        objective=ObjectiveId(objective),
        scene=Text(f"Du hittar {scenario_id}.", f"You find {scenario_id}."),
        question=Text("Vad gör du?", "What do you do?"),
        options=tuple(
            make_option(letter, grade) for letter, grade in zip("abc", Grade, strict=True)
        ),
        rules=(RULE,),
        ask=(Ask(MANAGER),),
    )
    scenario = replace(scenario, **changes)
    return replace(scenario, content_hash=changes.get("content_hash", digest(repr(scenario))))


def make_module(
    module_id: str = "nycklar",
    *,
    scenarios: Sequence[Scenario] | None = None,
    critical: Sequence[str] = (),
    **changes: Any,
) -> Module:
    """A module with one reading screen and, unless given, six scenarios on two objectives.

    ``critical`` names the objectives that are critical.
    """
    if scenarios is None:
        scenarios = [make_scenario(f"{module_id}-{n}", "AB"[n % 2]) for n in range(1, 7)]
    objectives = tuple(
        Objective(ObjectiveId(id_), Text(f"Du kan {id_}.", f"You can {id_}."), id_ in critical)
        for id_ in dict.fromkeys([*(s.objective for s in scenarios), *critical])
    )
    module = Module(
        id=ModuleId(module_id),
        title=Text(f"Modul {module_id}", f"Module {module_id}"),
        summary=Text("En modul.", "A module."),
        reading=(
            Reading("start", Text("Läs först", "Read first"), quote=Quote(Text("Så."), SOURCE)),
        ),
        objectives=objectives,
        takeaways=(Text("Tänk.", "Think."), Text("Fråga.", "Ask.")),
        scenarios=tuple(scenarios),
    )
    module = replace(module, **changes)
    scenario_hashes = [scenario.content_hash for scenario in module.scenarios]
    written = repr(replace(module, scenarios=(), content_hash=""))
    content_hash = changes.get("content_hash", hash_of(written, scenario_hashes))
    return replace(module, content_hash=content_hash)


def make_course(*modules: Module, edition: str = "2026.1", **changes: Any) -> Course:
    """A course of these modules, or else of two: "nycklar" and "dorrar"."""
    modules = modules or (make_module("nycklar", critical=["A"]), make_module("dorrar"))
    course = Course(
        id="exempel",
        title=Text("Exemplet", "The example"),
        edition=Edition(edition, date(2026, 1, 1)),
        modules=modules,
        roles=ROLES,
        procedure=(ProcedureStep("stanna", Text("Stanna", "Pause"), Text("Vad?", "What?")),),
        sources=(SOURCE,),
        rules=(RULE,),
        contacts=(MANAGER,),
    )
    content_hash = hash_of(edition, [module.content_hash for module in modules])
    course = replace(course, edition=replace(course.edition, content_hash=content_hash))
    return replace(course, **changes)


def make_profile(name: str = "Åsa Öman", **changes: Any) -> Profile:
    """The profile of somebody with a number and a unit of ``make_organisation``."""
    profile = Profile(name=name, role=RoleId("skola"), employee_number="0042", unit_code="SK-1")
    return replace(profile, **changes)


def make_person(
    person_id: str = "asa",
    *,
    created_on: date = TODAY,
    wants_follow_ups: bool = True,
    **profile: Any,
) -> Person:
    """A person; further arguments go to the profile."""
    return Person(PersonId(person_id), make_profile(**profile), created_on, wants_follow_ups)


def make_organisation() -> Organisation:
    """Two departments, three units; two of them differ by å and a only in Swedish order."""
    return Organisation(
        [
            Unit("SK-1", "Ängsskolan", "SK", "Skolförvaltningen"),
            Unit("SK-2", "Zetterskolan", "SK", "Skolförvaltningen"),
            Unit("IT-1", "Driften", "IT", "Digitala förvaltningen"),
        ],
        is_example=True,
    )
