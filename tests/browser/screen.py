"""Steps of a person at the screen."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

READY = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'


class Watch:
    """Notes requests that leave the server and errors of the console."""

    def __init__(self, page: Page, address: str):
        self.away, self.errors = [], []
        own = urlsplit(address).netloc
        page.on("request", lambda r: self.away.append(r.url) if r.url.startswith(("http", "ws")) and urlsplit(r.url).netloc != own else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("console", lambda m: self.errors.append(f"{m.text} {m.location}") if m.type == "error" else None)

    def assert_clean(self) -> None:
        assert self.away == []
        assert self.errors == []


def idle(page: Page) -> None:
    """Waits until the script has run and nothing stale is on the page."""
    page.wait_for_selector(READY, timeout=60_000)
    page.wait_for_timeout(300)
    page.wait_for_selector(READY, timeout=60_000)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def still(place: Locator) -> dict:
    """Where something stands once it no longer moves: charts below the first are drawn after it and push what follows down."""
    box, kept = None, 0
    for _look in range(100):
        now = place.bounding_box()
        kept = kept + 1 if now is not None and now == box else 0
        if kept >= 5:
            return now
        box = now
        place.page.wait_for_timeout(150)
    raise AssertionError(f"it does not stand still: {box}")


def opened(page: Page, url: str) -> Page:
    """Opens an address; a page that has not started yet looks as idle as one that is done, so the first thing drawn is waited for."""
    page.goto(url)
    page.locator('[data-testid="stMainBlockContainer"] [data-testid="stElementContainer"]').first.wait_for(state="attached", timeout=60_000)
    idle(page)
    return page


def go_to(page: Page, title: str) -> None:
    """Follows a link of the menu; one that is not in the row stands behind the last word of it."""
    expect(page.locator(".st-key-menu a").first).to_be_visible()
    link = page.locator(".st-key-menu a").filter(has_text=title)
    if not link.count():
        page.locator(".st-key-menu_data button").click()
        link = page.get_by_role("menuitem").filter(has_text=title)
    link.click()
    idle(page)


def chosen(page: Page, key: str, option: str) -> None:
    """Picks an option of a selectbox."""
    page.locator(f".st-key-{key}").get_by_role("combobox").click()
    page.get_by_role("option", name=option, exact=True).click()
    idle(page)


def sign_in(page: Page, name: str, password: str) -> None:
    """Fills in the form and sends it; the page is loaded anew."""
    page.locator("input[name=pb_name], .st-key-sign_in button").first.wait_for()
    if not page.locator("input[name=pb_name]").count():
        page.locator(".st-key-sign_in button").click()
    page.locator("input[name=pb_name]").fill(name)
    page.locator("input[name=pb_password]").fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    idle(page)


def press(page: Page, button: Locator, sign: Locator, words: str) -> None:
    """Presses a button until `sign` shows the words; a press that lands while a rerun replaces the button is lost, so twice."""
    for _attempt in range(2):
        button.click()
        page.wait_for_timeout(1000)
        idle(page)
        try:
            expect(sign).to_contain_text(words, timeout=10_000)
            return
        except AssertionError:
            continue
    expect(sign).to_contain_text(words)


def sideways(page: Page) -> int:
    """By how many pixels the page can be scrolled sideways."""
    return page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
