"""Months and years to date that do not follow from each other are doubted at their cells."""

from tests.recognise.sheets import doubts, read, sheet

YTD_HEAD = ["指标", "单位", *(f"1-{m}月" for m in range(2, 10))]
YTD_TAX = ["税收", "万元", 332.7, 554.4, 778.8, 1026.4, 1291.3, 1524.5, 1778.1, 2050.9]


def cumulative(*values):
    return sheet([["东湖园区2013年分月累计"], YTD_HEAD, ["税收", "万元", *values]])


def test_a_growing_series_raises_nothing():
    assert doubts(read(cumulative(*YTD_TAX[2:]))) == []


def test_a_year_to_date_below_the_last_is_doubted_where_it_falls():
    assert doubts(read(cumulative(332.7, 554.4, 778.8, 1026.4, 1291.3, 524.5, 1778.1, 2050.9))) == ["warning ytd_decreases H3"]


def test_a_year_to_date_far_too_high_is_doubted_itself():
    assert doubts(read(cumulative(332.7, 554.4, 778.8, 1026.4, 5291.3, 1524.5, 1778.1, 2050.9))) == ["warning ytd_decreases G3"]


def test_a_falling_last_month_is_doubted():
    assert doubts(read(cumulative(332.7, 554.4, 778.8, 1026.4, 1291.3, 1524.5, 1778.1, 1050.9))) == ["warning ytd_decreases J3"]


def test_profit_may_fall():
    rows = [["东湖园区2013年分月累计"], YTD_HEAD, ["利润", "万元", 332.7, 554.4, 778.8, 1026.4, 1291.3, 1224.5, 1378.1, 1450.9]]
    assert doubts(read(sheet(rows))) == []


def test_a_month_that_is_not_the_difference_of_two_years_to_date_is_doubted():
    rows = [["东湖园区2013年"], ["指标", "单位", "1-8月", "9月", "1-9月"], ["税收", "万元", 1778.1, 252.8, 2050.9]]
    assert doubts(read(sheet(rows))) == ["warning month_ytd_conflict D3 E3"]


def test_a_month_larger_than_its_year_to_date_is_doubted():
    rows = [["东湖园区2013年1-9月"], ["指标", "单位", "本月", "累计"], ["税收", "万元", 2728, 2050.9], ["工业总产值", "万元", 5290, 39943]]
    assert doubts(read(sheet(rows))) == ["warning month_ytd_conflict C3 D3"]


def test_months_must_add_up_to_the_year():
    months = [151.4, 95.6, 97.6, 100.5, 111.2, 96.2, 103.2, 108.8, 108.5, 112.0, 115.0]
    head = ["指标", "单位", "1-2月", *(f"{m}月" for m in range(3, 13)), "全年"]

    def year(total):
        return sheet([["东湖园区2012年主要指标分月完成情况（当月数）"], head, ["税收", "万元", *months, total]])

    assert doubts(read(year(1200))) == []
    assert doubts(read(year(1300))) == ["warning month_ytd_conflict M3 N3"]


def test_january_must_be_its_own_year_to_date():
    rows = [["东湖园区2013年1月"], ["指标", "单位", "本月", "累计"], ["税收", "万元", 210.5, 215.5], ["工业总产值", "万元", 310, 310]]
    assert doubts(read(sheet(rows))) == ["warning month_ytd_conflict C3 D3"]


def test_rounded_months_do_not_conflict():
    rows = [["东湖园区2013年"], ["指标", "单位", "1-8月", "9月", "1-9月"], ["工业总产值", "亿元", 3.47, 0.53, 3.99]]
    assert doubts(read(sheet(rows))) == []
