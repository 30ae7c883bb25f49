"""Texts without headings that turn from what was to what is to be: speeches, and reports of the press."""

from __future__ import annotations

import itertools

import pytest

from . import REVIEW, rows

SPEECH = "云台工业园2024年经济工作会议上的讲话\n（2024年2月20日）\n同志们：\n"
BACK = ["先说去年。", "首先回顾2023年。", "回顾过去的一年，成绩来之不易。", "去年的账先算一算。", "先把去年的家底盘一盘。", "2023年是极不平凡的一年。"]
AHEAD = ["下面说今年。今年的盘子已经定了：", "今年的目标很明确。", "再讲今年怎么干。要实现", "今年打算：", "2024年的主要预期目标是：", "接下来部署今年工作。今年要完成"]
TOLD = "全区工业总产值150亿元，增长9%。\n税收5亿元。全年引进项目40个，年底规上企业90家。\n"
PLANNED = "工业总产值170亿元，税收6亿元。\n今年全区要引进项目50个以上，上半年新开工项目20个。\n征地300亩。\n"
PRESS = ["拼出一片新天地！云台工业园见闻\n2024年3月12日 来源：云台融媒 记者：王一\n", "云台工业园：开年即开跑\n2024-03-12 10:20 来源：云台日报\n", "春来潮涌正扬帆\n发布时间：2024年3月12日\n"]
AIMS = ["目标已经锚定。2024年，", "蓝图已经绘就。今年，", "今年的目标是：", "新的目标已经明确。2024年，", "新一年的目标已经敲定：", "冲锋号已经吹响。今年，全区要实现"]
NO_AIMS = ["今年的目标任务完成过半，", "今年目标任务顺利完成，", "年度任务进展顺利，", "全年目标实现过半，"]


@pytest.mark.parametrize(("back", "ahead"), list(itertools.product(BACK, AHEAD)))
def test_a_speech_tells_of_last_year_until_it_turns_to_this_one(back, ahead):
    assert rows(back + TOLD + ahead + PLANNED, SPEECH) == [
        "industrial_output_value actual 2023 = 1500000 yoy 9", "tax_revenue actual 2023 = 50000", "projects_introduced actual 2023 = 40",
        "above_scale_firms actual point 2023-12..2023-12 = 90", "industrial_output_value target 2024 = 1700000", "tax_revenue target 2024 = 60000",
        "projects_introduced target 2024 >= 50", "projects_started target ytd 2024-01..2024-06 = 20", "land_acquired target 2024 = 300"]


@pytest.mark.parametrize(("title", "aim"), list(itertools.product(PRESS, AIMS)))
def test_a_report_of_the_press_plans_for_a_paragraph_and_tells_again_behind_it(title, aim):
    text = ("今年1-2月，全区工业总产值30亿元，增长8%；税收2亿元。\n2月当月，新开工项目3个。\n2023年，全区工业总产值200亿元。\n"
            + aim + "工业总产值220亿元，税收15亿元以上；引进项目60个。\n截至2月底，规上企业90家。\n")
    assert rows(text, title) == [
        "industrial_output_value actual ytd 2024-01..2024-02 = 300000 yoy 8", "tax_revenue actual ytd 2024-01..2024-02 = 20000",
        "projects_started actual month 2024-02..2024-02 = 3", "industrial_output_value actual 2023 = 2000000", "industrial_output_value target 2024 = 2200000",
        "tax_revenue target 2024 >= 150000", "projects_introduced target 2024 = 60", "above_scale_firms actual point 2024-02..2024-02 = 90"]


@pytest.mark.parametrize("words", NO_AIMS)
def test_a_target_that_is_said_to_be_met_turns_nothing(words):
    assert rows(words + "1-9月完成税收6亿元。\n利润3亿元。\n", "云台工业园2024年9月经济运行简报\n") == [
        "tax_revenue actual ytd 2024-01..2024-09 = 60000", "profit actual ytd 2024-01..2024-09 = 30000"]


