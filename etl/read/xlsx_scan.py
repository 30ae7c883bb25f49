"""A quick scan of a worksheet's XML for what python-calamine hides: extent, errors, formats, hidden rows, missing results.

Regular expressions over bytes: a tree of 800 000 cells would cost ten times the whole reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from etl.read import limits, refusals
from etl.read.grid import CellError, Merge

Cell = tuple[int, int]
MAX_ROWS, MAX_COLS = 1_048_576, 16_384
SMALL = 1_000_000  # bytes up to which the extent is taken exactly
LARGE = 60_000_000  # bytes from which cells are counted first

_UNUSUAL = re.compile(rb'<c(?! r="[A-Z]\d{1,5}")[^>]*')  # all but cells of the first 26 columns and 99 999 rows
_USUAL_BOX = (99_999, 26)
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>/]*>')
_STYLE_LATE = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}" (?!s=)[^>]*\bs="')
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_TAG = re.compile(rb"""<(?:\w+:)?(row|c)(?=[\s>/])((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>""")
_ATTRIBUTE = re.compile(rb"""\b([\w:]+)\s*=\s*["']([^"']*)["']""")
_REFERENCE = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")
_ERROR = re.compile(rb"""<(?:\w+:)?c\b([^>]*\bt=["']e["'][^>]*)>(.*?)</(?:\w+:)?c>""", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]*)<")
_UNCACHED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^>/])>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\bref=["']([^"']+)["']""")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b([^>]*\bhidden=["'](?:1|true)["'][^>]*)>""")
_COL = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_FILTER = re.compile(rb"<(?:\w+:)?autoFilter\b([^>]*)>(.*?)</(?:\w+:)?autoFilter>", re.DOTALL)


@dataclass
class Scan:
    """What the XML of one sheet says. box: first row, last row, last column of cells with content; None without any."""

    box: tuple[int, int, int] | None = None
    formats: dict[Cell, str] = field(default_factory=dict)
    errors: dict[Cell, CellError] = field(default_factory=dict)
    uncached: set[Cell] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)
    filters: list[Merge] = field(default_factory=list)
    filtered: bool = False

    @property
    def cells(self) -> int:
        """Size of the box, columns counted from A."""
        return 0 if self.box is None else (self.box[1] - self.box[0] + 1) * (self.box[2] + 1)


def scan_sheet(xml: bytes, styles: dict[bytes, str], box_limit: int) -> Scan:
    """Scans a worksheet. styles: number of a cell style -> its format code; cells of these styles are kept in formats.

    The box may be larger than the true one while it stays under box_limit.
    """
    start = max(xml.find(b"sheetData"), 0)
    end = xml.rfind(b"sheetData>")
    head, tail = xml[:start], xml[end:] if end > start else b""
    scan, body = Scan(), (start, max(end, start))
    if len(xml) > LARGE and xml.count(b"<c", *body) > limits.BOX_CELLS:
        raise refusals.too_many_cells()
    corner = _corner(xml, body)
    # Every cell must begin with its reference: no other spelling, no prefix, none outside of the table.
    plain = corner is not None and xml.find(b":c", *body) < 0 <= xml.find(b"<c", *body)
    plain = plain and not _ANY_CELL.search(head) and not _ANY_CELL.search(tail)
    # A program writes all its cells alike: their order of attributes shows in the first million bytes.
    if plain and not (styles and _STYLE_LATE.search(xml, 0, 1_000_000)):
        _scan_plain(xml, corner, styles, box_limit, scan)
    else:
        plain, body = False, (0, len(xml))
        _scan_any(xml, styles, scan)
    if tail.count(b"mergeCell") > 2 * limits.MERGES:
        raise refusals.too_many_cells()
    scan.merges = [area for ref in _MERGE.findall(tail) if (area := area_of(ref))]
    _scan_hidden(xml, head, tail, b"hidden=" in head or _holds(xml, b"hidden=", b"h", body), scan)
    if _holds(xml, b't="e"', b"e", body) or (not plain and b"t='e'" in xml):
        _scan_errors(xml, scan)
    if _holds(xml, b"<f", b"f", body) or not plain:
        _scan_uncached(xml, scan)
    return scan


def _holds(xml: bytes, mark: bytes, rare: bytes, body: tuple[int, int]) -> bool:
    """Whether a mark stands in the body; one byte of it that few sheets hold is looked for first, which takes no time."""
    return xml.find(rare, *body) >= 0 and xml.find(mark, *body) >= 0


def _corner(xml: bytes, body: tuple[int, int]) -> Cell | None:
    """Rows and columns that no cell lies beyond; None where a cell is written in another way."""
    rows, columns = _USUAL_BOX
    for tag in _UNUSUAL.finditer(xml, *body):
        cell = _CELL.match(tag[0])
        if not cell:
            return None
        rows, columns = max(rows, int(cell[2])), max(columns, column_of(cell[1]) + 1)
    return rows, columns


def _scan_plain(xml: bytes, corner: Cell, styles: dict[bytes, str], box_limit: int, scan: Scan) -> None:
    """Extent and formats where every cell begins with its reference and then its style, as spreadsheet programs write."""
    scan.box = (0, corner[0] - 1, corner[1] - 1)
    if len(xml) < SMALL or scan.cells > box_limit:
        scan.box = _box(xml)
    if styles:
        pattern = _style_pattern(tuple(sorted(styles)))
        hits = pattern.findall(xml)
        scan.formats = {(int(row) - 1, column_of(name)): styles[style] for name, row, style in hits if style in styles}


