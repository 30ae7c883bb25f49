"""The figures of a file as the checks see them: one DuckDB table `figure`, and the cells behind its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.recognise.figures import COLUMNS, Figures
from park.catalogue import Catalogue, load_catalogue
from park.locale import _
from park.store.records import Finding

FOLDER = Path(__file__).parent
MOST = 100  # findings of one kind that a table is given one by one
# A month of loss makes these smaller than last month's, and leaves them near zero, without any mistake.
NET = frozenset({"profit"})


@dataclass
class Checked:
    """What a check works on. db: holds `figure` (figure.sql) and `stated`; catalogue: names and tolerances."""

    file: str
    catalogue: Catalogue
    sheets: Sequence[tuple[str, Figures]]
    db: duckdb.DuckDBPyConnection
    starts: list[int]
    findings: list[Finding] = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)

    def rows(self, query: str, **values: object) -> list[tuple]:
        """The rows of etl/check/<query>.sql with its $names bound."""
        sql = (FOLDER / f"{query}.sql").read_text(encoding="utf-8")
        return self.db.execute(sql, values).fetchall()

    def _of(self, figure: int) -> tuple[str, Figures, int]:
        place = max(i for i, start in enumerate(self.starts) if start <= figure)
        sheet, figures = self.sheets[place]
        return sheet, figures, figure - self.starts[place]

    def cell(self, figure: int) -> str:
        """A1 address of a figure."""
        _sheet, figures, i = self._of(figure)
        return figures.cell[i]

    def raw(self, figure: int) -> str:
        """The figure as its cell has it."""
        _sheet, figures, i = self._of(figure)
        return figures.raw[i]

    def place(self, figure: int) -> str:
        """Where a figure stands, for a message: its cell, with the sheet where the file has several."""
        sheet, figures, i = self._of(figure)
        return f"{sheet}!{figures.cell[i]}" if len(self.sheets) > 1 else figures.cell[i]

    def growth_cell(self, figure: int) -> str:
        """A1 address of the growth that belongs to a figure."""
        _sheet, figures, i = self._of(figure)
        return figures.growth_cell[i] or figures.cell[i]

    def subject(self, figure: int) -> str:
        """What a figure is of: its part, if it has one, and its indicator."""
        _sheet, figures, i = self._of(figure)
        template = figures.templates[figures.template[i]]
        return f"{template.firm or template.area + template.cluster}{template.indicator.name()}"

    def unit(self, figure: int) -> str:
        """The canonical unit of a figure."""
        _sheet, figures, i = self._of(figure)
        return figures.templates[figures.template[i]].indicator.unit

    def same_sheet(self, one: int, other: int) -> bool:
        """True where two figures stand on one sheet."""
        return self._of(one)[0] == self._of(other)[0]

    def add(self, code: str, severity: str, figure: int, message: str, suggestion: str = "", cell: str = "") -> None:
        """A finding at a figure's cell (or at the cell given, on the figure's sheet)."""
        sheet, figures, i = self._of(figure)
        kind = (code, severity, sheet, figures.table[i])
        self.counts[kind] += 1
        if self.counts[kind] <= MOST:
            self.findings.append(
                Finding(code, severity, self.file, sheet, cell or figures.cell[i], message, suggestion, figures.table[i])
            )

    def all_findings(self) -> list[Finding]:
        """What was found; beyond MOST of a kind in a table one finding counts the rest. A slip found by two ways is one."""
        kept: dict[tuple, Finding] = {}
        for finding in self.findings:
            kept.setdefault((finding.code, finding.sheet, finding.cell), finding)
        rest = [
            Finding(code, severity, self.file, sheet, "", _("{count} more of this kind in the table.").format(count=count - MOST), "", table)
            for (code, severity, sheet, table), count in self.counts.items() if count > MOST
        ]
        return [*kept.values(), *rest]


def checked(file: str, sheets: Sequence[tuple[str, Figures]], catalogue: Catalogue) -> Checked:
    """The checks' view of the figures of a file's sheets, in the order they were read."""
    starts, total = [], 0
    for _sheet, figures in sheets:
        starts.append(total)
        total += len(figures.template)
    db = duckdb.connect()
    db.register("observed", _observed(sheets, starts))
    db.execute((FOLDER / "figure.sql").read_text(encoding="utf-8"))
    db.register("stated", _stated(sheets, starts))
    return Checked(file, catalogue, sheets, db, starts)


def _observed(sheets: Sequence[tuple[str, Figures]], starts: list[int]) -> pa.Table:
    shared = _Shared()
    parts = [_columns(figures, start, shared) for (_sheet, figures), start in zip(sheets, starts, strict=True)]
    figures = pa.concat_tables(parts).combine_chunks()
    return figures.append_column("spare", pa.array(_spare(figures)))


def _spare(figures: pa.Table) -> np.ndarray:
    """For each figure, whether another one holds its key: the first of those that are their own year's, else the first."""
    spare = np.zeros(len(figures), bool)
    valued = np.flatnonzero(figures["v"].is_valid().to_numpy())
    key = figures["key"].to_numpy()[valued]
    in_order = np.sort(key)
    if (in_order[1:] == in_order[:-1]).any():
        order = np.lexsort((~figures["own"].to_numpy()[valued], key))
        again = key[order][1:] == key[order][:-1]
        spare[valued[order[1:][again]]] = True
    return spare


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


