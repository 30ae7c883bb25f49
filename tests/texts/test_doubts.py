"""Figures that are proposed, but not as sure."""

from __future__ import annotations

import pytest

from etl.texts import read_text

from . import BULLETIN, PLAN, read

SPOILT = "云台工业园2023年工作计划\n"
DOUBTFUL = [
    ("a year in place of 10", SPOILT, "新建成投产企业2023家。", "疑似年份 2023 替换了原来的数字"),
    ("a year in a range", SPOILT, "引进项目8-2023个。", "疑似年份 2023 替换了原来的数字"),
    ("a year inside a number", SPOILT, "工业总产值20235.5亿元。", "疑似年份 2023 替换了原来的数字"),
    ("a year and a zero", SPOILT, "新开发土地20230亩。", "疑似年份 2023 替换了原来的数字"),
    ("a completion rate that does not fit", BULLETIN, "税收3.52亿元，完成年度任务4.8亿元的84.2%。", "文中完成率与这两个数字对不上"),
    ("two figures of one key", BULLETIN, "税收3.5亿元。税收5.3亿元。", "文中同一指标另有不同数字"),
    ("a part above its whole", BULLETIN, "税收3亿元，其中东区5亿元。", "其中项大于总数"),
    ("words that are not understood", BULLETIN, "蓝图引领实现税收3亿元。", "旁边有看不懂的文字：蓝图引领"),
    ("no year at all", "", "关于工作目标\n一、工作目标\n税收3亿元。", "文中未说明时间"),
]


@pytest.mark.parametrize(("what", "title", "text", "doubt"), DOUBTFUL, ids=[case[0] for case in DOUBTFUL])
def test_a_doubtful_figure_says_why(what, title, text, doubt):
    assert doubt in read(text, title).doubts


def test_nothing_is_doubted_in_a_plain_sentence():
    assert read("税收3亿元，增长8%，规上企业52家。", PLAN).doubts == ("", "")


def test_each_doubt_is_a_warning_at_its_sentence_and_a_column_of_the_observations():
    reading = read_text(SPOILT + "税收3亿元；新建成投产企业2023家。", name="plan.txt").reading()
    assert [(f.code, f.severity, f.cell) for f in reading.findings] == [("text_doubt", "warning", "3")]
    assert reading.observations.column_names[-1] == "doubt"
    assert reading.observations["doubt"].to_pylist() == ["", "疑似年份 2023 替换了原来的数字"]
    assert reading.observations["cell"].to_pylist() == ["2", "3"]


def test_a_growth_without_its_percent_sign_is_left_out():
    reading = read("税收3亿元，同比增长12.5；利润2亿元。", PLAN)
    assert [(f.indicator, f.yoy) for f in reading.figures] == [("tax_revenue", None), ("profit", None)]
    assert [(u.raw, u.reason) for u in reading.unread] == [("12.5", "增速缺百分号")]
