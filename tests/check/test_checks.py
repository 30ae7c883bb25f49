"""Figures that contradict each other are doubted at their cells; figures that agree, or differ by rounding, are not."""

import pytest

from tests.recognise.sheets import doubts, read, sheet

TITLE = "东湖园区2013年1-9月主要经济指标完成情况表"
HEAD = ["指标", "单位", "全年目标", "8月", "9月", "1-9月累计", "上年同期累计", "同比增长(%)", "完成率(%)"]
OUTPUT = ["工业总产值", "万元", 56016, 4855, 5290, 39943, 16986, 135.2, 71.3]
REVENUE = ["主营业务收入", "万元", 50405, 4331, 4755, 36191, 15453, 134.2, 71.8]
TAX = ["税收", "万元", 3000, 253.6, 272.8, 2050.9, 864.5, 137.2, 68.4]
FUNDS = ["固定资产投资", "亿元", 4.2, 0.3495, 0.4145, 2.92, 1.4453, 102.0, 69.5]


def month_report(*rows, title=TITLE):
    return sheet([[title], HEAD, *rows])


def changed(row, **cells):
    """The row with other cells, by column letter."""
    return [cells.get("ABCDEFGHI"[i], value) for i, value in enumerate(row)]


def test_a_consistent_report_raises_nothing():
    assert doubts(read(month_report(OUTPUT, REVENUE, TAX, FUNDS))) == []


# --- what was achieved is one number ---

@pytest.mark.parametrize("written", ["≥270", "270以上", "不超过280", "不多于280", "250-280", "<300", "２５０～２８０万元"])
def test_a_bound_or_range_as_an_achieved_figure_is_doubted_at_its_cell(written):
    assert doubts(read(month_report(OUTPUT, changed(TAX, E=written)))) == ["warning inexact_actual E4"]


@pytest.mark.parametrize("written", ["270余", "270多万元"])
def test_a_round_achieved_figure_is_noted_at_its_cell(written):
    reading = read(month_report(OUTPUT, changed(TAX, E=written)))
    assert doubts(reading) == [] and "note inexact_actual E4" in doubts(reading, "note")


def test_a_bound_is_what_targets_and_forecasts_are_for():
    rows = [["东湖园区2013年1-9月"], ["指标", "单位", "全年目标", "1-9月", "全年预计"], ["税收", "万元", "3000以上", 2050.9, "2900-3000"], ["工业总产值", "万元", "≥56016", 39943, 56100]]
    assert doubts(read(sheet(rows))) == []


def test_an_approximate_achieved_figure_is_one_number():
    assert doubts(read(month_report(OUTPUT, changed(TAX, E="约272.8")))) == []


# --- duplicates ---

def test_one_key_with_two_values_is_an_error_at_the_later_cell():
    assert "error duplicate_conflict E5" in doubts(read(month_report(OUTPUT, TAX, changed(OUTPUT, E=5920))))


def test_the_same_value_twice_is_no_conflict():
    assert doubts(read(month_report(OUTPUT, TAX, OUTPUT))) == []


def test_the_same_value_in_another_unit_and_rounding_is_no_conflict():
    small = sheet([["2013年1-9月"], ["指标", "单位", "1-9月"], ["工业总产值", "亿元", 3.99], ["税收", "亿元", 0.205]], name="简表")
    assert doubts(read(month_report(OUTPUT, TAX), small)) == []


def test_another_value_on_another_sheet_is_a_conflict():
    small = sheet([["2013年1-9月"], ["指标", "单位", "1-9月"], ["工业总产值", "亿元", 3.89]], name="简表")
    reading = read(month_report(OUTPUT), small)
    assert [(f.sheet, f.cell) for f in reading.findings if f.code == "duplicate_conflict"] == [("简表", "C3")]


def test_the_year_and_the_year_to_date_of_december_are_one_key():
    rows = [["东湖园区2012年"], ["指标", "单位", "1-12月", "全年"], ["税收", "万元", 1200, 1250], ["工业总产值", "万元", 23536, 23536]]
    assert doubts(read(sheet(rows))) == ["error duplicate_conflict D3"]


def test_last_years_figure_that_its_own_year_reports_otherwise_is_doubted():
    before = sheet([["东湖园区2012年1-9月"], ["指标", "单位", "1-9月"], ["工业总产值", "万元", 16986], ["税收", "万元", 854.5]], name="2012年")
    assert doubts(read(month_report(OUTPUT, TAX), before)) == ["warning base_differs G4"]


# --- parts ---

ZONES = [["东湖园区2013年1-9月分片区情况"], ["片区", "工业总产值（万元）", "新开发土地（亩）"], ["东片区", 26291, 352.5], ["西片区", 11298, 318], ["北片区", 2354, 86]]


def test_zones_that_add_up_raise_nothing():
    assert doubts(read(sheet([*ZONES, ["合计", 39943, 756.5]]))) == []


def test_zones_that_do_not_add_up_are_doubted_at_the_total():
    assert doubts(read(sheet([*ZONES, ["合计", 39943, 774.5]]))) == ["warning parts_do_not_sum C6"]


