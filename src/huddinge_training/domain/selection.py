"""Which scenarios of a module a person is asked: 5–8, by role, the same for the same edition."""

from collections.abc import Sequence

from huddinge_training.domain.canonical import digest
from huddinge_training.domain.course import Module, RoleId
from huddinge_training.domain.duration import reading_minutes, scenario_minutes
from huddinge_training.domain.response import reachable_grades
from huddinge_training.domain.scenario import Grade, Scenario

FEWEST = 5
MOST = 8
LONGEST_MINUTES = 12
REPEATED = 3


def select_scenarios(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """The scenarios that the role is asked, closest to its own work first.

    Every critical objective is among them. The module stays within 12 minutes where
    five scenarios allow it (PED-10): what is close but too long waits under *Fler fall*.
    Above five, only what is close or for everybody fills up.
    """
    ranked = sorted(module.scenarios, key=lambda s: _closeness(s, role, edition_id))
    chosen = _Choice(module)
    for objective in module.critical_objectives:
        chosen.add_fitting([s for s in ranked if s.objective == objective.id])
    while len(chosen.scenarios) < min(FEWEST, len(ranked)):
        chosen.add_fitting(ranked)
    for scenario in ranked:
        is_close = role in scenario.roles or scenario.is_for_everyone
        if scenario in chosen.scenarios or not is_close or not chosen.has_time_for(scenario):
            continue
        if len(chosen.scenarios) == MOST:
            break
        chosen.add(scenario)
    return tuple(s for s in ranked if s in chosen.scenarios)


class _Choice:
    """What is chosen so far and how long it takes; each scenario is measured once."""

    def __init__(self, module: Module) -> None:
        self.scenarios: list[Scenario] = []
        self._needs = {s.id: scenario_minutes(s) for s in module.scenarios}
        self._left = dict(self._needs)
        self._taken = reading_minutes(module)

    def add(self, scenario: Scenario) -> None:
        self.scenarios.append(scenario)
        self._taken += self._left.pop(scenario.id)

    def has_time_for(self, scenario: Scenario, reserve: float = 0.0) -> bool:
        return self._taken + self._needs[scenario.id] + reserve <= LONGEST_MINUTES

    def add_fitting(self, ranked: Sequence[Scenario]) -> None:
        """Adds the closest scenario that leaves time for the fewest that are asked."""
        left = [s for s in ranked if s.id in self._left]
        shortest = sorted(self._left.values())
        reserve = sum(shortest[: max(0, FEWEST - len(self.scenarios) - 1)])
        fitting = (s for s in left if self.has_time_for(s, reserve))
        self.add(next(fitting, min(left, key=lambda s: self._needs[s.id])))


def select_follow_up(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """Three scenarios for a short repeat, first those that the module itself did not ask.

    Graded ones only, critical objectives first (PED-13); none where there are not three.
    """
    asked = set(select_scenarios(module, role, edition_id))
    critical = {objective.id for objective in module.critical_objectives}
    graded = [s for s in module.scenarios if Grade.BEST in reachable_grades(s)]
    graded.sort(
        key=lambda s: (
            s in asked,
            s.objective not in critical,
            _closeness(s, role, edition_id),
        )
    )
    return tuple(graded[:REPEATED]) if len(graded) >= REPEATED else ()


def more_cases(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """What the module itself did not ask, closest to the role's own work first."""
    asked = select_scenarios(module, role, edition_id)
    rest = (scenario for scenario in module.scenarios if scenario not in asked)
    return tuple(sorted(rest, key=lambda s: _closeness(s, role, edition_id)))


def _closeness(scenario: Scenario, role: RoleId, edition_id: str) -> tuple[int, str]:
    if role in scenario.roles:
        rank = 0
    elif scenario.is_for_everyone:
        rank = 1
    else:
        rank = 2
    return (rank, digest(f"{edition_id}:{role}:{scenario.id}"))
