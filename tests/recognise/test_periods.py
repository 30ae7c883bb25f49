"""Periods in every spelling seen in titles, headers, sheet names and cells."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.periods import (
    MONTH,
    POINT,
    QUARTER,
    SPAN,
    YEAR,
    YTD,
    Period,
    find_periods,
    format_period,
    is_making_date,
    parse_period,
    with_context,
    within,
)


def said(period):
    """What a period says, as one tuple."""
    return None if period is None else (period.start_year, period.start_month, period.end_year, period.end_month, period.basis)


def one(basis, year, start, end):
    return (year, start, year, end, basis)


WHOLE = [
    ("2024年9月", one(MONTH, 2024, 9, 9)), ("2024.9", one(MONTH, 2024, 9, 9)), ("2024.09", one(MONTH, 2024, 9, 9)), ("2024-09", one(MONTH, 2024, 9, 9)),
    ("2024/9", one(MONTH, 2024, 9, 9)), ("201309", one(MONTH, 2013, 9, 9)), (201309, one(MONTH, 2013, 9, 9)), (201309.0, one(MONTH, 2013, 9, 9)),
    ("２０１３年９月", one(MONTH, 2013, 9, 9)), ("2013 年 9 月", one(MONTH, 2013, 9, 9)), ("2018年02月", one(MONTH, 2018, 2, 2)), ("2013年9月份", one(MONTH, 2013, 9, 9)),
    ("二〇一三年十月", one(MONTH, 2013, 10, 10)), ("09年9月", one(MONTH, 2009, 9, 9)), ("9月", one(MONTH, None, 9, 9)), ("九月", one(MONTH, None, 9, 9)),
    ("十二月", one(MONTH, None, 12, 12)), ("9月份", one(MONTH, None, 9, 9)), ("9月数", one(MONTH, None, 9, 9)), ("（9月）", one(MONTH, None, 9, 9)),
    ("1-9月", one(YTD, None, 1, 9)), ("１～９月", one(YTD, None, 1, 9)), ("1—9月", one(YTD, None, 1, 9)), ("1－9月", one(YTD, None, 1, 9)),
    ("1~2月", one(YTD, None, 1, 2)), ("1至9月", one(YTD, None, 1, 9)), ("1到10月", one(YTD, None, 1, 10)), ("1-02月", one(YTD, None, 1, 2)),
    ("一至七月", one(YTD, None, 1, 7)), ("一—九月", one(YTD, None, 1, 9)), ("前五月", one(YTD, None, 1, 5)), ("前9个月", one(YTD, None, 1, 9)),
    ("1月——12月", one(YTD, None, 1, 12)), ("1月-9月", one(YTD, None, 1, 9)), ("1 - 9 月", one(YTD, None, 1, 9)), ("1-9月份", one(YTD, None, 1, 9)),
    ("1-9月累计", one(YTD, None, 1, 9)), ("2013年1-9月", one(YTD, 2013, 1, 9)), ("2013年1—9月", one(YTD, 2013, 1, 9)), ("2013.1-9", one(YTD, 2013, 1, 9)),
    ("2013年1月-9月", one(YTD, 2013, 1, 9)), ("2013年1月至2013年9月", one(YTD, 2013, 1, 9)), ("2013年1-12月", one(YTD, 2013, 1, 12)), ("1-1月", one(YTD, None, 1, 1)),
    ("截至9月底", one(YTD, None, 1, 9)), ("（截至9月底）", one(YTD, None, 1, 9)), ("截止11月底", one(YTD, None, 1, 11)), ("截止到10月底", one(YTD, None, 1, 10)),
    ("截至2013年9月底", one(YTD, 2013, 1, 9)), ("截至2013年9月30日", one(YTD, 2013, 1, 9)), ("截至一季度", one(YTD, None, 1, 3)), ("9月止累计", one(YTD, None, 1, 9)),
    ("前三季度", one(YTD, None, 1, 9)), ("2013年前三季度", one(YTD, 2013, 1, 9)), ("上半年", one(YTD, None, 1, 6)), ("2012年上半年", one(YTD, 2012, 1, 6)),
    ("一季度", one(QUARTER, None, 1, 3)), ("三季度", one(QUARTER, None, 7, 9)), ("2025Q1", one(QUARTER, 2025, 1, 3)), ("2025年第一季度", one(QUARTER, 2025, 1, 3)),
    ("2025年3季度", one(QUARTER, 2025, 7, 9)), ("4-6月", one(QUARTER, None, 4, 6)), ("全年", one(YEAR, None, 1, 12)), ("2013年全年", one(YEAR, 2013, 1, 12)),
    ("2013年", one(YEAR, 2013, 1, 12)), ("2013年度", one(YEAR, 2013, 1, 12)), ("08年", one(YEAR, 2008, 1, 12)), ("98年", one(YEAR, 1998, 1, 12)),
    ("9月末", one(POINT, None, 9, 9)), ("9月底", one(POINT, None, 9, 9)), ("2012年9月末", one(POINT, 2012, 9, 9)), ("2010年2月底", one(POINT, 2010, 2, 2)),
    ("2013年末", one(POINT, 2013, 12, 12)), ("2013年底", one(POINT, 2013, 12, 12)), ("下半年", one(SPAN, None, 7, 12)),
    ("十五", (2001, 1, 2005, 12, SPAN)), ("“十五”期间", (2001, 1, 2005, 12, SPAN)), ("十一五", (2006, 1, 2010, 12, SPAN)), ("“十一五”期间", (2006, 1, 2010, 12, SPAN)),
    ("十二五", (2011, 1, 2015, 12, SPAN)), ("“十二五”", (2011, 1, 2015, 12, SPAN)), ("十三五时期", (2016, 1, 2020, 12, SPAN)), ("十四五", (2021, 1, 2025, 12, SPAN)),
    ("十五五", (2026, 1, 2030, 12, SPAN)), ("“十四五”期末", one(YEAR, 2025, 1, 12)), ("十二五末", one(YEAR, 2015, 1, 12)), ("2018-2020年", (2018, 1, 2020, 12, SPAN)),
    ("2011—2015年", (2011, 1, 2015, 12, SPAN)), ("2012年10月-2013年3月", (2012, 10, 2013, 3, SPAN)), ("2103年9月", one(MONTH, 2103, 9, 9)),
    (date(2013, 9, 1), one(MONTH, 2013, 9, 9)), (datetime(2013, 9, 30), one(MONTH, 2013, 9, 9)), ("本月", one(MONTH, None, None, None)),
    ("当月", one(MONTH, None, None, None)), ("累计", one(YTD, None, 1, None)), ("本年累计", one(YTD, None, 1, None)), ("1-本月累计", one(YTD, None, 1, None)),
    ("本月止累计", one(YTD, None, 1, None)), ("年初至今", one(YTD, None, 1, None)), ("今年以来", one(YTD, None, 1, None)), ("年初累计", one(YTD, None, 1, None)),
    ("1至N月累计", one(YTD, None, 1, None)),
]


@pytest.mark.parametrize(("cell", "expected"), WHOLE)
def test_a_cell_that_is_a_period_is_read(cell, expected):
    assert said(parse_period(cell)) == expected


NONE = [
    None, "", "工业总产值", "2013年10月8日", "2013-10-08", "2013/10/8", "制表时间：2013年10月8日", "填报日期：2013.10.8", "报出日期：２０２３年７月５日", "20XX年", "20**年", "XX年",
    "##年#-#月份", "今年15月", "2013年13月", "上年同期", "去年同期", "同期", 2013, "2013", 9, 9.5, "5000吨", "9个月", "每月8日前", "1-9", "十五个", "年产5000吨", "3.5", "五", "十",
    "比上年", "较上月", True,
]


@pytest.mark.parametrize("cell", NONE)
def test_what_is_no_period_gives_none(cell):
    assert parse_period(cell) is None


def test_a_bare_year_counts_where_the_place_says_so():
    assert said(parse_period(2013, bare_year=True)) == said(parse_period("2013", bare_year=True)) == one(YEAR, 2013, 1, 12)
    assert parse_period(56016, bare_year=True) is None


def test_a_day_stands_for_its_month_in_a_column_of_dates():
    assert said(parse_period("2013-09-30", days=True)) == said(parse_period("2013年9月30日", days=True)) == one(MONTH, 2013, 9, 9)


CONTEXT = [
    ("9月", one(MONTH, 2013, 9, 9)), ("1-9月", one(YTD, 2013, 1, 9)), ("本月", one(MONTH, 2013, 8, 8)), ("累计", one(YTD, 2013, 1, 8)), ("全年", one(YEAR, 2013, 1, 12)),
    ("2012年", one(YEAR, 2012, 1, 12)), ("上年1-9月", one(YTD, 2012, 1, 9)), ("去年9月", one(MONTH, 2012, 9, 9)), ("本年", one(YEAR, 2013, 1, 12)), ("本季度", one(QUARTER, 2013, 7, 9)),
    ("今年以来", one(YTD, 2013, 1, 8)), ("2012年9月", one(MONTH, 2012, 9, 9)),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXT)
def test_open_years_and_months_come_from_the_context(text, expected):
    assert said(parse_period(text, year=2013, month=8)) == expected


FOUND = [
    ("县工业园区2013年1-9月主要经济指标完成情况表", [one(YTD, 2013, 1, 9)]), ("主要指标季度累计完成情况（2011-2013年）", [one(YTD, None, 1, None), (2011, 1, 2013, 12, SPAN)]),
    ("县工业园区2103年9月快报", [one(MONTH, 2103, 9, 9)]), ("填报单位：管委会　制表时间：2013年10月8日", []), ("表5 创业区工业总产值分月情况", []),
    ("重点企业产值（2013年9月）", [one(MONTH, 2013, 9, 9)]), ("企业和项目（2013年1～9月）", [one(YTD, 2013, 1, 9)]), ("2013年园区土地开发任务分解及完成情况表", [one(YEAR, 2013, 1, 12)]),
    ("工业城“十二五”产业集群发展目标分解表", [(2011, 1, 2015, 12, SPAN)]), ("县工业园区2012年主要指标分月完成情况（当月数）", [one(YEAR, 2012, 1, 12), one(MONTH, None, None, None)]),
    ("每月8日前由统计站汇总", []), ("S02_yuebao_2025_1-3.xlsx", []), ("2025年1-3月.xlsx", [one(YTD, 2025, 1, 3)]), ("20XX年9月", [one(MONTH, None, 9, 9)]),
    ("规模工业经济效益指标（上月数据）", []), ("打印时间：2013-10-08 09:30:00", []), ("导出日期 2013-10-08", []), ("2013年国民经济", [one(YEAR, 2013, 1, 12)]), ("二十五个项目", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_periods_are_found_inside_a_text(text, expected):
    assert [said(p) for p in find_periods(text)] == expected


@pytest.mark.parametrize(("text", "making"), [
    ("制表时间：2013年10月8日", True), ("填报日期:2013-10-8", True), ("2013年10月8日", True), ("2013年1-9月", False), ("制表时间：2013年10月8日 2013年1-9月", False), ("工业总产值", False),
])
def test_a_date_of_making_is_told_apart(text, making):
    assert is_making_date(text) is making


WITHIN = [
    ("9月", "2013年", one(MONTH, 2013, 9, 9)), ("累计", "2013年1-9月", one(YTD, 2013, 1, 9)), ("本月", "2013年1-9月", one(MONTH, 2013, 9, 9)), ("累计", "2013年9月", one(YTD, 2013, 1, 9)),
    ("累计", "一季度", one(YTD, None, 1, 3)), ("一季度", "2011年", one(QUARTER, 2011, 1, 3)), ("2012年", "1-9月", one(YTD, 2012, 1, 9)), ("2012年", "2013年1-9月", one(YTD, 2012, 1, 9)),
    ("上年1-9月", "2013年1-9月", one(YTD, 2012, 1, 9)), ("全年", "2013年1-9月", one(YEAR, 2013, 1, 12)), ("9月末", "2013年", one(POINT, 2013, 9, 9)), ("8月", "2013年9月", one(MONTH, 2013, 8, 8)),
    ("2012年", "2013年", one(YEAR, 2012, 1, 12)), ("累计", "2013年", one(YTD, 2013, 1, None)), ("全年", "十二五", one(YEAR, None, 1, 12)),
]


@pytest.mark.parametrize(("inner", "outer", "expected"), WITHIN)
def test_inner_words_are_completed_by_outer_ones(inner, outer, expected):
    assert said(within(parse_period(inner), parse_period(outer))) == expected


def test_a_quarter_may_head_a_cumulative_column():
    assert parse_period("一季度").cumulative_possible and not parse_period("4-6月").cumulative_possible


def test_a_year_before_keeps_an_open_year_open():
    assert said(parse_period("2013年1-9月").year_before()) == one(YTD, 2012, 1, 9)
    open_year = parse_period("1-9月").year_before()
    assert not open_year.year_known and said(with_context(open_year, year=2013)) == one(YTD, 2012, 1, 9)


def test_start_and_end_are_written_only_when_known():
    assert (parse_period("2013年1-9月").start, parse_period("2013年1-9月").end, parse_period("9月").end) == ("2013-01", "2013-09", "")


# --- parse(format(x)) == x ---

YEARS = st.none() | st.integers(1990, 2099)
MONTHS = st.integers(1, 12)


@st.composite
def periods(draw):
    """Any period that words can say."""
    year, month = draw(YEARS), draw(MONTHS)
    basis = draw(st.sampled_from([MONTH, YTD, YEAR, POINT, QUARTER, SPAN]))
    if basis == SPAN:
        first = draw(st.integers(1990, 2090))
        last = first + draw(st.integers(1, 9))
        return Period(first, 1, last, 12, SPAN) if draw(st.booleans()) else Period(first, month, last, draw(MONTHS), SPAN)
    if basis == QUARTER:
        quarter = draw(st.integers(1, 4))
        return Period(year, 3 * quarter - 2, year, 3 * quarter, QUARTER, cumulative_possible=True)
    start = {MONTH: month, POINT: month, YTD: 1, YEAR: 1}[basis]
    return Period(year, start, year, 12 if basis == YEAR else month, basis)


@given(periods())
def test_a_period_survives_its_format(period):
    assert parse_period(format_period(period)) == period


@given(st.text(max_size=40))
def test_any_text_is_searched_without_an_error(text):
    assert all(p.basis in (MONTH, YTD, YEAR, POINT, QUARTER, SPAN) for p in find_periods(text))
