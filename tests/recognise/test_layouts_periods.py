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


def test_the_same_month_of_last_year_belongs_to_the_month():
    reading = read(sheet([["2022年5月（万元）"], ["指标", "本月", "本月止累计", "上年同月", "上年同期累计"], ["税收", 5, 24, 4, 22]]))
    assert [line.split(" ", 1)[1] for line in lines(reading)[2:]] == [
        "tax_revenue actual month 2021-05..2021-05 4 万元", "tax_revenue actual ytd 2021-01..2021-05 22 万元"]


def test_targets_that_differ_by_quarter_are_the_quarters_own():
    down = read(sheet([["2022年税收（万元）"], ["季度", "目标", "完成"], ["一季度", 10, 9], ["二季度", 12, 11], ["全年", 50, ""]]))
    across = read(sheet([["2022年税收（万元）"], ["项目", "一季度", "二季度", "全年"], ["目标", 10, 12, 50], ["完成", 9, 11, ""]]))
    wanted = {("target", "quarter", "2022-01", 10), ("target", "quarter", "2022-04", 12), ("target", "year", "2022-01", 50),
              ("actual", "quarter", "2022-01", 9), ("actual", "quarter", "2022-04", 11)}
    for reading in (down, across):
        found = {(row["measure"], row["basis"], row["period_start"], int(row["value"])) for row in reading.observations.to_pylist()}
        assert found == wanted and doubts(reading) == []


def test_a_years_target_that_stands_again_in_each_month_is_the_years():
    reading = read(sheet([["2022年税收（万元）"], ["月份", "目标", "累计"], ["1-4月", 50, 14], ["1-5月", 50, 19]]))
    assert [line for line in lines(reading) if "target" in line] == [
        "B3 tax_revenue target year 2022-01..2022-12 50 万元", "B4 tax_revenue target year 2022-01..2022-12 50 万元"]


def test_quarters_of_one_year_and_cumulative_quarters_of_another_keep_apart():
    reading = read(sheet([
        ["指标", "2021年", "", "2022年", ""], ["", "一季度", "二季度", "一季度", "上半年"], ["税收（万元）", 1, 2, 3, 7]], merges="A1:A2 B1:C1 D1:E1"))
    assert [row["basis"] for row in reading.observations.to_pylist()] == ["quarter", "quarter", "ytd", "ytd"]


def test_a_cumulative_plan_to_the_whole_year_is_a_plan_throughout():
    reading = read(sheet([["2022年税收计划（万元）"], ["片区", "全年计划", "一季度", "上半年", "全年"], ["梅岭片区", 40, 9, 20, 40]]))
    assert {row["measure"] for row in reading.observations.to_pylist()} == {"target"}


def test_the_period_that_the_other_tables_agree_on_holds_where_none_is_said():
    rows = [["一、主要指标（2022年1-5月）"], ["指标", "完成"], ["税收（万元）", 9], ["二、分片区税收（万元）"], ["片区", "完成"], ["梅岭片区", 4]]
    assert lines(read(sheet(rows)))[-1] == "B6 梅岭片区 tax_revenue actual ytd 2022-01..2022-05 4 万元"
    both = [*rows[:3], ["二、主要指标（2022年1-6月）"], ["指标", "完成"], ["税收（万元）", 9], *rows[3:]]
    assert doubts(read(sheet(both)))[-1] == "error no_period B9"


def test_growth_below_one_without_a_sign_of_percent_is_doubted():
    rows = [["2022年1-5月（万元）"], ["指标", "累计", "同比增速"], ["税收", 9, 0.05], ["利润", 8, -0.12]]
    assert doubts(read(sheet(rows))) == ["warning growth_fraction C3:C4"]
    rows[3][2] = 4.5
    assert doubts(read(sheet(rows))) == []


def test_formulas_without_a_kept_result_are_named_wherever_they_stand():
    rows = [["2022年5月（万元）"], ["指标", "目标", "累计", "同比%"], ["税收", 60, "", ""], ["利润", 70, 8, ""]]
    assert doubts(read(sheet(rows, uncached={(2, 2), (3, 3)}))) == ["warning uncalculated_formula C3 D4"]


