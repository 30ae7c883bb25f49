"""Completion rates, paces and growth that do not follow from the figures beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from park.locale import _

from .figures import Checked, amount, listed

FEW = 3  # from so many on, a column most of which does not follow is on another basis rather than wrong in each cell


def find(work: Checked) -> None:
    """completion_mismatch, pace_mismatch, yoy_mismatch: warnings at the rate's cell; one note for a column on another basis."""
    _completions(work)
    _paces(work)
    _growths(work)


def _off(rows: list[tuple], column: Callable[[tuple], object]) -> Iterator[tuple[list[tuple], bool]]:
    """(the rows of a column that do not follow, whether they are most of it); the last field of a row says if it follows."""
    by_column: dict[object, list[tuple]] = defaultdict(list)
    for row in rows:
        by_column[column(row)].append(row)
    for group in by_column.values():
        off = [row for row in group if not row[-1]]
        if off:
            yield off, len(group) >= FEW and 2 * len(off) > len(group)


def _stated_column(row: tuple) -> object:
    return row[3], row[0].rstrip("0123456789")


def _completions(work: Checked) -> None:
    for off, most in _off(work.rows("completion"), _stated_column):
        if most:
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


def _paces(work: Checked) -> None:
    """A pace may be measured against a plan by month, which is then most of its column's way."""
    for off, most in _off(work.rows("pace"), _stated_column):
        if most:
            work.add(
                "pace_basis", "note", off[0][1],
                _("Most figures of this column do not follow from completion less months / 12: perhaps they are measured against a plan by month."),
                _("They are not read."), cell=listed(row[0] for row in off[:20]))
            continue
        for cell, actual, target, _table, value, pace, _follows in off:
            work.add(
                "pace_mismatch", "warning", actual,
                _("{stated} points against pace are stated; {actual} of {target} makes {pace}.").format(
                    stated=amount(value), actual=work.raw(actual), target=work.raw(target), pace=f"{pace:+.1f}"),
                _("Correct the pace or the figures."), cell=cell)


def _growths(work: Checked) -> None:
    points = float(work.catalogue.thresholds.growth_points)
    for off, most in _off(work.rows("growth", points=points), lambda row: (row[2], row[3])):
        if most:
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
