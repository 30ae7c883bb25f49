"""Whether the content of a text file is running text or a table."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^[+-]?[\d,]*\d(?:\.\d+)?%?$")


def is_prose(text: str) -> bool:
    """True for running text, False for a table of cells kept apart by tabs, commas, semicolons, bars or runs of blanks.

    A table has the same number of cells in most of its lines; prose has punctuation marks and long lines.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return False
    for separator in ("\t", ",", ";", "|", r"\s{2,}"):
        cells = [re.split(separator if len(separator) > 1 else re.escape(separator), line) for line in lines]
        wide = [row for row in cells if len(row) > 1]
        if len(wide) >= 2 and len(wide) >= 0.6 * len(lines) and _like_a_table(wide):
            return False
    return True


def _like_a_table(rows: list[list[str]]) -> bool:
    """Rows of equal width, short cells, and numbers alone in cells."""
    widths = [len(row) for row in rows]
    usual = max(set(widths), key=widths.count)
    alike = sum(width == usual for width in widths) / len(widths)
    cells = [cell.strip().strip('"') for row in rows for cell in row]
    numbers = sum(bool(_NUMBER.match(cell.replace("，", ""))) for cell in cells)
    stops = sum(cell.count("。") + cell.count("；") for cell in cells)
    return alike >= 0.6 and numbers >= 0.15 * len(cells) and stops <= 0.1 * len(cells)
