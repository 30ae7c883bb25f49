"""Names of indicators, zones and clusters: exact, normalised, never by a part of a word."""

import pytest

from etl.recognise.names import Names, is_heading, is_of_which, is_total, means_another, total_of
from etl.recognise.text import key, simplified, squeeze
from park.catalogue import load_catalogue

CATALOGUE = load_catalogue()
NAMES = Names(CATALOGUE)


@pytest.mark.parametrize(("name", "code"), sorted({(n, i.code) for i in CATALOGUE.indicators.values() for n in (i.name_zh, *i.aliases)}))
def test_every_declared_name_finds_its_indicator_exactly(name, code):
    match = NAMES.indicator(name)
    assert (match.code, match.how) == (code, "exact")


FOUND = [
    ("利  润", "profit"), ("工 业 总 产 值", "industrial_output_value"), ("固定资产 投资", "fixed_asset_investment"), ("工业\n总产值", "industrial_output_value"),
    ("1.工业总产值", "industrial_output_value"), ("1、规模工业总产值", "above_scale_output_value"), ("（一）税收收入", "tax_revenue"), ("一、工业总产值（现价）", "industrial_output_value"),
    ("①税收", "tax_revenue"), ("1.1 工业总产值", "industrial_output_value"), ("10 固定资产投资", "fixed_asset_investment"), ("、财政总收入", "fiscal_revenue_total"),
    ("　 其中：规模以上工业总产值", "above_scale_output_value"), ("其中:工业投资", "industrial_investment"), ("#工业技改投资", "technical_renovation_investment"), ("总计中：园区工业", "industrial_output_value"),
    ("新开发土地（公顷）", "land_developed"), ("税收收入（万元）", "tax_revenue"), ("利润,万元", "profit"), ("工业总产值 亿元", "industrial_output_value"), ("税收万元", "tax_revenue"),
    ("工业总产值(亿元、现价)", "industrial_output_value"), ("税收(快报数)", "tax_revenue"), ("工业总产值（1-9月）", "industrial_output_value"), ("规上工業總產值", "above_scale_output_value"),
    ("工业总产值(规上)", "above_scale_output_value"), ("工业总产值（规模以上）", "above_scale_output_value"), ("规模工业增加值", "above_scale_value_added"), ("规上工业企业数（户）", "above_scale_firms"),
    ("完成税收", "tax_revenue"), ("园区实现税收", "tax_revenue"), ("完成固定资产投资", "fixed_asset_investment"), ("累计完成工业总产值", "industrial_output_value"), ("税收完成情况", "tax_revenue"),
    ("3固定资产投资", "fixed_asset_investment"), ("税收(入库)", "tax_revenue"), ("税收收入合计", "tax_revenue"), ("基础设施完成投资", "infrastructure_investment"),
    ("工业总产值：", "industrial_output_value"), ("ＬＥＤ", None), ("环保“三同时”执行率", "env_three_simultaneities_rate"), ('环保"三同时"执行率', "env_three_simultaneities_rate"),
    ("产业集聚度（%）", "cluster_concentration"), ("规模企业", "large_firms_commissioned"), ("规模以上企业", "above_scale_firms"), ("新签约项目（个）", "projects_introduced"), ("5000万元以上项目", "projects_over_50m"),
]


@pytest.mark.parametrize(("text", "code"), FOUND)
def test_a_written_name_finds_its_indicator(text, code):
    match = NAMES.indicator(text)
    assert (match.code if match else None) == code


OTHER_THINGS = [
    "税收收入（全口径）", "（1）地方税收收入", "应缴税收", "税收500万元以上企业", "税收500万元以上企业（户）", "规模以下工业总产值", "固定资产投资（不含跨区项目）", "规模以上固定资产投资", "工业增加值",
    "新增规模以上企业", "3.5亿元以上项目", "3000万元以上项目", "工业总产值（不含规下）", "工业总产值增速", "税收(环比)", "民宿床位数", "小松创业区", "创业区", "工业区", "企业", "项目", "投资", "面积", "产业", "三、投资",
    "四、企业和项目", "一般公共预算收入", "工业销售产值", "招商引资", "", "  ", "累计", "完成", "合计", "1", "万元", "园区", "新开工亿元以上项目", "高新技术产业总产值",
]


@pytest.mark.parametrize("text", OTHER_THINGS)
def test_a_name_that_only_resembles_or_contains_one_is_not_taken(text):
    assert NAMES.indicator(text) is None


def test_the_unit_in_the_name_is_handed_on():
    assert NAMES.indicator("新开发土地（公顷）").unit == "公顷" and NAMES.indicator("工业总产值(亿元、现价)").unit == "亿元"


