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
    hash_of,
)
from huddinge_training.domain.person import Person, PersonId, Profile
from huddinge_training.domain.response import (
    GRADES,
    NOTHING,
    Response,
    chosen_response,
    every_response,
    grade_of,
    next_decision,
    order_response,
    sorted_response,
    way_response,
)
from huddinge_training.domain.scenario import (
    AnswerForm,
    Ask,
    Contact,
    Decision,
    DecisionId,
    Grade,
    Group,
    GroupId,
    Kind,
    ObjectiveId,
    Option,
    OptionId,
    Part,
    PartId,
    Rule,
    Scenario,
    ScenarioId,
)
from huddinge_training.domain.source import Source
from huddinge_training.domain.unit import Organisation, Unit
from huddinge_training.language import Text

TODAY = date(2026, 3, 2)
BEST, ACCEPTABLE, POOR = (Response(letter) for letter in "abc")
PART_BY_PART = tuple(form for form in AnswerForm if form is not AnswerForm.CHOICE)

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


def make_part(part_id: str = "a", **changes: Any) -> Part:
    """A part whose texts say which one it is."""
    part = Part(
        PartId(part_id),
        text=Text(f"Någon gör {part_id}.", f"Somebody does {part_id}."),
        feedback=Text(f"Den hör dit, eftersom {part_id}.", f"It belongs there, because {part_id}."),
    )
    return replace(part, **changes)


def make_parts_scenario(
    form: AnswerForm, scenario_id: str = "delarna", objective: str = "A", **changes: Any
) -> Scenario:
    """A scenario with the parts a, b, c and d, answered part by part.

    Chosen or marked are a and c; the right order is theirs; in the group x belong a and c, in
    the group y b and d.
    """
    parts = [make_part(letter) for letter in "abcd"]
    groups: tuple[Group, ...] = ()
    if form in (AnswerForm.CHOOSE_ALL, AnswerForm.MARK):
        parts = [replace(part, applies=part.id in "ac") for part in parts]
    elif form is AnswerForm.SORT:
        groups = tuple(Group(GroupId(id_), Text(f"Hög {id_}", f"Heap {id_}")) for id_ in "xy")
        parts = [replace(part, group=GroupId("xy"[part.id in "bd"])) for part in parts]
    given = {"options": (), "form": form, "parts": tuple(parts), "groups": groups, **changes}
    return make_scenario(scenario_id, objective, **given)


def make_branching_scenario(
    scenario_id: str = "vagen", objective: str = "A", **changes: Any
) -> Scenario:
    """A scenario in which a (best) and c (poor) lead to a second decision, and b ends the way.

    The second decision, "senare", has the options a, b and c once more, graded in the same way.
    """
    best, acceptable, poor = (
        make_option(id_, grade) for id_, grade in zip("abc", Grade, strict=True)
    )
    later = DecisionId("senare")
    first = (replace(best, leads_to=later), acceptable, replace(poor, leads_to=later))
    decision = Decision(
        later,
        scene=Text("Det blir kväll.", "It is evening."),
        question=Text("Vad gör du nu?", "What do you do now?"),
        options=(best, acceptable, poor),
    )
    return make_scenario(
        scenario_id, objective, **{"options": first, "decisions": (decision,), **changes}
    )


def response_of(scenario: Scenario, grade: Grade = Grade.BEST) -> Response:
    """A whole response with the grade; of a dilemma the first that there is.

    Raises LookupError where no response has the grade.
    """
    if scenario.form is not AnswerForm.CHOICE:
        return _with_slips(scenario, GRADES.index(grade))
    if scenario.kind is Kind.DILEMMA:
        return next(every_response(scenario))
    if grade is Grade.BEST and (best := _best_way(scenario)):
        return best
    found = next((r for r in every_response(scenario) if grade_of(scenario, r) is grade), None)
    if found is None:
        raise LookupError(f"no response to {scenario.id} is {grade}")
    return found


def _best_way(scenario: Scenario) -> Response:
    """The way of the best options, or nothing where some decision has none."""
    taken: list[OptionId] = []
    while decision := next_decision(scenario, way_response(taken)):
        best = [option.id for option in decision.options if option.grade is Grade.BEST]
        if not best:
            return NOTHING
        taken.append(best[0])
    return way_response(taken)


def _with_slips(scenario: Scenario, slips: int) -> Response:
    """What is answered part by part, with so many parts that are not where they belong."""
    ids = [part.id for part in scenario.parts]
    if scenario.form is AnswerForm.ORDER:
        return order_response([*ids[slips:], *reversed(ids[:slips])])
    if scenario.form is AnswerForm.SORT:
        groups = [group.id for group in scenario.groups]
        right = {part.id: part.group or groups[0] for part in scenario.parts}
        others = {id_: next(g for g in groups if g != right[id_]) for id_ in ids[:slips]}
        return sorted_response(scenario, {**right, **others})
    wrong = [part.id for part in scenario.parts if not part.applies]
    right_ones = [part.id for part in scenario.parts if part.applies]
    return chosen_response(scenario, [*right_ones, *wrong[:slips]])


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
