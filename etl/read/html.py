"""HTML saved with an .xls name, or as a page: tables and the lines around them on one sheet, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from etl.read import limits, refusals
from etl.read.delimited import decode
from etl.read.grid import Merge, Sheet

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w\-]+)""", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CLASS_FORMAT = re.compile(r"\.([\w\-]+)\s*\{([^}]*)\}")
_FORMAT = re.compile(r"""mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^;}]+)""")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LINES = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "caption", "center", "section", "article",
    "header", "footer", "main", "form", "fieldset", "blockquote", "pre", "address", "body", "html", "span", "font", "td", "th",
}  # fmt: skip
_SKIPPED = {"script", "style", "head", "title", "noscript", "template", "select", "nav", "button", "textarea", "object", "svg"}
# HTML's own bounds for spans (HTML standard, 4.9.11).
_MAX_COLSPAN, _MAX_ROWSPAN = 1_000, 65_534


def read_html(data: bytes) -> list[Sheet]:
    """One sheet with the page's tables below each other and the text lines between them as rows.

    rowspan and colspan become merges. Values are text as shown, or the number that Excel left in x:num. Raises Unreadable.
    """
    if len(data) > limits.MARKUP_BYTES:
        raise refusals.too_many_bytes()
    if data.count(b"<") > limits.TREE_MARKS:
        raise refusals.too_many_cells()
    text = _text(data)
    try:
        # Encoded anew, because the page's own declaration no longer holds.
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refusals.damaged() from error
    # Nested deeper than the parser goes: what lies below would be dropped.
    if any("depth" in entry.message for entry in parser.error_log):
        raise refusals.damaged()
    return [_Page(_class_formats(text)).read(root)]


def _text(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name in ("gb2312", "gbk", "gb18030", "x-gbk"):
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            return decode(data)
    return decode(data)


def _class_formats(text: str) -> dict[str, str]:
    """Class name -> percent format, from the style sheet that Excel writes into the page."""
    formats = {}
    for name, body in _CLASS_FORMAT.findall(text[:200_000]):
        code = format_in(body)
        if code:
            formats[name] = code
    return formats


def format_in(style: str) -> str:
    """The number format of a style text if it shows a percentage, else ""."""
    match = _FORMAT.search(style)
    code = match[1].strip("\"'").replace("\\", "") if match else ""
    if code.lower() == "percent":
        return "0.00%"
    return code if "%" in code else ""


class _Page:
    """A sheet being filled from top to bottom."""

    def __init__(self, formats: dict[str, str]):
        self.sheet = Sheet("", [])
        self.formats = formats
        self.cells = 0

    def read(self, root: etree._Element) -> Sheet:
        """The sheet of a page."""
        for piece in _pieces(root):
            if isinstance(piece, str):
                self.sheet.rows.append([piece])
            else:
                self._table(piece)
            if len(self.sheet.rows) > limits.IN_PROCESS_CELLS:
                raise refusals.too_many_cells()
        return self.sheet

    def _table(self, table: etree._Element) -> None:
        top = len(self.sheet.rows)
        taken: dict[int, int] = {}  # column -> rows that a rowspan above still covers
        for line, row in enumerate(_rows_of(table)):
            self.sheet.rows.append([])
            if _HIDDEN.search(row.get("style") or ""):
                self.sheet.hidden_rows.add(top + line)
            taken = self._row(row, top + line, taken)

    def _row(self, row: etree._Element, at: int, taken: dict[int, int]) -> dict[int, int]:
        left = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        col = 0
        for cell in row.iterchildren("td", "th"):
            while col in taken:
                col += 1
            width = _span(cell, "colspan", _MAX_COLSPAN)
            height = _span(cell, "rowspan", _MAX_ROWSPAN)
            self.cells += width
            if self.cells > limits.IN_PROCESS_CELLS or col > limits.HTML_COLUMNS:
                raise refusals.too_many_cells()
            value = self._value(cell, at, col)
            if value is not None:
                self.sheet.put(at, col, value)
            # Excel marks text that merely flows over its neighbour; that is no merge.
            if (width > 1 or height > 1) and "mso-ignore:colspan" not in (cell.get("style") or ""):
                self.sheet.merges.append(Merge(at, col, at + height - 1, col + width - 1))
            if height > 1:
                left.update(dict.fromkeys(range(col, col + width), height - 1))
            col += width
        return left

    def _value(self, cell: etree._Element, row: int, col: int) -> object:
        if len(cell):
            text = "\n".join(part for part in _pieces(cell) if isinstance(part, str))
        else:
            text = _tidy(cell.text or "")
        if not cell.attrib:
            return text or None
        stored = cell.get("x:num") or cell.get("num")
        code = self.formats.get(cell.get("class") or "", "") or format_in(cell.get("style") or "")
        if stored:
            try:
                number = float(stored)
            except ValueError:
                return text or None
            if code or text.endswith("%"):
                self.sheet.formats[row, col] = code or "0.00%"
            return number
        return text or None


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table itself, not of tables within it; head first, foot last is left to the page's own order."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: etree._Element, name: str, most: int) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), most) if text.isdigit() and len(text) < 10 else 1


def _tidy(text: str) -> str:
    """Words as a page shows them: runs of blanks and line ends as one blank."""
    return _BLANKS.sub(" ", text).replace("\xa0", " ").strip()


def _pieces(root: etree._Element) -> Iterator[str | etree._Element]:
    """Lines of text and tables in the order of the page; a table that only arranges other tables is taken apart."""
    line: list[str] = []
    for kind, value in _events(root):
        if kind == "text":
            line.append(value)
            continue
        text = _tidy("".join(line))
        line = []
        if text:
            yield text
        if kind == "table":
            yield value
    text = _tidy("".join(line))
    if text:
        yield text


def _events(root: etree._Element) -> Iterator[tuple[str, object]]:
    """("text", words), ("break", None) and ("table", element), without recursion: pages can be nested thousands deep."""
    stack: list[tuple[str, object]] = [("inside", root)]
    while stack:
        kind, node = stack.pop()
        if kind != "node" and kind != "inside":
            yield kind, node
            continue
        tag = node.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _HIDDEN.search(node.get("style") or ""):
            continue
        if tag == "table" and kind == "node" and node.find(".//table") is None:
            yield "table", node
            continue
        breaks = tag == "br" or tag in ("tr", "td", "th", "table") or (tag in _LINES and tag not in ("span", "font"))
        if breaks:
            yield "break", None
            stack.append(("break", None))
        for child in reversed(node):
            if child.tail:
                stack.append(("text", child.tail))
            stack.append(("node", child))
        if node.text:
            yield "text", node.text
