"""What a header cell, or a path of header cells from outer to inner, means: role, period, unit and the name left over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from park.catalogue import load_catalogue
from park.catalogue.headers import load_headers

from .names import Names
from .periods import MONTH, YEAR, YTD, Period, combine, prepare, scan, within
from .text import squeeze, strip_numbering, without_translation
from .units import parse_unit, split_unit, units_in

# What a value column measures. Under an outer header of the first kind, an inner 累计 or 绝对额 only says which figure.
MEASURES = frozenset({
    "target", "actual", "actual_month", "actual_ytd", "same_period", "growth", "mom", "completion", "pace", "rank", "share",
    "difference", "average", "forecast", "weight", "target_growth", "forecast_growth",
})
GROWTHS = frozenset({"growth", "target_growth", "forecast_growth"})
_GROWTH_OF = {"target": "target_growth", "forecast": "forecast_growth"}
_ACTUAL = frozenset({"actual", "actual_month", "actual_ytd"})
_STRONG = MEASURES - _ACTUAL
_AMOUNTS = _ACTUAL | {"target", "forecast"}
_LABELS = frozenset({"indicator_name", "area", "cluster", "firm"})
NO_FIGURES = frozenset({"serial", "code", "remark", "responsible_unit", "rank", "share", "mom", "pace", "completion", "difference", "average", "weight"})


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """role: a role of headers.toml, `indicator` for a name of the catalogue, actual_month / actual_ytd where the words say
    which figure, target_growth and forecast_growth for the growth of a target or forecast, "" for a text that is no header word. period: as far as the
    words say it; unit: catalogue name or None; percent: the figures under it are in percent; rest: the name left over
    (税收 of 税收同比), innermost first named; rests: the same of every level of a path, outer to inner.
    """

    role: str = ""
    period: Period | None = None
    unit: str | None = None
    percent: bool = False
    rest: str = ""
    text: str = ""
    rests: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _names() -> Names:
    return Names(load_catalogue())


_BRACKET = re.compile(r"\(([^()]*)\)")
_BEHIND = re.compile(r"(.+)\(([^()]+)\)")
_PERCENT_IN = re.compile(r"^(?:±|\+-|\+/-|增减|同比)?[%‰](?:±|\+-)?$|^百分比$|^百分数$")
_POINTS = re.compile(r"^(?:\+-|±)?(?:个)?百分点(?:\(个\))?$")
_JOINTS = "的:：、,-_/·.;…和及"
# What may be left over of a longer header without being a name, and what turns a target into the distance from it (距目标任务).
_FILLERS = frozenset({"完成", "实际完成", "情况", "率", "额", "数", "值", "年", "月", "季度", "年度", "全年", "本", "当", "自", "至", "止", "实际", "同比", "绝对", "各", "主要", "全部", "总", "序时", "时序", "进度", "时间进度", "序时进度"})
_PARTED = re.compile(r"年[末底]|期末|(?:分|各|按|逐|每|半)?(?:半年|年度?|季度?|月度?|月份|阶段|时段)(?:分解)?")  # 分季度 of 分季度目标
_MEAN = re.compile(r"(?:近?[一二两三四五六]?个?[年月日季天])?(?:平均|均)")  # 月均 of 月均完成
_OPENING = re.compile(r"年初|[末底]|上月|上季|上期|前年")
_PLANNED = re.compile(r"(?P<target>计划|目标|任务|拟完成|应完成|力争)|(?:预计|预测)")  # in front of an indicator's name: 计划产值
_GROUP_PLAN = re.compile(r"(?:季度|月度|分季|分月)(?:目标|计划|任务)$")
_YEAR_BEHIND = re.compile(r"^(.*[月度末底])\(((?:19|20)\d\d)年?\)$")  # 1-9月(2013)
_PACED = re.compile(r"(?:进度|序时|时序)(?:目标|任务|计划)")
_OF_WHOLE = re.compile(r"占(?:[全本]?(?:园区|园|区|县|市|省|行业|部)|合计|总计|总量|总数|总额)?的?")  # 占全县 of 占全县比重
_AMOUNT_OF = re.compile(r"(?:绝对|增减|增加|增长)?(?:额|数额|数|量|值|金额)(?:[(（].*[)）])?")
_DISTANCES = ("距", "离", "较", "与", "比", "占", "差", "欠", "超", "尚", "还")


@lru_cache(maxsize=65536)
def classify_header(text: str) -> HeaderMeaning:
    """The meaning of one header cell."""
    bare, unit, percent, points = _without_unit(_YEAR_BEHIND.sub(r"\2年\1", prepare(strip_numbering(prepare(without_translation(text))))))
    places = scan(bare)
    period = combine([found.period for found in places if found.period])
    role, rest = _role(bare, places)
    if role in ("completion", "pace") and period and period.basis == YEAR:
        period = None  # 完成全年目标的% speaks of the target's year
    if role == "difference" and rest == "" and percent and "额" not in bare and "数" not in bare:
        role = "growth"  # 增减（％） is a rate, 增减 alone or in 百分点 a difference
    if points and role in ("growth", "", "actual"):
        role = "difference"
    if role in GROWTHS and any(found.kind == "compare" and _OPENING.search(bare[found.start:found.end]) for found in places):
        role = "mom"  # 比年初增长, 较上年末增长: on the year's opening, not on a year earlier
    inner = _BEHIND.fullmatch(bare) if role == "" else None
    if inner and _says_measure(inner[1], inner[2]):  # 2026年目标（增长）, 分季度目标（当季数）
        return replace(_join(classify_header(inner[1]), classify_header(inner[2])), text=text)
    if role == "target" and period is None and _PACED.search(bare):  # what the plan wants by now
        role, period = ("completion" if "完成" in bare else "pace", None) if percent else ("target", Period(None, 1, None, None, YTD, text="累计"))
    return HeaderMeaning(_with_basis(role, period), period, unit or ("%" if percent else None), percent, rest, text, (rest,) if rest else ())


def _says_measure(head: str, inside: str) -> bool:
    """True for a bracket that says what the figures of a header are: a measure, or whose time behind a measure."""
    if load_headers().whole.get(inside, "") in MEASURES:
        return True
    meaning = classify_header(inside)
    return bool(meaning.role in _ACTUAL and not meaning.rest and classify_header(head).role in MEASURES)


def _without_unit(bare: str) -> tuple[str, str | None, bool, bool]:
    """(text without its unit and percent signs, unit, percent, in percentage points)."""
    unit, percent, points = None, False, False
    for match in list(_BRACKET.finditer(bare)):
        inside = match[1]
        if _POINTS.match(inside):
            points = True
        elif _PERCENT_IN.match(inside):
            percent = True
        elif parse_unit(inside):
            unit = parse_unit(inside)
        elif units_in(f"单位:{inside}") and not _names().plain(inside):
            several = units_in(f"单位:{inside}")
            unit = several[0] if len(several) == 1 else None
        else:
            continue
        bare = bare.replace(match[0], "", 1)
    for sign in ("%", "‰"):
        if bare.rstrip("±+-").endswith(sign):
            percent, bare = True, bare.rstrip("±+-")[:-1]
    if unit in ("%", "‰"):
        percent = True
    if unit is None and not percent:
        name, behind = split_unit(bare)
        if behind:
            bare, unit, percent = name, behind, behind in ("%", "‰")
    return bare, unit, percent, points


def _role(bare: str, places) -> tuple[str, str]:
    """(role, name left over) of a text without unit."""
    words = load_headers()
    plain = _bare_word(bare).lower()
    if plain in words.whole:
        return words.whole[plain], ""
    if role := _of_labels(plain, words.whole):
        return role, ""
    if _names().plain(bare):
        return "indicator", bare
    rest = _outside(bare, places)
    if not rest:
        return _by_period(places), ""
    if any(found.kind == "last_same" for found in places) and words.whole.get(rest, "actual") in ("actual", "same_period"):
        known = rest in words.whole
        return "same_period", "" if known else _bare_word(rest)
    if rest in words.whole:
        return words.whole[rest], ""
    if _names().plain(rest):
        return ("same_period" if _last_year(places) else "indicator"), rest
    for form in dict.fromkeys((plain, rest)):
        for word, role in words.tails:
            if form.endswith(word) and len(form) > len(word):
                return _with_rest(role, _bare_word(_without_period(form[: -len(word)])))
        for word, role in words.leads:
            if form.startswith(word) and len(form) > len(word):
                return _with_rest(role, _bare_word(_without_period(form[len(word):])))
        planned = _PLANNED.match(form)
        if planned and _names().plain(form[planned.end():]):
            return "target" if planned["target"] else "forecast", form[planned.end():]
    return ("same_period" if _last_year(places) else ""), _bare_word(rest)


def _of_labels(plain: str, whole: Mapping[str, str]) -> str:
    """The role of words of labels side by side (园区/片区, 指标/片区): indicator_name where one of them says so, else the first."""
    parts = [part for part in re.split(r"[/、|()]|或", plain) if part]
    roles = [whole.get(part, "") for part in parts]
    if len(parts) < 2 or not all(role in _LABELS for role in roles):
        return ""
    return "indicator_name" if "indicator_name" in roles else roles[0]


def _with_rest(role: str, rest: str) -> tuple[str, str]:
    """A role with the name left over; a mere filler is none, and a word of distance makes a difference of a target or figure."""
    if role in _AMOUNTS and _MEAN.fullmatch(rest):
        return "average", ""
    if rest in _FILLERS or _PARTED.fullmatch(rest) or role == "share" and _OF_WHOLE.fullmatch(rest):
        return role, ""
    if role in _AMOUNTS and rest.startswith(_DISTANCES) and not _names().plain(rest):
        return "difference", ""
    return role, rest


def _bare_word(text: str) -> str:
    bare = text.strip(_JOINTS)
    while bare[:1] == "(" and bare[-1:] == ")" and ")" not in bare[:-1]:
        bare = bare[1:-1].strip(_JOINTS)
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()" + _JOINTS)
    return bare


def _outside(bare: str, places) -> str:
    kept, at = [], 0
    for found in places:
        kept.append(bare[at:found.start])
        at = found.end
    rest = _bare_word("".join([*kept, bare[at:]]).replace("()", ""))
    return "" if rest in ("截至", "截止", "截止到") else rest  # 截至2023年底


def _without_period(text: str) -> str:
    return _outside(text, scan(text))


def _last_year(places) -> bool:
    return any(found.period and found.period.year_offset < 0 for found in places)


def _by_period(places) -> str:
    if any(found.kind == "last_same" for found in places):
        return "same_period"
    periods = [found.period for found in places if found.period]
    if not periods:
        return ""
    return "same_period" if _last_year(places) else "actual"


def _with_basis(role: str, period: Period | None) -> str:
    if role != "actual" or period is None:
        return role
    return {MONTH: "actual_month", YTD: "actual_ytd"}.get(period.basis, role)


def classify_path(texts: Sequence[str]) -> HeaderMeaning:
    """The meaning of header cells above each other, outer first: the inner beats, what only the outer says is kept."""
    return _classify_path(tuple(text for text in texts if text and text.strip()))


@lru_cache(maxsize=16384)
def _classify_path(texts: tuple[str, ...]) -> HeaderMeaning:
    meaning = HeaderMeaning()
    seen = ""
    for text in texts:
        if text != seen:  # a merged cell repeated downwards says nothing new
            inner = classify_header(text)
            meaning = _join(meaning, inner) if meaning.text else inner
        seen = text
    return replace(meaning, role=_with_basis(meaning.role, meaning.period) if meaning.role in _ACTUAL else meaning.role)


def _join(outer: HeaderMeaning, inner: HeaderMeaning) -> HeaderMeaning:
    if outer.role == "remark" and inner.role in _ACTUAL and _GROUP_PLAN.search(outer.text):
        outer = replace(outer, role="target")  # 季度目标 alone is a remark, over 一季度, 二季度 … it heads figures
    role = _joined_role(outer.role, inner.role)
    if outer.role == "growth" and _AMOUNT_OF.fullmatch(squeeze(inner.text)):
        role = "difference"  # 同比增减 over 绝对额 and %
    period = within(inner.period, outer.period) if inner.period else outer.period
    percent = inner.percent or (outer.percent and inner.unit is None)
    unit = inner.unit or ("%" if percent else None if role in ("completion", "share") or role in GROWTHS else outer.unit)
    rests = outer.rests + inner.rests
    return HeaderMeaning(role, period, unit, percent, inner.rest or outer.rest, f"{outer.text} {inner.text}", rests)


def _joined_role(outer: str, inner: str) -> str:
    if outer in _GROWTH_OF and inner == "growth":
        return _GROWTH_OF[outer]
    if inner in ("", "indicator"):
        return outer if outer in MEASURES else inner or ("" if outer not in ("indicator",) else outer)
    if inner in _ACTUAL and outer in _STRONG or inner == "actual" and outer in _ACTUAL:
        return outer  # 累计数 over 2024年 and 2023年
    return inner
