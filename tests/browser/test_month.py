"""A whole month at the desk: five files with mistakes, settled, compared, loaded, read on the overview, undone, redone, closed, refused, reopened."""

from __future__ import annotations

import io
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from park.store import accounts, open_store, operator
from tests.pages.conftest import PARK, fill

from .conftest import NAME, PASSWORD, serve
from .month_files import FILES, indicators
from .screen import Watch, go_to, idle, opened, press, sideways, sign_in, still
from .test_story import first_card, upload

CHIEF = "统计主任"


@pytest.fixture
def desk(tmp_path):
    """A full park, a clerk and an administrator; a server of its own, since the figures change."""
    path = tmp_path / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        accounts.add(store, NAME, PASSWORD, by=operator("test"))
        accounts.add(store, CHIEF, PASSWORD, role="admin", by=operator("test"))
    yield from serve(path)


def upload_all(page: Page) -> None:
    page.set_input_files(
        '.st-key-files [data-testid="stFileUploaderDropzoneInput"]',
        [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in FILES.items()],
    )
    expect(page.locator(f".st-key-file_{len(FILES) - 1}")).to_be_visible(timeout=60_000)
    idle(page)


def show(page: Page, place: int) -> None:
    """Opens one file of several."""
    switch = page.locator(f".st-key-open_{place}")
    if not switch.locator("input").is_checked():
        switch.locator("label").click()
        idle(page)
    expect(page.locator(f".st-key-sheet_{place}")).to_be_visible()


def choose(page: Page, key: str, option: str) -> None:
    """Picks the option that holds these words."""
    wanted = page.get_by_role("option").filter(has_text=option).first
    for _attempt in range(2):  # a rerun shuts an open list
        page.locator(f".st-key-{key}").get_by_role("combobox").click()
        page.wait_for_timeout(500)
        if wanted.is_visible():
            break
    wanted.click()
    idle(page)


def commit(page: Page, place: int) -> None:
    press(page, page.locator(f".st-key-commit_{place} button"), page.locator(f".st-key-file_{place}"), "已入库")


def settle_the_unknown_indicator(page: Page) -> None:
    file = page.locator(".st-key-file_0")
    expect(file).to_contain_text("有 1 个名称待确认")
    doubt = file.locator(".pb-doubts li").filter(has_text="推算应为 87.5%")
    doubt.locator("a").click()
    cell = page.locator(".pb-grid td:target")
    expect(cell).to_contain_text("59.7")
    expect(cell).to_have_attribute("title", "表中完成率为 59.7%，按完成数 10505、目标数 12000 推算应为 87.5%。")
    expect(file.locator(".pb-r-target").filter(has_text="18000")).to_have_count(1)
    choose(page, "settle_0_0", "不入库")
    press(page, page.locator(".st-key-settled_0 button"), file, "“民宿床位数”已确认不入库")
    expect(file).not_to_contain_text("名称待确认")


def settle_the_zone(page: Page) -> None:
    show(page, 1)
    file = page.locator(".st-key-file_1")
    expect(file).to_contain_text("分项相加为 1440万元，合计为 1540万元")
    choose(page, "settle_1_0", "可能是：北片区")
    page.locator(".st-key-settled_1 button").click()
    idle(page)
    expect(file).not_to_contain_text("名称待确认")


def say_the_month(page: Page) -> None:
    show(page, 2)
    file = page.locator(".st-key-file_2")
    expect(file).to_contain_text("没有年份")
    page.locator(".st-key-month_2_1 input").fill("2013-10")
    choose(page, "unit_2_1", "亩") if page.locator(".st-key-unit_2_1").count() else None
    press(page, page.locator(".st-key-reread_2 button"), file, "读出 2 条数据")


def send_back(page: Page) -> None:
    """The workbook with the error goes back with its comments; its sound table is loaded."""
    show(page, 3)
    file = page.locator(".st-key-file_3")
    with page.expect_download() as download:
        page.locator(".st-key-back_3").get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    assert download.value.suggested_filename == "10月利润和企业数_核对意见.xlsx"
    book = load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert book.sheetnames[0] == "核对意见" and "#REF!" in book["利润"]["C3"].comment.text
    expect(file).to_contain_text("有错误的表不会入库")
    grid = file.locator(".pb-grid").nth(1)
    for text in ('=HYPERLINK("http://away.example","点我")', "<script>alert(1)</script>", "**粗** [链接](http://away.example) $x^2$ `code`"):
        expect(grid).to_contain_text(text)
    assert grid.locator('a[href*="away"]').count() == 0 and grid.locator("script, strong, code, .katex").count() == 0


def close_month(page: Page, address: str, words: str, said: str, note: str = "") -> None:
    opened(page, f"{address}/month?area={quote(PARK)}&month=2013-10")
    page.locator(".st-key-lock").get_by_role("button").first.click()
    page.locator(".st-key-lock_note input").fill(note)
    page.locator(".st-key-lock_note input").press("Enter")
    idle(page)
    page.locator(".st-key-lock_do button").filter(has_text=words).click()
    idle(page)
    expect(page.locator(".st-key-lock")).to_contain_text(said)


