"""Marks put into an .xlsx itself: colour, comments and a first sheet of findings are added to its parts; every other part stays byte for byte.

A workbook that is loaded and saved anew loses what the library does not know: text boxes, sparklines, the results of formulas.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from etl.marked_sheet import MAIN, RELATION, Mark, Styles, element, mark_sheet, note_parts, own_text
from etl.read.grid import Unreadable
from etl.read.package import Package

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SELECTED = re.compile(rb"""\stabSelected\s*=\s*(?:"(?:1|true)"|'(?:1|true)')""")
_ODD = (AttributeError, IndexError, KeyError, TypeError, ValueError)  # of parts that lack what the schema demands
LARGEST = 40 * 1024**2  # of a sheet whose cells are marked; a larger one's findings are listed only


@dataclass(frozen=True, slots=True)
class Listing:
    """The sheet of findings. rows: severity ("" for the header's row) and texts; widths of its columns."""

    name: str
    rows: Sequence[tuple[str, Sequence[str]]]
    widths: Sequence[int]


@dataclass
class _Parts:
    """The parts of a package and what is to be written in their place."""

    package: Package
    changed: dict[str, bytes] = field(default_factory=dict)

    def tree(self, name: str) -> etree._Element | None:
        return etree.fromstring(self.changed[name]) if name in self.changed else self.package.tree(name)

    def put(self, name: str, root: etree._Element) -> None:
        self.changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def free(self, pattern: str) -> str:
        """A name that no part has."""
        return next(name for n in range(1, 100_000) if not self.package.has(name := pattern.format(n)) and name not in self.changed)

    def link(self, part: str, kind: str, target: str) -> str:
        """Adds a relation of a part to another; its id."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        root = self.tree(path)
        if root is None:
            root = etree.Element(f"{{{_LINKS}}}Relationships", nsmap={None: _LINKS})
        taken = {node.get("Id") for node in root}
        found = next(f"rIdP{n}" for n in range(1, 100_000) if f"rIdP{n}" not in taken)
        etree.SubElement(root, f"{{{_LINKS}}}Relationship", Id=found, Type=f"{RELATION}/{kind}", Target=f"/{target}")
        self.put(path, root)
        return found

    def declare(self, name: str, kind: str) -> None:
        """Says what a new part holds."""
        root = self.tree("[Content_Types].xml")
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
        self.put("[Content_Types].xml", root)


def marked(data: bytes, marks: Mapping[str, Sequence[Mark]], listing: Listing) -> bytes | None:
    """The workbook with marks by sheet name and the listing as its first sheet; None for a package that is written in another way
    (strict Open XML, macros, rows without numbers, what the schema forbids). Raises Unreadable."""
    parts = _Parts(Package(data))
    try:
        return _written(data, parts.changed) if _mark_all(parts, marks, listing) else None
    except Unreadable:
        raise
    except _ODD:
        return None


def _mark_all(parts: _Parts, marks: Mapping[str, Sequence[Mark]], listing: Listing) -> bool:
    """Changes the parts; False where they are written in a way that is not understood."""
    root_path = next((path for kind, path in parts.package.relations("").values() if kind == "officeDocument"), "")
    book, styles_path = parts.tree(root_path), ""
    if book is None or book.tag != element("workbook") or not _is_plain(parts, root_path):
        return False
    links = parts.package.relations(root_path)
    styles_path = next((path for kind, path in links.values() if kind == "styles"), "")
    styles_root = parts.tree(styles_path)
    if styles_root is None:
        return False
    styles = Styles(styles_root)
    for node in book.iter(element("sheet")):
        path = links.get(node.get(f"{{{RELATION}}}id", ""), ("", ""))[1]
        wanted = marks.get(node.get("name", ""), ())
        if not _mark_one(parts, path, wanted, styles):
            return False
    _add_listing(parts, book, root_path, listing, styles)
    parts.put(styles_path, styles_root)
    parts.put(root_path, book)
    return True


def _is_plain(parts: _Parts, root_path: str) -> bool:
    types = parts.tree("[Content_Types].xml")
    return types is not None and any(
        (node.get("PartName") or "").lstrip("/").lower() == root_path.lower() and node.get("ContentType") == _BOOK for node in types)


def _mark_one(parts: _Parts, path: str, marks: Sequence[Mark], styles: Styles) -> bool:
    """Marks a sheet, which is not the one that is shown first any more; False where it is written in a way that is not understood."""
    text = parts.package.markup(path)
    if not marks or len(text) > LARGEST:
        head = text[:8192].partition(b"sheetData")[0]  # the views stand before the cells
        if _SELECTED.search(head):
            parts.changed[path] = _SELECTED.sub(b"", head) + text[len(head):]
        return True
    root = parts.tree(path)
    if root is None:
        return False
    for view in root.iter(element("sheetView")):
        view.attrib.pop("tabSelected", None)  # two selected sheets are a group: what is typed into one goes into both
    # a sheet of a chart has no cells
    notes = mark_sheet(root, marks, styles) if root.tag == element("worksheet") else {}
    if notes is None:
        return False
    if notes:
        _add_notes(parts, path, root, notes)
    parts.put(path, root)
    return True


def _add_notes(parts: _Parts, path: str, root: etree._Element, notes: Mapping[str, str]) -> None:
    links = {kind: target for kind, target in parts.package.relations(path).values()}
    comments, drawing = links.get("comments", ""), links.get("vmlDrawing", "")
    given, shapes = note_parts(parts.tree(comments) if comments else None, parts.package.read(drawing) if drawing else b"", notes)
    if not comments:
        comments = parts.free("xl/commentsP{}.xml")
        parts.link(path, "comments", comments)
        parts.declare(comments, _COMMENTS)
    if not drawing:
        drawing = parts.free("xl/drawings/vmlDrawingP{}.vml")
        _point_at(root, parts.link(path, "vmlDrawing", drawing))
        parts.declare(drawing, _VML)
    parts.put(comments, given)
    parts.changed[drawing] = shapes


def _point_at(root: etree._Element, link: str) -> None:
    """Names the drawing of the notes where the schema wants it."""
    after = {element(name) for name in ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")}
    place = next((i for i, node in enumerate(root) if node.tag in after), len(root))
    node = etree.Element(element("legacyDrawing"), {f"{{{RELATION}}}id": link})
    root.insert(place, node)


def _add_listing(parts: _Parts, book: etree._Element, root_path: str, listing: Listing, styles: Styles) -> None:
    path = parts.free("xl/worksheets/sheetP{}.xml")
    parts.put(path, _listing_sheet(listing, styles))
    parts.declare(path, _SHEET)
    sheets = book.find(element("sheets"))
    number = max((int(node.get("sheetId", "0")) for node in sheets), default=0) + 1
    name = listing.name
    while name in {node.get("name") for node in sheets}:
        name += "_"
    sheets.insert(0, etree.Element(element("sheet"), {"name": name, "sheetId": str(number), f"{{{RELATION}}}id": parts.link(root_path, "worksheet", path)}))
    for node in book.iter(element("definedName")):
        if node.get("localSheetId"):
            node.set("localSheetId", str(int(node.get("localSheetId")) + 1))
    for node in book.iter(element("workbookView")):
        node.set("activeTab", "0")
        node.attrib.pop("firstSheet", None)


def _listing_sheet(listing: Listing, styles: Styles) -> etree._Element:
    root = etree.Element(element("worksheet"), nsmap={None: MAIN, "r": RELATION})
    etree.SubElement(etree.SubElement(root, element("sheetPr")), element("pageSetUpPr"), fitToPage="1")
    views = etree.SubElement(root, element("sheetViews"))
    view = etree.SubElement(views, element("sheetView"), tabSelected="1", workbookViewId="0")
    etree.SubElement(view, element("pane"), ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    columns = etree.SubElement(root, element("cols"))
    for place, width in enumerate(listing.widths, start=1):
        etree.SubElement(columns, element("col"), min=str(place), max=str(place), width=str(width), customWidth="1")
    data = etree.SubElement(root, element("sheetData"))
    for r, (severity, texts) in enumerate(listing.rows, start=1):
        row = etree.SubElement(data, element("row"), r=str(r))
        for c, text in enumerate(texts):
            style = styles.bold if not severity else styles.wrapped(severity if c == 1 else "")
            cell = etree.SubElement(row, element("c"), r=f"{chr(65 + c)}{r}", s=str(style))
            if text.isascii() and text.isdigit():
                etree.SubElement(cell, element("v")).text = text
                continue
            cell.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(cell, element("is")), element("t")).text = own_text(text)
    etree.SubElement(root, element("pageSetup"), orientation="landscape", fitToHeight="0")
    return root


def _written(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip with the changed parts in the place of the former ones and the new ones behind them."""
    left = {name.lower().lstrip("/"): (name, content) for name, content in changed.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in given.infolist():
            _name, content = left.pop(part.filename.replace("\\", "/").lower().lstrip("/"), ("", None))
            target.writestr(part.filename, given.read(part) if content is None else content)
        for name, content in left.values():
            target.writestr(name, content)
    return out.getvalue()
