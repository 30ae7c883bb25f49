"""Names of indicators, areas and clusters: by exact alias, then by normalised form; likeness only ever suggests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from park.catalogue import Catalogue

from .context import is_kind_word
from .periods import parse_period
from .text import clean, compact, key, simplified, squeeze, strip_number
from .units import parse_unit, split_unit

EXACT, NORMALISED = "exact", "normalised"


@dataclass(frozen=True, slots=True)
class Match:
    """The indicator a text names. rest: a note in brackets that was passed over, "" for none; unit: named in the text."""

    code: str
    how: str
    rest: str = ""
    unit: str | None = None


# Notes that say how a figure was made, not what it is. Everything else in brackets may change the meaning and stays.
_NOTES = frozenset({
    "现价", "当年价", "当年价格", "现行价", "现价计算", "快报", "快报数", "初步数", "初步核算", "预计数", "年报", "年报数", "累计", "当月", "本月", "全园",
    "园区", "全区", "合计", "含", "个数", "户数", "家数", "数量", "口径不变", "新口径", "时点数", "期末数", "月末数", "年末数", "季末数", "期末", "月末", "年末", "季末", "年底", "月底", "流量", "存量", "必报",
})
_ABOVE_SCALE = frozenset({"规上", "规模以上", "规模", "规上工业", "规模以上工业"})
_DONE = re.compile(r"(?<=.)(?:实际完成|累计完成|完成|实现)(?=.)")  # 基础设施完成投资
# How a title says that its figures are divided (分片区, 按产业分, 各园区): about the rows, not about what is counted.
_DIVIDED = re.compile(r"(?:分|按|各)(?:[^含除(),、]{1,8})")
_LISTED = re.compile(r"[、,;]")
_BRACKET = re.compile(r"\(([^()]*)\)")
_PREFIXES = ("现价", "当年价", "现行价", "全园区", "园区内", "园区", "全园", "全区", "当年累计", "本年累计", "累计完成", "累计实现", "累计", "本年", "当年", "全年", "年度", "完成", "实现", "本月", "期末", "月末", "年末", "季末")
_SUFFIXES = ("完成情况", "完成总额", "完成总数", "累计完成", "完成额", "完成数", "完成值", "累计数", "累计", "完成", "总额", "总数", "总量", "情况", "数量", "个数", "户数", "家数", "期末数", "月末数", "年末数", "期末", "月末", "年末", "合计数", "合计", "总计", "额", "数", "值")
_TOTAL = re.compile(
    r"^(?:全园区?|全区|全部|全市|全县|园区|本园区?|整个园区|各片区|片区|企业|项目|产业|集群|全园企业|总)?(?:合计|总计|小计|汇总|共计|总合计|总和)(?:数|值)?$"
    r"|^(?:全园区?|全区|园区|[本我]园区?|全部|整个园区|园区全部|园区整体|全园合计|全区合计|园区汇总|全部?(?:产业|行业|企业|片区|集群)|总数|合计数|总体|全县|全市|全省)$"
)
_PART_TOTAL = re.compile(r"^(.+?)\(?(?:小计|合计|总计|汇总)\)?$")
_OF_WHICH = re.compile(r"^[\s\u3000]*(?:[#＃]|(?:在?其\s*中|总计中)(?:[：:、，,\s]|$|(?=\S)))")
_AMONG = re.compile(r"在?其\s*中\s*[:：、,，]?")
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+(?:部分|章|节|类))|^按.{1,10}分类?[:：]?$|[:：]$")
_LEAST_LIKENESS = 60
# Words right before or behind a name inside a longer text that make another thing of it: 规模以下工业总产值, 进出口, 税收500万元以上企业.
_OTHER_BEFORE = re.compile(
    r"(?:规模以下|规下|限额?以下|高新技术(?:产业|企业)?|高技术(?:产业|制造业)?|战略性新兴产业|进|应[缴交]|欠缴|地方|中央|民间|政府性?|国有|省外|州外|市外|境外|国外|外商|外资"
    r"|内资|房地产(?:开发)?|建筑业|农业|农林牧渔业|服务业|第[一二三]产业|人均|户均|亩均|地均|单位|每亩|自营|亏损企业|非|销售|新增|增值|所得|每?万元)$"
)
_OTHER_BEHIND = re.compile(r"^(?:\d|以上|以下|\(|税$|能耗|强度|密度)")


class Names:
    """Finds what a written name means. learned: (kind, written, meaning) that a person settled; they beat the catalogue."""

    def __init__(self, catalogue: Catalogue, learned: Iterable[tuple[str, str, str]] = ()):
        self.catalogue = catalogue
        self._exact, self._keys = _indicator_tables(catalogue)
        self._areas = {key(n): z.name for p in catalogue.parks.values() for z in p.zones for n in (z.name, *z.aliases)}
        self._zones = {p.name: {key(n): z.name for z in p.zones for n in (z.name, *z.aliases)} for p in catalogue.parks.values()}
        self._parks = {key(n): p.name for p in catalogue.parks.values() for n in (p.name, *p.aliases)}
        self._clusters = {key(n): c.name for c in catalogue.clusters.values() for n in (c.name, *c.aliases)}
        self._learned_areas: dict[str, str] = {}
        self._file_parts: dict[str, dict[str, str]] = {"area": {}, "cluster": {}}
        self._learn(learned)
        self.indicator = lru_cache(maxsize=65536)(self._indicator)

    def _learn(self, learned: Iterable[tuple[str, str, str]]) -> None:
        tables = {"indicator": self._keys, "area": self._learned_areas, "cluster": self._clusters}
        for kind, written, meaning in learned:
            if kind in tables:
                tables[kind][key(written)] = meaning
            if kind == "indicator":
                self._exact[compact(written)] = meaning

    def use_parts(self, parts: dict[str, str]) -> None:
        """Names of zones and clusters (name -> area or cluster) that a file itself lists under such a header."""
        for name, kind in parts.items():
            self._file_parts[kind][key(name)] = name

    def listed(self, kind: str) -> list[str]:
        """The zones or clusters that the file lists."""
        return list(self._file_parts[kind].values())

    # --- indicators ---

    def keyed(self) -> dict[str, str]:
        """Every normalised name with its indicator's code; one that several share is with the indicator that is written so."""
        return self._keys

    def _indicator(self, text: str) -> Match | None:
        """The indicator that the whole text names, None where it names none for certain."""
        base, unit = split_unit(text)
        for form in dict.fromkeys((text, base)):
            code = self._exact.get(compact(form))
            if code:
                return Match(code, EXACT, unit=unit)
        for form in dict.fromkeys((text, base)):
            found = self.plain(form)
            if found:
                return Match(found[0], NORMALISED, found[1], unit or _unit_among(found[1]))
        return self._roundabout(key(base), unit)

    def _roundabout(self, form: str, unit: str | None) -> Match | None:
        """The last attempts: words of accounting in front or behind (完成, 情况), then a unit run on (税收万元)."""
        bare, note = _without_notes(form)
        code = self._without_affixes(bare) or self._without_affixes(_DONE.sub("", bare))
        if code:
            return Match(code, NORMALISED, unit=unit or _unit_among(note))
        for length in (4, 3, 2):
            behind = parse_unit(bare[-length:]) if len(bare) > length else None
            if behind and bare[:-length] in self._keys:
                return Match(self._keys[bare[:-length]], NORMALISED, unit=behind)
        return None

    def plain(self, text: str) -> tuple[str, str] | None:
        """(code, note passed over) by normalised form, without taking words off the front or the end."""
        form = key(text)
        code = self._keys.get(form)
        if code:
            return code, ""
        bare, note = _without_notes(form)
        code = self._keys.get(bare)
        return (code, note) if code else None

    def _without_affixes(self, form: str) -> str | None:
        heads = [""]
        for head in heads:  # grows by what may stand behind what was found: 园区 + 实现
            heads += [head + p for p in _PREFIXES if form.startswith(head + p) and head + p not in heads]
        tails = ["", *(s for s in _SUFFIXES if form.endswith(s))]
        for head in heads:
            for tail in tails:
                bare = form[len(head): len(form) - len(tail)]
                code = len(bare) > 1 and (self._keys.get(bare) or self._keys.get(key(bare)))
                if code:
                    return code
        return None

    def suggest(self, text: str, n: int = 3) -> list[tuple[str, float]]:
        """Up to n (code, likeness 0-100) for a name that is not known; to be asked, never to be loaded."""
        from rapidfuzz import fuzz, process  # only unknown names need it

        bare = key(split_unit(text)[0])
        scores: dict[str, float] = {}
        for name, score, _ in process.extract(bare, self._keys.keys(), scorer=fuzz.ratio, limit=4 * n, score_cutoff=_LEAST_LIKENESS):
            code = self._keys[name]
            scores[code] = max(score, scores.get(code, 0.0))
        return sorted(scores.items(), key=lambda item: -item[1])[:n]

    # --- areas and clusters ---

    def area(self, text: str, park: str = "") -> str | None:
        """The zone a text names, None for an unknown one; the park's own zones first where the park is known."""
        form = key(text)
        return self._learned_areas.get(form) or self._zones.get(park, {}).get(form) or self._file_parts["area"].get(form) or self._areas.get(form)

    def park(self, text: str) -> str | None:
        """The park that the whole text names, None for an unknown one."""
        return self._parks.get(key(text))

    def cluster(self, text: str) -> str | None:
        """The cluster a text names, None for an unknown one."""
        form = key(text)
        return self._clusters.get(form) or self._file_parts["cluster"].get(form)


