"""The expressions of time that titles, headers and cells use, found in a text from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .numerals import chinese_number
from .period import MONTH, POINT, QUARTER, SPAN, YEAR, YTD, Period
from .text import compact, simplified

YEAR_DIGITS = r"(?:(?:19|20|21)\d\d|2[2-9]\d\d(?=年))"
_Y = rf"(?P<y>{YEAR_DIGITS}|(?<!\d)\d\d(?=年))(?:年度?|[./-])"
_LAST = r"(?P<last>上年|上一年|去年|前年)(?:度)?"
_THIS = r"(?P<this>本年|今年|当年)(?:度)?"
_OPT_YEAR = rf"(?:(?:{_Y}|{_LAST}|{_THIS}))?"
_M = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九](?!十))"
_TO = r"(?:-+|~+|至|到)"
_NOT_DAY = r"(?!\d|日|号|[./-]\d)"
_UNTIL = r"(?:截至|截止到?|截止至|截至到|至|到)"
_DATED = r"(?:(?:数据|统计)?(?:截至|截止)(?:日期|时间|时点|日)?|(?:统计|数据)(?:时点|期))"
_CLOSE = r"(?:止|底|末)?"

# The order is the order of trial at a place: what says more comes first.
_FORMS: tuple[tuple[str, str], ...] = (
    ("making", rf"(?:制表|填报|填表|报出|打印|导出|生成|上报|编制|印发|发布|更新|报送|审核|下载|查询)(?:时间|日期)?:?\s*{YEAR_DIGITS}[年./-]\d{{1,2}}(?:[月./-]\d{{1,2}}日?|月)?(?:\s*\d{{1,2}}:\d\d(?::\d\d)?)?"),
    ("masked", r"(?:(?:19|20)?(?:[Xx×]{2}|\*{2}|#{2}|[Oo○]{2})|2\d{2}[Xx×*])年度?"),
    ("five", r'"?(?P<five>十[一二三四五六七八九]?)五"?(?P<fiveend>(?:期间|时期|规划|计划|期)?(?:末年?|期末))'),
    ("five", r'"(?P<five>十[一二三四五六七八九]?)五"(?:期间|时期|规划期?|计划期?)?'),
    ("five", r"(?<![一二三四五六七八九十百])(?P<five>十[一二三四五六七八九]?)五(?:期间|时期|规划期?|计划期?)"),
    ("five", r"(?<![一二三四五六七八九十百])(?P<five>十[一二三四五六七八九])五(?![个户家项年月日条亿万千百十名人、.])"),
    ("days", rf"(?:{_DATED}:?|{_UNTIL})(?P<y>{YEAR_DIGITS})[年./-](?P<m>{_M})[月./-]\d{{1,2}}日?"),
    ("day", rf"(?P<y>{YEAR_DIGITS})(?:年(?P<m>{_M})月|(?P<cut>[./-])(?P<m2>{_M})(?P=cut))(?P<d>\d{{1,2}})(?![\d月])(?:日|号)?(?:\s*\d{{1,2}}:\d\d(?::\d\d)?)?"),
    ("months2", rf"(?P<y>{YEAR_DIGITS})(?:年|[./-])(?P<m>{_M})月?{_TO}(?P<y2>{YEAR_DIGITS})(?:年|[./-])(?P<m2>{_M})(?!\d)月?份?"),
    ("years", rf"(?P<y>{YEAR_DIGITS})年?{_TO}(?P<y2>{YEAR_DIGITS})年(?!\d)"),
    ("months", rf"{_OPT_YEAR}(?P<m>{_M})月?份?{_TO}(?P<m2>{_M})月份?{_CLOSE}(?!\d)"),
    ("months", rf"(?:(?P<y>{YEAR_DIGITS})(?:年|\.))(?P<m>{_M})-(?P<m2>{_M})(?!\d|月)"),
    ("ym6", rf"(?<!\d)(?P<y>{YEAR_DIGITS})(?P<m>0[1-9]|1[0-2])(?!\d|年|月)"),
    ("front", rf"{_OPT_YEAR}(?:前|头)(?P<m>{_M})个?月"),
    ("until", rf"{_UNTIL}{_OPT_YEAR}(?P<m>{_M})月份?(?:底|末|止)?(?!\d)"),
    ("until_q", rf"{_UNTIL}{_OPT_YEAR}第?(?P<q>[一二三四1-4])季度(?:底|末)?"),
    ("to_end", rf"{_OPT_YEAR}(?P<m>{_M})月份?止"),
    ("front_q", rf"{_OPT_YEAR}(?:前|1{_TO}|一{_TO})(?P<q>[二三两四1-4])个?季度"),
    ("half_end", rf"{_OPT_YEAR}(?P<half>上|下)半年(?:末|底)"),
    ("half", rf"{_OPT_YEAR}(?P<half>上|下)半年"),
    ("half_year", rf"{_OPT_YEAR}(?<![上下近每前后])半年(?:度|(?=报|完成|目标|任务|累计|计划))"),
    ("quarter_end", rf"{_OPT_YEAR}第?(?P<q>[一二三四1-4])季度?(?:末|底)"),
    ("quarter", rf"{_OPT_YEAR}第?(?P<q>[一二三四1-4])季度?(?![节])"),
    ("quarter", rf"(?:(?P<y>{YEAR_DIGITS})年?-?)?Q(?P<q>[1-4])(?!\d)"),
    ("month_end", rf"{_OPT_YEAR}(?P<m>{_M})月份?(?:末|底)"),
    ("month", rf"{_OPT_YEAR}(?P<m>{_M})月份?{_NOT_DAY}"),
    ("month", rf"(?<![\d.])(?P<y>{YEAR_DIGITS})[./-](?P<m>1[0-2]|0?[1-9])(?![\d.%万亿元户家个亩]|-\d)"),
    ("whole", rf"(?:{_Y}|{_LAST}|{_THIS})全年"),
    ("whole", rf"(?P<y>{YEAR_DIGITS})全年"),
    ("whole", r"全年度?"),
    ("year_end", rf"(?:(?P<y>{YEAR_DIGITS}|(?<!\d)\d\d(?=年))年|(?:{_LAST}|{_THIS})年?)(?:末|底)"),
    ("since", r"(?:年初至今|年初以来|今年以来|年初累计|自?年初至(?:本月|报告期|当月)末?)"),
    ("to_now", r"1(?:月)?(?:-+|~|至|到)(?:本月|当月|本期|报告期|N月)(?:止|末)?(?:累计)?"),
    ("to_now", r"(?:截至|截止到?)?(?:本月|本期|当月)止(?:累计)?|截至(?:本月|当月|目前)(?:底|末)?(?:累计)?"),
    ("year", rf"(?P<y>{YEAR_DIGITS}|(?<!\d)\d\d(?=年))年(?:度|份)?(?!\d)"),
    ("compare", rf"(?:比|较|与){YEAR_DIGITS}年(?:同期|[末底])?"),
    ("compare", r"(?:比|较|与)(?:上年|上一年|去年|上月|上季度?|上期|年初|前年|同期)(?:同期|同月|年?末|年?底|初)?"),
    ("last_month", r"(?:上年|去年)同月"),
    ("last_same", r"(?:上年|去年)同期|同期"),
    ("last_year", r"(?P<last>上年|上一年|去年)(?:度)?"),
    ("this_month", r"(?:本月|当月|单月|本期)(?:份|数)?|月度(?=值|数|额|增速|增幅|同比|实绩|实际)"),
    ("this_quarter", r"(?:本季度?|当季)"),
    ("ytd", r"(?:本年|今年|当年|自?年初|年)?(?:以来)?累计"),
    ("this_year", r"(?P<this>本年|今年|当年)(?:度)?"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _FORMS)
_CHINESE_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}(?=年)")
_DIGIT = str.maketrans("〇零○一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class Found:
    """A period with its place (start, end) in the compact text, and the form that was recognised."""

    start: int
    end: int
    kind: str
    period: Period | None


@lru_cache(maxsize=16384)
def scan(text: str) -> tuple[Found, ...]:
    """Every expression of time in text, from left to right; making dates, days and masked years with period None."""
    bare = prepare(text)
    found: list[Found] = []
    place = 0
    while place < len(bare):
        for kind, pattern in _PATTERNS:
            match = pattern.match(bare, place)
            if match:
                found.append(Found(match.start(), match.end(), kind, _build(kind, match)))
                place = match.end()
                break
        else:
            place += 1
    return tuple(found)


def prepare(text: str) -> str:
    """The text in the form that scan's places refer to."""
    bare = compact(simplified(text))
    return _CHINESE_YEAR.sub(lambda m: m[0].translate(_DIGIT), bare)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(chinese_number(text))


