"""What telling tables apart works on: kinds of cells, and rectangles of a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .view import View

# Kinds of a cell, as the lexicon tells them (labels.py): n number, y year-like number, d date, m sign for missing, e error,
# r word of a header (累计, 单位, 指标名称), p period, w name or unit (工业总产值, 纺织, 万元), u unit line or 填报单位：…, x note, t text.
Kind = Callable[[object], str]
FIGURES = frozenset("nme")


@dataclass(frozen=True)
class Region:
    """A rectangle of a view, both ends included."""

    top: int
    bottom: int
    left: int
    right: int


def filled(view: View, r: int, left: int, right: int) -> int:
    """Filled cells of a row between two columns, merged repeats included."""
    if left == 0 and right == view.width - 1:
        return view.counts[r]
    part = view.rows[r][left:right + 1]
    return len(part) - part.count(None)


def rows_filled(view: View, region: Region, above: int = 0) -> Sequence[int]:
    """The rows of a region with more filled cells than so many."""
    rows, left, right = range(region.top, region.bottom + 1), region.left, region.right
    if left == 0 and right == view.width - 1:
        counts = view.counts[region.top:region.bottom + 1]
        return rows if min(counts) > above else [r for r, count in zip(rows, counts, strict=True) if count > above]
    return [r for r in rows if filled(view, r, left, right) > above]
