"""Names as they stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from park.charts.names import indicator_name, part_name
from park.charts.theme import STATUS, status_word
from park.locale import _, language

COUNTED = ("项目数", "企业数")  # 竣工投产项目6个, not 竣工投产项目数6个


def inline(name: str) -> str:
    """A name within an English sentence, where only abbreviations keep their capital; in Chinese as it is."""
    return name if language() == "zh" or name[1:2].isupper() else name[:1].lower() + name[1:]


def counted(name: str) -> str:
    """An indicator's name right before its number."""
    return name[:-1] if name.endswith(COUNTED) else inline(name)


def spoken(indicator: str, part: str = "") -> str:
    """A part's indicator in words; without a part the indicator alone. It opens a sentence."""
    name = indicator_name(indicator)
    return _("{indicator} in {part}").format(indicator=name, part=part_name(part)) if part else name


def status_inside(status: str) -> str:
    """The word of a status inside a sentence: the same as on cards and in tables."""
    return inline(status_word(status))


def statuses(rows: pd.DataFrame) -> str:
    """The statuses that occur in `rows`, the best first: done, ahead or on pace."""
    there = [status_inside(status) for status in STATUS if (rows["status"] == status).any()]
    return _("{first} or {last}").format(first=_(", ").join(there[:-1]), last=there[-1]) if len(there) > 1 else there[0]


def comma() -> str:
    """Between the clauses of a sentence."""
    return "，" if language() == "zh" else ", "


def joined(clauses: Iterable[str]) -> str:
    """Clauses as one sentence."""
    return comma().join(clauses)
