"""Record-like bodies (long tables, system exports) column by column: the same labels and templates, each made once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.read.grid import address

from .columns import GROWTH, Column
from .figures import COLUMNS, Template
from .labels import Label
from .observations import LARGEST_PLAIN, ROW_MEASURES, TableReader
from .plain_numbers import in_units, plain_texts
from .rows import Row, RowReader

ENOUGH_ROWS = 1000
TIME_AXES = ("period", "year", "month")


class BulkReader:
    """Reads a table whose rows all stand for themselves. labels: a RowReader of it; reader: makes templates and doubts."""

    def __init__(self, labels: RowReader, reader: TableReader):
        self.labels, self.reader, self.view = labels, reader, reader.view
        self.body = reader.table.body
        self.at = np.array(self.body)
        self.lines = pa.array(np.array(self.view.row_ids)[self.at] + 1).cast(pa.string())
        times = [c for c in labels.labels if c.axis in TIME_AXES]
        parts = [c for c in labels.labels if c.axis not in TIME_AXES]
        self.part_of, self.part_labels = self._coded(parts)
        self.time_of, self.time_labels = self._coded(times)
        self.first_of: list[int] = np.unique(self.part_of, return_index=True)[1].tolist()
        self.formatted = {c for _r, c in self.view.sheet.formats}
        self.made: dict[tuple[int, int, int], Template] = {}
        self.classes: list[int] = []
        self.examples: dict[int, tuple[int, Template]] = {}

    def _coded(self, columns: list[Column]) -> tuple[np.ndarray, list[Label]]:
        """(number of its label per row, the labels): what the cells of these columns say together."""
        of_row = np.zeros(len(self.body), np.int64)
        cells = [self.view.column(c.col, self.body) for c in columns]
        for values in cells:
            numbers = {value: i for i, value in enumerate(dict.fromkeys(values))}
            if len(numbers) == 1:
                continue
            # Numbers of what was told apart before, times those of this column: small again after each column.
            of_row = of_row * len(numbers) + np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))
            _distinct, of_row = np.unique(of_row, return_inverse=True)
        firsts = np.unique(of_row, return_index=True)[1]
        order = np.argsort(firsts)
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        keys = [tuple(values[i] for values in cells) for i in firsts[order].tolist()]
        return place[of_row], [self.labels.composed(columns, key) for key in keys]

    def fits(self) -> bool:
        """False where a row is a measure of its own (类型: 同比) or completion stands beside the figures."""
        return not self.reader.rates and not any(label.role in ROW_MEASURES for label in self.part_labels)

    def read(self) -> None:
        """All figures of the table into the reader's figures, one column after the other."""
        for column in self.reader.columns:
            self._read_column(column)
        self.reader.report()

    def first_rows(self) -> list[Row]:
        """One row per part, for what is said of parts beside the figures."""
        return [Row(self.body[i], label) for i, label in zip(self.first_of, self.part_labels, strict=True)]

    def _read_column(self, column: Column) -> None:
        cells = self.view.column(column.col, self.body)
        growth = self.reader.growth.get(column.col)
        protos, times = self._protos(column), self._times(column)
        whens = np.array(times, np.int32)[np.array(self.classes)[self.part_of], self.time_of]
        plain = np.zeros(len(cells), bool)
        if column.what != GROWTH and growth is None and self.view.col_ids[column.col] not in self.formatted and not self.view.covered:
            good = np.array([not (proto.problem or proto.growth) for proto in protos])
            plain = _are_floats(cells) & (whens >= 0) & good[self.part_of]
        rows = np.flatnonzero(plain)
        self._plain(column, cells if len(rows) == len(cells) else [cells[i] for i in rows.tolist()], protos, whens, rows)
        for i in np.flatnonzero(~plain).tolist():
            value = cells[i]
            unkept = value is None and self.view.sheet.uncached and self.reader.uncached(self.body[i], column.col)
            if (value is not None or growth is not None or unkept) and (self.body[i], column.col) not in self.view.covered:
                template = self._template(i, column)
                self.reader.figure(self.body[i], column, value, template, growth, {})

    def _label(self, part: int, time: int) -> Label:
        return self.time_labels[time].inside(self.part_labels[part])

    def _template(self, i: int, column: Column) -> Template:
        """The whole template of one row, for a cell that is no plain number."""
        key = (self.part_of[i], self.time_of[i], column.col)
        template = self.made.get(key)
        if template is None:
            template = self.made[key] = self.reader.templates.template(self._label(key[0], key[1]), column)
        return template

    def _protos(self, column: Column) -> list[Template]:
        """What the figures of each part share under this column, whatever their time."""
        protos = [self.reader.templates.template(self._label(part, self.time_of[i]), column) for part, i in enumerate(self.first_of)]
        classes: dict[tuple, int] = {}
        self.classes = [
            classes.setdefault((t.indicator.kind if t.indicator else "", label.role, label.text if label.role else ""), len(classes))
            for t, label in zip(protos, self.part_labels, strict=True)
        ]
        self.examples = {cls: (part, protos[part]) for part, cls in reversed(list(enumerate(self.classes)))}
        return protos

    def _times(self, column: Column) -> list[list[int]]:
        """Class of part -> place of the period for each time, -1 where something is lacking."""
        figures, found = self.reader.figures, []
        for cls in range(len(self.examples)):
            part, proto = self.examples[cls]
            places = []
            for time in range(len(self.time_labels)):
                when = self.reader.templates.when(self._label(part, time), column, proto.indicator) if proto.indicator else None
                places.append(figures.place_of(when) if when and not when.lacking else -1)
            found.append(places)
        return found

    def _plain(self, column: Column, cells: Sequence[object], protos: list[Template], whens: np.ndarray, rows: np.ndarray) -> None:
        """Plain numbers of some rows, which need no reading one by one."""
        if not len(rows):
            return
        f, count, parts = self.reader.figures, len(rows), self.part_of[rows]
        letters = address(0, self.view.col_ids[column.col])[:-1]
        lines = self.lines if count == len(self.body) else self.lines.take(pa.array(rows))
        raw = plain_texts(np.array(cells))
        f.template.extend(pa.array(np.array([t.index for t in protos], np.int32)[parts]))
        f.when.extend(pa.array(whens[rows]))
        f.place.extend(pa.array(self.at[rows] * COLUMNS + column.col))
        f.cell.extend(pc.binary_join_element_wise(letters, lines, ""))
        f.value.extend(in_units(raw, protos, parts, self.reader.plain))
        f.raw.extend(raw)
        f.comparator.extend(pa.repeat("=", count))
        f.high.extend(pa.nulls(count, pa.string()))
        f.yoy.extend(pa.nulls(count, pa.float64()))
        f.growth_cell.extend(pa.repeat("", count))
        f.table.extend(pa.array(np.full(count, self.reader.table.number, np.int32)))


def _are_floats(cells: Sequence[object]) -> np.ndarray:
    """For each cell, whether it is a number of the sheet, of usual size."""
    if set(map(type, cells)) == {float}:
        return np.abs(np.array(cells)) < LARGEST_PLAIN
    return np.fromiter((type(value) is float and abs(value) < LARGEST_PLAIN for value in cells), bool, len(cells))
