"""The labelled axes of a table: what each column is, and which of them label the rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from .context import is_area_like
from .headers import classify_path
from .labels import LABEL_ROLES, LEDGER_ROLES, VALUE_ROLES, Label, Lexicon, kind_of_name
from .periods import MONTH, QUARTER, YEAR, YTD, Period
from .tables import Table
from .text import squeeze
from .units import parse_unit

SAMPLE_ROWS = 400
MEASURED = frozenset({"target", "forecast", "same_period", "growth", "target_growth", "completion", "pace", "rank", "share", "mom", "difference"})
ATTRIBUTES = frozenset({"land", "above_scale", "leading"})
# What a column is once its place is known: a label of rows, figures, growth of another column, or nothing to be read.
LABELS, VALUE, SAME, GROWTH, COMPLETION, PACE, ATTRIBUTE, SKIP, UNKNOWN, SECOND, EMPTY = (
    "labels", "value", "same_period", "growth", "completion", "pace", "attribute", "skip", "unknown", "second", "empty")


@dataclass(frozen=True)
class Column:
    """A column: what it is, what it labels (for LABELS: indicator, area, cluster, firm, period, year, month, unit, measure,
    name), its header's meaning and, for growth, same period and completion, the column whose figures it speaks of."""

    col: int
    what: str
    label: Label
    axis: str = ""
    texts: tuple[str, ...] = ()
    base: int | None = None


@dataclass(frozen=True)
class Axes:
    """columns by number; indicators: rows, columns or context, where the table's indicators stand."""

    columns: dict[int, Column]
    indicators: str
    quarters: bool

    def of(self, what: str) -> list[Column]:
        """The columns that are so, from left to right."""
        return [c for c in self.columns.values() if c.what == what]


def read_axes(table: Table, lexicon: Lexicon, words: str) -> Axes:
    """words: what caption and title say, for names whose kind only they tell (分片区, 产业集群)."""
    profiles = {c: _profile(table, c, lexicon) for c in range(table.left, table.right + 1)}
    columns = {c: _column(table, c, lexicon, profiles[c]) for c in profiles}
    columns = _name_labels(columns, profiles)
    where = _indicator_axis(columns, profiles)
    columns = {c: _placed(column, columns, where, words) for c, column in columns.items()}
    columns = _with_bases(_summed_months(_first_targets(columns), profiles))
    quarters = sum(1 for c in columns.values() if c.label.period and c.label.period.basis == QUARTER and c.label.period.start_month != 1)
    return Axes(columns, where, bool(quarters))


# --- columns one by one ----------------------------------------------------------------------------------------------

def header_path(table: Table, col: int) -> tuple[str, ...]:
    """The header texts over a column, outer first; a group's text reaches over the empty header cells to its right."""
    texts = []
    for i, row in enumerate(table.header):
        value = table.view.rows[row][col]
        if value is None and i < len(table.header) - 1:
            value = _group_text(table, i, col)
        if value is not None:
            text = value if isinstance(value, str) else _year_text(value)
            if text and (not texts or texts[-1] != text):
                texts.append(text)
    return tuple(texts)


def _group_text(table: Table, level: int, col: int) -> object:
    """The nearest text to the left in an upper header row, if no column between starts a header of its own on that row."""
    row, below = table.header[level], table.header[level + 1:]
    if all(table.view.rows[r][col] is None for r in below):
        return None
    for c in range(col - 1, table.left - 1, -1):
        value = table.view.rows[row][c]
        if value is not None:
            alone = any(table.view.rows[r][c] is not None and (r, c) not in table.view.covered for r in below)
            return value if alone and (row, c) not in table.view.spans else None
    return None