def test_likeness_only_suggests():
    suggested = NAMES.suggest("工业总产植")
    assert NAMES.indicator("工业总产植") is None and suggested[0][0] == "industrial_output_value" and suggested[0][1] > 75
    assert NAMES.suggest("民宿床位数") == [] and len(NAMES.suggest("工业产值总额", n=2)) <= 2


def test_what_a_person_settled_beats_the_catalogue():
    learned = Names(CATALOGUE, [("indicator", "规模企业", "above_scale_firms"), ("area", "老园", "工业区"), ("cluster", "电池", "锂电新材料")])
    assert learned.indicator("规模企业").code == learned.indicator("1.规模企业").code == "above_scale_firms"
    assert learned.area("老 园") == "工业区" and learned.cluster("电池") == "锂电新材料"


@pytest.mark.parametrize(("before", "behind", "another"), [
    ("规模以下", "", True), ("进", "货值", True), ("应缴", "", True), ("", "500万元以上企业", True), ("", "(全口径)", True), ("分片区", "情况", False), ("", "", False), ("园区", "完成情况", False),
])
def test_words_around_a_name_may_make_another_thing_of_it(before, behind, another):
    assert means_another(before, behind) is another


@pytest.mark.parametrize(("text", "zone"), [
    ("创业区", "创业区"), ("小松创业区", "小松创业区"), ("小松 创业区", "小松创业区"), ("　　　创业区 ", "创业区"), ("其中：工业区", "工业区"), ("工业区（四期工业园）", "工业区"), ("大创业区", None), ("创业", None),
])
def test_zones_are_found_whole(text, zone):
    assert NAMES.area(text, "县工业园区") == zone


@pytest.mark.parametrize(("text", "cluster"), [("锂电", "锂电新材料"), ("LED应用（光电）", "LED应用"), ("ＬＥＤ应用", "LED应用"), ("变电设备(输变电)", "变电设备"), ("纺 织", "纺织"), ("纺织机械", None)])
def test_clusters_are_found_whole(text, cluster):
    assert NAMES.cluster(text) == cluster


@pytest.mark.parametrize("text", ["合计", "合    计", "总计", "小 计", "小  计", "全园", "园区", "园区合计", "全园合计", "全区", "汇总", "全部", "一、合计", "总　计", "共计", "合计："])
def test_words_for_the_whole_are_totals(text):
    assert is_total(text)


@pytest.mark.parametrize("text", ["工业区", "纺织小计", "其他", "县工业园区", "总产值", "合计产值", "计量单位", "园区工业", ""])
def test_names_are_no_totals(text):
    assert not is_total(text)


@pytest.mark.parametrize(("text", "name"), [("纺织小计", "纺织"), ("锂电新材料 合计", "锂电新材料"), ("小计", ""), ("合  计", ""), ("工业区", None), ("计划", None)])
def test_a_subtotal_names_what_it_is_of(text, name):
    assert total_of(text) == name


@pytest.mark.parametrize(("text", "of_which"), [
    ("其中：工业投资", True), ("　 其中:工业区", True), ("其中", True), ("其 中：税收", True), ("#工业", True), ("总计中：园区工业", True), ("1.其中：税收", True), ("工业投资", False), ("其他", False), ("", False),
])
def test_of_which_is_seen(text, of_which):
    assert is_of_which(text) is of_which


@pytest.mark.parametrize(("text", "heading"), [("一、经济总量", True), ("（二）投资", True), ("按行业分", True), ("按产业分：", True), ("限额以上法人：", True), ("工业总产值", False), ("1.税收", False)])
def test_headings_are_seen(text, heading):
    assert is_heading(text) is heading


def test_a_kept_name_loses_blanks_only():
    assert squeeze(" 子微电机 有限公司\n（筹）　") == "子微电机有限公司（筹）"


@pytest.mark.parametrize(("written", "form"), [
    ("规上工业总产值", "规模以上工业总产值"), ("规模工业总产值", "规模以上工业总产值"), ("规模以下工业总产值", "规模以下工业总产值"), ("生产规模", "生产规模"), ("一、（一）1.税收", "税收"),
    ("應收帳款", "应收账款"), ("ＬＥＤ应用", "led应用"), ("5000万元以上项目", "5000万元以上项目"),
])
def test_the_key_of_a_name(written, form):
    assert key(written) == form


def test_traditional_characters_become_simplified():
    assert simplified("工業總產值") == "工业总产值" and simplified("工业总产值") == "工业总产值"