def test_rounding_of_each_zone_is_no_difference():
    rows = [["2013年1-9月分片区情况"], ["片区", "工业总产值（亿元）"], ["东片区", 2.63], ["西片区", 1.13], ["北片区", 0.24], ["合计", 3.99]]
    assert doubts(read(sheet(rows))) == []


def test_counts_must_add_up_exactly():
    rows = [["2013年1-9月分片区情况"], ["片区", "新承接企业（户）", "竣工投产项目（个）"], ["东片区", 6, 3], ["西片区", 5, 2], ["合计", 12, 5]]
    assert doubts(read(sheet(rows))) == ["warning parts_do_not_sum B5"]


def test_a_table_whose_every_total_exceeds_its_parts_lists_only_some():
    reading = read(sheet([*ZONES[:4], ["合计", 39943, 756.5]]))
    assert doubts(reading) == [] and "note parts_incomplete B5 C5" in doubts(reading, "note")


def test_firms_are_added_within_their_cluster():
    rows = [
        ["东湖园区2013年1-9月企业产值明细表", "", ""], ["企业名称", "所属产业", "累计产值（万元）"], ["甲纺织有限公司", "纺织", 5681], ["乙纺织有限公司", "纺织", 3648], ["小计", "", 9392],
        ["丙锂业有限公司", "锂电新材料", 8747], ["丁锂业有限公司", "锂电新材料", 3749], ["小计", "", 12496], ["合计", "", 21825],
    ]
    assert doubts(read(sheet(rows))) == ["warning parts_do_not_sum C5"]


def test_targets_are_added_like_figures_but_not_with_comparators():
    rows = [["东湖园区2013年目标分解"], ["片区", "税收目标（万元）"], ["东片区", 1830], ["西片区", 950], ["合计", "3000以上"]]
    assert doubts(read(sheet(rows))) == []


def test_ratios_are_never_added():
    rows = [["2013年9月末质量指标"], ["片区", "开工率（%）"], ["东片区", 80], ["西片区", 90], ["合计", 85]]
    assert doubts(read(sheet(rows))) == []


# --- 其中 ---

def test_a_part_larger_than_its_whole_is_doubted():
    part = ["其中：规模以上工业总产值", "万元", "—", 4100, 4590, 45645, 14601, 212.6, "—"]
    assert doubts(read(month_report(OUTPUT, part))) == ["warning of_which_exceeds F4"]


def test_parts_below_their_whole_raise_nothing():
    part = ["其中：规模以上工业总产值", "万元", "—", 4100, 4590, 35645, 14601, 144.1, "—"]
    assert doubts(read(month_report(OUTPUT, part, TAX))) == []


def test_the_second_part_hangs_on_the_same_whole():
    rows = [["2013年1-9月"], ["指标", "单位", "1-9月"], ["固定资产投资", "亿元", 2.92], ["其中：工业投资", "亿元", 1.82], ["其中：基础设施投资", "万元", 30325]]
    assert doubts(read(sheet(rows))) == ["warning of_which_exceeds C5"]


# --- slips of the unit ---

YTD_HEAD = ["指标", "单位", *(f"1-{m}月" for m in range(2, 10))]


def test_a_month_in_the_wrong_unit_is_an_error():
    row = changed(["固定资产投资", "万元", 42000, 3495, 4145, 29200, 14453, 102.0, 69.5], E=0.4145)
    assert "error unit_slip E5" in doubts(read(month_report(OUTPUT, TAX, row)))


def test_a_target_in_the_wrong_unit_is_an_error():
    assert "error unit_slip C3" in doubts(read(month_report(changed(OUTPUT, C=5.6016, I="—"), TAX)))


def test_a_zone_in_the_wrong_unit_is_an_error_at_the_zone():
    rows = [*ZONES[:2], ["东片区", 2.6291, 352.5], *ZONES[3:], ["合计", 39943, 756.5]]
    assert "error unit_slip B3" in doubts(read(sheet(rows)))


def test_a_target_and_its_figure_alone_ten_thousand_times_apart_are_a_slip():
    rows = [[TITLE], ["指标", "单位", "全年目标", "1-9月累计"], ["工业总产值", "万元", 5.6, 39943], ["新开发土地", "亩", 1200, 0.5]]
    assert [d for d in doubts(read(sheet(rows))) if "slip" in d] == ["error unit_slip C3"]


def test_small_and_large_figures_of_one_indicator_are_no_slip():
    rows = [["东湖园区2013年分月累计"], YTD_HEAD, ["新开发土地", "亩", 0, 0, 1.5, 40, 90, 300, 669, 756.5], ["税收", "万元", 0.5, 12, 300, 800, 900, 950, 980, 990]]
    assert doubts(read(sheet(rows))) == []


def test_zeros_are_no_slip():
    assert doubts(read(month_report(changed(OUTPUT, D=0, E=0, F=0, H="—", I=0)))) == []


# --- rates ---

def test_a_completion_that_does_not_follow_is_doubted():
    assert doubts(read(month_report(OUTPUT, changed(REVENUE, I=78.1), TAX))) == ["warning completion_mismatch I4"]


