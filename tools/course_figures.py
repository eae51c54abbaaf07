"""Prints what HR and authors want to measure of a course: size, language, time and giveaways.

``python tools/course_figures.py [FOLDER]``. The players without knowledge choose by the form of
the options alone; between options that look the same to them the mean counts, so that nothing is
left to chance. Whoever is far above chance, or below it, has found a key that shows.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from huddinge_training.content.course_check import check_course
from huddinge_training.content.library import load_course
from huddinge_training.content.lint.cues import stems
from huddinge_training.content.lint.feedback import REASON
from huddinge_training.content.lint.passages import (
    Style,
    module_passages,
    module_place,
    scenario_passages,
)
from huddinge_training.content.lint.readability import lix_of, mean_sentence_length
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.duration import reading_minutes, scenario_minutes
from huddinge_training.domain.finding import Finding
from huddinge_training.domain.scenario import AnswerForm, Decision, Grade, Kind, Option
from huddinge_training.domain.selection import select_scenarios
from huddinge_training.services.content_check import reviews

QUIZZES = Path(__file__).resolve().parent.parent / "quizzes"
BOTH = re.compile(r"\w\s+och\s+\w", re.IGNORECASE)
BOSS = re.compile(r"chef|rektor", re.IGNORECASE)
HEDGE = re.compile(
    r"\b(?:kan|kanske|koll\w*|fråg\w*|tills|först|om|innan|ifall|föreslå\w*)\b", re.I
)

Appeal = Callable[[Decision, Option], int | Fraction]


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who knows nothing of the matter and takes what appeals most by its form."""

    name: str
    appeal: Appeal


def _shared_stems(asked: Decision, option: Option) -> int:
    return len(stems(option.text.sv) & stems(f"{asked.scene.sv} {asked.question.sv}"))


PLAYERS = (
    Player("the longest option", lambda _, option: len(option.text.sv)),
    Player("most words of scene and question", _shared_stems),
    Player("“X och Y” in the option", lambda _, option: bool(BOTH.search(option.text.sv))),
    Player("no reason in the option", lambda _, option: not REASON.search(option.text.sv)),
    Player("the one that tells the boss", lambda _, option: bool(BOSS.search(option.text.sv))),
    Player("the most hedged", lambda _, option: len(HEDGE.findall(option.text.sv))),
)
CHANCE = Player("anything (chance)", lambda *_: 0)


def votes(decision: Decision, option: Option) -> Fraction:
    """What all players together think of an option: each has one vote, shared where unsure."""
    liked = (favourites(decision, player.appeal) for player in PLAYERS)
    return sum((Fraction(1, len(those)) for those in liked if option in those), Fraction())


def favourites(decision: Decision, appeal: Appeal) -> list[Option]:
    """The options that appeal most."""
    appeals = [appeal(decision, option) for option in decision.options]
    pairs = zip(decision.options, appeals, strict=True)
    return [option for option, found in pairs if found == max(appeals)]


def graded(course: Course) -> list[tuple[Decision, Option]]:
    """Every decision that has one best option, with that option."""
    scenarios = (scenario for module in course.modules for scenario in module.scenarios)
    decisions = (decision for scenario in scenarios for decision in scenario.all_decisions)
    bests = ((d, [o for o in d.options if o.grade is Grade.BEST]) for d in decisions)
    return [(decision, best[0]) for decision, best in bests if len(best) == 1]


def score(keyed: Iterable[tuple[Decision, Option]], appeal: Appeal) -> Fraction:
    """How many best options somebody finds on average who takes what appeals most."""
    found = ((best, favourites(decision, appeal)) for decision, best in keyed)
    return sum((Fraction(best in liked, len(liked)) for best, liked in found), Fraction())


def avoiding(appeal: Appeal) -> Appeal:
    """What appeals to somebody who has noticed that the others are fooled."""
    return lambda decision, option: -appeal(decision, option)


