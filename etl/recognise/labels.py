"""What a label says, wherever it stands: one reading for header cells, row labels and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from etl.read.grid import CellError
from park.catalogue import Catalogue

from .context import is_area_like, is_park_like
from .headers import MEASURES, classify_header, classify_path
from .names import Names, is_among, is_of_which, is_total, total_of
from .number_text import amount_with_growth
from .numbers import missing, parse_number
from .periods import Period, parse_period, within
from .text import clean, compact, simplified, squeeze, strip_numbering, without_translation
from .units import parse_unit, split_unit

LABEL_ROLES = frozenset({"indicator_name", "area", "cluster", "firm", "year_month", "year", "month", "unit", "measure"})
LEDGER_ROLES = frozenset({
    "project_name", "stage", "signed", "started", "completed", "in_production", "planned_start", "planned_other", "investment",
    "reason", "responsible",
})
VALUE_ROLES = frozenset({"target", "actual", "actual_month", "actual_ytd", "forecast", "indicator"})
_DECIMAL = re.compile(r"[-+]?[\d,]+(?:\.\d+)?%?")
_YEAR_MONTH = re.compile(r"(?:19[89]\d|20[0-4]\d)\.(?:1[0-2]|0?[1-9])")
_NOTE = re.compile(
    r"^(?:注|附注|说明|备注|资料来源|数据来源|来源)\s*[:：1１①、.\d（(]|^(?:注|附注)[^册]{6,}"
    r"|^(?:单位|部门|统计|企业)?(?:负责人|审核人?|复核人?|制表人?|填表人?|填报人|联系人|联系电话|签字|签章|盖章)\s*[:：]|^第\s*\d+\s*页"
    r"|^(?:导出|打印|生成|下载|查询|制表|填报|报出)(?:时间|日期)\s*[:：]"
)
_KEYED = re.compile(r"^(?!.{0,4}其\s*中)[^:：]{2,8}[:：]\s*\S")
_KEYED_TIME = re.compile(r"^(?:年份|年度|月份|时间|期间|日期|报告期|统计期|所属期|数据时间|统计时间|报表期|期别):\S")
_UNIT_LINE = re.compile(r"^[(]?(?:计量|金额|计算|货币)?单位:\S")
_CAPTION = re.compile(r"^附?表(?:[一二三四五六七八九十]+|\d+)(?:[-.]\d+)*[:、. ]?\S")
_THIS_YEAR = frozenset({"本年", "今年", "当年", "本期", "本年度", "本年数"})
_COUNTED = re.compile(r"[(（]共?\d+[家户个](?:企业)?[)）]$")
_WRAPPED = re.compile(r"【[^【】]+】|〔[^〔〕]+〕|\[[^\[\]]+\]|《[^《》]+》|[（(][^（）()]+[)）]")  # a heading set in brackets
_LAST_MONTH = re.compile(r"上月数|上个月数|截至上月")
_FIRM = re.compile(r"(?:公司|集团|厂|合作社|工作室|商行|酒店|超市)(?:[(（].*[)）])?$")
_SOME = re.compile(r"^前[\d一二两三四五六七八九十百]+[名强位户家]|^(?:其他|其它|其余)(?:\d*[户家])?(?:企业|单位)|^(?:规上|规下|规模以[上下]|重点|骨干|列统|限[上下])\S{0,4}(?:企业|单位)")
_CLUSTER = re.compile(r"(?:产业|行业|制造业?|加工业?|业|材料|设备|装备|器械|纺织|服装|食品|医药|化工|建材|机械|电子|电子信息|信息技术|软件|半导体|新能源|电器|电气|制药|药业|零部件|轴承|船舶|海工|航空航天|生物|五金|工具|陶瓷|家居|饲料|造纸|印刷|塑料|橡胶|钢铁|有色|冷链|康养|文旅|冶金|轻工|汽车|光电|家具|家电|物流|能源|制品)(?:[(（].*[)）])?$")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says; empty where it says nothing of the kind.

    role: of a header (headers.py). name: an area, cluster or firm as written whose kind only its place can tell.
    total: 合计 and the like; subtotal: the part that a 小计 is of. shift: months to move what stands below (上月数据: -1).
    by_period: a plan whose figures are the rows' periods' own.
    """

    text: str = ""
    role: str = ""
    indicator: str = ""
    area: str = ""
    cluster: str = ""
    firm: str = ""
    name: str = ""
    total: bool = False
    of_which: bool = False
    period: Period | None = None
    unit: str = ""
    percent: bool = False
    shift: int = 0
    by_period: bool = False

    @property
    def places(self) -> bool:
        """True where it names a part: an area, cluster, firm or a name of open kind."""
        return bool(self.area or self.cluster or self.firm or self.name)

    def inside(self, outer: Label) -> Label:
        """This label with what only the outer one says."""
        return Label(
            text=f"{outer.text} {self.text}".strip(), role=self.role or outer.role,
            indicator=self.indicator or outer.indicator, area=self.area or outer.area, cluster=self.cluster or outer.cluster,
            firm=self.firm or outer.firm, name=self.name or outer.name, total=self.total or outer.total,
            of_which=self.of_which or outer.of_which,
            period=within(self.period, outer.period) if self.period else outer.period,
            unit=self.unit or outer.unit, percent=self.percent or outer.percent, shift=self.shift or outer.shift,
        )


