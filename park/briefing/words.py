"""Names as they stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from park.charts.names import indicator_name, part_name
from park.charts.numbers import percent
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


def opening(text: str) -> str:
    """Words that open a sentence: in English with a capital."""
    return text[:1].upper() + text[1:] if language() == "en" else text


def numeral(number: int) -> str:
    """A small count as a Chinese sentence writes it beside figures (五项), else digits."""
    return "零一两三四五六七八九十"[number] if language() == "zh" and number <= 10 else str(number)


def listed(names: list[str]) -> str:
    """甲、乙和丙; a, b and c."""
    if len(names) == 1:
        return names[0]
    if language() == "zh":
        return "、".join(names[:-1]) + "和" + names[-1]
    return ", ".join(names[:-1]) + " and " + names[-1]


def change(rate: object) -> str:
    """up 12.3%, down 3.0%, unchanged: for titles, whose rates are whatever the question gives."""
    size = percent(abs(float(rate)))
    if float(rate) > 0:
        return _("up {size}").format(size=size)
    return _("down {size}").format(size=size) if float(rate) < 0 else _("unchanged")


def together(names: Iterable[str]) -> str:
    """Those that share a place in an order: up to three by their names, more by the first."""
    names = list(names)
    return listed(names) if len(names) < 4 else _("{name} and others").format(name=names[0])


def comma() -> str:
    """Between the clauses of a sentence."""
    return "，" if language() == "zh" else ", "


def joined(clauses: Iterable[str]) -> str:
    """Clauses as one sentence."""
    return comma().join(clauses)
