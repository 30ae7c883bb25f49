"""Rates in rows of their own below names, parts beside 其中, sums beside 合计, and what stands where a name is due."""

from .sheets import doubts, lines, read, sheet

TITLE = ["梅岭工业园2022年5月主要指标（万元）"]


def test_rates_below_each_zone_go_to_that_zone_and_are_no_zones():
    reading = read(sheet([["2022年5月分片区税收（万元）"], ["片区", "本月", "累计"], ["梅岭片区", 10, 60], ["占比（%）", 40, 41], ["同比增长（%）", 5, 6],
                          ["竹溪片区", 15, 85], ["占比（%）", 60, 59], ["同比增长（%）", 7, 8], ["合计", 25, 145], ["同比增长（%）", 6, 7]]))
    assert lines(reading) == [
        "B3 梅岭片区 tax_revenue actual month 2022-05..2022-05 10 万元 yoy 5", "C3 梅岭片区 tax_revenue actual ytd 2022-01..2022-05 60 万元 yoy 6",
        "B6 竹溪片区 tax_revenue actual month 2022-05..2022-05 15 万元 yoy 7", "C6 竹溪片区 tax_revenue actual ytd 2022-01..2022-05 85 万元 yoy 8",
        "B9 tax_revenue actual month 2022-05..2022-05 25 万元 yoy 6", "C9 tax_revenue actual ytd 2022-01..2022-05 145 万元 yoy 7"]
    assert doubts(reading) == []


def test_names_among_more_rows_of_rates_keep_their_figures():
    reading = read(sheet([["2022年5月税收结构表（万元）"], ["", "本月", "累计"], ["税收", 30, 145], ["占全县比重（%）", 11, 12], ["磁性材料产业", 10, 60],
                          ["占园区比重（%）", 33, 41], ["智能家居产业", 20, 85], ["占园区比重（%）", 67, 59]]))
    assert [line.split(" tax")[0] for line in lines(reading)] == ["B3", "C3", "B5 磁性材料产业", "C5 磁性材料产业", "B7 智能家居产业", "C7 智能家居产业"]
    assert doubts(reading) == []
    several = read(sheet([TITLE, ["指标", "累计"], ["工业总产值", 900], ["占全县比重（%）", 12], ["同比（%）", 5], ["位次", 2], ["税收", 60],
                          ["占全县比重（%）", 11], ["同比（%）", 6], ["位次", 1]]))
    assert [line.rsplit(" ", 1)[1] for line in lines(several)] == ["5", "6"] and doubts(several) == []


def test_the_year_over_the_names_is_the_years_of_the_columns():
    reading = read(sheet([["经济运行调度表"], ["2022年", "1-2月", "1-3月", "单位"], ["工业总产值", 80, 120, "万元"], ["增速（%）", 8, 9, ""],
                          ["税收", 5, 9, "万元"], ["增速（%）", 3, 4, ""]]))
    assert lines(reading)[:2] == ["B3 industrial_output_value actual ytd 2022-01..2022-02 80 万元 yoy 8",
                                  "C3 industrial_output_value actual ytd 2022-01..2022-03 120 万元 yoy 9"]
    assert len(lines(reading)) == 4


def test_parts_beside_a_column_of_their_own_that_says_among_them_are_read_by_their_own_names():
    reading = read(sheet([TITLE, ["指标", "", "累计"], ["工业总产值", "", 900], ["其中", "规模以上工业总产值", 800], ["", "新产品产值", 90],
                          ["固定资产投资", "", 70], ["其中：", "工业投资", 50], ["", "基础设施投资", 10]], merges="A4:A5"))
    assert [line.split(" actual")[0] for line in lines(reading)] == [
        "C3 industrial_output_value", "C4 above_scale_output_value", "C6 fixed_asset_investment", "C7 industrial_investment",
        "C8 infrastructure_investment"]
    assert doubts(reading) == ["warning unknown_indicator A5"]


def test_a_sum_below_the_months_of_all_zones_is_to_the_last_month():
    reading = read(sheet([["2022年分片区分月税收（万元）"], ["片区", "月份", "税收"], ["梅岭片区", "1月", 5], ["", "2月", 6], ["", "小计", 11],
                          ["竹溪片区", "1月", 7], ["", "2月", 8], ["", "小计", 15], ["合计", "1月", 12], ["", "2月", 14], ["", "小计", 26]],
                         merges="A3:A5 A6:A8 A9:A11"))
    assert [line for line in lines(reading) if line.split()[0] in ("C5", "C8", "C11")] == [
        "C5 梅岭片区 tax_revenue actual ytd 2022-01..2022-02 11 万元", "C8 竹溪片区 tax_revenue actual ytd 2022-01..2022-02 15 万元",
        "C11 tax_revenue actual ytd 2022-01..2022-02 26 万元"]


