"""What a person answered, as one line of text, and the grade that it gets by a stated rule.

The line is ``a`` for a choice, ``a/b`` for a way through decisions, ``a,c`` for what was chosen
or marked, ``b,a,c`` for an order, and ``a:x,b:y`` for cases in groups.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations, product
from typing import NewType

from huddinge_training.domain.scenario import (
    AnswerForm,
    Decision,
    Grade,
    Option,
    OptionId,
    Part,
    PartId,
    Scenario,
)

Response = NewType("Response", str)

NOTHING = Response("")
GRADES = (Grade.BEST, Grade.ACCEPTABLE, Grade.POOR)


def way_response(options: Iterable[OptionId]) -> Response:
    """The response of a choice, or of a way through decisions."""
    return Response("/".join(options))


def chosen_response(scenario: Scenario, chosen: Iterable[PartId]) -> Response:
    """The response of what was chosen or marked."""
    wanted = set(chosen)
    return Response(",".join(part.id for part in scenario.parts if part.id in wanted))


def order_response(parts: Iterable[PartId]) -> Response:
    """The response of steps put in an order."""
    return Response(",".join(parts))


def sorted_response(scenario: Scenario, groups: Mapping[PartId, str]) -> Response:
    """The response of cases put into groups, as far as they have been."""
    return Response(
        ",".join(f"{part.id}:{groups[part.id]}" for part in scenario.parts if part.id in groups)
    )


def way(scenario: Scenario, response: Response) -> tuple[tuple[Decision, Option], ...]:
    """The decisions and what was chosen at each; raises KeyError for what is not there."""
    taken: list[tuple[Decision, Option]] = []
    decision: Decision | None = scenario.first_decision
    for option_id in response.split("/") if response else ():
        if decision is None:
            raise KeyError(option_id)
        option = _option(decision, option_id)
        taken.append((decision, option))
        decision = scenario.decision(option.leads_to) if option.leads_to else None
    return tuple(taken)


def next_decision(scenario: Scenario, response: Response) -> Decision | None:
    """What is to be decided after a way, or None where it has ended."""
    taken = way(scenario, response)
    if not taken:
        return scenario.first_decision
    leads_to = taken[-1][1].leads_to
    return scenario.decision(leads_to) if leads_to else None


def places(scenario: Scenario, response: Response) -> dict[PartId, str]:
    """Where each part was put: "yes" for chosen, its group, or its number in the order.

    Raises KeyError for a part or group that is not there, or a part that is there twice.
    """
    ids = [part.id for part in scenario.parts]
    groups = {str(group.id) for group in scenario.groups}
    found: dict[PartId, str] = {}
    for number, entry in enumerate(response.split(",") if response else ()):
        name, _, group = entry.partition(":")
        part_id = PartId(name)
        if part_id not in ids or part_id in found:
            raise KeyError(name)
        if scenario.form is AnswerForm.SORT:
            if group not in groups:
                raise KeyError(entry)
            found[part_id] = group
        elif group:
            raise KeyError(entry)
        else:
            found[part_id] = str(number) if scenario.form is AnswerForm.ORDER else "yes"
    return found


def is_whole(scenario: Scenario, response: Response) -> bool:
    """Whether nothing is missing for an answer; raises KeyError for what is not there."""
    if scenario.form is AnswerForm.CHOICE:
        return response != NOTHING and next_decision(scenario, response) is None
    found = places(scenario, response)
    if scenario.form in (AnswerForm.ORDER, AnswerForm.SORT):
        return len(found) == len(scenario.parts)
    return bool(found)


def misplaced(scenario: Scenario, response: Response) -> tuple[Part, ...]:
    """The parts that are not where they belong, in the scenario's order.

    Of an order it is the fewest steps that have to move, so that one step in the wrong
    place does not make all that come after it wrong.
    """
    found = places(scenario, response)
    if scenario.form is AnswerForm.ORDER:
        numbers = [int(found[part.id]) for part in scenario.parts]
        stays = _longest_rising(numbers)
        return tuple(p for n, p in enumerate(scenario.parts) if n not in stays)
    return tuple(part for part in scenario.parts if found.get(part.id) != _right_place(part))


def grade_of(scenario: Scenario, response: Response) -> Grade | None:
    """The grade of a whole response, None in a dilemma; raises KeyError for what is not there.

    Part by part: nothing misplaced is best, one slip acceptable, more is poor. A way through
    decisions is as good as its weakest decision.
    """
    if scenario.form is AnswerForm.CHOICE:
        grades = [option.grade for _, option in way(scenario, response)]
        known = [grade for grade in grades if grade is not None]
        return max(known, key=GRADES.index) if known and len(known) == len(grades) else None
    slips = len(misplaced(scenario, response))
    return GRADES[min(slips, len(GRADES) - 1)]


def reachable_grades(scenario: Scenario) -> frozenset[Grade]:
    """The grades that some answer to the scenario gets; none in a dilemma."""
    if scenario.form is not AnswerForm.CHOICE:
        # Nothing chosen is no answer, so that where nothing applies there is no best one.
        is_chosen = scenario.form in (AnswerForm.CHOOSE_ALL, AnswerForm.MARK)
        has_best = not is_chosen or any(part.applies for part in scenario.parts)
        return frozenset(GRADES if has_best else GRADES[1:])
    ways = _ways(scenario, NOTHING)
    return frozenset(grade for w in ways if (grade := grade_of(scenario, w)) is not None)


def every_response(scenario: Scenario) -> Iterator[Response]:
    """Every whole response there is."""
    ids = [part.id for part in scenario.parts]
    match scenario.form:
        case AnswerForm.CHOICE:
            yield from _ways(scenario, NOTHING)
        case AnswerForm.ORDER:
            yield from map(order_response, permutations(ids))
        case AnswerForm.SORT:
            groups = [group.id for group in scenario.groups]
            for chosen in product(groups, repeat=len(ids)):
                yield sorted_response(scenario, dict(zip(ids, chosen, strict=True)))
        case _:
            for kept in product((True, False), repeat=len(ids)):
                if any(kept):
                    pairs = zip(ids, kept, strict=True)
                    yield chosen_response(scenario, (id_ for id_, is_kept in pairs if is_kept))


def _ways(scenario: Scenario, begun: Response) -> Iterator[Response]:
    decision = next_decision(scenario, begun)
    if decision is None:
        yield begun
        return
    for option in decision.options:
        yield from _ways(scenario, Response(f"{begun}/{option.id}" if begun else option.id))


def _option(decision: Decision, option_id: str) -> Option:
    for option in decision.options:
        if option.id == option_id:
            return option
    raise KeyError(option_id)


def _right_place(part: Part) -> str | None:
    if part.group is not None:
        return part.group
    return "yes" if part.applies else None


def _longest_rising(numbers: list[int]) -> set[int]:
    """The indices of a longest subsequence that rises."""
    runs: list[list[int]] = [[]]
    for index, number in enumerate(numbers):
        before = [run for run in runs if not run or numbers[run[-1]] < number]
        runs.append([*max(before, key=_length), index])
    return set(max(runs, key=_length))


def _length(run: Iterable[int]) -> int:
    return sum(1 for _ in run)
