"""The figures of a file's sheets as one Arrow table, with what the checks compare by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.recognise.figures import COLUMNS, Figures
from park.catalogue import load_catalogue

WRITTEN = Path(__file__).with_name("written.sql")
ONCE = "of_indicator", "of_when"  # columns of the parts: places in what many figures share


def figure_table(sheets: Sequence[tuple[str, Figures]], starts: list[int]) -> pa.Table:
    """One row per figure with a value, in the order of the file; starts: the id of each sheet's first figure.

    half: half of its last written place, in canonical units; unit: how much one of its written unit is; series: one part and
    indicator; key: the same for one period, basis and measure (a year is the year to date of December); spare: another figure holds
    the key and speaks for it; first, last: months since year 0.
    """
    shared = _Shared()
    parts = [_columns(figures, start, shared) for (_sheet, figures), start in zip(sheets, starts, strict=True)]
    rows = pa.concat_tables(parts).combine_chunks()
    if rows["v"].null_count:
        rows = rows.filter(rows["v"].is_valid()).combine_chunks()
    columns = {name: rows[name] for name in rows.column_names if name not in (*ONCE, "raw")}
    columns |= _spelled(_whole(rows["of_indicator"]), _indicators()) | _spelled(_whole(rows["of_when"]), shared.spelled())
    columns["spare"] = pa.array(_spare(rows))
    columns["unit"], columns["half"], columns["decimals"] = _precision(rows, columns["dimension"])
    return pa.table(columns)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def _spelled(places: pa.Array, of_place: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """Columns that many figures share, each text kept once."""
    return {
        name: pa.DictionaryArray.from_arrays(places, values) if pa.types.is_string(values.type) else values.take(places)
        for name, values in of_place.items()
    }


def _indicators() -> dict[str, pa.Array]:
    catalogue = load_catalogue()
    declared = list(catalogue.indicators.values())
    return {
        "indicator": pa.array([i.code for i in declared]), "kind": pa.array([i.kind for i in declared]),
        "better": pa.array([i.better for i in declared]),
        "dimension": pa.array([catalogue.units[i.unit].dimension for i in declared]),
        "comparable": pa.array([i.comparable for i in declared]),
    }


def _spare(figures: pa.Table) -> np.ndarray:
    """For each figure, whether another one holds its key: the first of those that are their own year's, else the first."""
    spare = np.zeros(len(figures), bool)
    key = figures["key"].to_numpy()
    in_order = np.sort(key)
    if (in_order[1:] == in_order[:-1]).any():
        order = np.lexsort((~figures["own"].to_numpy(), key))
        spare[order[1:][key[order][1:] == key[order][:-1]]] = True
    return spare


def _precision(figures: pa.Table, dimension: pa.Array) -> tuple[pa.Array, pa.Array, pa.Array]:
    """(unit, half, decimals) of each figure: from plain digits here, from what else is written by written.sql."""
    raw = _whole(figures["raw"])
    plain = pc.match_substring_regex(raw, r"^-?\d+(\.\d+)?$")
    digits = pc.if_else(plain, raw, pa.scalar(None, pa.string()))
    number = digits.cast(pa.float64()).fill_null(np.nan).to_numpy().copy()
    point, length = pc.find_substring(raw, ".").to_numpy(), pc.binary_length(raw).to_numpy()
    decimals = np.where(point < 0, 0, length - point - 1)
    odd = np.flatnonzero(~plain.to_numpy(zero_copy_only=False))
    if len(odd):
        number[odd], decimals[odd] = _written(pa.table({"place": odd, "raw": raw.take(pa.array(odd))}))
    with np.errstate(divide="ignore", invalid="ignore"):
        unit = np.where(np.isfinite(number) & (number != 0), np.abs(figures["v"].to_numpy() / number), 1.0)
    last_place = np.array([0.5 * 10.0**-places for places in range(int(decimals.max(initial=0)) + 1)])
    counted = pc.equal(dimension.dictionary, "count").take(dimension.indices).fill_null(False).to_numpy(zero_copy_only=False)
    half = np.where(counted & (decimals == 0), 0.0, last_place[decimals] * unit)
    return pa.array(unit), pa.array(half), pa.array(decimals, pa.int64())


