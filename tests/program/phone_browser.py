"""Phones that are contexts of Chromium, and what went over the wire to them."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files

from phone.room import Room
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright

NARROW = {"width": 320, "height": 640}
# A refused form is an answer, not an error of the page.
EXPECTED_IN_CONSOLE = re.compile(r"status of 4\d\d|net::ERR_(INTERNET_DISC|CONNECTION_REF|INCOMPL)")


@contextmanager
def debians_chromium() -> Iterator[Browser]:
    """The browser of the system."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """What went over the wire, and what the browser complained of."""

    urls: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    size: int = 0

    def watch(self, context: BrowserContext) -> None:
        """Notes from now on."""
        context.on("console", lambda m: self._heard(m.type, m.text))
        context.on("weberror", lambda e: self.complaints.append(str(e.error)))
        context.on("request", lambda request: self.urls.append(request.url))
        context.on("response", self._weigh)

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not EXPECTED_IN_CONSOLE.search(text):
            self.complaints.append(text)

    def _weigh(self, response: Response) -> None:
        if not response.url.endswith("/events"):
            sizes = response.request.sizes()
            self.size += sizes["responseBodySize"] + sizes["responseHeadersSize"]


class Phones:
    """Phones in a room; each is a browser context of its own."""

    def __init__(self, browser: Browser, classroom: Room) -> None:
        self._browser = browser
        self.room = classroom
        self.visit = Visit()
        self._contexts: list[BrowserContext] = []

    def new(self, **settings: object) -> BrowserContext:
        """A phone that has never been here."""
        asked = {"locale": "sv-SE", "viewport": NARROW, **settings}
        context = self._browser.new_context(**asked)  # type: ignore[arg-type]
        self.visit.watch(context)
        self._contexts.append(context)
        return context

    def join(self, **settings: object) -> Page:
        """A phone that scans the code and presses the button."""
        return join(self.new(**settings).new_page(), self.room)

    def close(self) -> None:
        """Puts all phones away; they have kept no cookie."""
        for context in self._contexts:
            assert context.cookies() == []
            context.close()


def join(page: Page, classroom: Room) -> Page:
    """Scans the code and presses the button."""
    page.goto(classroom.server.join_url)
    page.locator("button.primary").click()
    expect(page.locator("#foot form")).to_be_visible()
    return page


def choose(page: Page, letter: str) -> None:
    """Touches an option."""
    page.locator(".option label").nth("abc".index(letter)).click()


def vote(page: Page, letter: str) -> None:
    """Touches an option and the button, and sees that the vote has arrived."""
    choose(page, letter)
    page.locator("button.primary").click()
    expect(page.locator("#status .tick")).to_be_visible()
    expect(page.locator(f"#o-{letter}")).to_be_checked()


def is_wide(page: Page) -> bool:
    """Whether the page has to be scrolled sideways."""
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


def switch(page: Page, name: str) -> None:
    """Chooses a language in the menu."""
    page.locator("#menu summary").click()
    page.locator("#menu button", has_text=re.compile(f"^{name}$")).click()


def serious_findings(page: Page) -> list[tuple[str, str]]:
    """What axe finds that is serious: the rule, and where."""
    # The script alone, without the package's own Python: that has no types.
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = json.loads(page.evaluate("axe.run().then(found => JSON.stringify(found.violations))"))
    return [
        (violation["id"], violation["nodes"][0]["html"])
        for violation in found
        if violation["impact"] in ("serious", "critical")
    ]
