"""What a title is about: the one indicator that the words around a table name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from .columns import GROWTH, SAME, VALUE, Column
from .context import Said, Words, place_in, without_number
from .labels import Lexicon
from .names import means_another, without_notes
from .periods import prepare, scan
from .text import compact, key, simplified
from .units import split_unit

_BRACKET = re.compile(r"[(（〔【\[]([^()（）〔〕【】\[\]]{1,16})[)）〕】\]]")


def indicator_of(words: tuple[Words, ...], lexicon: Lexicon, is_part: Callable[[str], bool]) -> Said | None:
    """The indicator that the nearest words speak of; None where they name several, or one whose meaning they change.

    is_part: whether a text in brackets is a zone's, cluster's or park's name, which changes nothing.
    """
    for said in words:
        code = indicator_in(_BRACKET.sub(lambda m: "" if is_part(m[1]) else m[0], said.text), lexicon)
        if code is not None:
            return Said(code, said.where) if code else None
    return None


def named_by_caption(columns: dict[int, Column], captions: list[str], lexicon: Lexicon) -> dict[int, Column]:
    """The columns with their one indicator as the nearest caption names it, where a header says but the end of its name
    (企业数 under 规模以上企业, 产值 under 规模以上工业总产值)."""
    headed = [c for c in columns.values() if c.what in (VALUE, SAME, GROWTH) and c.label.indicator]
    code = next((found for text in reversed(captions) if (found := indicator_in(text, lexicon)) is not None), None)
    if not code or len({c.label.indicator for c in headed}) != 1 or headed[0].label.indicator == code:
        return columns
    told = {name for name, of in _by_length(lexicon) if of == code and any(name in key(compact(simplified(text))) for text in captions)}
    if not all(any(_ends_as(name, text) for name in told for text in c.texts) for c in headed):
        return columns
    return {c: replace(column, label=replace(column.label, indicator=code)) if column in headed else column for c, column in columns.items()}


def _ends_as(name: str, header: str) -> bool:
    """True for a header that is the end of a name, as far as it goes."""
    bare = re.sub(r"(?:总?[数额量]|个数|户数|家数)$", "", key(split_unit(header)[0]))
    return bool(bare) and name != bare and name.endswith(bare)


def indicator_in(text: str, lexicon: Lexicon) -> str | None:
    """The one indicator that a title speaks of (分片区税收（万元）); "" for several or another than a known one (规模以下工业总产值),
    None where it speaks of none."""
    bare = without_number(text)
    found = [_indicator_of(form, text, lexicon) for form in (compact(simplified(bare)), _without_periods(bare))]
    return found[0] or found[1] if found[0] is not None or found[1] is not None else None


def _indicator_of(bare: str, text: str, lexicon: Lexicon) -> str | None:
    title = without_notes(key(bare))
    place = key(place_in(text))
    if place and title.startswith(place):
        title = title[len(place):]
    found: list[tuple[int, int, str]] = []
    for name, code in _by_length(lexicon):
        at = title.rfind(name)
        if at >= 0 and not any(at < end and at + len(name) > start for start, end, _code in found):
            found.append((at, at + len(name), "" if means_another(title[:at], title[at + len(name):]) else code))
    if not found:
        return None
    found = sorted(one for one in found if one[2])
    if len({code for _s, _e, code in found}) > 1 and any(
        re.fullmatch(r".{0,3}[、和及与,].{0,3}", title[a[1]:b[0]]) for a, b in zip(found, found[1:], strict=False)
    ):
        return ""
    return found[-1][2] if found else ""


def _without_periods(text: str) -> str:
    """A title without its expressions of time, which may stand before or behind what it is about."""
    bare, at, kept = prepare(text), 0, []
    for found in scan(text):
        kept.append(bare[at:found.start])
        at = found.end
    return "".join([*kept, bare[at:]])


@lru_cache(maxsize=8)
def _by_length(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    names = {name: code for name, code in lexicon.names.keyed().items() if len(name) >= 2}
    return tuple(sorted(names.items(), key=lambda item: -len(item[0])))
