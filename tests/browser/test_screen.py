"""What a reader meets in a real browser: sizes, links, Back, pictures, sources, no request that leaves the server."""

import struct
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from .screen import Watch, chosen, go_to, idle, opened, sideways, still


def test_no_page_leaves_the_server_or_errs(page, address):
    watch = Watch(page, address)
    opened(page, address)
    for name in ("目标", "增长", "集群", "项目", "土地", "简报", "数据上传", "入库记录"):
        go_to(page, name)
        expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    page.locator(".st-key-lang").get_by_text("EN").click()
    idle(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    watch.assert_clean()


def test_an_empty_database_says_what_to_do(page, empty_address):
    watch = Watch(page, empty_address)
    opened(page, empty_address)
    expect(page.locator(".st-key-empty")).to_contain_text("尚未导入数据")
    watch.assert_clean()


def test_the_overview_fits_a_laptop_screen_without_scrolling(page, address):
    opened(page, address)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert page.evaluate("document.querySelector('.stMain').scrollHeight") <= 900


def test_on_a_meeting_rooms_screen_charts_are_larger_fill_their_place_and_can_be_pressed(page, address):
    page.set_viewport_size({"width": 1920, "height": 1080})
    opened(page, f"{address}/targets")
    card = page.locator(".st-key-chart_parts")
    expect(card.locator(".main-svg").first).to_be_visible()
    place, drawn = card.bounding_box(), card.locator(".main-svg").first.bounding_box()
    assert abs(drawn["width"] - place["width"]) < 4
    assert drawn["y"] + drawn["height"] >= place["y"] + place["height"] - 1
    name = card.locator(".yaxislayer-above text, .ytick text").first
    assert name.bounding_box()["height"] > 1.2 * name.evaluate("mark => mark.getBBox().height")
    first_mark(page, "parts").click(force=True)
    expect(page.get_by_test_id("stDialog")).to_contain_text("file.xlsx")


def test_nothing_scrolls_sideways_on_a_phone(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, address)
    assert sideways(page) == 0
    for name in ("目标", "增长", "集群", "项目", "土地", "简报", "数据上传", "入库记录"):
        go_to(page, name)
        assert (name, sideways(page)) == (name, 0)


def test_a_link_opens_the_same_view_and_back_undoes_one_choice(page, address):
    opened(page, f"{address}/targets?area={quote('东湖园区')}&month=2013-08&indicator=tax_revenue")
    title = page.locator(".st-key-card_path .pb-title")
    expect(title).to_contain_text("1-8月税收")
    chosen(page, "month", "2013年5月")
    expect(title).to_contain_text("1-5月税收")
    link = page.url
    go_to(page, "增长")
    assert "month=2013-05" in page.url and "indicator=tax_revenue" in page.url
    page.go_back()
    idle(page)
    expect(title).to_contain_text("1-5月税收")
    page.go_back()
    idle(page)
    expect(title).to_contain_text("1-8月税收")
    opened(page, link)
    expect(title).to_contain_text("1-5月税收")


def test_back_from_a_line_that_needs_attention_returns_to_the_whole_park(page, address):
    opened(page, address)
    sentence = page.locator(".pb-sentence").first.inner_text()
    page.locator(".st-key-attention a").first.click()
    page.wait_for_url("**area=**")
    idle(page)
    page.go_back()
    page.wait_for_url(lambda url: "area=" not in url)
    idle(page)
    expect(page.locator(".pb-sentence").first).to_have_text(sentence)


def test_a_chart_is_saved_as_a_picture_of_slide_size(page, address, tmp_path):
    opened(page, f"{address}/targets")
    plot = page.locator(".st-key-chart_path")
    plot.locator(".main-svg").first.hover()
    with page.expect_download() as download:
        plot.locator(".modebar-btn").first.click()
    path = tmp_path / "chart.png"
    download.value.save_as(path)
    assert "工业总产值" in download.value.suggested_filename
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (3840, 2160)


def test_a_chart_gives_its_figures_as_a_workbook(page, address, tmp_path):
    from openpyxl import load_workbook

    opened(page, f"{address}/growth")
    with page.expect_download() as download:
        page.locator(".st-key-xlsx_months button").first.click()
    path = tmp_path / "months.xlsx"
    download.value.save_as(path)
    sheet = load_workbook(path).active
    assert "9月工业总产值" in sheet["A1"].value
    assert sheet["A4"].value == "月份"


def test_a_row_of_a_table_leads_to_file_sheet_and_cell(page, address):
    opened(page, f"{address}/targets")
    table = page.locator(".st-key-table_scorecard")
    table.scroll_into_view_if_needed()
    box = still(table.locator("canvas").first)
    page.mouse.click(box["x"] + 16, box["y"] + 36 + 18)
    drawer = page.get_by_test_id("stDialog")
    expect(drawer).to_contain_text("数据来源", timeout=20_000)
    expect(drawer).to_contain_text("file.xlsx")


def test_a_bar_leads_to_its_source(page, address):
    opened(page, address)
    first_mark(page, "bullets").click(force=True)
    expect(page.get_by_test_id("stDialog")).to_contain_text("file.xlsx", timeout=20_000)


def first_mark(page, key: str) -> Locator:
    """The first bar or point of a chart, on the screen."""
    page.locator(f".st-key-card_{key}").scroll_into_view_if_needed()
    mark = page.locator(f".st-key-plot_{key} .point").first
    expect(mark).to_be_attached()
    still(mark)
    return mark


def test_every_page_goes_deeper_by_a_click_on_its_chart(page, address):
    drawer = page.get_by_test_id("stDialog")
    for name, key, said in (
        ("targets", "path", "file.xlsx"), ("targets", "heat", "新开发土地"), ("growth", "months", "2012-01"), ("growth", "contribution", "纺织"),
        ("clusters", "shares", "纺织"), ("projects", "funnel", "甲项目"), ("projects", "waiting", "台账.xlsx"), ("projects", "causes", "征地未完成"),
        ("projects", "timeline", "台账.xlsx"), ("land", "parts", "新开发土地"),
    ):
        opened(page, f"{address}/{name}" + ("?by=cluster" if key == "contribution" else ""))
        first_mark(page, key).click(force=True)
        expect(drawer, f"{name}: {key}").to_contain_text(said)


def test_the_drawer_leads_on_to_the_zone_and_back(page, address):
    opened(page, f"{address}/land")
    first_mark(page, "parts").click(force=True)
    page.get_by_test_id("stDialog").locator("a").first.click()
    idle(page)
    assert quote("片区") in page.url
    expect(page.locator(".st-key-cards")).to_contain_text("新开发土地")
    page.go_back()
    idle(page)
    expect(page.locator(".st-key-card_parts")).to_be_visible()


def test_a_keyboard_reaches_a_source_without_any_chart(page, address):
    opened(page, f"{address}/targets")
    page.locator(".st-key-origin_path button").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stDialog")).to_contain_text("file.xlsx")


def test_on_a_phone_a_line_of_the_targets_leads_to_its_source(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, address)
    expect(page.locator(".st-key-chart_bullets")).to_be_hidden()
    line = page.locator('[class*="st-key-meter_bullets_"] button').first
    line.scroll_into_view_if_needed()
    expect(line).to_contain_text("%")
    line.click()
    expect(page.get_by_test_id("stDialog")).to_contain_text("file.xlsx")


def test_charts_say_their_finding_to_a_screen_reader(page, address):
    opened(page, f"{address}/targets")
    expect(page.get_by_role("img", name="完成年度目标的").or_(page.get_by_label("完成年度目标的")).first).to_be_attached()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768)])
def test_the_briefing_view_shows_one_idea_and_turns_pages(page, address, width, height):
    page.set_viewport_size({"width": width, "height": height})
    opened(page, address)
    page.locator(".st-key-present button").first.click()
    idle(page)
    expect(page.locator(".st-key-menu")).to_have_count(0)
    page.get_by_role("button", name="下一页").click()
    idle(page)
    expect(page.locator(".st-key-steps")).to_contain_text("2 /")
    assert "step=2" in page.url
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-steps")).to_contain_text("3 /")
    idle(page)
    expect(page.locator(".st-key-idea")).to_contain_text("来源")
    assert page.evaluate("document.querySelector('.stMain').scrollHeight") <= height
    assert sideways(page) == 0


def test_the_server_sends_security_headers_and_a_health_check(page, address):
    answer = page.request.get(address)
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert page.request.get(f"{address}/healthz").json() == {"status": "ok"}
