"""Periods in prose: the table reader's, and words that only running text uses (年底, 明年, 五年累计, 去年同期)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from etl.recognise.numerals import chinese_number
from etl.recognise.periods import Found, Period, prepare, scan

_N = r"(?P<n>[一两二三四五六七八九十]|\d{1,2})"
_PROSE: tuple[tuple[str, re.Pattern], ...] = (
    ("same_of", re.compile(r"(?P<y>(?:19|20)\d\d)年同期")),
    ("same", re.compile(r"(?:上年|去年)?同期")),
    ("years", re.compile(rf"(?<!未来)(?<!今后)(?:近|过去|这|前|最近)?{_N}年(?:来|累计|间累计|合计|期间)|(?:近|过去|最近){_N.replace('<n>', '<m>')}年|(?P<some>几年来|近年来|近几年)")),
    ("ahead", re.compile(rf"(?:未来|今后|力争用)?{_N}年(?:内|时间)|(?:未来|今后){_N.replace('<n>', '<m>')}年")),
    ("first_years", re.compile(rf"\"?十(?P<plan>[一二三四]?)五\"?(?:时期|期间|规划)?(?P<part>前|后|头){_N}年(?:来|间)?")),
    ("founding", re.compile(r"(?:建园|建区|建城|成立|设立|创建|挂牌|创办|组建)(?:之初|初期|伊始|当年)")),
    ("before_last", re.compile(r"(?<![目之以\d])前年(?![产度均末底])")),
    ("next", re.compile(r"明年|来年|下一?年度?|次年(?!\d)")),
    ("new_year", re.compile(r"新的?一年(?!来|里来)|新年度")),
    ("one_year", re.compile(r"一年来|全年来|年内|年度内")),
    ("date", re.compile(r"(?P<until>截至|截止到?|截至到|至|到)?(?:(?P<y>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9])月(?P<day>[12]?\d|3[01])日(?![至到-])")),
    ("end", re.compile(r"(?:到|至|截至|截止)?(?:年末|年底)(?:之?前)?")),
    ("front", re.compile(r"(?:前|头)两个?月")),
    ("year", re.compile(r"(?P<y>(?:19|20)\d\d)年(?=\d[\d,.]*(?!\d|[\d,.]*月|[\d,.]*-\d+月))")),  # 2023年27个
    ("months", re.compile(r"(?P<who>今年|本年|去年|上年|(?:19|20)\d\d年)?(?<![\d-])(?P<first>1[0-2]|[1-9])[-至到~](?P<month>1[0-2]|[1-9])月份?(?=\d[\d,]*(?:\.\d+)?(?:亿|万|公顷|平方公里|亩|个|家|户|件|项|条|%))")),  # 1-9月3.1亿元
    ("month", re.compile(r"(?<![\d-])(?P<month>1[0-2]|[1-9])月份?(?=\d[\d,]*(?:\.\d+)?(?:亿|万|公顷|平方公里|亩|个|家|户|件|项|条|%))")),  # 6月2.4公顷
)
_QUARTERS = re.compile(r"(?:[一二三四][、和])+[一二三四]季度")  # 一、二、三季度
_MONTHS = re.compile(r"(?<![\d-])(?:(?:1[0-2]|[1-9])[、和])+(?:1[0-2]|[1-9])月(?!\d)")  # 7、8、9月
_NONE = ("making", "masked")
_ENDS = ("month_end", "quarter_end", "half_end", "year_end", "until", "days", "quarter", "half")
_BEFORE = re.compile(r"(?:之|以)?前(?!\d|[一二两三四五六七八九十])|为止")


@dataclass(frozen=True, slots=True)
class Time:
    """What an expression of time says. kind: the table reader's form, or same, years, ahead, next, one_year, end, date.

    period: the table reader's period, None for prose's own words but a date's month; years: how many (五年累计), 0 for unsaid;
    open: its end is not said (十四五以来); past: they are over (过去三年).
    """

    kind: str
    period: Period | None = None
    years: int = 0
    open: bool = False
    past: bool = False


def times_in(text: str) -> dict[int, tuple[int, Time]]:
    """Every expression of time of a plain form: start -> (end, time)."""
    found: dict[int, tuple[int, Time]] = {}
    if len(prepare(text)) == len(text):
        for place in _scanned(text):
            if _is_time(place, text):
                found[place.start] = (place.end, Time(place.kind, place.period, open=place.kind in ("five", "year") and text[place.end:place.end + 2] == "以来"))
        found = {start: (end, time) for start, (end, time) in found.items() if time.kind != "day" or "月" not in text[start:end]}
    for kind, pattern in _PROSE:
        for match in pattern.finditer(text):
            if kind in ("first_years", "months", "same_of") or not any(s < match.end() and match.start() < e for s, (e, _t) in found.items() if _t.kind != "last_year" or kind != "same"):
                years = _years(match)
                if kind == "first_years":
                    found = {start: entry for start, entry in found.items() if not match.start() <= start < match.end()}
                    found[match.start()] = (match.end(), Time("span", _part_of_a_plan(match)))
                    continue
                if kind == "same_of":
                    found = {start: entry for start, entry in found.items() if not match.start() <= start < match.end()}
                    found[match.start()] = (match.end(), Time("same", Period(int(match["y"]), 1, int(match["y"]), 12, "year", text=match[0])))
                    continue
                if kind in ("front", "year", "month", "months"):
                    found = {start: entry for start, entry in found.items() if not match.start() <= start < match.end()}
                    found[match.start()] = (match.end(), Time("months" if kind == "front" else kind, _own_period(kind, match)))
                    continue
                kind_here = "one_year" if kind == "years" and years == 1 else "until" if _to_the_end(match) else kind
                found[match.start()] = (match.end(), Time(kind_here, _month_of(match), years, past="过去" in match[0]))
    found |= _several(text)
    return {start: (_with_before(text, end, time), time) for start, (end, time) in found.items()}


def _scanned(text: str) -> list[Found]:
    """What the table reader finds; of a comparison (比去年同期) the time inside it."""
    places: list[Found] = []
    for place in scan(text):
        if place.kind != "compare":
            places.append(place)
            continue
        first = place.start + 1
        places += [replace(inner, start=inner.start + first, end=inner.end + first) for inner in scan(text[first:place.end])]
    return places


def _several(text: str) -> dict[int, tuple[int, Time]]:
    """一、二、三季度分别…: each of them, though the word stands behind the last only."""
    found: dict[int, tuple[int, Time]] = {}
    for pattern, kind, unit in ((_QUARTERS, "quarter", "季度"), (_MONTHS, "month", "月")):
        for match in pattern.finditer(text):
            for part in re.finditer(r"[一二三四]|\d+", match[0]):
                number = int(part[0]) if part[0].isdigit() else int(chinese_number(part[0]))
                first, last = (number, number) if kind == "month" else (3 * number - 2, 3 * number)
                start, end = match.start() + part.start(), match.start() + part.end()
                found[start] = (match.end() if end + len(unit) == match.end() else end, Time(kind, Period(None, first, None, last, kind, text=part[0] + unit)))
    return found


def _with_before(text: str, end: int, time: Time) -> int:
    """3月底前: the end of an expression with what bounds it."""
    if time.kind in ("month", "months") and text[end:end + 1] == "份" and text[end - 1] == "月":
        return end + 1
    match = _BEFORE.match(text, end) if time.kind in _ENDS else None
    return match.end() if match else end


def _own_period(kind: str, match: re.Match) -> Period:
    if kind == "front":
        return Period(None, 1, None, 2, "ytd", text=match[0])
    if kind == "months":
        who, first, last = match["who"] or "", int(match["first"]), int(match["month"])
        year = int(who[:4]) if who[:4].isdigit() else None
        return Period(year, first, year, last, "ytd" if first == 1 else "span", -1 if who[:1] in "去上" and who else 0, text=match[0])
    if kind == "month":
        return Period(None, int(match["month"]), None, int(match["month"]), "month", text=match[0])
    return Period(int(match["y"]), 1, int(match["y"]), 12, "year", text=match[0])


def plan_years(digit: str) -> tuple[int, int]:
    """First and last year of a five-year plan by the digit between 十 and 五: "" is 2001 to 2005, 四 2021 to 2025."""
    last = 2005 + 5 * " 一二三四五六".index(digit or " ")
    return last - 4, last


def _part_of_a_plan(match: re.Match) -> Period:
    """十四五前三年: 2021 to 2023."""
    count, (first, last) = _years(match), plan_years(match["plan"])
    start, end = (first, first + count - 1) if match["part"] in "前头" else (last - count + 1, last)
    return Period(start, 1, end, 12, "span", text=match[0])


def _is_time(place, text: str) -> bool:
    """Leaves out what prose means otherwise: 累计 alone, 目前, ten years (10年), 第9期 in figures without a year."""
    words = text[place.start:place.end]
    if place.kind in ("ytd", "last_same", "last_month") or place.kind in _NONE:
        return False
    if place.kind == "to_now" and not re.search(r"\d|本月", words):
        return False
    if place.kind == "five" and (words.endswith(("规划", "计划")) or re.match(r"收官|开局|圆满|蓝图|规划|目标", text[place.end:])):
        return False
    if place.kind == "year" and re.match(r"\d\d年", words):
        return False
    return not (place.kind == "quarter" and words in ("一季", "二季", "三季", "四季"))


def _month_of(match: re.Match) -> Period | None:
    """The month of a date such as 2010年8月31日 or 8月18日."""
    groups = match.groupdict()
    if not groups.get("month"):
        return None
    year, month = int(groups["y"]) if groups["y"] else None, int(groups["month"])
    until = _to_the_end(match)
    return Period(year, 1 if until else month, year, month, "ytd" if until else "month", text=match[0])


def _to_the_end(match: re.Match) -> bool:
    """截至6月30日: the months up to its end."""
    groups = match.groupdict()
    return bool(groups.get("until") and groups.get("day") and int(groups["day"]) >= 28)


def _years(match: re.Match) -> int:
    groups = match.groupdict()
    written = groups.get("n") or groups.get("m")
    if not written:
        return 0
    return int(written) if written.isdigit() else int(chinese_number(written))
