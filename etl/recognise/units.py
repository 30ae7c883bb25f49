"""Units as tables write them: alone, in a 单位 line, in brackets or behind a slash of a name; and exact conversion."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from park.catalogue import Catalogue, Indicator, Unit, UnitMismatch, convert, load_catalogue

from .text import compact, simplified

# Bare multipliers: 万 beside an indicator in 人 is ten thousand people, beside one in 万元 it is 万元.
_MULTIPLIERS = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff])\([a-z0-9,.]+\)$")  # 亿元(100millionyuan)
_LABEL = re.compile(r"^(?:计量单位|计算单位|金额单位|货币单位|数据单位|单位|unit)[:\s]*", re.I)
_PARTS = re.compile(r"[、,;/和及\s|]+|或")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_BASE_OF = {"money": {"CNY": "元", "USD": "美元"}, "count": {"": "个"}}
COUNTS = frozenset({"户", "家", "个", "项", "人", "名"})


@lru_cache(maxsize=1)
def _lower_names() -> dict[str, str]:
    """Written form (compact, lower case) -> unit name."""
    return {compact(written).lower(): unit for written, unit in load_catalogue().unit_names.items()}


@lru_cache(maxsize=16384)
def parse_unit(text: str) -> str | None:
    """The catalogue's name of the unit that the text is (万元, （亿元）, 单位:亩, ㎡, 万  元), None where it is no unit."""
    bare = compact(simplified(text)).lower().replace(" ", "")
    bare = _LABEL.sub("", bare)
    while len(bare) > 2 and bare[0] == "(" and bare[-1] == ")":
        bare = bare[1:-1]
    bare = bare.strip(":;,。")
    if bare.startswith("人民币,"):
        bare = bare[4:]
    if bare.endswith((",人民币", "、人民币")):
        bare = bare[:-4]
    return _lower_names().get(bare) or _lower_names().get(_ENGLISH.sub("", bare))


@lru_cache(maxsize=16384)
def units_in(text: str) -> tuple[str, ...]:
    """The units a text names, in its order: of a line 单位：亩、万元、户、个, or of brackets in a header (绝对额(亿元), 增长（%）).

    A text that is a unit itself gives that one; words that are no units (百分点 is one) are passed over.
    """
    bare = compact(simplified(text)).lower()
    whole = parse_unit(text)
    if whole:
        return (whole,)
    if _LABEL.match(bare):
        line = _LABEL.sub("", bare)
        return _listed(line) or _listed(_BRACKETED.sub("", line))  # 万元(另有注明的除外)
    label = re.search(r"(?:计量|计算|金额)?单位:([^)]*)", bare)
    if label and (found := _listed(label[1])):
        return found
    found = [unit for inside in _BRACKETED.findall(bare) for unit in _listed(inside)]
    if not found and bare.endswith("%"):
        found = ["%"]
    return tuple(dict.fromkeys(found))


def _listed(text: str) -> tuple[str, ...]:
    whole = parse_unit(text)
    if whole:
        return (whole,)
    return tuple(dict.fromkeys(unit for part in _PARTS.split(text.strip("()")) if (unit := parse_unit(part))))


@lru_cache(maxsize=65536)
def split_unit(name: str) -> tuple[str, str | None]:
    """(name without its unit, unit) for 新开发土地（公顷）, 利润,万元 and 有效灌溉面积/公顷; (name, None) where it has none.

    Only brackets whose whole content is a unit are cut; the name keeps its own spelling otherwise.
    """
    for match in reversed(list(re.finditer(r"[(（\[【〔]\s*([^()（）\[\]【】〔〕]*?)\s*[)）\]】〕]", name))):
        unit = parse_unit(match[1])
        if unit and name[: match.start()].strip():
            return (name[: match.start()] + name[match.end():]).strip(), unit
    text = name.strip()
    for separator in (",", "，", "/", "／", ":", "：", "、", " ", "\u3000", "\n"):
        head, found, tail = text.partition(separator) if separator.strip() else text.rpartition(separator)
        if not separator.strip() and len(tail.strip()) < 2:
            continue  # 企  户 is a name with blanks, 产值 亿元 is not
        if found and head.strip() and (unit := parse_unit(tail)):
            return head.strip(), unit
    if text[-1:] in ("%", "％") and len(text) > 1 and text[-2] not in "(（0123456789":
        return text[:-1].rstrip(), "%"
    return name, None


def is_foreign(unit: str, indicator: Indicator, catalogue: Catalogue | None = None) -> bool:
    """True where both are money and the currencies differ (万美元 for an indicator kept in 万元)."""
    catalogue = catalogue or load_catalogue()
    written, own = _unit(unit, catalogue), catalogue.unit(indicator.unit)
    return bool(written and own and written.currency and own.currency and written.currency != own.currency)


def to_canonical(value: Decimal, written_unit: str, indicator: Indicator, catalogue: Catalogue | None = None) -> Decimal:
    """`value` in the indicator's own unit, exactly. An empty unit means the indicator's own.

    户, 家, 个, 人 and the other count words convert one to one; a bare 万 or 亿 multiplies. 按产品 and 按设备 keep what is
    written. Raises UnitMismatch for an unknown unit, another dimension or another currency.
    """
    catalogue = catalogue or load_catalogue()
    if not written_unit or written_unit == indicator.unit or not indicator.comparable:
        return value
    own = catalogue.unit(indicator.unit)
    bare = compact(simplified(written_unit))
    if bare in _MULTIPLIERS and not (own.dimension == "money" and own.currency == "CNY"):
        base = catalogue.unit(_BASE_OF.get(own.dimension, {}).get(own.currency, own.name))
        return convert(value * _MULTIPLIERS[bare], base, own)
    written = _unit(written_unit, catalogue)
    if written is None:
        raise UnitMismatch(f"{written_unit} -> {own.name}")
    return convert(value, written, own)


def _unit(written: str, catalogue: Catalogue) -> Unit | None:
    name = parse_unit(written)
    return catalogue.units[name] if name else None
