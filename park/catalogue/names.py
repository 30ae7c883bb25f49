"""Names of areas, clusters and indicators in the language in use; data and URLs keep the Chinese ones and the codes."""

from __future__ import annotations

import re
from functools import cache

from park.catalogue import load_catalogue
from park.locale import _, language

TOTAL, UNALLOCATED = "合计", "未分解"
SUMMING = r"(?:小计|合计|汇总|主区|主园区|主片区|核心区|本部)$"  # names of parts that may be the sum of others beside them


def part_name(name: str) -> str:
    """A park, zone or cluster as the language in use calls it; 合计 and 未分解 translated; other names as they are."""
    if name in (TOTAL, UNALLOCATED):
        return _("Total") if name == TOTAL else _("Not allocated")
    return _english().get(name, name) if language() == "en" else name


def may_sum_others(name: str) -> bool:
    """True for a zone or cluster whose name says that it may hold others beside it (主区, 小计): only such a part, and only where its
    figure fits, is left out of a sum of parts."""
    return bool(re.search(SUMMING, name))


def indicator_name(code: str) -> str:
    """An indicator's name in the language in use; the code itself for one the catalogue does not know."""
    known = load_catalogue().indicators.get(code)
    return known.name(language()) if known else code


@cache
def _english() -> dict[str, str]:
    catalogue = load_catalogue()
    names = {c.name: c.name_en for c in catalogue.clusters.values()}
    for park in catalogue.parks.values():
        names[park.name] = park.name_en
        names.update({zone.name: zone.name_en for zone in park.zones})
    return names
