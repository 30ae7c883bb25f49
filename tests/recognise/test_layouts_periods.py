"""When figures are of: forecasts, spans, halves of the year, sums behind months, plans divided over zones."""

from __future__ import annotations

from .sheets import doubts, lines, read, sheet


def test_the_growth_of_a_forecast_belongs_to_the_forecast():
    for header in ("预计增长%", "预计增幅（%）", "同比%"):
        reading = read(sheet([["2022年1-9月（万元）"], ["指标", "1-9月", "同比增长%", "全年预计", header], ["税收", 70, 5, 99, 6]]))
        assert lines(reading) == [
            "B3 tax_revenue actual ytd 2022-01..2022-09 70 万元 yoy 5", "D3 tax_revenue forecast year 2022-01..2022-12 99 万元 yoy 6"], header
    alone = read(sheet([["2022年1-9月（万元）"], ["指标", "全年预计", "1-9月", "同比%"], ["税收", 99, 70, 5]]))
    assert lines(alone)[1].endswith("70 万元 yoy 5")


def test_a_forecast_of_a_stock_stands_in_december():
    reading = read(sheet([["2022年主要指标"], ["指标", "单位", "全年目标", "9月末", "全年预计"], ["规上企业数", "家", 50, 44, 49]]))
    assert lines(reading) == [
        "C3 above_scale_firms target year 2022-01..2022-12 50 家", "D3 above_scale_firms actual point 2022-09..2022-09 44 家",
        "E3 above_scale_firms forecast point 2022-12..2022-12 49 家"]


def test_what_several_years_made_together_is_a_span():
    reading = read(sheet([["主要指标（万元）"], ["指标", "2020-2022年累计完成", "2022年完成"], ["税收", 70, 24]]))
    assert lines(reading) == ["B3 tax_revenue actual span 2020-01..2022-12 70 万元", "C3 tax_revenue actual year 2022-01..2022-12 24 万元"]


def test_the_second_half_of_a_year_is_not_the_year():
    reading = read(sheet([["2022年（万元）"], ["指标", "全年目标", "上半年完成", "下半年计划"], ["税收", 30, 14, 16]]))
    assert lines(reading) == [
        "B3 tax_revenue target year 2022-01..2022-12 30 万元", "C3 tax_revenue actual ytd 2022-01..2022-06 14 万元",
        "D3 tax_revenue target span 2022-07..2022-12 16 万元"]
    assert doubts(reading) == []


def test_a_year_behind_dated_months_is_theirs():
    reading = read(sheet([["税收分月情况（当月，万元）"], ["指标", *(f"2022年{m}月" for m in range(1, 13)), "全年"], ["税收", *range(1, 13), 78]]))
    assert lines(reading)[-1] == "N3 tax_revenue actual year 2022-01..2022-12 78 万元" and doubts(reading) == []


def test_a_plan_divided_over_zones_is_a_plan_in_each():
    reading = read(sheet([["2022年目标任务分解表（万元）"], ["指标", "全园目标", "梅岭片区", "竹溪片区"], ["税收", 30, 14, "16以上"]]))
    assert lines(reading) == [
        "B3 tax_revenue target year 2022-01..2022-12 30 万元", "C3 梅岭片区 tax_revenue target year 2022-01..2022-12 14 万元",
        "D3 竹溪片区 tax_revenue target year 2022-01..2022-12 >=16 万元"]


def test_a_column_of_measures_is_known_by_its_words_beside_a_column_of_time():
    for header in ("数据类别", "数据项"):
        reading = read(sheet([
            ["指标", "单位", "时间", header, "数值"], ["税收", "万元", "2022年", "全年目标", 60], ["税收", "万元", "2022年5月", "当月完成", 5],
            ["税收", "万元", "2022年1-5月", "累计完成", 24], ["税收", "万元", "2021年1-5月", "累计完成", 22],
        ]))
        assert lines(reading) == [
            "E2 tax_revenue target year 2022-01..2022-12 60 万元", "E3 tax_revenue actual month 2022-05..2022-05 5 万元",
            "E4 tax_revenue actual ytd 2022-01..2022-05 24 万元", "E5 tax_revenue actual ytd 2021-01..2021-05 22 万元"], header


def test_named_rows_of_figures_that_give_nothing_are_warned_of():
    reading = read(sheet([["2022年5月通讯录"], ["姓名", "年龄", "工龄"], ["甲", 33.5, 4], ["乙", 41.5, 6]]))
    assert lines(reading) == [] and doubts(reading)


def test_a_unit_line_may_say_that_others_are_noted():
    reading = read(sheet([["2022年5月（累计）"], ["", "单位：万元（另有注明的除外）"], ["指标", "完成"], ["税收", 4], ["新开发土地（亩）", 5]]))
    assert doubts(reading) == [] and [line.split()[-1] for line in lines(reading)] == ["万元", "亩"]