def test_a_growth_that_does_not_follow_is_doubted():
    assert doubts(read(month_report(OUTPUT, REVENUE, changed(TAX, H=37.2)))) == ["warning yoy_mismatch H5"]


def test_rates_as_displayed_follow():
    assert doubts(read(month_report(changed(OUTPUT, H=135, I=71), changed(REVENUE, H=134.1963373, I=71.8004)))) == []


def test_growth_half_a_point_off_is_tolerated():
    assert doubts(read(month_report(OUTPUT, REVENUE, changed(TAX, H=137.6)))) == []


def test_growth_on_another_basis_is_one_note():
    reading = read(month_report(changed(OUTPUT, H=12.1), changed(REVENUE, H=9.5), changed(TAX, H=8.8), FUNDS))
    assert doubts(reading) == [] and "note growth_basis H3 H4 H5" in doubts(reading, "note")


def test_growth_of_a_small_count_is_exact():
    row = ["新承接企业", "户", 18, 2, 3, 14, 7, 100, 77.8]
    assert doubts(read(month_report(OUTPUT, TAX, row))) == []
    assert doubts(read(month_report(OUTPUT, TAX, changed(row, H=114)))) == ["warning yoy_mismatch H5"]


def test_completion_as_a_fraction_or_of_a_lower_is_better_target_follows():
    stopped = ["长期停产企业", "家", 3, "—", "—", 4, 6, "—", 75]
    assert doubts(read(month_report(OUTPUT, TAX, stopped))) == []


# --- pace ---

def paced(*paces, header="超欠序时(百分点)"):
    head = ["指标", "单位", "全年目标", "1-9月累计", "完成率(%)", header]
    rows = [["工业总产值", "万元", 56016, 39943, 71.3], ["主营业务收入", "万元", 50405, 36191, 71.8], ["税收", "万元", 3000, 2050.9, 68.4]]
    return doubts(read(sheet([[TITLE], head, *([*row, pace] for row, pace in zip(rows, paces, strict=True))])))


def test_paces_that_follow_raise_nothing_whatever_their_reading():
    assert paced(-3.7, -3.2, -6.6) == []
    assert paced(75, 75, 75, header="序时进度(%)") == []
    assert paced(-2069, -1612.75, -199.1, header="超欠进度(万元)") == []


def test_a_pace_that_does_not_follow_is_doubted():
    assert paced(-3.7, 13.2, -6.6) == ["warning pace_mismatch F4"]


def test_paces_against_a_plan_by_month_are_one_note():
    assert paced(-1.2, 4.5, -8.1) == []


# --- the future and the rest ---

def test_a_mistyped_year_is_an_error_at_its_title():
    assert doubts(read(month_report(OUTPUT, title="东湖园区2103年1-9月主要经济指标"))) == ["error period_in_future A1"]


def test_nothing_is_checked_where_nothing_was_read():
    assert doubts(read(sheet([["目录"], ["第一页"]]))) == []


def test_more_findings_than_anyone_reads_are_counted():
    rows = [["2013年1-9月分企业情况"], ["企业名称", "指标", "单位", "1-9月"]]
    rows += [[f"第{i}机械有限公司", "税收", "万元", value] for i in range(150) for value in (100, 200)]
    reading = read(sheet(rows))
    found = [f for f in reading.findings if f.code == "duplicate_conflict"]
    assert len(found) == 101 and "50" in found[-1].message and found[-1].severity == "error"


def test_a_total_above_its_parts_where_one_that_others_have_is_not_there_lists_only_some():
    rows = [["2013年1-9月分片区情况"], ["片区", "新承接企业（户）", "竣工投产项目（个）", "税收（万元）"], ["东片区", 6, 3, 10], ["西片区", "—", 2, 20], ["北片区", 3, 1, 30]]
    reading = read(sheet([*rows, ["合计", 15, 6, 60]]))
    assert doubts(reading) == [] and "note parts_incomplete B6" in doubts(reading, "note")
    assert doubts(read(sheet([*rows, ["合计", 8, 6, 60]]))) == ["warning parts_do_not_sum B6"]  # more than the total, whatever is missing


def test_a_zone_that_sums_the_zones_before_it_is_not_added_again():
    rows = [["2013年1-9月分片区完成情况（万元）"], ["指标", "主区", "", "", "拓展区", "合计"], ["", "东片区", "西片区", "小计", "南片区", ""]]
    merges = "A2:A3 B2:D2 F2:F3"
    assert doubts(read(sheet([*rows, ["税收", 610, 480, 1090, 200, 1290]], merges=merges))) == []
    assert doubts(read(sheet([*rows, ["税收", 610, 480, 1090, 200, 1390]], merges=merges))) == ["warning parts_do_not_sum F4"]


def test_a_zone_like_any_other_is_no_sum_of_the_zones_before_it():
    rows = [["东湖园区2024年1-9月各片区工业总产值（万元）"], ["片区", "工业总产值"], ["北片", 3000], ["南片", 5000], ["西片", 8000], ["合计", 8000]]
    assert doubts(read(sheet(rows))) == ["warning parts_do_not_sum B6"]
