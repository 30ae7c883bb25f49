"""Names of parts that only their place, their ending or their siblings tell, and words that are no names."""

from __future__ import annotations

import pytest

from . import BULLETIN, PLAN, rows

WHEN = "actual ytd 2024-01..2024-09 ="
CASES = [
    ("a firm of an unknown trade among firms", "恒越机械产值5亿元，增长8%；金穗豆制品产值2亿元，下降3%。",
     [f"industrial_output_value {WHEN} 50000 yoy 8 恒越机械", f"industrial_output_value {WHEN} 20000 yoy -3 金穗豆制品"]),
    ("a firm whose words are also those of an industry", "石英光电上半年产值4亿元；木棉家居上半年产值1.7亿元。",
     ["industrial_output_value actual ytd 2024-01..2024-06 = 40000 石英光电", "industrial_output_value actual ytd 2024-01..2024-06 = 17000 木棉家居"]),
    ("a firm behind a semicolon that does something first", "曜石电池产值5亿元；安泽织造停产检修17天，产值2亿元。",
     [f"industrial_output_value {WHEN} 50000 曜石电池", f"industrial_output_value {WHEN} 20000 安泽织造"]),
    ("a firm in a story", "隔着一条马路，鲜达冷链新添的冷库刚刚启用，销售收入3亿元。", [f"sales_revenue {WHEN} 30000 鲜达冷链"]),
    ("places that are called boards", "空港板块税收3亿元，其中技改投资5亿元；湖滨板块税收2亿元。",
     [f"tax_revenue {WHEN} 30000 空港板块", f"technical_renovation_investment {WHEN} 50000 空港板块", f"tax_revenue {WHEN} 20000 湖滨板块"]),
    ("industries that are called boards", "智能装备板块产值46亿元；绿色化工板块产值38亿元。",
     [f"industrial_output_value {WHEN} 460000 智能装备", f"industrial_output_value {WHEN} 380000 绿色化工"]),
    ("the last of a list and its count", "东岭、西滩、南桥、北坞四个片区税收依次为5亿元、4亿元、3亿元、2亿元。",
     [f"tax_revenue {WHEN} {value} {name}" for value, name in ((50000, "东岭"), (40000, "西滩"), (30000, "南桥"), (20000, "北坞"))]),
    ("parts by number", "1号园新开工项目3个，2号园新开工项目5个。", [f"projects_started {WHEN} 3 1号园", f"projects_started {WHEN} 5 2号园"]),
    ("parts that have one each", "东城片、西城片、北城片各完成税收3亿元、2亿元、1亿元。",
     [f"tax_revenue {WHEN} 30000 东城片", f"tax_revenue {WHEN} 20000 西城片", f"tax_revenue {WHEN} 10000 北城片"]),
    ("what the words before the parts are about", "入库税收完成情况：云台分园2亿元，竹溪分园1亿元。", [f"tax_revenue {WHEN} 20000 云台分园", f"tax_revenue {WHEN} 10000 竹溪分园"]),
    ("what each part is to have", "各片区引进项目不少于2个，全区引进项目12个。", [f"projects_introduced {WHEN} 12"]),
    ("its tax", "恒越机械产值5亿元，其税收达4100万元。", [f"industrial_output_value {WHEN} 50000 恒越机械", f"tax_revenue {WHEN} 4100 恒越机械"]),
    ("the former and the latter", "恒越机械、天元轴承分别实现产值8亿元和6亿元，前者增长10%，后者下降4%。",
     [f"industrial_output_value {WHEN} 80000 yoy 10 恒越机械", f"industrial_output_value {WHEN} 60000 yoy -4 天元轴承"]),
    ("the first two and the last", "东区、西区、北区税收依次为3亿元、2亿元和1亿元，其中前两者增长5%和6%，后者持平。",
     [f"tax_revenue {WHEN} 30000 yoy 5 东区", f"tax_revenue {WHEN} 20000 yoy 6 西区", f"tax_revenue {WHEN} 10000 yoy 0 北区"]),
    ("the former of two indicators", "工业总产值、税收分别完成100亿元和5亿元，前者增长10%，后者下降2%。",
     [f"industrial_output_value {WHEN} 1000000 yoy 10", f"tax_revenue {WHEN} 50000 yoy -2"]),
    ("a growth with its cause", "税收8420万元，因高温错峰同比下降1.5%。", [f"tax_revenue {WHEN} 8420 yoy -1.5"]),
    ("a share of the target that is printed", "税收5亿元，占全年预期目标8亿元的62.5%。", [f"tax_revenue {WHEN} 50000", "tax_revenue target 2024 = 80000"]),
    ("firms that have not begun, counted before", "还有9家企业尚未开工。", ["firms_not_started actual point 2024-09..2024-09 = 9"]),
    ("a firm behind what it is among firms", "龙头企业华芯半导体产值33亿元，增长41%；成长型企业小溪流家纺产值1亿元。",
     [f"industrial_output_value {WHEN} 330000 yoy 41 华芯半导体", f"industrial_output_value {WHEN} 10000 小溪流家纺"]),
    ("a firm behind where it lies", "位于东区的恒越机械产值5亿元。", [f"industrial_output_value {WHEN} 50000 恒越机械"]),
    ("the short name of a firm", "江州金龙机械有限公司（简称“金龙”）产值5亿元。金龙上缴税收600万元。",
     [f"industrial_output_value {WHEN} 50000 江州金龙机械有限公司", f"tax_revenue {WHEN} 600 江州金龙机械有限公司"]),
    ("a turn to another part", "城北板块税收2亿元，反观临港板块，引进项目14个。", [f"tax_revenue {WHEN} 20000 城北板块", f"projects_introduced {WHEN} 14 临港板块"]),
    ("a turn to another firm", "恒越机械产值5亿元；而永昌印染只有1亿元，下降4%。", [f"industrial_output_value {WHEN} 50000 恒越机械", f"industrial_output_value {WHEN} 10000 yoy -4 永昌印染"]),
    ("parts and what they come to", "东区引进项目6个，西区5个，全区合计11个。",
     [f"projects_introduced {WHEN} 6 东区", f"projects_introduced {WHEN} 5 西区", f"projects_introduced {WHEN} 11"]),
    ("the parts by areas of what the line before is about", "工业总产值200亿元。\n分区域看，核心区120亿元，增长2%；拓展区80亿元。",
     [f"industrial_output_value {WHEN} 2000000", f"industrial_output_value {WHEN} 1200000 yoy 2 核心区", f"industrial_output_value {WHEN} 800000 拓展区"]),
    ("three clusters that were told one by one", "绿色食品产业集群产值63亿元；时尚鞋服产业集群产值45亿元。\n全区税收6亿元。\n两大集群分别引进项目12个、10个。",
     [f"industrial_output_value {WHEN} 630000 绿色食品", f"industrial_output_value {WHEN} 450000 时尚鞋服", f"tax_revenue {WHEN} 60000",
      f"projects_introduced {WHEN} 12 绿色食品", f"projects_introduced {WHEN} 10 时尚鞋服"]),
    ("the firms with the most", "产值前三名企业分别是：海纳电气8亿元、东澜轴瓦6亿元、禾信乳品5亿元。",
     [f"industrial_output_value {WHEN} {value} {name}" for value, name in ((80000, "海纳电气"), (60000, "东澜轴瓦"), (50000, "禾信乳品"))]),
    ("the next firm", "联创光学税收2亿元，是园区纳税第一大户；其次是博远汽配，税收1亿元。", [f"tax_revenue {WHEN} 20000 联创光学", f"tax_revenue {WHEN} 10000 博远汽配"]),
    ("an office, which is no part", "招商一局：引进项目30个，到位资金5亿元；\n洛河街道：引进项目20个。", [f"projects_introduced {WHEN} 20 洛河街道"]),
    ("somebody whom nobody knows", "华域智家产值31亿元，税收2亿元。园区税收3亿元。", [f"tax_revenue {WHEN} 30000"]),
]
NO_NAMES = [
    ("verbs before the park's own word", "努力实现园区工业总产值105亿元。税收6亿元。", ["industrial_output_value target 2024 = 1050000", "tax_revenue target 2024 = 60000"]),
    ("a slogan before an industry's chain", "打造百亿级产业链，税收6亿元。", ["tax_revenue target 2024 = 60000"]),
    ("a quality of firms beside zones", "东区税收3亿元；民营经济税收2亿元。", ["tax_revenue target 2024 = 30000 东区"]),
]


