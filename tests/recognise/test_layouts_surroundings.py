"""Several tables on a sheet, and what sheet names, file names, captions and options say."""

import pytest

from etl.extract import extract

from .sheets import doubts, lines, read, sheet

TABLE = [["指标", "单位", "累计"], ["工业总产值", "万元", 5]]


def test_tables_below_each_other_need_no_gap():
    reading = read(sheet([
        ["滨江高新区2024年9月快报"], ["一、主要指标（单位：万元）"], ["指标", "本月", "累计"], ["税收", 0.1, 0.9],
        ["二、分片区工业总产值（单位：亿元）"], ["片区", "本月", "累计"], ["东片区", 0.6, 5],
    ]))
    assert lines(reading) == [
        "B4 tax_revenue actual month 2024-09..2024-09 0.1 万元", "C4 tax_revenue actual ytd 2024-01..2024-09 0.9 万元",
        "B7 东片区 industrial_output_value actual month 2024-09..2024-09 6000 万元",
        "C7 东片区 industrial_output_value actual ytd 2024-01..2024-09 50000 万元",
    ]


def test_tables_side_by_side_have_their_own_captions():
    reading = read(sheet([
        ["滨江高新区2024年9月"], ["分片区税收（万元）", "", "", "分产业税收（亿元）", ""], ["片区", "本月", "", "产业", "本月"],
        ["东片区", 1, "", "纺织", 2], ["西片区", 3, "", "机械", 4],
    ]))
    assert lines(reading) == [
        "B4 东片区 tax_revenue actual month 2024-09..2024-09 1 万元", "E4 纺织 tax_revenue actual month 2024-09..2024-09 20000 万元",
        "B5 西片区 tax_revenue actual month 2024-09..2024-09 3 万元", "E5 机械 tax_revenue actual month 2024-09..2024-09 40000 万元",
    ]


def test_two_panels_without_a_gap_are_two_tables():
    reading = read(sheet([
        ["滨江高新区2024年6月主要指标", "", "", "", "", "单位：万元"], ["指标", "本月", "累计", "指标", "本月", "累计"],
        ["工业总产值", 1, 6, "税收", 0.1, 0.6], ["主营业务收入", 2, 12, "利润", 0.2, 1.2],
    ], merges="A1:E1"))
    assert len(lines(reading)) == 8
    assert lines(reading)[2] == "E3 tax_revenue actual month 2024-06..2024-06 0.1 万元"


def test_spacer_columns_do_not_part_a_table():
    reading = read(sheet([["滨江高新区2024年6月主要指标（万元）"], ["指标", "", "本月", "", "累计", "", "同比%"], ["税收", "", 2, "", 12, "", 6]]))
    assert lines(reading) == [
        "C3 tax_revenue actual month 2024-06..2024-06 2 万元", "E3 tax_revenue actual ytd 2024-01..2024-06 12 万元 yoy 6",
    ]


def test_a_table_may_start_anywhere_and_go_on_behind_an_empty_row():
    rows = [[""], ["", "", "2024年6月指标"], ["", "", "指标", "单位", "累计"], ["", "", "税收", "万元", 5], [""], ["", "", "利润", "万元", 6]]
    assert lines(read(sheet(rows))) == [
        "E4 tax_revenue actual ytd 2024-01..2024-06 5 万元", "E6 profit actual ytd 2024-01..2024-06 6 万元",
    ]


def test_sheets_named_for_zones_are_of_those_zones():
    title = ["滨江高新区2024年6月主要指标"]
    reading = read(*(sheet([title, *TABLE], name=name) for name in ("全园", "东片区", "西片区")))
    assert [row["area"] for row in reading.observations.to_pylist()] == ["", "东片区", "西片区"]


def test_the_month_may_stand_in_the_sheets_name_and_the_year_in_the_files():
    reading = read(sheet([["主要指标"], *TABLE], name="6月"), name="滨江高新区2024年主要指标.xlsx")
    assert lines(reading) == ["C3 industrial_output_value actual ytd 2024-01..2024-06 5 万元"]
    assert reading.park == "滨江高新区"


def test_the_area_option_names_a_zone_where_a_park_is_named_and_the_park_where_none_is():
    rows = [["2024年6月主要指标"], *TABLE]
    named = [["滨江高新区2024年6月主要指标"], *TABLE]
    assert [r["area"] for r in read(sheet(rows), area="城北工业园区").observations.to_pylist()] == [""]
    assert read(sheet(rows), area="城北工业园区").park == "城北工业园区"
    assert [r["area"] for r in read(sheet(named), area="东片区").observations.to_pylist()] == ["东片区"]
    assert [r["area"] for r in read(sheet(named), area="滨江高新区").observations.to_pylist()] == [""]


