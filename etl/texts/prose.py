"""Whether the content of a text file is running text or a table."""

from __future__ import annotations

import re

from etl.read.delimited import read_text as cells_of

_HAN = re.compile(r"[\u3400-\u9fff]")


def is_prose(text: str) -> bool:
    """True for running text in Chinese; False for a table of fields, as the reader of delimited files tells them apart."""
    return bool(_HAN.search(text)) and cells_of(text.encode("utf-8"))[0] == "text"
