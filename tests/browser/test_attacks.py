"""Against a real server: sessions that are forced upon somebody, kept addresses of files, other sites' sockets, and clerks out of their area."""

from __future__ import annotations

import http.client
import io
import urllib.parse

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from park.__main__ import main as park
from park.store import accounts, open_store, operator
from tests.pages.conftest import PARK, fill

from .conftest import PASSWORD, serve
from .screen import idle, opened, sign_in

ROOT = operator("root")
DATABASE: list[str] = []


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A full park with an administrator, a clerk of the park and a clerk of its northern zone."""
    path = tmp_path_factory.mktemp("attacked") / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        ids = dict(store.cursor().execute("select name, area_id from area").fetchall())
        for name, role, areas in (("chief", "admin", ()), ("li", "staff", ()), ("north", "staff", (ids["北片区"],))):
            accounts.add(store, name, PASSWORD, role=role, areas=areas, by=ROOT)
    for address in serve(path):
        DATABASE.append(str(path))
        yield address


def ask(address: str, way: str, path: str, body: str = "", **headers: str) -> tuple[int, dict[str, list[str]], str]:
    """Status, headers and text of one request, without following anything."""
    asking = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=60)
    asking.request(way, path, body.encode() or None, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = asking.getresponse()
    got: dict[str, list[str]] = {}
    for name, value in answer.getheaders():
        got.setdefault(name.lower(), []).append(value)
    text = answer.read().decode("utf-8", "replace")
    asking.close()
    return answer.status, got, text


def signed(address: str, name: str, **headers: str) -> str:
    """Signs in over HTTP; the session cookie as the server set it, with its flags."""
    body = urllib.parse.urlencode({"pb_name": name, "pb_password": PASSWORD, "pb_next": "/targets"})
    status, got, _text = ask(address, "POST", "/session", body, **headers)
    assert (status, got["location"]) == (303, ["/targets"])
    return next(cookie for cookie in got["set-cookie"] if not cookie.partition("=")[0].endswith("_why"))


def pair(cookie: str) -> str:
    return cookie.partition(";")[0]


def whose(address: str, cookie: str) -> bool:
    """Whether a cookie is somebody's while looking needs an account."""
    return ask(address, "GET", "/api/areas", Cookie=cookie)[0] == 200


@pytest.fixture
def closed(served):
    """Looking needs an account; open again afterwards."""
    assert park(["setting", "viewing", "signed_in", "--db", DATABASE[-1]]) == 0
    yield served
    assert park(["setting", "viewing", "open", "--db", DATABASE[-1]]) == 0


def test_a_session_that_was_put_into_the_browser_is_never_the_one_that_is_signed_in(closed):
    name = pair(signed(closed, "li")).partition("=")[0]
    planted = f"{name}=planted-by-somebody-else"
    mine = signed(closed, "li", Cookie=planted)
    assert pair(mine) != planted
    assert (whose(closed, planted), whose(closed, pair(mine))) == (False, True)
    again = signed(closed, "north", Cookie=pair(mine))  # whoever was signed in at this browser is no longer
    assert (whose(closed, pair(mine)), whose(closed, pair(again))) == (False, True)
    ask(closed, "POST", "/session/end", "pb_next=/", Cookie=pair(again))
    assert not whose(closed, pair(again))


def test_the_session_cookie_is_for_this_server_alone_and_for_encrypted_lines_where_there_is_one(served):
    plain, guarded = signed(served, "li").lower(), signed(served, "li", X_Forwarded_Proto="https").lower()
    for flag in ("httponly", "samesite=lax", "path=/", "max-age="):
        assert flag in plain
    assert "secure" not in plain and "secure" in guarded and "domain" not in guarded


def test_an_address_of_an_original_is_worth_nothing_without_an_account_where_looking_needs_one(closed, page):
    opened(page, f"{closed}/records")
    sign_in(page, "chief", PASSWORD)
    with page.expect_download() as found:
        page.get_by_test_id("stDownloadButton").filter(has_text="下载原文件").get_by_role("button").click()
    place = urllib.parse.urlsplit(found.value.url)
    path = f"{place.path}?{place.query}" if place.query else place.path
    assert path.startswith("/media/")
    assert ask(closed, "GET", path)[0] == 401
    assert ask(closed, "GET", path, Cookie=pair(signed(closed, "li")))[0] == 200
    assert ask(closed, "PUT", "/_stcore/upload_file/any/any", "x")[0] == 401
    assert ask(closed, "GET", "/api/progress")[0] == 401


def test_another_sites_page_opens_no_socket(served):
    key = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    assert ask(served, "GET", "/_stcore/stream", Origin="http://evil.example", **key)[0] == 403


def table(zone: str, value: float) -> bytes:
    book = Workbook()
    for row in ([f"{PARK}{zone}2013年1-10月主要经济指标完成情况表"], ["指标", "单位", "1-10月累计"], ["税收", "万元", value]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bring(page, name: str, data: bytes) -> None:
    page.set_input_files('[data-testid="stFileUploaderDropzoneInput"]', {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.locator(".stMain").get_by_text("与库中数据比较").or_(page.locator("[class*='st-key-actions_']")).first.wait_for()
    idle(page)


def test_a_clerk_of_one_zone_is_refused_at_the_screen_what_is_anothers(served, page):
    opened(page, f"{served}/upload")
    sign_in(page, "north", PASSWORD)
    bring(page, "南片区.xlsx", table("南片区", 976543))
    expect(page.locator(".stMain")).to_contain_text("north 只负责 北片区")
    expect(page.locator("[class*='st-key-commit_'] button").first).to_be_disabled()
    opened(page, f"{served}/records")
    page.get_by_role("button", name="撤销").first.click()
    idle(page)
    expect(page.locator(".stMain")).to_contain_text("north 只负责 北片区")
    opened(page, f"{served}/entry")
    page.locator("[class*='st-key-entry_area_']").get_by_role("combobox").click()
    assert page.get_by_role("option").all_inner_texts() == ["北片区"]
    opened(page, f"{served}/settings")
    expect(page.locator(".stMain")).to_contain_text("north 不是管理员")
    assert "976543" not in ask(served, "GET", "/api/progress?by=area&month=2013-10")[2]


def test_a_session_that_ended_in_the_middle_of_an_upload_loads_nothing_and_says_so(served, page):
    opened(page, f"{served}/upload")
    sign_in(page, "li", PASSWORD)
    bring(page, "十月.xlsx", table("", 4321))
    cookie = next(c for c in page.context.cookies() if c["name"].startswith("parkboard_") and not c["name"].endswith("_why"))
    ask(served, "POST", "/session/end", "pb_next=/", Cookie=f"{cookie['name']}={cookie['value']}")
    page.locator("[class*='st-key-commit_'] button").first.click()
    idle(page)
    expect(page.locator(".stMain")).to_contain_text("登录")
    assert "4321" not in ask(served, "GET", "/api/progress?month=2013-10")[2]
