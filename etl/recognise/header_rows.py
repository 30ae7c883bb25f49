"""Which rows of a region are headers, and how many rows each header has."""

from __future__ import annotations

from .regions import Kind, Region, filled
from .view import View


def header_blocks(view: View, region: Region, kind: Kind) -> list[tuple[int, int]]:
    """(first, last) header rows of each table of a region."""
    blocks: list[tuple[int, int]] = []
    fresh, r = True, region.top
    last = view.columns[region.right]
    while r <= region.bottom:
        # The last cell of a record tells at once that most rows of a large table are none.
        if not fresh and type(last[r]) is float and not 1980 <= last[r] <= 2060:
            r += 1
            continue
        if _is_header(view, r, region, kind, fresh):
            top = bottom = r
            while bottom < region.bottom and _is_header(view, bottom + 1, region, kind, True) and not _new_table(view, region, top, bottom + 1):
                bottom += 1
            top, bottom = _upwards(view, region, top, blocks, kind), _downwards(view, region, bottom, kind)
            blocks.append((top, bottom))
            fresh, r = False, bottom + 1
            continue
        if not fresh and _is_caption(view, r, region, kind):
            fresh = True
        r += 1
    return blocks


def _is_caption(view: View, r: int, region: Region, kind: Kind) -> bool:
    if filled(view, r, region.left, region.right) > 2 and view.rows[r].count(None) == 0:
        return False
    anchors = view.anchors(r, region.left, region.right)
    return 0 < len(anchors) <= 2 and any(isinstance(v, str) and (kind(v) == "u" or v.strip().startswith(("表", "附表"))) for _, v in anchors)


def _new_table(view: View, region: Region, top: int, row: int) -> bool:
    """True where a second header row repeats the first: two tables, the first of them empty."""
    return _texts(view, region, top) == _texts(view, region, row) and not any((row, c) in view.covered for c in range(region.left, region.right + 1))


def _texts(view: View, region: Region, row: int) -> list[str]:
    return ["".join(str(v).split()) if v is not None else "" for v in view.rows[row][region.left:region.right + 1]]


def same_header(view: View, region: Region, header: list[int], top: int, bottom: int) -> bool:
    """True where the rows repeat a header word for word."""
    rows = range(top, bottom + 1)
    return len(rows) == len(header) and all(_texts(view, region, a) == _texts(view, region, b) for a, b in zip(header, rows, strict=True))


def _is_header(view: View, r: int, region: Region, kind: Kind, fresh: bool) -> bool:
    row = view.rows[r]
    kinds = []
    for v in row[region.left:region.right + 1]:
        if v is None:
            continue
        k = kind(v)
        if k in "nmexu":
            return False
        kinds.append(k)
    if len(kinds) < 2 or len(view.anchors(r, region.left, region.right)) < 2:
        return False
    words, periods, names = kinds.count("r"), kinds.count("p"), kinds.count("w")
    years = kinds.count("y") + kinds.count("d")
    if years and not (words or (fresh and _years_in_a_row(row[region.left:region.right + 1], kind))):
        return False
    if not fresh and not (words >= 2 or (words and kinds[0] == "r") or (periods >= 2 and periods >= len(kinds) - 1)):
        return False
    if not (words or periods or years):
        return names > 0 and _heads_figures(view, r, region, kind)
    return (words + periods + names + years) * 2 >= len(kinds)


def _years_in_a_row(cells: list[object], kind: Kind) -> bool:
    marks = [v for v in cells if v is not None and kind(v) in "yd"]
    if len(marks) < 2:
        return False
    if all(kind(v) == "d" for v in marks):
        return True
    steps = {float(b) - float(a) for a, b in zip(marks, marks[1:], strict=False) if kind(a) == kind(b) == "y"}
    return steps in ({1.0}, {-1.0})


def _heads_figures(view: View, r: int, region: Region, kind: Kind) -> bool:
    """True where a row of mere names stands over figures: its first cell is empty or no name, and numbers follow below."""
    first = view.rows[r][region.left]
    if first is not None and kind(first) == "w":
        return False
    for below in range(r + 1, min(r + 4, region.bottom) + 1):
        if filled(view, below, region.left, region.right):
            cells = zip(view.rows[r][region.left:region.right + 1], view.rows[below][region.left:region.right + 1], strict=True)
            return any(a is not None and kind(a) == "w" and b is not None and kind(b) == "n" for a, b in cells)
    return False


def _upwards(view: View, region: Region, top: int, blocks: list[tuple[int, int]], kind: Kind) -> int:
    """Rows above that head groups of columns: a range merged over several columns, or several texts right of the labels."""
    limit = blocks[-1][1] + 1 if blocks else region.top
    while top > limit:
        anchors = view.anchors(top - 1, region.left, region.right)
        if not anchors or any(kind(v) in "nmexu" for _, v in anchors):
            break
        if anchors[0][0] == region.left and not _reaches_down(view, region, top, kind):
            break
        merged = [view.spans.get((top - 1, c), (0, c))[1] > c for c, _ in anchors]
        if not (any(merged) or len(anchors) > 1):
            break
        top -= 1
    return top


def _reaches_down(view: View, region: Region, top: int, kind: Kind) -> bool:
    """True where the text above the row labels is merged into the row below it, or stands over an empty cell: a header word (指标),
    or any short text beside two others."""
    above, below = view.rows[top - 1][region.left], view.rows[top][region.left]
    if view.covered.get((top, region.left), (top,))[0] < top:
        return True
    alone = (top - 1, region.left) not in view.spans and len(view.anchors(top - 1, region.left, region.right)) > 2
    return below is None and (kind(above) == "r" or alone and len(str(above)) <= 8)


def _downwards(view: View, region: Region, bottom: int, kind: Kind) -> int:
    """Rows below whose labels are merged from above or empty while texts stand over the figures."""
    while bottom < region.bottom:
        row, below = view.rows[bottom + 1], range(region.left, region.right + 1)
        first = next((c for c in below if row[c] is not None), None)
        fresh = [c for c in below if row[c] is not None and (bottom + 1, c) not in view.covered]
        if first is None or not fresh or any(kind(row[c]) in "nmexu" for c in fresh):
            break
        if row[region.left] is not None and (bottom + 1, region.left) not in view.covered:
            break
        if len(fresh) < 2 and (bottom + 1, fresh[0]) not in view.spans and not any((bottom + 1, c) in view.covered for c in below):
            break
        bottom += 1
    return bottom
