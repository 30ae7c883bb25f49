"""A frame as a table for people, or as CSV or JSON for programs."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO
from unicodedata import east_asian_width

import pandas as pd

FORMATS = ("table", "csv", "json")


def write(frame: pd.DataFrame, columns: Sequence[str], form: str | None, out: TextIO | None = None) -> None:
    """Prints the columns of a frame. form None: a table on a terminal, CSV otherwise. Empty (null in JSON) means not available."""
    out = out or sys.stdout
    rows = [[_plain(value) for value in row] for row in frame[list(columns)].astype(object).itertuples(index=False, name=None)]
    form = form or ("table" if out.isatty() else "csv")
    if form == "json":
        json.dump([dict(zip(columns, row, strict=True)) for row in rows], out, ensure_ascii=False, indent=1)
        out.write("\n")
    elif form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([[_exact(value) for value in row] for row in rows])
    else:
        _table(columns, rows, out)


def _plain(value: object) -> object:
    """A value of plain Python; None for whatever is missing."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _exact(value: object) -> str:
    """A number with all its digits, without separators or exponent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    return str(value)


def _readable(value: object) -> str:
    if value is None:
        return "—"
    if isinstance(value, float):
        return f"{value:,.2f}".removesuffix(".00")
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else _exact(value)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _table(columns: Sequence[str], rows: list[list[object]], out: TextIO) -> None:
    """Columns that are empty in every row are left out; numbers stand to the right."""
    kept = [n for n in range(len(columns)) if not rows or any(row[n] not in (None, "") for row in rows)]
    right = {n for n in kept if any(isinstance(row[n], int | float) and not isinstance(row[n], bool) for row in rows)}
    texts = [[columns[n] for n in kept], *([_readable(row[n]) for n in kept] for row in rows)]
    widths = [max(_width(line[i]) for line in texts) for i in range(len(kept))]
    for line in texts:
        cells = []
        for i, text in enumerate(line):
            blank = " " * (widths[i] - _width(text))
            cells.append(blank + text if kept[i] in right else text + blank)
        out.write("  ".join(cells).rstrip() + "\n")
