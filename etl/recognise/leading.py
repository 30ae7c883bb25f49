"""Clusters that a file itself calls 主导产业."""

from __future__ import annotations

from .axes import Axes
from .columns import ATTRIBUTE, LABELS, VALUE
from .rows import Row
from .tables import Table
from .text import clean

_YES = frozenset({"是", "√", "y", "yes", "1", "1.0", "主导", "主导产业"})
_NO = frozenset({"否", "×", "x", "n", "no", "0", "0.0", "非主导", "非主导产业", "一般产业", "特色产业"})


def read_leading(table: Table, axes: Axes, rows: list[Row]) -> dict[str, bool]:
    """Cluster -> True or False where a column 主导产业 or a remark says so; silent where nothing is said."""
    column = next((c.col for c in axes.of(ATTRIBUTE) if c.axis == "leading"), None)
    remarks = [c.col for c in axes.columns.values() if c.what not in (LABELS, VALUE) and c.col != column]
    found: dict[str, bool] = {}
    for row in rows:
        cluster = row.label.cluster
        if not cluster or row.label.firm:
            continue
        cells = table.view.rows[row.row]
        said = clean(str(cells[column])).lower() if column is not None and cells[column] is not None else ""
        if said in _YES or said in _NO:
            found[cluster] = said in _YES
        elif any(isinstance(cells[c], str) and clean(cells[c]).startswith("主导产业") for c in remarks):
            found[cluster] = True
    return found
