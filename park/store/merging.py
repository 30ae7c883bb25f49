"""Two zones that both have a figure for the same thing, and not alike: which one counts once they are merged, kept as a batch of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from park.catalogue import load_catalogue
from park.locale import _, language

from . import files
from .database import Store, StoreError
from .records import OBSERVATION_SCHEMA, Reading

ZONE, INTO, SUM = "zone", "into", "sum"
WAYS = (ZONE, INTO, SUM)
NONE = float("nan")  # in a decision: no growth counts, although one of the zones reports one; null would leave that one standing


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure that both zones have. one: the merged zone's, other: that of the zone it counts as; growth as reported with an achieved figure.

    one and other are None where only growths are reported.
    """

    cluster: str
    indicator: str
    measure: str
    basis: str
    year: int
    month: int
    one_sign: str
    other_sign: str
    one: Decimal | None
    other: Decimal | None
    one_high: Decimal | None
    other_high: Decimal | None
    one_growth: float | None
    other_growth: float | None


class ZonesDiffer(StoreError):
    """Both zones have figures for the same; .beside has all of them, and one of WAYS says which count.

    .goals: indicator, year and whether it is the merged zone's, of targets that only one has; the message warns of adding then.
    """

    def __init__(self, zone: str, into: str, beside: list[Beside], goals: list[tuple] = ()):
        first, self.beside = beside[0], beside
        said = _("{zone} and {into} both have {indicator} for {month}, {one} and {other}, and {count} figures in all that differ. Say which count before they are merged.").format(
            zone=zone, into=into, indicator=name(first.indicator), month=f"{first.year}-{first.month:02d}", one=figure(first.one, first.one_growth), other=figure(first.other, first.other_growth), count=len(beside))
        for indicator, year, is_zones in goals[:1]:
            said += " " + _("Of {indicator} {year} only {zone} has a target ({count} such in all): figures of both added would be held against that target alone.").format(
                indicator=name(indicator), year=year, zone=zone if is_zones else into, count=len(goals))
        super().__init__(said)
        self.goals = goals


def beside(cur: duckdb.DuckDBPyConnection, zone_id: int, into_id: int, *, alike: bool = False) -> list[Beside]:
    """What two zones both have of their own and differently (alike: or not), the achieved figures first, the latest first."""
    stocks = [i.code for i in load_catalogue().indicators.values() if i.kind == "stock"]
    return [Beside(*row) for row in cur.execute(_sql("merge_beside"), {"zone": zone_id, "into": into_id, "stocks": stocks, "alike": alike}).fetchall()]


def goals_alone(cur: duckdb.DuckDBPyConnection, zone_id: int, into_id: int, found: list[Beside]) -> list[tuple[str, int, bool]]:
    """Indicator, year and whether it is the merged zone's, of targets that only one zone has although both have achieved figures that differ."""
    codes = sorted({one.indicator for one in found if one.measure == "actual" and load_catalogue().indicators[one.indicator].kind != "ratio"})
    return cur.execute(_sql("merge_goal"), {"zone": zone_id, "into": into_id, "codes": codes}).fetchall()


def chosen(cur: duckdb.DuckDBPyConnection, park: str, zone: tuple[int, str], into: tuple[int, str], found: list[Beside], way: str, by: str) -> tuple[Reading, bytes]:
    """The figures that count, as a reading of the zone that stays, and the document that is kept of the decision. zone, into: id and name.

    way: ZONE or INTO for the figures of one, SUM for both added (rates are those of INTO). Raises StoreError for figures that cannot be added: months that
    only one has, or a reported growth.
    """
    if way not in WAYS:
        raise StoreError(_("The figures that count are one of {ways}.").format(ways=", ".join(WAYS)))
    if way == SUM:
        _expect_addable(cur, zone, into, found)
    file = _("merging of zones") + ".json"
    rows = [_row(one, into[1], way, zone[1], file) for one in found]
    told = {"merging": [zone[0], into[0]], "zone": zone[1], "into": into[1], "way": way, "by": by, "at": datetime.now(UTC).isoformat(), "figures": [[r["indicator"], r["period_end"], r["raw"]] for r in rows]}
    return Reading(file=file, observations=pa.Table.from_pylist(rows, schema=OBSERVATION_SCHEMA), park=park), json.dumps(told, ensure_ascii=False).encode()


def decided(store: Store, cur: duckdb.DuckDBPyConnection, zone_id: int) -> list[str]:
    """Ids of the batches that say which figures count since a zone is merged, and still count themselves."""
    rows = cur.execute(
        "select b.batch_id, b.sha256 from batch b join area z on z.parent_id = b.park_id where z.area_id = ? and b.status = 'committed' and ends_with(b.file_name, '.json')",
        [zone_id]).fetchall()
    return [batch_id for batch_id, sha256 in rows if of_document(store, sha256)[:1] == [zone_id]]


def ways(store: Store, cur: duckdb.DuckDBPyConnection, zone_id: int) -> set[str]:
    """Which of WAYS was decided since a zone is merged; empty where no figures differed."""
    shas = [cur.execute("select sha256 from batch where batch_id = ?", [id_]).fetchone()[0] for id_ in decided(store, cur, zone_id)]
    return {json.loads(files.content(store.files, sha)).get("way", "") for sha in shas}


