"""Figures of sheets into the Arrow table that a reading hands on, in the order of the file."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa

from park.locale import _
from park.store.records import OBSERVATION_SCHEMA, no_observations

from .findings import Findings
from .observations import Figures, Template
from .surroundings import Places


class ObservationTable:
    """Gathers the observations of a file sheet by sheet."""

    def __init__(self, file: str, places: Places):
        self.file, self.places = file, places
        self.parts: list[pa.Table] = []
        self.figures: list[tuple[str, Figures]] = []

    def table(self) -> pa.Table:
        return pa.concat_tables(self.parts) if self.parts else no_observations()

    def add(self, sheet: str, figures: Figures, findings: Findings, today: date) -> None:
        """The figures of a sheet, row by row and from left to right."""
        if not figures.template:
            return
        self.figures.append((sheet, figures))
        self._future(figures, findings, today)
        lines = np.fromiter((row * 16384 + col for row, col in figures.place), np.int64, len(figures.place))
        part = self._columns(sheet, figures)
        if (np.diff(lines) < 0).any():
            part = part.take(pa.array(np.argsort(lines, kind="stable")))
        self.parts.append(part)

    def _columns(self, sheet: str, figures: Figures) -> pa.Table:
        picks = pa.array(figures.template, pa.int32())
        count = len(figures.template)

        def shared(read) -> pa.Array:
            return pa.array([read(t) for t in figures.templates], pa.string()).take(picks)

        columns = {
            "file": _constant(self.file, count), "sheet": _constant(sheet, count), "cell": pa.array(figures.cell, pa.string()),
            "area": shared(lambda t: t.area), "cluster": shared(lambda t: t.cluster), "firm": shared(lambda t: t.firm),
            "indicator": shared(lambda t: t.indicator.code if t.indicator else ""), "measure": shared(lambda t: t.when.measure),
            "basis": shared(lambda t: t.when.basis), "period_start": shared(lambda t: t.when.start),
            "period_end": shared(lambda t: t.when.end), "comparator": pa.array(figures.comparator, pa.string()),
            "value": _decimals(figures.value), "value_high": _decimals(figures.high),
            "unit": shared(lambda t: t.indicator.unit if t.indicator else ""), "yoy": pa.array(figures.yoy, pa.float64()),
            "raw": pa.array(figures.raw, pa.string()), "table": pa.array(figures.table, pa.int32()), "role": shared(lambda t: t.role),
        }
        return pa.table([columns[name] for name in OBSERVATION_SCHEMA.names], schema=OBSERVATION_SCHEMA)

    def _future(self, figures: Figures, findings: Findings, today: date) -> None:
        """Actual figures of months that have not begun: one finding per table, where the period was read."""
        now = f"{today:%Y-%m}"
        late: dict[int, tuple[int, Template]] = {}
        used = set(figures.template)
        future = {t.index for t in figures.templates if t.index in used and t.when.measure == "actual" and t.when.end > now}
        if not future:
            return
        for i, index in enumerate(figures.template):
            if index in future:
                late.setdefault(figures.table[i], (i, figures.templates[index]))
        for table, (i, template) in late.items():
            findings.add(
                "period_in_future", "error", template.where or figures.cell[i],
                _("{period} lies in the future.").format(period=template.when.end), _("Correct the year or month."), table)


def _constant(text: str, count: int) -> pa.Array:
    return pa.array([text], pa.string()).take(pa.nulls(count, pa.int32()).fill_null(0))


def _decimals(texts: list[str | None]) -> pa.Array:
    return pa.array(texts, pa.string()).cast(pa.decimal128(24, 9))
