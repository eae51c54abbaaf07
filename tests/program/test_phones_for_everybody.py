"""The phone page on a small screen, with large letters, to a screen reader, light and dark."""

import pytest
from phone.room import go, open_vote
from playwright.sync_api import expect
from program.phone_browser import Phones, is_wide, join, serious_findings, vote

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.phone.words import words_in

pytestmark = pytest.mark.needs_chromium

SV = words_in("sv")
SMALLEST_TARGET = 48


def test_everything_that_is_pressed_is_large_enough(phones: Phones) -> None:
    page = phones.new().new_page()
    page.goto(phones.room.server.join_url)
    size = page.locator("#code").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 36
    seen: set[str] = set()

    def measure() -> None:
        assert not is_wide(page)
        page.locator("#menu").evaluate("menu => { menu.open = true }")
        for target in page.locator("button, summary, .option label, input[type=text]").all():
            box = target.bounding_box()
            assert box is not None and box["height"] >= SMALLEST_TARGET, target.inner_text()
            seen.add(target.evaluate("e => e.tagName"))
        page.locator("#menu").evaluate("menu => { menu.open = false }")

    measure()
    join(page, phones.room)
    measure()
    open_vote(phones.room.live)
    expect(page.locator("legend")).to_be_visible()
    measure()
    page.goto(phones.room.server.check_in_url)
    measure()
    assert seen == {"BUTTON", "SUMMARY", "LABEL", "INPUT"}


def test_it_can_be_read_at_twice_the_size(phones: Phones) -> None:
    open_vote(phones.room.live)
    page = phones.join()
    page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")
    assert not is_wide(page)
    vote(page, "a")


def test_it_can_be_turned_on_its_side_and_keeps_what_is_chosen(phones: Phones) -> None:
    open_vote(phones.room.live)
    page = phones.join()
    page.locator("label").first.click()
    for width, height in ((640, 320), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        assert not is_wide(page)
        expect(page.locator("legend")).to_be_visible()
        expect(page.locator("input[type=radio]").first).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["sv-SE", "ar"])
def test_axe_finds_nothing_serious_on_any_page(phones: Phones, scheme: str, locale: str) -> None:
    live, home = phones.room.live, f"http://{phones.room.server.typed_address}"
    page = phones.new(color_scheme=scheme, locale=locale).new_page()
    checked: list[str] = []

    def check(name: str) -> None:
        assert serious_findings(page) == [], name
        checked.append(name)

    page.goto(home)
    check("join")
    page.locator("#code").fill("x")
    page.locator("button.primary").click()
    expect(page.locator(".problem")).to_be_visible()
    check("wrong code")
    join(page, phones.room)
    for kind in StepKind:
        go(live, kind)
        expect(page.locator(f"#view[data-step*={kind}]")).to_be_visible()
        check(kind)
    open_vote(live)
    expect(page.locator("legend")).to_be_visible()
    check("voting")
    vote(page, "a")
    check("voted")
    page.locator("#menu summary").click()
    check("languages")
    live.end()
    expect(page.locator("#view[data-state=over]")).to_be_visible()
    check("over")
    for path in ("/narvaro", "/pulse?v=0", "/nowhere"):
        page.goto(home + path)
        check(path)
    assert len(checked) == len(StepKind) + 9


def test_what_changes_is_read_out(phones: Phones) -> None:
    page = phones.join()
    go(phones.room.live, StepKind.READ)
    expect(page.locator("#news")).to_contain_text(SV["read"])
    assert page.locator("#news").get_attribute("role") == "status"
    assert page.locator("#status").get_attribute("role") == "status"
