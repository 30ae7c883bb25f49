"""What is not the park's: a city or county that goes on being spoken of, all the parks of a city, what a project costs or is to bring."""

from __future__ import annotations

import pytest

from . import BULLETIN, REVIEW, read, reasons, rows

WHEN = "actual ytd 2024-01..2024-09 ="
CITYS = [
    ("behind a semicolon", "1-9月，全市工业园区完成工业总产值900亿元；税收40亿元，增长8%；工业投资120亿元。", []),
    ("behind a comma", "全县完成工业总产值900亿元，新增入园企业27家。", []),
    ("growth alone", "全市规上工业总产值900亿元，税收增长8.2%；出口额增长3%。", []),
    ("behind a full stop, in doubt", "全市工业总产值900亿元。完成固定资产投资39亿元。", [f"fixed_asset_investment {WHEN} 390000 ?"]),
    ("a sentence that the city begins", "今年以来，全市上下奋力拼搏，完成固定资产投资39亿元。", [f"fixed_asset_investment {WHEN} 390000 ?"]),
    ("brackets of the park", "全市开发区完成税收19亿元（开发区口径），工业投资120亿元。", []),
]
PARKS = [
    ("the park is named", "全市工业总产值900亿元；园区税收3亿元。", [f"tax_revenue {WHEN} 30000"]),
    ("a zone is named", "全市工业总产值900亿元。东区税收3亿元。", [f"tax_revenue {WHEN} 30000 东区"]),
    ("another line", "全市工业总产值900亿元。\n实现税收3亿元。", [f"tax_revenue {WHEN} 30000"]),
    ("where it stands", "实现税收3亿元，在全市8个园区中排第2；利润2亿元。", [f"tax_revenue {WHEN} 30000", f"profit {WHEN} 20000"]),
    ("what it is compared with", "税收3亿元，增速高于全市2个百分点，利润2亿元。", [f"tax_revenue {WHEN} 30000", f"profit {WHEN} 20000"]),
    ("a rank", "税收3亿元，全市第一；利润2亿元。", [f"tax_revenue {WHEN} 30000", f"profit {WHEN} 20000"]),
]
PROJECTS = [
    ("its yield", "项目建成后年产值16亿元，年利税2亿元，提供就业岗位1000个。"),
    ("its yield when it runs", "该项目达产达效后，预计可实现税收3亿元。"),
    ("a part of its cost", "引进包装项目，占地27亩，总投资1000万元，其中固定资产投资800万元。"),
]


@pytest.mark.parametrize(("what", "text", "table"), CITYS, ids=[case[0] for case in CITYS])
def test_figures_of_the_city_go_on_until_another_is_named(what, text, table):
    assert rows(text, BULLETIN) == table


@pytest.mark.parametrize(("what", "text", "table"), PARKS, ids=[case[0] for case in PARKS])
def test_a_city_that_is_only_mentioned_or_left_again_changes_nothing(what, text, table):
    assert rows(text, BULLETIN) == table


def test_a_text_about_all_the_parks_of_a_city_gives_nothing_that_is_sure():
    assert rows("上半年，园区完成工业总产值900亿元。", "全市园区经济2024年上半年运行情况\n") == ["industrial_output_value actual ytd 2024-01..2024-06 = 9000000 ?"]


@pytest.mark.parametrize(("what", "text"), PROJECTS, ids=[case[0] for case in PROJECTS])
def test_what_one_project_costs_or_is_to_bring_is_not_the_parks(what, text):
    assert rows(text, REVIEW) == []
    assert reasons(text, REVIEW)


def test_the_words_before_a_share_make_no_zone():
    assert rows("招商到位资金达57亿元，占园区到位资金的85%。", BULLETIN) == ["attracted_funds_in_place actual ytd 2024-01..2024-09 = 570000"]


@pytest.mark.parametrize("text", ["今年，全乡税收3亿元；工业投资2亿元。", "1-6月，49个国家级开发区实现税收345亿元；工业投资50亿元。",
                                  "整个项目全面运营后可实现主营业务收入3亿元，税收200万元。"])
def test_a_town_many_parks_together_and_a_project_that_runs_are_others(text):
    assert rows(text, BULLETIN) == []


@pytest.mark.parametrize(("title", "park"), [("有关开发区上半年工作总结", ""), ("加快工业园建设调研报告", ""), ("云台县有了第二个循环经济产业园", ""),
                                             ("关于云台工业园2024年工作总结", "云台工业园")])
def test_words_that_lead_to_a_park_or_tell_of_one_are_no_name(title, park):
    assert read(f"{title}\n2024年，税收3亿元。").park == park
