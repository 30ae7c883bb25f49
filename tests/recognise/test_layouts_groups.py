"""Zones, clusters, months and years along the axes: groups of columns, rows of zones, crossed tables."""

from datetime import date

from .sheets import doubts, lines, read, sheet


def test_zones_that_no_catalogue_knows_are_rows_beside_their_total():
    reading = read(sheet([
        ["滨江经济开发区2024年1-6月分片区主要指标"], ["", "", "", "单位：万元"], ["片区名称", "规上工业总产值", "固定资产投资"],
        ["东片区", 1200, 300], ["西片区", 2200, 400], ["合计", 3400, 700],
    ]))
    assert lines(reading) == [
        "B4 东片区 above_scale_output_value actual ytd 2024-01..2024-06 1200 万元",
        "C4 东片区 fixed_asset_investment actual ytd 2024-01..2024-06 300 万元",
        "B5 西片区 above_scale_output_value actual ytd 2024-01..2024-06 2200 万元",
        "C5 西片区 fixed_asset_investment actual ytd 2024-01..2024-06 400 万元",
        "B6 above_scale_output_value actual ytd 2024-01..2024-06 3400 万元",
        "C6 fixed_asset_investment actual ytd 2024-01..2024-06 700 万元",
    ]
    assert reading.park == "滨江经济开发区" and doubts(reading) == []


def test_zones_as_groups_of_columns_share_what_stands_below_them():
    reading = read(sheet([
        ["城南产业园2025年土地开发情况（亩）"], ["指标", "东城区", "", "西城区", "", "合计", ""],
        ["", "目标", "1-6月完成", "目标", "1-6月完成", "目标", "1-6月完成"], ["新开发土地", 10, 5, 20, 10, 30, 15],
    ], merges="B2:C2 D2:E2 F2:G2 A2:A3"))
    assert lines(reading) == [
        "B4 东城区 land_developed target year 2025-01..2025-12 10 亩",
        "C4 东城区 land_developed actual ytd 2025-01..2025-06 5 亩",
        "D4 西城区 land_developed target year 2025-01..2025-12 20 亩",
        "E4 西城区 land_developed actual ytd 2025-01..2025-06 10 亩",
        "F4 land_developed target year 2025-01..2025-12 30 亩",
        "G4 land_developed actual ytd 2025-01..2025-06 15 亩",
    ]


def test_groups_whose_text_is_not_merged_reach_over_the_empty_cells():
    reading = read(sheet([
        ["工业城2024年1-9月"], ["指标", "单位", "纺织", "", "锂电新材料", ""], ["", "", "完成", "同比%", "完成", "同比%"],
        ["产值", "亿元", 10, 5, 20, 6],
    ]))
    assert lines(reading) == [
        "C4 纺织 industrial_output_value actual ytd 2024-01..2024-09 100000 万元 yoy 5",
        "E4 锂电新材料 industrial_output_value actual ytd 2024-01..2024-09 200000 万元 yoy 6",
    ]


def test_months_over_current_and_cumulated_figures():
    reading = read(sheet([
        ["某市经济开发区2024年主要指标"], ["指标", "单位", "8月", "", "9月", ""], ["", "", "当月", "累计", "当月", "累计"],
        ["工业总产值", "万元", 10, 80, 11, 91],
    ], merges="C2:D2 E2:F2 A2:A3 B2:B3"))
    assert lines(reading) == [
        "C4 industrial_output_value actual month 2024-08..2024-08 10 万元",
        "D4 industrial_output_value actual ytd 2024-01..2024-08 80 万元",
        "E4 industrial_output_value actual month 2024-09..2024-09 11 万元",
        "F4 industrial_output_value actual ytd 2024-01..2024-09 91 万元",
    ]


def test_quarters_beside_each_other_are_their_own_and_the_first_alone_is_cumulated():
    rows = [["东湖工业园2023年主要指标（单位：万元）"], ["指标", "一季度", "二季度", "全年"], ["税收", 1, 2, 10]]
    assert lines(read(sheet(rows))) == [
        "B3 tax_revenue actual quarter 2023-01..2023-03 1 万元",
        "C3 tax_revenue actual quarter 2023-04..2023-06 2 万元",
        "D3 tax_revenue actual year 2023-01..2023-12 10 万元",
    ]
    alone = [["东湖工业园2023年主要指标（单位：万元）"], ["指标", "一季度", "上半年"], ["税收", 1, 3]]
    assert lines(read(sheet(alone))) == [
        "B3 tax_revenue actual ytd 2023-01..2023-03 1 万元",
        "C3 tax_revenue actual ytd 2023-01..2023-06 3 万元",
    ]


