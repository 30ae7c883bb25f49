"""Whether the content of a text file is running text or a table."""

from __future__ import annotations

import re

from etl.read.delimited import read_text as cells_of

_BARE = re.compile(r"\s*[-+]?\d[\d.]*%?\s*")  # a number alone in its field: what only a table has
_SENTENCES = re.compile(r"[\u3400-\u9fff\d%)）”\"]。\s*$", re.M)
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_prose(text: str) -> bool:
    """True for running text in Chinese; False for a table of fields, as the reader of delimited files tells them apart."""
    if not _HAN.search(text):
        return False
    if _SENTENCES.search(text) and not any(_BARE.fullmatch(field) for line in text.splitlines() for field in re.split(r"[,\t;|]", line)):
        return True  # lines that end with a full stop, and no number alone in a field: commas of running text
    kind, sheets = cells_of(text.encode("utf-8"))
    return kind == "text" or "\t" not in text and "," not in text and not any(_BARE.fullmatch(str(cell)) for sheet in sheets for row in sheet.rows for cell in row if cell)
