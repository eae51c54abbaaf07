"""Real phones, as far as a browser is one: a session is played in Chromium, in every weather."""

import pytest
from phone.room import close_vote, go, make_live, open_vote, room
from playwright.sync_api import Browser, expect
from program.phone_browser import Phones, choose, switch, vote

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.outcome import Precision, Step
from huddinge_training.domain.scenario import OptionId
from huddinge_training.phone.server import PhoneServer
from huddinge_training.phone.words import words_in

pytestmark = pytest.mark.needs_chromium

SV, EN, AR = words_in("sv"), words_in("en"), words_in("ar")
LARGEST_VISIT = 50_000


# --- A session from beginning to end --------------------------------------------------------------


def test_five_phones_and_a_facilitator_play_a_session(phones: Phones) -> None:
    live = phones.room.live
    pages = [phones.join() for _ in range(5)]
    assert live.numbers.phones == 5
    for page in pages:
        expect(page.locator("h1")).to_have_text(SV["ground_rules"])
    go(live, StepKind.READ)
    for page in pages:
        expect(page.locator(".situation")).to_be_visible()
    for kind, letters in ((StepKind.VOTE_1, "aaabb"), (StepKind.VOTE_2, "aaaab")):
        go(live, kind)
        for page in pages:
            expect(page.locator(".lead")).to_have_text(SV["do_vote_soon"])
        live.act(lambda session: session.open_vote())
        for page, letter in zip(pages, letters, strict=True):
            vote(page, "c")
            vote(page, letter)
        assert live.numbers.voted == 5
        close_vote(live)
        for page in pages:
            expect(page.locator(".lead")).to_have_text(SV["do_vote_closed"])
            expect(page.locator("#status")).to_be_empty()
    go(live, StepKind.REVEAL)
    first, second = live.act(lambda session: session.reveal(0))
    assert first is not None and first.precision is Precision.STEPS and first.steps is not None
    assert first.steps[OptionId("a")] is Step.MANY
    assert second is not None and second.total == 5
    live.end()
    for page in pages:
        expect(page.locator("h1")).to_have_text(SV["over"])


def test_the_whole_visit_weighs_less_than_fifty_kilobytes(phones: Phones) -> None:
    open_vote(phones.room.live)
    vote(phones.join(), "a")
    assert 5_000 < phones.visit.size < LARGEST_VISIT


# --- Weather ----------------------------------------------------------------------------------


def test_a_reload_keeps_the_seat_and_the_vote(phones: Phones) -> None:
    open_vote(phones.room.live)
    page = phones.join()
    vote(page, "b")
    page.reload()
    expect(page.locator("#o-b")).to_be_checked()
    expect(page.locator("#status")).to_contain_text(SV["received"])
    assert (phones.room.live.numbers.phones, phones.room.voted) == (1, 1)


def test_a_vote_without_network_arrives_when_it_is_back(phones: Phones) -> None:
    open_vote(phones.room.live)
    page = phones.join()
    page.context.set_offline(True)
    choose(page, "b")
    page.locator("button.primary").click()
    expect(page.locator("#contact")).to_have_text(SV["not_sent"])
    expect(page.locator("#status")).to_be_empty()
    assert phones.room.voted == 0
    page.context.set_offline(False)
    expect(page.locator("#status")).to_contain_text(SV["received"])
    expect(page.locator("#contact")).to_be_empty()
    assert phones.room.voted == 1


def test_a_vote_that_comes_too_late_is_not_counted_in_the_next_voting(phones: Phones) -> None:
    live = phones.room.live
    open_vote(live)
    page = phones.join()
    page.context.set_offline(True)
    choose(page, "a")
    page.locator("button.primary").click()
    expect(page.locator("#contact")).to_have_text(SV["not_sent"])
    close_vote(live)
    open_vote(live, StepKind.VOTE_2)
    page.context.set_offline(False)
    expect(page.locator(".kicker")).to_have_text(SV["vote_2"])
    expect(page.locator(".problem")).to_have_text(
        SV.errors["That voting has ended. Look at the question and vote again."]
    )
    assert live.numbers.voted == 0
    vote(page, "a")
    assert live.numbers.voted == 1


def test_a_phone_that_was_away_catches_up_by_itself(phones: Phones) -> None:
    live, server = phones.room.live, phones.room.server
    page = phones.join()
    server.close()
    expect(page.locator("#contact")).to_have_text(SV["offline"])
    open_vote(live)
    phones.room.server = PhoneServer("127.0.0.1", live, server.port)
    expect(page.locator(".kicker")).to_have_text(SV["vote_1"], timeout=15_000)
    expect(page.locator("#contact")).to_be_empty()
    vote(page, "c")
    assert live.numbers.phones == 1


