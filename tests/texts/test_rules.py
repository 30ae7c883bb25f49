"""Each rule of the grammar in a sentence of its own."""

from __future__ import annotations

import pytest

from . import BULLETIN, PLAN, REVIEW, reasons, rows

TARGETS = [
    ("name, then figure", "税收收入达到7600万元。", ["tax_revenue target 2024 = 7600"]),
    ("figure, then name", "拥有14家规模以上企业。", ["above_scale_firms target 2024 = 14"]),
    ("figure, then name, with 的", "完成300亩的闲置土地盘活。", ["idle_land_revitalised target 2024 = 300"]),
    ("full width", "税收收入：７６００万元以上。", ["tax_revenue target 2024 >= 7600"]),
    ("Chinese numerals", "承接企业四十户左右，税收不低于九千万元。", ["firms_introduced target 2024 ~ 40", "tax_revenue target 2024 >= 9000"]),
    ("round numerals", "工业总产值突破百亿元。", ["industrial_output_value target 2024 >= 1000000"]),
    ("a range", "引进项目8-10个。", ["projects_introduced target 2024 range 8-10"]),
    ("a range in words", "工业投资15至18亿元。", ["industrial_investment target 2024 range 150000-180000"]),
    ("secure and strive", "税收确保3.8亿元，力争4亿元。", ["tax_revenue target 2024 range 38000-40000"]),
    ("strive and secure", "税收力争4亿元、确保3.8亿元。", ["tax_revenue target 2024 range 38000-40000"]),
    ("secure one, strive for another", "确保新开工项目10个，力争竣工投产项目7个。", ["projects_started target 2024 = 10", "projects_commissioned target 2024 = 7"]),
    ("ceilings", "长期停产企业不超过4家，基础设施投资控制在8500万元以内。", ["long_stopped_firms target 2024 <= 4", "infrastructure_investment target 2024 <= 8500"]),
    ("size classes", "引进项目20个，其中亿元以上项目5个、10亿元以上项目1个。", ["projects_introduced target 2024 = 20", "projects_over_100m target 2024 = 5"]),
    ("growth behind its figure", "税收4亿元，增长15%以上。", ["tax_revenue target 2024 = 40000 yoy 15"]),
    ("growth alone", "规上工业增加值增长9.5%以上。", ["above_scale_value_added target 2024 >= yoy 9.5"]),
    ("growth in tenths and times", "出口增长两成；税收翻一番；利润增长1.2倍。",
     ["export_value target 2024 = yoy 20", "tax_revenue target 2024 = yoy 100", "profit target 2024 = yoy 120"]),
    ("growth behind brackets", "工业投资25亿元（其中技改投资9亿元），增长15%。", ["industrial_investment target 2024 = 250000 yoy 15", "technical_renovation_investment target 2024 = 90000"]),
    ("area units", "征地40公顷，新开发土地0.6平方公里。", ["land_acquired target 2024 = 600", "land_developed target 2024 = 900"]),
    ("a name says two things by its unit", "新建标准厂房6万平方米，标准厂房12栋。", ["standard_factory_area target 2024 = 60000", "standard_factory_buildings target 2024 = 12"]),
    ("names that share their ending", "新开工、竣工投产项目分别达到20个、12个。", ["projects_started target 2024 = 20", "projects_commissioned target 2024 = 12"]),
    ("a mark, then the figure", "税收突破4亿元，达到4.2亿元。", ["tax_revenue target 2024 = 42000"]),
    ("secured for several, striven for the last", "确保引进项目40个，到位资金28亿元，力争30亿元。",
     ["projects_introduced target 2024 = 40", "attracted_funds_in_place target 2024 range 280000-300000"]),
    ("growth, then figure", "固定资产投资增长12%，达到28亿元。", ["fixed_asset_investment target 2024 = 280000 yoy 12"]),
    ("a unit half said by the name", "亩均税收达到24.5万元，亩均产值300万元/亩。", ["tax_per_mu target 2024 = 24.5", "output_per_land target 2024 = 300"]),
    ("base and higher target", "税收：基本目标3.8亿元，奋斗目标4亿元。", ["tax_revenue target 2024 range 38000-40000"]),
    ("two figures of one name, by unit", "建设6万平方米的十栋标准厂房。", ["standard_factory_area target 2024 = 60000", "standard_factory_buildings target 2024 = 10"]),
    ("a later year", "到2030年，工业总产值突破600亿元。", ["industrial_output_value target 2030 >= 6000000"]),
    ("the year before in a plan", "2023年，园区完成税收3亿元。", ["tax_revenue actual 2023 = 30000"]),
]
ACTUALS = [
    ("target beside completion", "实现税收3.52亿元，完成年度任务4.8亿元的73.3%。", ["tax_revenue actual ytd 2024-01..2024-09 = 35200", "tax_revenue target 2024 = 48000"]),
    ("completion alone is none", "实现税收3.52亿元，完成年度任务的71%。", ["tax_revenue actual ytd 2024-01..2024-09 = 35200"]),
    ("forecast", "预计全年税收4.9亿元。", ["tax_revenue forecast 2024 = 49000"]),
    ("hedge in a review", "力争全年税收突破5亿元。", ["tax_revenue target 2024 >= 50000"]),
    ("a month beside the months", "9月当月，实现税收4000万元，环比增长3%。", ["tax_revenue actual month 2024-09..2024-09 = 4000"]),
    ("a month goes on behind a semicolon", "税收完成3亿元；9月份完成4000万元。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue actual month 2024-09..2024-09 = 4000"]),
    ("the same months of last year", "实现税收3亿元，去年同期为2.8亿元，工业投资8亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue actual ytd 2023-01..2023-09 = 28000", "industrial_investment actual ytd 2024-01..2024-09 = 80000"]),
    ("a stock", "截至9月底，规上企业57家。", ["above_scale_firms actual point 2024-09..2024-09 = 57"]),
    ("parts behind their whole", "新开发土地760亩。其中城南片430亩，河口片330亩。税收3亿元。",
     ["land_developed actual ytd 2024-01..2024-09 = 760", "land_developed actual ytd 2024-01..2024-09 = 430 城南片",
      "land_developed actual ytd 2024-01..2024-09 = 330 河口片", "tax_revenue actual ytd 2024-01..2024-09 = 30000"]),
    ("a list of names", "东区、西区税收依次为2亿元、1亿元，同比分别增长8%、5%。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 20000 yoy 8 东区", "tax_revenue actual ytd 2024-01..2024-09 = 10000 yoy 5 西区"]),
    ("one unit for a list", "装备制造、生物医药两大产业分别完成产值44.1和30.7亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 441000 装备制造", "industrial_output_value actual ytd 2024-01..2024-09 = 307000 生物医药"]),
    ("a list of indicators", "税收、利润分别完成3亿元和2亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "profit actual ytd 2024-01..2024-09 = 20000"]),
    ("a list of periods", "一季度、二季度分别实现税收1亿元和1.2亿元。", ["tax_revenue actual ytd 2024-01..2024-03 = 10000", "tax_revenue actual quarter 2024-04..2024-06 = 12000"]),
    ("firms", "恒越精工实现产值2.36亿元，同比增长18.4%；园区实现产值96亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 23600 yoy 18.4 恒越精工", "industrial_output_value actual ytd 2024-01..2024-09 = 960000"]),
    ("an industry by its words", "肉制品产业产值15亿元，休闲食品产业产值11亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 150000 肉制品", "industrial_output_value actual ytd 2024-01..2024-09 = 110000 休闲食品"]),
    ("firms in a list", "绿能科技、华创新材产值分别达到12.5亿元和8.3亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 125000 绿能科技", "industrial_output_value actual ytd 2024-01..2024-09 = 83000 华创新材"]),
    ("growth behind a list", "工业投资14亿元、技改投资8亿元，分别增长18.2%和22.5%。",
     ["industrial_investment actual ytd 2024-01..2024-09 = 140000 yoy 18.2", "technical_renovation_investment actual ytd 2024-01..2024-09 = 80000 yoy 22.5"]),
    ("a plan that is only mentioned", "根据工作计划，园区完成税收3亿元，低于全年预期目标1.8个百分点。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000"]),
    ("to the end of a month", "截至8月31日，完成税收2.6亿元，其中东区1亿元；利润2亿元。",
     ["tax_revenue actual ytd 2024-01..2024-08 = 26000", "tax_revenue actual ytd 2024-01..2024-08 = 10000 东区", "profit actual ytd 2024-01..2024-08 = 20000"]),
    ("from one growth to another", "税收3亿元，同比增速由一季度的8.2%提高到11.6%。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000 yoy 11.6"]),
    ("a decline", "税收同比下降2.3%。", ["tax_revenue actual ytd 2024-01..2024-09 = yoy -2.3"]),
    ("no change", "税收3亿元，与上年同期持平。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000 yoy 0"]),
    ("a time that is only compared with", "税收3亿元，下降1.7%，降幅较1-8月收窄0.6个百分点，高于去年全年；利润2亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000 yoy -1.7", "profit actual ytd 2024-01..2024-09 = 20000"]),
    ("from a dated level to another", "到2023年末，规上企业由2019年末的42家增加到97家。",
     ["above_scale_firms actual point 2019-12..2019-12 = 42", "above_scale_firms actual point 2023-12..2023-12 = 97"]),
    ("cumulative behind a month, without the name", "9月当月入库税收3215万元，增长5.3%；累计入库3.46亿元，下降0.8%。",
     ["tax_revenue actual month 2024-09..2024-09 = 3215 yoy 5.3", "tax_revenue actual ytd 2024-01..2024-09 = 34600 yoy -0.8"]),
    ("a growth by the end of a name", "东区规上工业总产值13.7亿元、税收0.71亿元，其中总产值增长14.2%。",
     ["above_scale_output_value actual ytd 2024-01..2024-09 = 137000 yoy 14.2 东区", "tax_revenue actual ytd 2024-01..2024-09 = 7100 东区"]),
    ("names counted before they are listed", "三大产业中，五金水暖、电线电缆、农机配件分别实现产值14.2、10.6、6.68亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 142000 五金水暖", "industrial_output_value actual ytd 2024-01..2024-09 = 106000 电线电缆",
      "industrial_output_value actual ytd 2024-01..2024-09 = 66800 农机配件"]),
    ("as many parts as were listed, and this part", "装备制造、生物医药两大产业分别完成产值44.1和30.7亿元。两大产业税收依次为2亿元、1亿元。生物医药产业利润3亿元。该产业新开工项目5个。",
     ["industrial_output_value actual ytd 2024-01..2024-09 = 441000 装备制造", "industrial_output_value actual ytd 2024-01..2024-09 = 307000 生物医药",
      "tax_revenue actual ytd 2024-01..2024-09 = 20000 装备制造", "tax_revenue actual ytd 2024-01..2024-09 = 10000 生物医药",
      "profit actual ytd 2024-01..2024-09 = 30000 生物医药", "projects_started actual ytd 2024-01..2024-09 = 5 生物医药"]),
    ("the park before a longer name", "园区税收收入5.84亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 58400"]),
    ("a month of which, then the whole again", "税收3亿元，其中9月当月4000万元；利润2亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 30000", "tax_revenue actual month 2024-09..2024-09 = 4000", "profit actual ytd 2024-01..2024-09 = 20000"]),
    ("a zone that is called by a phase", "新开发土地520亩，其中一期片230亩，二期片290亩。",
     ["land_developed actual ytd 2024-01..2024-09 = 520", "land_developed actual ytd 2024-01..2024-09 = 230 一期片", "land_developed actual ytd 2024-01..2024-09 = 290 二期片"]),
    ("a zone, how it went, then its figure", "规上工业总产值33.7亿元，南坡片增长较快，完成14.9亿元，增长13.5%。",
     ["above_scale_output_value actual ytd 2024-01..2024-09 = 337000", "above_scale_output_value actual ytd 2024-01..2024-09 = 149000 yoy 13.5 南坡片"]),
    ("part of a plan beside the plan's target", "“十四五”前三年，累计完成固定资产投资93.6亿元，完成五年目标150亿元的62.4%。",
     ["fixed_asset_investment actual span 2021-01..2023-12 = 936000", "fixed_asset_investment target span 2021-01..2025-12 = 1500000"]),
    ("output of these firms", "规模以上工业企业完成总产值86.3亿元，其中三季度当季完成30.1亿元。9月份当月完成10.6亿元。",
     ["above_scale_output_value actual ytd 2024-01..2024-09 = 863000", "above_scale_output_value actual quarter 2024-07..2024-09 = 301000",
      "above_scale_output_value actual month 2024-09..2024-09 = 106000"]),
    ("a bound before a list", "东区、西区税收分别不低于3亿元、2亿元。",
     ["tax_revenue actual ytd 2024-01..2024-09 >= 30000 东区", "tax_revenue actual ytd 2024-01..2024-09 >= 20000 西区"]),
    ("a name in brackets ends with them", "新开工项目30个（东区20个、西区10个），竣工投产项目8个。",
     ["projects_started actual ytd 2024-01..2024-09 = 30", "projects_started actual ytd 2024-01..2024-09 = 20 东区",
      "projects_started actual ytd 2024-01..2024-09 = 10 西区", "projects_commissioned actual ytd 2024-01..2024-09 = 8"]),
    ("a firm before its time", "宏达机械前三季度产值12.6亿元。", ["industrial_output_value actual ytd 2024-01..2024-09 = 126000 宏达机械"]),
    ("names that share their end", "新开工项目30个、竣工投产25个。", ["projects_started actual ytd 2024-01..2024-09 = 30", "projects_commissioned actual ytd 2024-01..2024-09 = 25"]),
    ("when something was founded", "园区成立于2006年，税收3亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 30000"]),
    ("growth and decline in one list", "西区、北区税收分别完成4亿元、2亿元，分别增长5%和下降2%。",
     ["tax_revenue actual ytd 2024-01..2024-09 = 40000 yoy 5 西区", "tax_revenue actual ytd 2024-01..2024-09 = 20000 yoy -2 北区"]),
    ("the actual figure beside the target", "标准厂房面积，目标值18万平方米，实际值18.6万平方米，得分10分。",
     ["standard_factory_area target 2024 = 180000", "standard_factory_area actual point 2024-09..2024-09 = 186000"]),
    ("names of a kind", "分产业看，食品加工、服装鞋帽分别完成固定资产投资6.3、4.8亿元。",
     ["fixed_asset_investment actual ytd 2024-01..2024-09 = 63000 食品加工", "fixed_asset_investment actual ytd 2024-01..2024-09 = 48000 服装鞋帽"]),
    ("a part that reports", "会议听取了铜锣片的汇报，该片税收1.34亿元。", ["tax_revenue actual ytd 2024-01..2024-09 = 13400 铜锣片"]),
    ("a figure inside its name", "未开工的13家企业。", ["firms_not_started actual point 2024-09..2024-09 = 13"]),
    ("names that share their beginning", "拆迁农户900余户、房屋10余万平方米。",
     ["households_relocated actual ytd 2024-01..2024-09 >= 900", "houses_demolished_area actual ytd 2024-01..2024-09 >= 100000"]),
    ("a figure, a description, then its name", "已有11个规模大、前景好的项目正式进入园区。", ["projects_entered actual point 2024-09..2024-09 = 11 ?"]),
    ("ground of factories", "占地11.4万平方米，建筑面积4.2万平方米的标准厂房开工。",
     ["standard_factory_land_area actual point 2024-09..2024-09 = 114000", "standard_factory_area actual point 2024-09..2024-09 = 42000 ?"]),
    ("a ratio, then its name", "以逾90倍的发行市盈率发行。", ["ipo_pe_ratio actual ytd 2024-01..2024-09 >= 90"]),
    ("financial numerals", "税收贰仟万元。", ["tax_revenue actual ytd 2024-01..2024-09 = 2000"]),
    ("a figure that is called a target", "要实现税收5亿元的目标。", ["tax_revenue target 2024 = 50000"]),
    ("from one level to another", "规上企业由上年的45家增加到52家。", ["above_scale_firms actual point 2023-12..2023-12 = 45", "above_scale_firms actual point 2024-09..2024-09 = 52"]),
]
NONE = [
    ("工业用电量5.6亿千瓦时，增长6%。", []),
    ("红线宽24米，110千伏输变电工程，电话0000-5512345。", []),
    ("全县税收18亿元，民营企业实现税收2亿元。", []),
    ("净增规上企业5家，新增税收3000万元，增收1.2亿元。", []),
    ("税收占全县的41%，占比提高1.4个百分点，居第2位。", []),
    ("产值是2020年的1.9倍，年均增长12%。", []),
    ("打造百亿级企业，建设千亿产业集群。", []),
    ("高新技术产业总产值12亿元，一般公共预算收入3亿元。", []),
    ("每月外出招商不少于2次，户均税收300万元。", []),
    ("税收500万元以上企业6家。", []),
    ("工业总产值xx.x亿元，同比增长xx%，其中税收XX万元，新增就业##人。", []),
    ("税收3O.5亿元，利润l2亿元。", []),
    ("东区、西区共完成税收3亿元。", []),
    ("总投资20亿元的电池项目落地，占地300亩，日处理污水2万吨。", []),
    ("5000万元以上固定资产投资项目单位须报送。", []),
    ("与预期目标相比，工业总产值低于目标13.2亿元。", []),
    ("出口7.9亿元，增长两成。", []),
    ("东、西、北三个片区分别引进项目12个、9个、6个。", []),
    ("评选标准为：年纳税500万元以上。", []),
    ("产值是“十三五”时期的1.8倍。", []),
    ("五年内，力争工业总产值翻两番。", []),
]


