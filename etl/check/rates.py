"""Completion rates and growth that do not follow from the figures beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from park.locale import _

from .figures import Checked, amount, listed

FEW = 3  # from so many on, a column most of which does not follow is on another basis rather than wrong in each cell


def find(work: Checked) -> None:
    """completion_mismatch and yoy_mismatch: warnings at the rate's cell; one note for a column that follows another basis."""
    _completions(work)
    _growths(work)


def _completions(work: Checked) -> None:
    by_column: dict[object, list[tuple]] = defaultdict(list)
    for row in work.rows("completion"):
        by_column[row[3], _letters(row[0])].append(row)
    for rows in by_column.values():
        off = [row for row in rows if not row[-1]]
        if _most(off, rows):
            work.add(
                "completion_basis", "note", off[0][1],
                _("Most completion rates of this column do not follow from target and actual beside them."),
                _("Check which target they are measured against."), cell=listed(row[0] for row in off[:20]))
            continue
        for cell, actual, target, _table, value, rate, _follows in off:
            work.add(
                "completion_mismatch", "warning", actual,
                _("{stated} % is stated; {actual} of {target} is {rate} %.").format(
                    stated=amount(value), actual=work.raw(actual), target=work.raw(target), rate=f"{rate:.1f}"),
                _("Correct the rate or the figures."), cell=cell)


def _growths(work: Checked) -> None:
    points = float(work.catalogue.thresholds.growth_points)
    by_column: dict[object, list[tuple]] = defaultdict(list)
    for row in work.rows("growth", points=points):
        by_column[row[2], row[3]].append(row)
    for rows in by_column.values():
        off = [row for row in rows if not row[-1]]
        if _most(off, rows):
            work.add(
                "growth_basis", "note", off[0][0],
                _("Most growth rates of this column do not follow from the figures: perhaps at comparable prices."),
                _("They are kept as reported."), cell=listed(work.growth_cell(row[0]) for row in off[:20]))
            continue
        for figure, base, _table, _column, yoy, computed, _follows in off:
            work.add(
                "yoy_mismatch", "warning", figure,
                _("A growth of {stated} % is stated; {value} after {base} is {computed} %.").format(
                    stated=amount(yoy), value=work.raw(figure), base=work.raw(base), computed=f"{computed:.1f}"),
                _("Correct the growth or the figures; it is kept as reported."), cell=work.growth_cell(figure))


def _most(off: Iterable, rows: Iterable) -> bool:
    off, rows = list(off), list(rows)
    return len(rows) >= FEW and 2 * len(off) > len(rows)


def _letters(cell: str) -> str:
    return cell.rstrip("0123456789")
