"""The figures of a file as the checks see them: one DuckDB table `figure`, and the cells behind its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.recognise.observations import Figures
from park.catalogue import Catalogue, load_catalogue
from park.store.records import Finding

FOLDER = Path(__file__).parent
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
        self.findings.append(
            Finding(code, severity, self.file, sheet, cell or figures.cell[i], message, suggestion, figures.table[i])
        )


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
    ids = _Ids()
    parts = [_columns(figures, start, ids) for (_sheet, figures), start in zip(sheets, starts, strict=True)]
    return pa.concat_tables(parts)


class _Ids(dict):
    """A number for each distinct key, 0 for the empty one."""

    def __missing__(self, key: object) -> int:
        self[key] = 0 if not key else len(self) + 1
        return self[key]


def _columns(figures: Figures, start: int, ids: _Ids) -> pa.Table:
    picks, templates, count = pa.array(figures.template, pa.int32()), figures.templates, len(figures.template)

    def shared(read, kind: pa.DataType) -> pa.Array:
        return pa.array([read(t) if t.indicator and not t.problem else None for t in templates], kind).take(picks)

    def integer(read) -> pa.Array:
        return shared(read, pa.int32())

    def text(read) -> pa.Array:
        return shared(read, pa.string())

    units = load_catalogue().units
    return pa.table({
        "id": pa.array(range(start, start + count), pa.int32()),
        "tab": pa.array(figures.table, pa.int32()),
        "line": pa.array([row for row, _col in figures.place], pa.int32()),
        "col": pa.array([col for _row, col in figures.place], pa.int32()),
        "area": integer(lambda t: ids[t.area]), "cluster": integer(lambda t: ids[t.cluster]), "firm": integer(lambda t: ids[t.firm]),
        "indicator": text(lambda t: t.indicator.code), "kind": text(lambda t: t.indicator.kind),
        "better": text(lambda t: t.indicator.better), "dimension": text(lambda t: units[t.indicator.unit].dimension),
        "comparable": shared(lambda t: t.indicator.comparable, pa.bool_()),
        "measure": text(lambda t: t.when.measure), "basis": text(lambda t: t.when.basis),
        "first": integer(lambda t: _month(t.when.start)), "last": integer(lambda t: _month(t.when.end)),
        "own": shared(lambda t: t.role == "own", pa.bool_()), "of_which": shared(lambda t: t.of_which, pa.bool_()),
        "comparator": pa.array(figures.comparator, pa.string()),
        "v": pa.array(figures.value, pa.string()).cast(pa.float64()), "high": pa.array(figures.high, pa.string()).cast(pa.float64()),
        "yoy": pa.array(figures.yoy, pa.float64()), "raw": pa.array(figures.raw, pa.string()),
    })


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
    })


def amount(value: float) -> str:
    """A number for a message: at most six significant decimals, no exponent, no trailing zeros."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def listed(texts: Iterable[str]) -> str:
    """Addresses of one finding."""
    return " ".join(dict.fromkeys(texts))
