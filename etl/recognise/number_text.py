"""Numbers written as texts: signs, separators, units, comparators, ranges, growth in words, Chinese numerals."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from park.catalogue import UnitMismatch, convert, load_catalogue

from .numerals import chinese_number
from .text import clean

PLAIN, AT_LEAST, AT_MOST, ABOUT, RANGE = "=", ">=", "<=", "~", "range"


class Number(NamedTuple):
    """What a cell says, a NamedTuple because a large file makes hundreds of thousands of them.

    value: exact decimal, percentages in percent (0.123 shown 12.3% and ３‰ are 12.3 and 0.3 with percent=True, unit %);
    high: the upper end of a range, else None; unit: as written, "" for none; growth: the value is a signed growth, said by
    a word or a plus sign; multiple: it was said in multiples (增长1倍 is 100); raw: see canonical_raw.
    """

    value: Decimal | None
    high: Decimal | None = None
    comparator: str = PLAIN
    unit: str = ""
    percent: bool = False
    raw: str = ""
    growth: bool = False
    multiple: bool = False


def canonical_raw(cell: object) -> str:
    """The cell's own text: a text without outer blanks; a number as stored, 15 digits at most, no exponent or grouping."""
    if type(cell) is str:
        return cell.strip(" \t\r\n\u3000\xa0\ufeff")
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float, Decimal)):
        return digits_of(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(getattr(cell, "value", cell))


def digits_of(number: float | int | Decimal) -> str:
    """A real number in at most 15 significant digits, no exponent; inf and nan come out as such."""
    text = f"{number:.15g}"
    if "e" in text:
        text = f"{Decimal(text):f}"
    return text if text != "-0" else "0"


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+"
_NUMBER = re.compile(rf"(?P<sign>[+-]?)(?P<digits>{_DIGITS})", re.I)
_LEADS = (
    (AT_LEAST, ("不低于", "不少于", "不小于", "超过", "突破", "大于等于", "大于", "高于", "多于", "至少", "力争突破", "力争超过", "超出", "逾", "超", "≥", ">=", "≧", ">", "⩾")),
    (AT_MOST, ("控制在", "不超过", "不高于", "不大于", "不多于", "小于等于", "小于", "低于", "少于", "至多", "≤", "<=", "≦", "<", "⩽")),
    (ABOUT, ("大约", "约为", "约", "接近", "将近", "近", "预计", "≈", "~")),
    (PLAIN, ("力争达到", "确保完成", "力争完成", "确保", "力争", "达到", "完成", "达", "共计", "共")),
)
_TAILS = (
    (AT_LEAST, ("及以上", "以上", "余", "多", "+")),
    (AT_MOST, ("及以下", "以下", "以内", "之内", "内")),
    (ABOUT, ("左右", "上下")),
)
_UP = re.compile(r"^(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|年均|平均|净)*(?:增长率?|增加|增幅|上升|提高|增|升|↑)(?:为|到|达)?")
_DOWN = re.compile(r"^(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|年均|平均|净)*(?:下降|减少|降低|回落|降幅|减|降|↓)(?:为|到|达)?")
_DOUBLING = {"翻番": 100, "翻一番": 100, "翻1番": 100, "增长一倍": 100, "翻两番": 300, "翻二番": 300, "翻2番": 300, "翻三番": 700}
_FLAT = frozenset({"持平", "与上年持平", "与去年持平", "同比持平", "零增长"})
_CURRENCY = (("人民币", ""), ("rmb", "元"), ("cny", "元"), ("us$", "美元"), ("usd", "美元"), ("¥", "元"), ("$", "美元"), ("€", "欧元"))
_BLANK_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")


@lru_cache(maxsize=131072)
def parse_text(text: str) -> Number | None:
    """parse_number for a text."""
    bare = _BLANK_IN_NUMBER.sub("", clean(text).lstrip("'`"))
    if not bare or len(bare) > 40 or re.search(r"\d\s+[\d.]", bare):
        return None
    bare = re.sub(r"\s+", "", bare).lower()
    found = (_growth(bare) or _amount(bare)) if bare else None
    return found._replace(raw=canonical_raw(text)) if found else None


def amount_with_growth(text: str) -> tuple[Number, Number] | None:
    """The amount and its growth of a cell that says both (23亿元，增长9.5%), None for any other."""
    parts = re.split(r"[,，;；、(（]", text.strip().rstrip(")）"), maxsplit=1)
    amount, growth = (parse_text(part) for part in parts) if len(parts) == 2 else (None, None)
    fits = amount and growth and not amount.growth and amount.unit != "%" and growth.growth and growth.unit == "%"
    return (amount._replace(raw=canonical_raw(text)), growth) if fits and amount.high is None else None


def _growth(text: str) -> Number | None:
    for words, value in _DOUBLING.items():
        if text in (words, words + "以上"):
            comparator = PLAIN if text == words else AT_LEAST
            return Number(Decimal(value), comparator=comparator, unit="%", percent=True, growth=True, multiple=True)
    if text in _FLAT:
        return Number(Decimal(0), unit="%", percent=True, growth=True)
    for pattern, sign in ((_UP, 1), (_DOWN, -1)):
        match = pattern.match(text)
        if match:
            return _signed(_amount(text[match.end():].lstrip(":")), sign)
    if text[0] == "+":
        plus = _amount(text[1:])
        return _signed(plus, 1) if plus and plus.value is not None and plus.value >= 0 else None
    return None


def _signed(amount: Number | None, sign: int) -> Number | None:
    """An amount after a word of growth. 下降-5% says two things at once and is nothing."""
    if amount is None or (sign < 0 and amount.value < 0):
        return None
    value, high, comparator = amount.value * sign, amount.high, amount.comparator
    if high is not None:
        value, high = sorted((value, high * sign))
    if sign < 0 and comparator in (AT_LEAST, AT_MOST):
        comparator = AT_MOST if comparator == AT_LEAST else AT_LEAST
    if amount.unit == "倍":
        return Number(value * 100, None if high is None else high * 100, comparator, "%", True, growth=True, multiple=True)
    return Number(value, high, comparator, amount.unit, amount.percent, growth=True)


def _amount(text: str) -> Number | None:
    """A number with sign, brackets, comparator, unit or range; no growth words."""
    comparator, text = _lead(text)
    tail, text = _tail(text)
    if tail and comparator in (PLAIN, AT_MOST) or tail == comparator:
        comparator = tail
    elif tail and comparator != ABOUT:
        return None
    found = _range(text) or _single(text)
    if found is None:
        return None
    if found.comparator == PLAIN:
        return found._replace(comparator=comparator)
    return found if comparator in (PLAIN, ABOUT) or comparator == found.comparator else None


def _lead(text: str) -> tuple[str, str]:
    for comparator, words in _LEADS:
        for word in sorted(words, key=len, reverse=True):
            if text.startswith(word) and len(text) > len(word):
                return comparator, text[len(word):]
    return PLAIN, text


def _tail(text: str) -> tuple[str, str]:
    for comparator, words in _TAILS:
        for word in sorted(words, key=len, reverse=True):
            if text.endswith(word) and len(text) > len(word):
                return comparator, text[: -len(word)]
    return "", text


def _single(text: str) -> Number | None:
    negative = len(text) > 2 and text[0] == "(" and ")" in text
    if negative:
        inside, _, behind = text[1:].partition(")")
        found = _single(inside + behind) if "(" not in inside else None
        return found._replace(value=-found.value) if found and found.value > 0 else None
    currency = ""
    for sign, unit in _CURRENCY:
        if text.startswith(sign):
            text, currency = text[len(sign):], unit
            break
    match = _NUMBER.match(text)
    if not match:
        return _in_words(text)
    digits, rest = match["sign"].replace("+", "") + match["digits"].replace(",", ""), text[match.end():]
    value = Decimal(digits.rstrip(".") if "." in digits and "e" not in digits else digits)
    return _with_unit(value, rest, currency)


def _with_unit(value: Decimal, rest: str, currency: str = "") -> Number | None:
    comparator = PLAIN
    if rest[:1] in ("余", "多"):
        comparator, rest = AT_LEAST, rest[1:]
    if rest in ("%", "百分比"):
        return Number(value, comparator=comparator, unit="%", percent=True)
    if rest == "‰":
        return Number(value / 10, comparator=comparator, unit="%", percent=True)
    if rest == "成":
        return Number(value * 10, comparator=comparator, unit="%", percent=True)
    compound = re.fullmatch(r"亿(\d{1,4}(?:\.\d+)?)万元?", rest)
    if compound:
        return Number(value * 10000 + Decimal(compound[1]), comparator=comparator, unit="万元")
    unit = _written_unit(rest, currency)
    return None if unit is None else Number(value, comparator=comparator, unit=unit)


def _written_unit(rest: str, currency: str) -> str | None:
    """The unit a number is followed by, "" for none, None where the rest is no unit."""
    names = load_catalogue().unit_names
    if currency and rest in ("", "万", "亿", "千", "百万"):
        return rest + currency
    if not rest or rest in names:
        return rest
    bare = rest.strip("()")
    return bare if bare in names else None


_COUNTABLE = frozenset({"户", "家", "个", "项", "人", "名", "条", "件", "亩", "元", "公顷", "平方米", "平方公里", "栋", "座", "份", "处", "宗", "吨"})


def _in_words(text: str) -> Number | None:
    """一千二百户, 五百万元, 两成, 百分之二十."""
    if text.startswith("百分之"):
        value = chinese_number(text[3:])
        return None if value is None else Number(value, unit="%", percent=True)
    if text.endswith("成") or "成" in text[:-1] and text[-1] in "一二三四五六七八九":
        tens, _, ones = text.partition("成")
        value, rest = chinese_number(tens), chinese_number(ones) if ones else Decimal(0)
        fits = value is not None and rest is not None and value < 10
        return Number(value * 10 + rest, unit="%", percent=True) if fits else None
    if text == "过半":
        return Number(Decimal(50), comparator=AT_LEAST, unit="%", percent=True)
    comparator = PLAIN
    for unit in sorted(_COUNTABLE | {""}, key=len, reverse=True):
        if text.endswith(unit):
            bare = text[: len(text) - len(unit)]
            if bare.endswith(("余", "多")):
                comparator, bare = AT_LEAST, bare[:-1]
            value = chinese_number(bare)
            if value is not None and (unit or len(bare) > 1 or bare == "十"):  # a lone 一 is a number of an item
                return Number(value, comparator=comparator, unit=unit)
    return None


_TO = re.compile(r"(?<=[\d%万亿元户家个亩])(?:-+|~|至|到)(?=[\d.])")


def _range(text: str) -> Number | None:
    parts = _TO.split(text)
    if len(parts) != 2:
        return None
    low, high = _single(parts[0]), _single(parts[1])
    if low is None or high is None or low.value < 0:
        return None
    low = _same_unit(low, high)
    if low is None or low.value >= high.value or (not high.unit and _is_year(low.value) and _is_year(high.value)):
        return None
    return Number(low.value, high.value, RANGE, high.unit, high.percent)


def _same_unit(low: Number, high: Number) -> Number | None:
    """The lower end in the upper end's unit: 8-10亿元, 5000万元-1亿元, 5%-8%."""
    if not low.unit or low.unit == high.unit:
        return low
    catalogue = load_catalogue()
    try:
        value = convert(low.value, catalogue.unit(low.unit), catalogue.unit(high.unit))
    except (UnitMismatch, AttributeError):
        return None
    return low._replace(value=value, unit=high.unit)


def _is_year(value: Decimal) -> bool:
    return 1990 <= value <= 2049 and value == value.to_integral_value()
