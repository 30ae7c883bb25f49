"""Columns whose headers say little of the indicator: group heads that name a kind of indicators, measures beside a single indicator."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from .columns import GROWTH, SAME, SKIP, UNKNOWN, VALUE, Column
from .headers import MEASURES, classify_header
from .labels import kind_of_name
from .names import is_of_which
from .periods import find_periods
from .text import squeeze
from .units import split_unit

ON_YEAR = re.compile(r"(?:比|较|与)((?:19|20)\d\d)年")
_CATEGORY = re.compile(r"(?:类别?|指标|方面|领域|情况|部分|工作)$")  # how kinds of indicators are called


def without_categories(columns: dict[int, Column]) -> dict[int, Column]:
    """The columns without the headings of open kind over groups of indicators (产值类 over 工业总产值, 主营业务收入): a kind of
    indicators where no indicator stands under two of them, and they end so or there are several."""
    groups: dict[str, set[str]] = defaultdict(set)
    headed = {}
    for c, column in columns.items():
        name = column.label.name
        if name and column.label.indicator and any(_plain(text) == name for text in column.texts[:-1]):
            headed[c] = name
            groups[name].add(column.label.indicator)
    shared = sum(len(codes) for codes in groups.values()) > len(set().union(*groups.values()))
    kinds = {text for c in columns.values() if c.label.indicator for text in c.texts[:-1] if classify_header(text).role == "indicator_name"}
    named = {name for name in groups if _CATEGORY.search(name) or len(groups) + len(kinds) > 1 and not kind_of_name(name)}
    return {
        c: replace(column, label=replace(column.label, name="")) if headed.get(c) in named and not shared else column
        for c, column in columns.items()
    }


def _plain(text: str) -> str:
    """A header's text without blanks and its unit."""
    return squeeze(split_unit(squeeze(text))[0])


def on_the_year_before(columns: dict[int, Column], words: str) -> dict[int, Column]:
    """The columns with each growth on another year than the last (比2019年增长) left out: it is no growth on a year earlier.
    words: of the titles, whose year counts where no header of figures names one."""
    years = {c.label.period.end_year for c in columns.values() if c.what == VALUE and c.label.period and c.label.period.year_known}
    if not years:
        years = {period.end_year for period in find_periods(words)[:1] if period.year_known}
    out = dict(columns)
    for c, column in columns.items():
        base = ON_YEAR.search(column.texts[-1]) if column.what == GROWTH and column.texts else None
        if base and int(base[1]) + 1 not in years:
            out[c] = replace(column, what=SKIP, label=replace(column.label, role="difference"))
    return out


def as_parts(columns: dict[int, Column]) -> dict[int, Column]:
    """Columns 其中：工业投资 with the measure and time of the figures on their left that they are part of."""
    out, whole = {}, None
    for c in sorted(columns):
        column = columns[c]
        if column.what == VALUE and column.texts and is_of_which(column.texts[-1]):
            label = replace(column.label, of_which=True)
            if whole is not None and label.period is None and label.role in ("", "indicator"):
                label = replace(label, period=whole.period, role=whole.role if whole.role in MEASURES else label.role)
            column = replace(column, label=label)
        elif column.what == VALUE:
            whole = column.label
        out[c] = column
    return out


def of_one_indicator(columns: dict[int, Column]) -> dict[int, Column]:
    """Columns of measures beside those of the table's one indicator (年度任务 before 税收收入: 1-4月) are of it, unless one stands
    before them that is not understood."""
    codes = {c.label.indicator for c in columns.values() if c.what in (VALUE, SAME, GROWTH) and c.label.indicator and not c.label.of_which}
    if len(codes) != 1:
        return columns
    code, out = codes.pop(), dict(columns)
    for c in sorted(columns):
        column = columns[c]
        if column.what == UNKNOWN:
            break
        if column.what in (VALUE, SAME) and not column.label.indicator and column.label.role in MEASURES:
            out[c] = replace(column, label=replace(column.label, indicator=code))
    return out
