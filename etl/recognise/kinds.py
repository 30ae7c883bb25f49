"""Whether names that no catalogue knows are zones, clusters or firms: decided for the group that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .labels import Label, kind_of_name

# What a title says its rows or columns are; 产业园 and 产业集聚区 are words for a park.
CLUSTER_WORDS = re.compile(r"产业(?!园|集聚|集中|开发|新城|城|基地|示范|化|工人|资金|投资|用地|项目)|行业|集群")
_DIRECTION = re.compile(r"^[东西南北中上下前后新老]|[东西南北]$")
_AREAS = re.compile(r"片区|分区|区域|板块|组团|分园|各园区|园区分|镇街|功能区")


def open_kind(name: str, beside: Sequence[Label], words: str, group: Iterable[str] = ()) -> str:
    """area, cluster or firm for a name that no catalogue knows; "" where nothing tells.

    By its ending, by known names beside it, by the endings of the names of its group, by the title's words, nearest first.
    """
    by_ending = kind_of_name(name)
    if by_ending in ("firm", "area"):
        return by_ending
    known = {axis for axis in ("cluster", "area") if any(getattr(label, axis) for label in beside)}
    if len(known) == 1:
        return known.pop()
    if known and by_ending:
        return by_ending
    ends = [kind_of_name(other) for other in group]
    clusters, areas = ends.count("cluster"), ends.count("area")
    if areas and not clusters:
        return "area"
    if not areas and clusters and 2 * clusters >= len(ends):
        return "cluster"
    if not by_ending and _by_direction([*group, name]):
        return "area"
    return _told(words) or by_ending


def _by_direction(names: Iterable[str]) -> bool:
    """True where two names differ by a word of direction alone (北屯 and 南屯, 河东 and 河西)."""
    bare = [_DIRECTION.sub("", name) for name in dict.fromkeys(names) if _DIRECTION.search(name)]
    return any(rest and bare.count(rest) > 1 for rest in bare)


def _told(words: str) -> str:
    """The kind that the nearest words name first."""
    found = [(match.start(), kind) for kind, pattern in (("cluster", CLUSTER_WORDS), ("area", _AREAS)) if (match := pattern.search(words))]
    return min(found)[1] if found else ""
