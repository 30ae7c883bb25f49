"""Indicators down, measures across: targets, months, cumulated figures, growth, and what gives no observation."""

from datetime import date

from .sheets import doubts, lines, read, sheet


def test_targets_results_and_growth_take_their_period_from_the_title():
    reading = read(sheet([
        ["附件2"], ["滨江高新区主要经济指标完成情况"], ["2024年1-9月"], ["填报单位：滨江高新区管委会", "", "", "", "填报时间：2024年10月12日"],
        ["序号", "指标", "计量单位", "年度任务数", "1-9月完成数", "占年度任务%", "去年同期数", "比上年同期增长%", "备注"],
        [1, "规上工业总产值", "亿元", 100, 75, 75, 70, 7.1, ""],
        [2, "新签约项目", "个", "20个以上", "", 0, 12, "", "含跨区项目3个"],
        ["说明：数据为快报"],
    ]))
    assert lines(reading) == [
        "D6 above_scale_output_value target year 2024-01..2024-12 1000000 万元",
        "E6 above_scale_output_value actual ytd 2024-01..2024-09 750000 万元 yoy 7.1",
        "G6 above_scale_output_value actual ytd 2023-01..2023-09 700000 万元",
        "D7 projects_introduced target year 2024-01..2024-12 >=20 个",
        "G7 projects_introduced actual ytd 2023-01..2023-09 12 个",
    ]
    assert reading.park == "滨江高新区"
    assert doubts(reading) == []
    assert "note skipped_column F5" in doubts(reading, "note")


def test_same_period_and_growth_of_the_month_stay_with_the_month():
    reading = read(sheet([
        ["某市经济开发区2024年9月主要指标（单位：万元）"],
        ["指标", "本月", "上年同月", "同比%", "累计", "上年累计", "累计同比%"],
        ["工业总产值", 10, 9, 11.1, 80, 70, 14.3],
    ]))
    assert lines(reading) == [
        "B3 industrial_output_value actual month 2024-09..2024-09 10 万元 yoy 11.1",
        "C3 industrial_output_value actual month 2023-09..2023-09 9 万元",
        "E3 industrial_output_value actual ytd 2024-01..2024-09 80 万元 yoy 14.3",
        "F3 industrial_output_value actual ytd 2023-01..2023-09 70 万元",
    ]


def test_a_same_period_column_before_the_figures_belongs_to_them():
    reading = read(sheet([["2024年1-6月主要指标（万元）"], ["指标", "上年同期", "本年累计", "增减%"], ["工业总产值", 5, 6, 20]]))
    assert lines(reading) == [
        "B3 industrial_output_value actual ytd 2023-01..2023-06 5 万元",
        "C3 industrial_output_value actual ytd 2024-01..2024-06 6 万元 yoy 20",
    ]


def test_growth_without_an_amount_is_an_observation_without_a_value():
    reading = read(sheet([
        ["某市经济开发区2024年1-9月主要指标"], ["指标", "单位", "绝对额", "增长（%）"],
        ["规模以上工业增加值", "亿元", "—", 8.5], ["固定资产投资", "亿元", 12.3, 12.1],
    ]))
    assert lines(reading) == [
        "D3 above_scale_value_added actual ytd 2024-01..2024-09  万元 yoy 8.5",
        "C4 fixed_asset_investment actual ytd 2024-01..2024-09 123000 万元 yoy 12.1",
    ]


def test_growth_shown_as_percent_counts_times_a_hundred():
    reading = read(sheet([["2024年1-9月指标（万元）"], ["指标", "累计", "同比"], ["税收", 10, -0.05]], formats={(2, 2): "0.0%"}))
    assert lines(reading) == ["B3 tax_revenue actual ytd 2024-01..2024-09 10 万元 yoy -5"]


def test_measures_that_stand_in_the_rows_are_read_like_measures_in_columns():
    reading = read(sheet([
        ["高新区2024年9月主要经济指标"], ["项目", "工业总产值（亿元）", "税收（万元）"],
        ["年度目标", 120, 30000], ["本月", 10, 2500], ["1-9月累计", 90, 21000], ["上年同期", 80, 20000],
        ["同比增长（%）", 12.5, 5], ["完成率（%）", 75, 70],
    ]))
    assert lines(reading) == [
        "B3 industrial_output_value target year 2024-01..2024-12 1200000 万元",
        "C3 tax_revenue target year 2024-01..2024-12 30000 万元",
        "B4 industrial_output_value actual month 2024-09..2024-09 100000 万元",
        "C4 tax_revenue actual month 2024-09..2024-09 2500 万元",
        "B5 industrial_output_value actual ytd 2024-01..2024-09 900000 万元 yoy 12.5",
        "C5 tax_revenue actual ytd 2024-01..2024-09 21000 万元 yoy 5",
        "B6 industrial_output_value actual ytd 2023-01..2023-09 800000 万元",
        "C6 tax_revenue actual ytd 2023-01..2023-09 20000 万元",
    ]


def test_a_plan_gives_targets_with_comparators_ranges_and_growth():
    reading = read(sheet([
        ["城南产业园2025年主要目标"], ["指标", "单位", "目标值", "备注"], ["工业总产值", "亿元", "120以上", ""],
        ["税收", "亿元", "增长10%以上", ""], ["新引进项目", "个", "8-10个", ""], ["规上企业", "家", 50, ""],
    ]))
    assert lines(reading) == [
        "C3 industrial_output_value target year 2025-01..2025-12 >=1200000 万元",
        "C4 tax_revenue target year 2025-01..2025-12 >= 万元 yoy 10",
        "C5 projects_introduced target year 2025-01..2025-12 8-10 个",
        "C6 above_scale_firms target year 2025-01..2025-12 50 家",
    ]


