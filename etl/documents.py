"""Facts that a person copied out of a document, read as observations whose source is the quoted words.

One CSV per document (data/demo/documents/*.csv): one row per fact, as data/demo/README.md describes.
"""

from __future__ import annotations

import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyarrow as pa

from park.catalogue import Catalogue, Indicator, UnitMismatch, convert
from park.store.records import OBSERVATION_SCHEMA, FirmRecord, Reading

MEASURES = {"target": "target", "actual": "actual", "forecast": "forecast", "base": "actual"}
ROLES = {"": "own", "part": "part", "repeat": "part"}


class FactError(ValueError):
    """A fact that cannot be read: says file, running number and reason."""

    def __init__(self, file: str, number: int, reason: str):
        super().__init__(f"{file}: {number}: {reason}")
        self.file, self.number, self.reason = file, number, reason


def read_facts(path: Path, catalogue: Catalogue) -> Reading:
    """The facts of one document as observations, in the order of the file.

    file is the document's id (the file's name without .csv), sheet is empty, cell the fact's running number from 1, raw the
    quoted words. Area and cluster are the catalogue's names; values stand exactly in the indicator's unit, except that
    capacities and equipment (按产品, 按设备) keep their own unit and value. Where the text gives no period, period_start and
    period_end are empty and the basis is only what the indicator would have (see `_period`): such a fact has its source
    but no month. `yoy` is a growth on a year earlier; growth of one plan over another is left out (it stays in the quote).
    role "part": a figure beside the key's own (发明专利 within 专利), kept with its source, never the key's figure; a figure that
    the text says a second time ("repeat") is kept in the same way, so that it is not counted twice.
    Raises FactError for a name, unit or number that does not fit the catalogue: these files are ours, so nothing is guessed.
    """
    document = path.stem
    with path.open(encoding="utf-8-sig", newline="") as file:
        facts = list(csv.DictReader(file))
    park = _park(catalogue, document, facts)
    rows = [_observation(document, number, fact, catalogue, park) for number, fact in enumerate(facts, start=1)]
    return Reading(
        file=document,
        observations=pa.Table.from_pylist(rows, schema=OBSERVATION_SCHEMA),
        firms=_firms(document, rows, facts, catalogue),
        park=park,
    )


def _park(catalogue: Catalogue, document: str, facts: list[dict]) -> str:
    written = {fact["park"] for fact in facts}
    if len(written) != 1:
        raise FactError(document, 1, f"one document, one park: {sorted(written)}")
    return _named(written.pop(), catalogue.parks.values(), document, 1, "park")


def _named(written: str, known, document: str, number: int, what: str) -> str:
    """The catalogue's name for a name or alias; "" for ""."""
    if not written:
        return ""
    for entry in known:
        if written == entry.name or written in entry.aliases:
            return entry.name
    raise FactError(document, number, f"no {what} is called {written!r}")


def _observation(document: str, number: int, fact: dict, catalogue: Catalogue, park: str) -> dict:
    indicator = catalogue.indicators.get(fact["indicator"])
    if indicator is None:
        raise FactError(document, number, f"no indicator has the code {fact['indicator']!r}")
    if fact["kind"] not in MEASURES or fact["role"] not in ROLES:
        raise FactError(document, number, f"unknown kind or role: {fact['kind']!r}, {fact['role']!r}")
    measure = MEASURES[fact["kind"]]
    basis, start, end = _period(indicator, measure, fact["period_start"], fact["period_end"])
    return {
        "file": document, "sheet": "", "cell": str(number),
        "area": _named(fact["zone"], catalogue.parks[park].zones, document, number, "zone"),
        "cluster": "" if fact["firm"] else _cluster(fact, catalogue, document, number),
        "firm": fact["firm"],
        "indicator": indicator.code, "measure": measure, "basis": basis, "period_start": start, "period_end": end,
        "comparator": fact["comparator"],
        "value": _value(fact["value"], fact["unit"], indicator, catalogue, document, number),
        "value_high": _value(fact["value_high"], fact["unit"], indicator, catalogue, document, number),
        "unit": indicator.unit if indicator.comparable else fact["unit"],
        "yoy": _yoy(fact), "raw": fact["quote"], "table": 0, "role": ROLES[fact["role"]],
    }  # fmt: skip


def _cluster(fact: dict, catalogue: Catalogue, document: str, number: int) -> str:
    return _named(fact["cluster"], catalogue.clusters.values(), document, number, "cluster")


def _value(text: str, unit: str, indicator: Indicator, catalogue: Catalogue, document: str, number: int):
    """The figure in the indicator's unit; None where the text gives none. Capacities stay as written."""
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise FactError(document, number, f"is not a number: {text!r}") from None
    if not indicator.comparable:
        return value
    written = catalogue.unit(unit)
    if written is None:
        raise FactError(document, number, f"no unit is called {unit!r}")
    try:
        return convert(value, written, catalogue.units[indicator.unit])
    except UnitMismatch as error:
        raise FactError(document, number, f"{indicator.code}: {error}") from None


def _yoy(fact: dict) -> float | None:
    """The growth in percent where it is on a year earlier (上年…), not on another plan (十五)."""
    return float(fact["yoy_percent"]) if fact["yoy_percent"] and fact["growth_base"].startswith("上年") else None


def _period(indicator: Indicator, measure: str, start: str, end: str) -> tuple[str, str, str]:
    """basis, period_start, period_end (YYYY-MM) of a fact dated by years or months.

    One year: `year`; several, or an end without a start (2012年前): `span`. January to a month: `ytd`; one month: `month`.
    A stock's actual stands at the end: `point`, also a target with a month of its own. No date: `year` for flows and for
    targets, else `point`, with empty periods.
    """
    stands = indicator.kind != "flow"
    first, last = _month(start, "01"), _month(end, "12")
    if not end:
        return ("point" if stands and measure != "target" else "year"), "", ""
    if not start or start[:4] != end[:4]:
        return "span", first, last
    by_year = first.endswith("-01") and last.endswith("-12")
    if by_year and (measure == "target" or indicator.kind != "stock"):
        return "year", first, last
    if stands:
        return "point", last, last
    return ("month" if first == last else "ytd"), first, last


def _month(written: str, default: str) -> str:
    """2013 -> 2013-01 or 2013-12, 2013-06 as it is, "" as it is."""
    return f"{written}-{default}" if len(written) == 4 else written


def _firms(document: str, rows: list[dict], facts: list[dict], catalogue: Catalogue) -> tuple[FirmRecord, ...]:
    """Each firm once, with its zone and cluster, at the first fact that names it."""
    firms: dict[str, FirmRecord] = {}
    for number, (row, fact) in enumerate(zip(rows, facts, strict=True), start=1):
        if row["firm"] and row["firm"] not in firms:
            firms[row["firm"]] = FirmRecord(
                firm=row["firm"], area=row["area"], cluster=_cluster(fact, catalogue, document, number),
                file=document, cell=str(number), table=0,
            )  # fmt: skip
    return tuple(firms.values())