class Lexicon:
    """Reads labels with the names of a catalogue and those a park has learned. park: whose zones are tried first."""

    def __init__(self, catalogue: Catalogue, learned: tuple = (), park: str = ""):
        self.catalogue = catalogue
        self.names = Names(catalogue, learned)
        self.use_park(park)

    def use_park(self, park: str) -> None:
        """Tries the zones of this park first from now on."""
        self.written, self.park = park, self.names.park(park) or park if park else ""
        self.kind_of_text = lru_cache(maxsize=131072)(self._kind_of_text)
        self.row = lru_cache(maxsize=65536)(self._row)
        self.header = lru_cache(maxsize=16384)(self._header)

    def is_park(self, text: str) -> bool:
        """True for the name of a park of the catalogue or of the park that the file is of."""
        return bool(self.names.park(text)) or bool(self.park) and _short(text) in (_short(self.park), _short(self.written))

    # --- kinds (tables.py says what the letters mean) ---

    def kind(self, value: object) -> str:
        """The kind of a cell, one letter."""
        if isinstance(value, str):
            return self.kind_of_text(value)
        if isinstance(value, bool):
            return "t"
        if isinstance(value, (int, float)):
            return "y" if value == int(value) and 1980 <= value <= 2060 else "n"
        if isinstance(value, CellError):
            return "e"
        return "d" if isinstance(value, (date, datetime)) else "t"

    def _kind_of_text(self, text: str) -> str:
        bare = compact(text)
        if _DECIMAL.fullmatch(bare):
            if len(bare) == 4 and bare.isdigit() and 1980 <= int(bare) <= 2060:
                return "y"
            return "p" if _YEAR_MONTH.fullmatch(bare) or (len(bare) == 6 and parse_period(bare)) else "n"
        if missing(text):
            return "m"
        if _KEYED_TIME.match(bare):
            return "u"
        if parse_period(text):
            return "p"
        if parse_number(text) is not None or amount_with_growth(text):
            return "n"
        if _UNIT_LINE.match(bare) or _CAPTION.match(bare):
            return "u"
        meaning = classify_header(text) if len(bare) <= 24 else None
        if meaning and meaning.role and not meaning.rest and meaning.role != "indicator":
            return "r"
        if _NOTE.search(clean(text)):
            return "x"
        if _KEYED.match(clean(text)):
            return "u"
        return self._kind_of_name(text, meaning)

    def _kind_of_name(self, text: str, meaning) -> str:
        label = self.row(text)
        if meaning and meaning.role in MEASURES and (len(meaning.rest) <= 12):
            return "r"
        if meaning and meaning.period and label.indicator:
            return "p"
        known = label.indicator or label.area or label.cluster or label.total or parse_unit(text) or self.is_park(text)
        known = known or (len(text) <= 8 and is_area_like(label.name))
        return "w" if known else "t"

    # --- row labels and headings ---

    def _row(self, text: str) -> Label:
        """What a row label, a heading or a cell of a label column says."""
        label, bare = self._row_as(text), without_translation(text)
        if bare != text and not (label.indicator or label.area or label.cluster or label.total or label.period or label.role):
            said = self._row_as(bare)
            return label if said.name or said.firm else said
        return label

    def _row_as(self, text: str) -> Label:
        if is_among(text):
            return Label(of_which=True)
        shift = -1 if _LAST_MONTH.search(text) else 0
        written, bare = without_lead(text), strip_numbering(compact(simplified(text)))
        bare = bare[1:-1] if _WRAPPED.fullmatch(bare) else bare
        label = Label(text=written, of_which=is_of_which(text), shift=shift)
        part = total_of(bare)
        if part is not None and not (part and self.names.indicator(part)):
            return self._named(replace(label, total=True), part) if part else replace(label, total=True)
        period = parse_period(bare)
        if period:
            return replace(label, period=period)
        match = self.names.indicator(bare) or self.names.indicator(re.sub(r"\([^()]*上月[^()]*\)", "", bare))
        if match:
            meaning = classify_header(bare)
            measured = meaning.role in VALUE_ROLES | {"same_period"} and meaning.rest
            return replace(
                label, indicator=match.code, unit=match.unit or "", role=meaning.role if measured and meaning.role != "indicator" else "",
                period=meaning.period if measured else None,
            )
        if self.is_park(bare):
            return replace(label, total=True)
        named = self._named(label, written)
        if named.area or named.cluster:
            return named
        return self._measured(label, bare, written)

    def _named(self, label: Label, written: str) -> Label:
        """The label with an area, a cluster, a firm or a name of open kind."""
        name = squeeze(written)
        name = _COUNTED.sub("", name) or name
        plain, unit = split_unit(name)
        if self.names.area(plain, self.park):
            return replace(label, area=squeeze(plain), unit=unit or "")
        if self.names.cluster(plain):
            return replace(label, cluster=squeeze(plain), unit=unit or "")
        name, unit = (squeeze(plain), unit or label.unit) if unit else (name, label.unit)
        if _FIRM.search(plain):
            return replace(label, firm=name, unit=unit)
        return replace(label, name=name, unit=unit)

    def _measured(self, label: Label, bare: str, written: str) -> Label:
        """A row label that is a measure (本月), one of an indicator (税收累计) or of a part, or a mere name."""
        meaning = classify_header(bare)
        if meaning.role and not meaning.rest:
            return replace(label, role=meaning.role, period=meaning.period, unit=meaning.unit or "", percent=meaning.percent)
        if meaning.rest and (match := self.names.indicator(meaning.rest)):
            return replace(
                label, indicator=match.code, role="" if meaning.role == "indicator" else meaning.role, period=meaning.period,
                unit=meaning.unit or match.unit or "", percent=meaning.percent,
            )
        if meaning.rest and meaning.period and (self.names.area(meaning.rest) or self.names.cluster(meaning.rest)):
            return replace(self._named(label, meaning.rest), period=meaning.period, role=meaning.role)
        return self._named(replace(label, unit=split_unit(bare)[1] or ""), written)

    # --- headers ---

    def _header(self, texts: tuple[str, ...]) -> Label:
        """What the header cells over a column say together, outer first."""
        units = [unit for text in texts if (unit := parse_unit(text))]
        texts = tuple(text for text in texts if not parse_unit(text))
        if len(texts) > 1 and squeeze(texts[-1]) in _THIS_YEAR:
            texts = texts[:-1]  # 本年 beside 上年 below 累计 says nothing that 累计 does not
        meaning = classify_path(texts)
        merged = Label()
        for text in dict.fromkeys(texts):
            merged = self._header_cell(text).inside(merged)
        role = meaning.role
        if merged.indicator and role in ("", "indicator_name", "investment", "land"):
            role = "indicator"
        return replace(
            merged, role=role, period=meaning.period, percent=meaning.percent,
            unit=units[-1] if units else meaning.unit or ("" if meaning.percent else merged.unit),
        )

    def _header_cell(self, text: str) -> Label:
        label = Label(text=squeeze(text))
        if is_total(text) or self.is_park(text):
            return replace(label, total=True)
        meaning = classify_header(text)
        match = self.names.indicator(text) if meaning.role not in ("land", "completion", "same_period") or meaning.rest else None
        if match and meaning.role not in ("firm", "area", "cluster", "project_name"):
            return replace(label, indicator=match.code, unit=match.unit or "")
        if not meaning.rest:
            return label
        match = self.names.indicator(meaning.rest)
        if match:
            return replace(label, indicator=match.code, unit=match.unit or "")
        if is_total(meaning.rest) or self.is_park(meaning.rest):
            return replace(label, total=True)
        written = squeeze(text) if not meaning.role else meaning.rest
        return self._named(label, written)


