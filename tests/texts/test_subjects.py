"""Whose a figure is, and when: names by their kind, those who speak, times beside figures; short texts with literal rows."""

from __future__ import annotations

import pytest

from etl.texts import is_prose

from . import BULLETIN, PLAN, REVIEW, reasons, rows

NAMES = [
    ("a zone behind a list number", "（一）东岭片：规上工业总产值30亿元，税收9200万元。",
     ["above_scale_output_value actual ytd 2024-01..2024-09 = 300000 东岭片", "tax_revenue actual ytd 2024-01..2024-09 = 9200 东岭片"]),
    ("names of a kind, each in a clause of its own", "分产业看，家具制造产值8亿元，增长5%；竹藤编织产值6亿元；其他产业产值2亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 80000 yoy 5 家具制造", "industrial_output_value actual ytd 2024-01..2024-09 = 60000 竹藤编织"]),
    ("a zone behind a time", "分片区看，1-9月月亮湾片税收2.8亿元；老街税收1亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 28000 月亮湾片", "tax_revenue actual ytd 2024-01..2024-09 = 10000 老街"]),
    ("firms before a time and 分别", "新宇电子、宏达建材1-9月分别实现销售收入4.35和3.98亿元，同比分别增长8.2%、下降5.4%。",
     ["sales_revenue actual ytd 2024-01..2024-09 = 43500 yoy 8.2 新宇电子", "sales_revenue actual ytd 2024-01..2024-09 = 39800 yoy -5.4 宏达建材"]),
    ("the names of the list before", "渡口片、龙泉片工业总产值分别为24亿元、17亿元；税收分别为7900和5600万元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 240000 渡口片", "industrial_output_value actual ytd 2024-01..2024-09 = 170000 龙泉片",
      "tax_revenue actual ytd 2024-01..2024-09 = 7900 渡口片", "tax_revenue actual ytd 2024-01..2024-09 = 5600 龙泉片"]),
    ("an order, then names with a figure each", "按引进项目数从高到低，依次为码头片15个、竹山片11个。",
     ["projects_introduced actual ytd 2024-01..2024-09 = 15 码头片", "projects_introduced actual ytd 2024-01..2024-09 = 11 竹山片"]),
    ("the growth of one of a list", "东区、西区税收分别为2亿元、1亿元，其中东区增长8%，西区下降2%。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 20000 yoy 8 东区", "tax_revenue actual ytd 2024-01..2024-09 = 10000 yoy -2 西区"]),
    ("the growth of a part alone is not the whole's", "税收3亿元，其中东区增长8%。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue actual ytd 2024-01..2024-09 = yoy 8 东区"]),
    ("a firm that speaks", "“订单排到年底。”腾越轮胎负责人说，1-9月公司产值3.27亿元，出口960万美元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 32700 腾越轮胎", "export_value actual ytd 2024-01..2024-09 = 960 腾越轮胎"]),
    ("a firm that is visited, then speaks", "走进鼎泰锂电车间，6条产线开足马力，负责人告诉记者，前三季度产值4.35亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 43500 鼎泰锂电"]),
]
TIMES = [
    ("to the end of a month, with 前", "3月底前新开工项目5个以上，全年新开工项目25个。", ["projects_started target ytd 2024-01..2024-03 >= 5", "projects_started target 2024 = 25"]),
    ("years directly before their figures", "引进项目2022年27个、2023年31个。", ["projects_introduced actual 2022 = 27", "projects_introduced actual 2023 = 31"]),
    ("the year before is told to the end of the line", "去年，税收7亿元。利润1亿元。\n今年税收目标8亿元。",
     ["tax_revenue actual 2023 = 70000", "profit actual 2023 = 10000", "tax_revenue target 2024 = 80000"]),
    ("years ahead, to the year named", "到2027年，税收6亿元。三年累计完成固定资产投资150亿元。",
     ["tax_revenue target 2027 = 60000", "fixed_asset_investment target span 2025-01..2027-12 = 1500000"]),
    ("a range with both units", "税收9000万元至1.2亿元，规上企业由42家增加到50家。", ["tax_revenue target 2024 range 9000-12000", "above_scale_firms target 2024 = 50"]),
]
LEVELS = [
    ("a figure compared with", "税收22.6亿元，比去年同期19.4亿元增长16.5%。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 226000 yoy 16.5", "tax_revenue actual ytd 2023-01..2023-09 = 194000"]),
    ("a turn of the trend", "出口由降转增，增长5%。", ["export_value actual ytd 2024-01..2024-09 = yoy 5"]),
    ("a multiple of another time", "新承接企业19户，是前年同期的两倍多；税收3亿元，为去年全年的八成；利润2亿元。",
     ["firms_introduced actual ytd 2024-01..2024-09 = 19", "tax_revenue actual ytd 2024-01..2024-09 = 30000", "profit actual ytd 2024-01..2024-09 = 20000"]),
    ("a quarter of its own", "第三季度当季税收1.8亿元。", ["tax_revenue actual quarter 2024-07..2024-09 = 18000"]),
]
NOBODY = ["公司产值3.27亿元。", "某企业董事长说，1-9月产值3亿元。", "规上企业38家，其中产值超10亿元的3家。", "年产值2亿元以上或者用工500人以上的企业可申请展位。", "税收突破5000万元企业8家。",
          "百元产值成本比全市高出三元。", "产值亿元以上企业12家，实现产值40亿元。"]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in (*NAMES, *LEVELS)], ids=[case[0] for case in (*NAMES, *LEVELS)])
