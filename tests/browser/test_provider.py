"""People sign in at a provider of their unit, through st.login: who they are there decides what they may here."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from park.store import accounts, open_store, operator, settings
from tests.pages.conftest import fill

from .conftest import serve
from .provider import provider, secrets_file
from .screen import idle, opened

ROOT = operator("test")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An app that only signed-in people may look at, an administrator and a viewer that have no password, and their provider."""
    path = tmp_path_factory.mktemp("office") / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        accounts.add(store, "chief@example.org", None, role="admin", by=ROOT)
        accounts.add(store, "clerk@example.org", None, role="viewer", by=ROOT)
        settings.put(store, settings.VIEWING, settings.SIGNED_IN, by=ROOT)
    with provider() as base:
        (path.parent / "secrets.toml").write_text(secrets_file(base), encoding="utf-8")
        yield from serve(path, "--secrets.files", str(path.parent / "secrets.toml"))


def come_as(page, address: str, person: str) -> None:
    """Goes to the provider by the button of the closed page and comes back as somebody."""
    opened(page, address)
    with page.expect_navigation(url="**/authorize?*"):
        page.locator(".st-key-sign_in_default button").click()
    page.locator(f"#{person}").click()
    page.wait_for_url(f"{address}/**")
    page.locator(".st-key-bar, .st-key-closed").first.wait_for()
    idle(page)


def test_a_person_is_the_account_of_the_mail_address_and_signs_out_for_good(page, office):
    come_as(page, office, "chief")
    expect(page.locator(".st-key-bar")).to_contain_text("chief@example.org")
    opened(page, f"{office}/settings")
    expect(page.locator(".stMain")).to_contain_text("账号")
    kept = [cookie for cookie in page.context.cookies() if cookie["name"].startswith("_streamlit_user")]
    assert kept and all(cookie["httpOnly"] and cookie["sameSite"] == "Lax" for cookie in kept)
    page.locator(".st-key-bar").get_by_text("chief@example.org").click()
    page.locator(".st-key-sign_out button").click()
    expect(page.locator(".st-key-closed")).to_be_visible()
    page.context.add_cookies(kept)  # somebody kept them
    opened(page, office)
    expect(page.locator(".st-key-closed")).to_contain_text("登录")
    expect(page.locator(".st-key-bar")).to_have_count(0)


def test_a_viewer_there_is_a_viewer_here(page, office):
    come_as(page, office, "clerk")
    expect(page.locator(".st-key-bar")).to_contain_text("clerk@example.org")
    opened(page, f"{office}/settings")
    expect(page.locator(".stMain")).to_contain_text("clerk@example.org 不是管理员")
    opened(page, f"{office}/upload")
    expect(page.locator('[data-testid="stFileUploader"]')).to_have_count(0)


@pytest.mark.parametrize("person", ["unknown", "another-audience-for-us", "long-ago"])
def test_whoever_has_no_account_here_sees_nothing_and_is_told(page, office, person):
    come_as(page, office, person)
    expect(page.locator(".st-key-bar")).to_have_count(0)
    expect(page.locator(".st-key-closed")).to_contain_text("没有账号")
    page.locator(".st-key-sign_out_provider button").click()
    expect(page.locator(".st-key-sign_out_provider")).to_have_count(0)


@pytest.mark.parametrize("person", ["unverified", "silent"])
def test_an_address_that_the_provider_does_not_call_verified_gets_nobody_in_and_says_so(page, office, person):
    come_as(page, office, person)
    expect(page.locator(".st-key-bar")).to_have_count(0)
    expect(page.locator(".st-key-closed")).to_contain_text("没有说明已验证邮箱 chief@example.org")


def test_a_provider_that_says_verified_in_a_word_is_believed(page, office):
    come_as(page, office, "in-a-word")
    expect(page.locator(".st-key-bar")).to_contain_text("clerk@example.org")


@pytest.mark.parametrize("person", ["another-audience", "another-key", "another-issuer"])
def test_a_token_that_is_not_for_this_app_or_not_the_providers_signs_nobody_in(page, office, person):
    come_as(page, office, person)
    expect(page.locator(".st-key-bar")).to_have_count(0)
    assert not [cookie for cookie in page.context.cookies() if cookie["name"].startswith("_streamlit_user")]