def _build(kind: str, match: re.Match) -> Period | None:
    groups = match.groupdict()
    year, offset = _year(groups.get("y")), 0
    if groups.get("last"):
        offset = -2 if groups["last"] == "前年" else -1
    month = _number(groups["m"]) if groups.get("m") else None
    maker = _MAKERS.get(kind)
    return maker(match[0], year, offset, month, groups) if maker else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    if len(text) == 2:
        return int(text) + (2000 if int(text) < 50 else 1900)
    return int(text)


def _one(basis: str, words: str, year: int | None, offset: int, start: int | None, end: int | None, **more) -> Period:
    return Period(year, start, year, end, basis, offset, text=words, **more)


def _months(words, year, offset, month, groups):
    last = _number(groups["m2"])
    if last < month:
        return None
    if month == 1:
        return _one(YTD, words, year, offset, 1, last)
    quarter = last - month == 2 and last % 3 == 0
    return _one(QUARTER if quarter else SPAN, words, year, offset, month, last)


def _months_of_years(words, year, offset, month, groups):
    last_year, last = int(groups["y2"]), _number(groups["m2"])
    if last_year == year:
        return _months(words, year, offset, month, groups)
    return Period(year, month, last_year, last, SPAN, text=words) if last_year > year else None


def _years(words, year, offset, month, groups):
    last = int(groups["y2"])
    return Period(year, 1, last, 12, SPAN, text=words) if last > year else None