@pytest.mark.parametrize(("what", "text", "table"), TARGETS, ids=[case[0] for case in TARGETS])
def test_a_plan_gives_targets_of_its_year(what, text, table):
    assert rows(text, PLAN) == table


@pytest.mark.parametrize(("what", "text", "table"), ACTUALS, ids=[case[0] for case in ACTUALS])
def test_a_bulletin_gives_actual_figures_of_its_months(what, text, table):
    assert rows(text, BULLETIN) == table


@pytest.mark.parametrize(("text", "table"), NONE, ids=[case[0][:12] for case in NONE])
def test_what_is_no_figure_of_the_park_gives_none(text, table):
    assert rows(text, BULLETIN) == table


def test_sections_change_measure_and_year():
    text = "云台工业园2023年工作总结和2024年工作计划\n一、2023年工作完成情况\n全年实现税收3亿元。\n二、2024年工作计划\n实现税收3.4亿元。\n"
    assert rows(text) == ["tax_revenue actual 2023 = 30000", "tax_revenue target 2024 = 34000"]


def test_a_review_without_a_year_in_its_title_is_of_the_year_it_begins_with():
    text = "云台工业园产业集群发展情况汇报\n2024年，园区实现税收3亿元。\n2025年，园区税收3.5亿元。\n"
    assert rows(text) == ["tax_revenue actual 2024 = 30000", "tax_revenue target 2025 = 35000"]


