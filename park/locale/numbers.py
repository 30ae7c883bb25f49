"""The one family of number formats: the same figure reads the same on a page, in a picture, on a slide and in a note."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from park.locale import _, language

MISSING = "—"
PIECES, FEW = frozenset("个家户项件次眼份条处栋座名篇"), 10  # units of what nobody does by halves; fewer a month than this are counted whole
MINUS = "−"
MONEY = {"万元": "CNY", "万美元": "USD", "万港元": "HKD", "万欧元": "EUR"}
MONEY_UNIT, MU, PER_MU = "万元", "亩", "万元/亩"
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Scale:
    """A divisor and the unit that it gives; one per chart or card, so that 万 and 亿 are never mixed in one place."""

    divisor: float
    unit: str

    def of(self, value: object) -> float | None:
        """The value in this scale; None stays None."""
        return None if absent(value) else float(value) / self.divisor


def absent(value: object) -> bool:
    """Whether a figure is not available (None, NaN, NaT, an empty text)."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, str) and value == ""):
        return True
    try:
        return math.isnan(float(value))
    except (TypeError, ValueError):
        return False


def unit_word(unit: str) -> str:
    """A canonical unit as the language in use writes it (万元, CNY 10,000)."""
    if language() == "zh":
        return unit
    english = {
        "万元": "CNY 10,000", "万美元": "USD 10,000", "万港元": "HKD 10,000", "万欧元": "EUR 10,000", "亩": "mu",
        "个": "", "家": "firms", "户": "firms", "人": "people", "项": "items", "件": "items", "万元/亩": "CNY 10,000/mu",
        "公里": "km", "万平方米": "10,000 m²", "平方米": "m²", "万千瓦时": "10,000 kWh", "万人次": "10,000 visits", "吨": "t",
        "万元/人": "CNY 10,000/person", "座": "sites", "栋": "buildings", "条": "items", "次": "times", "处": "sites",
        "份": "copies", "篇": "articles", "宗": "cases", "起": "cases", "眼": "wells", "名": "people", "倍": "times",
        "百分点": "points", "立方米": "m³", "万立方米": "10,000 m³",
    }
    return english.get(unit, unit)


def scale_for(values: list[object], unit: str) -> Scale:
    """The scale in which the largest of the values reads best: 万元 or 亿元, 人 or 万人; English money in million or billion."""
    largest = max((abs(float(v)) for v in values if not absent(v)), default=0.0)
    if unit in MONEY:
        return _money(largest, unit)
    if unit in ("万元/亩", "万元/人") and language() == "en":
        each = "mu" if unit.endswith("亩") else "person"
        return Scale(1e2, f"CNY m/{each}") if largest >= 1e2 else Scale(0.1, f"CNY thousand/{each}")
    if unit in ("个", "家", "户", "人", "亩", "项", "件", "吨") and largest >= 10_000:
        return Scale(1e4, f"万{unit}") if language() == "zh" else Scale(1e3, f"thousand {unit_word(unit)}".strip())
    return Scale(1.0, unit_word(unit))


def _money(largest: float, unit: str) -> Scale:
    if language() == "zh":
        return Scale(1e4, unit.replace("万", "亿")) if largest >= 9999.5 else Scale(1.0, unit)
    currency = MONEY[unit]
    if largest >= 1e5:
        return Scale(1e5, f"{currency} bn")
    return Scale(1e2, f"{currency} m") if largest >= 1e2 else Scale(0.1, f"{currency} thousand")


def card(value: object, unit: str) -> str:
    """A figure for a card or a sentence: three significant digits with its unit (5.60亿元, 1764万元, 14户, 58.8%)."""
    if absent(value):
        return MISSING
    if unit == "%":
        return percent(value)
    scale = scale_for([value], unit)
    return join(short(scale.of(value)), scale.unit)


def by_pieces(unit: str, needed: float) -> bool:
    """Whether what a target needs a month is so few pieces that the whole distance says more: 还差4个, not 月均1.33个."""
    return unit in PIECES and needed < FEW


def join(number: str, unit: str) -> str:
    """A number and its unit as the language writes them: 5.60亿元, CNY 560 m, 720 mu."""
    if language() == "zh" or unit in ("", "%"):
        return number + unit
    for currency in MONEY.values():
        if unit.startswith(f"{currency} "):
            return f"{currency} {number} {unit.removeprefix(currency).strip()}"
    return f"{number} {unit}"


def short(value: object) -> str:
    """Three significant digits; whole numbers below 10 000 stay whole, nothing before the point is rounded away."""
    if absent(value):
        return MISSING
    exact = Decimal(str(value))
    size = abs(exact)
    if exact == exact.to_integral_value() and size < 10_000:
        return _signless(exact, 0).replace(",", "")
    digits = 0 if size >= Decimal("99.95") else 1 if size >= Decimal("9.995") else 2
    text = _signless(exact, digits)
    return text.replace(",", "") if size < 10_000 else text


def full(value: object) -> str:
    """A figure for a table: thousands separated, at most two decimals, none that are zero; the unit stands in the heading."""
    if absent(value):
        return MISSING
    text = _signless(Decimal(str(value)), 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: object) -> str:
    """A percentage with one decimal: 58.8%."""
    return MISSING if absent(value) else _signless(Decimal(str(value)), 1) + "%"


def signed_percent(value: object) -> str:
    """A growth rate with its sign: +21.4%, −3.0%, 0.0%."""
    return MISSING if absent(value) else _signed(value) + "%"


def points(value: object) -> str:
    """A difference of percentages with its sign, without unit: −16.2."""
    return MISSING if absent(value) else _signed(value)


def points_word(value: object) -> str:
    """A difference of percentages in words: −16.2个百分点."""
    return MISSING if absent(value) else join(_signed(value), _("points"))


def points_size(value: object) -> str:
    """How large a difference of percentages is, without its sign: 16.2个百分点, for sentences that say which way."""
    return MISSING if absent(value) else join(_signless(abs(Decimal(str(value))), 1), _("points"))


def month_word(month: str) -> str:
    """2013-09 as 2013年9月, or Sep 2013."""
    if not month:
        return MISSING
    year, number = month.split("-")
    name = short_month(int(number))
    return f"{year}年{name}" if language() == "zh" else f"{name} {year}"


def short_month(number: int) -> str:
    """A month of the year: 9月, Sep."""
    return f"{number}月" if language() == "zh" else ENGLISH_MONTHS[number - 1]


def calendar_words(months: list[str]) -> list[str]:
    """Months YYYY-MM as an axis names them: the first of each year in full (2013年2月, Feb 2013), the others without their year."""
    return [
        month_word(month) if place == 0 or months[place - 1][:4] != month[:4] else short_month(int(month[5:])) for place, month in enumerate(months)
    ]


def period_word(month: str) -> str:
    """The year to date up to a month: 1-9月, Jan-Sep; December reads 全年, full year."""
    if not month:
        return MISSING
    number = int(month[5:])
    if language() == "zh":
        return "全年" if number == 12 else "1月" if number == 1 else f"1-{number}月"
    return "full year" if number == 12 else "Jan" if number == 1 else f"Jan-{short_month(number)}"


def _signed(value: object) -> str:
    text = _signless(Decimal(str(value)), 1)
    return text if text.startswith(MINUS) or text == "0.0" else f"+{text}"


def _signless(value: Decimal, digits: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    return f"{rounded:,}".replace("-", MINUS)
