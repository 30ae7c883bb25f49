"""Whose figure it is: names that are objects, several names, firms that are only spoken of, places that are no zones."""

from __future__ import annotations

import pytest

from . import BULLETIN, PLAN, rows

WHEN = "actual ytd 2024-01..2024-09 ="
DOUBTED = [
    ("a name that was helped", "园区引进项目8个，协助北坡片引进项目20个，实现税收3亿元。",
     [f"projects_introduced {WHEN} 8", f"projects_introduced {WHEN} 20 北坡片", f"tax_revenue {WHEN} 30000 ?"]),
    ("a firm that was helped", "帮助恒越机械有限公司完成技改投资6000万元，工业投资25亿元。",
     [f"technical_renovation_investment {WHEN} 6000 恒越机械有限公司", f"industrial_investment {WHEN} 250000 ?"]),
    ("what a name belongs to", "其中城南片引进项目3个。完成城南片500亩征地，新开工项目12个。",
     [f"projects_introduced {WHEN} 3 城南片", f"land_acquired {WHEN} 500 城南片", f"projects_started {WHEN} 12 ?"]),
    ("several names together", "东区、西区均运行平稳。实现税收3亿元。", [f"tax_revenue {WHEN} 30000 ?"]),
    ("several industries together", "装备制造、生物医药产业成为新的增长点。税收3亿元。", [f"tax_revenue {WHEN} 30000 ?"]),
    ("a firm that was founded", "双方共同出资组建恒越纺织股份有限公司，半年建成。实现税收3000万元。", [f"tax_revenue {WHEN} 3000 ?"]),
    ("a firm that was brought in", "成功引进天元光电科技有限公司。实现产值2亿元，出口800万美元。",
     [f"industrial_output_value {WHEN} 20000 ?", f"export_value {WHEN} 800 ?"]),
    ("a park of an industry", "装备制造产业：打造百亿锂产业园区。实现税收3亿元。", [f"tax_revenue {WHEN} 30000 装备制造 ?"]),
    ("a part behind a list of parts", "东区、西区税收分别为2亿元、1亿元。新开工项目8个。",
     [f"tax_revenue {WHEN} 20000 东区", f"tax_revenue {WHEN} 10000 西区", f"projects_started {WHEN} 8 ?"]),
    ("a number of firms behind one firm", "恒越机械有限公司有关人员，以及25家新入园企业代表参加会议。", [f"firms_introduced {WHEN} 25 ?"]),
]
SURE = [
    ("the park behind them", "东区、西区均运行平稳。园区实现税收3亿元。", [f"tax_revenue {WHEN} 30000"]),
    ("the next line", "东区、西区均运行平稳。\n实现税收3亿元。", [f"tax_revenue {WHEN} 30000"]),
    ("the park by the name of its firms", "装备制造产业产值12亿元。园区企业拥有授权专利35项，取得省级科技成果5项。",
     [f"industrial_output_value {WHEN} 120000 装备制造", "patents actual point 2024-09..2024-09 = 35 ?", "sci_tech_achievements actual point 2024-09..2024-09 = 5"]),
    ("a zone's firms stay the zone's", "东区园区企业12家。", ["firms_in_park actual point 2024-09..2024-09 = 12 东区"]),
    ("a base for a trade is no zone", "建成全国最大的研发、生产基地和原料供应基地。实现税收3亿元。", [f"tax_revenue {WHEN} 30000"]),
    ("this firm", "随着宏远光电科技股份有限公司入园，产业再添新军。该公司实现产值7500万元。", [f"industrial_output_value {WHEN} 7500 宏远光电科技股份有限公司"]),
    ("a firm behind a verb", "督促天元机械有限公司实现产值2亿元。", [f"industrial_output_value {WHEN} 20000 天元机械有限公司"]),
    ("who did it", "天元锂业公司于2004年被恒越集团收购后，致力于锂盐生产。公司实现产值2亿元。", [f"industrial_output_value {WHEN} 20000 天元锂业公司"]),
    ("zones told one by one", "一是东区税收2亿元，二是西区税收1亿元。", [f"tax_revenue {WHEN} 20000 东区", f"tax_revenue {WHEN} 10000 西区"]),
    ("words that lead to a zone", "同时东片区完成税收2亿元；此外北片区完成1亿元。", [f"tax_revenue {WHEN} 20000 东片区", f"tax_revenue {WHEN} 10000 北片区"]),
    ("the long form of a name", "恒越纺织股份有限公司实现产值2亿元。", [f"industrial_output_value {WHEN} 20000 恒越纺织股份有限公司"]),
]


@pytest.mark.parametrize(("what", "text", "table"), DOUBTED, ids=[case[0] for case in DOUBTED])
def test_where_it_is_not_said_whose_a_figure_is_it_is_in_doubt(what, text, table):
    assert rows(text, BULLETIN) == table


@pytest.mark.parametrize(("what", "text", "table"), SURE, ids=[case[0] for case in SURE])
def test_where_it_is_said_whose_a_figure_is_it_is_sure(what, text, table):
    assert rows(text, BULLETIN) == table


def test_a_plan_for_a_zone_goes_on_behind_its_comma():
    assert rows("东区完成税收2亿元，新开工项目8个。", PLAN) == ["tax_revenue target 2024 = 20000 东区", "projects_started target 2024 = 8 东区"]


@pytest.mark.parametrize("sign", ["【{}】", "（{}）", "「{}」", "〔{}〕"])
def test_a_name_in_brackets_that_begins_a_sentence_is_whose_its_figures_are(sign):
    text = f"{sign.format('天元轴承有限公司')}产值12亿元，增长17.3%，税收4380万元。\n{sign.format('东湖片区')}税收2亿元。"
    assert rows(text, BULLETIN) == [
        "industrial_output_value actual ytd 2024-01..2024-09 = 120000 yoy 17.3 天元轴承有限公司",
        "tax_revenue actual ytd 2024-01..2024-09 = 4380 天元轴承有限公司", "tax_revenue actual ytd 2024-01..2024-09 = 20000 东湖片区"]
