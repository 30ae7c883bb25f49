"""Numbers as cells hold them: real numbers, numbers as text, with unit, comparator, range, growth or Chinese numerals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from etl.read.grid import CellError
from park.catalogue import load_catalogue

from .number_text import ABOUT, AT_LEAST, AT_MOST, PLAIN, RANGE, Number, canonical_raw, digits_of, parse_text
from .text import clean

__all__ = [
    "ABOUT", "AT_LEAST", "AT_MOST", "PLAIN", "RANGE", "Number", "canonical_raw", "format_says", "is_error", "loss_word", "missing",
    "parse_number",
]

_MISSING_WORDS = frozenset({
    "", "/", "\\", "//", ".", "..", "...", "……", "…", "*", "**", "无", "暂无", "无数据", "新增", "新投产", "新建", "新企业", "空", "空白", "不详",
    "暂未公布", "未公布", "未统计", "未上报", "未报", "未填", "未填报", "暂缺", "缺", "n/a", "na", "n.a.", "n.a", "null", "none", "nan", "nil", "不适用", "未发生",
})
_OWED_WORDS = frozenset({"未统计", "未上报", "未报", "未填", "未填报", "暂缺", "缺", "不详"})
_ERROR_TEXTS = frozenset(error.value for error in CellError)
_LOSS_WORDS = frozenset({"增亏", "减亏", "扭亏", "扭亏为盈", "亏损", "由盈转亏", "盈转亏", "亏转盈", "持续亏损"})


def missing(cell: object) -> bool:
    """True for an empty cell and for signs and words that say "no figure" (—, /, …, 无, 新增). 0 is a figure."""
    return cell is None or (type(cell) is str and _missing_text(cell))


@lru_cache(maxsize=65536)
def _missing_text(text: str) -> bool:
    bare = clean(text).lower().replace(" ", "")
    return bare in _MISSING_WORDS or not bare.strip("-_…·.") or (bare[0] == "(" and bare[-1] == ")" and not bare[1:-1])


def owed(cell: object) -> bool:
    """True for words that say a figure is still to come (未统计, 未报), which are to be doubted where it is due."""
    return type(cell) is str and clean(cell).replace(" ", "") in _OWED_WORDS


def is_error(cell: object) -> bool:
    """True for an error value, also as the text that an export leaves of it (#REF!, #DIV/0!)."""
    return isinstance(cell, CellError) or (type(cell) is str and cell.strip().upper() in _ERROR_TEXTS)


def loss_word(cell: object) -> bool:
    """True for words that stand in a growth cell in place of a rate (扭亏, 增亏): no figure, but no mistake either."""
    return type(cell) is str and clean(cell).replace(" ", "") in _LOSS_WORDS


def parse_number(cell: object, number_format: str = "") -> Number | None:
    """The number a cell holds, None where it holds none (a word, a date, an error, an empty cell)."""
    kind = type(cell)
    if kind is float or kind is int:
        if number_format and number_format != "General":
            return _formatted(cell, number_format)
        digits = digits_of(cell)
        return Number(Decimal(digits), raw=digits) if digits[-1] not in "fn" else None
    if kind is str:
        return parse_text(cell)
    return None


def _formatted(cell: float | int, number_format: str) -> Number | None:
    digits = digits_of(cell)
    if digits[-1] in "fn":  # inf, nan
        return None
    percent, unit = format_says(number_format)
    value = Decimal(digits)
    return Number(value * 100 if percent else value, unit="%" if percent else unit, percent=percent, raw=digits)


@lru_cache(maxsize=4096)
def format_says(number_format: str) -> tuple[bool, str]:
    """(shown as percent, unit printed by the format) of a number format such as 0.0%, 0"户" or #,##0.00"亿元".

    A format that scales (0.0,"万") prints a unit that the stored number is not in: no unit then.
    """
    positive = number_format.split(";")[0]
    literals = re.findall(r'"([^"]*)"', positive) + re.findall(r"\\(.)", positive)
    rest = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|!.', "", positive)
    scaled = re.search(r"[0#?],(?![0#?])", rest) or "!." in positive
    unit = clean("".join(literals))
    known = unit in load_catalogue().unit_names
    return "%" in rest, unit if known and not scaled else ""
