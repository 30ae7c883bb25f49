"""The measure and the time of figures as the manners of different offices say them: a text and its rows."""

from __future__ import annotations

import pytest

from . import rows

MIDYEAR = "在云台高新区年中工作推进会上的讲话\n（2024年7月12日）\n同志们：\n"
SPEECH = "在云台高新区经济工作会议上的讲话\n（2024年2月20日）\n同志们：\n"
MONTHS = "云台高新区2024年1-9月经济运行简报\n"
YEAR = "云台高新区2024年工作总结\n"
BOTH = "云台高新区2024年工作总结和2025年工作打算\n"
HALF = "云台高新区2024年上半年工作总结\n"
AIMS = "云台高新区2024年工作计划\n"

CASES: list[tuple[str, str, list[str]]] = [
    (MIDYEAR, "先看家底厚不厚？上半年，工业总产值87亿元。\n最后说任务。年初定的盘子一个都不能少：工业总产值180亿元，税收6亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-06 = 870000", "industrial_output_value target 2024 = 1800000", "tax_revenue target 2024 = 60000"]),
    (SPEECH, "先讲去年的账。工业总产值150亿元，税收5亿元。\n再讲眼前的难。规上企业90家。\n后讲今年的仗。工业总产值170亿元，税收6亿元。",
     ["industrial_output_value actual 2023 = 1500000", "tax_revenue actual 2023 = 50000", "above_scale_firms actual point 2023-12..2023-12 = 90", "industrial_output_value target 2024 = 1700000", "tax_revenue target 2024 = 60000"]),
    (SPEECH, "去年干得怎么样？工业总产值150亿元，税收5亿元。\n今年怎么干？工业总产值170亿元，税收6亿元。",
     ["industrial_output_value actual 2023 = 1500000", "tax_revenue actual 2023 = 50000", "industrial_output_value target 2024 = 1700000", "tax_revenue target 2024 = 60000"]),
    (SPEECH, "今年的任务书已经摆在桌上。工业总产值170亿元，税收6亿元。", ["industrial_output_value target 2024 = 1700000", "tax_revenue target 2024 = 60000"]),
    (MONTHS, "1-9月，税收3亿元。\n四季度要引进项目20个，必须完成税收1亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "projects_introduced target quarter 2024-10..2024-12 = 20", "tax_revenue target quarter 2024-10..2024-12 = 10000"]),
    (SPEECH, "去年，工业总产值150亿元。\n今年，我们要引进项目60个，新开工项目40个。",
     ["industrial_output_value actual 2023 = 1500000", "projects_introduced target 2024 = 60", "projects_started target 2024 = 40"]),
    ("政府工作报告\n——2024年2月26日在云台高新区第二届人民代表大会上\n", "一、2023年工作回顾\n工业总产值150亿元。\n二、2024年工作\n今年要以项目论英雄，新开工项目60个、竣工投产项目35个。",
     ["industrial_output_value actual 2023 = 1500000", "projects_started target 2024 = 60", "projects_commissioned target 2024 = 35"]),
    (BOTH, "一、2024年工作回顾\n2024年，工业总产值150亿元。\n税收5亿元，引进项目40个。\n2023年，工业总产值140亿元。\n出口2亿美元。\n二、2025年打算\n工业总产值170亿元。",
     ["industrial_output_value actual 2024 = 1500000", "tax_revenue actual 2024 = 50000", "projects_introduced actual 2024 = 40", "industrial_output_value actual 2023 = 1400000", "export_value actual 2024 = 20000", "industrial_output_value target 2025 = 1700000"]),
    ("云台高新区工作汇报\n（2026年1月10日）\n", "2025年，工业总产值150亿元。\n税收5亿元，引进项目40个。\n年末规上企业90家。\n2026年，工业总产值170亿元，税收6亿元。\n引进项目50个。",
     ["industrial_output_value actual 2025 = 1500000", "tax_revenue actual 2025 = 50000", "projects_introduced actual 2025 = 40", "above_scale_firms actual point 2025-12..2025-12 = 90", "industrial_output_value target 2026 = 1700000", "tax_revenue target 2026 = 60000", "projects_introduced target 2026 = 50"]),
    (HALF, "一、上半年情况\n税收3亿元。\n二、下半年工作\n全年税收7亿元，下半年引进项目20个，年底规上企业120家。",
     ["tax_revenue actual ytd 2024-01..2024-06 = 30000", "tax_revenue target 2024 = 70000", "projects_introduced target span 2024-07..2024-12 = 20", "above_scale_firms target 2024 = 120"]),
    (HALF, "税收3亿元。\n下半年打算\n引进项目20个。全年税收7亿元。", ["tax_revenue actual ytd 2024-01..2024-06 = 30000", "projects_introduced target 2024 = 20", "tax_revenue target 2024 = 70000"]),
    (HALF, "税收3亿元。\n二、存在问题\n规上企业90家，距全年目标100家还差10家。",
     ["tax_revenue actual ytd 2024-01..2024-06 = 30000", "above_scale_firms actual point 2024-06..2024-06 = 90", "above_scale_firms target 2024 = 100"]),
    (YEAR, "截至年底，累计引进项目40个，规上企业90家。税收5亿元。", ["projects_introduced actual 2024 = 40", "above_scale_firms actual point 2024-12..2024-12 = 90", "tax_revenue actual 2024 = 50000"]),
    (YEAR, "到年底，全区累计完成固定资产投资60亿元。", ["fixed_asset_investment actual 2024 = 600000"]),
    (AIMS, "税收保5亿元争6亿元，引进项目保40争50个。", ["tax_revenue target 2024 range 50000-60000", "projects_introduced target 2024 range 40-50"]),
    (AIMS, "税收保5争6亿元；工业总产值保150亿元、争160亿元。", ["tax_revenue target 2024 range 50000-60000", "industrial_output_value target 2024 range 1500000-1600000"]),
    (AIMS, "税收底线目标5亿元、奋斗目标6亿元。", ["tax_revenue target 2024 range 50000-60000"]),
    (AIMS, "税收5亿元（底线目标），奋斗目标6亿元。", ["tax_revenue target 2024 range 50000-60000"]),
    (AIMS, "工业总产值守住150亿元、冲刺160亿元。", ["industrial_output_value target 2024 range 1500000-1600000"]),
    (AIMS, "税收必保5亿元、力争6亿元。", ["tax_revenue target 2024 range 50000-60000"]),
    (AIMS, "税收确保完成5亿元，力争突破6亿元。", ["tax_revenue target 2024 range 50000-60000"]),
    (AIMS, "税收确保5亿元，工业总产值力争160亿元。", ["tax_revenue target 2024 = 50000", "industrial_output_value target 2024 = 1600000"]),
    (MONTHS, "1-9月，税收3亿元。\n三、下步打算\n税收5亿元，引进项目40个。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "projects_introduced target 2024 = 40"]),
    (MONTHS, "1-9月，税收3亿元。\n三、冲刺全年\n税收5亿元，引进项目40个。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "projects_introduced target 2024 = 40"]),
    (MONTHS, "1-9月，税收3亿元。\n下一步重点\n税收5亿元，引进项目40个。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "projects_introduced target 2024 = 40"]),
    (MONTHS, "1-9月，税收3亿元。\n后三个月怎么干\n税收5亿元，引进项目40个。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "projects_introduced target 2024 = 40"]),
    (MONTHS, "1-9月，税收3亿元。\n【下步打算】\n税收5亿元，引进项目40个。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "projects_introduced target 2024 = 40"]),
    (MONTHS, "1-9月，税收3亿元。\n▶下步举措\n税收5亿元，引进项目40个。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "projects_introduced target 2024 = 40"]),
    (YEAR, "全年税收5亿元。\n明年税收要突破6亿元。出口3亿美元。", ["tax_revenue actual 2024 = 50000", "tax_revenue target 2025 >= 60000", "export_value target 2025 = 30000"]),
    (YEAR, "全年税收5亿元。\n来年税收要突破6亿元。出口3亿美元。", ["tax_revenue actual 2024 = 50000", "tax_revenue target 2025 >= 60000", "export_value target 2025 = 30000"]),
    (YEAR, "全年税收5亿元。\n新的一年，税收6亿元，引进项目40个。", ["tax_revenue actual 2024 = 50000", "tax_revenue target 2025 = 60000", "projects_introduced target 2025 = 40"]),
    (YEAR, "全年税收5亿元。\n新的一年税收要突破6亿元。出口3亿美元。", ["tax_revenue actual 2024 = 50000", "tax_revenue target 2025 >= 60000", "export_value target 2025 = 30000"]),
    (YEAR, "全年税收5亿元。\n2025年税收要突破6亿元。出口3亿美元。", ["tax_revenue actual 2024 = 50000", "tax_revenue target 2025 >= 60000", "export_value target 2025 = 30000"]),
    ("云台高新区“十三五”工作总结\n", "五年累计引进项目400个。2020年税收5亿元。", ["projects_introduced actual span 2016-01..2020-12 = 400", "tax_revenue actual 2020 = 50000"]),
    ("在云台高新区建区大会上的讲话\n（2024年2月20日）\n", "过去三年，累计引进项目120个。去年，税收5亿元。", ["projects_introduced actual span 2021-01..2023-12 = 120", "tax_revenue actual 2023 = 50000"]),
    (MONTHS, "1-9月，利润3亿元。\n紧盯全年税收5亿元不放松。", ["profit actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000"]),
    (MONTHS, "1-9月，利润3亿元。\n年初定下税收5亿元的盘子，必须完成。", ["profit actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000"]),
    (MONTHS, "1-9月，利润3亿元。\n全年税收不低于5亿元，目标不变。", ["profit actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 >= 50000"]),
    (MONTHS, "1-9月，税收3亿元，占全年预期目标5亿元的60%；利润3亿元，相当于去年全年4亿元的75%。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 50000", "profit actual ytd 2024-01..2024-09 = 30000", "profit actual 2023 = 40000"]),
    (MONTHS, "1-9月，税收3亿元，完成全年的60%，利润3亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "profit actual ytd 2024-01..2024-09 = 30000"]),
    (YEAR, "明年上半年新开工项目20个。", ["projects_started target ytd 2025-01..2025-06 = 20"]),
    (YEAR, "2025年一季度新开工项目20个。", ["projects_started target quarter 2025-01..2025-03 = 20"]),
    (AIMS, "一季度引进项目10个，上半年引进项目20个，三季度末引进项目30个，全年引进项目40个。",
     ["projects_introduced target quarter 2024-01..2024-03 = 10", "projects_introduced target ytd 2024-01..2024-06 = 20", "projects_introduced target ytd 2024-01..2024-09 = 30", "projects_introduced target 2024 = 40"]),
    (AIMS + "（2024年3月5日）\n", "上年税收4亿元。2024年税收5亿元。1-2月，已完成税收1亿元。\n引进项目40个。",
     ["tax_revenue actual 2023 = 40000", "tax_revenue target 2024 = 50000", "tax_revenue actual ytd 2024-01..2024-02 = 10000", "projects_introduced target 2024 = 40"]),
    ("云台高新区晒出2024年“成绩单”\n2025年1月8日 来源：云台日报\n", "全年工业总产值150亿元，税收5亿元。年末规上企业90家。\n今年，园区将引进项目50个，税收6亿元。",
     ["industrial_output_value actual 2024 = 1500000", "tax_revenue actual 2024 = 50000", "above_scale_firms actual point 2024-12..2024-12 = 90", "projects_introduced target 2025 = 50", "tax_revenue target 2025 = 60000"]),
    ("云台高新区晒出前10个月“成绩单”\n2024年11月8日 来源：云台日报\n", "前10个月，工业总产值120亿元，税收4亿元。\n全年税收5亿元的目标有望实现。明年，税收目标6亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-10 = 1200000", "tax_revenue actual ytd 2024-01..2024-10 = 40000", "tax_revenue target 2024 = 50000", "tax_revenue target 2025 = 60000"]),
    ("云台高新区管委会主任办公会议纪要\n（2024年8月6日）\n", "会议指出，1-7月税收3亿元，引进项目30个。\n会议要求，全年税收6亿元，引进项目50个，一个不能少。\n会议认为，出口2亿美元来之不易。",
     ["tax_revenue actual ytd 2024-01..2024-07 = 30000", "projects_introduced actual ytd 2024-01..2024-07 = 30", "tax_revenue target 2024 = 60000", "projects_introduced target 2024 = 50", "export_value actual ytd 2024-01..2024-07 = 20000"]),
    ("云台高新区冲刺四季度动员令\n2024年10月9日\n", "前三季度，税收3亿元，引进项目30个。\n四季度，税收2亿元，引进项目10个。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "projects_introduced actual ytd 2024-01..2024-09 = 30", "tax_revenue target quarter 2024-10..2024-12 = 20000", "projects_introduced target quarter 2024-10..2024-12 = 10"]),
    ("云台高新区2024年三季度点评会材料\n", "前三季度税收3亿元，三季度税收1亿元。9月末规上企业90家。\n全年税收5亿元，缺口2亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue actual quarter 2024-07..2024-09 = 10000", "above_scale_firms actual point 2024-09..2024-09 = 90", "tax_revenue target 2024 = 50000"]),
]


@pytest.mark.parametrize(("title", "text", "table"), CASES, ids=[text[:24] for _title, text, _table in CASES])
def test_a_text_gives_its_figures_with_their_measure_and_time(title, text, table):
    assert rows(text, title) == table
