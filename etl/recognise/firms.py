"""Firms as a table of firms describes them: where they belong, their land, whether they are above scale."""

from __future__ import annotations

from decimal import Decimal

from park.catalogue import UnitMismatch, convert
from park.store.records import FirmRecord

from .axes import Axes
from .columns import ATTRIBUTE, Column
from .labels import Lexicon
from .numbers import parse_number
from .rows import Row
from .tables import Table
from .text import clean

_YES = frozenset({"是", "规上", "规模以上", "√", "1", "1.0", "y", "yes", "规模以上企业", "规上企业", "已入规"})
_NO = frozenset({"否", "规下", "规模以下", "×", "x", "0", "0.0", "n", "no", "非规上", "未入规"})


def read_firms(table: Table, axes: Axes, rows: list[Row], lexicon: Lexicon, file: str) -> list[FirmRecord]:
    """One record per row that is a firm's; nothing for totals. Land in 亩."""
    columns = {c.axis: c for c in axes.of(ATTRIBUTE)}
    at = next((c.col for c in axes.columns.values() if c.axis == "firm"), table.left)
    found = []
    for row in rows:
        label = row.label
        if not label.firm or label.total or row.problem:
            continue
        found.append(FirmRecord(
            firm=label.firm, area=label.area, cluster=label.cluster, land=_land(table, row, columns.get("land"), lexicon),
            above_scale=_above(table, row, columns.get("above_scale")), file=file, sheet=table.view.sheet.name,
            cell=table.view.cell(row.row, at), table=table.number,
        ))
    return found


def _land(table: Table, row: Row, column: Column | None, lexicon: Lexicon) -> Decimal | None:
    if column is None:
        return None
    number = parse_number(table.view.rows[row.row][column.col], table.view.format(row.row, column.col))
    if number is None or number.value is None:
        return None
    units = lexicon.catalogue.units
    try:
        return convert(number.value, units[number.unit or column.label.unit or "亩"], units["亩"])
    except (UnitMismatch, KeyError):
        return None


def _above(table: Table, row: Row, column: Column | None) -> bool | None:
    if column is None:
        return None
    value = table.view.rows[row.row][column.col]
    text = clean(str(value)).lower() if value is not None else ""
    return True if text in _YES else False if text in _NO else None