def test_years_since_a_title_are_no_year_of_the_text():
    text = "关于云台工业园2022年以来项目推进情况的汇报\n2022年至2023年，两年累计引进项目58个。\n其中2023年，引进项目31个。\n"
    assert rows(text) == ["projects_introduced actual span 2022-01..2023-12 = 58", "projects_introduced actual 2023 = 31"]


def test_the_items_of_a_text_about_firms_begin_with_their_names():
    text = "云台工业园重点企业运行情况通报\n2024年1-8月，情况如下。\n（一）绿洲再生实现产值5.72亿元。\n（二）双庆轮胎受原料涨价影响，产值仅2.95亿元。\n"
    assert [r.split(" = ")[1] for r in rows(text)] == ["57200 绿洲再生", "29500 双庆轮胎"]


def test_the_running_year_is_forecast_in_a_plan_for_the_next():
    text = "关于报送云台工业园2025年预期目标的请示\n2024年，预计园区税收1.95亿元。\n建议2025年园区税收2.1亿元左右。\n"
    assert rows(text) == ["tax_revenue forecast 2024 = 19500", "tax_revenue target 2025 ~ 21000"]


def test_a_plan_without_its_end_is_in_doubt():
    text = "云台开发区“十四五”以来工作情况汇报\n“十四五”以来，累计引进项目168个。\n今年1-8月，税收3亿元。\n2023年，税收4亿元。\n"
    assert [r for r in rows(text) if not r.endswith("?")] == ["tax_revenue actual 2023 = 40000"]  # the only one with its year


