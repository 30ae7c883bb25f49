"""Wordings that once gave wrong figures without a word: each must be read right or passed over aloud."""

from __future__ import annotations

import pytest

from etl.extract import extract

TITLE = "临波高新区2024年1-9月主要指标完成情况表（单位：万元）"


def read(*rows: str):
    return extract("\n".join(rows).encode(), "表.csv")


def figures(reading, *columns: str) -> list[tuple]:
    table = reading.observations
    rows = zip(*(table[c].to_pylist() for c in columns), strict=True)
    return [tuple(float(v) if c == "value" else v for c, v in zip(columns, row, strict=True)) for row in rows]


def test_zones_under_a_header_for_firms_are_zones():
    reading = read(TITLE, "单位名称,工业总产值,税收", "望海片区,100,10", "听涛片区,200,20", "合计,300,30")
    assert figures(reading, "area", "firm") == [("望海片区", "")] * 2 + [("听涛片区", "")] * 2 + [("", "")] * 2


def test_firms_under_a_header_for_firms_stay_firms():
    reading = read(TITLE, "单位名称,工业总产值,税收", "望海机械有限公司,100,10", "听涛电子有限公司,200,20", "合计,300,30")
    assert figures(reading, "firm")[:4] == [("望海机械有限公司",)] * 2 + [("听涛电子有限公司",)] * 2


def test_clusters_under_the_header_leading_industries_are_clusters():
    reading = read("临波高新区2024年1-9月工业总产值分产业情况（单位：万元）", "主导产业,累计,同比%", "海工装备,100,10", "生物制药,200,20", "合计,300,15")
    assert figures(reading, "cluster", "value", "yoy") == [("海工装备", 100, 10), ("生物制药", 200, 20), ("", 300, 15)]


@pytest.mark.parametrize("header", ["占全年%", "达到年度任务%", "占全年目标（%）"])
def test_a_rate_of_the_target_is_no_figure(header):
    reading = read(TITLE, f"指标,年度目标,1-9月累计,{header},同比%", "工业总产值,1000,700,70,5", "税收,100,60,60,4")
    assert figures(reading, "measure", "value") == [("target", 1000), ("actual", 700), ("target", 100), ("actual", 60)]
    assert not [f for f in reading.findings if f.severity == "error"]


def test_an_absolute_change_beside_a_rate_is_no_growth():
    reading = read(TITLE, "指标,1-9月累计,较上年同期增减,同比%", "工业总产值,1000,48,5", "税收,100,4,4")
    assert figures(reading, "value", "yoy") == [(1000, 5), (100, 4)]


@pytest.mark.parametrize("last", ["2024年实绩", "上年完成"])
def test_last_years_result_beside_a_plan_leaves_it_a_plan(last):
    reading = read("临波高新区2025年主要指标分季度累计计划（单位：万元）", f"指标,全年目标,一季度,上半年,前三季度,{last}", "工业总产值,1000,200,450,720,910")
    assert figures(reading, "measure", "basis", "period_end") == [
        ("target", "year", "2025-12"), ("target", "ytd", "2025-03"), ("target", "ytd", "2025-06"), ("target", "ytd", "2025-09"),
        ("actual", "year", "2024-12"),
    ]
