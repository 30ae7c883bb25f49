"""Header cells and paths of header cells: what they measure, their period, unit and the name left over."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.recognise.headers import classify_header, classify_path
from etl.recognise.periods import format_period
from park.catalogue import CatalogueError, load_catalogue
from park.catalogue.headers import load_headers

# header, role, period in words ("" for none), unit, name left over
HEADERS = [
    ("指标名称", "indicator_name", "", None, ""), ("指  标  名  称", "indicator_name", "", None, ""), ("项目", "indicator_name", "", None, ""), ("单位", "unit", "", None, ""),
    ("计量单位", "unit", "", None, ""), ("序号", "serial", "", None, ""), ("指标代码", "code", "", None, ""), ("备 注", "remark", "", None, ""), ("责任单位", "responsible_unit", "", None, ""),
    ("全年目标", "target", "全年", None, ""), ("年度目标", "target", "", None, ""), ("年任务", "target", "", None, ""), ("年计划数", "target", "", None, ""), ("目标任务", "target", "", None, ""),
    ("2013年目标", "target", "2013年全年", None, ""), ("“十二五”目标", "target", "2011-2015年", None, ""), ("州政府下达任务数", "target", "", None, ""), ("1-9月计划", "target", "1-9月", None, ""),
    ("2013年计划(万元)", "target", "2013年全年", "万元", ""), ("年度任务（亿元）", "target", "", "亿元", ""), ("分值", "weight", "", None, ""),
    ("本月", "actual_month", "本月", None, ""), ("当月值", "actual_month", "本月", None, ""), ("本月完成", "actual_month", "本月", None, ""), ("9月", "actual_month", "9月", None, ""),
    ("当月(9月)", "actual_month", "9月", None, ""), ("9月完成", "actual_month", "9月", None, ""), ("2013年9月", "actual_month", "2013年9月", None, ""),
    ("1-本月\n累计", "actual_ytd", "累计", None, ""), ("累计完成", "actual_ytd", "累计", None, ""), ("本年累计", "actual_ytd", "累计", None, ""), ("本月止累计", "actual_ytd", "累计", None, ""),
    ("1-9月累计", "actual_ytd", "1-9月", None, ""), ("1-9月完成", "actual_ytd", "1-9月", None, ""), ("1-9月累计(万元)", "actual_ytd", "1-9月", "万元", ""), ("12月止累计（亿元）", "actual_ytd", "1-12月", "亿元", ""),
    ("2016年累计（亿元）", "actual_ytd", "2016年累计", "亿元", ""), ("截至9月底", "actual_ytd", "1-9月", None, ""), ("1-2月", "actual_ytd", "1-2月", None, ""), ("实收累计", "actual_ytd", "累计", None, ""),
    ("年累计", "actual_ytd", "累计", None, ""), ("自年初累计", "actual_ytd", "累计", None, ""), ("单月", "actual_month", "本月", None, ""),
    ("完成", "actual", "", None, ""), ("绝对额(亿元)", "actual", "", "亿元", ""), ("总量", "actual", "", None, ""), ("总额\n（亿元）", "actual", "", "亿元", ""), ("数量", "actual", "", None, ""),
    ("全年", "actual", "全年", None, ""), ("9月末", "actual", "9月末", None, ""), ("一季度", "actual", "一季度", None, ""), ("2012年实际", "actual", "2012年全年", None, ""), ("全年完成", "actual", "全年", None, ""),
    ("上年同期\n累计", "same_period", "累计", None, ""), ("去年同期", "same_period", "", None, ""), ("上年1-9月", "same_period", "上年1-9月", None, ""), ("上年1至N月累计", "same_period", "上年累计", None, ""),
    ("2015年同期", "same_period", "2015年全年", None, ""), ("同期", "same_period", "", None, ""), ("去年9月", "same_period", "上年9月", None, ""), ("上年同期(万元)", "same_period", "", "万元", ""),
    ("同比增长%", "growth", "", "%", ""), ("同比(%)", "growth", "", "%", ""), ("增长（%）", "growth", "", "%", ""), ("同比±%", "growth", "", "%", ""), ("比上年同期±%", "growth", "", "%", ""),
    ("累计比上年同期(%)", "growth", "累计", "%", ""), ("比上年增长(%)", "growth", "", "%", ""), ("增幅", "growth", "", None, ""), ("增减（％）", "growth", "", "%", ""), ("累计同比(%)", "growth", "累计", "%", ""),
    ("当月同比", "growth", "本月", None, ""), ("增速(%)", "growth", "", "%", ""), ("税收同比(%)", "growth", "", "%", "税收"), ("9月同比", "growth", "9月", None, ""), ("比增", "growth", "", None, ""),
    ("环比(%)", "mom", "", "%", ""), ("比上月增长", "mom", "", None, ""), ("完成率%", "completion", "", "%", ""), ("完成年度任务（％）", "completion", "", "%", ""), ("占年计划%", "completion", "", "%", ""),
    ("完成全年目标的%", "completion", "", "%", ""), ("达成率", "completion", "", None, ""), ("1-N月完成投资占年计划%", "completion", "累计", "%", ""), ("超欠序时\n(百分点)", "pace", "", None, ""), ("序时进度(%)", "pace", "", "%", ""),
    ("时间进度", "pace", "", None, ""), ("排名", "rank", "", None, ""), ("增速\n位次", "rank", "", None, ""), ("产值增速\n位次", "rank", "", None, "产值"), ("比重(%)", "share", "", "%", ""),
    ("占全园\n产值比重", "share", "", None, "占全园产值"), ("增减\n（百分点）", "difference", "", None, ""), ("比重增减\n（百分点）", "difference", "", None, ""), ("比上年同期增减额", "difference", "", None, ""),
    ("同比增减\n百分点（个）", "difference", "", "个", ""), ("比年初增减额", "difference", "", None, ""), ("增减", "difference", "", None, ""), ("全年预计", "forecast", "全年", None, ""), ("预计全年完成", "forecast", "全年", None, ""),
    ("年月", "year_month", "", None, ""), ("年份", "year", "", None, ""), ("月", "month", "", None, ""), ("所属片区", "area", "", None, ""), ("县（市、区）", "area", "", None, ""), ("所在\n片区", "area", "", None, ""),
    ("所属产业", "cluster", "", None, ""), ("产业集群", "cluster", "", None, ""), ("主导产业", "leading", "", None, ""), ("企业名称", "firm", "", None, ""), ("投资主体", "firm", "", None, ""), ("占地(亩)", "land", "", "亩", ""),
    ("是否规上", "above_scale", "", None, ""), ("项目名称", "project_name", "", None, ""), ("项目\n阶段", "stage", "", None, ""), ("签约时间", "signed", "", None, ""), ("实际\n开工时间", "started", "", None, ""),
    ("计划\n开工时间", "planned_start", "", None, ""), ("竣工时间", "completed", "", None, ""), ("投产时间", "in_production", "", None, ""), ("计划竣工时间", "planned_other", "", None, ""), ("总投资\n(万元)", "investment", "", "万元", ""),
    ("上月累计", "mom", "累计", None, ""), ("上月", "mom", "", None, ""), ("年初数", "mom", "", None, ""), ("增速目标(%)", "target_growth", "", "%", ""), ("目标增速", "target_growth", "", None, ""),
    ("全年增长目标(%)", "target_growth", "全年", "%", ""), ("距目标任务", "pace", "", None, ""), ("较年度任务", "difference", "", None, ""), ("累计完成投资", "actual_ytd", "累计", None, ""), ("季度目标", "remark", "", None, ""),
    ("月度计划", "remark", "", None, ""), ("完成年任务…%", "completion", "", "%", ""), ("全年完成预计", "forecast", "全年", None, ""), ("未开工原因", "reason", "", None, ""), ("责任人", "responsible", "", None, ""), ("龙头企业", "remark", "", None, ""),
]


def in_words(period):
    return format_period(period) if period else ""


@pytest.mark.parametrize(("text", "role", "period", "unit", "rest"), HEADERS)
def test_a_header_is_understood(text, role, period, unit, rest):
    meaning = classify_header(text)
    assert (meaning.role, in_words(meaning.period), meaning.unit, meaning.rest) == (role, period, unit, rest)


NAMES = [
    ("工业总产值", "工业总产值", "", None), ("工业总产值（亿元）", "工业总产值", "", "亿元"), ("产值", "产值", "", None), ("9月产值", "产值", "9月", None), ("本月产值", "产值", "本月", None), ("累计税收", "税收", "累计", None),
    ("开工企业数\n（家）累计", "开工企业数", "累计", "家"), ("固定资产投资完成额", "固定资产投资完成额", "", None), ("完工率", "完工率", "", None), ("开工率(%)", "开工率", "", "%"), ("其中：规上工业总产值", "规上工业总产值", "", None),
    ("高附加值产品比重（%）", "高附加值产品比重", "", "%"), ("新增就业岗位\n（个）", "新增就业岗位", "", "个"), ("实际到位资金", "实际到位资金", "", None), ("利润总额", "利润总额", "", None), ("2013年1-9月税收(万元)", "税收", "2013年1-9月", "万元"),
]


@pytest.mark.parametrize(("text", "name", "period", "unit"), NAMES)
def test_an_indicators_name_is_no_header_word(text, name, period, unit):
    meaning = classify_header(text)
    assert (meaning.role, meaning.rest, in_words(meaning.period), meaning.unit) == ("indicator", name, period, unit)


@pytest.mark.parametrize("text", ["工业区", "小松创业区", "纺织", "园区合计", "甲纺织有限公司", "LED应用（光电）", "民宿床位数"])
def test_other_names_are_left_over_whole(text):
    assert (classify_header(text).role, classify_header(text).rest) == ("", text.replace("（", "(").replace("）", ")"))


PATHS = [
    (["2011年", "一季度", "累计"], "actual_ytd", "2011年1-3月", None, ()), (["2012年", "全年", "增长(%)"], "growth", "2012年全年", "%", ()), (["园区合计", "年度目标"], "target", "", None, ("园区合计",)),
    (["工业区", "完成率(%)"], "completion", "", "%", ("工业区",)), (["工业总产值（亿元）", "本月"], "actual_month", "本月", "亿元", ("工业总产值",)), (["工业总产值（亿元）", "同比%"], "growth", "", "%", ("工业总产值",)),
    (["9月产值", "完成"], "actual_month", "9月", None, ("产值",)), (["1-9月产值", "同比"], "growth", "1-9月", None, ("产值",)), (["1-9月产值", "比上年同期增减额"], "difference", "1-9月", None, ("产值",)),
    (["“十二五”目标", "利税"], "target", "2011-2015年", None, ("利税",)), (["2010年实际", "销售收入"], "actual", "2010年全年", None, ("销售收入",)), (["1-3月", "绝对额（亿元）"], "actual_ytd", "1-3月", "亿元", ()),
    (["目标", "增长(%)"], "target_growth", "", "%", ()), (["税收", "2012年", "1-9月"], "actual_ytd", "2012年1-9月", None, ("税收",)), (["上年同期", "累计"], "same_period", "累计", None, ()),
    (["1-9月", "上年同期"], "same_period", "1-9月", None, ()), (["2013年", "9月"], "actual_month", "2013年9月", None, ()), (["1-9月", "2012年"], "actual_ytd", "2012年1-9月", None, ()),
    (["单位", "单位"], "unit", "", None, ()), (["指标", ""], "indicator_name", "", None, ()), (["产业", "产业"], "cluster", "", None, ()), (["工业区", "税收（万元）", "累计"], "actual_ytd", "累计", "万元", ("工业区", "税收")),
    (["1-9月", "当月"], "actual_month", "9月", None, ()), (["年度目标", "工业区"], "target", "", None, ("工业区",)), (["增长(%)", "本月"], "growth", "本月", "%", ()), (["同比增长(%)", "累计"], "growth", "累计", "%", ()),
    (["计划", "累计"], "target", "累计", None, ()), (["完成情况", "税收"], "actual", "", None, ("税收",)),
]


@pytest.mark.parametrize(("texts", "role", "period", "unit", "rests"), PATHS)
def test_a_path_of_headers_is_understood(texts, role, period, unit, rests):
    meaning = classify_path(texts)
    assert (meaning.role, in_words(meaning.period), meaning.unit, meaning.rests) == (role, period, unit, rests)


def test_an_empty_path_means_nothing():
    assert classify_path([]).role == "" and classify_path(["", "  "]).text == ""


WORDS = sorted(load_headers().whole.items())


@given(st.sampled_from(WORDS), st.sampled_from(["{}", " {} ", "{}：", "{}\n"]))
def test_every_word_of_the_vocabulary_keeps_its_role(word_role, wrapping):
    word, role = word_role
    assume((word, wrapping) != ("#", "{}："))  # that is 其中, not a serial number
    assert classify_header(wrapping.format(word)).role in (role, role + "_month", role + "_ytd")


@given(st.text(max_size=30))
def test_any_text_is_classified_without_an_error(text):
    assert isinstance(classify_header(text).role, str)


def test_a_header_word_under_two_roles_is_refused(tmp_path):
    (tmp_path / "headers.toml").write_text('[[role]]\nname = "a"\nwhole = ["目标"]\n[[role]]\nname = "b"\nwords = ["目标"]\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match="already means 'a'"):
        load_headers(tmp_path)


@pytest.mark.parametrize("broken", ['[[role]]\nwhole = ["x"]\n', '[[role]]\nname = "a"\nwords = [1]\n', '[[role]]\nname = "a"\nword = ["x"]\n', "[[role]"])
def test_a_broken_vocabulary_is_refused(tmp_path, broken):
    (tmp_path / "headers.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(CatalogueError):
        load_headers(tmp_path)


def test_no_header_word_hides_a_declared_indicator_by_mistake():
    """Words that are both are few and meant: in a ledger they are its columns."""
    both = {w for w, _ in WORDS} & {n for i in load_catalogue().indicators.values() for n in (i.name_zh, *i.aliases)}
    assert both == {"总投资", "总投资额", "计划总投资", "概算总投资", "项目总投资"}
