"""What every question shares: areas and months by name, the keys a question is about, SQL files run with bound parameters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from park.catalogue import Indicator, load_catalogue
from park.locale import _

FOLDER = Path(__file__).parent
HIGHEST = 2_147_483_647
TOTAL, UNALLOCATED = "合计", "未分解"


class QuestionError(ValueError):
    """A question that cannot be asked as it stands: one sentence, and what to do instead."""

    def __init__(self, sentence: str, suggestion: str = ""):
        super().__init__(f"{sentence} {suggestion}".strip())
        self.sentence, self.suggestion = sentence, suggestion


@dataclass(frozen=True, slots=True)
class Area:
    """A park or a zone of one (then parent_id is the park)."""

    area_id: int
    parent_id: int
    kind: str
    name: str

    @property
    def park_id(self) -> int:
        return self.parent_id or self.area_id

    @property
    def is_park(self) -> bool:
        return self.parent_id == 0


@dataclass(frozen=True, slots=True)
class Month:
    """An as-of month."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Scope:
    """The keys a question is about: one area with its totals, or its parts of one kind."""

    area: Area
    by: str | None
    area_ids: tuple[int, ...]
    clusters: tuple[int, int] = (0, 0)
    firms: tuple[int, int] = (0, 0)

    def parameters(self) -> dict:
        zone = self.area.area_id if self.by == "firm" and not self.area.is_park else 0
        return {
            "park": self.area.park_id, "areas": list(self.area_ids), "cluster_low": self.clusters[0], "cluster_high": self.clusters[1],
            "firm_low": self.firms[0], "firm_high": self.firms[1], "zone": zone,
        }

    def with_total(self) -> Scope:
        """The same parts and the area's own total beside them."""
        return replace(
            self, area_ids=tuple(dict.fromkeys((self.area.area_id, *self.area_ids))),
            clusters=(0, self.clusters[1]), firms=(0, self.firms[1]),
        )


@cache
def sql(name: str) -> str:
    """The text of a question's SQL file."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def ask(cur: duckdb.DuckDBPyConnection, name: str, **parameters) -> pd.DataFrame:
    """The answer of a SQL file as a frame; DECIMAL becomes double."""
    return cur.execute(sql(name), parameters).df()


def find_area(cur: duckdb.DuckDBPyConnection, name: str | Area | None = None) -> Area:
    """The park or zone of that name, or of an alias of the catalogue; without a name the only park.

    Raises QuestionError when there is none, when a zone's name stands in several parks, or when a name must be given.
    """
    if isinstance(name, Area):
        return name
    known = [Area(*row) for row in cur.execute("select area_id, parent_id, kind, name from area order by area_id").fetchall()]
    if not known:
        raise QuestionError(_("Nothing has been loaded yet."), _("Load a file with `python -m etl load FILE`."))
    if not name:
        parks = [a for a in known if a.is_park]
        if len(parks) == 1:
            return parks[0]
        raise QuestionError(
            _("There are several parks: {names}.").format(names="、".join(a.name for a in parks)), _("Choose one with --area NAME.")
        )
    known = _less_merged(cur, name, known)
    found = [a for a in known if a.name == name] or [a for a in known if name in _aliases(a, known)] or _once_called(cur, name, known)
    parks = [a for a in found if a.is_park]
    if len(parks) == 1 or len(found) == 1:
        return (parks or found)[0]
    if found:
        raise QuestionError(_("Several parks have a zone called {name}.").format(name=name), _("Give the park's name."))
    raise QuestionError(
        _("No park or zone is called {name}.").format(name=name),
        _("Known are: {names}.").format(names="、".join(a.name for a in known)),
    )


def _less_merged(cur: duckdb.DuckDBPyConnection, name: str, known: list[Area]) -> list[Area]:
    """The areas without those merged into others; one that is asked for by name stands for the other."""
    into = dict(cur.execute("select zone_id, into_id from merged").fetchall())
    asked = {into[a.area_id] for a in known if a.area_id in into and a.name == name}
    return [replace(a, name=name) if a.area_id in asked else a for a in known if a.area_id not in into]


def _once_called(cur: duckdb.DuckDBPyConnection, name: str, known: list[Area]) -> list[Area]:
    """The areas that had this name before they were renamed."""
    ids = {id_ for (id_,) in cur.execute("select entity_id from renaming where kind = 'area' and old_name = ?", [name]).fetchall()}
    return [a for a in known if a.area_id in ids]


def speaking_area(cur: duckdb.DuckDBPyConnection, month: str | None) -> Area:
    """The park meant where none is named: the only one, or the only one of several with a figure of the month (None: the latest).

    Raises QuestionError like `find_area` where that leaves no park or several.
    """
    when = parse_month(month) if month else None
    spoken = cur.execute(sql("speaking"), {"month": when.year * 100 + when.month if when else None}).fetchall()
    return Area(*spoken[0]) if len(spoken) == 1 else find_area(cur)


def _aliases(area: Area, known: list[Area]) -> tuple[str, ...]:
    parks = load_catalogue().parks
    if area.is_park:
        return parks[area.name].aliases if area.name in parks else ()
    parent = next((a.name for a in known if a.area_id == area.parent_id), "")
    zones = parks[parent].zones if parent in parks else ()
    return next((z.aliases for z in zones if z.name == area.name), ())


def find_indicator(code: str) -> Indicator:
    """The indicator of a code. Raises QuestionError for an unknown one."""
    indicators = load_catalogue().indicators
    if code not in indicators:
        likely = [i.code for i in indicators.values() if code in (i.name_zh, i.name_en, *i.aliases)]
        raise QuestionError(
            _("No indicator has the code {code}.").format(code=code),
            _("Perhaps {codes}.").format(codes=", ".join(likely)) if likely else _("`python -m park indicators` lists them."),
        )
    return indicators[code]


def find_part(cur: duckdb.DuckDBPyConnection, kind: str, area: Area, name: str) -> int:
    """The id of a cluster or firm of the area's park. Raises QuestionError for an unknown name."""
    rows = cur.execute(f"select {kind}_id, name from {kind} where park_id = ?", [area.park_id]).fetchall()
    aliases = load_catalogue().clusters if kind == "cluster" else {}
    for part_id, known in rows:
        if name == known or (known in aliases and name in aliases[known].aliases):
            return part_id
    if kind == "cluster":
        raise QuestionError(
            _("No cluster is called {name}.").format(name=name), _("Known are: {names}.").format(names="、".join(n for _i, n in rows))
        )
    raise QuestionError(_("No firm is called {name}.").format(name=name), _("`--by firm` lists them."))


