"""When led sessions add up to a module, and what is missing until then."""

from datetime import date
from itertools import permutations

import pytest
from examples import make_module, make_scenario

from huddinge_training.domain.group_record import (
    Attended,
    covered_objectives,
    group_progress,
)
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.scenario import ObjectiveId

MODULE = make_module(
    "nycklar", scenarios=[make_scenario(f"fall-{objective}", objective) for objective in "ABC"]
)


def attended(day: int, *objectives: str, module_id: str = MODULE.id) -> Attended:
    """Somebody was at a session in March that talked about these objectives."""
    return Attended(
        session_id=f"session-{day}",
        person_id=PersonId("asa"),
        unit_code="SK-1",
        module_id=MODULE.id if module_id == MODULE.id else make_module(module_id).id,
        edition_id="2026.1",
        module_hash="f" * 64,
        objectives=tuple(ObjectiveId(objective) for objective in objectives),
        attended_on=date(2026, 3, day),
        app_version="1.0",
    )


def test_an_entry_is_read_as_it_was_written() -> None:
    entry = attended(2, "A", "B")

    assert Attended.from_content(entry.content()) == entry
    assert entry.content()["mode"] == "grupp"


def test_an_entry_whose_objectives_are_no_list_is_refused() -> None:
    with pytest.raises(TypeError):
        Attended.from_content({**attended(2, "A").content(), "objectives": "A"})


def test_a_session_covers_the_objectives_of_its_cases_in_the_modules_order() -> None:
    cases = [MODULE.scenarios[2], MODULE.scenarios[0]]

    assert covered_objectives(MODULE, cases) == ("A", "C")


def test_until_all_is_covered_it_says_what_is_missing() -> None:
    progress = group_progress(MODULE, [attended(2, "B")])

    assert progress.covered == ("B",)
    assert progress.missing == ("A", "C")
    assert progress.completed_on is None


def test_short_meetings_add_up_on_the_day_of_the_last_missing_objective() -> None:
    entries = [attended(2, "A"), attended(9, "B"), attended(16, "C"), attended(23, "A", "B", "C")]

    for order in permutations(entries):
        progress = group_progress(MODULE, order)
        assert progress.missing == ()
        assert progress.completed_on == date(2026, 3, 16)


def test_another_module_and_unknown_objectives_do_not_count() -> None:
    entries = [attended(2, "A", "B", "Z"), attended(3, "C", module_id="dorrar")]

    assert group_progress(MODULE, entries).missing == ("C",)
