"""Numbers in prose: digits or Chinese numerals with comparator, unit, range, mask or damage."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from etl.recognise.numerals import chinese_number
from park.catalogue import load_catalogue

from .model import Amount
from .vocabulary import alternation

AT_LEAST, AT_MOST, ABOUT, PLAIN, RANGE = ">=", "<=", "~", "=", "range"
LEADS = {
    "不低于": AT_LEAST, "不少于": AT_LEAST, "不小于": AT_LEAST, "超过": AT_LEAST, "突破": AT_LEAST, "高于": AT_LEAST, "多于": AT_LEAST, "大于": AT_LEAST,
    "至少": AT_LEAST, "逾": AT_LEAST, "超": AT_LEAST, "冲破": AT_LEAST, "≥": AT_LEAST, ">": AT_LEAST,
    "突破了": AT_LEAST, "首破": AT_LEAST, "超出": AT_LEAST, "达到或超过": AT_LEAST, "不下": AT_LEAST, "不下于": AT_LEAST,
    "控制在": AT_MOST, "不超过": AT_MOST, "不高于": AT_MOST, "不多于": AT_MOST, "不大于": AT_MOST, "不足": AT_MOST, "低于": AT_MOST, "少于": AT_MOST,
    "小于": AT_MOST, "至多": AT_MOST, "≤": AT_MOST, "<": AT_MOST, "不到": AT_MOST, "未超过": AT_MOST,
    "约": ABOUT, "大约": ABOUT, "近": ABOUT, "接近": ABOUT, "将近": ABOUT, "约为": ABOUT, "大致": ABOUT,
}
TAILS = {"以上": AT_LEAST, "及以上": AT_LEAST, "左右": ABOUT, "上下": ABOUT, "以内": AT_MOST, "之内": AT_MOST, "以下": AT_MOST, "及以下": AT_MOST}
# Units that indicators of their own unit (capacity, equipment) are counted in; they name no other figure.
OWN_UNITS = ("万套", "套", "万件(套)", "万件", "万台", "台", "万米", "万吨", "吨", "万锭", "锭", "万枚", "枚", "头", "万KVA", "KVA", "辆", "万辆", "万平米", "只", "万只", "块", "万块", "支", "万支")
OTHER_UNITS = ("元/股", "万元/亩", "亿元/平方公里", "余万", "万方", "亿", "万", "倍", "成", "%", "人", "盏", "棵", "块", "册", "条", "米")
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_CHINESE = r"(?:[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+)?)"
_MASK = r"\d*(?:[xX×]{1,5}(?:\.[xX×]{1,3})?|[*]{1,5}(?:\.[*]{1,3})?|[#]{1,5}(?:\.[#]{1,3})?|[□■○●]{1,4}|_{2,}|n)[\d.]*"
_SCALE = {"元": Decimal(1), "万元": Decimal(10) ** 4, "亿元": Decimal(10) ** 8}
_MORE = r"(?:余|多(?![了增出]))"
_TO = r"(?:-+|~+|至|到)"
_PER_YEAR = r"(?:/年|/a)?"


@lru_cache(maxsize=1)
def _units() -> str:
    names = {name for name in load_catalogue().unit_names if not name.startswith("按")} | set(OWN_UNITS) | set(OTHER_UNITS)
    names -= {"个项", "期", "平", "m", "方", "位", "百分比", "百分数"}
    return alternation(names | {"期", "万平", "平米"})


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern, ...]:
    unit = rf"(?:{_units()})(?!目(?!标))"  # 3个项目 are 3 个, although 个项 is a unit too
    lead = rf"(?P<lead>{alternation(LEADS)})?"
    tail = rf"(?P<tail>{alternation(TAILS)})?"
    number = rf"(?:{_DIGITS}|{_CHINESE})"
    body = rf"(?P<low>{number})(?P<more>{_MORE})?(?P<lowunit>{unit})?(?:(?P<to>{_TO})(?P<high>{number}))?(?P<more2>{_MORE})?(?P<unit>{unit})?(?P<more3>{_MORE})?(?P<per>{_PER_YEAR})"
    figure = re.compile(rf"{lead}(?P<sign>[+-]?){body}{tail}", re.I)
    single = re.compile(rf"{lead}(?P<sign>[+-]?)(?P<low>{number})(?P<more>{_MORE})?(?P<lowunit>{unit})(?P<to>)(?P<high>(?!))?(?P<more2>{_MORE})?(?P<unit>(?!))?(?P<more3>(?!))?(?P<per>{_PER_YEAR})", re.I)
    masked = re.compile(rf"(?:{alternation(LEADS)})?{_MASK}(?:{_TO}(?:{_MASK}|\d+))?{_MORE}?(?={unit})(?:{unit}){_MORE}?(?:{alternation(TAILS)})?")
    hundred = re.compile(rf"(?P<lead>{alternation(LEADS)})?百分之(?P<low>{_CHINESE}|{_DIGITS})(?P<unit>){tail}")
    tenths = re.compile(rf"(?P<lead>{alternation(LEADS)})?(?P<low>[一二两三四五六七八九])成(?P<half>[一二三四五六七八九半]){tail}")
    return figure, single, masked, hundred, tenths


def amount_at(text: str, place: int) -> tuple[int, Amount] | None:
    """(end, amount) of the number that begins at a place of a plain text, with its comparator and unit; None for none."""
    figure, single, masked, hundred, tenths = _patterns()
    match = masked.match(text, place)
    if match:
        return match.end(), Amount(None)
    match = hundred.match(text, place)
    if match:
        value = number_of(match["low"])
        return None if value is None else (match.end(), Amount(value, comparator=_comparator(match["lead"], match["tail"], ""), unit="%"))
    match = tenths.match(text, place)
    if match:
        value = number_of(match["low"]) * 10 + (5 if match["half"] == "半" else number_of(match["half"]))
        return match.end(), Amount(value, comparator=_comparator(match["lead"], match["tail"], ""), unit="%")
    match = figure.match(text, place)
    if match and match["high"] and match["lowunit"] and not _is_range(match, text):
        match = single.match(text, place)  # 由42家至50家: two levels, no range
    return _read(match, text) if match else None


def _is_range(match: re.Match, text: str) -> bool:
    """9.7亿元至9.9亿元, but not 由9.7亿元至9.9亿元, and nothing whose second end is not the larger."""
    if match["to"] in ("至", "到") and re.search(r"[由从自]$", text[:match.start()]):
        return False
    low, high = number_of(match["low"]), number_of(match["high"])
    scales = [_SCALE.get(unit or "") for unit in (match["lowunit"], match["unit"] or match["lowunit"])]
    if low is None or high is None or (None in scales and _other_unit(match)):
        return False
    return low * (scales[0] or 1) < high * (scales[1] or 1)


def _read(match: re.Match, text: str) -> tuple[int, Amount] | None:
    start, end = match.start("sign"), match.end()
    before = text[max(0, start - 1):start]
    if not match["lead"] and before.isascii() and (before.isalnum() or before == "."):
        return None
    low_text, unit = match["low"], match["unit"] or match["lowunit"] or ""
    if not match["unit"] and match["lowunit"] and match["high"] is None:
        unit = match["lowunit"]
    low = number_of(low_text)
    if low is None:
        low, unit = _round(low_text, unit, match["lead"])
    if low is None or (not low_text[0].isdigit() and not unit):
        return None
    if unit == "级" or text[end:end + 1] == "级":
        return None
    if re.match(r"\.\d|[A-Za-z](?![a-z²])", text[end:end + 2]) and not unit:
        return None
    if match["sign"] == "-":
        low = -low
    more = match["more"] or match["more2"] or match["more3"] or ""
    comparator = _comparator(match["lead"], match["tail"], more)
    if match["high"] is None:
        return end, Amount(low, comparator=comparator, unit=_unit(unit, more, match))
    high = number_of(match["high"])
    if high is not None and _other_unit(match):
        low = low * _SCALE[match["lowunit"]] / _SCALE[match["unit"]]  # 9000万元至1.2亿元
    if high is None or high <= low:
        return None
    return end, Amount(low, high, RANGE, unit)


def _unit(unit: str, more: str, match: re.Match) -> str:
    """10余万㎡ is read as 10, 余, 万㎡; 13万余㎡ as 13万, 余, ㎡: two pieces of one unit."""
    if match["lowunit"] and match["unit"] and match["high"] is None and more:
        return match["lowunit"] + match["unit"]
    return unit


def _other_unit(match: re.Match) -> bool:
    return bool(match["lowunit"] and match["unit"] and match["lowunit"] != match["unit"])


def _round(text: str, unit: str, lead: str | None) -> tuple[Decimal | None, str]:
    """百亿元 is a hundred 亿元; 亿元 alone is a number only behind 超, 过 or 突破."""
    match = re.fullmatch(r"([百千]?)(万亿|亿|万)", text)
    if match and (match[1] or lead in ("超", "突破", "超过")):
        return Decimal({"": 1, "百": 100, "千": 1000}[match[1]]), match[2] + unit
    if text == "百" and unit:
        return Decimal(100), unit
    return None, unit


def number_of(text: str) -> Decimal | None:
    """The number that digits or a Chinese numeral write; None for a multiplier alone."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    whole, _, part = text.partition("点")
    value = chinese_number(whole)
    if value is None or not part:
        return value
    digits = "".join(str("零一二三四五六七八九".index("零" if c == "〇" else c)) for c in part)
    return value + Decimal(f"0.{digits}")


def _comparator(lead: str | None, tail: str | None, more: str) -> str:
    front = LEADS.get(lead or "", "")
    back = TAILS.get(tail or "", "") or (AT_LEAST if more else "")
    if front == AT_MOST or not back:
        return front or PLAIN
    return back if front in ("", back, ABOUT) else front


_TIMES = {"%": Decimal(1), "‰": Decimal("0.1"), "倍": Decimal(100), "成": Decimal(10)}


def is_rate(amount: Amount, text: str) -> bool:
    """True for a percentage, a multiple or tenths, masked ones too."""
    return amount.unit in _TIMES or (amount.value is None and text.rstrip("以上左右").endswith(("%", "倍", "成")))


def percent(amount: Amount) -> Decimal:
    """The amount in percent."""
    return amount.value * _TIMES[amount.unit]
