"""What stands in a facilitator's guide, in the words of one language, whatever the format.

Made of the plan's cases and length alone: who is expected, who leads and what the leader has
noted is not in it.
"""

from dataclasses import dataclass

from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import GroupPlan, StepKind, talk_size
from huddinge_training.domain.plan_title import title_in
from huddinge_training.exports.guide_case import CaseWords, Pairs, case_words
from huddinge_training.language import Language, counted

TO_TURN_TO = ("visselblasarfunktionen", "hr", "facket", "skyddsombud")
"""The contacts for real misconduct, by their ids in the course."""


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step with the minutes from the start at which each case is there.

    A step of the whole session has one time only.
    """

    name: str
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideWords:
    """Every text of a guide, put into words; pairs are a name and what is said of it."""

    language: str
    program: str
    document_title: str
    label: str
    title: str
    size: str
    purpose_heading: str
    purpose: str
    first_heading: str
    ground_rules: tuple[str, ...]
    steps_heading: str
    columns: tuple[str, ...]
    steps: tuple[StepWords, ...]
    cases: tuple[CaseWords, ...]
    derailed_heading: str
    derailed: Pairs
    misconduct_heading: str
    misconduct: tuple[str, ...]
    contacts_heading: str
    contacts: Pairs
    end_heading: str
    end: tuple[str, ...]
    footer: str


def guide_words(course: Course, plan: GroupPlan, language: Language) -> GuideWords:
    """All that is written in the guide; raises KeyError for a case that the course lacks."""
    say = language.say
    title = say(title_in(course, plan.title, plan.cases))
    return GuideWords(
        language=language.code,
        program=say("Kompassen"),
        document_title=say("Facilitator’s guide: {title}", title=title),
        label=say("Facilitator’s guide"),
        title=title,
        size=say(
            counted(
                "{minutes} minutes, one case",
                "{minutes} minutes, {count} cases",
                len(plan.cases),
                minutes=plan.length.minutes,
            )
        ),
        purpose_heading=say("Purpose"),
        purpose=say(
            "The group practises thinking together before it becomes serious. Nobody has to win, "
            "and you do not have to agree. You lead the talk and keep the time. Wait with the "
            "legal limit until everyone has thought for themselves."
        ),
        first_heading=say("Say this first"),
        ground_rules=(
            say("No names of clients, pupils or colleagues."),
            say("Nobody has to persuade anybody."),
            say("Everyone may speak, pass and change their mind."),
            say("Your vote on the phone is secret, also to me."),
            say("We pass on no names of who said what. A serious wrong still has to be raised."),
        ),
        steps_heading=say("Steps, in minutes from the start"),
        columns=_columns(plan, language),
        steps=_steps(plan, language),
        cases=_cases(course, plan, language),
        derailed_heading=say("If the talk goes off track"),
        derailed=_derailed(language),
        misconduct_heading=say("If somebody tells of a real wrong"),
        misconduct=_misconduct(language),
        contacts_heading=say("Where one can turn"),
        contacts=_contacts(course, language),
        end_heading=say("End like this"),
        end=(
            say("Ask: “What do we do from now on?”"),
            say("Write one sentence that everyone can stand for. Write no names."),
            say("Note who is here. That list knows nothing of the votes."),
        ),
        footer=_footer(course, plan, language),
    )


def _columns(plan: GroupPlan, language: Language) -> tuple[str, ...]:
    say = language.say
    if len(plan.cases) == 1:
        return say("Step"), say("Minutes")
    numbers = range(1, len(plan.cases) + 1)
    return say("Step"), *(say("Case {number}", number=number) for number in numbers)


def _steps(plan: GroupPlan, language: Language) -> tuple[StepWords, ...]:
    """The steps in their order, those of the cases beside each other."""
    times: dict[StepKind, list[str]] = {}
    now = 0
    for step in plan.steps:
        then = now + step.minutes
        times.setdefault(step.kind, []).append(f"{now}–{then}" if step.minutes else str(now))
        now = then
    people = plan.people
    return tuple(StepWords(_step(kind, people, language), tuple(of)) for kind, of in times.items())


def _step(kind: StepKind, people: int, language: Language) -> str:
    say = language.say
    if kind is StepKind.TALK:
        return say("Talk in pairs") if talk_size(people) == 2 else say("Talk in threes")
    return {
        StepKind.GROUND_RULES: say("Say what applies"),
        StepKind.READ: say("Read the case aloud"),
        StepKind.THINK: say("Everyone thinks in silence"),
        StepKind.VOTE_1: say("First vote"),
        StepKind.PLENARY: say("Talk together, ask the questions"),
        StepKind.VOTE_2: say("Second vote"),
        StepKind.REVEAL: say("Show both results"),
        StepKind.RULE: say("Say where the limit goes"),
        StepKind.AGREEMENT: say("Agree on something"),
        StepKind.ATTENDANCE: say("Note who is here"),
    }[kind]


def _cases(course: Course, plan: GroupPlan, language: Language) -> tuple[CaseWords, ...]:
    is_one = len(plan.cases) == 1
    words = []
    for number, case in enumerate(plan.cases, start=1):
        module = course.module(case.module_id)
        scenario = module.scenario(case.scenario_id)
        words.append(case_words(module, scenario, None if is_one else number, language))
    return tuple(words)


def _derailed(language: Language) -> Pairs:
    """What often happens, and a sentence to say then."""
    say = language.say
    return (
        (
            say("Somebody tells of a real event."),
            say("“We leave the single event – what do we want to do next time?”"),
        ),
        (
            say("One person talks most."),
            say("“Thank you. Now I want to hear somebody who has not spoken yet.”"),
        ),
        (
            say("Nobody says anything."),
            say("“Write one sentence each. Then tell the one beside you.”"),
        ),
        (say("All agree at once."), say("“What speaks against what we chose?”")),
        (
            say("Somebody asks how others voted."),
            say("“The votes are secret. What can speak for each choice?”"),
        ),
        (say("It becomes heated."), say("“We stop for a moment. What are we worried about?”")),
    )


def _misconduct(language: Language) -> tuple[str, ...]:
    """What to do, in order, when it is no longer an exercise."""
    say = language.say
    return (
        say("Stop kindly. Say: “Thank you for telling. I take it seriously, but not here.”"),
        say("Do not investigate in the group. Do not ask who, where or when."),
        say("Talk in private afterwards. Tell the person where to turn."),
        say("Is somebody in danger now? Break off and call 112."),
        say("As a manager you may have to act on what you have heard. Ask HR the same day."),
    )


def _contacts(course: Course, language: Language) -> Pairs:
    say = language.say
    known = {contact.id: contact for contact in course.contacts}
    found = [known[id_] for id_ in TO_TURN_TO if id_ in known]
    return tuple(
        (
            f"{say(contact.title)}:",
            " ".join(say(text) for text in (contact.when, contact.how) if text is not None),
        )
        for contact in found
    )


def _footer(course: Course, plan: GroupPlan, language: Language) -> str:
    say = language.say
    edition = say("Edition {edition} of Kompassen.", edition=course.edition.id)
    reviews = [course.module(c.module_id).scenario(c.scenario_id).review for c in plan.cases]
    if all(review.status != "draft" for review in reviews):
        return edition
    draft = say("The text of the cases is a draft that no panel has reviewed.")
    return f"{edition} {draft}"
