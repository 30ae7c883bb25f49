"""Heads of column groups, blocks side by side, and rows that are measures of the periods above them."""

from __future__ import annotations

import pytest

from .sheets import doubts, lines, read, sheet

TITLE = ["城南产业园2025年1-9月主要指标汇总表"]


def test_group_heads_that_name_a_kind_of_indicators_carry_only_their_unit():
    reading = read(sheet([
        TITLE, ["序号", "园名", "产值类（亿元）", "", "财税类（万元）"], ["", "", "工业总产值", "主营业务收入", "税收"],
        ["", "合计", 3, 2.5, 300], [1, "东岭园", 1, 0.9, 100], [2, "西岭园", 2, 1.6, 200]], merges="A2:A3 B2:B3 C2:D2"))
    assert lines(reading)[:4] == [
        "C4 industrial_output_value actual ytd 2025-01..2025-09 30000 万元",
        "D4 main_business_revenue actual ytd 2025-01..2025-09 25000 万元",
        "E4 tax_revenue actual ytd 2025-01..2025-09 300 万元",
        "C5 东岭园 industrial_output_value actual ytd 2025-01..2025-09 10000 万元",
    ]
    assert len(lines(reading)) == 9 and doubts(reading) == []


def test_a_lone_group_head_of_open_name_over_indicators_is_asked_not_passed_over():
    reading = read(sheet([TITLE, ["月份", "清源", ""], ["", "工业总产值", "税收"], ["1月", 3, 1], ["2月", 3, 1]], merges="A2:A3 B2:C2"))
    assert lines(reading) == [] and doubts(reading) != []


def test_a_stub_merged_down_over_the_lower_header_row_makes_the_upper_row_a_header():
    reading = read(sheet([
        TITLE, ["甲名", "工业总产值（万元）", "", "税收（万元）", ""], ["", "9月", "1-9月", "9月", "1-9月"],
        ["东岭园", 10, 90, 1, 9], ["西岭园", 20, 180, 2, 18]], merges="A2:A3 B2:C2 D2:E2"))
    assert lines(reading)[:3] == [
        "B4 东岭园 industrial_output_value actual month 2025-09..2025-09 10 万元",
        "C4 东岭园 industrial_output_value actual ytd 2025-01..2025-09 90 万元",
        "D4 东岭园 tax_revenue actual month 2025-09..2025-09 1 万元",
    ]


def test_measures_without_an_indicator_are_of_the_only_one_the_columns_name():
    reading = read(sheet([
        ["城南产业园2025年4月税收入库情况"], ["片区", "年度任务", "税收（万元）", "", "其中：增值税"], ["", "", "4月", "1-4月", ""],
        ["合计", 300, 20, 100, 40], ["东片区", 300, 20, 100, 40]], merges="A2:A3 B2:B3 C2:D2 E2:E3"))
    assert lines(reading)[0] == "B4 tax_revenue target year 2025-01..2025-12 300 万元"
    assert "warning unknown_column E2" in doubts(reading)


@pytest.mark.parametrize("head", ["分季度目标（当季数）", "各季度计划", "季度目标"])
def test_quarters_below_a_head_that_speaks_of_targets_are_targets(head):
    reading = read(sheet([
        ["城南产业园2026年主要指标"], ["指标", "单位", head, "", "", ""], ["", "", "一季度", "二季度", "三季度", "四季度"],
        ["税收", "万元", 10, 11, 12, 13]], merges="A2:A3 B2:B3 C2:F2"))
    assert lines(reading)[:2] == [
        "C4 tax_revenue target quarter 2026-01..2026-03 10 万元", "D4 tax_revenue target quarter 2026-04..2026-06 11 万元"]
    assert len(lines(reading)) == 4 and doubts(reading) == []


def test_blocks_in_a_grid_have_their_own_captions_and_the_totals_one_is_the_parks():
    head, merges = ["指标", "6月", "1-6月"], "A1:G1 A3:C3 E3:G3 A8:C8 E8:G8"
    reading = read(sheet([
        ["城南产业园2024年半年报（万元）"], [], ["东岭园", "", "", "", "西岭园"], [*head, "", *head],
        ["税收", 1, 6, "", "税收", 2, 12], [], [], ["北岭园", "", "", "", "园区合计"], [*head, "", *head],
        ["税收", 3, 18, "", "税收", 6, 36]], merges=merges))
    assert [line.split()[1] for line in lines(reading) if " ytd " in line] == ["东岭园", "西岭园", "北岭园", "tax_revenue"]
    assert doubts(reading) == []


