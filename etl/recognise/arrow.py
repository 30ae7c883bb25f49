"""Figures of sheets into the Arrow table that a reading hands on, in the order of the file."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa

from park.locale import _
from park.store.records import OBSERVATION_SCHEMA, no_observations

from .figures import Figures
from .findings import Findings
from .places import Places
from .values import Values

DECIMAL = pa.decimal128(24, 9)


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
        self.parts.append(self._columns(sheet, figures, _reading_order(figures)))

    def _columns(self, sheet: str, figures: Figures, order: pa.Array | None) -> pa.Table:
        count = len(figures.template)

        def own(values: Values) -> pa.Array:
            return values.array().take(order) if order is not None else values.array()

        picks, whens = own(figures.template), own(figures.when)

        def shared(read) -> pa.Array:
            return pa.array([read(t) for t in figures.templates], pa.string()).take(picks)

        def timed(read) -> pa.Array:
            return pa.array([read(w) for w in figures.whens], pa.string()).take(whens)

        columns = {
            "file": _constant(self.file, count), "sheet": _constant(sheet, count), "cell": own(figures.cell),
            "area": shared(lambda t: t.area), "cluster": shared(lambda t: t.cluster), "firm": shared(lambda t: t.firm),
            "indicator": shared(lambda t: t.indicator.code if t.indicator else ""), "measure": timed(lambda w: w.measure),
            "basis": timed(lambda w: w.basis), "period_start": timed(lambda w: w.start), "period_end": timed(lambda w: w.end),
            "comparator": own(figures.comparator), "value": own(figures.value).cast(DECIMAL),
            "value_high": own(figures.high).cast(DECIMAL),
            "unit": shared(lambda t: t.indicator.unit if t.indicator else ""), "yoy": own(figures.yoy),
            "raw": own(figures.raw), "table": own(figures.table), "role": shared(lambda t: t.role),
        }
        return pa.table([columns[name] for name in OBSERVATION_SCHEMA.names], schema=OBSERVATION_SCHEMA)

    def _future(self, figures: Figures, findings: Findings, today: date) -> None:
        """Actual figures of months that have not begun: one finding per table, where the period was read."""
        now = f"{today:%Y-%m}"
        future = {i for i, when in enumerate(figures.whens) if when.measure == "actual" and when.end > now}
        late: dict[int, int] = {}
        if future:
            for i, when in enumerate(figures.when):
                if when in future:
                    late.setdefault(figures.table[i], i)
        for table, i in late.items():
            template = figures.templates[figures.template[i]]
            findings.add(
                "period_in_future", "error", template.where or figures.cell[i],
                _("{period} lies in the future.").format(period=figures.whens[figures.when[i]].end), _("Correct the year or month."), table)


def _reading_order(figures: Figures) -> pa.Array | None:
    """How to put the figures row by row and from left to right; None where they are."""
    lines = figures.place.array().to_numpy()
    return pa.array(np.argsort(lines, kind="stable")) if (np.diff(lines) < 0).any() else None


def _constant(text: str, count: int) -> pa.Array:
    return pa.array([text], pa.string()).take(pa.array(np.zeros(count, np.int32)))
