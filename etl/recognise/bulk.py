"""Record-like bodies (long tables, system exports) column by column: the same labels and templates, each made once."""

from __future__ import annotations

from etl.read.grid import address

from .axes import GROWTH, Column
from .labels import Label
from .observations import ROW_MEASURES, TableReader, Template
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
        self.whens: dict[tuple, object] = {}

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
        quick = column.what != GROWTH and growth is None and self.view.col_ids[column.col] not in self.formatted and not self.view.covered
        wanted = [i for i, v in enumerate(cells) if v is not None] if growth is None else range(len(cells))
        templates = self._templates(column, wanted)
        plain = [i for i in wanted if type(cells[i]) is float and not templates[i].problem] if quick else []
        self._plain(column, cells, templates, plain)
        if len(plain) < len(wanted):
            rest = set(wanted).difference(plain) if plain else wanted
            for i in sorted(rest):
                if (self.body[i], column.col) not in self.view.covered:
                    self.reader.figure(self.body[i], column, cells[i], templates[i], growth, {})

    def _templates(self, column: Column, wanted) -> dict[int, Template]:
        """Row -> the template of its labels under this column; rows of equal labels share it."""
        protos: dict[int, Template] = {}
        made: dict[tuple[int, int], Template] = {}
        found = {}
        parts, times = self.part_of, self.time_of
        for i in wanted:
            pair = (parts[i], times[i])
            template = made.get(pair)
            if template is None:
                proto = protos.get(pair[0])
                if proto is None:
                    template = protos[pair[0]] = self.reader.template(self.time_labels[pair[1]].inside(self.part_labels[pair[0]]), column)
                else:
                    template = self._moved(proto, pair, column)
                made[pair] = template
            found[i] = template
        return found

    def _moved(self, proto: Template, pair: tuple[int, int], column: Column) -> Template:
        """The template of the same part at another time."""
        if proto.indicator is None:
            return proto
        label = self.part_labels[pair[0]]
        key = (pair[1], column.col, proto.indicator.kind, label.role, label.text if label.role else "")
        when = self.whens.get(key)
        if when is None:
            when = self.whens[key] = self.reader.when(self.time_labels[pair[1]].inside(label), column, proto.indicator)
        if when.lacking or proto.problem.startswith("no_"):
            return self.reader.template(self.time_labels[pair[1]].inside(label), column)
        templates = self.reader.figures.templates
        moved = Template(
            len(templates), proto.indicator, proto.area, proto.cluster, proto.firm, when, proto.unit, proto.factor, proto.role,
            proto.problem, proto.detail, proto.where, proto.of_which,
        )
        templates.append(moved)
        return moved

    def _plain(self, column: Column, cells: list[object], templates: dict[int, Template], rows: list[int]) -> None:
        """Plain numbers, which need no reading."""
        if not rows:
            return
        f, col, count = self.reader.figures, column.col, len(rows)
        letters = address(0, self.view.col_ids[col])[:-1]
        ids, plain = self.view.row_ids, self.reader.plain
        raws = [f"{cells[i]:.15g}" for i in rows]
        for n, raw in enumerate(raws):
            if "e" in raw or "n" in raw:
                raws[n] = self.reader.raw(cells[rows[n]])
        mine = [templates[i] for i in rows]
        f.template.extend([t.index for t in mine])
        f.place.extend([(self.body[i], col) for i in rows])
        f.cell.extend([f"{letters}{ids[self.body[i]] + 1}" for i in rows])
        f.value.extend([raw if t.factor is None and len(raw) <= 10 else plain(raw, t) for raw, t in zip(raws, mine, strict=True)])
        f.raw.extend(raws)
        f.comparator.extend(["="] * count)
        f.high.extend([None] * count)
        f.yoy.extend([None] * count)
        f.growth_cell.extend([""] * count)
        f.table.extend([self.reader.table.number] * count)
