"""The time that a line alone gives to the lines below it, and what a plan tells of months that were over when it was issued."""

from __future__ import annotations

import pytest

from . import rows

SPRINT = "云台工业园冲刺四季度工作方案\n（2023年10月12日印发）\n"
BULLETIN = "云台工业园2024年9月经济运行简报\n"


@pytest.mark.parametrize("words", ["工业总产值19.2亿元，同比增长18.5%", "固定资产投资19.2亿元，是最大的短板", "招商到位资金19.2亿元"])
def test_months_that_were_over_when_a_plan_was_issued_are_no_aim_of_it(words):
    code = {"工": "industrial_output_value", "固": "fixed_asset_investment", "招": "attracted_funds_in_place"}[words[0]]
    assert rows(f"一、当前形势\n1-9月，全园{words}。\n二、冲刺目标\n全年税收3亿元。", SPRINT) == [
        f"{code} actual ytd 2023-01..2023-09 = 192000" + (" yoy 18.5" if "18.5" in words else ""), "tax_revenue target 2023 = 30000"]


@pytest.mark.parametrize("head", ["三、分片任务（四季度当季）", "三、分片任务（全区，四季度）", "分片任务（四季度当季）", "三、四季度分片任务"])
def test_a_heading_gives_its_time_to_the_lines_below_it(head):
    assert rows(f"二、目标\n全年税收3亿元。\n{head}\n前沟片：税收8000万元；\n后沟片：税收7000万元。\n五、年度任务\n税收3亿元。", SPRINT) == [
        "tax_revenue target 2023 = 30000", "tax_revenue target quarter 2023-10..2023-12 = 8000 前沟片",
        "tax_revenue target quarter 2023-10..2023-12 = 7000 后沟片", "tax_revenue target 2023 = 30000"]


@pytest.mark.parametrize("head", ["二、9月情况", "二、9月当月情况", "二、主要指标（9月当月）"])
def test_so_does_the_month_of_a_heading_in_a_bulletin(head):
    assert rows(f"一、1-9月情况\n税收2亿元。\n{head}\n税收3000万元。\n工业总产值4000万元。", BULLETIN) == [
        "tax_revenue actual ytd 2024-01..2024-09 = 20000", "tax_revenue actual month 2024-09..2024-09 = 3000",
        "industrial_output_value actual month 2024-09..2024-09 = 4000"]


def test_the_whole_year_in_a_heading_of_a_bulletin_makes_targets_of_the_lines_below_it():
    assert rows("一、运行情况\n1-9月，税收3亿元。\n二、分片任务（全年）\n东湖片：税收2亿元；\n西湖片：税收3亿元。", BULLETIN) == [
        "tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 20000 东湖片", "tax_revenue target 2024 = 30000 西湖片"]


def test_the_words_before_a_colon_are_firms_in_a_section_about_firms():
    assert rows("四、重点企业（四季度当季）\n宏图机械：产值9600万元，开足两班；\n云白水泥：产值7200万元。", SPRINT) == [
        "industrial_output_value target quarter 2023-10..2023-12 = 9600 宏图机械", "industrial_output_value target quarter 2023-10..2023-12 = 7200 云白水泥"]


BREAKDOWN = "云台工业园2020年主要指标进度分解说明\n时间节点的数字均为自年初起的累计数。\n"


def test_a_breakdown_sets_targets_for_the_months_up_to_each_node():
    assert rows("一、时间节点\n3月底，全园税收18亿元；\n6月底，全园税收41亿元；\n全年，全园税收92亿元，增长8.9%。\n四、上年对照\n2019年，全园税收84亿元。", BREAKDOWN) == [
        "tax_revenue target ytd 2020-01..2020-03 = 180000", "tax_revenue target ytd 2020-01..2020-06 = 410000", "tax_revenue target 2020 = 920000 yoy 8.9",
        "tax_revenue actual 2019 = 840000"]


@pytest.mark.parametrize("names", ["清河、白桥、榆林三片", "清河、白桥、榆林三个片区", "清河、白桥和榆林三园"])
@pytest.mark.parametrize("end", ["，\n", "；\n", "；", "，"])
def test_names_said_once_serve_the_lines_of_the_same_list(names, end):
    if end == "，":
        names += "的"
    assert rows(f"二、片区分解（全年）\n{names}工业总产值依次为38、31和23亿元{end}税收依次为1.4亿元、1.1亿元和8000万元。", BREAKDOWN) == [
        f"{code} target 2020 = {value} {name}" for code, values in (("industrial_output_value", (380000, 310000, 230000)), ("tax_revenue", (14000, 11000, 8000)))
        for name, value in zip(("清河", "白桥", "榆林"), values, strict=True)]