@pytest.mark.parametrize("words", ["低于年度目标240亿元", "高于全年目标240亿元", "低于年初目标240亿元", "超过年度目标240亿元", "距年度目标240亿元还差12亿元", "较年度目标240亿元还有差距"])
def test_an_aim_that_a_figure_is_compared_with_is_a_target_of_its_own(words):
    assert rows(f"预计全年园区工业总产值228亿元，{words}。", "云台工业园2024年9月经济运行简报\n") == [
        "industrial_output_value forecast 2024 = 2280000", "industrial_output_value target 2024 = 2400000"]


@pytest.mark.parametrize("words", ["低于年度目标12亿元", "高于全年目标8亿元", "较年度目标少12亿元", "低于年度目标2.4个百分点"])
def test_by_how_much_a_figure_differs_from_its_aim_is_no_target(words):
    assert rows(f"预计全年园区工业总产值228亿元，{words}。", "云台工业园2024年9月经济运行简报\n") == ["industrial_output_value forecast 2024 = 2280000"]


def test_a_list_of_the_years_tasks_is_of_targets_to_its_end():
    text = "上半年征地210亩，拆迁农户38户；全年任务分别为征地540亩、拆迁农户62户，时间已过半。利润3亿元。"
    assert rows(text, "云台工业园2024年上半年工作总结\n") == [
        "land_acquired actual ytd 2024-01..2024-06 = 210", "households_relocated actual ytd 2024-01..2024-06 = 38", "land_acquired target 2024 = 540",
        "households_relocated target 2024 = 62", "profit actual ytd 2024-01..2024-06 = 30000"]


@pytest.mark.parametrize("words", ["咬定全年目标：", "咬定全年目标，", "紧盯全年任务：", "全年目标不调整："])
def test_the_years_targets_in_a_section_on_its_second_half_are_the_years(words):
    assert rows(f"一、上半年工作。税收3亿元。\n二、下半年工作。{words}税收7亿元，引进项目30个。", "云台工业园2024年上半年工作总结\n") == [
        "tax_revenue actual ytd 2024-01..2024-06 = 30000", "tax_revenue target 2024 = 70000", "projects_introduced target 2024 = 30"]


MONTHS_ESTIMATED = [
    ("behind its months", "1-6月份，税收预计完成3亿元。预计完成固定资产投资33亿元。",
     ["tax_revenue forecast ytd 2024-01..2024-06 = 30000", "fixed_asset_investment forecast ytd 2024-01..2024-06 = 330000"]),
    ("behind a semicolon", "1-6月份，园区预计完成营业收入80亿元；实现税收3亿元。", ["tax_revenue forecast ytd 2024-01..2024-06 = 30000"]),
    ("below a line that says the months", "1至5月各项指标完成情况如下：\n税收预计完成3亿元。", ["tax_revenue forecast ytd 2024-01..2024-05 = 30000"]),
    ("the year behind months that were told", "1-6月份税收3亿元。预计税收7亿元。", ["tax_revenue actual ytd 2024-01..2024-06 = 30000", "tax_revenue forecast 2024 = 70000"]),
]


@pytest.mark.parametrize(("what", "text", "table"), MONTHS_ESTIMATED, ids=[case[0] for case in MONTHS_ESTIMATED])
def test_an_estimate_of_months_is_no_forecast_of_the_year(what, text, table):
    assert rows(text, "云台工业园2024年工作汇报\n") == table


def test_a_plan_for_five_years_tells_of_the_five_before():
    text = "“十三五”期间，园区稳步发展。税收五年累计54亿元。\n到“十四五”期末，税收达到20亿元。"
    assert rows(text, "云台工业园发展“十四五”规划\n") == ["tax_revenue actual span 2016-01..2020-12 = 540000", "tax_revenue target 2025 = 200000"]


def test_after_a_forecast_the_months_told_before_it_go_on():
    text = "上半年，任务过半。1-11月，园区完成税收9亿元，预计全年税收10亿元以上。引进项目15个。"
    assert rows(text, REVIEW)[-1] == "projects_introduced actual ytd 2024-01..2024-11 = 15"