def test_a_monthly_plan_beside_results_keeps_the_months_of_the_rows():
    reading = read(sheet([
        ["滨江高新区2024年工业总产值月度计划与完成（亿元）"], ["月份", "计划", "完成", "完成率"], ["1月", 1, 0.9, 90], ["2月", 1, 1.1, 110],
    ]))
    assert lines(reading) == [
        "B3 industrial_output_value target month 2024-01..2024-01 10000 万元",
        "C3 industrial_output_value actual month 2024-01..2024-01 9000 万元",
        "B4 industrial_output_value target month 2024-02..2024-02 10000 万元",
        "C4 industrial_output_value actual month 2024-02..2024-02 11000 万元",
    ]


def test_rows_of_which_hang_on_the_row_before_and_unknown_ones_are_asked():
    reading = read(sheet([
        ["2024年1-6月主要指标（万元）"], ["指标", "累计"], ["工业总产值", 5], ["其中：出口交货值", 1], ["税收", 3],
        ["其中：东片区", 1], ["      西片区", 2],
    ]))
    assert lines(reading) == [
        "B3 industrial_output_value actual ytd 2024-01..2024-06 5 万元",
        "B5 tax_revenue actual ytd 2024-01..2024-06 3 万元",
        "B6 东片区 tax_revenue actual ytd 2024-01..2024-06 1 万元",
        "B7 西片区 tax_revenue actual ytd 2024-01..2024-06 2 万元",
    ]
    assert doubts(reading) == ["warning unknown_indicator A4"]


def test_a_heading_can_shift_what_stands_below_it_by_a_month():
    reading = read(sheet([
        ["2024年1-9月主要指标"], ["指标", "单位", "1-9月", "增长%"], ["工业总产值", "亿元", 10, 5],
        ["规模工业经济效益指标（上月数据）"], ["利润总额", "亿元", 1, 3],
    ]))
    assert lines(reading)[1] == "C5 profit actual ytd 2024-01..2024-08 10000 万元 yoy 3"


def test_a_part_in_the_unit_of_its_whole_in_another_currency_is_refused():
    reading = read(sheet([["2025年1-3月外贸"], ["指标", "1-3月"], ["进出口总额(亿元)", 31.2], ["  出口", 26.1]]))
    assert lines(reading) == []
    assert "error foreign_currency B4" in doubts(reading)


def test_without_a_year_anywhere_an_error_says_how_to_give_it():
    rows = [["主要经济指标"], ["指标", "单位", "本月", "累计"], ["工业总产值", "万元", 10, 90]]
    reading = read(sheet(rows))
    assert lines(reading) == [] and doubts(reading) == ["error no_year C3 D3"]
    assert "--month" in reading.findings[0].suggestion
    assert lines(read(sheet(rows), month="2024-09")) == [
        "C3 industrial_output_value actual month 2024-09..2024-09 10 万元",
        "D3 industrial_output_value actual ytd 2024-01..2024-09 90 万元",
    ]


def test_numbered_columns_below_the_header_are_no_figures():
    reading = read(sheet([["2024年1-9月主要指标"], ["指标", "单位", "完成", "增长%"], ["甲", "乙", "1", "2"], ["工业总产值", "亿元", 5, 6]]))
    assert lines(reading) == ["C4 industrial_output_value actual ytd 2024-01..2024-09 50000 万元 yoy 6"]
    assert doubts(reading) == []


def test_names_with_one_figure_each_need_no_header():
    reading = read(sheet([["滨江高新区2024年9月快报"], ["工业总产值（亿元）", 12.5], ["税收（万元）", 300]]))
    assert lines(reading) == [
        "B2 industrial_output_value actual month 2024-09..2024-09 125000 万元",
        "B3 tax_revenue actual month 2024-09..2024-09 300 万元",
    ]


def test_words_dates_and_errors_in_place_of_figures_are_doubted_at_their_cells():
    from etl.read.grid import CellError

    reading = read(sheet([
        ["2024年9月指标（万元）"], ["指标", "本月", "累计"], ["工业总产值", "待核实", 9], ["税收", date(2024, 8, 10), 1], ["利润", CellError.REF, 2],
    ]))
    assert doubts(reading) == ["warning text_in_number_cell B3", "warning date_in_number_cell B4", "error cell_error B5"]
    assert len(lines(reading)) == 3


def test_actual_figures_of_a_coming_month_are_an_error_where_the_title_says_it():
    reading = read(sheet([["滨江高新区2103年9月快报"], ["指标", "单位", "本月"], ["税收", "万元", 5]]))
    assert doubts(reading) == ["error period_in_future A1"]
    assert lines(reading) == ["C3 tax_revenue actual month 2103-09..2103-09 5 万元"]


def test_money_without_any_unit_is_asked():
    reading = read(sheet([["滨江高新区2024年9月快报"], ["指标", "本月"], ["税收", 5], ["新签约项目", 3]]))
    assert doubts(reading) == ["warning unit_missing B3"]


def test_an_error_left_as_a_text_is_an_error():
    reading = read(sheet([["2022年5月（万元）"], ["指标", "目标", "累计", "同比"], ["税收", 60, "#N/A", "#DIV/0!"]]))
    assert sorted(doubts(reading, "error", "note")) == ["error cell_error C3", "note cell_error D3"]
