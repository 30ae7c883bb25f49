"""Texts that say little of themselves: what a sentence alone tells of time and measure, and names that only a sentence introduces."""

from __future__ import annotations

import pytest

from etl.texts import read_text

from . import BULLETIN, read, row, rows


def told(text: str) -> list[str]:
    """The rows of a text without a title, its year given from outside."""
    return [row(figure) for figure in read_text(text, name="text.txt", year="2024").figures]


def test_months_compared_with_a_year_earlier_to_the_decimal_are_actual():
    assert told("1-9月，园区规上工业总产值405.97亿元，同比增长1.8%。") == ["above_scale_output_value actual ytd 2024-01..2024-09 = 4059700 yoy 1.8"]
    assert told("1-9月，园区规上工业总产值400亿元。") == ["above_scale_output_value actual ytd 2024-01..2024-09 = 4000000 ?"]


@pytest.mark.parametrize("aim", ["确保1-9月规上工业总产值405.97亿元，同比增长1.8%。", "1-9月规上工业总产值增长1.8%以上。", "规上工业总产值405.97亿元，同比增长1.8%。"])
def test_aims_bounds_and_whole_years_stay_in_doubt(aim):
    assert all("actual" not in r or r.endswith("?") for r in told(aim))


def test_a_year_in_its_own_line_is_not_inferred():
    text = "云台开发区工作情况汇报\n2018年，园区固定资产投资完成10.97亿元，增长6%。\n今年1-3月，税收3亿元。\n"
    assert rows(text) == ["fixed_asset_investment actual 2018 = 109700 yoy 6", "tax_revenue actual ytd 2019-01..2019-03 = 30000 ?"]


def test_since_when_it_counts_is_not_said():
    assert [f.doubt != "" for f in read("截至2010年上半年，园区引进企业36家，完成固定资产投资10.4亿元。", "").figures] == [True, True]


def test_an_aim_that_was_met_is_no_plan():
    assert rows("2009年，园区到位资金8.29亿元，完成年度目标任务的207.2%。", "招商引资工作自查报告\n") == ["attracted_funds_in_place actual 2009 = 82900"]


NAMES = [
    ("an industry that does well", "机电一体化产业增长迅速，产值13.8亿元。", ["industrial_output_value actual ytd 2024-01..2024-09 = 138000 机电一体化"]),
    ("the industry of a sentence before", "一是微生物制剂产业产销两旺。实现产值8亿元。", ["industrial_output_value actual ytd 2024-01..2024-09 = 80000 微生物制剂"]),
    ("firms where it is", "1、光量子产业加快增长，区内骨干企业势头良好。产值11亿元。", ["industrial_output_value actual ytd 2024-01..2024-09 = 110000 光量子 ?"]),
    ("industries together", "三大主导产业产值增长31.9%。", []),
    ("a word before an indicator", "工业投资3.49亿元，尤其工业技改投资完成3.3亿元。",
     ["industrial_investment actual ytd 2024-01..2024-09 = 34900", "technical_renovation_investment actual ytd 2024-01..2024-09 = 33000"]),
    ("projects that are pressed", "督促6个签约项目尽快开工建设。", []),
    ("value added of all industry", "工业增加值3.6亿元，财政收入更是达到了6195万元。", ["fiscal_revenue_total actual ytd 2024-01..2024-09 = 6195"]),
]


@pytest.mark.parametrize(("what", "text", "table"), NAMES, ids=[case[0] for case in NAMES])
def test_whose_and_what_a_sentence_alone_introduces(what, text, table):
    assert rows(text, BULLETIN) == table
