"""Which column a growth belongs to where columns of two years stand beside each other."""

from tests.recognise.sheets import lines, read, sheet

TITLE = "东湖园区2013年1-9月主要经济指标"


def growths(*head_and_row):
    return [line for line in lines(read(sheet([[TITLE], *head_and_row]))) if "yoy" in line]


def test_growth_behind_last_years_column_belongs_to_this_year():
    head, row = ["指标", "单位", "1-9月", "2012年1-9月", "同比(%)"], ["税收", "万元", 2050.9, 864.5, 137.2]
    assert growths(head, row) == ["C3 tax_revenue actual ytd 2013-01..2013-09 2050.9 万元 yoy 137.2"]


def test_each_year_keeps_its_own_growth():
    head, row = ["指标", "单位", "2013年1-9月", "增长(%)", "2012年1-9月", "增长(%)"], ["税收", "万元", 2050.9, 137.2, 864.5, 30.4]
    assert growths(head, row) == [
        "C3 tax_revenue actual ytd 2013-01..2013-09 2050.9 万元 yoy 137.2", "E3 tax_revenue actual ytd 2012-01..2012-09 864.5 万元 yoy 30.4",
    ]


def test_years_from_old_to_new_keep_their_growth():
    head, row = ["指标", "单位", "2012年1-9月", "增长(%)", "2013年1-9月", "增长(%)"], ["税收", "万元", 864.5, 30.4, 2050.9, 137.2]
    assert growths(head, row) == [
        "C3 tax_revenue actual ytd 2012-01..2012-09 864.5 万元 yoy 30.4", "E3 tax_revenue actual ytd 2013-01..2013-09 2050.9 万元 yoy 137.2",
    ]
