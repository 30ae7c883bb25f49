"""A workbook as a grid of cells with addresses: what every container is read into, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class CellError(StrEnum):
    """An error value in a cell (#REF!, #DIV/0!): never the same as an empty cell."""

    REF = "#REF!"
    DIV0 = "#DIV/0!"
    NA = "#N/A"
    NAME = "#NAME?"
    VALUE = "#VALUE!"
    NUM = "#NUM!"
    NULL = "#NULL!"
    OTHER = "#ERROR!"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, zero-based, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """One sheet. rows[r][c] zero-based from A1 (ragged rows allowed): None for empty, else str, float, int, bool,
    datetime.date, datetime.datetime, datetime.time, datetime.timedelta or CellError.

    formats: (row, col) -> number format code, only where it matters (percent, dates, units as text such as 0"户");
    uncached: cells that hold a formula without a kept result; hidden: the sheet; hidden_rows / hidden_cols: hidden by hand
    (rows hidden by a filter are data and not listed).
    """

    name: str
    rows: list[list[object]]
    merges: list[Merge] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    uncached: set[tuple[int, int]] = field(default_factory=set)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)

    def at(self, row: int, col: int) -> object:
        """The value of a cell; None outside the rows that are there."""
        if 0 <= row < len(self.rows) and 0 <= col < len(self.rows[row]):
            return self.rows[row][col]
        return None

    def put(self, row: int, col: int, value: object) -> None:
        """Sets a cell; rows and columns up to it are made where they are missing."""
        self.rows.extend([] for _row in range(len(self.rows), row + 1))
        line = self.rows[row]
        line.extend([None] * (col + 1 - len(line)))
        line[col] = value


@dataclass
class Book:
    """A file as sheets. kind: xlsx, xls, xlsb, ods, csv, html, xml (SpreadsheetML), text.

    notes: (code, message) about the file as a whole that a person should hear, such as a name that does not fit the content.
    """

    name: str
    kind: str
    sheets: list[Sheet]
    notes: list[tuple[str, str]] = field(default_factory=list)


class Unreadable(ValueError):
    """A file that cannot be read at all: code (short, stable) and one sentence that says what and what to do."""

    def __init__(self, code: str, message: str, suggestion: str = ""):
        super().__init__(message)
        self.code, self.message, self.suggestion = code, message, suggestion


def address(row: int, col: int) -> str:
    """A1 address of zero-based row and column."""
    letters = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
