"""From a file to everything it says: container -> grid -> tables -> labelled axes -> observations -> findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from etl.read import read_book
from etl.recognise.assemble import read_book_tables
from park.catalogue import Catalogue, load_catalogue
from park.store.records import Reading


def extract(
    source: str | Path | bytes, name: str | None = None, *, area: str = "", month: str = "", year: str = "",
    learned: tuple = (), catalogue: Catalogue | None = None, today: date | None = None,
) -> Reading:
    """Reads a file (path or bytes) without loading it.

    area, month (YYYY-MM), year: what the file itself leaves unsaid. learned: (kind, written, meaning) that a person settled
    for the park. today: what counts as the future. Raises etl.read.grid.Unreadable for what is no table at all.
    """
    book = read_book(source, name)
    return read_book_tables(
        book, area=area, month=month, year=year, learned=tuple(learned), catalogue=catalogue or load_catalogue(),
        today=today or date.today(),
    )
