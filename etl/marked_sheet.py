"""One sheet of an .xlsx marked in its own markup: coloured cells, comments with their shapes, and the styles that colour needs."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FILLS = {"error": "F8CBAD", "warning": "FFE699", "note": "DDEBF7"}
AUTHOR = "Parkboard"
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst")  # of the styles
_LEAST = {  # what a workbook's styles begin with; the first two fills are Excel's own
    "fonts": ("<font/>",), "fills": ('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'),
    "borders": ("<border/>",), "cellStyleXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
}
MOST_CELLS = 200  # of one mark
_RANGE = re.compile(r"[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?")
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;width:210pt;height:82pt;z-index:{id};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{col}</x:Column></x:ClientData></v:shape>"
)
_TYPE = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_EMPTY = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'


@dataclass(frozen=True, slots=True)
class Mark:
    """A doubt at its cells: addresses and ranges, its severity, and what the comment at the first cell says."""

    cells: str
    severity: str
    text: str


def element(name: str) -> str:
    """The full name of an element of the sheet's markup."""
    return f"{{{MAIN}}}{name}"


def own_text(text: str) -> str:
    """A text without what XML cannot hold, as long as a cell takes."""
    return _NO_TEXT.sub("", text)[:32_000]


class Styles:
    """The cell styles of a workbook, with those that are added."""

    def __init__(self, root: etree._Element):
        self._root, self._known = root, {}
        for name, least in _LEAST.items():
            self._complete(name, least)
        self.cells = root.find(element("cellXfs"))

    def _complete(self, name: str, least: tuple[str, ...]) -> None:
        """Makes a list of styles, where the schema wants it, and what it must hold at least."""
        found = self._root.find(element(name))
        if found is None:
            after = {element(later) for later in _ORDER[_ORDER.index(name) + 1:]}
            found = etree.Element(element(name))
            self._root.insert(next((i for i, node in enumerate(self._root) if node.tag in after), len(self._root)), found)
        for missing in least[len(found):]:
            found.append(etree.fromstring(f'<a xmlns="{MAIN}">{missing}</a>')[0])
            found.set("count", str(len(found)))

    def coloured(self, style: int, severity: str) -> int:
        """The style like another one on the colour of a severity."""
        return self._added((style, severity), style, lambda xf: self._fill(xf, severity))

    def wrapped(self, severity: str) -> int:
        """A style for long texts, on the colour of a severity ("": none)."""
        def change(xf: etree._Element) -> None:
            if severity:
                self._fill(xf, severity)
            xf.set("applyAlignment", "1")
            etree.SubElement(xf, element("alignment"), wrapText="1", vertical="top")

        return self._added(("wrapped", severity), None, change)

    @property
    def bold(self) -> int:
        """A style for heads."""
        def change(xf: etree._Element) -> None:
            fonts = self._root.find(element("fonts"))
            font = copy.deepcopy(fonts[0])
            if font.find(element("b")) is None:
                font.insert(0, etree.Element(element("b")))
            fonts.append(font)
            fonts.set("count", str(len(fonts)))
            xf.set("fontId", str(len(fonts) - 1))
            xf.set("applyFont", "1")

        return self._added("bold", None, change)

    def _added(self, key: object, like: int | None, change) -> int:
        if key not in self._known:
            known = like is not None and 0 <= like < len(self.cells)
            xf = copy.deepcopy(self.cells[like]) if known else etree.Element(element("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
            change(xf)
            self.cells.append(xf)
            self.cells.set("count", str(len(self.cells)))
            self._known[key] = len(self.cells) - 1
        return self._known[key]

    def _fill(self, xf: etree._Element, severity: str) -> None:
        fills = self._root.find(element("fills"))
        if ("fill", severity) not in self._known:
            pattern = etree.SubElement(etree.SubElement(fills, element("fill")), element("patternFill"), patternType="solid")
            etree.SubElement(pattern, element("fgColor"), rgb=f"00{FILLS[severity]}")
            etree.SubElement(pattern, element("bgColor"), indexed="64")
            fills.set("count", str(len(fills)))
            self._known["fill", severity] = len(fills) - 1
        xf.set("fillId", str(self._known["fill", severity]))
        xf.set("applyFill", "1")


def mark_sheet(root: etree._Element, marks: Sequence[Mark], styles: Styles) -> dict[str, str] | None:
    """Colours the cells of the marks; address -> text of the comments that belong to them. None where rows or cells bear no addresses.
    Raises TypeError and ValueError for addresses and styles that are none."""
    data = root.find(element("sheetData"))
    if data is None or any(not (row.get("r") or "").isdigit() for row in data) or any(not cell.get("r") for row in data for cell in row):
        return None
    rows = {int(row.get("r")): row for row in data}
    merges = [range_boundaries(node.get("ref")) for node in root.iter(element("mergeCell")) if node.get("ref")]
    notes: dict[str, str] = {}
    for mark in marks:
        cells = _cells(mark.cells, merges)
        for row, col in cells:
            cell = _cell(data, rows, row, col)
            cell.set("s", str(styles.coloured(int(cell.get("s", "0")), mark.severity)))
        if cells:
            first = f"{get_column_letter(cells[0][1])}{cells[0][0]}"
            notes[first] = "\n".join(part for part in (notes.get(first, ""), mark.text) if part)
    return notes


def _cells(addresses: str, merges: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    """(row, column) of addresses and ranges; of a merged range its first cell."""
    found: dict[tuple[int, int], None] = {}
    for part in _RANGE.findall(addresses):
        left, top, right, bottom = range_boundaries(part)
        for row in range(top, bottom + 1):
            for col in range(left, right + 1):
                if len(found) >= MOST_CELLS:
                    return list(found)
                merge = next((m for m in merges if m[0] <= col <= m[2] and m[1] <= row <= m[3]), None)
                found[(merge[1], merge[0]) if merge else (row, col)] = None
    return list(found)


def _cell(data: etree._Element, rows: dict[int, etree._Element], row: int, col: int) -> etree._Element:
    """The cell's element, made in its place where there is none."""
    if row not in rows:
        rows[row] = etree.Element(element("row"), r=str(row))
        data.insert(sum(1 for r in rows if r < row), rows[row])
    columns = [column_index_from_string(_PLACE.match(cell.get("r").upper())[1]) for cell in rows[row]]
    if col in columns:
        return rows[row][columns.index(col)]
    made = etree.Element(element("c"), r=f"{get_column_letter(col)}{row}")
    rows[row].insert(sum(1 for at in columns if at < col), made)
    return made


def note_parts(comments: etree._Element | None, drawing: bytes, notes: Mapping[str, str]) -> tuple[etree._Element, bytes]:
    """The sheet's comments and the drawing of their shapes, with the notes added; a cell that has a comment gets the note below it.
    Raises ValueError for a drawing that cannot be added to."""
    if comments is None:
        comments = etree.Element(element("comments"), nsmap={None: MAIN})
    authors, listed = _child(comments, "authors", 0), _child(comments, "commentList", 1)
    etree.SubElement(authors, element("author")).text = AUTHOR
    present = {(node.get("ref") or "").upper(): node for node in listed}
    shapes = []
    text = drawing.decode("utf-8", "replace") or _EMPTY
    last = max((int(n) for n in re.findall(r"_x0000_s(\d+)", text)), default=1024)
    for address, words in notes.items():
        if address in present:
            _write(_child(present[address], "text", 0), f"\n{words}")
            continue
        node = etree.SubElement(listed, element("comment"), ref=address, authorId=str(len(authors) - 1))
        _write(etree.SubElement(node, element("text")), words)
        letters, row = _PLACE.match(address).groups()
        col, row, last = column_index_from_string(letters) - 1, int(row) - 1, last + 1
        shapes.append(_SHAPE.format(id=last, row=row, col=col, left=col + 1, right=col + 4, top=max(row - 1, 0), bottom=row + 4))
    kind = "" if 'id="_x0000_t202"' in text else _TYPE
    before, end, after = text.rpartition("</xml>")
    if not end:
        raise ValueError("a drawing of another kind")
    return comments, f"{before}{kind}{''.join(shapes)}{end}{after}".encode()


def _child(node: etree._Element, name: str, place: int) -> etree._Element:
    """The child of a name, made in its place where there is none."""
    found = node.find(element(name))
    if found is None:
        found = etree.Element(element(name))
        node.insert(place, found)
    return found


def _write(node: etree._Element, words: str) -> None:
    run = etree.SubElement(etree.SubElement(node, element("r")), element("t"))
    run.text = own_text(words)
    run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
