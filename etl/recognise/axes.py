"""The labelled axes of a table: what each column is, and which of them label the rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from .bases import first_targets, summed_months, with_bases
from .categories import as_parts, of_one_indicator, on_the_year_before, without_categories
from .columns import COMPLETION, GROWTH, LABELS, SAME, SKIP, UNKNOWN, VALUE, Column
from .context import is_area_like
from .headers import classify_path
from .kinds import open_kind
from .labels import LABEL_ROLES, LEDGER_ROLES, Label, Lexicon
from .periods import QUARTER, parse_period
from .profiles import column_of, header_path, profile_of
from .tables import Table
from .text import squeeze


@dataclass(frozen=True)
class Axes:
    """columns by number; indicators: rows, columns or context, where the table's indicators stand. quarters: the groups of columns
    in which 二季度 and the like stand, so that 一季度 is a quarter of its own; row_quarters: so in the rows."""

    columns: dict[int, Column]
    indicators: str
    quarters: frozenset[tuple[str, ...]] = frozenset()
    row_quarters: bool = False

    def of(self, what: str) -> list[Column]:
        """The columns that are so, from left to right."""
        return [c for c in self.columns.values() if c.what == what]

    def by_quarter(self, column: Column) -> bool:
        """True where the quarters beside a column are each one's own."""
        return self.row_quarters or _outside_time(column) in self.quarters


def read_axes(table: Table, lexicon: Lexicon, words: str) -> Axes:
    """words: what caption and title say, for names whose kind only they tell (分片区, 产业集群)."""
    profiles = {c: profile_of(table, c, lexicon) for c in range(table.left, table.right + 1)}
    columns = {c: column_of(table, c, lexicon, profiles[c]) for c in profiles}
    columns = on_the_year_before(_without_differences(_name_labels(columns, profiles)), words)
    columns = as_parts(columns)
    where = _indicator_axis(columns, profiles)
    columns = without_categories(columns)
    columns = {c: _placed(column, columns, where, words) for c, column in columns.items()}
    columns = of_one_indicator(columns) if where == "columns" else columns
    columns = with_bases(summed_months(first_targets(columns), profiles))
    own = (c for c in columns.values() if c.label.period and c.label.period.basis == QUARTER and c.label.period.start_month != 1)
    return Axes(columns, where, frozenset(map(_outside_time, own)))


def _outside_time(column: Column) -> tuple[str, ...]:
    """The group that a column stands in; of heads that are periods (一季度 over 目标 and 完成) their year alone."""
    periods = [(text, parse_period(text)) for text in column.texts[:-1]]
    return tuple(text if period is None else str(period.end_year) for text, period in periods if period is None or period.year_known)


def _without_differences(columns: dict[int, Column]) -> dict[int, Column]:
    """较上年同期增减 beside a rate in % is an amount, no growth."""
    cols = sorted(columns)
    for col, following in zip(cols, cols[1:], strict=False):
        one, other = columns[col], columns[following]
        both = one.what == other.what == GROWTH and one.texts and other.texts
        if both and other.label.percent and not one.label.percent and re.search("增减|增加|变动", one.texts[-1]):
            columns[col] = replace(one, what=SKIP, label=replace(one.label, role="difference"))
    return columns


def _name_labels(columns: dict[int, Column], profiles: dict[int, Counter]) -> dict[int, Column]:
    """Columns of open names label the rows only where nothing else does, and only the first of them; others are remarks."""
    columns = _zones_by_ending(columns, profiles)
    known = [c for c, column in columns.items() if column.what == LABELS and column.axis not in ("name", "", "unit")]
    opened = [c for c, column in columns.items() if column.what == LABELS and column.axis in ("name", "")]
    keep = opened[0] if opened and not known and columns[opened[0]].axis == "name" else None
    for c in opened:
        if known and 2 * profiles[c]["measured"] > profiles[c]["name"]:  # 销售额（万元）: names of indicators that nobody knows
            opened = [other for other in opened if other != c]
            columns = {**columns, c: replace(columns[c], axis="indicator")}
    return {
        c: replace(column, what=SKIP, axis="") if c in opened and c != keep else column for c, column in columns.items()
    }


def _zones_by_ending(columns: dict[int, Column], profiles: dict[int, Counter]) -> dict[int, Column]:
    """A column under an unknown header whose names end as zones do labels zones, where no other column does."""
    if any(column.what == LABELS and column.axis == "area" for column in columns.values()):
        return columns
    for c, column in columns.items():
        if column.what == LABELS and column.axis == "name" and 2 * profiles[c]["zone"] > profiles[c]["name"]:
            return {**columns, c: replace(column, axis="area")}
    return columns


def _indicator_axis(columns: dict[int, Column], profiles: dict[int, Counter]) -> str:
    rows = [c for c, column in columns.items() if column.what == LABELS and column.axis == "indicator" and profiles[c]["indicator"]]
    cols = [c for c, column in columns.items() if column.what in (VALUE, SAME, GROWTH) and column.label.indicator and not column.label.of_which]
    if rows:
        return "rows"
    if cols:
        return "columns"
    names = any(column.what == LABELS and column.axis == "indicator" for column in columns.values())
    return "rows?" if names else "context"


def _placed(column: Column, columns: dict[int, Column], where: str, words: str) -> Column:
    """A column of figures whose header holds a name of open kind: a part, an unknown indicator, or mere words."""
    label = column.label
    if column.what not in (VALUE, SAME, GROWTH, COMPLETION) or not (label.name or label.firm):
        return column
    kind = open_kind(label.name or label.firm, [c.label for c in columns.values()], words, _open_names(columns))
    bare = not label.role and not label.indicator
    outer = any(squeeze(text) == (label.name or label.firm) for text in column.texts[:-1])
    unread = replace(column, what=UNKNOWN if column.what == VALUE else SKIP)
    if where.startswith("rows") or where == "context" or label.indicator:
        if kind and (bare or outer or is_area_like(label.name) or _siblings(label, columns)):
            return replace(column, label=_as_place(label, kind))
        if not outer and (label.role in ("target", "forecast", "growth", "same_period", "completion") or label.indicator):
            return replace(column, label=replace(label, name="", firm=""))
    return unread


def _open_names(columns: dict[int, Column]) -> set[str]:
    return {c.label.name for c in columns.values() if c.label.name and c.what in (VALUE, SAME, GROWTH)}


def _siblings(label: Label, columns: dict[int, Column]) -> bool:
    return any(c.label.area or c.label.cluster or c.label.total for c in columns.values() if c.what == VALUE)


def _as_place(label: Label, kind: str) -> Label:
    name = label.name or label.firm
    return replace(label, name="", firm=name if kind == "firm" else "", **({kind: name} if kind in ("area", "cluster") else {}))


def is_ledger(table: Table) -> dict[str, int]:
    """role -> column of a project ledger; {} for a table that is none (no project's name, or no stage or date beside it)."""
    roles: dict[str, int] = {}
    for c in range(table.left, table.right + 1):
        path = header_path(table, c)
        role = classify_path(path).role if path else ""
        if role in LEDGER_ROLES | LABEL_ROLES | {"serial", "remark", "leading"}:
            roles.setdefault(role, c)
    named = "project_name" in roles or ("indicator_name" in roles and len(LEDGER_ROLES & set(roles)) >= 2)
    told = {"stage", "signed", "started", "completed", "in_production", "planned_start", "reason", "investment"} & set(roles)
    return roles if named and told else {}