def test_growth_in_another_unit_is_no_rate():
    reading = read(sheet([["2022年5月（万元）"], ["指标", "累计", "同比"], ["税收", 9, "1.2万元"]]))
    assert [row["yoy"] for row in reading.observations.to_pylist()] == [None] and doubts(reading, "note") == ["note text_in_growth_cell C3"]


def test_a_completion_of_the_target_that_is_not_read_raises_nothing():
    reading = read(sheet([["2022年1-5月（万元）"], ["指标", "基本目标", "奋斗目标", "累计", "基本目标完成率", "奋斗目标完成率"], ["税收", 50, 80, 20, 40, 25]]))
    assert doubts(reading) == ["warning second_target C2"]


def test_a_unit_written_beside_the_first_of_an_indicators_rows_holds_for_all():
    reading = read(sheet([["2022年5月"], ["指标", "片区", "单位", "累计"], ["税收", "合计", "亿元", 9], ["税收", "梅岭片区", "", 4]]))
    assert [int(row["value"]) for row in reading.observations.to_pylist()] == [90000, 40000] and doubts(reading) == []


def test_percentages_under_a_title_of_growth_are_growth():
    reading = read(sheet([["2022年1-5月各片区增长情况"], ["指标", "梅岭片区", "竹溪片区"], ["税收", "6.5%", "-1%"]]))
    assert [row["yoy"] for row in reading.observations.to_pylist()] == [6.5, -1]


def test_last_years_column_of_a_long_table_is_a_year_before_its_rows_period():
    for time, last in (("2022年5月", "2021-05"), ("2022年1-5月", "2021-05"), ("2022年上半年", "2021-06"), ("202205", "2021-05")):
        reading = read(sheet([["期间", "指标", "单位", "完成值", "上年同期值"], [time, "税收", "万元", 9, 8], [time, "利润", "万元", 5, 4]]))
        assert [row["period_end"] for row in reading.observations.to_pylist()][1] == last, time


def test_a_target_told_by_growth_in_brackets_is_next_years_own():
    reading = read(sheet([["2022年目标建议（万元）"], ["指标", "2021年\n年初目标", "1-11月\n完成", "全年预计", "2022年目标\n（增长）"], ["税收", 60, 55, 59, "增长12%以上"]], name="2021"))
    assert lines(reading)[-1] == "E3 tax_revenue target year 2022-01..2022-12 >= 万元 yoy 12" and "yoy" not in lines(reading)[0]


def test_a_year_mistyped_by_its_second_digit_is_in_the_future():
    assert doubts(read(sheet([["2202年4月快报（万元）"], ["指标", "本月"], ["税收", 9]]))) == ["error period_in_future A1"]


def test_last_years_row_of_a_record_that_carries_the_records_time_is_a_year_before():
    rows = [["时间", "指标", "口径", "数值（万元）"], ["2022年1-5月", "税收", "本年", 9], ["2022年1-5月", "税收", "上年同期", 8]]
    assert lines(read(sheet(rows)))[1] == "D3 tax_revenue actual ytd 2021-01..2021-05 8 万元"
    rows[2][0] = "2021年1-5月"
    assert lines(read(sheet(rows)))[1] == "D3 tax_revenue actual ytd 2021-01..2021-05 8 万元"


def test_an_expected_completion_is_not_held_against_the_figures_so_far():
    reading = read(sheet([["2022年1-9月（万元）"], ["指标", "1-9月", "全年预计", "全年目标", "预计完成率%"], ["税收", 70, 100, 110, 90.9]]))
    assert doubts(reading) == []


def test_earlier_years_in_a_plan_are_no_plan():
    reading = read(sheet([["企业税收及2022年计划表（万元）"], ["企业名称", "2020年产值", "2021年产值", "2022年产值"], ["甲电机有限公司", 5, 6, 7]]))
    assert [(row["measure"], row["period_start"]) for row in reading.observations.to_pylist()] == [("actual", "2020-01"), ("actual", "2021-01"), ("target", "2022-01")]
