"""Zones, clusters and firms that do not add up to their total."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from park.catalogue.names import may_sum_others
from park.locale import _

from .figures import Checked, amount, listed

SLIP = 10_000.0
SLIP_CLOSE = 0.05  # how near to 10^4 a part must be off to be taken for a slip of the unit


@dataclass(frozen=True)
class Sum:
    """A total beside the sum of its parts of one level; of_which: the parts are some of all. rounding: what rounding explains;
    whose: a number for the zone or cluster that the total is of; summing: the parts whose names say that they may sum others."""

    total: int
    level: str
    value: float
    parts: float
    of_which: bool
    ids: list[int]
    values: list[float]
    table: int
    rounding: float
    whose: int
    summing: frozenset[int] = frozenset()

    def differs(self, percent: Decimal) -> bool:
        """True beyond rounding and beyond a share of the total, in percent; 其中 parts may be less than the total."""
        if self._fits(self.parts, percent) or self.summing and self.parts > self.value and self._fits(self._without_subtotals(), percent):
            return False
        return not self.of_which or self.parts > self.value

    def _fits(self, parts: float, percent: Decimal) -> bool:
        off = abs(self.value - parts)
        return off <= 1.0001 * self.rounding or off <= float(percent) / 100 * abs(self.value)

    def _without_subtotals(self) -> float:
        """The sum of the parts less each of the summing ones that sums two or more right before it (主区 behind 东片区 and 西片区)."""
        kept: list[float] = []
        for figure, value in zip(self.ids, self.values, strict=True):
            close = max(self.rounding, 1e-9 * abs(value))
            if figure not in self.summing or not any(abs(value - one) <= close for one in list(accumulate(reversed(kept)))[1:]):
                kept.append(value)
        return sum(kept)

    def slipped(self) -> int | None:
        """The part that would make the sum right in a unit 10 000 times larger or smaller; None for none."""
        for figure, value in zip(self.ids, self.values, strict=True):
            due = self.value - (self.parts - value)
            if value and due > 0 and any(abs(due / value / scale - 1) < SLIP_CLOSE for scale in (SLIP, 1 / SLIP)):
                return figure
        return None


def find(work: Checked) -> None:
    """parts_do_not_sum: a warning at the total's cell; unit_slip: an error at a part that is 10^4 off.

    A total that the parts of one level (firms) add up to is right: a subtotal that does not fit is doubted itself. Where every
    total of a table exceeds its parts, the parts are not all listed (市本级): a note once.
    """
    sums = [_named(work, Sum(*row)) for row in work.rows("parts")]
    percent = work.catalogue.thresholds.parts_percent
    fitting = {one.total for one in sums if not one.of_which and not one.differs(percent)}
    by_table: dict[tuple[int, str], list[Sum]] = defaultdict(list)
    for one in sums:
        by_table[one.table, one.level].append(one)
    for group in by_table.values():
        off = [one for one in group if one.differs(percent) and one.total not in fitting]
        if len(off) == len(group) > 1 and all(one.parts < one.value for one in off) and not any(one.slipped() for one in off):
            _note(work, off)
            continue
        for one in off:
            most = max(len(other.ids) for other in group if other.whose == one.whose)
            if len(one.ids) < most and one.parts < one.value and one.slipped() is None:
                _note(work, [one])  # 6, 3 and — below 15: a part that others have is not there
            else:
                _warn(work, one)


def _named(work: Checked, one: Sum) -> Sum:
    """The sum with the parts whose names say that they may sum others; only zones and clusters above their total can be such."""
    if one.level == "firm" or one.parts <= one.value:
        return one
    return replace(one, summing=frozenset(figure for figure in one.ids if may_sum_others(work.part(figure))))


def _warn(work: Checked, one: Sum) -> None:
    slipped = one.slipped()
    if slipped is not None:
        work.add(
            "unit_slip", "error", slipped,
            _("{raw} is about 10 000 times off what the total in {place} leaves for it: a slip between 亿元 and 万元?").format(
                raw=work.raw(slipped), place=work.place(one.total)),
            _("Correct the figure or its unit."))
    work.add(
        "parts_do_not_sum", "warning", one.total,
        _("The parts add up to {parts} {unit}, the total says {total} {unit}.").format(
            parts=amount(one.parts), total=amount(one.value), unit=work.unit(one.total)),
        _("Correct the total or a part; what is not listed will be shown as 未分解."))


def _note(work: Checked, off: list[Sum]) -> None:
    work.add(
        "parts_incomplete", "note", off[0].total,
        _("The parts listed add up to less than the total: some are not listed."),
        _("What is not listed will be shown as 未分解."), cell=listed(work.cell(one.total) for one in off[:20]))
