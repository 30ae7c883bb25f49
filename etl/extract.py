"""From a file to everything it says: container -> grid -> tables -> labelled axes -> observations -> findings.

Running text goes to etl.texts instead; the tables inside a document are read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from etl.read import read_book, refusals
from etl.read.engine import uncollected
from etl.read.grid import Book, Sheet, Unreadable
from etl.recognise.assemble import read_book_tables
from etl.texts import TextReading, read_text
from etl.texts.documents import Document, read_document
from etl.texts.reader import joined
from park.catalogue import Catalogue, load_catalogue
from park.locale import _
from park.store.records import Reading, Said

LONG, HEAD_ROWS = 1000, 100  # rows


def extract(
    source: str | Path | bytes, name: str | None = None, *, area: str = "", month: str = "", year: str = "",
    learned: tuple = (), catalogue: Catalogue | None = None, today: date | None = None, tables: Mapping[int, Said] | None = None,
    book: Book | None = None,
) -> Reading:
    """Reads a file (path or bytes) without loading it.

    area, month (YYYY-MM), year: what the file itself leaves unsaid. learned: (kind, written, meaning) that a person settled
    for the park. today: what counts as the future. tables: what a person says of single tables, by number. book: the file as `opened` gave it, which spares opening it
    again. Raises etl.read.grid.Unreadable for what is no table at all.
    """
    _expect_period(month, year)
    said = {"area": area, "month": month, "year": year, "learned": tuple(learned), "catalogue": catalogue or load_catalogue()}
    document = None if book else read_document(source)
    if document is None:
        with uncollected():
            return read_book_tables(book or read_book(source, name), today=today or date.today(), said=tables, **said)
    return _read_prose(document, name or ("" if isinstance(source, bytes) else Path(source).name), today or date.today(), said)


def opened(data: bytes, name: str) -> Book | None:
    """The cells of a file, which `read_heads` and `extract` take so that it is opened once; None for a document. Raises Unreadable like `extract`."""
    return None if read_document(data) is not None else read_book(data, name)


def read_heads(book: Book, *, area: str = "", month: str = "", year: str = "") -> Reading | None:
    """What the first rows of a long book's sheets say, to find out whose it is; None for a book without a sheet of more than LONG rows."""
    _expect_period(month, year)
    if all(len(sheet.rows) <= LONG for sheet in book.sheets):
        return None
    with uncollected():
        heads = replace(book, sheets=[_head(sheet) for sheet in book.sheets])
        return read_book_tables(heads, today=date.today(), area=area, month=month, year=year, learned=(), catalogue=load_catalogue())


def _head(sheet: Sheet) -> Sheet:
    return replace(sheet, rows=sheet.rows[:HEAD_ROWS], merges=[m for m in sheet.merges if m.bottom < HEAD_ROWS])


def _expect_period(month: str, year: str) -> None:
    """Refuses a month or year that is written in another way than 2013-09 and 2013."""
    if month and not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", month):
        raise Unreadable("wrong_month", _("{text} is not a month.").format(text=month), _("Write it as 2013-09."))
    if year and not re.fullmatch(r"(19|20)\d\d", year):
        raise Unreadable("wrong_year", _("{text} is not a year.").format(text=year), _("Write it as 2013."))


def _read_prose(document: Document, name: str, today: date, said: dict) -> Reading:
    """The figures of a document's sentences, then those of the tables inside it."""
    text, tables = _parts(document, name, today, said)
    return text.reading() if tables is None else joined(text.reading(), tables)


def _parts(document: Document, name: str, today: date, said: dict) -> tuple[TextReading, Reading | None]:
    text = read_text(document.text, name=name, **said)
    return text, read_book_tables(Book(name, document.kind, list(document.tables)), today=today, **said) if document.tables else None


def read_parts(
    data: bytes, name: str, *, area: str = "", month: str = "", year: str = "", learned: tuple = (), catalogue: Catalogue | None = None,
) -> tuple[TextReading, Reading | None]:
    """The sentences of a document with their figures, and what the tables inside it give (None where it has none).

    Takes the same words as `extract`. Raises etl.read.grid.Unreadable for what is no running text.
    """
    _expect_period(month, year)
    document = read_document(data)
    if not data.strip():
        raise refusals.empty()
    if document is None:
        raise Unreadable("no_text", _("This is no running text."), _("Tables are read on the upload page; here choose .docx, .txt, .html or a PDF with text."))
    return _parts(document, name, date.today(), {"area": area, "month": month, "year": year, "learned": learned, "catalogue": catalogue or load_catalogue()})
