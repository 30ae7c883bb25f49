"""Sheets written as rows of texts, and what a reading of them says, one line per observation."""

from __future__ import annotations

from datetime import date

from etl.read.grid import Book, Merge, Sheet
from etl.recognise.assemble import read_book_tables
from park.catalogue import load_catalogue
from park.store.records import Reading

TODAY = date(2026, 11, 1)


def sheet(rows: list[list[object]], name: str = "Sheet1", merges: str = "", **more) -> Sheet:
    """A sheet of rows; numbers become floats as readers give them. merges: "A1:C1 A2:A4"."""
    cells = [[float(v) if type(v) is int else (None if v == "" else v) for v in row] for row in rows]
    return Sheet(name, cells, merges=[_merge(m) for m in merges.split()], **more)


def _merge(text: str) -> Merge:
    first, last = text.split(":")
    return Merge(*_place(first), *_place(last))


def _place(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    col = 0
    for letter in letters:
        col = col * 26 + ord(letter) - 64
    return int(cell[len(letters):]) - 1, col - 1


def read(*sheets: Sheet, name: str = "报表.xlsx", **options) -> Reading:
    options = {"area": "", "month": "", "year": "", "learned": (), "catalogue": load_catalogue(), "today": TODAY, **options}
    return read_book_tables(Book(name, "xlsx", list(sheets)), **options)


def lines(reading: Reading) -> list[str]:
    """"B3 东区//: code actual ytd 2013-01..2013-09 = 100 万元 (yoy 5)" per observation."""
    return [_line(row) for row in reading.observations.to_pylist()]


def _line(row: dict) -> str:
    who = "/".join((row["area"], row["cluster"], row["firm"])).strip("/")
    value = "" if row["value"] is None else f"{row['value'].normalize():f}"
    high = "" if row["value_high"] is None else f"-{row['value_high'].normalize():f}"
    yoy = "" if row["yoy"] is None else f" yoy {row['yoy']:g}"
    sign = "" if row["comparator"] in ("=", "range") else row["comparator"]
    return f"{row['cell']} {who + ' ' if who else ''}{row['indicator']} {row['measure']} {row['basis']} {row['period_start']}..{row['period_end']} {sign}{value}{high} {row['unit']}{yoy}"


def doubts(reading: Reading, *severities: str) -> list[str]:
    """"severity code cell" per finding of these severities (all but notes if none is given)."""
    wanted = severities or ("error", "warning")
    return [f"{f.severity} {f.code} {f.cell}".strip() for f in reading.findings if f.severity in wanted]
