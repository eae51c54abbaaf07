"""What a unit's sessions came to together, only of two sessions or more (GRP-08)."""

from collections.abc import Iterable
from dataclasses import dataclass

from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.scenario import OptionId
from huddinge_training.domain.session_facts import SessionFacts

FEWEST_SESSIONS = 2


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """How many sessions and votes, and how often each option was chosen in each case."""

    sessions: int
    votes: int
    counts: dict[PlannedCase, dict[OptionId, int]]


def figures_of(summaries: Iterable[SessionFacts]) -> UnitFigures | None:
    """The votes together, or None where so few sessions have any that one could be told."""
    counted = [
        facts for facts in summaries if any(discussed.counts for discussed in facts.discussed)
    ]
    if len(counted) < FEWEST_SESSIONS:
        return None
    counts: dict[PlannedCase, dict[OptionId, int]] = {}
    votes = 0
    for facts in counted:
        for discussed in facts.discussed:
            if discussed.counts is None:
                continue
            of_case = counts.setdefault(discussed.case, {})
            for option, count in discussed.counts[1].items():
                of_case[option] = of_case.get(option, 0) + count
                votes += count
    return UnitFigures(len(counted), votes, counts)