def test_a_bulletin_is_read_by_whose_the_figures_are(text, expected):
    assert rows(text, BULLETIN) == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in TIMES], ids=[case[0] for case in TIMES])
def test_a_plan_is_read_by_the_times_beside_its_figures(text, expected):
    assert rows(text, PLAN) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_no_output_tax_or_profit_is_read_from_a_class_or_from_somebody_unknown(text):
    assert [row for row in rows(text, BULLETIN) if "output" in row or "tax" in row] == []
    assert reasons(text, BULLETIN)


def test_a_park_is_called_by_the_end_of_its_name():
    found = rows("1-3月，新区规上工业总产值52亿元。青龙新区税收1亿元。", "青龙产业新区2024年1-3月经济运行简报\n")
    assert found == ["above_scale_output_value actual ytd 2024-01..2024-03 = 520000", "tax_revenue actual ytd 2024-01..2024-03 = 10000"]


def test_a_summary_and_plan_in_one_title_begins_as_a_review():
    found = rows("一、上半年工作\n走访企业512次。\n二、下半年计划\n全年税收2.6亿元。", "云台工业园2024年上半年服务企业工作小结及下半年计划\n")
    assert found == ["firm_visits actual ytd 2024-01..2024-06 = 512", "tax_revenue target 2024 = 26000"]


MINUTES = "云台工业园党工委会议纪要\n2024年10月20日\n会议指出，1-9月，园区税收3亿元。\n会议要求，咬定目标不放松：\n一是抓项目。全年新开工项目27个。\n散会后合影。\n1-9月利润2亿元。"


def test_minutes_turn_to_what_is_to_be_done_and_back():
    assert rows(MINUTES) == ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "projects_started target 2024 = 27", "profit actual ytd 2024-01..2024-09 = 20000"]


def test_parts_of_the_year_end_with_their_indicator_in_a_plan():
    found = rows("新开工项目40个，一季度开工12个，二季度末累计开工26个；竣工投产项目30个。", PLAN)
    assert found == ["projects_started target 2024 = 40", "projects_started target quarter 2024-01..2024-03 = 12",
                     "projects_started target ytd 2024-01..2024-06 = 26", "projects_commissioned target 2024 = 30"]


def test_headings_name_the_kind_of_the_lines_below():
    found = rows("税收5亿元。\n二、分行业看\n装备制造业入库税收2亿元，增长9%；\n建材业入库6700万元。", BULLETIN)
    assert found[1:] == ["tax_revenue actual ytd 2024-01..2024-09 = 20000 yoy 9 装备制造业", "tax_revenue actual ytd 2024-01..2024-09 = 6700 建材业"]


def test_a_sentence_speaks_of_the_name_it_begins_with():
    assert rows("生物医药产业势头强劲，1-9月产值31亿元。", BULLETIN) == ["industrial_output_value actual ytd 2024-01..2024-09 = 310000 生物医药"]


def test_years_of_a_span_pair_with_their_figures():
    found = rows("2021年至2023年，税收依次为6.2亿元、7.1亿元、8亿元。", "云台工业园“十四五”工作回顾\n")
    assert found == ["tax_revenue actual 2021 = 62000", "tax_revenue actual 2022 = 71000", "tax_revenue actual 2023 = 80000"]


def test_what_a_share_is_of_and_an_average_are_no_figures():
    assert rows("规上工业总产值24亿元，占全部工业总产值的90.1%，增长9.3%。11月税收月均不低于2亿元。", BULLETIN) == ["above_scale_output_value actual ytd 2024-01..2024-09 = 240000 yoy 9.3"]


