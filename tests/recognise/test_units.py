"""Units alone, in lines, in brackets and behind names, and their exact conversion."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.units import is_foreign, parse_unit, split_unit, to_canonical, units_in
from park.catalogue import UnitMismatch, load_catalogue

INDICATORS = load_catalogue().indicators


@pytest.mark.parametrize(("text", "unit"), [
    ("万元", "万元"), ("（万元）", "万元"), ("单位：万元", "万元"), ("单位:亿元", "亿元"), ("万  元", "万元"), ("亿元人民币", "亿元"), ("人民币万元", "万元"), ("萬元", "万元"),
    ("㎡", "平方米"), ("m2", "平方米"), ("km²", "平方公里"), ("％", "%"), ("%", "%"), ("户", "户"), ("戶", "户"), ("个百分点", "百分点"), ("计量单位:亩", "亩"),
    ("吨标准煤/万元", "吨标准煤/万元"), ("万元/亩", "万元/亩"), ("千元", "千元"), ("【亩】", "亩"), ("亿千瓦小时", "亿千瓦时"), ("元，人民币", "元"),
    ("张", None), ("", None), ("工业总产值", None), ("单位", None), ("万元、亩", None), ("/", None), ("现价", None),
])
def test_a_text_that_is_a_unit_is_named(text, unit):
    assert parse_unit(text) == unit


@pytest.mark.parametrize(("text", "units"), [
    ("单位：亩、万元、户、个", ("亩", "万元", "户", "个")), ("单位：万元、%", ("万元", "%")), ("单位：亿元、百分比、万千瓦时", ("亿元", "%", "万千瓦时")), ("绝对额(亿元)", ("亿元",)),
    ("税收（万元）", ("万元",)), ("增长（%）", ("%",)), ("增长%", ("%",)), ("表4 分片区税收（万元）", ("万元",)), ("表1 主要经济指标 单位：万元", ("万元",)), ("（单位：亿元）", ("亿元",)),
    ("表3 规模以上企业数（户）", ("户",)), ("工业总产值（现价）", ()), ("主要经济指标", ()), ("万元", ("万元",)), ("填报单位：管委会", ()), ("企业（项目）", ()),
])
def test_the_units_of_a_line_or_header_are_listed(text, units):
    assert units_in(text) == units


@pytest.mark.parametrize(("name", "split"), [
    ("新开发土地（公顷）", ("新开发土地", "公顷")), ("利润,万元", ("利润", "万元")), ("有效灌溉面积/公顷", ("有效灌溉面积", "公顷")), ("工业总产值：亿元", ("工业总产值", "亿元")),
    ("工业总产值 亿元", ("工业总产值", "亿元")), ("完成率%", ("完成率", "%")), ("从业人员平均人数（人）", ("从业人员平均人数", "人")), ("开工企业数\n（家）累计", ("开工企业数\n累计", "家")),
    ("利  润", ("利  润", None)), ("工业总产值（现价）", ("工业总产值（现价）", None)), ("规模以上企业", ("规模以上企业", None)), ("拆迁农户", ("拆迁农户", None)), ("重点专家", ("重点专家", None)),
    ("（万元）", ("（万元）", None)), ("企业和项目", ("企业和项目", None)), ("税收500万元以上企业（户）", ("税收500万元以上企业", "户")), ("开工/竣工", ("开工/竣工", None)),
])
def test_a_name_parts_from_its_unit_only(name, split):
    assert split_unit(name) == split


CONVERSIONS = [
    ("industrial_output_value", "0.4145", "亿元", "4145"), ("industrial_output_value", "1234.5", "千元", "123.45"), ("industrial_output_value", "5", "元", "0.0005"),
    ("industrial_output_value", "5.6", "亿", "56000"), ("industrial_output_value", "7", "", "7"), ("land_developed", "2.4", "公顷", "36.0"), ("land_developed", "1", "平方公里", "1500"),
    ("firms_introduced", "18", "户", "18"), ("firms_introduced", "18", "个", "18"), ("new_jobs", "1000", "人", "1000"), ("new_jobs", "0.1", "万人", "1000"), ("new_jobs", "1.2", "万", "12000"),
    ("export_value", "1.5", "亿美元", "15000"), ("export_value", "35", "万", "35"), ("export_value", "2", "亿", "20000"), ("land_developed", "0.12", "万", "1200"),
    ("tax_per_mu", "3", "万元/亩", "3"), ("production_capacity", "30", "万吨", "30"), ("start_rate", "5", "‰", "0.5"), ("patents", "12", "件", "12"),
]


@pytest.mark.parametrize(("code", "value", "unit", "canonical"), CONVERSIONS)
def test_conversion_is_exact(code, value, unit, canonical):
    assert to_canonical(Decimal(value), unit, INDICATORS[code]) == Decimal(canonical)


@pytest.mark.parametrize(("code", "unit"), [
    ("industrial_output_value", "万美元"), ("industrial_output_value", "亩"), ("export_value", "万元"), ("land_developed", "户"), ("firms_introduced", "张"), ("start_rate", "万元"), ("tax_revenue", "百分点"),
])
def test_another_currency_or_dimension_is_refused(code, unit):
    with pytest.raises(UnitMismatch):
        to_canonical(Decimal(1), unit, INDICATORS[code])


def test_a_foreign_currency_is_told_from_another_dimension():
    assert is_foreign("万美元", INDICATORS["attracted_funds_in_place"]) and is_foreign("亿元", INDICATORS["export_value"])
    assert not is_foreign("万美元", INDICATORS["export_value"]) and not is_foreign("亩", INDICATORS["tax_revenue"])


@given(st.sampled_from(sorted(load_catalogue().unit_names)), st.sampled_from(["{}", "（{}）", "单位：{}", " {} ", "({})", "计量单位:{}"]))
def test_every_unit_survives_its_wrapping(written, wrapping):
    assert parse_unit(wrapping.format(written)) == load_catalogue().unit_names[written]


@given(st.sampled_from(sorted(INDICATORS)), st.sampled_from(["{}（{}）", "{}({})", "{} ({})", "{}，{}"]))
def test_a_unit_behind_an_indicators_name_survives(code, pattern):
    indicator = INDICATORS[code]
    assert split_unit(pattern.format(indicator.name_zh, indicator.unit)) == (indicator.name_zh, indicator.unit)


@given(st.text(max_size=30))
def test_any_text_is_searched_for_units_without_an_error(text):
    name, unit = split_unit(text)
    assert isinstance(name, str) and (unit is None or unit in load_catalogue().units)
    assert set(units_in(text)) <= set(load_catalogue().units)
