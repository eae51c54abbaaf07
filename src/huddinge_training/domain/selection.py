"""Which scenarios of a module a person is asked: 5–8, by role, the same for the same edition."""

from huddinge_training.domain.canonical import digest
from huddinge_training.domain.course import Module, RoleId
from huddinge_training.domain.duration import reading_minutes, scenario_minutes
from huddinge_training.domain.scenario import Grade, Scenario

FEWEST = 5
MOST = 8
LONGEST_MINUTES = 12


def select_scenarios(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """The scenarios that the role is asked, closest to its own work first.

    Every critical objective is among them. The module stays within 12 minutes where
    five scenarios allow it (PED-10); without enough scenarios all are asked.
    """
    ranked = sorted(module.scenarios, key=lambda s: _closeness(s, role, edition_id))
    chosen: list[Scenario] = []
    for objective in module.critical_objectives:
        on_it = [s for s in ranked if s.objective == objective.id]
        chosen += on_it[:1]
    minutes = reading_minutes(module) + sum(scenario_minutes(s) for s in chosen)
    for scenario in ranked:
        if scenario in chosen:
            continue
        minutes += scenario_minutes(scenario)
        if len(chosen) >= MOST or (len(chosen) >= FEWEST and minutes > LONGEST_MINUTES):
            break
        chosen.append(scenario)
    return tuple(s for s in ranked if s in chosen)


def select_follow_up(module: Module, role: RoleId, edition_id: str) -> tuple[Scenario, ...]:
    """Three scenarios for a short repeat, first those that the module itself did not ask.

    Graded ones only, critical objectives first (PED-13).
    """
    asked = set(select_scenarios(module, role, edition_id))
    critical = {objective.id for objective in module.critical_objectives}
    graded = [s for s in module.scenarios if any(o.grade is Grade.BEST for o in s.options)]
    graded.sort(
        key=lambda s: (
            s in asked,
            s.objective not in critical,
            _closeness(s, role, edition_id),
        )
    )
    return tuple(graded[:3])


def _closeness(scenario: Scenario, role: RoleId, edition_id: str) -> tuple[int, str]:
    if role in scenario.roles:
        rank = 0
    elif scenario.is_for_everyone:
        rank = 1
    else:
        rank = 2
    return (rank, digest(f"{edition_id}:{role}:{scenario.id}"))