def _written(odd: pa.Table) -> tuple[np.ndarray, np.ndarray]:
    """(number, decimals) of figures that are no plain digits; nan for no number."""
    with duckdb.connect() as db:
        db.register("odd", odd)
        read = db.execute(WRITTEN.read_text(encoding="utf-8")).fetchnumpy()
    return np.ma.filled(read["written"].astype(float), np.nan), read["decimals"]


class _Numbers(dict):
    """A number for each distinct key, 0 for the empty one."""

    def __missing__(self, key: object) -> int:
        self[key] = 0 if not key else len(self) + 1
        return self[key]


@dataclass
class _Shared:
    """Numbers for the names and periods that the figures of all sheets share."""

    names: _Numbers = field(default_factory=_Numbers)
    times: dict[object, int] = field(default_factory=dict)
    whens: list[tuple] = field(default_factory=list)
    series: _Numbers = field(default_factory=_Numbers)
    periods: _Numbers = field(default_factory=_Numbers)

    def when(self, when: object) -> int:
        """The place of a measure, basis and period in `whens`."""
        place = self.times.get(when)
        if place is None:
            place = self.times[when] = len(self.whens)
            first, last = _month(when.start), _month(when.end)
            to_date = "ytd" if (when.basis, when.measure) == ("year", "actual") else when.basis
            self.whens.append((
                when.measure, when.basis, first, last, self.periods[when.measure, when.basis, first, last],
                self.periods[when.measure, to_date, first, last]))
        return place

    def spelled(self) -> dict[str, pa.Array]:
        """What stands in `whens`, by place."""
        measure, basis, first, last, _period, _to_date = zip(*self.whens, strict=True)
        return {
            "measure": pa.array(measure), "basis": pa.array(basis),
            "first": pa.array(first, pa.int32()), "last": pa.array(last, pa.int32()),
        }


def _columns(figures: Figures, start: int, shared: _Shared) -> pa.Table:
    """The figures of one sheet; of_indicator and of_when are places in the catalogue and in shared.whens."""
    place = {code: i for i, code in enumerate(load_catalogue().indicators)}
    names = shared.names
    rows = [
        (names[t.area], names[t.cluster], names[t.firm], place[t.indicator.code], t.role == "own", t.of_which,
         shared.series[t.area, t.cluster, t.firm, t.indicator.code], t.indicator.kind == "flow")
        if t.indicator and not t.problem else (0, 0, 0, None, True, False, 0, False)
        for t in figures.templates
    ]
    kinds = [pa.int32()] * 4 + [pa.bool_()] * 2 + [pa.int64(), pa.bool_()]
    picks = figures.template.array()
    when = pa.array([shared.when(when) for when in figures.whens], pa.int32()).take(figures.when.array())
    area, cluster, firm, indicator, own, of_which, series, flow = (
        pa.array(column, kind).take(picks) for column, kind in zip(zip(*rows, strict=True), kinds, strict=True)
    )
    period, to_date = (pa.array([row[i] for row in shared.whens], pa.int64()).take(when) for i in (4, 5))
    lines, cols = np.divmod(figures.place.array().to_numpy(), COLUMNS)
    return pa.table({
        "id": pa.array(np.arange(start, start + len(figures.template), dtype=np.int32)),
        "tab": figures.table.array(), "line": pa.array(lines, pa.int32()), "col": pa.array(cols, pa.int32()),
        "area": area, "cluster": cluster, "firm": firm, "series": series,
        "key": pc.add(pc.shift_left(series, 32), pc.if_else(flow, to_date, period)),
        "of_indicator": indicator, "of_when": when, "own": own, "of_which": of_which, "comparator": figures.comparator.array(),
        "v": figures.value.array().cast(pa.float64()), "high": figures.high.array().cast(pa.float64()),
        "yoy": figures.yoy.array(), "raw": figures.raw.array(),
    })


def _month(written: str) -> int | None:
    """Months since year 0, None for an open month: 2013-09 -> 2013 * 12 + 8."""
    return int(written[:4]) * 12 + int(written[5:7]) - 1 if written else None