def test_a_clerk_finishes_a_month(page, desk):
    watch = Watch(page, desk)
    opened(page, desk)
    before = first_card(page)
    assert before == "1.29亿元"
    sign_in(page, NAME, PASSWORD)
    go_to(page, "数据上传")
    upload_all(page)
    for place, words in enumerate(("2 个警告", "1 个警告", "1 个错误", "1 个错误", "2 个项目")):
        expect(page.locator(f".st-key-file_{place}")).to_contain_text(words)

    settle_the_unknown_indicator(page)
    expect(page.locator(".st-key-file_0")).to_contain_text("新增 4")
    commit(page, 0)
    expect(page.locator(".st-key-file_0")).to_contain_text("总览已更新到2013年10月。1-10月：工业总产值 1.29亿元 → 1.45亿元（完成目标的 80.7%）")
    settle_the_zone(page)
    commit(page, 1)
    say_the_month(page)
    commit(page, 2)
    send_back(page)
    commit(page, 3)
    show(page, 4)
    expect(page.locator(".st-key-file_4")).to_contain_text("早于开工时间")
    commit(page, 4)

    page.locator(".st-key-file_0").get_by_text("到总览查看").click()
    idle(page)
    expect(page.locator(".pb-sentence")).to_contain_text("1-10月")
    assert first_card(page) == "1.45亿元"

    undo_and_redo(page)
    close_month(page, desk, "关闭2013年10月", "已关账")
    go_to(page, "数据上传")
    upload(page, "10月更正.xlsx", indicators(output=15000))
    expect(page.locator(".st-key-file_0")).to_contain_text("已关账")
    expect(page.locator(".st-key-commit_0 button")).to_be_disabled()
    reopen(page, desk)
    watch.assert_clean()


def undo_and_redo(page: Page) -> None:
    go_to(page, "入库记录")
    batch_of(page, "10月主要经济指标.xlsx")
    press(page, page.get_by_role("button", name="撤销本批次"), page.locator(".st-key-batch_actions"), "恢复本批次")
    go_to(page, "总览")
    assert first_card(page) == "—"  # the other files still speak of October
    go_to(page, "入库记录")
    press(page, page.get_by_role("button", name="恢复本批次"), page.locator(".st-key-batch_actions"), "撤销本批次")
    go_to(page, "总览")
    assert first_card(page) == "1.45亿元"


def batch_of(page: Page, name: str) -> None:
    """Chooses the row of the batch that was loaded first of the five: the fifth from above."""
    table = page.locator(".st-key-table_batches")
    box = still(table.locator("canvas").first)
    page.mouse.click(box["x"] + 16, box["y"] + 35 * 5 + 17)
    idle(page)
    expect(page.locator(".pb-title").filter(has_text=name)).to_be_visible()


def reopen(page: Page, desk: str) -> None:
    """The administrator opens the month again, and the correction loads."""
    page.context.clear_cookies()
    opened(page, desk)
    sign_in(page, CHIEF, PASSWORD)
    close_month(page, desk, "重新打开2013年10月", "已重新开账", note="企业补报")
    go_to(page, "数据上传")
    upload(page, "10月更正.xlsx", indicators(output=15000))
    commit(page, 0)
    go_to(page, "总览")
    assert first_card(page) == "1.50亿元"
    assert sideways(page) == 0


def open_entry(page: Page, address: str) -> None:
    opened(page, f"{address}/entry?area={quote(PARK)}&month=2013-09")
    expect(page.locator('[data-testid="stDataFrame"] canvas').first).to_be_visible()


def paste(page: Page, row: int, text: str) -> None:
    """Pastes a block, as from Excel, into the grid at the month's figure of a row."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = still(page.locator('[data-testid="stDataFrame"] canvas').first)
    page.mouse.click(box["x"] + box["width"] * 0.39, box["y"] + 35 * row + 17)
    page.wait_for_timeout(300)
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")
    page.wait_for_timeout(1500)
    idle(page)


def test_two_clerks_enter_the_same_indicator_and_both_stand_in_the_history(page, desk, browser, browser_context_args):
    """One pastes while the other has typed already; wrong input gets its sentence; the later counts, and both are in the history."""
    other = browser.new_context(**browser_context_args).new_page()
    for clerk, name in ((page, NAME), (other, CHIEF)):
        opened(clerk, desk)
        sign_in(clerk, name, PASSWORD)
        open_entry(clerk, desk)
    paste(page, 1, "1650\t14520\nabc\t8-10")
    expect(page.locator(".st-key-sheet_entry_month")).to_contain_text("应填数字处是“abc”")
    paste(other, 1, "1700\t14570")
    commit_entry(page)
    commit_entry(other)
    opened(page, f"{desk}/records?area={quote(PARK)}&month=2013-10")
    expect(page.locator(".st-key-table_batches")).to_be_visible()
    page.get_by_text("数据沿革", exact=True).first.click()
    idle(page)
    cells = page.locator('[data-testid="stDataFrame"] [role="gridcell"]')
    expect(cells.filter(has_text="✓ 现值")).to_have_count(2)
    texts = cells.all_text_contents()
    assert [text for text in texts if text in ("14,520", "14,570", "1,650", "1,700")] == ["1,700", "14,570", "1,650", "14,520"]
    assert texts.count("✓ 现值") == 2 and NAME in texts and CHIEF in texts
    opened(page, desk)
    assert first_card(page) == "1.46亿元"
    other.context.close()


def commit_entry(page: Page) -> None:
    page.locator(".st-key-commit_entry_month button").click()
    expect(page.get_by_test_id("stAlert").filter(has_text="已入库")).to_be_visible(timeout=30_000)
    idle(page)