def test_a_line_of_a_time_alone_dates_the_lines_below_it():
    text = "统计快报\n云台工业园 2024年10月\n1-10月主要指标\n税收：3亿元\n10月当月主要指标\n税收：3000万元，同比+2%\n"
    assert rows(text) == ["tax_revenue actual ytd 2024-01..2024-10 = 30000", "tax_revenue actual month 2024-10..2024-10 = 3000 yoy 2"]


def test_a_forecast_stays_one_whatever_time_it_names():
    assert rows("预计2025年税收5亿元。", REVIEW) == ["tax_revenue forecast 2025 = 50000"]


def test_names_stand_as_the_text_writes_them():
    assert rows("其中城北區實現稅收2億元。", BULLETIN) == ["tax_revenue actual ytd 2024-01..2024-09 = 20000 城北區"]


def test_several_years_together_are_a_span():
    assert rows("五年累计完成固定资产投资210亿元。", REVIEW) == ["fixed_asset_investment actual span 2020-01..2024-12 = 2100000"]


def test_every_number_that_is_left_has_its_reason():
    found = reasons("税收3亿元，比上年增加2000万元；利用外资1500万美元；全县税收18亿元；每月调度2次。", BULLETIN)
    assert found == {
        "2000万元": "是增减量，不是总量",
        "1500万美元": "没有认得的指标（利用外资）",
        "18亿元": "是全县的数字，不是园区的",
        "2次": "是频次或平均数",
    }


def test_a_capacity_is_read_for_a_firm_and_never_as_sure():
    assert rows("锂源新材料有限公司年产碳酸锂5000吨，实现产值3亿元。", BULLETIN) == [
        "production_capacity actual point 2024-09..2024-09 = 5000 锂源新材料有限公司 ?",
        "industrial_output_value actual ytd 2024-01..2024-09 = 30000 锂源新材料有限公司",
    ]


def test_what_stands_today_in_a_plan_is_no_target():
    assert rows("目前，园区规上企业46家。年末规上企业达到52家。", PLAN) == ["above_scale_firms actual point .. = 46 ?", "above_scale_firms target 2024 = 52"]


def test_a_new_line_is_the_parks_again():
    text = "分片区看，东区实现税收2亿元，西区实现税收1亿元。\n新开工项目18个。"
    assert rows(text, BULLETIN)[-1] == "projects_started actual ytd 2024-01..2024-09 = 18"
