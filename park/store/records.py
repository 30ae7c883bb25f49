"""What a reading of a file hands to the store: observations as an Arrow table, the rest as small frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pyarrow as pa
import pyarrow.compute as pc

# The first seventeen columns are CONTRACT.md's, in its order. `table` ties a row to the table it was read from (findings name
# it too); `role` is own, same_period, or part (a figure beside its key's own, kept with its source, never in the truth).
# area, cluster, firm: names as the file writes them, "" for none (area "" = the park).
# period_start, period_end: YYYY-MM or "" where the source gives none. value, value_high: canonical unit, null for none.
OBSERVATION_SCHEMA = pa.schema(
    [
        *[(name, pa.string()) for name in (
            "file", "sheet", "cell", "area", "cluster", "firm", "indicator", "measure", "basis",
            "period_start", "period_end", "comparator")],
        ("value", pa.decimal128(24, 9)),
        ("value_high", pa.decimal128(24, 9)),
        ("unit", pa.string()),
        ("yoy", pa.float64()),
        ("raw", pa.string()),
        ("table", pa.int32()),
        ("role", pa.string()),
    ]
)
CONTRACT_COLUMNS = OBSERVATION_SCHEMA.names[:17]


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt with its address. severity: error (keeps its table out), warning (asks), note (tells).

    table: the number of the table it concerns, None for the whole file. subject: the written name it is about, where a person
    can settle what the name means.
    """

    code: str
    severity: str
    file: str
    sheet: str
    cell: str
    message: str
    suggestion: str = ""
    table: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class FirmRecord:
    """A firm as a file describes it; None or "" where the file does not say. land in 亩."""

    firm: str
    area: str = ""
    cluster: str = ""
    land: object = None
    above_scale: bool | None = None
    file: str = ""
    sheet: str = ""
    cell: str = ""
    table: int | None = None


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project of a ledger. investment in 万元 (Decimal or None); dates YYYY-MM-DD or YYYY-MM, "" for none.

    stage: 签约, 开工, 竣工, 投产 or "".
    """

    project: str
    firm: str = ""
    area: str = ""
    cluster: str = ""
    investment: object = None
    stage: str = ""
    signed: str = ""
    started: str = ""
    completed: str = ""
    in_production: str = ""
    planned_start: str = ""
    reason: str = ""
    responsible: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What a range of cells was taken for, so that a sheet can show how it was understood.

    cells: A1 addresses and ranges, blanks between them. role: head, name, period, unit, indicator, target, actual, growth, rate (checked,
    not loaded) or skipped. words: what was understood, "" where the role says it all.
    """

    sheet: str
    cells: str
    role: str
    table: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A visible sheet as it looks: rows of texts as shown, by zero-based row number; merges as (top, left, bottom, right).

    numbers: (row, column) of cells that hold a number. left_out: rows and columns that are there but not in the picture.
    """

    sheet: str
    rows: dict[int, tuple[str, ...]]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    numbers: frozenset[tuple[int, int]] = frozenset()
    left_out: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a table where its file leaves it unsaid; "" for nothing. month: YYYY-MM, year: YYYY, unit: a unit's name."""

    area: str = ""
    month: str = ""
    year: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Reading:
    """Everything one file yielded. park: the park it names or ""; simulated: the file says 模拟数据 of itself.

    leading: clusters the file itself calls 主导产业 (True) or says are not (False). trace: lines for `extract --explain`; marks: the
    same for a screen, cell by cell.
    """

    file: str
    observations: pa.Table
    findings: tuple[Finding, ...] = ()
    firms: tuple[FirmRecord, ...] = ()
    projects: tuple[ProjectRecord, ...] = ()
    leading: dict[str, bool] = field(default_factory=dict)
    park: str = ""
    simulated: bool = False
    trace: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    def held_back(self) -> set[int] | None:
        """Numbers of the tables that an error keeps out of the load; None when an error concerns the whole file."""
        errors = [f for f in self.findings if f.severity == "error"]
        if any(f.table is None for f in errors):
            return None
        return {f.table for f in errors}

    def without(self, tables: set[int]) -> Reading:
        """The same reading with fewer tables; findings and marks stay."""
        if not tables:
            return self
        left = pc.invert(pc.is_in(self.observations["table"], value_set=pa.array(sorted(tables), pa.int32())))
        return replace(
            self, observations=self.observations.filter(left), firms=tuple(f for f in self.firms if f.table not in tables),
            projects=tuple(p for p in self.projects if p.table not in tables),
        )


def no_observations() -> pa.Table:
    """An empty table of observations."""
    return OBSERVATION_SCHEMA.empty_table()
