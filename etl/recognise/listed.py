"""Zones and clusters that a file itself lists under such a header, so that its titles, sheet names and other tables are understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .context import is_kind_word, is_park_like
from .headers import classify_path
from .labels import Lexicon, kind_of_name
from .names import total_of
from .profiles import SAMPLE_ROWS, header_path
from .tables import Table
from .text import squeeze

LONGEST = 12  # characters of a name; longer cells are remarks


def listed_parts(tables: Iterable[Table], lexicon: Lexicon) -> dict[str, str]:
    """Name as written -> area or cluster; names that stand under both kinds of header, of parks, firms, totals and indicators are none."""
    kinds: dict[str, set[str]] = {}
    for role, text in _listed(tables):
        if _is_name(text, lexicon):
            kinds.setdefault(squeeze(text), set()).add(role)
    return {name: found.pop() for name, found in kinds.items() if len(found) == 1}


def park_listed(tables: Iterable[Table], lexicon: Lexicon) -> str:
    """The park among the zones that a file lists: the one name that ends as a park's does, where others do not; "" for none."""
    names = {squeeze(text) for role, text in _listed(tables) if role == "area" and len(squeeze(text)) <= 2 * LONGEST}
    names = {name for name in names if total_of(name) is None and not is_kind_word(name)}
    parks = [name for name in names if lexicon.names.park(name) or is_park_like(name)]
    return parks[0] if len(parks) == 1 < len(names) else ""


def _listed(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """(area or cluster, text) of the cells under such headers."""
    for table in tables:
        for col in range(table.left, table.right + 1):
            path = header_path(table, col)
            role = classify_path(path).role if path else ""
            if role in ("area", "cluster"):
                yield from ((role, value) for r in table.body[:SAMPLE_ROWS] if isinstance(value := table.view.rows[r][col], str))


def _is_name(text: str, lexicon: Lexicon) -> bool:
    name = squeeze(text)
    if not 2 <= len(name) <= LONGEST or total_of(name) is not None or is_kind_word(name) or is_park_like(name) or kind_of_name(name) == "firm":
        return False
    return lexicon.kind(text) in "wt" and not lexicon.names.indicator(name) and not any(ch.isdigit() for ch in name)
