"""Parts of a list, earlier and later sections, years over 累计, counts of one firm, months beside, names that were not understood."""

from __future__ import annotations

import pytest

from . import BULLETIN, PLAN, REVIEW, rows

YTD, OUTPUT, TAX = "actual ytd 2024-01..2024-09 =", "industrial_output_value", "tax_revenue"
LISTS = [
    ("装备制造、新材料、食品加工三大产业产值分别为12亿元、8亿元和6亿元。", [f"{OUTPUT} {YTD} 120000 装备制造", f"{OUTPUT} {YTD} 80000 新材料", f"{OUTPUT} {YTD} 60000 食品加工"]),
    ("三大产业中，装备制造、新材料、食品加工分别实现产值12、8、6亿元。", [f"{OUTPUT} {YTD} 120000 装备制造", f"{OUTPUT} {YTD} 80000 新材料", f"{OUTPUT} {YTD} 60000 食品加工"]),
    ("两个片区中，东湖片、西山片税收依次为2亿元、1亿元。", [f"{TAX} {YTD} 20000 东湖片", f"{TAX} {YTD} 10000 西山片"]),
    ("东湖片、西山片税收分别为2亿元、1亿元。两个片区利润依次为3亿元、2亿元。",
     [f"{TAX} {YTD} 20000 东湖片", f"{TAX} {YTD} 10000 西山片", f"profit {YTD} 30000 东湖片", f"profit {YTD} 20000 西山片"]),
    ("东湖片税收2亿元。该片区引进项目5个。", [f"{TAX} {YTD} 20000 东湖片", f"projects_introduced {YTD} 5 东湖片"]),
    ("东湖片、西山片税收分别为2亿元、1亿元、3亿元。", []),
    ("天元机械一家产值2亿元。", [f"{OUTPUT} {YTD} 20000 天元机械"]),
]
TIMES = [
    ("“十四五”前三年，累计完成工业投资60亿元。", ["industrial_investment actual span 2021-01..2023-12 = 600000"]),
    ("“十四五”前两年累计引进项目40个。", ["projects_introduced actual span 2021-01..2022-12 = 40"]),
    ("2022年至2024年，三年累计引进项目58个。", ["projects_introduced actual span 2022-01..2024-12 = 58"]),
    ("近三年累计完成税收9亿元。", ["tax_revenue actual span 2022-01..2024-12 = 90000"]),
    ("前年完成税收2亿元，今年完成税收3亿元。", ["tax_revenue actual 2022 = 20000", "tax_revenue actual 2024 = 30000"]),
    ("税收3亿元，前年为2亿元。", ["tax_revenue actual 2024 = 30000", "tax_revenue actual 2022 = 20000"]),
]
MONTHS = [
    ("税收3亿元，9月当月3000万元；利润2亿元。", [f"{TAX} {YTD} 30000", f"{TAX} actual month 2024-09..2024-09 = 3000", f"profit {YTD} 20000"]),
    ("9月当月税收3000万元；利润2000万元。", [f"{TAX} actual month 2024-09..2024-09 = 3000", "profit actual month 2024-09..2024-09 = 2000"]),
    ("税收3亿元，其中9月当月3000万元；东湖片税收1亿元。", [f"{TAX} {YTD} 30000", f"{TAX} actual month 2024-09..2024-09 = 3000", f"{TAX} {YTD} 10000 东湖片"]),
    ("东湖片税收2亿元，9月当月2000万元；西山片税收1亿元，9月当月900万元。",
     [f"{TAX} {YTD} 20000 东湖片", f"{TAX} actual month 2024-09..2024-09 = 2000 东湖片", f"{TAX} {YTD} 10000 西山片", f"{TAX} actual month 2024-09..2024-09 = 900 西山片"]),
]
STRANGE = ["产出最大的某一家完成产值5亿元，出口780万美元。", "某制药前两月产值5亿元，出口780万美元。", "腾达企业集群总产值5亿元，出口780万美元。"]


@pytest.mark.parametrize(("text", "table"), LISTS)
def test_names_of_a_list_and_their_figures_pair_in_order(text, table):
    assert rows(text, BULLETIN) == table


@pytest.mark.parametrize(("text", "table"), TIMES)
def test_several_years_are_a_span_and_the_year_before_last_a_year(text, table):
    assert rows(text, REVIEW) == table


@pytest.mark.parametrize(("text", "table"), MONTHS)
def test_a_month_beside_the_months_is_its_own(text, table):
    assert rows(text, BULLETIN) == table


@pytest.mark.parametrize("text", STRANGE)
def test_a_figure_behind_a_name_that_was_not_understood_is_never_sure(text):
    assert [r for r in rows(text, BULLETIN) if not r.endswith("?")] == []


@pytest.mark.parametrize(("heading", "row"), [
    ("二、2024年工作计划", "tax_revenue target 2024 = 34000"), ("二、2024年主要打算", "tax_revenue target 2024 = 34000"), ("二、明年目标", "tax_revenue target 2024 = 34000"),
])
def test_a_later_section_is_of_the_year_planned(heading, row):
    assert rows(f"云台工业园2023年工作总结和2024年工作计划\n一、2023年工作回顾\n实现税收3亿元。\n{heading}\n实现税收3.4亿元。\n") == ["tax_revenue actual 2023 = 30000", row]


@pytest.mark.parametrize("heading", ["一、去年工作", "一、2023年工作回顾", "一、上年完成情况"])
def test_an_earlier_section_of_a_plan_is_of_the_year_before(heading):
    assert rows(f"{heading}\n实现税收3亿元。\n二、今年目标\n税收4亿元。\n", PLAN) == ["tax_revenue actual 2023 = 30000", "tax_revenue target 2024 = 40000"]
