"""The facilitator's page: steps, votes, typed counts, hints, the clock, and the agreement."""

from dataclasses import replace

import pytest
from examples import FakeClock
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.meetings import (
    go_to,
    join,
    leading,
    press,
    room_words,
    start,
    store_manager,
    unfinished,
    vote,
)

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.scenario import Kind
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.facilitator.plan_page import PlanDraft
from huddinge_training.ui.facilitator.rehearsal import PHONES
from huddinge_training.ui.facilitator.tablet_window import TabletWindow


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The home page of a manager."""
    store_manager(sources)
    return open_desktop(sources)


@pytest.fixture
def live(desktop: Desktop) -> LiveSession:
    """A meeting that has begun."""
    return start(desktop)


def kind(live: LiveSession) -> StepKind:
    return live.look(lambda s: s.step.kind)


def test_the_steps_go_on_and_back_by_buttons_and_by_keys(
    desktop: Desktop, live: LiveSession
) -> None:
    press(desktop, "on")
    assert kind(live) is StepKind.READ
    desktop.press(Key.Key_Right, Modifier.ControlModifier)
    assert kind(live) is StepKind.THINK
    desktop.press(Key.Key_Left, Modifier.ControlModifier)
    press(desktop, "back")
    assert kind(live) is StepKind.GROUND_RULES
    assert not desktop.has("back")


def test_every_step_can_be_jumped_to(desktop: Desktop, live: LiveSession) -> None:
    for place in range(len(live.look(lambda s: s.steps)) - 1):
        press(desktop, f"step_{place}")
        assert live.look(lambda s: s.place) == place
        assert "här är vi" in desktop.find(QPushButton, f"step_{place}").text()


def test_every_step_is_kept_without_being_asked(desktop: Desktop, live: LiveSession) -> None:
    assert not live.is_over
    go_to(desktop, StepKind.PLENARY)
    desktop.wait_until(lambda: unfinished(desktop)[0].kept.place == 5)


def test_only_how_many_have_voted_is_seen_before_the_result(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 7)
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote")
    options = live.look(lambda s: s.scenario.options if s.scenario else ())
    for phone in phones:
        live.vote(phone, options[0].id)
    desktop.wait_until(lambda: "7 av 12 har röstat" in desktop.words("voted"))
    assert "7 telefoner, 12 personer" in desktop.words("phones")
    press(desktop, "close_vote")
    assert "7" in desktop.words("voted")
    assert not desktop.has("reveal")


def test_an_open_vote_keeps_the_room_where_it_is(desktop: Desktop, live: LiveSession) -> None:
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote", "on")
    assert kind(live) is StepKind.VOTE_1
    assert "Stäng" in desktop.words("page_message")


def test_a_vote_that_is_opened_again_has_forgotten_the_first(
    desktop: Desktop, live: LiveSession
) -> None:
    vote(desktop, join(live, 6), StepKind.VOTE_1)
    press(desktop, "reopen_vote")
    assert "0 av 12" in desktop.words("voted")


def test_cards_are_counted_with_plus_and_minus(desktop: Desktop, live: LiveSession) -> None:
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote", "typed_0_more", "typed_0_more", "typed_1_more", "typed_0_fewer")
    desktop.wait_until(lambda: desktop.words("typed_0_number") == "1")
    assert "2 av 12" in desktop.words("voted")
    press(desktop, "typed_1_fewer", "typed_1_fewer")
    ballot = live.look(lambda s: s.ballot)
    assert ballot is not None
    assert list(ballot.typed.values())[:2] == [1, 0]


def test_a_few_phones_beside_cards_are_asked_to_vote_the_same_way(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 2)
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote", "typed_0_more")
    assert not desktop.has("one_way")
    live.vote(phones[0], live.look(lambda s: s.scenario.options if s.scenario else ())[0].id)
    desktop.wait_for("one_way")


def test_the_result_is_kept_as_seen_before_it_is_shown(desktop: Desktop, live: LiveSession) -> None:
    phones = join(live, 10)
    vote(desktop, phones, StepKind.VOTE_1)
    vote(desktop, phones, StepKind.VOTE_2)
    go_to(desktop, StepKind.REVEAL)
    assert "Resultatet visas snart" in room_words(desktop)
    press(desktop, "reveal")
    desktop.wait_for("shown")
    [stored] = unfinished(desktop)
    assert stored.kept.seen == ((0, 0), (0, 1))
    assert "10 (100 %)" in room_words(desktop)


def test_after_an_early_result_the_later_vote_can_be_shown_beside_it(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 10)
    vote(desktop, phones, StepKind.VOTE_1)
    go_to(desktop, StepKind.REVEAL)
    assert "exakt samma telefoner" in desktop.words("early")
    press(desktop, "reveal")
    desktop.wait_for("shown")
    assert not desktop.has("reveal")
    go_to(desktop, StepKind.VOTE_2)
    assert "exakt samma telefoner" in desktop.words("bound")
    vote(desktop, phones, StepKind.VOTE_2, choice=1)
    assert not desktop.has("barred")
    go_to(desktop, StepKind.REVEAL)
    assert "Andra omröstningen" not in room_words(desktop)
    assert desktop.find(QPushButton, "reveal").text() == "Visa båda resultaten"
    press(desktop, "reveal")
    desktop.wait_until(lambda: "Andra omröstningen: 10 röster" in room_words(desktop))
    assert "Första omröstningen: 10 röster" in room_words(desktop)
    assert not desktop.has("reveal")
    assert not desktop.has("gap")


def test_why_only_one_vote_is_shown_is_told_without_telling_how_many_or_who(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 12)
    vote(desktop, phones[:11], StepKind.VOTE_1)
    vote(desktop, phones, StepKind.VOTE_2)
    go_to(desktop, StepKind.REVEAL)
    assert not desktop.has("gap")
    press(desktop, "reveal")
    desktop.wait_for("gap")
    why = desktop.words("gap")
    assert "Bara den andra omröstningen visas" in why
    assert why in room_words(desktop)
    assert not any(letter.isdigit() for letter in why)


def test_a_vote_of_others_after_the_result_is_said_not_to_be_shown(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 12)
    vote(desktop, phones, StepKind.VOTE_1)
    go_to(desktop, StepKind.REVEAL)
    press(desktop, "reveal")
    desktop.wait_for("shown")
    vote(desktop, phones[1:], StepKind.VOTE_2)
    assert "Öppna den igen" in desktop.words("barred")
    go_to(desktop, StepKind.REVEAL)
    assert not desktop.has("reveal")
    assert "Bara den första omröstningen visas" in desktop.words("gap")
    assert "Bara den första omröstningen visas" in room_words(desktop)


def test_two_votes_of_too_few_are_not_said_to_be_on_the_big_picture(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 4)
    vote(desktop, phones, StepKind.VOTE_1)
    vote(desktop, phones, StepKind.VOTE_2)
    go_to(desktop, StepKind.REVEAL)
    press(desktop, "reveal")
    desktop.wait_for("gap")
    assert "För få röster" in desktop.words("gap")
    assert not desktop.has("shown")
    assert not desktop.has("reveal")


def test_a_result_that_could_not_be_kept_as_seen_can_be_asked_for_again(
    desktop: Desktop, live: LiveSession
) -> None:
    vote(desktop, join(live, 10), StepKind.VOTE_1)
    live.act(lambda session: session.reveal(0))
    go_to(desktop, StepKind.REVEAL)
    press(desktop, "reveal")
    desktop.wait_for("shown")


def test_perspectives_come_one_at_a_time(desktop: Desktop, live: LiveSession) -> None:
    go_to(desktop, StepKind.PLENARY)
    scenario = live.look(lambda s: s.scenario)
    assert scenario is not None
    first, second = scenario.perspectives[:2]
    press(desktop, "perspective")
    assert first.stake.sv in room_words(desktop)
    assert second.stake.sv not in room_words(desktop)
    press(desktop, "perspective")
    assert second.stake.sv in room_words(desktop)


def test_how_many_are_here_can_be_changed(desktop: Desktop, live: LiveSession) -> None:
    press(desktop, "people_more", "people_more", "people_fewer")
    desktop.wait_until(lambda: desktop.words("people_number") == "13")
    assert live.look(lambda s: s.people_present) == 13


def test_the_clock_says_how_far_the_plan_is(
    desktop: Desktop, live: LiveSession, clock: FakeClock
) -> None:
    assert not live.is_over
    clock.wait(seconds=7 * 60)
    go_to(desktop, StepKind.VOTE_1)
    assert desktop.words("pace") == "7 min in. Planen säger 5 min här."


def test_the_agreement_is_shown_and_a_wrong_one_is_refused_at_its_field(
    desktop: Desktop, live: LiveSession
) -> None:
    go_to(desktop, StepKind.AGREEMENT)
    desktop.fill("agreement", "Fråga 19811218-9876")
    desktop.press(Key.Key_Return)
    assert "personnummer" in desktop.words("agreement_problem")
    press(desktop, "on")
    assert kind(live) is StepKind.AGREEMENT
    desktop.fill("agreement", "Vi frågar först.")
    press(desktop, "on")
    assert live.look(lambda s: s.agreement) == "Vi frågar först."
    press(desktop, "went_back")
    assert desktop.find(QLineEdit, "agreement").text() == "Vi frågar först."
    assert "Vi frågar först." in room_words(desktop)


def test_b_is_a_letter_while_one_writes(desktop: Desktop, live: LiveSession) -> None:
    assert not live.is_over
    go_to(desktop, StepKind.AGREEMENT)
    desktop.tab_to("agreement")
    desktop.press(Key.Key_B)
    assert desktop.find(QLineEdit, "agreement").text() == "b"
    assert not leading(desktop).stage.window.view.is_blank


class TestACaseWithARightAnswer:
    @pytest.fixture
    def live(self, desktop: Desktop) -> LiveSession:
        """A meeting about a case of a rule."""
        press(desktop, "rail_meetings", "new_plan")
        sessions = desktop.workspace.group_sessions
        choice = next(c for c in sessions.choices() if c.scenario.kind is Kind.RULE)
        draft = desktop.page.draft()
        assert isinstance(draft, PlanDraft)
        source = f"module:{choice.module.id}"
        desktop.page.restore(replace(draft, source=source, cases=(choice.planned,)))
        press(desktop, "start_meeting")
        desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
        return leading(desktop).led.live

    def test_gives_a_hint_to_the_leader_alone_from_five_votes(
        self, desktop: Desktop, live: LiveSession
    ) -> None:
        vote(desktop, join(live, 5), StepKind.VOTE_1)
        press(desktop, "cue")
        desktop.wait_for("cue_words")
        assert "bästa svaret" in desktop.words("cue_words")
        assert "bästa svaret" not in room_words(desktop)
        assert not desktop.has("reopen_vote")

    def test_gives_none_below(self, desktop: Desktop, live: LiveSession) -> None:
        vote(desktop, join(live, 4), StepKind.VOTE_1)
        press(desktop, "cue")
        desktop.wait_for("cue_words")
        assert "för få röster" in desktop.words("cue_words")

    def test_gives_one_when_more_vote_the_next_time(
        self, desktop: Desktop, live: LiveSession
    ) -> None:
        phones = join(live, 12)
        vote(desktop, phones[:4], StepKind.VOTE_1)
        press(desktop, "cue")
        desktop.wait_for("cue_words")
        press(desktop, "reopen_vote")
        options = live.look(lambda s: s.scenario.options if s.scenario else ())
        for phone in phones:
            live.vote(phone, options[0].id)
        press(desktop, "close_vote")
        assert not desktop.has("cue_words")
        press(desktop, "cue")
        desktop.wait_for("cue_words")
        assert "bästa svaret" in desktop.words("cue_words")

    def test_is_not_voted_on_after_a_hint_and_an_interruption(
        self, desktop: Desktop, live: LiveSession, open_desktop: OpenDesktop, sources: Sources
    ) -> None:
        phones = join(live, 12)
        vote(desktop, phones, StepKind.VOTE_1)
        press(desktop, "cue")
        desktop.wait_for("cue_words")
        go_to(desktop, StepKind.VOTE_2)
        press(desktop, "open_vote")
        place = live.look(lambda s: s.place)
        desktop.wait_until(lambda: unfinished(desktop)[0].kept.place == place)
        desktop.close()

        again = open_desktop(sources)
        press(again, "rail_meetings", f"resume_{unfinished(again)[0].id}")
        again.wait_until(lambda: not leading(again).phones.is_opening)
        for kind in (StepKind.VOTE_1, StepKind.VOTE_2):
            go_to(again, kind)
            assert not again.has("open_vote")
            assert "ett tips" in again.words("lost_votes")
            assert "Prata i stället" in again.words("now_card")
            assert "Vi röstar inte här" in room_words(again)
            now = leading(again).led.live
            assert now.view(now.join(now.code)).stage is Stage.CLOSED
        go_to(again, StepKind.REVEAL)
        assert not again.has("reveal")
        assert "Vi har redan sett" not in room_words(again)
        assert "inget resultat kan visas" in room_words(again)


def test_a_rehearsal_has_twelve_phones_and_leaves_nothing(desktop: Desktop) -> None:
    press(desktop, "rail_meetings", "new_plan", "rehearse")
    assert desktop.has("rehearsal_bar")
    live = leading(desktop).led.live
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote")
    phones = leading(desktop).rehearsal
    assert phones is not None
    for _ in range(2 * PHONES):
        phones.tick()
    desktop.wait_until(lambda: "12 av 12" in desktop.words("voted"))
    press(desktop, "close_vote", "end_rehearsal")
    assert live.is_over
    assert unfinished(desktop) == []
    assert desktop.has("rehearse")


def test_a_tablet_goes_round_with_a_neutral_page_between_votes(
    desktop: Desktop, live: LiveSession
) -> None:
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote", "tablet")
    window = leading(desktop).tablet.window
    assert isinstance(window, TabletWindow)
    option = live.look(lambda s: s.scenario.options if s.scenario else ())[0].id

    def do(name: str) -> None:
        assert window is not None
        assert window.page is not None
        window.page.findChildren(QPushButton, name)[0].click()
        settle()

    def choose() -> None:
        assert window is not None
        assert window.page is not None
        window.page.findChildren(QRadioButton, f"radio_{option}")[0].setChecked(True)

    for _ in range(5):
        do("take_turn")
        do("tablet_vote")
        assert window.page is not None
        assert window.page.message is not None
        choose()
        do("tablet_vote")
        assert window.page.message is None
    assert live.numbers.voted == 5
    press(desktop, "close_vote")
    desktop.wait_until(lambda: leading(desktop).tablet.window is None)
    go_to(desktop, StepKind.VOTE_2)
    press(desktop, "open_vote", "tablet")
    window = leading(desktop).tablet.window
    assert window is not None
    do("take_turn")
    choose()
    do("tablet_vote")
    assert live.numbers.phones == 5, "the seats of the first vote serve the second"
    do("end_turns")
    assert leading(desktop).tablet.window is None
    assert live.numbers.stage is Stage.OPEN