def _columns(figures: Figures, start: int, shared: _Shared) -> pa.Table:
    catalogue = load_catalogue()
    codes = list(catalogue.indicators)
    place = {code: i for i, code in enumerate(codes)}
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
    declared = [catalogue.indicators[code] for code in codes]
    of_indicator = {
        "indicator": pa.array(codes), "kind": pa.array([i.kind for i in declared]), "better": pa.array([i.better for i in declared]),
        "dimension": pa.array([catalogue.units[i.unit].dimension for i in declared]), "comparable": pa.array([i.comparable for i in declared]),
    }
    measure, basis, first, last, period, to_date = zip(*shared.whens, strict=True)
    of_when = {
        "measure": pa.array(measure), "basis": pa.array(basis), "first": pa.array(first, pa.int32()), "last": pa.array(last, pa.int32()),
    }
    lines, cols = np.divmod(figures.place.array().to_numpy(), COLUMNS)
    period = pc.if_else(flow, pa.array(to_date, pa.int64()).take(when), pa.array(period, pa.int64()).take(when))
    raw, number, decimals = _written(figures.raw.array())
    return pa.table({
        "id": pa.array(np.arange(start, start + len(figures.template), dtype=np.int32)),
        "tab": figures.table.array(), "line": pa.array(lines, pa.int32()), "col": pa.array(cols, pa.int32()),
        "area": area, "cluster": cluster, "firm": firm, "series": series, "key": pc.add(pc.shift_left(series, 32), period),
        **{name: values.take(indicator) for name, values in of_indicator.items()},
        **{name: values.take(when) for name, values in of_when.items()},
        "own": own, "of_which": of_which, "comparator": figures.comparator.array(),
        "v": figures.value.array().cast(pa.float64()), "high": figures.high.array().cast(pa.float64()),
        "yoy": figures.yoy.array(), "raw": raw, "number": number, "decimals": decimals,
    })


def _written(raw: pa.Array) -> tuple[pa.Array, pa.Array, pa.Array]:
    """(the text, null for plain digits; the number of plain digits, else null; their decimals, else null)."""
    plain = pc.match_substring_regex(raw, r"^-?\d+(\.\d+)?$")
    digits = pc.if_else(plain, raw, pa.scalar(None, pa.string()))
    point = pc.find_substring(digits, ".")
    decimals = pc.if_else(pc.less(point, 0), 0, pc.subtract(pc.subtract(pc.binary_length(digits), point), 1))
    return pc.if_else(plain, pa.scalar(None, pa.string()), raw), digits.cast(pa.float64()), decimals


def _month(written: str) -> int | None:
    """Months since year 0, None for an open month: 2013-09 -> 2013 * 12 + 8."""
    return int(written[:4]) * 12 + int(written[5:7]) - 1 if written else None


def _stated(sheets: Sequence[tuple[str, Figures]], starts: list[int]) -> pa.Table:
    rates = [(rate, start) for (_sheet, figures), start in zip(sheets, starts, strict=True) for rate in figures.stated]
    return pa.table({
        "cell": pa.array([rate.cell for rate, _ in rates], pa.string()),
        "value": pa.array([float(rate.value) for rate, _ in rates], pa.float64()),
        "half": pa.array([0.5 * 10.0 ** min(0, rate.value.as_tuple().exponent) for rate, _ in rates], pa.float64()),
        "actual": pa.array([start + rate.actual for rate, start in rates], pa.int32()),
        "target": pa.array([start + rate.target for rate, start in rates], pa.int32()),
        "pace": pa.array([rate.pace for rate, _ in rates], pa.bool_()),
    })


def amount(value: float) -> str:
    """A number for a message: at most six significant decimals, no exponent, no trailing zeros."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def listed(texts: Iterable[str]) -> str:
    """Addresses of one finding."""
    return " ".join(dict.fromkeys(texts))
