"""Running text out of files: .docx, .html, .pdf with a text layer, .txt. Tables inside a document come as grids of their own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.read import container, guard, limits, refusals
from etl.read.delimited import decode
from etl.read.grid import Merge, Sheet, Unreadable
from etl.read.html import read_html
from etl.read.package import Package
from park.locale import _

from .prose import is_prose

_LEAST_PROSE = 40  # characters beside its tables from which on a page is a text
_CAPTION = 60  # characters up to which the line above a table is its caption
_WIDEST = 1_000  # columns a cell of a Word table may span
_SPAN = re.compile(rb"""gridSpan[^>]*?val\s*=\s*["'](\d{1,18})""")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Document:
    """text: paragraphs, one a line, "" where the file holds tables only; tables: each as a sheet, with its caption above it."""

    text: str
    tables: tuple[Sheet, ...] = ()
    kind: str = "text"


def read_document(source: str | Path | bytes) -> Document | None:
    """The text and tables of a file (its path or bytes); None for one that is a table itself (spreadsheet, CSV, HTML table).

    Raises Unreadable with a sentence for a damaged document and for a PDF whose pages are pictures.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    if len(data) > limits.FILE_BYTES:
        raise refusals.too_many_bytes()
    kind = container.kind_of(data) if data else ""
    if kind in ("docx", "pdf") or kind == "html" and guard.is_heavy(data, kind):
        return guard.run("document", data)
    return read_content(data)


def read_content(data: bytes) -> Document | None:
    """The text and tables of a file's bytes, in this process; see read_document."""
    kind = container.kind_of(data) if data else ""
    if kind == "docx":
        return _docx(data)
    if kind == "pdf":
        return Document(_pdf(data), kind="pdf")
    if kind == "html":
        return _html(data)
    if kind == "text" and len(data) <= limits.TEXT_BYTES:
        text = decode(data)
        return Document(text) if is_prose(text) else None
    return None


# --- Word ------------------------------------------------------------------------------------------------------------

def _docx(data: bytes) -> Document:
    import docx  # loaded for Word files only: it costs every start otherwise
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    written = Package(data).markup("word/document.xml")
    if written.count(b"<") > limits.TREE_MARKS or any(int(span) > _WIDEST for span in _SPAN.findall(written)):
        raise refusals.too_many_cells()
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(document.iter_inner_content())
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise refusals.damaged() from error
    lines: list[str] = []
    tables: list[Sheet] = []
    for block in blocks:
        if not isinstance(block, Table):
            lines.append(block.text)
        elif len(block.columns) == 1 or len(block.rows) == 1:
            lines += [cell.text for row in block.rows for cell in row.cells]
        else:
            tables.append(_word_table(block, len(tables) + 1, lines))
    text = "\n".join(lines)
    return Document(text if text.strip() else "", tuple(tables), "docx")


def _word_table(table, number: int, lines: list[str]) -> Sheet:
    """A Word table as a sheet: the document's first line and the line above the table stand over it, spans become merges."""
    written = [line.strip() for line in lines if line.strip()]
    above = list(dict.fromkeys(line for line in (*written[:1], *written[-1:]) if len(line) <= _CAPTION))
    rows: list[list[object]] = [[line] for line in above]
    first: dict[object, tuple[int, int]] = {}
    last: dict[object, tuple[int, int]] = {}
    for row in table.rows:
        values: list[object] = []
        for cell in row.cells:
            key, place = cell._tc, (len(rows), len(values))
            values.append(None if key in first else cell.text.strip() or None)
            first.setdefault(key, place)
            last[key] = place
        rows.append(values)
    merges = [Merge(*start, *last[key]) for key, start in first.items() if last[key] != start]
    return Sheet(_("table {number}").format(number=number), rows, merges)


# --- pages -----------------------------------------------------------------------------------------------------------

_BLOCKS = frozenset(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "tr", "section", "article", "header", "footer", "blockquote", "pre", "address", "dd", "dt", "caption", "title"])
_SILENT = frozenset({"script", "style", "head", "noscript", "template", "select", "nav", "button", "textarea"})


def _html(data: bytes) -> Document | None:
    """The text of a page outside its tables; None where there is hardly any: then the page is its tables."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.document_fromstring(decode(data).encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    tables = [t for t in root.iter("table") if not any(a.tag == "table" for a in t.iterancestors())]
    data_tables = [t for t in tables if len(list(t.iter("tr"))) > 1 and max((len(list(r)) for r in t.iter("tr")), default=0) > 1]
    sheets: list[Sheet] = []
    for number, table in enumerate(data_tables, start=1):
        for sheet in read_html(lxml_html.tostring(table, encoding="utf-8")):
            sheets.append(Sheet(_("table {number}").format(number=number), sheet.rows, sheet.merges))
        tail = table.tail
        table.clear()
        table.tail = tail
    text = re.sub(r"[ \t\f\v]*\n\s*", "\n", "".join(_strings(root))).strip()
    if len(_HAN.findall(text)) < _LEAST_PROSE or "。" not in text and "；" not in text and sheets:
        return None
    return Document(text, tuple(sheets), "html")


def _strings(element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    block = element.tag in _BLOCKS
    yield "\n" if block else ""
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _strings(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield "\n" if block else ""


# --- PDF -------------------------------------------------------------------------------------------------------------

def _pdf(data: bytes) -> str:
    import pypdf  # loaded for PDF files only
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusals.password()
        pages = [page.extract_text() or "" for page in reader.pages]
    except Unreadable:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise refusals.damaged() from error
    text = "\n".join(pages)
    if not _HAN.search(text) and len(text.strip()) < _LEAST_PROSE:
        raise Unreadable(
            "pdf_without_text",
            _("This PDF holds pictures of pages, no text: nothing can be read from it."),
            _("Choose the document it was made from (.docx or .txt), or paste the text."),
        )
    return unwrapped(text)


_ENDS = re.compile(r"[。；;！!：:？?]$")
_BEGINS = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章节条篇])")


def unwrapped(text: str) -> str:
    """Lines that a page broke in the middle of a sentence, joined again: full lines that no stop ends and no heading follows."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    full = max((len(line) for line in lines), default=0) * 0.8
    joined: list[str] = []
    broken = False
    for line in lines:
        if broken and not _BEGINS.match(line):
            joined[-1] += line
        else:
            joined.append(line)
        broken = len(line) >= full and not _ENDS.search(line)
    return "\n".join(joined)