def _box(xml: bytes) -> tuple[int, int, int] | None:
    """First row, last row, last column of the cells with content; cell by cell, so that millions take no memory."""
    top, bottom, right = MAX_ROWS, -1, -1
    for cell in _FILLED.finditer(xml):
        row, col = int(cell[2]) - 1, column_of(cell[1])
        top, bottom, right = min(top, row), max(bottom, row), max(right, col)
    return (top, bottom, right) if bottom >= 0 else None


def _scan_any(xml: bytes, styles: dict[bytes, str], scan: Scan) -> None:
    """Extent and formats of any valid XML: other attribute orders, prefixes, cells without references."""
    top = bottom = right = None
    for row, col, attributes, filled in walk(xml):
        if not filled:
            continue
        top, bottom, right = (
            (row, row, col) if top is None else (min(top, row), max(bottom, row), max(right, col))
        )
        style = attributes.get(b"s", b"")
        if style in styles and attributes.get(b"t") != b"s":
            scan.formats[row, col] = styles[style]
    if top is not None:
        scan.box = (top, bottom, right)


def walk(xml: bytes) -> Iterator[tuple[int, int, dict[bytes, bytes], bool]]:
    """Each cell's row, column, attributes and whether it may have content; counts on where references are left out."""
    row, col = -1, -1
    for tag in _TAG.finditer(xml):
        attributes = dict(reversed(_ATTRIBUTE.findall(tag[2])))  # of two alike the engine takes the first
        reference = attributes.get(b"r", b"")
        if tag[1] == b"row":
            row, col = (int(reference) - 1 if reference.isdigit() else row + 1), -1
            continue
        place = cell_of(reference)
        if reference and not place:
            raise refusals.damaged()
        row, col = place if place else (max(row, 0), col + 1)
        yield row, col, attributes, not tag[3]


def _scan_hidden(xml: bytes, head: bytes, tail: bytes, any_hidden: bool, scan: Scan) -> None:
    if any_hidden:
        row_numbers = (dict(_ATTRIBUTE.findall(row)).get(b"r", b"") for row in _HIDDEN_ROW.findall(xml))
        scan.hidden_rows = {int(number) - 1 for number in row_numbers if number.isdigit()}
        for col in _COL.findall(head):
            attributes = dict(_ATTRIBUTE.findall(col))
            if attributes.get(b"hidden") in (b"1", b"true"):
                first, last = int(attributes.get(b"min", b"1")), int(attributes.get(b"max", b"0"))
                scan.hidden_cols.update(range(first - 1, min(last, MAX_COLS)))
    scan.filters = filters_in(tail)
    scan.filtered = bool(re.search(rb"""filterMode=["'](?:1|true)["']""", head))


def filters_in(xml: bytes) -> list[Merge]:
    """Ranges of filters that have a criterion set (a range with its arrows only hides nothing)."""
    areas = []
    for attributes, inside in _FILTER.findall(xml):
        area = area_of(dict(_ATTRIBUTE.findall(attributes)).get(b"ref", b""))
        if area and b"filterColumn" in inside:
            areas.append(area)
    return areas


def _scan_errors(xml: bytes, scan: Scan) -> None:
    for attributes, inside in _ERROR.findall(xml):
        place = cell_of(dict(_ATTRIBUTE.findall(attributes)).get(b"r", b""))
        if place:
            value = _VALUE.search(inside)
            scan.errors[place] = error_of(value[1].decode("utf-8", "replace") if value else "")


def _scan_uncached(xml: bytes, scan: Scan) -> None:
    for hit in _UNCACHED.finditer(xml):
        attributes = dict(_ATTRIBUTE.findall(hit[1]))
        place = cell_of(attributes.get(b"r", b""))
        # A text result that is "" is a result.
        if place and not (attributes.get(b"t") == b"str" and b"v>" in hit[0]):
            scan.uncached.add(place)


@lru_cache(maxsize=16)
def _style_pattern(styles: tuple[bytes, ...]) -> re.Pattern[bytes]:
    wanted = b"|".join(styles) if len(styles) <= 40 else rb"\d+"
    return re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(' + wanted + rb')"(?! t="s")[^>/]*>')


def error_of(text: str) -> CellError:
    """The error value of a text such as #REF!."""
    try:
        return CellError(text.strip())
    except ValueError:
        return CellError.OTHER


@lru_cache(maxsize=MAX_COLS)
def column_of(letters: bytes) -> int:
    """Zero-based column of its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def cell_of(reference: bytes) -> Cell | None:
    """Zero-based row and column of an A1 reference; None when it is none."""
    match = _REFERENCE.fullmatch(reference.replace(b"$", b""))
    return (int(match[2]) - 1, column_of(match[1])) if match else None


def area_of(reference: bytes) -> Merge | None:
    """The range of a reference A1:B2 (or A1 alone)."""
    first, _colon, last = reference.partition(b":")
    start, end = cell_of(first), cell_of(last or first)
    if not start or not end:
        return None
    return Merge(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