def parse_month(text: str) -> Month:
    """YYYY-MM as a month. Raises QuestionError for anything else."""
    year, _dash, month = text.partition("-")
    if len(year) == 4 and year.isdigit() and len(month) == 2 and month.isdigit() and 1 <= int(month) <= 12:
        return Month(int(year), int(month))
    raise QuestionError(_("{text} is not a month.").format(text=text), _("Write it as 2013-09."))


def latest_month(cur: duckdb.DuckDBPyConnection, area: Area | int | str | None = None) -> str | None:
    """The latest period_end of any committed actual of the area or its parts (DEFINITIONS 10) as YYYY-MM; None without data."""
    if isinstance(area, int):
        area = Area(*cur.execute("select area_id, parent_id, kind, name from area where area_id = ?", [area]).fetchone())
    found = find_area(cur, area)
    row = cur.execute("select last_month from coverage where area_id = ?", [found.area_id]).fetchone()
    return None if row is None else f"{row[0] // 100:04d}-{row[0] % 100:02d}"


def as_of(cur: duckdb.DuckDBPyConnection, area: Area, month: str | None) -> Month:
    """The month asked for, else the default one. Raises QuestionError where the area has no data at all."""
    if month:
        return parse_month(month)
    latest = latest_month(cur, area)
    if latest is None:
        raise QuestionError(
            _("{area} has no figures yet.").format(area=area.name), _("Load a file with `python -m etl load FILE`, or name a month with --month.")
        )
    return parse_month(latest)


def scope_of(cur: duckdb.DuckDBPyConnection, area: Area, by: str | None) -> Scope:
    """The keys of the area itself (by None), or of its zones, clusters or firms."""
    if by is None:
        return Scope(area, None, (area.area_id,))
    if by == "area":
        zones = cur.execute("select area_id from area where parent_id = ? order by area_id", [area.area_id]).fetchall()
        return Scope(area, by, tuple(z for (z,) in zones))
    if by == "cluster":
        return Scope(area, by, (area.area_id,), clusters=(1, HIGHEST))
    if by == "firm":
        return Scope(area, by, (area.park_id,), firms=(1, HIGHEST))
    raise QuestionError(_("Parts are by area, cluster or firm, not by {by}.").format(by=by))


def everything_but_firms(cur: duckdb.DuckDBPyConnection, area: Area) -> Scope:
    """The area, its zones and the clusters of all of them."""
    return replace(scope_of(cur, area, "area").with_total(), clusters=(0, HIGHEST))


def measures(codes: list[Indicator]) -> dict:
    """Parameters that tell SQL what kind of figure each indicator is."""
    return {
        "codes": [i.code for i in codes],
        "kinds": [i.kind for i in codes],
        "lower": [i.better == "lower" for i in codes],
        "percent": [i.unit == "%" for i in codes],
    }


def comparable(indicator: str | None = None) -> list[Indicator]:
    """The indicator asked for, or every one whose figures compare."""
    if indicator:
        return [find_indicator(indicator)]
    return [i for i in load_catalogue().indicators.values() if i.comparable]