def test_rows_below_the_periods_that_are_measures_go_with_the_period_above_them():
    reading = read(sheet([
        ["城南产业园历年主要指标"], ["时期", "工业总产值", "企业数"], ["", "亿元", "家"], ["2024年", 2, 30], ["2025年1-6月", 1.2, 33],
        ["上年同期", 1, 28], ["增长（%）", 20, 17.9], ["2025年目标", 2.4, 36]]))
    assert lines(reading)[2:] == [
        "B5 industrial_output_value actual ytd 2025-01..2025-06 12000 万元 yoy 20",
        "C5 firms_in_park actual point 2025-06..2025-06 33 家 yoy 17.9",
        "B6 industrial_output_value actual ytd 2024-01..2024-06 10000 万元",
        "C6 firms_in_park actual point 2024-06..2024-06 28 家",
        "B8 industrial_output_value target year 2025-01..2025-12 24000 万元",
        "C8 firms_in_park target year 2025-01..2025-12 36 家",
    ]


def test_the_years_target_below_months_is_the_years_under_any_column():
    reading = read(sheet([
        ["城南产业园2024年税收（万元）"], ["月份", "当月", "累计"], ["1月", 2, 2], ["2月", 3, 5], ["年度目标", "", 34], ["完成率（%）", "", 14.7], ["同比（%）", 8, 9]]))
    assert lines(reading) == [
        "B3 tax_revenue actual month 2024-01..2024-01 2 万元", "C3 tax_revenue actual ytd 2024-01..2024-01 2 万元",
        "B4 tax_revenue actual month 2024-02..2024-02 3 万元 yoy 8", "C4 tax_revenue actual ytd 2024-01..2024-02 5 万元 yoy 9",
        "C5 tax_revenue target year 2024-01..2024-12 34 万元",
    ]


def test_years_before_the_planned_one_are_results_and_a_planned_indicator_is_a_target():
    reading = read(sheet([
        ["城南产业园企业产值及2025年计划表（万元）"], ["园区", "企业名称", "2023年产值", "2024年产值", "2025年计划产值"],
        ["东片区", "晨曦玻璃有限公司", 10, 11, 12]]))
    assert [line.split(" ", 3)[3] for line in lines(reading)] == [
        "actual year 2023-01..2023-12 10 万元", "actual year 2024-01..2024-12 11 万元", "target year 2025-01..2025-12 12 万元"]


def test_growths_together_behind_the_years_go_with_the_year_they_name():
    reading = read(sheet([
        ["城南产业园近三年1-10月"], ["指标", "2024年1-10月", "2025年1-10月", "2024年同比（%）", "2025年同比（%）"], ["税收（万元）", 10, 12, 5, 20]]))
    assert lines(reading) == [
        "B3 tax_revenue actual ytd 2024-01..2024-10 10 万元 yoy 5", "C3 tax_revenue actual ytd 2025-01..2025-10 12 万元 yoy 20"]


def test_stocks_at_the_ends_of_quarters_stand_at_a_point_and_their_change_is_no_figure():
    reading = read(sheet([
        ["城南产业园2025年存量情况"], ["指标", "单位", "上年末", "一季度末", "上半年末", "较上年末增减", "年末目标"], ["企业数", "家", 30, 31, 33, 3, 36]]))
    assert lines(reading) == [
        "C3 firms_in_park actual point 2024-12..2024-12 30 家", "D3 firms_in_park actual point 2025-03..2025-03 31 家",
        "E3 firms_in_park actual point 2025-06..2025-06 33 家", "G3 firms_in_park target year 2025-01..2025-12 36 家"]
    assert doubts(reading) == []


def test_months_and_quarters_under_a_head_that_says_cumulative_are_cumulative():
    plan = read(sheet([
        ["城南产业园2026年目标分解表"], ["指标", "单位", "分季度目标（累计）", ""], ["", "", "一季度", "二季度"], ["税收", "万元", 10, 20]], merges="A2:A3 B2:B3 C2:D2"))
    assert lines(plan) == ["C4 tax_revenue target ytd 2026-01..2026-03 10 万元", "D4 tax_revenue target ytd 2026-01..2026-06 20 万元"]
    months = read(sheet([
        ["城南产业园2025年税收（万元）"], ["片区", "当月", "", "累计", ""], ["", "1月", "2月", "1月", "2月"], ["东片区", 1, 2, 1, 3]], merges="A2:A3 B2:C2 D2:E2"))
    assert [line.split(" ", 3)[3] for line in lines(months)] == [
        "actual month 2025-01..2025-01 1 万元", "actual month 2025-02..2025-02 2 万元",
        "actual ytd 2025-01..2025-01 1 万元", "actual ytd 2025-01..2025-02 3 万元"]


