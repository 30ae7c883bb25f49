"""Investment sums of projects, figures said again, deadlines behind figures, the founding as a time."""

from __future__ import annotations

import pytest

from . import PLAN, REVIEW, reasons, rows

INTENDED = [
    "江口电器来园考察，达成投资贰仟万元铝制品项目意向性协议。",
    "引进的投资达3000万元五金工具生产企业已进入实质性谈判阶段。",
    "正在洽谈的投资1.2亿元的新型建材项目进展顺利。",
    "客商有意投资5000万元的食品加工项目。",
]
REPEATS = [
    ("works by their name", "东湖片引进项目3个。东湖片路网工程开发面积300亩。重点抓好东湖片路网工程300亩建设。", "land_developed target 2024 = 300 ?"),
    ("works without their zone", "东湖片引进项目3个。东湖片二期低坡改造工程开发面积420亩。抓好低坡改造工程420亩。", "land_developed target 2024 = 420 ?"),
    ("a count with its noun", "新引进项目11个。11个项目涉及机械、化工等行业。", "projects_introduced target 2024 = 11 ?"),
]
DEADLINES = [
    ("a count", "确保新开工项目20个在6月底前全部开工，税收5亿元。", ["projects_started target ytd 2024-01..2024-06 = 20", "tax_revenue target 2024 = 50000"]),
    ("an area", "推动6万平方米的标准厂房在6月底建成投产。", ["standard_factory_area target point 2024-06..2024-06 = 60000"]),
    ("the first half of the year", "标准厂房4万平方米上半年全部竣工。", ["standard_factory_area target point 2024-06..2024-06 = 40000"]),
    ("a phase of the works", "推动一期6万平方米的标准厂房在9月底前投入使用。", ["standard_factory_area target point 2024-09..2024-09 = 60000 ?"]),
    ("the end of the year is the year", "标准厂房4万平方米年底前建成。", ["standard_factory_area target 2024 = 40000"]),
]
FOUNDING = [
    ("2006年9月，云台工业园正式挂牌成立。规上企业由建园之初的2家增加到46家。", ["above_scale_firms actual point 2006-12..2006-12 = 2 ?", "above_scale_firms actual point 2024-12..2024-12 = 46"]),
    ("园区成立于2006年。规上企业从成立之初的2家发展到46家。", ["above_scale_firms actual point 2006-12..2006-12 = 2 ?", "above_scale_firms actual point 2024-12..2024-12 = 46"]),
    ("规上企业由建园之初的2家增加到46家。", ["above_scale_firms actual point 2024-12..2024-12 = 46"]),
    ("建园之初，园区企业3家。", ["firms_in_park actual point .. = 3 ?"]),
]


@pytest.mark.parametrize("text", INTENDED)
def test_what_somebody_means_to_invest_is_a_forecast_of_no_year_and_in_doubt(text):
    assert [r.split(" = ")[0] for r in rows(text, REVIEW)] == ["project_total_investment forecast point .."]
    assert rows(text, REVIEW)[0].endswith("?")


def test_projects_agreed_on_are_dated_by_when_they_are_to_be_there():
    text = "达成投资2000万元铝制品项目意向性协议。要抓好这些项目，争取2025年上半年建成投产。"
    assert rows(text, REVIEW) == ["project_total_investment forecast point 2025-06..2025-06 = 2000 ?"]


@pytest.mark.parametrize("text", ["总投资20亿元的电池项目落地。", "引进项目28个，总投资96亿元。", "18个项目计划总投资76亿元。"])
def test_what_projects_cost_in_whole_is_left_with_its_reason(text):
    assert "project_total_investment" not in "".join(rows(text, REVIEW))
    assert "项目总投资，不属某一年" in reasons(text, REVIEW).values()


@pytest.mark.parametrize("text", ["完善路网、绿化等配套建设。年内投资总额4000万元。", "加快基础设施建设。总投资额达4000万元。", "实施污水管网工程。计划投资4000万元。"])
def test_the_investment_in_works_named_before_is_theirs_in_doubt(text):
    assert rows(text, PLAN) == ["infrastructure_investment target 2024 = 4000 ?"]


@pytest.mark.parametrize(("what", "text", "row"), REPEATS, ids=[case[0] for case in REPEATS])
def test_a_figure_said_again_is_what_it_was_before(what, text, row):
    assert rows(text, PLAN)[-1].replace(" 东湖片", "") == row


def test_another_amount_or_another_name_is_no_repeat():
    first = "东湖片引进项目3个。东湖片路网工程开发面积300亩。"
    assert rows(first + "抓好东湖片路网工程280亩建设。抓好西山水库改造300亩建设。", PLAN) == rows(first, PLAN)


@pytest.mark.parametrize(("what", "text", "table"), DEADLINES, ids=[case[0] for case in DEADLINES])
def test_a_deadline_behind_a_target_ends_its_time(what, text, table):
    assert rows(text, PLAN) == table


@pytest.mark.parametrize(("text", "table"), FOUNDING)
def test_the_founding_is_a_time_of_its_own(text, table):
    assert rows(text, REVIEW) == table
