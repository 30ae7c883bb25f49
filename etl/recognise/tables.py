"""Where the tables of a sheet are: regions, header rows, bodies, captions and notes. Meaning comes from the cells' kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from .header_rows import header_blocks, same_header
from .regions import FIGURES, Kind, Region, filled, rows_filled
from .view import View


@dataclass
class Table:
    """A table of a view. header, body: row numbers; captions: (row, col, text) above it, nearest last; notes below or inside."""

    view: View
    left: int
    right: int
    header: list[int]
    body: list[int]
    captions: list[tuple[int, int, str]] = field(default_factory=list)
    notes: list[tuple[int, int, str]] = field(default_factory=list)
    number: int = 0


@dataclass
class Layout:
    """The tables of a view in reading order; texts: (row, col, text) that stand outside of all; lost: rows of figures without a header."""

    tables: list[Table]
    texts: list[tuple[int, int, str]]
    lost: list[Region]
    view: View


def find_tables(view: View, kind: Kind) -> Layout:
    """The tables of a sheet: side by side, below each other, starting anywhere, with headers repeated in the middle."""
    layout = Layout([], [], [], view)
    if not view.rows or not view.width:
        return layout
    whole = Region(0, len(view.rows) - 1, 0, view.width - 1)
    for region in _regions(view, whole, kind):
        _read_region(view, region, kind, layout)
    layout.tables = [t for t in layout.tables if _has_figures(view, t, kind)]
    layout.tables.sort(key=lambda t: (t.header[0] if t.header else t.body[0], t.left))
    return layout


def _has_figures(view: View, table: Table, kind: Kind) -> bool:
    return any(kind(v) in "nyd" for r in table.body for v in view.rows[r][table.left:table.right + 1] if v is not None)


# --- regions ---------------------------------------------------------------------------------------------------------

def _regions(view: View, region: Region, kind: Kind) -> Iterator[Region]:
    """Regions parted by blank columns that have a table on either side, and by blank rows."""
    region = _trimmed(view, region)
    if region is None:
        return
    parts = _column_parts(view, region, kind)
    if len(parts) == 1:
        parts = list(_bands(view, region))
    if len(parts) == 1:
        yield region
        return
    for part in parts:
        yield from _regions(view, part, kind)


def _trimmed(view: View, region: Region) -> Region | None:
    left, right = region.left, region.right
    rows = rows_filled(view, region)
    if not rows:
        return None
    cols = [c for c in range(left, right + 1) if not all(view.rows[r][c] is None for r in rows)]
    return Region(rows[0], rows[-1], cols[0], cols[-1])


def _bands(view: View, region: Region) -> Iterator[Region]:
    if len(rows_filled(view, region)) == region.bottom - region.top + 1:
        yield region
        return
    start = None
    for r in range(region.top, region.bottom + 2):
        anything = r <= region.bottom and filled(view, r, region.left, region.right)
        if anything and start is None:
            start = r
        elif not anything and start is not None:
            yield Region(start, r - 1, region.left, region.right)
            start = None


def _column_parts(view: View, region: Region, kind: Kind) -> list[Region]:
    merged = view.merged_rows
    wide = [r for r in rows_filled(view, region, above=1) if r not in merged or _is_wide(view, r, region)]
    if not wide:
        return [region]
    blank = [c for c in range(region.left, region.right + 1) if all(view.rows[r][c] is None for r in wide)]
    parts, start = [], region.left
    for c in blank:
        if c < start or (c + 1) in blank:
            continue
        left, right = Region(region.top, region.bottom, start, c - 1), Region(region.top, region.bottom, c + 1, region.right)
        if c > start and c < region.right and _stands_alone(view, left, kind) and _stands_alone(view, right, kind):
            parts.append(left)
            start = c + 1
    return [*parts, Region(region.top, region.bottom, start, region.right)]


def _is_wide(view: View, r: int, region: Region) -> bool:
    anchors = view.anchors(r, region.left, region.right)
    if len(anchors) < 2:
        return False
    long = (region.right - region.left + 1) * 0.6
    return not any(
        (r, c) in view.spans and view.spans[(r, c)][1] - c + 1 > long and len(anchors) <= 2 for c, _ in anchors
    )


def _stands_alone(view: View, region: Region, kind: Kind) -> bool:
    """True for a part with figures whose first column labels them."""
    region = _trimmed(view, region)
    if region is None or region.left == region.right:
        return False
    labelled = plain = 0
    for r in range(region.top, min(region.bottom, region.top + 400) + 1):
        kinds = [kind(v) for v in view.rows[r][region.left + 1:region.right + 1] if v is not None]
        if "n" in kinds:
            first = view.rows[r][region.left]
            if first is None or kind(first) in FIGURES:
                plain += 1
            else:
                labelled += 1
    return labelled > plain


# --- header rows and bodies ------------------------------------------------------------------------------------------

def _read_region(view: View, region: Region, kind: Kind, layout: Layout) -> None:
    blocks = header_blocks(view, region, kind)
    second = _second_stub(view, region, blocks, kind)
    if second is not None:
        _read_region(view, Region(region.top, region.bottom, region.left, second - 1), kind, layout)
        _read_region(view, Region(region.top, region.bottom, second, region.right), kind, layout)
        return
    if not blocks:
        _read_headless(view, region, kind, layout)
        return
    _take_texts(view, range(region.top, blocks[0][0]), region, layout)
    table: Table | None = None
    for i, (top, bottom) in enumerate(blocks):
        end = blocks[i + 1][0] - 1 if i + 1 < len(blocks) else region.bottom
        captions = _captions(view, region, top, table.header[-1] + 1 if table else region.top, kind)
        if table is not None:
            cut = {row for row, _, _ in captions}
            table.body = [r for r in table.body if r not in cut]
        if table is not None and not captions and same_header(view, region, table.header, top, bottom):
            _add_body(view, table, range(bottom + 1, end + 1), kind)
            continue
        table = Table(view, region.left, region.right, list(range(top, bottom + 1)), [], captions)
        _add_body(view, table, range(bottom + 1, end + 1), kind)
        layout.tables.append(table)


def _take_texts(view: View, rows: range, region: Region, layout: Layout) -> None:
    for r in rows:
        layout.texts.extend(
            (r, c, v) for c, v in view.anchors(r, region.left, region.right) if isinstance(v, str)
        )


def _add_body(view: View, table: Table, rows: range, kind: Kind) -> None:
    body, first_cells, last_cells = table.body, view.columns[table.left], view.columns[table.right]
    for r in rows:
        if body and type(last_cells[r]) is float and first_cells[r] is not None:
            body.append(r)
            continue
        count = filled(view, r, table.left, table.right)
        if not count:
            continue
        if not table.body and _is_numbering(view.rows[r][table.left:table.right + 1]):
            continue
        first = view.rows[r][table.left]
        if first is None:
            first = next(v for v in view.rows[r][table.left:table.right + 1] if v is not None)
        if isinstance(first, str) and kind(first) in "xu":
            table.notes.extend((r, c, v) for c, v in view.anchors(r, table.left, table.right) if isinstance(v, str))
        else:
            table.body.append(r)


def _is_numbering(cells: list[object]) -> bool:
    """True for the row 甲 乙 1 2 3 with which forms number their columns."""
    filled = [v for v in cells if v is not None]
    numbers = [float(v) if not isinstance(v, str) else float(v) if v.strip().isdigit() else v.strip() for v in filled if not isinstance(v, date)]
    counted = [v for v in numbers if isinstance(v, float)]
    marks = [v for v in numbers if isinstance(v, str)]
    return len(counted) > 1 and counted == list(range(1, len(counted) + 1)) and all(v in "甲乙丙丁戊" for v in marks) and bool(marks)


def _captions(view: View, region: Region, header: int, first: int, kind: Kind) -> list[tuple[int, int, str]]:
    """The text rows directly above a header, nearest last; none of a former table's rows with figures or notes."""
    found: list[tuple[int, int, str]] = []
    for r in range(header - 1, max(first, region.top) - 1, -1):
        anchors = view.anchors(r, region.left, region.right)
        kinds = [kind(v) for _, v in anchors]
        if len(anchors) > 4 or any(k in "nme" for k in kinds) or (kinds and kinds[0] == "x"):
            break
        found = [(r, c, v) for c, v in anchors if isinstance(v, str)] + found
    return found