def means_another(before: str, behind: str) -> bool:
    """True where the words around a name inside a longer text make another thing of it (应缴 + 税收, 税收 + 500万元以上企业)."""
    return bool(_OTHER_BEFORE.search(before) or _OTHER_BEHIND.match(behind))


def without_notes(text: str) -> str:
    """A key without the brackets that hold a unit, a period or a note; others, which may change the meaning, stay."""
    return _without_notes(text)[0]


def _indicator_tables(catalogue: Catalogue) -> tuple[dict[str, str], dict[str, str]]:
    """Exact and normalised names -> code. A normalised form that two indicators share belongs to the one written so, else to none."""
    exact: dict[str, str] = {}
    keys: dict[str, set[str]] = {}
    for indicator in catalogue.indicators.values():
        for name in (indicator.name_zh, *indicator.aliases):
            exact[compact(name)] = indicator.code
            for form in dict.fromkeys((key(name), _without_notes(key(name))[0])):
                keys.setdefault(form, set()).add(indicator.code)
    own = {form: codes.pop() if len(codes) == 1 else exact.get(form) for form, codes in keys.items()}
    return exact, {form: code for form, code in own.items() if code}


def _without_notes(form: str) -> tuple[str, str]:
    """A key without its notes in brackets, and the notes; (规上) moves to the front as 规模以上."""
    notes = []
    for match in list(_BRACKET.finditer(form)):
        inside = match[1]
        if inside in _ABOVE_SCALE and "规模以上" not in form[: match.start()]:
            form = "规模以上" + form.replace(match[0], "", 1)
            notes.append(inside)
        elif inside and all(_is_note(part) for part in _LISTED.split(inside)):
            form = form.replace(match[0], "", 1)
            notes.append(inside)
    return form, "、".join(notes)


