"""A plan in a real browser: its marks and proposals, one left out, one corrected, confirmed, found on the targets page, followed back."""

import io
import re

from docx import Document
from playwright.sync_api import expect

from tests.pages.conftest import PARK

from .conftest import NAME, PASSWORD
from .screen import Watch, go_to, idle, opened, press, sideways, sign_in, still

PLAN = f"""{PARK}2013年工作计划
一、主要目标
全年实现工业总产值21000万元，增长12%；税收1600万元以上，新开工项目8-10个。
引进项目20<b>个，利用外资1500万美元。
"""


def paste(page, text: str) -> None:
    page.locator(".st-key-text_paste textarea").fill(text)
    page.locator(".st-key-text_read button").click()
    page.wait_for_timeout(1000)
    idle(page)


def mark(page, words: str):
    return page.locator("mark[data-key]").filter(has_text=words).first


def row(page, name: str):
    return page.locator(".row").filter(has_text=name).first


def typed(page, field: str, value: str) -> None:
    box = page.locator(f"[class*='st-key-field_{field}_'] input")
    box.fill(value)
    box.press("Enter")
    page.wait_for_timeout(500)
    idle(page)


def test_a_plan_is_confirmed_figure_by_figure_and_leads_back_to_its_sentence(page, address):
    watch = Watch(page, address)
    opened(page, f"{address}/texts")
    expect(page.locator(".stMain")).to_contain_text("请用工作人员账号登录")
    sign_in(page, NAME, PASSWORD)
    paste(page, PLAN)
    expect(mark(page, "21000万元")).to_have_class(re.compile("target"))
    expect(mark(page, "12%")).to_have_count(1)
    expect(page.locator("mark.unread")).to_contain_text(["1500万美元"])
    assert page.locator(".proof b").filter(has_text="个").count() == 0  # a tag of the text stays text
    expect(page.locator(".row input:checked")).to_have_count(page.locator(".row").count())

    mark(page, "1600万元").click()
    idle(page)
    expect(page.locator(".row.on")).to_contain_text("税收")
    row(page, "开工项目数").locator("input").click()
    page.wait_for_timeout(500)
    idle(page)
    expect(page.locator("mark.on")).to_contain_text("8-10个")
    expect(page.locator("mark.on")).to_have_class(re.compile(r"\bout\b"))
    row(page, "工业总产值").click()
    idle(page)
    expect(page.locator("mark.on").first).to_contain_text("21000万元")
    expect(row(page, "工业总产值")).to_contain_text("为 18,000")
    typed(page, "value", "很多")
    expect(page.locator(".st-key-proposal")).to_contain_text("不是数字")
    typed(page, "value", "20500")
    expect(row(page, "工业总产值")).to_contain_text("20,500")

    press(page, page.locator(".st-key-text_load button"), page.locator(".stMain"), "已入库")
    expect(page.locator(".stMain")).to_contain_text("此处目标为 20500")
    expect(row(page, "开工项目数").locator("input")).not_to_be_checked()

    opened(page, f"{address}/targets")
    expect(page.locator(".stMain")).to_contain_text("2.05亿元")
    table = page.locator(".st-key-table_scorecard")
    table.scroll_into_view_if_needed()
    drawer = page.get_by_test_id("stDialog")
    box = still(table.locator("canvas").first)
    page.mouse.click(box["x"] + 16, box["y"] + 36 + 2 * 35 + 18)  # the third row: those that lag come first
    page.wait_for_timeout(1000)
    expect(drawer).to_contain_text("第 3 句")
    expect(drawer).to_contain_text("file.xlsx")  # the table's own target stands beside it
    drawer.get_by_role("button", name="在原文中查看这一句").click()
    page.wait_for_timeout(1000)
    idle(page)
    expect(page.locator("p.focus")).to_contain_text("全年实现工业总产值21000万元")
    expect(page.locator("mark.on").first).to_contain_text("21000万元")
    press(page, page.get_by_role("button", name="撤销本批次"), page.locator(".st-key-text_load"), "确认入库")
    watch.assert_clean()


def test_an_empty_text_and_a_table_each_get_one_sentence(page, address):
    opened(page, f"{address}/texts")
    sign_in(page, NAME, PASSWORD)
    said = page.locator(".st-key-text_file [data-testid='stFileUploaderDropzoneInstructions']").evaluate("e => getComputedStyle(e, '::after').content")
    assert said == '"Word、文本、HTML 或 PDF，不超过 20 MB"'
    paste(page, "   ")
    expect(page.get_by_test_id("stAlert")).to_have_count(1)
    expect(page.get_by_test_id("stAlert")).to_contain_text("还没有内容")


def test_the_page_fits_a_phone(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{address}/texts")
    sign_in(page, NAME, PASSWORD)
    paste(page, PLAN)
    expect(page.locator(".row").first).to_be_visible()
    assert sideways(page) == 0
    go_to(page, "总览")


def test_a_text_dropped_on_the_upload_page_leads_here_with_the_table_inside_it(page, address):
    document = Document()
    document.add_paragraph(f"{PARK}2013年9月经济运行简报")
    document.add_paragraph("1-9月，园区实现税收1300万元，增长8%。")
    document.add_paragraph("主要指标完成情况表（1-9月，单位：万元）")
    table = document.add_table(rows=2, cols=3)
    for place, words in enumerate(("指标", "年度目标", "1-9月累计", "固定资产投资", "12500", "9400")):
        table.cell(place // 3, place % 3).text = words
    out = io.BytesIO()
    document.save(out)
    opened(page, f"{address}/upload")
    sign_in(page, NAME, PASSWORD)
    page.set_input_files('.st-key-files [data-testid="stFileUploaderDropzoneInput"]', {"name": "简报.docx", "mimeType": "application/octet-stream", "buffer": out.getvalue()})
    page.wait_for_timeout(1500)
    idle(page)
    page.get_by_role("button", name="在“计划文本”中打开").click()
    page.wait_for_timeout(1000)
    idle(page)
    expect(mark(page, "1300万元")).to_have_count(1)
    expect(page.locator(".stMain")).to_contain_text("文中表格")


def test_a_picture_for_a_document_gives_one_sentence(page, address):
    opened(page, f"{address}/texts")
    sign_in(page, NAME, PASSWORD)
    page.set_input_files('.st-key-text_file [data-testid="stFileUploaderDropzoneInput"]', {"name": "照片.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"\0" * 64})
    page.wait_for_timeout(1500)
    idle(page)
    expect(page.get_by_test_id("stAlert")).to_have_count(1)
    expect(page.get_by_test_id("stAlert")).to_contain_text("照片.png")