def _short(park: str) -> str:
    """A park's name with its kind in the short form (经济技术开发区: 经开区)."""
    return re.sub(r"经济(?:技术)?开发区", "经开区", re.sub(r"高新(?:技术)?(?:产业)?(?:开发)?区", "高新区", squeeze(park)))


def without_lead(text: str) -> str:
    """A label without blanks, numbering, 其中 and brackets around all of it, its own spelling kept (other brackets stay full-width)."""
    written, bare = squeeze(text), compact(text).replace(" ", "")
    rest = strip_numbering(compact(text)).replace(" ", "")
    kept = written[len(written) - len(rest):] if len(written) == len(bare) and bare.endswith(rest) else rest
    return kept[1:-1] if _WRAPPED.fullmatch(kept) else kept


def is_some(name: str) -> bool:
    """True for some firms of a list that are no zone, cluster or firm (前十名, 其他企业, 规上企业)."""
    return bool(_SOME.search(squeeze(name))) and not _FIRM.search(name)


def kind_of_name(name: str) -> str:
    """area, cluster or firm by the way a name ends, "" where it does not tell."""
    name = simplified(name)
    if _FIRM.search(name):
        return "firm"
    if is_area_like(name) or is_park_like(name):
        return "area"
    return "cluster" if _CLUSTER.search(name) else ""