def test_a_list_of_growths_may_end_with_no_change():
    found = rows("东区、西区、北区税收分别为4亿元、3亿元、2亿元，同比分别增长12%、8%和持平。", BULLETIN)
    assert [row.split("yoy ")[1] for row in found] == ["12 东区", "8 西区", "0 北区"]


BEHIND = [
    ("a time behind the figures ends with its sentence", "税收3亿元，创近三年同期新高。\n工业投资8亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "industrial_investment actual ytd 2024-01..2024-09 = 80000"]),
    ("quarters of which, then the whole again", "工业投资8亿元，其中二季度3亿元、三季度4亿元。税收3亿元。",
     ["industrial_investment actual ytd 2024-01..2024-09 = 80000", "industrial_investment actual quarter 2024-04..2024-06 = 30000",
      "industrial_investment actual quarter 2024-07..2024-09 = 40000", "tax_revenue actual ytd 2024-01..2024-09 = 30000"]),
    ("a cause between figure and growth", "出口5000万美元，受关税影响同比下降12%。", ["export_value actual ytd 2024-01..2024-09 = 5000 yoy -12"]),
    ("a task behind its figure", "引进项目19个，超额完成全年18个的任务；税收3亿元，完成年初确定的4亿元目标的75%。",
     ["projects_introduced actual ytd 2024-01..2024-09 = 19", "projects_introduced target 2024 = 18", "tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 40000"]),
    ("a gap to a target", "税收3亿元，距4亿元的全年目标还有1亿元差距。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue target 2024 = 40000"]),
    ("industries side by side", "粮油加工完成工业投资8亿元，肉制品完成工业投资4亿元。",
     ["industrial_investment actual ytd 2024-01..2024-09 = 80000 粮油加工", "industrial_investment actual ytd 2024-01..2024-09 = 40000 肉制品"]),
    ("adverbs before a bound", "基础设施投资严格控制在2亿元以内。", ["infrastructure_investment actual ytd 2024-01..2024-09 <= 20000"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in BEHIND], ids=[case[0] for case in BEHIND])
def test_what_stands_behind_a_figure_stays_with_it(text, expected):
    assert rows(text, BULLETIN) == expected


TOPICS = "（一）规上工业总产值。全区全年430亿元，增长8.5%；上半年全区完成205亿元。\n其中：港前片全年185亿元，港后片全年142亿元。\n（二）税收。全区全年不低于12亿元，港前片、港后片依次为5.5、4.2亿元。"


def test_a_line_goes_on_with_the_indicator_that_it_begins_with():
    assert rows(TOPICS, "云台工业园2024年主要指标分解落实表\n") == [
        "above_scale_output_value target 2024 = 4300000 yoy 8.5", "above_scale_output_value target ytd 2024-01..2024-06 = 2050000",
        "above_scale_output_value target 2024 = 1850000 港前片", "above_scale_output_value target 2024 = 1420000 港后片",
        "tax_revenue target 2024 >= 120000", "tax_revenue target 2024 = 55000 港前片", "tax_revenue target 2024 = 42000 港后片"]


def test_the_year_before_is_that_before_the_year_reviewed_whenever_it_was_written():
    found = rows("——工业总产值由上年的38亿元增加到46亿元，增长21%，超年度目标45亿元1亿元。\n——税收1.2亿元，比上年的1亿元增长20%。", "云台工业园2024年工作总结\n（2025年1月6日）\n")
    assert found == ["industrial_output_value actual 2023 = 380000", "industrial_output_value actual 2024 = 460000 yoy 21", "industrial_output_value target 2024 = 450000",
                     "tax_revenue actual 2024 = 12000 yoy 20", "tax_revenue actual 2023 = 10000"]


def test_a_section_about_firms_names_them_on_each_of_its_lines():
    found = rows("二、重点企业情况\n飞天毛巾产值8600万元。\n立新铸件销售收入3900万元。\n三、其他\n园内征地940亩。", REVIEW)
    assert found == ["industrial_output_value actual 2024 = 8600 飞天毛巾", "sales_revenue actual 2024 = 3900 立新铸件", "land_acquired actual 2024 = 940"]


def test_projects_left_undone_are_not_the_number_of_projects():
    assert rows("2个签约项目已超过约定期限仍未动工。", REVIEW) == []


def test_running_text_with_half_width_commas_is_no_table():
    assert is_prose("园区2024年1-9月经济运行情况\n1-9月,园区完成税收3亿元,同比增长8%;利润2亿元。\n征地640亩。")
    assert not is_prose("指标,2023年,2024年\n税收,3.2,3.5\n说明。,1,2")


PARTS = [
    ("the indicators of the part before", "东岭片工业总产值32亿元、税收1.2亿元、新开工项目8个，西坪片分别为20亿元、0.8亿元、5个。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 320000 东岭片", "tax_revenue actual ytd 2024-01..2024-09 = 12000 东岭片", "projects_started actual ytd 2024-01..2024-09 = 8 东岭片",
      "industrial_output_value actual ytd 2024-01..2024-09 = 200000 西坪片", "tax_revenue actual ytd 2024-01..2024-09 = 8000 西坪片", "projects_started actual ytd 2024-01..2024-09 = 5 西坪片"]),
    ("parts counted before they are named one by one", "三个片区新开工项目分别为：东岭8个、西坪5个、南河3个。",
     ["projects_started actual ytd 2024-01..2024-09 = 8 东岭", "projects_started actual ytd 2024-01..2024-09 = 5 西坪", "projects_started actual ytd 2024-01..2024-09 = 3 南河"]),
    ("a remark in brackets behind a zone", "东岭片（含原老街片）完成工业总产值32亿元。", ["industrial_output_value actual ytd 2024-01..2024-09 = 320000 东岭片"]),
    ("a size class that is counted", "引进项目36个，其中亿元以上的有12个。", ["projects_introduced actual ytd 2024-01..2024-09 = 36", "projects_over_100m actual point 2024-09..2024-09 = 12"]),
    ("a level that is compared with", "规上企业比年初的52家增加5家，达到57家。", ["above_scale_firms actual point 2024-09..2024-09 = 57"]),
    ("months directly before a figure", "去年同期，园区税收2.9亿元。今年1-9月3.1亿元。", ["tax_revenue actual ytd 2023-01..2023-09 = 29000", "tax_revenue actual ytd 2024-01..2024-09 = 31000"]),
    ("a forecast, then a target", "全年税收预计完成4.1亿元，力争4.2亿元。", ["tax_revenue forecast 2024 = 41000", "tax_revenue target 2024 = 42000"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in PARTS], ids=[case[0] for case in PARTS])
def test_parts_levels_and_aims_are_told_apart(text, expected):
    assert rows(text, BULLETIN) == expected


def test_a_text_of_bounds_and_aims_sets_targets_in_doubt_where_its_title_says_nothing():
    assert rows("税收不低于4亿元，力争4.2亿元。新开工项目不少于30个。", "云台工业园2024年经济工作\n")[1:] == ["projects_started target 2024 >= 30 ?"]


LEVELS_OF_PLANS = [
    ("years to come", "未来三年累计完成固定资产投资150亿元，累计引进项目100个。", ["fixed_asset_investment target span 2024-01..2026-12 = 1500000 ?", "projects_introduced target span 2024-01..2026-12 = 100 ?"]),
    ("a target that is changed", "税收目标由4亿元调整为4.2亿元。", ["tax_revenue target 2024 = 42000"]),
    ("on the ground of the year before", "税收在上年3.9亿元的基础上增长8%，达到4.2亿元。", ["tax_revenue actual 2023 = 39000", "tax_revenue target 2024 = 42000 yoy 8"]),
]
OF_A_YEAR = [
    ("a target in brackets", "工业总产值102亿元（目标100亿元）。", ["industrial_output_value actual 2024 = 1020000", "industrial_output_value target 2024 = 1000000"]),
    ("quarters that share their word", "新开工项目30个，一、二季度分别为8个、7个。",
     ["projects_started actual 2024 = 30", "projects_started actual quarter 2024-01..2024-03 = 8", "projects_started actual quarter 2024-04..2024-06 = 7"]),
    ("one firm's share in words", "其中，云帆电子一家就贡献税收1.1亿元。", ["tax_revenue actual 2024 = 11000 云帆电子"]),
    ("a level reached by any verb", "税收由2020年的2亿元跃升至3.9亿元。", ["tax_revenue actual 2020 = 20000", "tax_revenue actual 2024 = 39000"]),
]


@pytest.mark.parametrize(("title", "text", "expected"), [(PLAN, *case[1:]) for case in LEVELS_OF_PLANS] + [(REVIEW, *case[1:]) for case in OF_A_YEAR],
                         ids=[case[0] for case in (*LEVELS_OF_PLANS, *OF_A_YEAR)])
def test_levels_aims_and_parts_of_a_year(title, text, expected):
    assert rows(text, title) == expected


def test_firms_with_their_figures_in_brackets_keep_them():
    found = rows("海兴重工（产值24亿元，+18.5%）、长河粮油（产值15亿元，-4.2%）合计占规上的28%。", BULLETIN)
    assert found == ["industrial_output_value actual ytd 2024-01..2024-09 = 240000 yoy 18.5 海兴重工", "industrial_output_value actual ytd 2024-01..2024-09 = 150000 yoy -4.2 长河粮油"]


def test_a_rate_of_firms_and_a_count_of_others_are_not_their_number():
    assert rows("规上企业亏损面达14.2%，有9家企业停产。", BULLETIN) == []


def test_a_park_is_known_by_what_its_text_calls_it_twice():
    found = rows("2024年末，枫林工业园规上企业57家。\n枫林工业园全年税收7亿元。", "关于2024年度评价结果的通报\n")
    assert found == ["above_scale_firms actual point 2024-12..2024-12 = 57", "tax_revenue actual 2024 = 70000"]


def test_names_go_on_with_the_one_indicator_of_the_sentence_before():
    found = rows("税收：1-9月2亿元，增长2%。三个片区中，锦江片1.2亿元，增速最快；长坝片0.8亿元。", BULLETIN)
    assert found == ["tax_revenue actual ytd 2024-01..2024-09 = 20000 yoy 2", "tax_revenue actual ytd 2024-01..2024-09 = 12000 锦江片", "tax_revenue actual ytd 2024-01..2024-09 = 8000 长坝片"]


def test_another_matter_is_of_the_park_again():
    found = rows("一是抓招商。竹木加工产业产值41亿元。二是抓服务。走访企业460次。", REVIEW)
    assert found == ["industrial_output_value actual 2024 = 410000 竹木加工", "firm_visits actual 2024 = 460"]


def test_this_year_is_the_year_since_which_a_text_tells():
    found = rows("我就园区2025年以来的工作作个汇报。\n园区2008年设立。今年1至10月，园区税收2.3亿元。", "交流发言\n")
    assert found == ["tax_revenue actual ytd 2025-01..2025-10 = 23000 ?"]


def test_the_parks_figure_follows_the_countys():
    assert rows("全县税收12亿元，其中园区3.1亿元，占25.8%；全县规上工业增加值增长7%，园区增长8.2%。", BULLETIN) == [
        "tax_revenue actual ytd 2024-01..2024-09 = 31000", "above_scale_value_added actual ytd 2024-01..2024-09 = yoy 8.2"]


def test_a_zone_alone_in_a_heading_owns_its_section():
    assert rows("一、东城片\n税收2.2亿元；引进项目15个。\n二、集中区合计\n税收4.3亿元。", PLAN) == [
        "tax_revenue target 2024 = 22000 东城片", "projects_introduced target 2024 = 15 东城片", "tax_revenue target 2024 = 43000"]


def test_parts_without_a_name_own_their_figures():
    found = rows("建材行业21户，实现产值23.7亿元；其他行业13户，实现产值8.43亿元。高新技术企业57家，实现产值22亿元。", BULLETIN)
    assert found == ["industrial_output_value actual ytd 2024-01..2024-09 = 237000 建材"]


def test_names_before_their_share_pair_with_the_figures_behind_it():
    found = rows("电子信息、生物医药两大产业占比达到78%，产值分别为148亿元、97亿元。", BULLETIN)
    assert found == ["industrial_output_value actual ytd 2024-01..2024-09 = 1480000 电子信息", "industrial_output_value actual ytd 2024-01..2024-09 = 970000 生物医药"]


def test_growth_then_a_mark_is_one_figure():
    assert rows("工业总产值增长10%，突破450亿元。", PLAN) == ["industrial_output_value target 2024 >= 4500000 yoy 10"]


def test_another_year_beside_the_months_ends_with_its_full_stop():
    found = rows("今年以来，税收3亿元；去年全年税收3.8亿元。新开工项目12个。2023年同期利润2亿元。", BULLETIN)
    assert found == ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue actual 2023 = 38000", "projects_started actual ytd 2024-01..2024-09 = 12",
                     "profit actual ytd 2023-01..2023-09 = 20000"]


def test_words_on_how_it_went_stand_between_name_and_growth():
    assert rows("税收实现两位数增长，增长12%。利润增长最快，增长15%。", BULLETIN) == ["tax_revenue actual ytd 2024-01..2024-09 = yoy 12", "profit actual ytd 2024-01..2024-09 = yoy 15"]


def test_a_zone_stands_behind_a_decimal_list_number():
    assert rows("3.3　滨江分园：税收2亿元。", BULLETIN) == ["tax_revenue actual ytd 2024-01..2024-09 = 20000 滨江分园"]
