"""*Träffar*: who is offered it, plans as files, and a meeting that was interrupted."""

from dataclasses import replace
from pathlib import Path

import pytest
from examples import FakeClock
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from ui.desktop import Desktop, OpenDesktop, settle, sources_of
from ui.meetings import (
    MANAGER,
    go_to,
    join,
    leading,
    plan,
    press,
    room_words,
    start,
    store_manager,
    stored_plans,
    unfinished,
    vote,
    wait,
)
from ui.sharing import store_people

from huddinge_training.domain.attendance import Presence
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import Expected, PlannedCase, StepKind
from huddinge_training.domain.scenario import ScenarioId
from huddinge_training.services.group_packages import read_plan
from huddinge_training.services.workspace import Sources, Workspace


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The home page of a manager."""
    store_manager(sources)
    return open_desktop(sources)


def resume(desktop: Desktop) -> None:
    """Goes on with the meeting that was interrupted, until phones can join again."""
    press(desktop, "rail_meetings", f"resume_{unfinished(desktop)[0].id}")
    wait(desktop, lambda: not leading(desktop).phones.is_opening)


def test_a_manager_has_meetings_in_the_menu(desktop: Desktop) -> None:
    assert desktop.has("rail_meetings")


class TestSomebodyElse:
    @pytest.fixture
    def desktop(self, open_desktop: OpenDesktop, sources: Sources, person: object) -> Desktop:
        """The home page of somebody who is no manager."""
        assert person
        return open_desktop(sources)

    def test_has_no_meetings_but_can_open_a_plan(self, desktop: Desktop, tmp_path: Path) -> None:
        assert not desktop.has("rail_meetings")
        desktop.dialogs.opened = tmp_path / "missing.plan"
        press(desktop, "more_cases", "open_plan")
        assert "gick inte att öppna" in desktop.words("page_message")
        assert desktop.has("rail_meetings")


def test_a_plan_goes_to_another_computer_as_a_file(
    desktop: Desktop, open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    plan(desktop)
    desktop.fill("expected_people", "Bo Ek; 0043")
    file = tmp_path / "traff.plan"
    desktop.dialogs.path = file
    press(desktop, "save_file")
    assert read_plan(file).expected == (Expected("Bo Ek", "0043"),)

    (tmp_path / "room").mkdir()
    sources = sources_of(tmp_path / "room", FakeClock())
    store_manager(sources)
    room = open_desktop(sources)
    room.dialogs.opened = file
    press(room, "rail_meetings", "open_plan")
    assert room.find(QPlainTextEdit, "expected_people").toPlainText() == "Bo Ek; 0043"
    press(room, "start_meeting")
    assert leading(room).led.live.look(lambda s: s.people_present) == 1


def test_a_plan_that_was_saved_can_be_opened_and_removed(desktop: Desktop) -> None:
    plan(desktop)
    press(desktop, "save_plan")
    assert "sparad" in desktop.words("page_message")
    press(desktop, "went_back")
    [saved] = stored_plans(desktop)
    press(desktop, f"plan_{saved.id}", "remove_plan")
    assert stored_plans(desktop) == []
    assert not desktop.has(f"plan_{saved.id}")


def test_a_plan_that_cannot_be_kept_any_more_is_removed_all_the_same(desktop: Desktop) -> None:
    plan(desktop)
    press(desktop, "save_plan")
    [saved] = stored_plans(desktop)
    gone = PlannedCase(ModuleId("borta"), ScenarioId("borta"))
    desktop.workspace.group_sessions.save_plan(replace(saved, cases=(gone,)), desktop.person.id)
    press(desktop, "went_back", f"plan_{saved.id}")
    desktop.fill("plan_leader", "")
    press(desktop, "remove_plan")
    assert stored_plans(desktop) == []
    assert not desktop.has(f"plan_{saved.id}")


def test_an_older_file_of_a_plan_is_not_saved_over_the_newer_one(
    desktop: Desktop, tmp_path: Path
) -> None:
    plan(desktop)
    file = tmp_path / "traff.plan"
    desktop.dialogs.path = desktop.dialogs.opened = file
    press(desktop, "save_file")
    [older] = stored_plans(desktop)
    press(desktop, "went_back", "open_plan")
    assert desktop.has("remove_plan")
    desktop.fill("plan_title", "Nyare")
    press(desktop, "save_plan", "went_back", "open_plan")
    assert not desktop.has("remove_plan")
    press(desktop, "save_plan")
    newer = next(kept for kept in stored_plans(desktop) if kept.id == older.id)
    assert newer.title == "Nyare"
    assert [kept.title for kept in stored_plans(desktop)].count(older.title) == 1


def test_the_file_of_a_plan_is_named_in_the_language_of_the_window(desktop: Desktop) -> None:
    desktop.app.appearance.change(replace(desktop.preferences, language="en"))
    settle()
    plan(desktop)
    press(desktop, "save_file")
    [saved] = stored_plans(desktop)
    choices = desktop.workspace.group_sessions.choices()
    title = next(c for c in choices if c.planned == saved.cases[0]).scenario.title
    first_word = str(title.en).split()[0].casefold()
    assert title.sv.split()[0].casefold() != first_word
    assert Path(desktop.dialogs.suggested[-1]).name.startswith(first_word)


def test_who_opens_a_plan_of_nobody_has_it_alone(desktop: Desktop, sources: Sources) -> None:
    plan(desktop)
    press(desktop, "save_plan", "went_back")
    [old] = stored_plans(desktop)
    [bo] = store_people(sources, replace(MANAGER, name="Bo Ek", employee_number="00456"))
    database = desktop.workspace.database
    with database.atomic():
        database.connection.execute("UPDATE group_plans SET owner_id = NULL")
    press(desktop, f"plan_{old.id}")
    assert desktop.workspace.group_sessions.plans(bo.id) == []


def test_a_plan_that_a_colleague_opened_meanwhile_says_so(
    desktop: Desktop, sources: Sources
) -> None:
    plan(desktop)
    press(desktop, "save_plan", "went_back")
    [old] = stored_plans(desktop)
    [bo] = store_people(sources, replace(MANAGER, name="Bo Ek", employee_number="00456"))
    desktop.workspace.group_sessions.remove_plan(old.id, desktop.person.id)
    desktop.workspace.group_sessions.save_plan(old, bo.id)
    press(desktop, f"plan_{old.id}")
    assert "kollega" in desktop.words("page_message")


def test_after_a_crash_the_meeting_goes_on_with_its_list_but_not_its_votes(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    live = start(desktop)
    live.act(lambda s: s.attendance.add_guest("Bo Ek", "0043"))
    vote(desktop, join(live, 6), StepKind.VOTE_1)
    go_to(desktop, StepKind.TALK)
    desktop.wait_until(lambda: any(s.kept.place == 4 for s in unfinished(desktop)))
    desktop.close()

    again = open_desktop(sources)
    resume(again)
    assert again.has("lost_votes")
    state = leading(again).led.live.look(lambda s: (s.step.kind, s.attendance.attendees[0]))
    assert state[0] is StepKind.TALK
    assert state[1].presence is Presence.HERE
    assert "Prata tre och tre" in room_words(again)


def test_a_plan_without_a_title_of_its_own_is_named_in_the_language_of_the_window(
    desktop: Desktop,
) -> None:
    plan(desktop)
    press(desktop, "save_plan", "went_back")
    [saved] = stored_plans(desktop)
    choices = desktop.workspace.group_sessions.choices()
    title = next(c for c in choices if c.planned == saved.cases[0]).scenario.title
    opens = f"plan_{saved.id}"
    assert desktop.find(QPushButton, opens).accessibleName().endswith(title.sv)
    desktop.app.appearance.change(replace(desktop.preferences, language="en"))
    settle()
    assert title.en
    assert desktop.find(QPushButton, opens).accessibleName().endswith(title.en)


def test_a_meeting_that_a_colleague_has_closed_meanwhile_is_said_to_be_gone(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    start(desktop)
    desktop.close()
    again = open_desktop(sources)
    press(again, "rail_meetings")
    [session] = unfinished(again)
    with Workspace.open(sources) as elsewhere:
        elsewhere.group_sessions.close(session.id, again.person.id)
    press(again, f"resume_{session.id}")
    assert "kollega" in again.words("page_message")
    assert not again.has(f"resume_{session.id}")


def test_a_result_that_was_shown_before_a_crash_is_said_to_be_gone(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    live = start(desktop)
    phones = join(live, 10)
    vote(desktop, phones, StepKind.VOTE_1)
    vote(desktop, phones, StepKind.VOTE_2)
    go_to(desktop, StepKind.REVEAL)
    press(desktop, "reveal")
    desktop.wait_for("shown")
    desktop.close()

    again = open_desktop(sources)
    resume(again)
    assert "Gruppen hade redan sett ett resultat" in again.words("lost_votes")
    assert "Vi har redan sett ett resultat" in room_words(again)


def test_votes_that_nobody_saw_before_a_crash_are_voted_again(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    vote(desktop, join(start(desktop), 10), StepKind.VOTE_1)
    go_to(desktop, StepKind.REVEAL)
    desktop.wait_until(lambda: any(s.kept.place == 7 for s in unfinished(desktop)))
    desktop.close()

    again = open_desktop(sources)
    resume(again)
    assert "kan göra om båda omröstningarna" in again.words("lost_votes")
    go_to(again, StepKind.VOTE_1)
    press(again, "open_vote")
    assert again.has("close_vote")
    assert not again.has("lost_votes"), "nothing is missing any more"


def test_a_colleague_at_the_same_computer_sees_neither_plan_nor_interrupted_meeting(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    start(desktop)
    [mine] = stored_plans(desktop)
    [begun] = unfinished(desktop)
    desktop.close()
    store_people(sources, replace(MANAGER, name="Bo Ek", employee_number="00456"))

    shared = open_desktop(sources)
    shared.fill("identifier", "00456")
    shared.do("go_on")
    press(shared, "rail_meetings")
    assert not shared.has(f"plan_{mine.id}")
    assert not shared.has(f"resume_{begun.id}")


def test_an_interrupted_meeting_can_be_thrown_away(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    start(desktop)
    desktop.close()
    again = open_desktop(sources)
    press(again, "rail_meetings")
    [session] = unfinished(again)
    press(again, f"give_up_{session.id}")
    assert unfinished(again) != []
    again.dialogs.is_confirmed = True
    press(again, f"give_up_{session.id}")
    assert unfinished(again) == []


def test_the_meeting_goes_on_while_another_place_is_looked_at(desktop: Desktop) -> None:
    live = start(desktop)
    go_to(desktop, StepKind.READ)
    press(desktop, "rail_home")
    join(live, 2)
    press(desktop, "rail_meetings")
    assert "Läs" in desktop.words("page_heading")
    assert "2 telefoner" in desktop.words("phones")


def test_the_network_can_be_tested_without_a_meeting(desktop: Desktop) -> None:
    plan(desktop)
    press(desktop, "network", "test_network")
    desktop.wait_for("network_works")
    assert "127.0.0.1:" in desktop.words("network_works")
    press(desktop, "went_back")
    assert desktop.has("start_meeting")


def test_an_address_that_is_not_here_is_said_with_what_to_do(desktop: Desktop) -> None:
    plan(desktop)
    press(desktop, "network")
    desktop.fill("other_address", "203.0.113.9")
    press(desktop, "test_network")
    desktop.wait_for("network_problem")
    assert desktop.words("network_problem")