def test_months_down_and_years_across_name_the_indicator_in_the_title():
    reading = read(sheet([
        ["某某工业园区工业总产值（亿元）"], ["月份", "2022年", "2023年", "同比(%)"], ["1-2月", 2, 2.2, 10], ["3月", 1, 1.1, 10],
    ]))
    assert lines(reading) == [
        "B3 industrial_output_value actual ytd 2022-01..2022-02 20000 万元",
        "C3 industrial_output_value actual ytd 2023-01..2023-02 22000 万元 yoy 10",
        "B4 industrial_output_value actual month 2022-03..2022-03 10000 万元",
        "C4 industrial_output_value actual month 2023-03..2023-03 11000 万元 yoy 10",
    ]


def test_a_sum_behind_the_months_is_the_year_to_the_last_month_with_figures():
    reading = read(sheet([
        ["滨江高新区2024年工业总产值分月情况（万元）"], ["片区", "1-2月", "3月", "4月", "5月", "合计"], ["东片区", 2, 1, 1, "", 4],
    ]))
    assert lines(reading)[-1] == "F3 东片区 industrial_output_value actual ytd 2024-01..2024-04 4 万元"


def test_years_and_dates_as_headers_are_periods():
    years = read(sheet([["经开区历年主要指标"], ["指标", "单位", 2022, 2023], ["工业总产值", "亿元", 2, 3], ["园区企业数", "家", 12, 14]]))
    assert lines(years) == [
        "C3 industrial_output_value actual year 2022-01..2022-12 20000 万元",
        "D3 industrial_output_value actual year 2023-01..2023-12 30000 万元",
        "C4 firms_in_park actual point 2022-12..2022-12 12 家",
        "D4 firms_in_park actual point 2023-12..2023-12 14 家",
    ]
    dates = read(sheet([["经开区工业总产值（万元）"], ["片区", date(2024, 1, 1), date(2024, 2, 1)], ["东区", 1, 2]]))
    assert lines(dates) == [
        "B3 东区 industrial_output_value actual month 2024-01..2024-01 1 万元",
        "C3 东区 industrial_output_value actual month 2024-02..2024-02 2 万元",
    ]


def test_headings_that_repeat_the_same_indicators_are_zones():
    reading = read(sheet([
        ["城南产业园2024年1-6月主要指标"], ["指标", "单位", "目标", "1-6月"], ["东区"], ["工业总产值", "万元", 100, 50],
        ["西区"], ["工业总产值", "万元", 200, 90],
    ]))
    assert lines(reading) == [
        "C4 东区 industrial_output_value target year 2024-01..2024-12 100 万元",
        "D4 东区 industrial_output_value actual ytd 2024-01..2024-06 50 万元",
        "C6 西区 industrial_output_value target year 2024-01..2024-12 200 万元",
        "D6 西区 industrial_output_value actual ytd 2024-01..2024-06 90 万元",
    ]


def test_a_zone_written_once_per_group_holds_for_the_rows_below_it():
    reading = read(sheet([
        ["城南产业园2024年6月主要指标", "", "", "单位：万元"], ["片区", "指标", "年度目标", "累计完成"],
        ["东区", "工业总产值", 100, 50], ["", "税收", 10, 5], ["西区", "工业总产值", 200, 90], ["", "税收", 20, 8],
    ]))
    assert [line.split()[1] for line in lines(reading)] == ["东区"] * 4 + ["西区"] * 4


def test_units_in_a_header_row_of_their_own_belong_to_their_columns():
    reading = read(sheet([
        ["2024年1-9月各片区指标"], ["片区", "工业总产值", "税收", "新签约项目"], ["", "亿元", "万元", "个"], ["东片区", 1, 200, 3],
    ]))
    assert lines(reading) == [
        "B4 东片区 industrial_output_value actual ytd 2024-01..2024-09 10000 万元",
        "C4 东片区 tax_revenue actual ytd 2024-01..2024-09 200 万元",
        "D4 东片区 projects_introduced actual ytd 2024-01..2024-09 3 个",
    ]


def test_clusters_that_no_catalogue_knows_are_told_by_the_title():
    reading = read(sheet([
        ["滨江高新区2024年1-9月产业集群产值税收（万元）"], ["", "产值", "税收"], ["生物医药", 20, 30], ["电子信息", 30, 70], ["合计", 50, 100],
    ]))
    assert {row["cluster"] for row in reading.observations.to_pylist()} == {"生物医药", "电子信息", ""}


def test_ranks_and_shares_give_no_observation():
    reading = read(sheet([
        ["2024年1-9月各园区主要指标"], ["园区", "规上工业增加值", "", "固定资产投资", "", ""],
        ["", "增速(%)", "排名", "总量(万元)", "增速(%)", "排名"], ["东园区", 8.5, 1, 100, 12.3, 2],
    ], merges="B2:C2 D2:F2 A2:A3"))
    assert lines(reading) == [
        "B4 东园区 above_scale_value_added actual ytd 2024-01..2024-09  万元 yoy 8.5",
        "D4 东园区 fixed_asset_investment actual ytd 2024-01..2024-09 100 万元 yoy 12.3",
    ]
