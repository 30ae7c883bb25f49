"""What a table's surroundings say: period, unit, indicator, place and measure from caption, title, sheet name, file name, options."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .periods import MONTH, POINT, QUARTER, YTD, Period, find_periods, prepare, scan, within
from .text import clean, compact, simplified, squeeze
from .units import units_in

SIMULATED = "模拟数据"
# What a place is called that is a park as a whole, and what a part of one is called.
_PARK = re.compile(r"(?:园区|工业园|产业园|科技园|开发区|工业城|产业城|科技城|集中区|集聚区|高新区|经开区|保税区|示范区|新城|化工区|经济区)$")
_ZONE = re.compile(r"(?:片区|组团|板块|分园|分区|小区|园中园|(?<!集)[一二三四五六七八九十东西南北中A-Z]区|[一二三四五六七八九十\d]期|(?<![芯图影照刀药卡名唱胶切膜薄鳞])片|(?<![业技公花校家乐田果儿])园)$")
_AREA = re.compile(r"(?:[区园城镇乡]|(?<![芯图影照刀药卡名唱胶切膜薄鳞])片|街道|中心|基地|组团|板块|[一二三四五六七八九十\d]期)$")
_NUMBER = re.compile(r"^(?:附?表\s*[一二三四五六七八九十\d]+(?:[-.]\d+)*\s*[:：、.]?|附件?\s*\d*\s*[:：]|附件\s*\d*|[一二三四五六七八九十]+、|\d+[、.])\s*")
_FILLED_BY = re.compile(r"(?:填报|编制|报送|上报|制表|编报|填表|报表|报告|统计|编印|发布|主办|提供|报出)(?:单位|部门|机构)\s*[:：]\s*(\S+)")
_KEYED = re.compile(r"^[^:：]{1,10}[:：]")
_PLACE_END = re.compile(r"(?:管委会|管理委员会|管理处|办公室|统计局|统计站).*$")
_PLACE = re.compile(r"^(.{0,24}?(?:工业园区|产业园区|园区|工业园|产业园|科技园|开发区|工业城|产业城|科技城|集中区|集聚区|高新区|经开区|保税区|示范区|化工区|经济区|片区|组团|板块|分园|工业区|(?<!集)[东西南北中]区|新区|新城|(?<![全本各分整个公花校家乐田果儿])园(?![区林艺丁长内企地])|(?<![芯图影照刀药卡名唱胶切膜薄鳞分各])片(?![区状剂])))")
_BRACKETED = re.compile(r"[(（].*?[)）]")
_ZONE_BEHIND = re.compile(r"片区|片(?![区状剂])|组团|板块")
_NO_PLACE = re.compile(r"主要|指标|情况|经济(?!技术开发|开发|技术产业开发|区)|产值|完成|统计|汇总|分片区|各片区|分园区|各园区|分组团|按.*区|税收|投资|报表|企业")
# What parts and wholes are called by kind: no names, whatever number, file's letters or word of order stands in front.
_ORDER = r"(?:[各全分本我按]|主要|重点|特色|优势|主导|支柱|新兴|传统|其他|[一二三四五六七八九十两]大)*"
_BEHIND = r"(?:情况|汇总|分解|明细|表)*"
_KIND_WORD = re.compile(
    rf"(?:[a-z]*\d{{2,}}[\-_. ]*)?{_ORDER}(?:园区|片区|分区|区域|地区|板块|组团|分园|小区|开发区|工业园区|工业园|产业园|企业|单位|项目|指标|汇总|合计|总){_BEHIND}"
    rf"|[a-z\d\-_. ]*{_ORDER}(?:产业|行业|产业集群|集群|产业链){_BEHIND}", re.I)
_TARGET = re.compile(r"目标|计划|任务|规划|指标分解")
_DONE = re.compile(r"完成|实际|实绩|执行|进展|运行|情况表?$")
_PLAN_TABLE = re.compile(r"(?:计划|目标|任务|任务分解|目标分解)表?(?:[(（]|$)")
_GROWTH = re.compile(r"(?:(?P<rate>增速|增幅|增长率|增长速度|增长幅度)|增长|同比)(?:情况|对比|比较|一览)*表?(?:\((?:单位)?:?%\))?$")
_AMOUNT = re.compile(r"总量|绝对|数额|金额|完成|及增|和增|与增|、增|及同比|目标|任务|计划")
_FORECAST = re.compile(r"预计|预测|预期完成")


@dataclass(frozen=True)
class Words:
    """One piece of surrounding text with where it stands (a cell, a sheet name, file name or option)."""

    where: str
    text: str


@dataclass(frozen=True)
class Said:
    """A value with the words it came from."""

    value: object
    where: str


@dataclass(frozen=True)
class Context:
    """What surrounds a table, nearest words first.

    growth: every figure is a growth; growing: so, where its cells are percentages. period: may lack year or month. hints: bases said without months (累计, 当月). units: (units, where), nearest first.
    """

    period: Said | None = None
    hint: str = ""
    units: tuple[Said, ...] = ()
    indicator: Said | None = None
    area: Said | None = None
    cluster: Said | None = None
    measure: str = ""
    growth: bool = False
    growing: bool = False
    words: tuple[Words, ...] = field(default=())


def read_period(words: tuple[Words, ...]) -> Said | None:
    """The period the surroundings state, the nearest words inside the farther ones (9月 of a sheet within 2013年 of a title)."""
    merged: Period | None = None
    where: list[str] = []
    for said in reversed(words):
        period = _one_period(said.text)
        if period is None or (merged is not None and _says_nothing_new(period, merged)):
            continue
        if merged is not None and _complete(period):
            merged, where = period, [said.where]
        else:
            merged = period if merged is None else within(period, merged)
            where.insert(0, said.where)
    return Said(merged, " ".join(dict.fromkeys(where))) if merged else None


def _complete(period: Period) -> bool:
    return period.year_known and period.month_known and not (period.basis == "year" and period.start_month == 1)


def _says_nothing_new(period: Period, merged: Period) -> bool:
    return period == merged


def _one_period(text: str) -> Period | None:
    """The first period of a text that names a year or months; later ones only fill what it leaves open."""
    merged: Period | None = None
    for period in find_periods(text):
        if not (period.year_known or period.month_known) or period.year_offset:
            continue
        if merged is None:
            merged = period
        elif not merged.month_known or (merged.basis == "year" and period.basis != "year" and not period.year_known):
            merged = within(period, merged)
        elif not merged.year_known and period.year_known:
            merged = within(merged, period)
    return merged


def read_hint(words: tuple[Words, ...]) -> str:
    """ytd or month where the nearest words say 累计 or 当月数 of the whole table."""
    for said in words:
        for period in find_periods(said.text):
            bare = not (period.month_known or period.year_known or period.year_offset)
            if bare and period.basis in (YTD, MONTH, QUARTER, POINT):
                return period.basis
        if "累计" in said.text:
            return YTD
    return ""


def read_units(words: tuple[Words, ...]) -> tuple[Said, ...]:
    """(units, where) of every text that names units, nearest first."""
    return tuple(Said(units, said.where) for said in words if (units := units_in(said.text)))


def read_measure(words: tuple[Words, ...]) -> str:
    """target or forecast where the nearest caption speaks of a plan and of nothing done, else ""."""
    for said in words:
        text = clean(said.text)
        if _FORECAST.search(text):
            return "forecast"
        if _DONE.search(text) and not _PLAN_TABLE.search(text):
            return ""
        if _TARGET.search(text):
            return "target"
    return ""


def tells_growth(words: tuple[Words, ...], surely: bool = True) -> bool:
    """True where the nearest words that say anything of amounts or growth say growth alone (主要指标增速（%）); with surely=False
    also where growth stands without a sign of percent (增长情况)."""
    for said in words:
        text = compact(simplified(said.text))
        if _AMOUNT.search(text) or any(unit not in ("%", "‰") for unit in units_in(said.text)):
            return False
        found = _GROWTH.search(text)
        if found:
            return bool(found["rate"]) or "%" in text or not surely
    return False


def place_in(text: str) -> str:
    """The park or zone that a title begins with, "" for none: the words before its period and subject."""
    title = _BRACKETED.sub("", without_number(text))
    filled = _FILLED_BY.search(title)
    if not filled and _KEYED.match(title):
        return ""  # 责任单位：…, 说明：… say who or what, no title
    bare = prepare(_PLACE_END.sub("", filled[1]) if filled else title)
    for found in scan(bare):
        if found.start > 0:
            bare = bare[: found.start]
            break
        bare = bare[found.end:].lstrip("年度的 ")
        break
    match = _PLACE.match(bare)
    if not match or len(match[1]) < 2 or _NO_PLACE.search(match[1]):
        return ""
    behind = _ZONE_BEHIND.match(bare, match.end(1)) if match[1][-1] not in "区园" else None  # 新城片 is not 新城
    name = match[1] + (behind[0] if behind else "区" if bare.startswith(match[1] + "区") else "")
    return name if len(name) > 1 and not is_kind_word(name) else ""


def without_number(text: str) -> str:
    """A caption without 表1 or 一、 in front."""
    return _NUMBER.sub("", clean(simplified(text)))


def is_park_like(name: str) -> bool:
    """True for what a whole park is called (…工业园区, …开发区), false for 东片区 and 一期."""
    return bool(_PARK.search(simplified(name))) and not _ZONE.search(simplified(name))


def is_kind_word(name: str) -> bool:
    """True for what names a kind and no part (片区, 各产业, b2集群), as sheets and files are often called."""
    return bool(_KIND_WORD.fullmatch(squeeze(name)))


def is_zone_like(name: str) -> bool:
    """True for a name that can hardly be anything but a zone's or a park's (北片区, 三期, 城西镇), false for 服务中心."""
    name = simplified(name)
    return bool(_ZONE.search(name) or _PARK.search(name) or re.search(r"(?:[镇乡]|街道)$", name)) and len(name) <= 12


def is_area_like(name: str) -> bool:
    """True for a name that ends as places do (东区, 北片区, 城关镇, 食安中心)."""
    return bool(_AREA.search(simplified(name))) and len(name) <= 16
