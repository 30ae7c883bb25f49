"""Headings: rows without figures over groups of rows, and what they pass on to the rows below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from .kinds import open_kind
from .labels import Label, Lexicon
from .periods import within
from .tables import Table
from .text import squeeze


def heading_label(table: Table, row: int, own: Label, lexicon: Lexicon) -> Label:
    """A row without figures whose only text stands beside the label columns (一、… under 序号) is a heading by that text."""
    texts = [v for _c, v in table.view.anchors(row, table.left, table.right)]
    if len(texts) == 1 and isinstance(texts[0], str) and not own.indicator and (named := lexicon.row(texts[0])).indicator:
        return named  # 一、工业总产值（亿元） in a column of zones
    if len(texts) == 1 and isinstance(texts[0], str) and sum(map(bool, (own.area, own.cluster, own.firm))) > 1:
        return lexicon.row(texts[0])  # one text merged over columns of several kinds is of none of them
    if own.text or own.period or len(texts) != 1 or not isinstance(texts[0], str):
        return own
    return lexicon.row(texts[0])


def kind_of_headings(headings: list[Label], words: str) -> str:
    """area or cluster where every heading of a firms' table that tells its kind is one; "" for none."""
    kinds, group = set(), {label.firm or label.name for label in headings if label.firm or label.name}
    for label in headings:
        name = label.firm or label.name
        kinds.add("area" if label.area else "cluster" if label.cluster else open_kind(name, [], words, group) if name else "")
    kinds &= {"area", "cluster"}
    return kinds.pop() if len(kinds) == 1 else ""


def headings_are_parts(rows: Iterable[tuple[Label, bool]]) -> bool:
    """True where the same indicators or months stand again under a heading, or under several, which are then zones or clusters. rows: (label, has figures)."""
    seen: dict[str, set[str]] = defaultdict(set)
    heading = ""
    for label, has_figures in rows:
        if not has_figures:
            heading = label.text or label.name if label.name or label.area or label.cluster or label.total else heading
        elif (label.indicator or label.period) and not label.places:
            seen[label.indicator or label.period.text].add(heading)
    return any(len(headings) > 1 for headings in seen.values())


def in_section(label: Label, section: Label, timed: bool) -> Label:
    """The label with the heading's shift, period and unit, and its part where the row names none and is no total of everything.
    timed: the rows have periods, which totals and rates take from the rows above them."""
    if section == Label():
        return label
    take: dict[str, object] = {}
    for name in ("shift", "period", "unit"):
        if getattr(section, name) and not getattr(label, name) and not (timed and name == "period"):
            take[name] = getattr(section, name)
    if label.period and section.period and section.period.year_known and not label.period.year_known:
        take["period"] = within(label.period, section.period)  # 9月 below a line 2023年
    part_of_it = label.firm or (label.indicator or label.total or label.period) and not (label.area or label.cluster)
    if part_of_it and not (label.total and is_grand(label.text)):
        take |= {axis: getattr(section, axis) for axis in ("area", "cluster") if getattr(section, axis) and not getattr(label, axis)}
    return replace(label, **take) if take else label


def is_grand(text: str) -> bool:
    """True for a total of everything (合计, 总计, 全园), false for a 小计."""
    return "小计" not in squeeze(text)