def _is_note(text: str) -> bool:
    return text in _NOTES or text in _ABOVE_SCALE or bool(parse_period(text) or parse_unit(text) or _DIVIDED.fullmatch(text)) or is_kind_word(text)


def _unit_among(notes: str) -> str | None:
    return next((unit for part in _LISTED.split(notes) if (unit := parse_unit(part))), None)


@lru_cache(maxsize=16384)
def is_total(text: str) -> bool:
    """True for 合计, 总计, 小计, 全园, 园区合计 and the like: words for a whole, no name."""
    form = key(text)
    part = _PART_TOTAL.match(form)
    return bool(_TOTAL.match(form)) or bool(part and is_kind_word(part[1]))


def total_of(text: str) -> str | None:
    """The name in front of 小计 or 合计 (纺织小计 -> 纺织), "" for a bare total, None where the text is no total."""
    if is_total(text):
        return ""
    match = _PART_TOTAL.match(squeeze(text))
    return match[1].strip("：:、-") if match and match[1] else None


@lru_cache(maxsize=16384)
def is_of_which(text: str) -> bool:
    """True where the text opens with 其中, 总计中 or #."""
    return bool(_OF_WHICH.match(text) or _OF_WHICH.match(strip_number(clean(text))))


@lru_cache(maxsize=16384)
def is_among(text: str) -> bool:
    """True for 其中 alone: the names of the parts stand beside or below it."""
    return bool(_AMONG.fullmatch(text.strip()))


@lru_cache(maxsize=16384)
def is_heading(text: str) -> bool:
    """True for 一、…, （一）…, 按行业分 and …：, which head a group of rows where no figure stands beside them."""
    return bool(_HEADING.search(compact(simplified(text))))
