"""Numbers as cells hold them, in every spelling seen in real tables."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.grid import CellError
from etl.recognise.numbers import canonical_raw, format_says, is_error, loss_word, missing, parse_number
from etl.recognise.numerals import chinese_number

PLAIN = [
    (56016, "56016"), (56016.0, "56016"), (0, "0"), (0.0, "0"), (-0.0, "0"), (2050.8999999999996, "2050.9"), (1e-7, "0.0000001"),
    (1.5e15, "1500000000000000"), ("1,234.5", "1234.5"), ("1，234，567", "1234567"), ("１６．０５", "16.05"), (" 33.12 ", "33.12"),
    ("1 234 567", "1234567"), ("(1,234)", "-1234"), ("（5.1）", "-5.1"), ("-10.5", "-10.5"), ("－10.5", "-10.5"), ("−7", "-7"),
    ("1.23E+05", "123000"), ("'123", "123"), ("12.", "12"), (".5", "0.5"), ("0", "0"), ("00", "0"), ("十二", "12"),
    ("一千二百", "1200"), ("两万五千", "25000"), ("一百零五", "105"), ("达到500", "500"), ("力争30", "30"),
]


@pytest.mark.parametrize(("cell", "value"), PLAIN)
def test_a_plain_number_is_read_exactly(cell, value):
    number = parse_number(cell)
    assert (number.value, number.high, number.comparator, number.unit, number.percent) == (Decimal(value), None, "=", "", False)


UNITS = [
    ("5.6亿元", "5.6", "亿元"), ("5.6 亿元", "5.6", "亿元"), ("1200亩", "1200", "亩"), ("１．１亿元", "1.1", "亿元"), ("2.5亿", "2.5", "亿"),
    ("550亩", "550", "亩"), ("12户", "12", "户"), ("5,000万元", "5000", "万元"), ("五百户", "500", "户"), ("¥1,200", "1200", "元"),
    ("人民币500万元", "500", "万元"), ("$35万", "35", "万美元"), ("5亿2000万元", "52000", "万元"), ("3.2平方公里", "3.2", "平方公里"),
    ("1.2万㎡", "1.2", "万平方米"), ("120(万元)", "120", "万元"), ("0.5倍", "0.5", "倍"), ("3.3个百分点", "3.3", "个百分点"),
]


@pytest.mark.parametrize(("cell", "value", "unit"), UNITS)
def test_a_unit_in_the_cell_is_kept_as_written(cell, value, unit):
    number = parse_number(cell)
    assert (number.value, number.unit, number.comparator) == (Decimal(value), unit, "=")


PERCENT = [
    ("31.5%", "", "31.5"), ("１００％", "", "100"), ("-10.1%", "", "-10.1"), ("(5.1%)", "", "-5.1"), ("（5.1）%", "", "-5.1"), ("3‰", "", "0.3"),
    ("两成", "", "20"), ("三成五", "", "35"), ("百分之二十", "", "20"), (0.123, "0.0%", "12.3"), (1.3515247848, "0.00%", "135.15247848"),
    (0.857, "#,##0.0%", "85.7"), (-0.05, "0%;[Red]-0%", "-5"), (1, "0%", "100"),
]


@pytest.mark.parametrize(("cell", "number_format", "value"), PERCENT)
def test_percentages_come_in_percent(cell, number_format, value):
    number = parse_number(cell, number_format)
    assert (number.value, number.unit, number.percent) == (Decimal(value), "%", True)


def test_the_raw_of_a_percent_cell_is_its_stored_fraction():
    assert parse_number(0.857, "0.0%").raw == "0.857"


FORMATS = [
    ("General", (False, "")), ("0.00", (False, "")), ("0.0%", (True, "")), ('0"户"', (False, "户")), ('#,##0.00"亿元"', (False, "亿元")),
    ('0"%"', (False, "%")), ('0.0,"万元"', (False, "")), ('0!.0,"万元"', (False, "")), ('0"号"', (False, "")), ("[Red]0.0%;0", (True, "")),
]


@pytest.mark.parametrize(("number_format", "says"), FORMATS)
def test_a_number_format_says_percent_or_unit(number_format, says):
    assert format_says(number_format) == says


COMPARATORS = [
    ("3000以上", "3000", ">=", ""), ("18户以上", "18", ">=", "户"), ("≥10", "10", ">=", ""), (">=10", "10", ">=", ""), ("不低于18", "18", ">=", ""),
    ("不少于18户", "18", ">=", "户"), ("超过5", "5", ">=", ""), ("突破3000", "3000", ">=", ""), ("逾100", "100", ">=", ""), ("超1200亩", "1200", ">=", "亩"),
    ("2000余", "2000", ">=", ""), ("900余户", "900", ">=", "户"), ("2000多亩", "2000", ">=", "亩"), ("18+", "18", ">=", ""), ("5000万元以上", "5000", ">=", "万元"),
    ("2022万元及以上", "2022", ">=", "万元"), ("十户以上", "10", ">=", "户"), ("≤3", "3", "<=", ""), ("不超过3家", "3", "<=", "家"), ("3以内", "3", "<=", ""),
    ("控制在5%以内", "5", "<=", "%"), ("100以下", "100", "<=", ""), ("约500", "500", "~", ""), ("近2000亩", "2000", "~", "亩"), ("500左右", "500", "~", ""),
    ("约3000", "3000", "~", ""), ("大约30亿元", "30", "~", "亿元"), ("30%以上", "30", ">=", "%"), ("过半", "50", ">=", "%"),
]


@pytest.mark.parametrize(("cell", "value", "comparator", "unit"), COMPARATORS)
def test_a_comparator_is_read(cell, value, comparator, unit):
    number = parse_number(cell)
    assert (number.value, number.comparator, number.unit) == (Decimal(value), comparator, unit)


RANGES = [
    ("8-10", "8", "10", ""), ("８－１０", "8", "10", ""), ("1～2个", "1", "2", "个"), ("6—8", "6", "8", ""), ("8至10", "8", "10", ""), ("8到10亿元", "8", "10", "亿元"),
    ("5%-8%", "5", "8", "%"), ("5-8%", "5", "8", "%"), ("8亿元-10亿元", "8", "10", "亿元"), ("5000万元-1亿元", "0.5", "1", "亿元"), ("0.5~1.5", "0.5", "1.5", ""),
]


@pytest.mark.parametrize(("cell", "low", "high", "unit"), RANGES)
def test_a_range_has_two_ends(cell, low, high, unit):
    number = parse_number(cell)
    assert (number.value, number.high, number.comparator, number.unit) == (Decimal(low), Decimal(high), "range", unit)


GROWTH = [
    ("增长20%", "20", "=", False), ("增长130%以上", "130", ">=", False), ("增长超过15%", "15", ">=", False), ("下降5%", "-5", "=", False),
    ("下降75.31%", "-75.31", "=", False), ("同比增长12.3%", "12.3", "=", False), ("比上年下降3%", "-3", "=", False), ("年均增长15%", "15", "=", False),
    ("增长1倍", "100", "=", True), ("增长2倍", "200", "=", True), ("增长1.5倍以上", "150", ">=", True), ("翻一番", "100", "=", True), ("翻两番", "300", "=", True),
    ("增长-5.1%", "-5.1", "=", False), ("增长两成", "20", "=", False), ("持平", "0", "=", False), ("↑12.5%", "12.5", "=", False), ("↓4%", "-4", "=", False),
    ("下降5%以上", "-5", "<=", False), ("增长10%左右", "10", "~", False),
]


@pytest.mark.parametrize(("cell", "value", "comparator", "multiple"), GROWTH)
def test_growth_in_words_is_signed_and_in_percent(cell, value, comparator, multiple):
    number = parse_number(cell)
    assert (number.value, number.comparator, number.growth, number.multiple, number.percent) == (Decimal(value), comparator, True, multiple, True)


def test_a_plus_sign_makes_a_growth_without_claiming_percent():
    number = parse_number("+50.8")
    assert (number.value, number.growth, number.percent) == (Decimal("50.8"), True, False)


def test_a_growth_range_is_ordered_by_its_ends():
    number = parse_number("下降3%-5%")
    assert (number.value, number.high, number.comparator) == (Decimal(-5), Decimal(-3), "range")


NO_NUMBER = [
    None, "", "待核实", "待定", "工业总产值", "—", "/", "2013年9月", "8月10日", "2013-09", "2013/9/1", "2013-2015", "10-8", "1.2.3", "12 18", "1,23",
    "下降-5%", "▲5.1", "一", "一期", "3月投产", "第3", "15公斤糖", "增长", "%", "万元", "亿", "百", True, False, date(2013, 8, 10), datetime(2013, 8, 10),
    CellError.REF, float("nan"), float("inf"), "甲公司500万元", "12:30", "扭亏", "5000张床", "()", "8-", "-", "+", "增长+", "约", "以上", "五六",
]


@pytest.mark.parametrize("cell", NO_NUMBER)
def test_what_is_no_number_gives_none(cell):
    assert parse_number(cell) is None


@pytest.mark.parametrize("cell", [None, "", " ", "\u3000", "—", "——", "–", "-", "--", "－", "…", "……", "...", "/", "／", "无", "新增", "新投产", "暂未公布", "N/A", "n/a", "*", "( )", "不适用"])
def test_signs_and_words_for_no_figure_are_missing(cell):
    assert missing(cell)


@pytest.mark.parametrize("cell", [0, 0.0, "0", "待核实", "待定", "工业区", False, CellError.NA, "扭亏", date(2013, 1, 1), "-5"])
def test_zero_errors_and_other_words_are_not_missing(cell):
    assert not missing(cell)


def test_words_of_loss_are_known():
    assert loss_word("扭亏") and loss_word("增 亏") and not loss_word("待核实") and not loss_word(5)


@pytest.mark.parametrize("cell", [CellError.REF, CellError.NA, "#REF!", " #div/0! "])
def test_errors_are_known_as_values_and_as_texts(cell):
    assert is_error(cell) and not missing(cell) and parse_number(cell) is None


RAW = [
    ("\t 18户以上 ", "18户以上"), ("　甲　", "甲"), ("1-9月\n累计", "1-9月\n累计"), (56016.0, "56016"), (2050.8999999999996, "2050.9"), (0.1 + 0.2, "0.3"),
    (1e20, "100000000000000000000"), (1e-7, "0.0000001"), (-0.0, "0"), (7, "7"), (None, ""), (True, "TRUE"), (CellError.REF, "#REF!"),
    (date(2013, 8, 10), "2013-08-10"), (datetime(2013, 8, 10), "2013-08-10"), (datetime(2013, 8, 10, 9, 30), "2013-08-10 09:30:00"),
]


@pytest.mark.parametrize(("cell", "raw"), RAW)
def test_raw_is_the_cells_own_text(cell, raw):
    assert canonical_raw(cell) == raw


@pytest.mark.parametrize(("text", "value"), [
    ("十", 10), ("十二", 12), ("二十", 20), ("一百二十三", 123), ("一千零五", 1005), ("三万五", 35000), ("一亿二千万", 120000000), ("两千", 2000), ("〇", 0),
    ("一百二", 120), ("一万零三百", 10300),
])
def test_chinese_numerals_are_read(text, value):
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "百", "万", "二三", "十月", "一十百x"])
def test_what_is_no_numeral_gives_none(text):
    assert chinese_number(text) is None


# --- parse(format(x)) == x ---

AMOUNTS = st.decimals(min_value=-10**12, max_value=10**12, allow_nan=False, allow_infinity=False, places=4)
POSITIVE = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=3)
FULL_WIDTH = str.maketrans("0123456789.,-%()", "０１２３４５６７８９．，－％（）")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_float_keeps_fifteen_digits(value):
    assert parse_number(value).value == Decimal(f"{value:.15g}")


@given(AMOUNTS)
def test_a_number_survives_separators_and_full_width(value):
    for text in (f"{value}", f"{value:,}", f"{value:,}".translate(FULL_WIDTH), f"  {value} "):
        assert parse_number(text).value == value


@given(POSITIVE.filter(bool))
def test_brackets_are_a_minus(value):
    assert parse_number(f"({value:,})").value == -value


@given(POSITIVE, st.sampled_from(["万元", "亿元", "亩", "户", "个", "公顷", "万美元", "平方米"]))
def test_a_unit_survives(value, unit):
    number = parse_number(f"{value:,}{unit}")
    assert (number.value, number.unit) == (value, unit)


@given(AMOUNTS)
def test_a_percentage_survives(value):
    number = parse_number(f"{value}%")
    assert (number.value, number.percent) == (value, True)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["-", "~", "～", "－", "—", "至"]))
def test_a_range_survives(low, more, to):
    number = parse_number(f"{low + 3000}{to}{low + 3000 + more}")
    assert (number.value, number.high) == (low + 3000, low + 3000 + more)


@given(st.integers(0, 99999))
def test_a_chinese_numeral_survives(value):
    assert chinese_number(in_words(value)) == value


def in_words(value: int) -> str:
    """A Chinese numeral up to 99999, written in full."""
    if value == 0:
        return "零"
    text, gap = "", False
    for power, unit in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + unit
        gap = not digit
    return text


@given(st.text(max_size=30))
def test_any_text_is_read_without_an_error(text):
    number = parse_number(text)
    assert number is None or number.value is not None
    assert missing(text) in (True, False)
