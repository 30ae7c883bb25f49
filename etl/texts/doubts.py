"""Signs that a figure was damaged on its way: a find-and-replace of 10 by a year, a part larger than its whole."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from park.locale import _

from .amounts import amount_at
from .measures import Measures
from .model import Figure, Likely
from .state import Draft

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LIKELY = range(2000, 2050)


def years_in(plain_text: str, year: str) -> frozenset[str]:
    """The years that a text prints, and the one given from outside."""
    return frozenset(_YEAR.findall(plain_text)) | ({year} if year else set())


def spoilt_text(plain_text: str, years: frozenset[str]) -> bool:
    """True where a year stands in places that hold no year (8-2023个, 2023千伏, 20230%, a list number 2023、)."""
    return any(re.search(rf"(?<!\d)\d{{1,2}}-{y}[个家户项]|(?<!\d){y}(?:千伏|个|家|户|、)|(?<!\d){y}0(?:%|亩)", plain_text) for y in years)


def doubt_of(draft: Draft, words: str, years: frozenset[str], spoilt: bool) -> str:
    """Why the digits of a figure are not to be trusted; "" where nothing speaks against them."""
    for digits in _DIGITS.findall(words):
        whole = digits.replace(",", "").partition(".")[0]
        if whole[:4] in years and (len(whole) == 4 or len(whole) < 7 and (whole[4:] == "0" or "." in digits or spoilt)):
            return _("it looks as if the year {year} had replaced other digits").format(year=whole[:4])
        if spoilt and len(whole) == 4 and int(whole) in _LIKELY:
            return _("it looks as if the year {year} had replaced other digits").format(year=whole)
    amount = draft.amount
    if amount and amount.high is not None and amount.value is not None and amount.high >= 1990 and amount.value * 20 < amount.high:
        return _("the two ends of the range do not fit each other")
    return ""


def likely(draft: Draft, words: str, years: frozenset[str], measures: Measures) -> Likely | None:
    """What spoilt digits may have been: 10 in the place of the year; None where that gives no figure."""
    year = next((y for y in years if y in words), "")
    repaired = words.replace(year, "10") if year else ""
    found = amount_at(repaired, 0) if repaired else None
    if found is None or found[1].value is None:
        return None
    amount = found[1]
    unit = amount.unit or (draft.amount.unit if draft.amount else "")
    return Likely(repaired, measures.value(draft.code, amount.value, unit), measures.value(draft.code, amount.high, unit))


def doubt_parts(drafts: list[Draft], measures: Measures) -> None:
    """其中 a part larger than the figure that it is part of, of the same indicator and sentence: both in doubt."""
    for whole, part in zip(drafts, drafts[1:], strict=False):
        same = whole.code == part.code and whole.sentence is part.sentence and whole.measure == part.measure and whole.period == part.period
        if not (same and part.rule == "same indicator, next name" and "其中" in part.sentence.plain[whole.end:part.start]):
            continue
        values = [_value(d, measures) for d in (whole, part)]
        if all(v is not None for v in values) and values[1] > values[0]:
            for draft in (whole, part):
                draft.doubt = draft.doubt or _("a part is larger than its whole")


def doubt_repeats(figures: list[Figure]) -> list[Figure]:
    """Two different figures of one key in a text: which one holds is for a person to say."""
    values: dict[tuple, set] = defaultdict(set)
    for figure in figures:
        if figure.value is not None:
            values[_key(figure)].add((figure.value, figure.value_high))
    return [replace(f, doubt=_("the text gives another figure for the same")) if not f.doubt and len(values[_key(f)]) > 1 else f for f in figures]


def _key(figure: Figure) -> tuple:
    return (figure.area, figure.cluster, figure.firm, figure.indicator, figure.measure, figure.basis, figure.period_start, figure.period_end)


def _value(draft: Draft, measures: Measures) -> Decimal | None:
    return measures.value(draft.code, draft.amount.value, draft.amount.unit) if draft.amount else None
