"""The same figure reads the same everywhere."""

from decimal import Decimal

import pandas as pd
import pytest

from park.charts import numbers
from park.locale import set_language


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (56016, "万元", "5.60亿元", "CNY 560 m"),
        (1764, "万元", "1764万元", "CNY 17.6 m"),
        (1764.4, "万元", "1764万元", "CNY 17.6 m"),
        (12_345_678, "万元", "1235亿元", "CNY 123 bn"),
        (0.5, "万元", "0.50万元", "CNY 5 thousand"),
        (14, "户", "14户", "14 firms"),
        (12_345, "人", "1.23万人", "12.3 thousand people"),
        (720, "亩", "720亩", "720 mu"),
        (58.84, "%", "58.8%", "58.8%"),
        (-1764, "万元", "−1764万元", "CNY −17.6 m"),
        (31.24, "万元/亩", "31.2万元/亩", "CNY 312 thousand/mu"),
        (156.3, "万元/亩", "156万元/亩", "CNY 1.56 m/mu"),
        (Decimal("9999.5"), "万元", "1.00亿元", "CNY 100 m"),
        (None, "万元", "—", "—"),
        (float("nan"), "万元", "—", "—"),
        (pd.NA, "万元", "—", "—"),
    ],
)
def test_a_card_shows_three_significant_digits_with_the_unit_people_say(value, unit, zh, en):
    assert numbers.card(value, unit) == zh
    set_language("en")
    assert numbers.card(value, unit) == en


def test_tables_show_figures_in_full():
    assert [numbers.full(v) for v in (56016, 1234.5, 1234.567, 0, -2, None)] == ["56,016", "1,234.5", "1,234.57", "0", "−2", "—"]


def test_percentages_have_one_decimal_and_gaps_a_sign():
    assert numbers.percent(58.84) == "58.8%"
    assert numbers.percent(0.05) == "0.1%"
    assert numbers.points(-16.24) == "−16.2"
    assert numbers.points(1.94) == "+1.9"
    assert numbers.points(-0.04) == "0.0"
    assert numbers.signed_percent(21.4) == "+21.4%"
    assert numbers.points_word(-16.2) == "−16.2个百分点"


def test_one_chart_has_one_scale():
    scale = numbers.scale_for([900, 25_000, None], "万元")
    assert (scale.unit, scale.of(900), scale.of(None)) == ("亿元", 0.09, None)
    assert numbers.scale_for([900], "万元").unit == "万元"


def test_months_and_periods_read_as_people_say_them():
    assert [numbers.month_word("2013-09"), numbers.period_word("2013-09"), numbers.period_word("2013-12"), numbers.period_word("2013-01")] == [
        "2013年9月", "1-9月", "全年", "1月",
    ]
    set_language("en")
    assert [numbers.month_word("2013-09"), numbers.period_word("2013-09"), numbers.period_word("2013-12")] == ["Sep 2013", "Jan-Sep", "full year"]
