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


def select_scenarios(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """The scenarios that the role is asked, closest to its own work first.

    Every critical objective is among them. The module stays within 12 minutes where
    five scenarios allow it (PED-10): what is close but too long waits under *Fler fall*.
    Above five, only what is close or for everybody fills up.
    """
    ranked = sorted(module.scenarios, key=lambda s: _closeness(s, role, edition_id))
    chosen: list[Scenario] = []
    for objective in module.critical_objectives:
        _add_fitting(chosen, [s for s in ranked if s.objective == objective.id], module)
    while len(chosen) < min(FEWEST, len(ranked)):
        _add_fitting(chosen, ranked, module)
    minutes = reading_minutes(module) + sum(map(scenario_minutes, chosen))
    for scenario in ranked:
        needed = scenario_minutes(scenario)
        is_close = role in scenario.roles or scenario.is_for_everyone
        if scenario in chosen or not is_close or minutes + needed > LONGEST_MINUTES:
            continue
        if len(chosen) == MOST:
            break
        chosen.append(scenario)
        minutes += needed
    return tuple(s for s in ranked if s in chosen)


def _add_fitting(chosen: list[Scenario], ranked: Sequence[Scenario], module: Module) -> None:
    """Adds the closest scenario that leaves time for the fewest that are asked."""
    left = [s for s in ranked if s not in chosen]
    if not left:
        return
    taken = reading_minutes(module) + sum(map(scenario_minutes, chosen))
    others = sorted(scenario_minutes(s) for s in module.scenarios if s not in chosen)
    reserve = sum(others[: max(0, FEWEST - len(chosen) - 1)])
    fitting = (s for s in left if taken + scenario_minutes(s) + reserve <= LONGEST_MINUTES)
    chosen.append(next(fitting, min(left, key=scenario_minutes)))


def select_follow_up(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """Three scenarios for a short repeat, first those that the module itself did not ask.

    Graded ones only, critical objectives first (PED-13).
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
    return tuple(graded[:3])


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