def test_a_zones_last_year_below_the_zones_is_that_zones_and_a_year_earlier():
    reading = read(sheet([["2022年5月分片区税收（万元）"], ["片区", "本月", "累计"], ["梅岭片区", 10, 60], ["竹溪片区", 15, 85], ["合计", 25, 145],
                          ["梅岭片区同期", "", 55], ["竹溪片区同期", "", 80]]))
    assert lines(reading)[-2:] == ["C6 梅岭片区 tax_revenue actual ytd 2021-01..2021-05 55 万元", "C7 竹溪片区 tax_revenue actual ytd 2021-01..2021-05 80 万元"]
    assert doubts(reading) == []


def test_an_amount_under_a_head_of_growth_is_a_difference_and_the_percent_beside_it_the_growth():
    reading = read(sheet([["2022年1-5月主要指标"], ["指标", "单位", "实绩", "上年同期", "同比增减", ""], ["", "", "", "", "绝对额", "%"],
                          ["税收", "万元", 60, 50, 10, 20]], merges="A2:A3 B2:B3 C2:C3 D2:D3 E2:F2"))
    assert lines(reading)[0].endswith("60 万元 yoy 20") and doubts(reading) == []


def test_the_leading_firm_beside_a_chain_does_not_own_the_chains_figures():
    reading = read(sheet([["2022年5月产业链情况"], ["产业链", "链长", "链主企业", "产值（亿元）"], ["磁性材料", "", "甲公司", 3], ["智能家居", "", "乙公司", 4], ["合计", "", "", 7]]))
    assert [line.split(" industrial")[0] for line in lines(reading)] == ["D3 磁性材料", "D4 智能家居", "D5"]


def test_lines_that_say_year_and_month_by_key_stand_above_the_header():
    reading = read(sheet([["园区经济监测表"], ["年份：2022年", "", "月份：5月"], ["指标", "计量单位", "月度值", "月度增速", "累计值", "累计增速"],
                          ["税收", "万元", 10, 5, 60, 6]]))
    assert lines(reading) == ["C4 tax_revenue actual month 2022-05..2022-05 10 万元 yoy 5", "E4 tax_revenue actual ytd 2022-01..2022-05 60 万元 yoy 6"]


def test_a_rate_of_completion_below_the_zones_is_no_zone():
    reading = read(sheet([["2022年5月招商情况"], ["片区", "引进项目数（个）", ""], ["", "本月", "累计"], ["梅岭片区", 2, 12], ["竹溪片区", 1, 9], ["合计", 3, 21], ["全年任务", "", 25], ["完成%", "", 84]],
                         merges="B2:C2"))
    assert [line.split(" ")[0] for line in lines(reading)] == ["B4", "C4", "B5", "C5", "B6", "C6", "C7"]
    assert lines(reading)[-1] == "C7 projects_introduced target year 2022-01..2022-12 25 个" and doubts(reading) == []


def test_years_below_a_head_of_sums_are_to_the_month_of_the_row():
    reading = read(sheet([["税收完成情况（万元）"], ["月份", "当月数", "", "累计数", ""], ["", "2022年", "2021年", "2022年", "2021年"], ["1月", 30, 28, 30, 28], ["2月", 28, 27, 58, 55]],
                         merges="A2:A3 B2:C2 D2:E2"))
    assert lines(reading)[-4:] == [
        "B5 tax_revenue actual month 2022-02..2022-02 28 万元", "C5 tax_revenue actual month 2021-02..2021-02 27 万元",
        "D5 tax_revenue actual ytd 2022-01..2022-02 58 万元", "E5 tax_revenue actual ytd 2021-01..2021-02 55 万元"]


def test_a_rate_of_completion_below_a_monthly_plan_and_its_result_is_checked_against_them():
    reading = read(sheet([["2022年月度目标与完成"], ["指标", "单位", "类别", "1月", "2月"], ["税收", "万元", "目标", 30, 32], ["", "", "完成", 30, 28], ["", "", "完成率", "100%", "93.3%"],
                          ["工业总产值", "万元", "目标", 400, 400], ["", "", "完成", 410, 380], ["", "", "完成率", "102.5%", "95%"]], merges="A3:A5 B3:B5 A6:A8 B6:B8"))
    assert len(lines(reading)) == 8 and doubts(reading) == ["warning completion_mismatch E5"]
