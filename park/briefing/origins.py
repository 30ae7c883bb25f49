"""Where the figures of a briefing come from, asked once for a park: file, sheet and cell of each key and month."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import duckdb

from park.questions import Area

from .model import Origin, unique

FOLDER = Path(__file__).parent


class Origins:
    """The cells behind an area's figures of two years up to the as-of month, and its targets of the year."""

    def __init__(self, cur: duckdb.DuckDBPyConnection, area: Area, month: str, indicators: list[str]):
        year = int(month[:4])
        rows = cur.execute(
            (FOLDER / "origins.sql").read_text(encoding="utf-8"),
            {"park": area.park_id, "indicators": indicators, "first": (year - 1) * 100 + 1, "last": year * 100 + 12},
        ).fetchall()
        self._park = cur.execute("select name from area where area_id = ?", [area.park_id]).fetchone()[0]
        self._own: dict[tuple, Origin] = {}
        self._parts: dict[tuple, list[tuple[str, str, str, Origin]]] = defaultdict(list)
        for zone, cluster, firm, indicator, measure, basis, end, *place in rows:
            what = (indicator, measure, basis, f"{end // 100:04d}-{end % 100:02d}")
            self._own[(zone, cluster, firm, *what)] = Origin(*place)
            self._parts[what].append((zone, cluster, firm, Origin(*place)))
        projects = (FOLDER / "project_origins.sql").read_text(encoding="utf-8")
        self._projects = {name: Origin(*place) for name, *place in cur.execute(projects, {"park": area.park_id}).fetchall()}

    def actual(self, indicator: str, month: str, area: str, cluster: str = "") -> tuple[Origin, ...]:
        """Of the year to date (a stock's last value): its own cell, else its months', else its parts'; () where none is known."""
        found = self._of(indicator, "actual", "ytd", month, area, cluster)
        if found:
            return found
        months = [self._of(indicator, "actual", "month", f"{month[:5]}{n:02d}", area, cluster) for n in range(1, int(month[5:]) + 1)]
        summed = unique(origin for one in months for origin in one)
        return summed or self._of_parts(indicator, "actual", month, area, cluster)

    def last(self, indicator: str, month: str, area: str, cluster: str = "") -> tuple[Origin, ...]:
        """Of a stock: the cell of its last month of the year up to the month."""
        found = (self.actual(indicator, f"{month[:5]}{n:02d}", area, cluster) for n in range(int(month[5:]), 0, -1))
        return next((cells for cells in found if cells), ())

    def of_month(self, indicator: str, month: str, area: str) -> tuple[Origin, ...]:
        """Of a single month: its own cell, else the two years to date it is the difference of."""
        own = self._of(indicator, "actual", "month", month, area, "")
        if own:
            return own
        before = f"{month[:5]}{int(month[5:]) - 1:02d}"
        return unique((*self.actual(indicator, month, area), *self._of(indicator, "actual", "ytd", before, area, "")))

    def target(self, indicator: str, year: str, area: str, cluster: str = "") -> tuple[Origin, ...]:
        """Of the year's target: its own cell, else its parts'."""
        december = f"{year}-12"
        return self._of(indicator, "target", "ytd", december, area, cluster) or self._of_parts(indicator, "target", december, area, cluster)

    def project(self, *names: str) -> tuple[Origin, ...]:
        """The ledger rows of the projects; of every project without names."""
        return unique(self._projects[name] for name in (names or self._projects) if name in self._projects)

    def _of(self, indicator: str, measure: str, basis: str, month: str, area: str, cluster: str) -> tuple[Origin, ...]:
        found = self._own.get((area, cluster, "", indicator, measure, basis, month))
        return (found,) if found else ()

    def _of_parts(self, indicator: str, measure: str, month: str, area: str, cluster: str) -> tuple[Origin, ...]:
        """A sum stands in for a total of zones, else of clusters, else of firms (DEFINITIONS 7)."""
        if area != self._park or cluster:
            return ()
        parts = self._parts[indicator, measure, "ytd", month]
        kinds = (
            [o for zone, name, firm, o in parts if zone != self._park and not name and not firm],
            [o for _zone, name, firm, o in parts if name and not firm],
            [o for _zone, _name, firm, o in parts if firm],
        )
        return next((tuple(found) for found in kinds if found), ())


def place_words(origins: tuple[Origin, ...], limit: int = 3) -> str:
    """The places as one text; beyond the limit only how many more there are (+n)."""
    words = "；".join(str(origin) for origin in origins[:limit])
    return words + (f" (+{len(origins) - limit})" if len(origins) > limit else "")