def test_a_file_that_calls_its_figures_simulated_is_marked_so():
    assert read(sheet([["城南产业园2025年1-6月情况（模拟数据）"], *TABLE])).simulated
    assert not read(sheet([["城南产业园2025年1-6月情况"], *TABLE])).simulated


def test_hidden_rows_columns_and_sheets_are_not_read_and_a_note_says_so():
    rows = [["2024年9月指标（万元）"], ["指标", "本月", "累计"], ["税收", 1, 9], ["利润", 1, 5]]
    reading = read(sheet(rows, hidden_rows={3}, hidden_cols={1}), sheet(rows, name="旧", hidden=True))
    assert lines(reading) == ["C3 tax_revenue actual ytd 2024-01..2024-09 9 万元"]
    assert set(doubts(reading, "note")) == {"note hidden_sheet", "note hidden_rows A4", "note hidden_columns B1"}


def test_a_second_target_of_the_same_figures_is_asked_not_mixed_up():
    reading = read(sheet([["城南产业园2025年6月情况"], ["指标", "单位", "市下达目标", "奋斗目标", "1-6月", "完成市目标%"], ["税收", "万元", 10, 12, 6, 60]]))
    assert lines(reading) == [
        "C3 tax_revenue target year 2025-01..2025-12 10 万元", "E3 tax_revenue actual ytd 2025-01..2025-06 6 万元",
    ]
    assert doubts(reading) == ["warning second_target D2"]


def test_a_table_of_other_matters_gives_a_finding_that_says_so():
    reading = read(sheet([["职工生日名单"], ["姓名", "工号", "年龄"], ["甲", "A1", 31], ["乙", "A2", 42]]))
    assert lines(reading) == [] and len(reading.findings) > 0


@pytest.mark.parametrize(
    ("title", "line", "zone"),
    [
        ("2024年1-9月产值与税收累计（望海片区）", None, "望海片区"),
        ("临波高新区2024年1-9月主要指标完成情况表——望海片区", None, "望海片区"),
        ("临波高新区2024年1-9月主要指标完成情况表", "片区：望海片区", "望海片区"),
        ("临波高新区2024年1-9月主要指标（不含望海片区）", None, ""),
        ("临波高新区2024年1-9月主要指标（分片区）", None, ""),
        ("临波高新区2024年1-9月主要指标（快报数）", None, ""),
    ],
)
def test_a_zone_that_stands_apart_in_a_title_is_the_tables_zone(title, line, zone):
    rows = [title, line or "", "指标,单位,1-9月累计,同比增长%", "工业总产值,万元,1200,5.1", "税收,万元,77,3.0"]
    reading = extract("\n".join(rows).encode(), "表.csv")
    assert reading.observations["area"].to_pylist() == [zone, zone]


def test_a_zone_of_a_title_is_taken_with_its_last_word():
    reading = read(sheet([["表4 梅城片税收分月情况（万元）", "", "2022年"], ["月份", "当月", "累计"], ["4月", 5, 20], ["5月", 6, 26]]))
    assert {row["area"] for row in reading.observations.to_pylist()} == {"梅城片"}


def test_a_caption_names_the_indicator_of_which_a_header_says_but_the_end():
    counts = read(sheet([["梅岭工业园2022年规模以上企业（家）"], ["时间", "企业数"], ["3月末", 64], ["5月末", 65]]))
    assert [line.split()[1] for line in lines(counts)] == ["above_scale_firms"] * 2
    amounts = read(sheet([["2022年5月分片区规模以上工业总产值（万元）"], ["片区", "工业总产值", "同比%"], ["东区", 64, 3], ["西区", 65, 4]]))
    assert [line.split()[2] for line in lines(amounts)] == ["above_scale_output_value"] * 2
    others = read(sheet([["2022年5月分片区规模以上工业总产值和税收"], ["片区", "工业总产值（万元）", "税收（万元）"], ["东区", 64, 3]]))
    assert [line.split()[2] for line in lines(others)] == ["industrial_output_value", "tax_revenue"]


def test_a_figure_that_is_still_to_come_is_doubted_and_one_that_cannot_be_is_not():
    rows = [["2022年1-5月主要指标（万元）"], ["指标", "1-5月", "上年同期"], ["税收", 64, "未统计"], ["工业总产值", 640, "—"], ["利润总额", 6, "暂未公布"]]
    assert doubts(read(sheet(rows))) == ["warning text_in_number_cell C3"]