def _read_headless(view: View, region: Region, kind: Kind, layout: Layout) -> None:
    """A region without header words: the continuation of the table above it, a table under plain texts, or only texts."""
    figures = [r for r in range(region.top, region.bottom + 1) if _figure_count(view, r, region, kind)]
    above = [t for t in layout.tables if t.header and t.left <= region.left and region.right <= t.right and t.header[-1] < region.top]
    if figures and above:
        table = max(above, key=lambda t: t.header[-1])
        _add_body(view, table, range(region.top, region.bottom + 1), kind)
        return
    if not figures:
        _take_texts(view, range(region.top, region.bottom + 1), region, layout)
        return
    header = figures[0] - 1
    if _is_list(view, region, figures, kind):
        _take_texts(view, range(region.top, figures[0]), region, layout)
        layout.tables.append(Table(view, region.left, region.right, [], figures, _captions(view, region, figures[0], region.top, kind)))
        return
    if header < region.top or len(view.anchors(header, region.left, region.right)) < 2:
        _take_texts(view, range(region.top, region.bottom + 1), region, layout)
        layout.lost.append(region)
        return
    _take_texts(view, range(region.top, header), region, layout)
    table = Table(view, region.left, region.right, [header], [], _captions(view, region, header, region.top, kind))
    _add_body(view, table, range(header + 1, region.bottom + 1), kind)
    layout.tables.append(table)


def _is_list(view: View, region: Region, figures: list[int], kind: Kind) -> bool:
    """True for names with one figure each and no header: 工业总产值（亿元） 12.5."""
    if any(len(view.anchors(r, region.left, region.right)) != 2 for r in figures):
        return False
    firsts = [view.anchors(r, region.left, region.right)[0][1] for r in figures]
    return sum(kind(v) == "w" for v in firsts) * 2 >= len(firsts) and all(isinstance(v, str) for v in firsts)


def _figure_count(view: View, r: int, region: Region, kind: Kind) -> int:
    return sum(kind(v) == "n" for v in view.rows[r][region.left:region.right + 1] if v is not None)


def _second_stub(view: View, region: Region, blocks: list[tuple[int, int]], kind: Kind) -> int | None:
    """Where a header's first word stands again further right, over labels of its own: two panels without a gap."""
    if not blocks:
        return None
    top, bottom = blocks[0]
    row = view.rows[top]
    start = next((c for c in range(region.left, region.right + 1) if row[c] is not None), None)
    if start is None or kind(row[start]) != "r":
        return None
    for c in range(start + 2, region.right):
        again = isinstance(row[c], str) and isinstance(row[start], str) and row[c].split() == row[start].split()
        if again and (top, c) not in view.covered and _stands_alone(view, Region(bottom + 1, region.bottom, c, region.right), kind):
            return c
    return None
