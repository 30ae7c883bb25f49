"""Tables whose measures stand in the rows (本月, 累计 down, indicators or months across) are turned before they are read."""

from __future__ import annotations

from dataclasses import replace

from .axes import Axes
from .columns import LABELS, VALUE
from .headers import GROWTHS
from .labels import Label, Lexicon
from .tables import Table
from .view import View


class TurnedView(View):
    """A table's part of a view with rows and columns exchanged; addresses stay those of the sheet."""

    def __init__(self, table: Table):
        view = table.view
        self.source = view
        self.old_rows = [*table.header, *table.body]
        self.old_cols = list(range(table.left, table.right + 1))
        rows = [[view.rows[r][c] for r in self.old_rows] for c in self.old_cols]
        row_at = {r: i for i, r in enumerate(self.old_rows)}
        covered = {
            (c - table.left, row_at[r]): (first[1] - table.left, row_at.get(first[0], 0))
            for (r, c), first in view.covered.items() if r in row_at and table.left <= c <= table.right
        }
        super().__init__(view.sheet, rows, list(range(len(rows))), list(range(len(self.old_rows))), covered, {})

    def cell(self, row: int, col: int) -> str:
        return self.source.cell(self.old_rows[col], self.old_cols[row])

    def format(self, row: int, col: int) -> str:
        return self.source.format(self.old_rows[col], self.old_cols[row])

    def place(self, row: int, col: int) -> tuple[int, int]:
        """Where a cell stands in the unturned view."""
        return self.old_rows[col], self.old_cols[row]


def measures_down(table: Table, axes: Axes, lexicon: Lexicon) -> bool:
    """True where the rows tell the measures (年度目标, 本月, 累计, 同比) and the columns do not."""
    if any(_measures(c.label) or _bare_time(c.label) for c in axes.columns.values() if c.what != LABELS) or not axes.of(VALUE):
        return False
    if any(c.axis == "measure" and c.col > table.left + 3 for c in axes.of(LABELS)):
        return False
    told = read = plain = 0
    figures = [c.col for c in axes.of(VALUE)]
    for r in table.body[:200]:
        texts = [table.view.rows[r][c.col] for c in axes.of(LABELS) if c.axis not in ("unit", "period")]
        labels = [lexicon.row(t) for t in texts if isinstance(t, str)]
        if labels:
            read += 1
            measured = any(_measures(label) or _bare_time(label) for label in labels)
            told += measured
            named = any(label.indicator or label.places or label.total for label in labels)
            plain += named and not measured and any(type(table.view.rows[r][c]) is float for c in figures)
    mixed = plain * 4 >= read  # names with figures of their own, each over its rates: 工业总产值, 同比, 税收, 同比
    return told >= 2 and told * 2 >= read and not mixed and len(table.body) <= 200


def _measures(label: Label) -> bool:
    return label.role in ("target", "forecast", "same_period", *GROWTHS, "completion", "pace", "mom", "difference", "share") or (
        label.role in ("actual", "actual_month", "actual_ytd") and not label.period)


def _bare_time(label: Label) -> bool:
    """本月 or 累计 as a row's label: a measure, no period."""
    return bool(label.period and not label.period.month_known and not label.period.year_known)


def turned(table: Table, axes: Axes) -> Table:
    """The table with its label columns as header rows."""
    labels = [c.col for c in axes.of(LABELS)]
    last = max(labels) - table.left
    header = list(range(last + 1))
    body = list(range(last + 1, table.right - table.left + 1))
    view = TurnedView(table)
    return replace(table, view=view, left=0, right=len(view.old_rows) - 1, header=header, body=body)
