"""Lines alone above a section, years inside a plan's own, and names beside them: what they say of measure, time and whose it is."""

from __future__ import annotations

import pytest

from . import BULLETIN, PLAN, REVIEW, rows

CIRCULAR = "云台工业园关于2024年1-8月主要指标完成情况的通报\n1-8月，园区税收2亿元。\n"
SPEECH = "在云台工业园半年工作会上的讲话\n（2024年7月9日）\n"
SECTIONS = [
    ("the coming year, and the parts in the line behind", REVIEW + "园区税收3亿元。\n新的一年怎么干\n园区税收3.5亿元。\n东区税收1.2亿元。",
     ["tax_revenue actual 2024 = 30000", "tax_revenue target 2025 = 35000", "tax_revenue target 2025 = 12000 东区"]),
    ("next steps of a review of a year", REVIEW + "园区税收3亿元。\n下步工作打算\n新开工项目15个以上。", ["tax_revenue actual 2024 = 30000", "projects_started target 2025 >= 15"]),
    ("next steps of a circular about months", CIRCULAR + "下一步工作要求：\n四季度，新开工项目5个；全年，园区税收3亿元以上。",
     ["tax_revenue actual ytd 2024-01..2024-08 = 20000", "projects_started target quarter 2024-10..2024-12 = 5", "tax_revenue target 2024 >= 30000"]),
    ("a plan that turns back", PLAN + "工作基础\n2023年，园区税收3亿元。\n新开工项目12个。\n主要目标\n园区税收3.5亿元。",
     ["tax_revenue actual 2023 = 30000", "projects_started actual 2023 = 12", "tax_revenue target 2024 = 35000"]),
    ("a line behind the title is no title", PLAN + "2023年工作回顾\n园区税收3亿元。\n2024年主要目标\n园区税收3.5亿元。", ["tax_revenue actual 2023 = 30000", "tax_revenue target 2024 = 35000"]),
    ("the points of a speech", SPEECH + "第一件事：上半年成绩怎么看。\n上半年，园区税收2亿元。\n第二件事：下半年任务怎么完成。\n全年，园区税收5亿元，新开工项目20个。",
     ["tax_revenue actual ytd 2024-01..2024-06 = 20000", "tax_revenue target 2024 = 50000", "projects_started target 2024 = 20"]),
    ("next steps under a number", REVIEW + "一、工作完成情况\n园区税收3亿元。\n二、下一步工作打算\n新开工项目15个以上。", ["tax_revenue actual 2024 = 30000", "projects_started target 2025 >= 15"]),
    ("questions that are answered", "云台工业园2024年9月经济运行情况答记者问\n问：今年前三季度情况如何？\n答：前三季度，园区税收3亿元。\n问：明年有什么打算？\n答：税收4.4亿元，引进项目30个。\n问：目标完成得怎样？\n答：新开工项目8个。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2025 = 44000", "projects_introduced target 2025 = 30", "projects_started actual ytd 2024-01..2024-09 = 8"]),
    ("lines that only mention targets", REVIEW + "招商引资\n引进项目30个。\n重点任务推进\n新开工项目20个。\n目标任务完成\n税收3亿元。",
     ["projects_introduced actual 2024 = 30", "projects_started actual 2024 = 20", "tax_revenue actual 2024 = 30000"]),
    ("the quarter of a line alone", "云台工业园2024年一季度工作总结及二季度工作安排\n一季度工作情况\n税收1亿元。\n二季度工作安排\n引进项目10个。", ["tax_revenue actual ytd 2024-01..2024-03 = 10000", "projects_introduced target quarter 2024-04..2024-06 = 10"]),
    ("two halves of a document", "云台工业园2024年工作总结\n暨2025年工作计划\n上篇：2024年工作总结\n税收3亿元。\n下篇：2025年工作计划\n税收3.5亿元。", ["tax_revenue actual 2024 = 30000", "tax_revenue target 2025 = 35000"]),
    ("an outlook tells what is expected", CIRCULAR + "展望\n预计全年园区税收3亿元。", ["tax_revenue actual ytd 2024-01..2024-08 = 20000", "tax_revenue forecast 2024 = 30000"]),
]
YEARS = [
    ("steps on the way of five years", "云台工业园“十四五”发展规划\n（2021-2025年）\n2023年，园区税收3亿元；2025年，园区税收5亿元。\n2020年，园区税收2亿元。",
     ["tax_revenue target 2023 = 30000", "tax_revenue target 2025 = 50000", "tax_revenue actual 2020 = 20000"]),
    ("the years of an action plan", "云台工业园三年行动计划（2024-2026年）\n2024年，园区引进项目20个；2026年，园区引进项目30个。\n2023年，园区引进项目18个。",
     ["projects_introduced target 2024 = 20", "projects_introduced target 2026 = 30", "projects_introduced actual 2023 = 18"]),
    ("the day of a report is not its year", "述职报告\n报告人：某某\n报告时间：2024年1月15日\n2023年，我分管招商。\n全年，园区引进项目20个。\n2024年，园区引进项目25个以上。",
     ["projects_introduced actual 2023 = 20", "projects_introduced target 2024 >= 25"]),
    ("a plan's verb is no printed task", PLAN + "全年计划完成税收3亿元，增长8%；全年目标实现工业总产值90亿元，增长10%。", ["tax_revenue target 2024 = 30000 yoy 8", "industrial_output_value target 2024 = 900000 yoy 10"]),
    ("a target that is still to go", BULLETIN + "税收3亿元，距全年4亿元目标还差1亿元；引进项目30个。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 40000", "projects_introduced actual ytd 2024-01..2024-09 = 30"]),
    ("a target and what came of it", REVIEW + "年初确定税收目标3亿元，实际完成3.2亿元；引进项目：目标25个，完成30个。",
     ["tax_revenue target 2024 = 30000", "tax_revenue actual 2024 = 32000", "projects_introduced target 2024 = 25", "projects_introduced actual 2024 = 30"]),
    ("a task that was passed by points", REVIEW + "园区税收3.2亿元，超出年初3亿元的任务近7个百分点。", ["tax_revenue actual 2024 = 32000", "tax_revenue target 2024 = 30000"]),
]
WHOSE = [
    ("blocks", REVIEW + "南岭区块税收1.2亿元，新开工项目8个；北岭区块税收2亿元。", ["tax_revenue actual 2024 = 12000 南岭区块", "projects_started actual 2024 = 8 南岭区块", "tax_revenue actual 2024 = 20000 北岭区块"]),
    ("a zone named like a kind of park", "白石经开区2024年9月简报\n1-9月，科创园、物流园税收分别为1和2亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 10000 科创园", "tax_revenue actual ytd 2024-01..2024-09 = 20000 物流园"]),
    ("firms under a line about firms", BULLETIN + "企业方面\n晨光新电产值3亿元。\n项目方面\n新开工项目8个。", ["industrial_output_value actual ytd 2024-01..2024-09 = 30000 晨光新电", "projects_started actual ytd 2024-01..2024-09 = 8"]),
    ("industries counted behind their whole", BULLETIN + "工业总产值120亿元。其中：装备制造40亿元，增长8%；食品加工20亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 1200000", "industrial_output_value actual ytd 2024-01..2024-09 = 400000 yoy 8 装备制造", "industrial_output_value actual ytd 2024-01..2024-09 = 200000 食品加工"]),
    ("zones as headings", REVIEW + "一、东片\n税收1亿元，新开工项目8个。\n二、西片\n税收2亿元。\n三、保障措施\n引进项目30个。",
     ["tax_revenue actual 2024 = 10000 东片", "projects_started actual 2024 = 8 东片", "tax_revenue actual 2024 = 20000 西片", "projects_introduced actual 2024 = 30"]),
    ("zones as lines alone", PLAN + "主要目标\n税收3亿元。\n东片\n税收1亿元。\n西片\n税收2亿元。\n全园重点\n新开工项目8个。",
     ["tax_revenue target 2024 = 30000", "tax_revenue target 2024 = 10000 东片", "tax_revenue target 2024 = 20000 西片", "projects_started target 2024 = 8"]),
    ("zones as items", BULLETIN + "1. 东片。税收1亿元。\n2. 西片。税收2亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 10000 东片", "tax_revenue actual ytd 2024-01..2024-09 = 20000 西片"]),
    ("works are no firm", REVIEW + "基础设施投资6800万元，主要是污水厂建设收尾。\n拆迁农户97户。", ["infrastructure_investment actual 2024 = 6800", "households_relocated actual 2024 = 97"]),
    ("what was rebuilt is no zone", REVIEW + "新增就业岗位2000个，改造老旧小区12个。", ["new_jobs actual 2024 = 2000"]),
    ("a firm behind a head in brackets", "云台年鉴（2007卷）·云台工业园\n【企业】2006年，园区税收3亿元。\n【选介】大江纺织集团，1993年创办，2006年产值5亿元。", ["tax_revenue actual 2006 = 30000", "industrial_output_value actual 2006 = 50000 大江纺织集团"]),
]


@pytest.mark.parametrize(("what", "text", "table"), SECTIONS, ids=[case[0] for case in SECTIONS])
def test_a_line_alone_sets_measure_and_time_of_its_section(what, text, table):
    assert rows(text) == table


@pytest.mark.parametrize(("what", "text", "table"), YEARS, ids=[case[0] for case in YEARS])
def test_years_and_tasks_are_told_from_what_is_planned(what, text, table):
    assert rows(text) == table


@pytest.mark.parametrize(("what", "text", "table"), WHOSE, ids=[case[0] for case in WHOSE])
def test_names_that_figures_belong_to(what, text, table):
    assert rows(text) == table
