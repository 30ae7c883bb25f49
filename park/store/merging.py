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


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure that both zones have. one: the merged zone's, other: that of the zone it counts as; growth as reported with an achieved figure."""

    cluster: str
    indicator: str
    measure: str
    basis: str
    year: int
    month: int
    one_sign: str
    other_sign: str
    one: Decimal
    other: Decimal
    one_high: Decimal | None
    other_high: Decimal | None
    one_growth: float | None
    other_growth: float | None


class ZonesDiffer(StoreError):
    """Both zones have figures for the same; .beside has all of them, and one of WAYS says which count."""

    def __init__(self, zone: str, into: str, beside: list[Beside]):
        first = beside[0]
        super().__init__(_("{zone} and {into} both have {indicator} for {month}, {one} and {other}, and {count} figures in all that differ. Say which count before they are merged.").format(
            zone=zone, into=into, indicator=_name(first.indicator), month=f"{first.year}-{first.month:02d}", one=_plain(first.one), other=_plain(first.other), count=len(beside)))
        self.beside = beside


def beside(cur: duckdb.DuckDBPyConnection, zone_id: int, into_id: int, *, alike: bool = False) -> list[Beside]:
    """What two zones both have of their own and differently (alike: or not), the achieved figures first, the latest first."""
    stocks = [i.code for i in load_catalogue().indicators.values() if i.kind == "stock"]
    return [Beside(*row) for row in cur.execute(_sql("merge_beside"), {"zone": zone_id, "into": into_id, "stocks": stocks, "alike": alike}).fetchall()]


def chosen(cur: duckdb.DuckDBPyConnection, park: str, zone: tuple[int, str], into: tuple[int, str], found: list[Beside], way: str, by: str) -> tuple[Reading, bytes]:
    """The figures that count, as a reading of the zone that stays, and the document that is kept of the decision. zone, into: id and name.

    way: ZONE or INTO for the figures of one, SUM for both added (rates are those of INTO). Raises StoreError for figures that cannot be added: months that
    only one has, or a reported growth.
    """
    if way not in WAYS:
        raise StoreError(_("The figures that count are one of {ways}.").format(ways=", ".join(WAYS)))
    if way == SUM:
        _expect_addable(cur, zone, into, found)
    name = _("merging of zones") + ".json"
    rows = [_row(one, into[1], way, zone[1], name) for one in found]
    told = {"merging": [zone[0], into[0]], "zone": zone[1], "into": into[1], "way": way, "by": by, "at": datetime.now(UTC).isoformat(), "figures": [[r["indicator"], r["period_end"], r["raw"]] for r in rows]}
    return Reading(file=name, observations=pa.Table.from_pylist(rows, schema=OBSERVATION_SCHEMA), park=park), json.dumps(told, ensure_ascii=False).encode()


def decided(store: Store, cur: duckdb.DuckDBPyConnection, zone_id: int) -> list[str]:
    """Ids of the batches that say which figures count since a zone is merged, and still count themselves."""
    rows = cur.execute(
        "select b.batch_id, b.sha256 from batch b join area z on z.parent_id = b.park_id where z.area_id = ? and b.status = 'committed' and ends_with(b.file_name, '.json')",
        [zone_id]).fetchall()
    return [batch_id for batch_id, sha256 in rows if of_document(store, sha256)[:1] == [zone_id]]


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
            indicator=_name(indicator), zone=zone[1] if is_zones else into[1], month=f"{year}-{month:02d}"))
    grown = next((one for one in added if one.one_growth is not None or one.other_growth is not None), None)
    if grown:
        raise StoreError(_("The figures cannot be added: a growth of {indicator} is reported for {month}, and growths do not add up. Keep one zone's figures, then enter those of both by hand.").format(
            indicator=_name(grown.indicator), month=f"{grown.year}-{grown.month:02d}"))


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
    basis = "point" if known.kind == "stock" and one.measure == "actual" else one.basis
    end = f"{one.year}-{one.month:02d}"
    start = end if one.basis == "month" else "" if basis == "point" else f"{one.year}-01"
    return dict.fromkeys(OBSERVATION_SCHEMA.names, "") | {
        "file": file, "area": area, "cluster": one.cluster, "indicator": one.indicator, "measure": one.measure, "basis": basis, "period_start": start, "period_end": end,
        "comparator": sign, "value": value, "value_high": high, "unit": known.unit, "yoy": growth, "table": 1, "role": "own",
        "raw": f"{zone} {_plain(one.one)}, {area} {_plain(one.other)}",
    }


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _name(indicator: str) -> str:
    known = load_catalogue().indicators.get(indicator)
    return known.name(language()) if known else indicator


@cache
def _sql(name: str) -> str:
    return Path(__file__).with_name("sql").joinpath(f"{name}.sql").read_text(encoding="utf-8")