def test_two_tabs_are_one_phone_with_one_vote(phones: Phones) -> None:
    open_vote(phones.room.live)
    first = phones.join()
    second = first.context.new_page()
    second.goto(phones.room.server.join_url)
    expect(second.locator("legend")).to_be_visible()
    vote(first, "a")
    vote(second, "b")
    assert (phones.room.live.numbers.phones, phones.room.voted) == (1, 1)
    first.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(first.locator("#o-b")).to_be_checked()


def test_the_back_button_takes_no_second_seat(phones: Phones) -> None:
    page = phones.join()
    page.goto("about:blank")
    page.go_back()
    expect(page.locator("h1")).to_have_text(SV["ground_rules"])
    assert phones.room.live.numbers.phones == 1


def test_leaving_gives_the_seat_back_and_forgets_the_phone(phones: Phones) -> None:
    page = phones.join()
    page.locator("#foot button").click()
    expect(page.locator("#status")).to_contain_text(SV["left"])
    page.reload()
    expect(page.locator("h1")).to_have_text(SV["join_title"])
    assert phones.room.live.numbers.phones == 0
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


# --- Languages --------------------------------------------------------------------------------


def test_the_language_changes_in_the_middle_and_the_vote_stays(phones: Phones) -> None:
    open_vote(phones.room.live)
    page = phones.join()
    choose(page, "b")
    switch(page, AR.name)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#o-b")).to_be_checked()
    expect(page.locator("#menu summary")).to_be_focused()
    page.locator("button.primary").click()
    expect(page.locator("#status")).to_contain_text(AR["received"])
    page.locator("#switch").click()
    expect(page.locator("legend")).to_have_text("What do you do?")
    switch(page, EN.name)
    expect(page.locator("#status")).to_contain_text(EN["received"])
    expect(page.locator("#o-b")).to_be_checked()
    page.reload()
    expect(page.locator("#status")).to_be_visible()
    assert (phones.room.live.numbers.phones, phones.room.voted) == (1, 1)


def test_a_chosen_language_outlives_a_reload(phones: Phones) -> None:
    page = phones.join()
    switch(page, AR.name)
    expect(page.locator("h1")).to_have_text(AR["ground_rules"])
    page.reload()
    expect(page.locator("h1")).to_have_text(AR["ground_rules"])


# --- Without script, by keyboard, on a small screen ---------------------------------------------


def test_without_script_forms_do_the_same(phones: Phones) -> None:
    live = phones.room.live
    page = phones.join(java_script_enabled=False)
    open_vote(live)
    notice = page.frame_locator("iframe.pulse")
    expect(notice.locator("p")).to_have_text(SV["news_waiting"], timeout=15_000)
    page.locator("button", has_text=SV["refresh"]).click()
    vote(page, "b")
    vote(page, "c")
    page.reload()
    expect(page.locator("#o-c")).to_be_checked()
    switch(page, EN.name)
    expect(page.locator("#status")).to_contain_text(EN["received"])
    close_vote(live)
    page.locator("button", has_text=EN["refresh"]).click()
    expect(page.locator(".lead")).to_have_text(EN["do_vote_closed"])
    assert (live.numbers.phones, live.numbers.voted) == (1, 1)


def test_the_keyboard_is_enough(phones: Phones) -> None:
    page = phones.new().new_page()
    page.goto(f"http://{phones.room.server.typed_address}/")
    page.locator("#code").focus()
    page.keyboard.type(phones.room.live.code)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    open_vote(phones.room.live)
    expect(page.locator("legend")).to_be_visible()
    page.locator("#o-a").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator("button.primary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text(SV["received"])
    expect(page.locator("#o-b")).to_be_checked()
    page.locator("#menu summary").press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#menu form")).to_be_hidden()


# --- The list at the door -------------------------------------------------------------------------


def test_checking_in_leaves_nothing_on_the_phone_and_knows_no_vote(phones: Phones) -> None:
    open_vote(phones.room.live)
    page = phones.join()
    vote(page, "a")
    door = page.context.new_page()
    door.goto(phones.room.server.check_in_url)
    door.locator("#number").fill("0042")
    door.locator("button.primary").click()
    expect(door.locator("#status")).to_contain_text(SV["checked_in"])
    assert door.locator("script").count() == 0
    assert door.evaluate("sessionStorage.length + localStorage.length") == 0
    assert phones.room.voted == 1


def test_more_phones_than_people_are_told_whom_to_ask(chromium: Browser) -> None:
    with room(make_live(people=1)) as classroom:
        phones = Phones(chromium, classroom)
        phones.join()
        late = phones.new().new_page()
        late.goto(classroom.server.join_url)
        late.locator("button.primary").click()
        expect(late.locator(".problem")).to_contain_text("Be ledaren")
        expect(late.locator("#code")).to_have_value(classroom.live.code)
        phones.close()
