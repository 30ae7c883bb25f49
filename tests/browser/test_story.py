"""The whole story in a real browser: look, sign in, upload, see the new figure, undo, see the old one."""

import io

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.pages.conftest import PARK

from .conftest import NAME, PASSWORD
from .screen import Watch, go_to, idle, opened, press, sign_in

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def october() -> bytes:
    """The next monthly table as an office writes it: title, unit row, merged heads, one line per indicator."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = f"{PARK}2013年1-10月主要经济指标完成情况表"
    sheet.merge_cells("A1:F1")
    sheet["F2"] = "单位：万元"
    sheet.append(["指标", "年度目标", "本月", "1-10月累计", "上年同期", "同比增长(%)"])
    sheet.append(["工业总产值", 18000, 1650, 14520, 13200, 10.0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def first_card(page) -> str:
    return page.locator(".st-key-cards .pb-figure").first.inner_text().replace("\n", "")


def upload(page, name: str, data: bytes, kind: str = XLSX) -> None:
    page.set_input_files('.st-key-files [data-testid="stFileUploaderDropzoneInput"]', {"name": name, "mimeType": kind, "buffer": data})
    page.wait_for_timeout(1500)
    idle(page)


def test_upload_shows_the_new_figure_and_undo_brings_the_old_one_back(page, address):
    watch = Watch(page, address)
    opened(page, address)
    expect(page.locator(".pb-sentence")).to_contain_text("1-9月五项主要指标中")
    before, workbook = first_card(page), october()
    assert before == "1.29亿元"
    sign_in(page, NAME, PASSWORD)
    expect(page.locator(".st-key-bar")).to_contain_text(NAME)

    go_to(page, "数据上传")
    upload(page, "10月.xlsx", workbook)
    expect(page.locator(".st-key-file_0")).to_contain_text("读出")
    press(page, page.locator(".st-key-commit_0 button"), page.locator(".st-key-file_0"), "已入库")

    page.locator(".st-key-file_0").get_by_text("到总览查看").click()
    idle(page)
    expect(page.locator(".pb-sentence")).to_contain_text("1-10月")
    assert first_card(page) == "1.45亿元"

    go_to(page, "数据上传")
    upload(page, "同一个文件.xlsx", workbook)
    expect(page.locator(".st-key-file_0")).to_contain_text("已入库")
    press(page, page.get_by_role("button", name="撤销本批次"), page.locator(".st-key-file_0"), "读出")
    go_to(page, "总览")
    expect(page.locator(".pb-sentence")).to_contain_text("1-9月五项主要指标中")
    assert first_card(page) == before
    watch.assert_clean()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("照片.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64),
        ("空.xlsx", b""),
        ("假的.xlsx", b"this is no workbook"),
        ("加密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2048),
    ],
    ids=["picture", "empty", "wrong-extension", "password"],
)
def test_what_is_no_table_gives_one_sentence_and_changes_nothing(page, address, name, data):
    opened(page, f"{address}/upload")
    sign_in(page, NAME, PASSWORD)
    upload(page, name, data, "application/octet-stream")
    expect(page.locator(".st-key-file_0 [data-testid='stAlert']")).to_have_count(1)
    expect(page.locator(".st-key-file_0")).to_contain_text(name)
    expect(page.get_by_role("button", name="入库", exact=True)).to_have_count(0)


def test_a_wrong_password_is_refused_and_nothing_can_be_uploaded(page, address):
    opened(page, f"{address}/upload")
    expect(page.get_by_test_id("stFileUploader")).to_have_count(0)
    sign_in(page, NAME, "wrong")
    expect(page.get_by_test_id("stDialog")).to_contain_text("用户名或密码不正确")
