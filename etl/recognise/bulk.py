"""Record-like bodies (long tables, system exports) column by column: the same labels and templates, each made once."""

from __future__ import annotations

from etl.read.grid import address

from .columns import GROWTH, Column
from .figures import Template
from .labels import Label
from .observations import ROW_MEASURES, TableReader
from .rows import Row, RowReader

ENOUGH_ROWS = 1000
TIME_AXES = ("period", "year", "month")


class BulkReader:
    """Reads a table whose rows all stand for themselves. labels: a RowReader of it; reader: makes templates and doubts."""

    def __init__(self, labels: RowReader, reader: TableReader):
        self.labels, self.reader, self.view = labels, reader, reader.view
        self.body = reader.table.body
        self.rows = [self.view.rows[r] for r in self.body]
        times = [c for c in labels.labels if c.axis in TIME_AXES]
        parts = [c for c in labels.labels if c.axis not in TIME_AXES]
        self.part_of, self.part_labels = self._coded(parts)
        self.time_of, self.time_labels = self._coded(times)
        self.formatted = {c for _r, c in self.view.sheet.formats}
        self.made: dict[tuple[int, int, int], Template] = {}
        self.classes: list[int] = []
        self.examples: dict[int, tuple[int, Template]] = {}

    def _coded(self, columns: list[Column]) -> tuple[list[int], list[Label]]:
        """(number of its label per row, the labels): what the cells of these columns say together."""
        codes: dict[tuple, int] = {}
        cells = zip(*[[row[c.col] for row in self.rows] for c in columns], strict=True) if columns else [()] * len(self.rows)
        of_row = [codes.setdefault(key, len(codes)) for key in cells]
        return of_row, [self.labels.composed(columns, key) for key in codes]

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
        seen: dict[int, Row] = {}
        for r, part in zip(self.body, self.part_of, strict=True):
            if part not in seen:
                seen[part] = Row(r, self.part_labels[part])
        return list(seen.values())

    def _read_column(self, column: Column) -> None:
        cells = [row[column.col] for row in self.rows]
        growth = self.reader.growth.get(column.col)
        protos, times = self._protos(column), self._times(column)
        whens = [times[self.classes[p]][t] for p, t in zip(self.part_of, self.time_of, strict=True)]
        plain = []
        if column.what != GROWTH and growth is None and self.view.col_ids[column.col] not in self.formatted and not self.view.covered:
            good = [not (proto.problem or proto.growth) for proto in protos]
            plain = [
                i for i, (v, p, w) in enumerate(zip(cells, self.part_of, whens, strict=True)) if type(v) is float and w >= 0 and good[p]
            ]
        self._plain(column, cells, protos, whens, plain)
        done = set(plain)
        for i, value in enumerate(cells):
            if i not in done and (value is not None or growth is not None) and (self.body[i], column.col) not in self.view.covered:
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
        first = dict(zip(reversed(self.part_of), reversed(self.time_of), strict=True))
        protos = [self.reader.templates.template(self._label(part, first[part]), column) for part in range(len(self.part_labels))]
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

    def _plain(self, column: Column, cells: list[object], protos: list[Template], whens: list[int], rows: list[int]) -> None:
        """Plain numbers, which need no reading."""
        if not rows:
            return
        f, col, count, parts = self.reader.figures, column.col, len(rows), self.part_of
        letters, ids, body, plain = address(0, self.view.col_ids[col])[:-1], self.view.row_ids, self.body, self.reader.plain
        raws = [f"{cells[i]:.15g}" for i in rows]
        for n, raw in enumerate(raws):
            if "e" in raw or "n" in raw:
                raws[n] = self.reader.raw(cells[rows[n]])
        indices, easy = [t.index for t in protos], [t.factor is None for t in protos]
        f.template.extend([indices[parts[i]] for i in rows])
        f.when.extend([whens[i] for i in rows])
        f.place.extend([(body[i], col) for i in rows])
        f.cell.extend([f"{letters}{ids[body[i]] + 1}" for i in rows])
        f.value.extend([
            raw if len(raw) <= 10 and easy[parts[i]] else plain(raw, protos[parts[i]]) for raw, i in zip(raws, rows, strict=True)
        ])
        f.raw.extend(raws)
        f.comparator.extend(["="] * count)
        f.high.extend([None] * count)
        f.yoy.extend([None] * count)
        f.growth_cell.extend([""] * count)
        f.table.extend([self.reader.table.number] * count)