def expect_unused(store: Store, cur: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """Raises StoreError where a standing decision was worked out with figures of this batch, or without them since it was undone: it would keep saying so."""
    for _decision, sha256, area in cur.execute(_sql("merge_used"), {"batch": batch_id}).fetchall():
        told = of_document(store, sha256)
        if told and area in (*told, *(zone for (zone,) in cur.execute("select zone_id from merging where is_merged and list_contains(?, into_id)", [told]).fetchall())):
            zone = cur.execute("select name from area where area_id = ?", told[:1]).fetchone()[0]
            raise StoreError(_("{zone} was merged with figures that this batch has a part in, and the decision would not change with it. Take {zone} apart on the settings page first, then merge again.").format(zone=zone))


def direct(cur: duckdb.DuckDBPyConnection, park_id: int) -> dict[int, int]:
    """Of each zone that is merged now, the one that it was itself merged into, the latest merging last; that one may be merged further (`merged` has the end)."""
    into: dict[int, int] = {}
    for zone, other, is_merged in cur.execute("select zone_id, into_id, is_merged from merging where park_id = ? order by noted_at, rowid", [park_id]).fetchall():
        if is_merged:
            into.setdefault(zone, other)
        else:
            into.pop(zone, None)
    return into


def behind(cur: duckdb.DuckDBPyConnection, park_id: int, zone_id: int) -> list[int]:
    """Zones that are merged into this one, or into one that is."""
    into = direct(cur, park_id)
    found = [zone for zone, other in into.items() if other == zone_id]
    for zone in found:  # grows while it is gone through
        found += [follower for follower, other in into.items() if other == zone and follower not in found]
    return found


def expect_last(store: Store, cur: duckdb.DuckDBPyConnection, park_id: int, zone_id: int) -> None:
    """Raises StoreError where a later merging has figures in it that follow from this one: of the zone that it counts as, or of a third into that one."""
    into = direct(cur, park_id)
    later = list(into)[list(into).index(zone_id) + 1:]
    first = into[zone_id] if into[zone_id] in into else next((zone for zone in reversed(later) if into[zone] == into[zone_id] and decided(store, cur, zone)), None)
    if first:
        names = dict(cur.execute("select area_id, name from area where area_id in (?, ?)", [zone_id, first]).fetchall())
        raise StoreError(_("{other} was merged later, with figures that {zone} has a part in. Take {other} apart first.").format(zone=names[zone_id], other=names[first]))


def of_document(store: Store, sha256: str) -> list[int]:
    """The zone and the zone it counts as, of a kept document of `chosen`; empty for any other file."""
    try:
        told = json.loads(files.content(store.files, sha256))
    except (OSError, ValueError):
        return []
    return told.get("merging", []) if isinstance(told, dict) else []


def _expect_addable(cur: duckdb.DuckDBPyConnection, zone: tuple[int, str], into: tuple[int, str], found: list[Beside]) -> None:
    kinds = load_catalogue().indicators
    added = [one for one in found if one.measure == "actual" and kinds[one.indicator].kind != "ratio"]
    alone = cur.execute(_sql("merge_alone"), {"zone": zone[0], "into": into[0], "codes": sorted({one.indicator for one in added})}).fetchone()
    if alone:
        indicator, year, month, is_zones = alone
        raise StoreError(_("The figures cannot be added: of {indicator} only {zone} has {month}, so that the months would not follow from each other. Load the other zone's figures first, or keep one zone's.").format(
            indicator=name(indicator), zone=zone[1] if is_zones else into[1], month=f"{year}-{month:02d}"))
    grown = next((one for one in added if one.one_growth is not None or one.other_growth is not None), None)
    if grown:
        raise StoreError(_("The figures cannot be added: a growth of {indicator} is reported for {month}, and growths do not add up. Keep one zone's figures, then enter those of both by hand.").format(
            indicator=name(grown.indicator), month=f"{grown.year}-{grown.month:02d}"))


def _row(one: Beside, area: str, way: str, zone: str, file: str) -> dict:
    known = load_catalogue().indicators[one.indicator]
    way = INTO if way == SUM and known.kind == "ratio" else way
    signs, values, highs = (one.one_sign, one.other_sign), (one.one, one.other), (one.one_high, one.other_high)
    pick = 0 if way == ZONE else 1
    sign, value, high, growth = signs[pick], values[pick], highs[pick], (one.one_growth, one.other_growth)[pick]
    if way == SUM:
        value, growth = one.one + one.other, None
        high = sum((h if h is not None else v) for h, v in zip(highs, values, strict=True)) if any(h is not None for h in highs) else None
        sign = "range" if high is not None else signs[0] if signs[0] == signs[1] else "="
    elif growth is None and (one.one_growth, one.other_growth)[1 - pick] is not None:
        growth = NONE
    basis = "point" if known.kind == "stock" and one.measure == "actual" else one.basis
    end = f"{one.year}-{one.month:02d}"
    start = end if one.basis == "month" else "" if basis == "point" else f"{one.year}-01"
    return dict.fromkeys(OBSERVATION_SCHEMA.names, "") | {
        "file": file, "area": area, "cluster": one.cluster, "indicator": one.indicator, "measure": one.measure, "basis": basis, "period_start": start, "period_end": end,
        "comparator": sign, "value": value, "value_high": high, "unit": known.unit, "yoy": growth, "table": 1, "role": "own",
        "raw": f"{zone} {figure(one.one, one.one_growth)}, {area} {figure(one.other, one.other_growth)}",
    }


def figure(value: Decimal | None, growth: float | None) -> str:
    """A figure as a sentence has it, with the growth that is reported with it, or the growth alone."""
    parts = [f"{value.normalize():f}"] if value is not None else []
    return " ".join([*parts, *([f"{growth:+g}%"] if growth is not None else [])])


def name(indicator: str) -> str:
    """An indicator's name in the language in use, its code where the catalogue has none."""
    known = load_catalogue().indicators.get(indicator)
    return known.name(language()) if known else indicator


@cache
def _sql(name: str) -> str:
    return Path(__file__).with_name("sql").joinpath(f"{name}.sql").read_text(encoding="utf-8")