def _five_years(words, year, offset, month, groups):
    plan = int(chinese_number(groups["five"]))
    first = 2001 + 5 * (plan - 10)
    if groups.get("fiveend"):
        return Period(first + 4, 1, first + 4, 12, YEAR, text=words)
    return Period(first, 1, first + 4, 12, SPAN, text=words)


def _quarter_number(groups) -> int:
    return {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}.get(groups["q"]) or int(groups["q"])


def _quarter(words, year, offset, month, groups):
    end = 3 * _quarter_number(groups)
    return _one(QUARTER, words, year, offset, end - 2, end, cumulative_possible=True)


def _quarters(words, year, offset, month, groups):
    end = 3 * _quarter_number(groups)
    return _one(YEAR if end == 12 else YTD, words, year, offset, 1, end)


def _half(words, year, offset, month, groups):
    if groups["half"] == "上":
        return _one(YTD, words, year, offset, 1, 6)
    return _one(SPAN, words, year, offset, 7, 12)


def _until(words, year, offset, month, groups):
    return _one(YTD, words, year, offset, 1, month)


def _whole(words, year, offset, month, groups):
    return _one(YEAR, words, year, offset, 1, 12)


_MAKERS = {
    "five": _five_years,
    "days": _until,
    "months2": _months_of_years,
    "years": _years,
    "months": _months,
    "ym6": lambda w, y, o, m, g: _one(MONTH, w, y, o, m, m),
    "front": _until,
    "until": _until,
    "until_q": lambda w, y, o, m, g: _one(YTD, w, y, o, 1, 3 * _quarter_number(g)),
    "to_end": _until,
    "front_q": _quarters,
    "half": _half,
    "half_year": lambda w, y, o, m, g: _one(YTD, w, y, o, 1, 6),
    "half_end": lambda w, y, o, m, g: _one(POINT, w, y, o, *((6, 6) if g["half"] == "上" else (12, 12))),
    "quarter_end": lambda w, y, o, m, g: _one(POINT, w, y, o, 3 * _quarter_number(g), 3 * _quarter_number(g)),
    "quarter": _quarter,
    "month_end": lambda w, y, o, m, g: _one(POINT, w, y, o, m, m),
    "month": lambda w, y, o, m, g: _one(MONTH, w, y, o, m, m),
    "whole": _whole,
    "year_end": lambda w, y, o, m, g: _one(POINT, w, y, o, 12, 12),
    "since": lambda w, y, o, m, g: _one(YTD, w, None, 0, 1, None),
    "to_now": lambda w, y, o, m, g: _one(YTD, w, None, 0, 1, None),
    "year": _whole,
    "last_year": _whole,
    "this_year": _whole,
    "last_month": lambda w, y, o, m, g: _one(MONTH, w, None, -1, None, None),
    "this_month": lambda w, y, o, m, g: _one(MONTH, w, None, 0, None, None),
    "this_quarter": lambda w, y, o, m, g: _one(QUARTER, w, None, 0, None, None),
    "ytd": lambda w, y, o, m, g: _one(YTD, w, None, 0, 1, None),
}