def giveaways(course: Course) -> Iterator[str]:
    """Where the best options stand, how long they are, and what players make of that."""
    keyed = graded(course)
    if not keyed:
        return
    lengths = [([len(o.text.sv) for o in d.options], len(best.text.sv)) for d, best in keyed]
    places = Counter(decision.options.index(best) + 1 for decision, best in keyed)
    yield f"{len(keyed)} graded decisions. The best option is"
    rows = [
        _share("the longest", sum(best == max(all_) for all_, best in lengths), len(keyed)),
        _share("the shortest", sum(best == min(all_) for all_, best in lengths), len(keyed)),
        *(_share(f"number {n}", places[n], len(keyed)) for n in sorted(places)),
    ]
    yield from table(["", "times", "per cent"], rows)
    yield "\nWhat a player without knowledge finds, who takes"
    rows = [
        _share(player.name, score(keyed, player.appeal), len(keyed))
        + _share("", score(keyed, avoiding(player.appeal)), len(keyed))[2:]
        for player in (*PLAYERS, Player("all together (votes)", votes), CHANCE)
    ]
    yield from table(["", "best options", "per cent", "avoiding it, per cent"], rows)


def _share(name: str, found: int | Fraction, of: int) -> list[str]:
    return [name, f"{float(found):.1f}".removesuffix(".0"), f"{100 * float(found / of):.0f}"]


def modules(course: Course, findings: Sequence[Finding]) -> Iterator[str]:
    """A row for each module."""
    heading = "module scenarios".split() + [kind.value for kind in Kind] + ["way"]
    heading += [form.value for form in AnswerForm] + ["E", "W", "LIX", "words/sentence", "minutes"]
    rows = [_module_row(module, course, findings) for module in course.modules]
    yield from table(heading, rows)


def _module_row(module: Module, course: Course, findings: Sequence[Finding]) -> list[str]:
    scenarios = module.scenarios
    here = [finding.is_error for finding in findings if finding.file.startswith(f"{module.id}/")]
    text = "\n".join(_prose(module))
    counts = [len(scenarios), *(sum(s.kind is kind for s in scenarios) for kind in Kind)]
    counts += [sum(s.is_branching for s in scenarios)]
    counts += [sum(s.form is form for s in scenarios) for form in AnswerForm]
    return [
        *(module.id, *map(str, counts), str(sum(here)), str(len(here) - sum(here))),
        f"{lix:.1f}" if (lix := lix_of(text)) else "–",
        f"{mean_sentence_length(text):.1f}",
        _minutes(module, course),
    ]


def _prose(module: Module) -> Iterator[str]:
    passages = [*module_passages(module)]
    for scenario in module.scenarios:
        passages += scenario_passages(scenario, module_place(module))
    yield from (passage.text.sv for passage in passages if passage.style is Style.PROSE)


def _minutes(module: Module, course: Course) -> str:
    """The minutes of the fastest role and of the slowest one."""
    edition = course.edition.id
    minutes = {
        role.id: reading_minutes(module)
        + sum(map(scenario_minutes, select_scenarios(module, role.id, edition)))
        for role in course.roles
        if module.is_for(role.id)
    }
    by_time = sorted(minutes, key=minutes.__getitem__)
    return " – ".join(f"{minutes[role]:.1f} ({role})" for role in (by_time[0], by_time[-1]))


def people(course: Course, today: date) -> Iterator[str]:
    """How many scenarios each role has of its own, and how many wait for somebody."""
    scenarios = [s for module in course.modules for s in module.scenarios]
    own = Counter(role for scenario in scenarios for role in set(scenario.roles))
    yield from table(["role", "scenarios"], [[role.id, str(own[role.id])] for role in course.roles])
    waiting = reviews(course, today)
    drafts, for_lawyer = sum(r.drafts for r in waiting), sum(r.needs_lawyer for r in waiting)
    yield f"\n{len(scenarios)} scenarios; {drafts} wait for a panel, {for_lawyer} for a lawyer"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    for row in (heading, ["---"] * len(heading), *rows):
        yield f"| {' | '.join(row)} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints all of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=QUIZZES)
    folder = parser.parse_args(arguments).folder
    course, today = load_course(folder).course, date.today()
    findings = check_course(folder, today)
    by_rule = Counter(finding.rule for finding in findings)
    print(*modules(course, findings), sep="\n")
    print("\nFindings:", ", ".join(f"{r} {n}" for r, n in sorted(by_rule.items())) or "none", "\n")
    print(*giveaways(course), "", *people(course, today), sep="\n")


if __name__ == "__main__":
    main()
