"""The figures of a file as the checks see them: one DuckDB table `figure`, and the cells behind its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.recognise.figures import Figures
from park.catalogue import Catalogue
from park.catalogue.names import part_name
from park.locale import _, language
from park.store.records import Finding

from .suspects import suspects
from .table import figure_table

FOLDER = Path(__file__).parent
MOST = 100  # findings of one kind that a table is given one by one
# A month of loss makes these smaller than last month's, and leaves them near zero, without any mistake.
NET = frozenset({"profit"})


@dataclass
class Checked:
    """What a check works on. db: holds `figure` (table.py) and `stated`, None where nothing
    can be doubted; catalogue: names and tolerances."""

    file: str
    catalogue: Catalogue
    sheets: Sequence[tuple[str, Figures]]
    db: duckdb.DuckDBPyConnection | None
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
        name = template.indicator.name(language())
        part = template.firm or part_name(template.area) + part_name(template.cluster)
        return f"{part} {name}" if part and language() == "en" else part + name

    def part(self, figure: int) -> str:
        """The zone, else the cluster, that a figure is of; "" for a firm or the whole park."""
        _sheet, figures, i = self._of(figure)
        template = figures.templates[figures.template[i]]
        return "" if template.firm else template.area or template.cluster

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
    given, stated = figure_table(sheets, starts), _stated(sheets, starts)
    seen = suspects(given, stated.num_rows)
    if seen is not None:
        given = given.filter(pa.array(seen))
    db = duckdb.connect() if given.num_rows else None
    if db is not None:
        db.register("given", given)
        db.execute("create temp table figure as select * from given")
        db.register("stated", stated)
    return Checked(file, catalogue, sheets, db, starts)


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
