"""*Träffar*: who is offered it, plans as files, and a meeting that was interrupted."""

from pathlib import Path

import pytest
from examples import FakeClock
from PySide6.QtWidgets import QPlainTextEdit
from ui.desktop import Desktop, OpenDesktop, sources_of
from ui.meetings import (
    go_to,
    join,
    leading,
    plan,
    press,
    room_words,
    start,
    store_manager,
    vote,
)

from huddinge_training.domain.attendance import Presence
from huddinge_training.domain.group_plan import Expected, StepKind
from huddinge_training.services.group_packages import read_plan
from huddinge_training.services.workspace import Sources


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The home page of a manager."""
    store_manager(sources)
    return open_desktop(sources)


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
    [saved] = desktop.workspace.group_sessions.plans()
    press(desktop, f"plan_{saved.id}", "remove_plan")
    assert desktop.workspace.group_sessions.plans() == []
    assert not desktop.has(f"plan_{saved.id}")


def test_after_a_crash_the_meeting_goes_on_with_its_list_but_not_its_votes(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    live = start(desktop)
    live.act(lambda s: s.attendance.add_guest("Bo Ek", "0043"))
    vote(desktop, join(live, 6), StepKind.VOTE_1)
    go_to(desktop, StepKind.TALK)
    stored = desktop.workspace.group_sessions.unfinished
    desktop.wait_until(lambda: any(s.kept.place == 4 for s in stored()))
    desktop.close()

    again = open_desktop(sources)
    press(again, "rail_meetings")
    [session] = again.workspace.group_sessions.unfinished()
    press(again, f"resume_{session.id}")
    assert again.has("lost_votes")
    state = leading(again).led.live.look(lambda s: (s.step.kind, s.attendance.attendees[0]))
    assert state[0] is StepKind.TALK
    assert state[1].presence is Presence.HERE
    assert "Prata tre och tre" in room_words(again)


def test_an_interrupted_meeting_can_be_thrown_away(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    start(desktop)
    desktop.close()
    again = open_desktop(sources)
    press(again, "rail_meetings")
    [session] = again.workspace.group_sessions.unfinished()
    press(again, f"give_up_{session.id}")
    assert again.workspace.group_sessions.unfinished() != []
    again.dialogs.is_confirmed = True
    press(again, f"give_up_{session.id}")
    assert again.workspace.group_sessions.unfinished() == []


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