def test_a_number_behind_the_last_name_of_a_list_is_no_part_of_the_name():
    assert rows("城北二区税收2亿元，城北三区税收1亿元。", BREAKDOWN) == ["tax_revenue target 2020 = 20000 城北二区", "tax_revenue target 2020 = 10000 城北三区"]


MIDTERM = "云台经济开发区“十二五”规划纲要中期评估报告\n（2013年3月）\n一、主要指标评估\n"


@pytest.mark.parametrize("aim", ["规划2015年达到45亿元", "规划到2015年达到45亿元", "2015年规划目标45亿元", "规划目标45亿元", "纲要提出到2015年达到45亿元"])
def test_what_a_plan_of_years_provides_stands_beside_what_was_done(aim):
    assert rows(f"1．工业总产值。2010年为21.4亿元，2012年达到31.5亿元，增长19.5%，{aim}，完成70%。", MIDTERM) == [
        "industrial_output_value actual 2010 = 214000", "industrial_output_value actual 2012 = 315000 yoy 19.5", "industrial_output_value target 2015 = 450000"]


def test_what_it_provides_for_all_its_years_stands_beside_what_some_of_them_brought():
    assert rows("1．新开发土地。2011—2012年两年累计1150亩，规划2011—2015年五年累计2平方公里，完成38.3%。", MIDTERM) == [
        "land_developed actual span 2011-01..2012-12 = 1150", "land_developed target span 2011-01..2015-12 = 3000"]


def test_a_plan_of_years_that_is_not_named_leaves_its_aim_undated():
    assert rows("一、完成情况\n税收2012年完成1.2亿元，规划目标1.5亿元。", "云台经济开发区2012年工作总结\n") == ["tax_revenue actual 2012 = 12000", "tax_revenue target = 15000 ?"]


@pytest.mark.parametrize(("words", "last"), [
    ("去年全年，园区税收1.27亿元，年底规上企业37家。", "above_scale_firms actual point 2023-12..2023-12 = 37"),
    ("1-9月，园区税收1.27亿元，年底规上企业达到37家。", "above_scale_firms target 2024 = 37")])
def test_the_end_of_a_year_is_that_of_the_year_told_about(words, last):
    assert rows(words, BULLETIN)[-1] == last


def test_the_time_of_a_figure_told_in_brackets_ends_with_them():
    assert rows("全年工业总产值86亿元，增长10%（2023年为78.2亿元），税收3.3亿元；固定资产投资31亿元。", "云台工业园2024年工作计划\n") == [
        "industrial_output_value target 2024 = 860000 yoy 10", "industrial_output_value actual 2023 = 782000",
        "tax_revenue target 2024 = 33000", "fixed_asset_investment target 2024 = 310000"]


def test_a_year_behind_the_figure_of_a_numbered_item_is_not_its_sections():
    assert rows("一、主要预期目标\n（一）税收3.3亿元（2023年为3.05亿元）。\n（二）固定资产投资31亿元。", "云台工业园2024年工作计划\n") == [
        "tax_revenue target 2024 = 33000", "tax_revenue actual 2023 = 30500", "fixed_asset_investment target 2024 = 310000"]


def test_a_numbered_line_that_stands_alone_turns_to_what_is_to_be_done():
    assert rows("1.关于招商\n2024年引进项目30个。\n2.关于2025年的打算\n引进项目35个。", "云台工业园2024年述职报告\n") == [
        "projects_introduced actual 2024 = 30", "projects_introduced target 2025 = 35"]


def test_an_estimate_stays_one_in_the_last_section_of_a_report():
    assert rows("一、运行情况\n1-8月，税收3亿元。\n二、后段安排\n预计全年，税收4.4亿元。\n全年，引进项目要确保28个。", "云台工业园2024年8月情况汇报\n") == [
        "tax_revenue actual ytd 2024-01..2024-08 = 30000", "tax_revenue forecast 2024 = 44000", "projects_introduced target 2024 = 28"]


def test_years_in_all_end_with_the_year_named_before_them():
    assert rows("2022年、2023年，园区两年累计完成基础设施投资3.6亿元。\n今年1至8月，税收3亿元。", "云台工业园2024年8月情况汇报\n") == [
        "infrastructure_investment actual span 2022-01..2023-12 = 36000", "tax_revenue actual ytd 2024-01..2024-08 = 30000"]


def test_an_impact_is_no_aim():
    assert rows("2023年是不平凡的一年。面对订单冲击，园区全年完成税收3亿元。", "致园区企业的一封信\n2024年1月25日\n") == ["tax_revenue actual 2023 = 30000"]
