"""What had not ended when a text was written is no actual figure, and what had ended is no aim."""

from __future__ import annotations

import pytest

from . import rows

TOLD = "税收3亿元，增长8%。"
ACTUAL = "tax_revenue actual ytd 2024-01..2024-08 = 30000 yoy 8"
TITLES = ["云台工业园2024年1-8月经济运行简报\n", "云台工业园2024年前8个月重点企业运行情况的通报\n", "云台工业园2024年8月经济运行简报\n2024年9月12日\n"]
HEADS = ["四、工作要求\n", "四季度前瞻\n", "四、后续安排\n", "四、工作提示\n"]
YEARLY = ["对照年初盘子补差赶超，全年工业总产值320亿元。", "全年工业总产值320亿元的盘子不动摇。", "围绕既定盘子，全区将锁定全年工业总产值320亿元。"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("words", YEARLY)
def test_a_whole_year_in_a_text_of_some_of_its_months_is_a_target(title, head, words):
    assert rows(f"一、总体情况\n1-8月，{TOLD}\n{head}{words}", title) == [ACTUAL, "industrial_output_value target 2024 = 3200000"]


@pytest.mark.parametrize("words", ["四季度引进项目20个", "年底规上企业120家", "下半年引进项目20个", "到10月底引进项目40个"])
def test_months_to_come_are_targets_too(words):
    last = {"四": "projects_introduced target quarter 2024-10..2024-12 = 20", "年": "above_scale_firms target 2024 = 120",
            "下": "projects_introduced target span 2024-07..2024-12 = 20", "到": "projects_introduced target ytd 2024-01..2024-10 = 40"}[words[0]]
    assert rows(f"1-8月，{TOLD}\n抓好后续工作：{words}。", TITLES[0]) == [ACTUAL, last]


@pytest.mark.parametrize("words", ["预计全年工业总产值320亿元", "全年预计工业总产值320亿元", "全年工业总产值有望达到320亿元"])
def test_the_whole_year_stays_a_forecast_where_the_words_say_so(words):
    assert rows(f"1-8月，{TOLD}\n{words}。", TITLES[0]) == [ACTUAL, "industrial_output_value forecast 2024 = 3200000"]


@pytest.mark.parametrize("words", ["去年全年工业总产值320亿元", "2023年全年工业总产值320亿元", "去年底规上企业120家"])
def test_a_year_that_was_over_stays_actual(words):
    last = "above_scale_firms actual point 2023-12..2023-12 = 120" if "底" in words else "industrial_output_value actual 2023 = 3200000"
    assert rows(f"1-8月，{TOLD}\n{words}。", TITLES[0]) == [ACTUAL, last]


@pytest.mark.parametrize("head", ["一、时间过半，任务过半\n", "一、对标目标抓运行\n", "一、紧扣计划稳增长\n"])
def test_months_of_the_title_are_actual_under_a_heading_that_speaks_of_aims(head):
    assert rows(f"{head}1-6月，园区工业总产值18亿元，税收6000万元。\n二季度当季工业总产值10亿元。", "云台工业园2024年上半年工作小结\n") == [
        "industrial_output_value actual ytd 2024-01..2024-06 = 180000", "tax_revenue actual ytd 2024-01..2024-06 = 6000",
        "industrial_output_value actual quarter 2024-04..2024-06 = 100000"]


def test_months_in_a_title_are_no_date_of_issue():
    assert rows("税收3亿元。\n10月末，规上企业142家。", "云台工业园2024年1-10月主要指标完成情况\n") == [
        "tax_revenue actual ytd 2024-01..2024-10 = 30000", "above_scale_firms actual point 2024-10..2024-10 = 142"]


def test_a_year_named_for_what_is_to_come_does_not_date_the_months_behind_it():
    assert rows("订单已经排到2027年，忙得很。前10个月，出口2.6亿美元。", "云台工业园2024年1-10月运行简报\n") == ["export_value actual ytd 2024-01..2024-10 = 26000"]


@pytest.mark.parametrize("head", ["三、走势研判\n", "三、全年预判\n", "三、形势预测\n"])
@pytest.mark.parametrize("words", ["全年税收5亿元左右。", "税收预计5亿元左右。"])
def test_a_section_on_how_it_will_go_forecasts_the_year(head, words):
    assert rows(f"一、运行情况\n1-8月，{TOLD}\n{head}预计全年工业总产值320亿元。{words}", TITLES[0]) == [
        ACTUAL, "industrial_output_value forecast 2024 = 3200000", "tax_revenue forecast 2024 ~ 50000"]


def test_an_outlook_that_says_expected_forecasts_though_its_heading_looks_ahead():
    assert rows(f"一、运行情况\n1-8月，{TOLD}\n三、全年展望\n预计全年工业总产值320亿元，税收5亿元。", TITLES[0]) == [
        ACTUAL, "industrial_output_value forecast 2024 = 3200000", "tax_revenue forecast 2024 = 50000"]


POST = "@所有人，云台经开区上半年成绩单来啦！\n云台经开区发布 2022-07-21 18:05\n"


@pytest.mark.parametrize(("title", "text", "table"), [
    (POST, "01 看大盘，稳不稳？\n1-6月，税收3亿元，同比+8%！\n02 下半年，怎么干？\n税收4亿元，年底规上企业100家左右。",
     ["tax_revenue actual ytd 2022-01..2022-06 = 30000 yoy 8", "tax_revenue target 2022 = 40000", "above_scale_firms target 2022 ~ 100"]),
    (POST, "🚩税收：3亿元\n✅引进项目：18个\n◎出口：2000万美元\n→ 规上企业：90家",
     ["tax_revenue actual ytd 2022-01..2022-06 = 30000", "projects_introduced actual ytd 2022-01..2022-06 = 18", "export_value actual ytd 2022-01..2022-06 = 2000",
      "above_scale_firms actual point 2022-06..2022-06 = 90"]),
    ("重磅！云台经开区前三季度“成绩单”出炉\n云台发布 2022/10/21\n", "税收3亿元，同比增长8%。\n四季度，新开工项目12个。",
     ["tax_revenue actual ytd 2022-01..2022-09 = 30000 yoy 8", "projects_started target quarter 2022-10..2022-12 = 12"]),
])
def test_a_post_is_dated_by_the_line_of_its_sender(title, text, table):
    assert rows(text, title) == table