def _year_text(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{int(value)}年" if value == int(value) and 1980 <= value <= 2060 else f"{value:g}"
    return f"{value.year}年{value.month}月" if hasattr(value, "month") else ""


def _profile(table: Table, col: int, lexicon: Lexicon) -> Counter:
    """How many body cells are numbers, texts, units and labels of each kind, over the first rows."""
    seen: Counter = Counter()
    for r in table.body[:SAMPLE_ROWS]:
        value = table.view.rows[r][col]
        if value is None:
            continue
        kind = lexicon.kind(value)
        seen[kind] += 1
        if isinstance(value, str) and kind not in "nm":
            if parse_unit(value):
                seen["unit"] += 1
            label = lexicon.row(value)
            for name in ("indicator", "area", "cluster", "firm", "name", "total"):
                seen[name] += bool(getattr(label, name))
            seen["role"] += label.role in MEASURED or (label.role in VALUE_ROLES and label.role != "indicator")
    return seen


def _column(table: Table, col: int, lexicon: Lexicon, seen: Counter) -> Column:
    texts = header_path(table, col)
    label = lexicon.header(texts) if texts else Label()
    figures, words = seen["n"] + seen["e"], sum(seen[k] for k in "rpwtd")
    if not table.header and figures:
        return Column(col, VALUE, label)
    if label.role in ATTRIBUTES:
        return Column(col, ATTRIBUTE, label, label.role, texts)
    if label.role in LABEL_ROLES:
        return Column(col, LABELS, label, _axis(label.role, seen), texts)
    if label.role in ("completion", "pace"):
        return Column(col, COMPLETION if label.role == "completion" else PACE, label, texts=texts)
    if label.percent and label.role in ("target", "actual") and re.search("完成|占", texts[-1]) and (label.role == "target" or not label.indicator):
        return Column(col, COMPLETION, label, texts=texts)  # 完成市目标%: a rate, whatever its words begin with
    if label.role in ("growth", "target_growth"):
        return Column(col, GROWTH, label, texts=texts)
    if label.role == "same_period":
        return Column(col, SAME, label, texts=texts)
    if not figures and not seen["y"] and words and label.role in ("", "indicator", "leading"):
        axis = _axis("", seen)
        return Column(col, LABELS if axis and not label.indicator else SKIP, label, axis, texts)
    if label.role in VALUE_ROLES or label.indicator or label.total or label.places or label.period:
        return Column(col, VALUE if label.role in VALUE_ROLES | {""} else SKIP, label, texts=texts)
    if label.role:
        return Column(col, SKIP, label, texts=texts)
    if not figures and not seen["y"]:
        return Column(col, EMPTY, label, texts=texts)
    return Column(col, UNKNOWN, label, texts=texts)


def _axis(role: str, seen: Counter) -> str:
    """What a label column labels: by its header where its cells agree, else by its cells."""
    by_role = {"indicator_name": "indicator", "year_month": "period"}.get(role, role)
    found = {kind: seen[kind] for kind in ("indicator", "area", "cluster", "firm", "unit", "role")}
    found["period"] = seen["p"] + seen["d"]
    best = max(found, key=lambda kind: found[kind])
    named = seen["w"] + seen["t"] + seen["r"] + seen["p"] + seen["d"] - seen["total"]
    if role == "unit":
        return "unit" if found["unit"] * 2 >= named or not named else (best if found[best] else "area")
    if role == "measure":
        return "measure" if found["role"] * 2 >= named else (best if found[best] * 2 >= named > 0 and best != "role" else "")
    if by_role in ("year", "month"):
        return by_role
    if by_role == "indicator" and not found["indicator"] and found[best] and found[best] * 2 >= named and best not in ("unit",):
        return "measure" if best == "role" else best
    if by_role in ("area", "cluster", "firm") and found["indicator"] * 2 > named:
        return "indicator"
    if by_role:
        return by_role
    if found[best] * 3 >= named and found[best]:
        return "measure" if best == "role" else best
    return "name" if seen["name"] + seen["firm"] else ""


def _name_labels(columns: dict[int, Column], profiles: dict[int, Counter]) -> dict[int, Column]:
    """Columns of open names label the rows only where nothing else does, and only the first of them; others are remarks."""
    known = [c for c, column in columns.items() if column.what == LABELS and column.axis not in ("name", "", "unit")]
    opened = [c for c, column in columns.items() if column.what == LABELS and column.axis in ("name", "")]
    keep = opened[0] if opened and not known and columns[opened[0]].axis == "name" else None
    return {
        c: replace(column, what=SKIP, axis="") if c in opened and c != keep else column for c, column in columns.items()
    }


def _indicator_axis(columns: dict[int, Column], profiles: dict[int, Counter]) -> str:
    rows = [c for c, column in columns.items() if column.what == LABELS and column.axis == "indicator" and profiles[c]["indicator"]]
    cols = [c for c, column in columns.items() if column.what in (VALUE, SAME, GROWTH) and column.label.indicator]
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
    kind = open_kind(label.name or label.firm, [c.label for c in columns.values()], words)
    bare = not label.role and not label.indicator
    outer = any(squeeze(text) == (label.name or label.firm) for text in column.texts[:-1])
    unread = replace(column, what=UNKNOWN if column.what == VALUE else SKIP)
    if where.startswith("rows") or where == "context" or label.indicator:
        if kind and (bare or outer or is_area_like(label.name) or _siblings(label, columns)):
            return replace(column, label=_as_place(label, kind))
        if not outer and (label.role in ("target", "forecast", "growth", "same_period", "completion") or label.indicator):
            return replace(column, label=replace(label, name="", firm=""))
    return unread


def _first_targets(columns: dict[int, Column]) -> dict[int, Column]:
    """Of two targets of the same figures (下达目标, 奋斗目标) the first counts."""
    seen: set[tuple] = set()
    out = dict(columns)
    for c, column in columns.items():
        label = column.label
        if column.what == VALUE and label.role == "target":
            period = label.period
            key = (label.indicator, label.area, label.cluster, label.firm, label.unit, period and (period.basis, period.start_year, period.end_year, period.end_month))
            if key in seen:
                out[c] = replace(column, what=SECOND)
            seen.add(key)
    return out


def _siblings(label: Label, columns: dict[int, Column]) -> bool:
    return any(c.label.area or c.label.cluster or c.label.total for c in columns.values() if c.what == VALUE)


def _as_place(label: Label, kind: str) -> Label:
    name = label.name or label.firm
    return replace(label, name="", firm=name if kind == "firm" else "", **({kind: name} if kind in ("area", "cluster") else {}))


def open_kind(name: str, beside: list[Label], words: str) -> str:
    """area, cluster or firm for a name that no catalogue knows: by its ending, by known names beside it, by the title's words."""
    by_ending = kind_of_name(name)
    if by_ending in ("firm", "area"):
        return by_ending
    if any(label.cluster for label in beside):
        return "cluster"
    if any(label.area for label in beside):
        return "area"
    for kind, tells in (("cluster", ("产业", "行业", "集群")), ("area", ("片区", "分区", "区域", "园区分"))):
        if any(tell in words for tell in tells):
            return kind
    return by_ending


def _summed_months(columns: dict[int, Column], profiles: dict[int, Counter]) -> dict[int, Column]:
    """A column 合计 or 累计 behind the months is the year to the last month that has figures (all twelve: the year)."""
    months = [c for c in columns.values() if c.what == VALUE and _one_month(c.label) and profiles[c.col]["n"] + profiles[c.col]["y"]]
    if len(months) < 2:
        return columns
    last = max(c.label.period.end_month for c in months)
    out = dict(columns)
    for c, column in columns.items():
        label = column.label
        sums = label.total and label.period is None or (label.period and label.period.basis in (YTD, YEAR) and not label.period.month_known)
        if column.what == VALUE and sums and _group(column) == _group(months[0]) and not label.places and label.role in ("", "actual", "actual_ytd"):
            basis = YEAR if last == 12 else YTD
            year = months[0].label.period.end_year
            out[c] = replace(column, label=replace(label, period=Period(year, 1, year, last, basis, text=f"1-{last}月累计")))
    return out


def _one_month(label: Label) -> bool:
    period = label.period
    return bool(period and period.month_known and (period.basis == MONTH or (period.basis == YTD and period.end_month == 2)))


# --- columns that speak of others ------------------------------------------------------------------------------------

def _with_bases(columns: dict[int, Column]) -> dict[int, Column]:
    out = dict(columns)
    for c, column in columns.items():
        if column.what in (SAME, GROWTH, COMPLETION, PACE):
            base = _base(column, out)
            out[c] = replace(column, base=base)
    return out


def _base(column: Column, columns: dict[int, Column]) -> int | None:
    """The value column that a growth or same-period column belongs to: the nearest on its left that fits, else on its right."""
    values = [v for v in columns.values() if v.what == VALUE and _fits(column.label, v.label)]
    if column.what == GROWTH and _grows_the_next_target(column, values):
        return column.col - 1
    wanted = column.label.role == "target_growth"
    actual = [v for v in values if (v.label.role == "target") == wanted and v.label.role != "forecast"]
    for choice in (actual, [v for v in values if v.label.role == "target"] if column.what == GROWTH else []):
        same = [v for v in choice if _same_basis(column.label, v.label)]
        for some in (same, choice if column.label.period is None or not _has_months(column.label) else []):
            group = [v for v in some if _group(v) == _group(column)] or some
            left = [v.col for v in group if v.col < column.col]
            if left:
                return _of_this_year(max(left), left, column, columns)
            if group:
                return min(v.col for v in group)
    return None


def _of_this_year(nearest: int, left: list[int], column: Column, columns: dict[int, Column]) -> int:
    """The column of the later year where the nearest one is its comparison: 1-9月, 2012年1-9月, 同比."""
    period = columns[nearest].label.period
    if column.what == SAME or period is None or not period.year_known:
        return nearest
    for col in sorted(left, reverse=True):
        other = columns[col].label.period
        later = other and (not other.year_known or other.end_year > period.end_year)
        spoken_for = any(columns[c].what == column.what for c in range(col + 1, nearest) if c in columns)
        if later and not spoken_for and (other.basis, other.start_month, other.end_month) == (period.basis, period.start_month, period.end_month):
            return col
        if later and not spoken_for and other.basis == period.basis == YTD and not other.month_known:
            return col
    return nearest


def _grows_the_next_target(column: Column, values: list[Column]) -> bool:
    """True where a growth stands right behind the target of another year than the figures before it (2024年目标, 增长%)."""
    beside = next((v for v in values if v.col == column.col - 1 and v.label.role == "target"), None)
    if beside is None or not (beside.label.period and beside.label.period.year_known):
        return False
    years = {v.label.period.end_year for v in values if v.label.role != "target" and v.label.period and v.label.period.year_known}
    return bool(years) and beside.label.period.end_year not in years


def _group(column: Column) -> tuple[str, ...]:
    return column.texts[:-1]


def _fits(label: Label, base: Label) -> bool:
    """True unless the column names an indicator or part that is not the base's."""
    for name in ("indicator", "area", "cluster", "firm"):
        mine, theirs = getattr(label, name), getattr(base, name)
        if mine and theirs and mine != theirs or (mine and not theirs and name == "indicator" and base.places):
            return False
    return not (label.area and base.total) and not (label.total and base.places)


def _has_months(label: Label) -> bool:
    return bool(label.period and label.period.month_known and label.period.basis != "year")


def _same_basis(label: Label, base: Label) -> bool:
    """True where 累计同比 meets a cumulative column and 当月同比 a month's; a bare 同比 goes with any."""
    mine, theirs = label.period, base.period
    if mine is None or mine.basis == "year":
        return True
    if theirs is None:
        return False
    if mine.month_known and theirs.month_known:
        return (mine.start_month, mine.end_month) == (theirs.start_month, theirs.end_month)
    return (mine.basis == YTD) == (theirs.basis == YTD)


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
