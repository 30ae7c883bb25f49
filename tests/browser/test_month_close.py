"""A month is closed at the screen, a changed figure is refused, an administrator reopens it, and the correction shows."""

import io

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from park.store import accounts, open_store, operator
from tests.pages.conftest import PARK, fill

from .conftest import PASSWORD, serve
from .screen import Watch, go_to, idle, opened, press, sideways, sign_in
from .test_story import upload

CHIEF = "主任"


@pytest.fixture(scope="module")
def closable(tmp_path_factory):
    """A full park of its own with an administrator."""
    path = tmp_path_factory.mktemp("closable") / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        accounts.add(store, CHIEF, PASSWORD, role="admin", by=operator("test"))
    yield from serve(path)


def corrected() -> bytes:
    """September again, with another output value."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = f"{PARK}2013年1-9月主要经济指标完成情况表"
    sheet["D2"] = "单位：万元"
    sheet.append(["指标", "本月"])
    sheet.append(["工业总产值", 1650])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lock(page, button: str, words: str) -> None:
    page.locator(".st-key-lock").get_by_role("button").first.click()
    page.locator(".st-key-lock_note input").fill("九月定稿" if button == "关闭" else "更正总产值")
    page.locator(".st-key-lock_note input").press("Tab")
    idle(page)
    press(page, page.locator(".st-key-lock_do button"), page.locator(".st-key-lock"), words)
    page.keyboard.press("Escape")


def test_a_closed_month_refuses_a_change_until_it_is_reopened(page, closable):
    watch = Watch(page, closable)
    opened(page, f"{closable}/month")
    expect(page.locator(".st-key-month_sign_in")).to_be_visible()
    sign_in(page, CHIEF, PASSWORD)
    page.reload()
    idle(page)
    expect(page.locator(".st-key-bar")).to_contain_text(CHIEF)
    expect(page.locator(".pb-sentence")).to_contain_text("2013年9月应报")
    lock(page, "关闭", "2013年9月已关账")

    opened(page, f"{closable}/upload")
    upload(page, "更正.xlsx", corrected())
    expect(page.locator(".st-key-file_0")).to_contain_text("已关账，此操作会改动")
    expect(page.locator(".st-key-file_0")).to_contain_text("1650")
    expect(page.locator(".st-key-commit_0 button")).to_be_disabled()

    opened(page, f"{closable}/month")
    lock(page, "重新打开", "2013年9月已重新开账")
    opened(page, f"{closable}/upload")
    upload(page, "更正.xlsx", corrected())
    press(page, page.locator(".st-key-commit_0 button"), page.locator(".st-key-file_0"), "已入库")
    go_to(page, "月度")
    expect(page.locator(".stMain")).to_contain_text("关账后的修订")
    watch.assert_clean()


def test_month_and_settings_fit_a_phone(page, closable):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{closable}/month")
    sign_in(page, CHIEF, PASSWORD)
    for name in ("月度", "设置"):
        go_to(page, name)
        assert (name, sideways(page)) == (name, 0)