def test_a_quarter_over_target_and_result_is_its_own_where_other_quarters_stand_beside_it():
    reading = read(sheet([
        ["城南产业园2025年指标（万元）"], ["指标", "一季度", "", "二季度", ""], ["", "目标", "完成", "目标", "完成"], ["税收", 10, 9, 10, 11]], merges="A2:A3 B2:C2 D2:E2"))
    assert [line.split(" ", 2)[2] for line in lines(reading)[:2]] == [
        "target quarter 2025-01..2025-03 10 万元", "actual quarter 2025-01..2025-03 9 万元"]


def test_zones_whose_names_differ_by_a_direction_are_told_from_each_other():
    reading = read(sheet([["城南产业园2025年税收分月（万元）"], ["月份", "北屯", "南屯", "合计"], ["3月", 1, 2, 3]]))
    assert [line.split()[1] for line in lines(reading)] == ["北屯", "南屯", "tax_revenue"] and doubts(reading) == []


def test_a_forecast_below_the_months_is_of_the_time_its_own_words_name():
    reading = read(sheet([["城南产业园2024年指标"], ["时间", "税收（万元）", "企业数（家）"], ["上半年", 2, 30], ["下半年（预计）", 3, 32], ["年均增长%", 4, 1]]))
    assert lines(reading)[2:] == [
        "B4 tax_revenue forecast span 2024-07..2024-12 3 万元", "C4 firms_in_park forecast point 2024-12..2024-12 32 家"]


@pytest.mark.parametrize(("title", "head", "yoy"), [
    ("2025年1-9月", "比2019年同期增长%", ""), ("2025年1-9月", "比2024年同期增长%", " yoy 5"), ("2025年1-9月", "三年复合增长率%", ""),
    ("2025年1-9月", "较上年末增长%", ""), ("2025年1-9月", "与上年同期相比%", " yoy 5"),
])
def test_only_growth_on_a_year_earlier_is_a_growth(title, head, yoy):
    reading = read(sheet([[f"城南产业园{title}情况（万元）"], ["指标", "1-9月", head], ["税收", 10, 5]]))
    assert lines(reading) == [f"B3 tax_revenue actual ytd 2025-01..2025-09 10 万元{yoy}"]


def test_half_years_plans_and_the_present_state_are_told_by_their_words():
    reading = read(sheet([["城南产业园2025年情况（万元）"], ["指标", "2023年现状", "半年度目标", "半年度完成数", "月均完成", "2030年规划"], ["税收", 9, 5, 6, 1, 20]]))
    assert [line.split(" ", 2)[2] for line in lines(reading)] == [
        "actual year 2023-01..2023-12 9 万元", "target ytd 2025-01..2025-06 5 万元", "actual ytd 2025-01..2025-06 6 万元",
        "target year 2030-01..2030-12 20 万元"]


def test_a_row_of_growth_on_another_year_is_passed_over_and_the_years_own_read():
    reading = read(sheet([["城南产业园2025年税收（万元）"], ["时期", "东片区"], ["2024年1-9月", 10], ["2025年1-9月", 12], ["比2019年增长%", 70], ["两年平均增速%", 9], ["同比%", 20]]))
    assert lines(reading)[1:] == ["B4 东片区 tax_revenue actual ytd 2025-01..2025-09 12 万元 yoy 20"] and doubts(reading) == []


def test_lines_between_months_pass_on_their_year_zone_or_indicator():
    years = read(sheet([["城南产业园分月指标（万元）"], ["月份", "税收"], ["2023年", ""], ["12月", 1], ["2024年", ""], ["1月", 1], ["2月", 2], ["合计", 3], ["同比%", 5]]))
    assert [line.split(" ", 2)[2] for line in lines(years)] == [
        "actual month 2023-12..2023-12 1 万元", "actual month 2024-01..2024-01 1 万元", "actual month 2024-02..2024-02 2 万元",
        "actual ytd 2024-01..2024-02 3 万元 yoy 5"]
    zones = read(sheet([["城南产业园2024年分月指标（万元）"], ["月份", "税收"], ["东片区", ""], ["1月", 1], ["西片区", ""], ["1月", 2]]))
    assert [line.split()[1] for line in lines(zones)] == ["东片区", "西片区"]
    names = read(sheet([["城南产业园2024年分月情况"], ["月份", "东片区"], ["税收（万元）", ""], ["1月", 1], ["规上企业（家）", ""], ["1月", 2]]))
    assert [line.split()[2] for line in lines(names)] == ["tax_revenue", "above_scale_firms"]
