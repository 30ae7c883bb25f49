"""Figures of a sheet as they are gathered: columns, and what many of them share."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pyarrow as pa

from park.catalogue import Indicator

from .timing import When
from .values import Values

COLUMNS = 16_384  # of a sheet: the place of a cell is its row times these plus its column


@dataclass(slots=True)
class Template:
    """What all figures of equal labels share. factor: what a plain number is multiplied by, None for one; growth: the figures are growth."""

    index: int
    indicator: Indicator | None = None
    area: str = ""
    cluster: str = ""
    firm: str = ""
    when: When = field(default_factory=lambda: When("actual"))
    time: int = 0
    unit: str = ""
    factor: Decimal | None = None
    role: str = "own"
    problem: str = ""
    detail: str = ""
    of_which: bool = False
    growth: bool = False
    where: str = ""

    @property
    def who(self) -> tuple:
        """Indicator and part: what a target and its actual have in common."""
        return self.indicator, self.area, self.cluster, self.firm


@dataclass(frozen=True, slots=True)
class Stated:
    """A completion rate or pace as the table states it (percent), beside the figures it should follow from."""

    table: int
    sheet: str
    cell: str
    value: Decimal
    actual: int
    target: int
    pace: bool = False


@dataclass
class Figures:
    """Columns of figures of one sheet. template and when point into templates and whens, which many share; place: see COLUMNS."""

    templates: list[Template] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    places: dict[When, int] = field(default_factory=dict)
    template: Values = field(default_factory=lambda: Values(pa.int32()))
    when: Values = field(default_factory=lambda: Values(pa.int32()))
    place: Values = field(default_factory=lambda: Values(pa.int64()))
    cell: Values = field(default_factory=lambda: Values(pa.string()))
    comparator: Values = field(default_factory=lambda: Values(pa.string()))
    value: Values = field(default_factory=lambda: Values(pa.string()))
    high: Values = field(default_factory=lambda: Values(pa.string()))
    yoy: Values = field(default_factory=lambda: Values(pa.float64()))
    raw: Values = field(default_factory=lambda: Values(pa.string()))
    growth_cell: Values = field(default_factory=lambda: Values(pa.string()))
    table: Values = field(default_factory=lambda: Values(pa.int32()))
    stated: list[Stated] = field(default_factory=list)

    def place_of(self, when: When) -> int:
        """Where a period stands in whens."""
        place = self.places.get(when)
        if place is None:
            place = self.places[when] = len(self.whens)
            self.whens.append(when)
        return place
