"""Rows that sum others: the subtotal rows of a firms' table, and totals below rows of months."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from .axes import Axes
from .columns import SKIP, VALUE
from .labels import Label, kind_of_name
from .names import is_heading, total_of
from .numbers import missing
from .periods import MONTH, QUARTER, SPAN, YEAR, YTD, Period
from .tables import Table

if TYPE_CHECKING:
    from .rows import Row

_ORDINAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
CLOSE = 0.0005  # how far the parts may miss a group's sum, as a share of it


def group_rows(table: Table, axes: Axes, firm: int) -> set[int]:
    """The rows of a firms' table that are sums of the firms below them: numbered 一, 二 … over 1, 2 …, named unlike a firm and
    equal to what follows, or named unlike a firm under a header that says zones or clusters."""
    rows = [r for r in table.body if isinstance(table.view.rows[r][firm], str) and total_of(table.view.rows[r][firm]) is None]
    numbered = _numbered(table, axes, firm, rows)
    if numbered:
        return numbered
    kinds = {r: kind_of_name(table.view.rows[r][firm]) for r in rows}
    unlike = [r for r in rows if kinds[r] != "firm"]
    if axes.columns[firm].label.role in ("area", "cluster") and "firm" in kinds.values():  # 园区/企业: zones, each over its firms
        return {r for r in unlike if kinds[r] == "area" or 2 * len(unlike) >= len(rows)} or set(unlike)
    if not unlike or 2 * len(unlike) > len(rows):
        return set()
    figures = [c.col for c in axes.of(VALUE)]
    sums = set(unlike)
    starts = [i for i, r in enumerate(rows) if r in sums]
    ends = [*starts[1:], len(rows)]
    return {rows[i] for i, end in zip(starts, ends, strict=True) if _sums(table, figures, rows[i], rows[i + 1:end])}


def subtotal_axis(labels: list[Label], by_axis: dict[str, int], filled: set[int]) -> str:
    """area or cluster: what the 小计 rows of a firms' table are totals of, where no merged cell says it. by_axis: axis -> column;
    filled: the label columns whose empty cells repeat the cell above."""
    groups: dict[str, list[set]] = defaultdict(list)
    current: dict[str, set] = defaultdict(set)
    above: dict[str, str] = {}
    for label in labels:
        for axis in ("area", "cluster"):
            if label.total:
                groups[axis].append(current.pop(axis, set()))
                continue
            above[axis] = getattr(label, axis) or (above.get(axis, "") if by_axis.get(axis) in filled else "")
            if above[axis]:
                current[axis].add(above[axis])
    fitting = [a for a in ("area", "cluster") if a in by_axis and groups[a] and all(len(g) <= 1 for g in groups[a][:-1]) and any(groups[a])]
    return min(fitting, key=lambda a: by_axis[a]) if fitting else ""


def subtotal_parts(table: Table, axes: Axes, labelled: list[tuple[int, Label]]) -> dict[int, Label]:
    """Firm's row -> the zone or cluster whose named subtotal (纺织小计), standing above or below, sums the rows it stands among.
    labelled: (row, label) of the rows with figures. Only where every such subtotal adds up the same way."""
    figures = [c.col for c in axes.of(VALUE)]
    totals = [i for i, (_r, label) in enumerate(labelled) if label.total]
    named = [i for i in totals if labelled[i][1].area or labelled[i][1].cluster]
    for below in (False, True):
        found: dict[int, Label] = {}
        for i in named:
            ends = [j for j in totals if (j < i if below else j > i)]
            span = range(max(ends, default=-1) + 1, i) if below else range(i + 1, min(ends, default=len(labelled)))
            rows = [labelled[j][0] for j in span if labelled[j][1].firm]
            if not _sums(table, figures, labelled[i][0], rows):
                break
            part = Label(area=labelled[i][1].area, cluster=labelled[i][1].cluster)
            found |= dict.fromkeys(rows, part)
        else:
            return found
    return {}


def _numbered(table: Table, axes: Axes, firm: int, rows: list[int]) -> set[int]:
    """Rows whose serial number, or whose name, is counted in Chinese numerals while those below count 1, 2 …"""
    serial = next((c.col for c in axes.columns.values() if c.what == SKIP and c.label.role == "serial"), None)
    headed = {r for r in rows if is_heading(table.view.rows[r][firm])}
    if serial is not None:
        headed |= {r for r in rows if isinstance(table.view.rows[r][serial], str) and _ORDINAL.fullmatch(table.view.rows[r][serial].strip())}
    return headed if headed and len(headed) < len(rows) and rows[-1] not in headed else set()


def _sums(table: Table, figures: list[int], row: int, parts: list[int]) -> bool:
    """True where every column with figures in all these rows adds up to the row's; a single part must do so in two columns."""
    adding = 0
    for col in figures:
        total = table.view.rows[row][col]
        values = [table.view.rows[r][col] for r in parts]
        if isinstance(total, float) and total and parts and all(isinstance(v, float) for v in values):
            if abs(sum(values) - total) > CLOSE * abs(total):
                return False
            adding += 1
    return adding > 0 and adding + len(parts) > 2


def total_periods(rows: list[Row]) -> list[Row]:
    """The rows with the period of each 合计 below months or quarters: from the first to the last month listed, of a 小计 since the one before."""
    out, months, since = [], [], []
    for row in rows:
        period = row.label.period
        if period and period.month_known and not _sums_itself(row.label) and (
                period.basis in (MONTH, QUARTER) or (period.basis, period.start_month, period.end_month) == (YTD, 1, 2)):
            months.append((row.row, period))
            since.append((row.row, period))
        elif row.label.total or _open_total(row.label):
            summed = since if "小计" in row.label.text else [m for m in months if m[1].end_year == months[-1][1].end_year]
            if len(summed) > 1 and _open_total(row.label):
                row = replace(row, label=replace(row.label, period=_sum_of([p for _r, p in summed])), months=tuple(summed))
            since = []
        out.append(row)
    return out


def label_of_sum(row: Row, cells: list[object], made: dict) -> Label:
    """The label of a sum below months for one column, whose months may stop earlier than others'. cells: its cells of those
    months; made: labels made so far."""
    present = tuple(period for (_r, period), cell in zip(row.months, cells, strict=True) if cell is not None and not missing(cell))
    if not present or len(present) == len(row.months):
        return row.label
    return made.setdefault((id(row.label), present), replace(row.label, period=_sum_of(list(present))))


def _sums_itself(label: Label) -> bool:
    """True for 一季度小计 among months, false for a month beside 合计 of all zones."""
    period = label.period
    return label.total and not (period.basis in (MONTH, QUARTER) and period.text and period.text not in label.text)


def _open_total(label: Label) -> bool:
    period = label.period
    return "全年" not in label.text and (label.total and period is None or bool(period and period.basis == YTD and not period.month_known))


def _sum_of(months: list[Period]) -> Period:
    first, last = min(p.start_month for p in months), max(p.end_month for p in months)
    basis = YTD if first == 1 else QUARTER if last - first == 2 and last % 3 == 0 else SPAN
    if (first, last) == (1, 12):
        basis = YEAR
    year = months[-1].end_year
    return Period(year, first, year, last, basis, text=f"{first}-{last}月")