@pytest.mark.parametrize(("what", "text", "table"), CASES, ids=[case[0] for case in CASES])
def test_whose_figures_follow_is_told_by_the_place_of_a_name(what, text, table):
    assert rows(text, BULLETIN) == table


@pytest.mark.parametrize(("what", "text", "table"), NO_NAMES, ids=[case[0] for case in NO_NAMES])
def test_words_of_the_grammar_are_no_names(what, text, table):
    assert rows(text, PLAN) == table


def test_what_stands_before_a_chain_or_cluster_and_a_colon_is_an_industry_whatever_it_is():
    text = "1．轨道交通链（链长孙某）：产值95亿元，引进项目18个；\n2．激光显示链（链长白某）：产值35亿元，引进项目8个。"
    assert rows(text, PLAN) == ["industrial_output_value target 2024 = 950000 轨道交通", "projects_introduced target 2024 = 18 轨道交通",
                                "industrial_output_value target 2024 = 350000 激光显示", "projects_introduced target 2024 = 8 激光显示"]


SECTIONS = [
    ("places under a line about them", "看片区，谁领跑？\n城北：税收3亿元，工业投资4亿元\n高铁：税收2亿元\n全区税收5亿元。",
     [f"tax_revenue {WHEN} 30000 城北", f"industrial_investment {WHEN} 40000 城北", f"tax_revenue {WHEN} 20000 高铁", f"tax_revenue {WHEN} 50000"]),
    ("firms under a line about them", "◆企业之窗\n远澜测控产值12亿元；老灶台销售收入5亿元。", [f"industrial_output_value {WHEN} 120000 远澜测控", f"sales_revenue {WHEN} 50000 老灶台"]),
    ("a firm and a colon", "晟禾光电：产值5亿元，一天卖出12万瓶。", [f"industrial_output_value {WHEN} 50000 晟禾光电"]),
    ("industries under a line about them", "看产业，谁更强？\n肉脯产值3亿元；民用无人机产值1亿元。", [f"industrial_output_value {WHEN} 30000 肉脯", f"industrial_output_value {WHEN} 10000 民用无人机"]),
    ("an indicator under such a line is no name", "二、片区情况\n工业总产值300亿元，增长2%。", [f"industrial_output_value {WHEN} 3000000 yoy 2"]),
    ("parts behind their whole", "工业总产值73亿元来之不易，其中食用菌加工28亿元、竹木家居25亿元、机械配件20亿元。",
     [f"industrial_output_value {WHEN} 730000", f"industrial_output_value {WHEN} 280000 食用菌加工", f"industrial_output_value {WHEN} 250000 竹木家居",
      f"industrial_output_value {WHEN} 200000 机械配件"]),
    ("zones under an indicator with the park's figure in brackets", "1．工业总产值（全区18亿元，增长20%）\n城东片7亿元；沿江片不低于5亿元。",
     [f"industrial_output_value {WHEN} 180000 yoy 20", f"industrial_output_value {WHEN} 70000 城东片", "industrial_output_value actual ytd 2024-01..2024-09 >= 50000 沿江片"]),
]


@pytest.mark.parametrize(("what", "text", "table"), SECTIONS, ids=[case[0] for case in SECTIONS])
def test_a_section_says_of_what_kind_its_parts_are(what, text, table):
    assert rows(text, BULLETIN) == table


def test_a_product_counted_in_its_own_unit_is_no_part_and_takes_no_figures_from_its_industry():
    text = "二、产业发展\n纺织业：高档家纺面料8000万米、服装100万套，实现销售收入30亿元。"
    assert rows(text, PLAN)[-1] == "sales_revenue target 2024 = 300000 纺织业"
