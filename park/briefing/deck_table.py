"""A table on a slide: figures to the right, one thin rule per row, a size at which it fits."""

from __future__ import annotations

import re

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

from park.charts.numbers import MISSING

from .deck_style import Box, Style
from .deck_text import fill, lines_of
from .model import Figure, Table

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "no style, no grid"
MARGIN = Inches(0.06)
SIZES = (16, 15, 14, 13, 12, 11, 10, 9, 8)
LEADING = 1.4  # of a line in a table, of its size
BREAKS = re.compile(r"\s+|(?=（)")
LAST, WIDEST = 0.22, 0.34  # what the last column must at least have of the width, and any other may at most


def add_table(shapes, box: Box, table: Table, style: Style):
    """Draws the table, as large as fits into the box. None reads —."""
    texts = [[_broken(one) for one in table.header], *([cell.text if isinstance(cell, Figure) else cell or MISSING for cell in row] for row in table.rows)]
    widths, size = next((fit for fit in (_fit(texts, box, s) for s in SIZES) if fit), (_widths(texts, box.width, SIZES[-1]), SIZES[-1]))
    frame = shapes.add_table(len(texts), len(table.header), *(Emu(int(v)) for v in (box.left, box.top, box.width, sum(_height(row, widths, size) for row in texts))))
    made = frame.table
    made._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    made.horz_banding = False
    for column, width in enumerate(widths):
        made.columns[column].width = Emu(width)
    for number, row in enumerate(texts):
        made.rows[number].height = Emu(_height(row, widths, size))
        for column, text in enumerate(row):
            _cell(made.cell(number, column), text, style, size, header=number == 0, right=_is_number(table, column))
    return frame


def _broken(heading: str) -> str:
    """A heading with what stands in brackets on a line of its own."""
    return heading.replace("（", "\n（").lstrip("\n")


def _is_number(table: Table, column: int) -> bool:
    return any(isinstance(row[column], Figure) for row in table.rows)


def _fit(texts: list[list[str]], box: Box, size: float) -> tuple[list[int], float] | None:
    """Widths at a size, None where the last column gets too little or the rows stand too high."""
    widths = _widths(texts, box.width, size)
    high = sum(_height(row, widths, size) for row in texts)
    return (widths, size) if widths[-1] >= box.width * LAST and high <= box.height else None


def _widths(texts: list[list[str]], width: int, size: float) -> list[int]:
    """Each column as wide as its longest text (a heading may wrap between words or before a bracket), the last one takes the rest."""
    needed = [max([_columns(row[c]) for row in texts[1:]] + [max(_columns(word) for word in BREAKS.split(texts[0][c]))]) for c in range(len(texts[0]) - 1)]
    made = [min(int(n * size * 0.68 * 12700 + 3 * MARGIN), int(width * WIDEST)) for n in needed]
    return [*made, max(width - sum(made), 1)]


def _columns(text: str) -> int:
    return max(sum(2 if ord(ch) >= 0x2E80 else 1 for ch in line) for line in text.split("\n"))


def _height(row: list[str], widths: list[int], size: float) -> int:
    lines = max(lines_of(text, width - 2 * MARGIN, size, bold=True) for text, width in zip(row, widths, strict=True))
    return int(lines * size * LEADING * 12700 + 2 * MARGIN)


def _cell(cell, text: str, style: Style, size: float, *, header: bool, right: bool) -> None:
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = MARGIN
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    fill(cell.text_frame, text, style, size=size, bold=header, colour="muted" if header else "text", align=PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT)
    rule = (
        f'<a:lnB {nsdecls("a")} w="{12700 if header else 6350}"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/>'
        "</a:schemeClr></a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(rule))
