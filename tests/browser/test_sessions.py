"""Signing in at a real browser: a reload keeps it, signing out ends it, and looking can be closed."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request

from playwright.sync_api import expect

from park.store import open_store, operator, settings
from tests.pages.conftest import fill

from .conftest import NAME, PASSWORD, serve
from .screen import idle, opened, sign_in


def test_a_reload_keeps_the_sign_in_and_signing_out_ends_it(page, address):
    opened(page, f"{address}/targets?month=2013-05")
    sign_in(page, NAME, PASSWORD)
    assert "month=2013-05" in page.url
    (cookie,) = [c for c in page.context.cookies() if c["name"].startswith("parkboard_")]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    page.reload()
    idle(page)
    expect(page.locator(".st-key-bar")).to_contain_text(NAME)
    page.locator(".st-key-bar").get_by_text(NAME).click()
    with page.expect_navigation():
        page.locator("form[action='session/end'] button").click()
    idle(page)
    expect(page.locator(".st-key-sign_in")).to_be_visible()
    page.context.add_cookies([cookie])
    page.reload()
    idle(page)
    expect(page.locator(".st-key-sign_in")).to_be_visible()


def test_another_sites_form_signs_nobody_in(address):
    body = urllib.parse.urlencode({"pb_name": NAME, "pb_password": PASSWORD}).encode()
    request = urllib.request.Request(f"{address}/session", body, {"Origin": "http://evil.example"})
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    assert answer.status == 403
    assert "set-cookie" not in answer.headers


def test_where_looking_needs_an_account_no_figure_is_shown_before(page, tmp_path):
    path = tmp_path / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        settings.put(store, settings.VIEWING, settings.SIGNED_IN, by=operator("test"))
    for address in serve(path):
        for place in ("", "/targets", "/records", "/?view=brief"):
            opened(page, address + place)
            expect(page.locator(".st-key-closed")).to_contain_text("登录后方可查看")
            expect(page.locator(".st-key-bar, .js-plotly-plot, .pb-figure")).to_have_count(0)
