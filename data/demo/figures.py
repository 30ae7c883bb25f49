"""The simulated monthly figures behind the demo workbooks: what was made up, in one place.

Months are steps: 2 stands for January and February together, as Chinese statistics publish them, then 3 to 12.
A series is {step: figure of the step}. Park totals of the headline figures are written out, because they tell the story; the rest
is spread over the months with a fixed seed. Zones and clusters are split exactly, so that they add up to the park.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

SEED = 20130930
STEPS = tuple(range(2, 13))
# The usual course of a year: how much of it falls on 1-2月, 3月 … 12月.
COURSE = (13, 7.6, 7.9, 8.2, 8.8, 8.6, 8.9, 9.3, 9.0, 9.1, 9.6)

Series = dict[int, Decimal]


@dataclass(frozen=True)
class Line:
    """One indicator of one park: figures per year for the park ("") and each part. stock: the number at the month's end."""

    name: str
    unit: str
    years: dict[int, dict[str, Series]]
    stock: bool = False

    def month(self, year: int, part: str, step: int) -> Decimal | None:
        return self.years.get(year, {}).get(part, {}).get(step)

    def to_date(self, year: int, part: str, step: int) -> Decimal | None:
        """January to the step; of a stock its number at the step's end."""
        series = self.years.get(year, {}).get(part, {})
        if step not in series:
            return None
        return series[step] if self.stock else sum((v for s, v in series.items() if s <= step), Decimal(0))


def literal(*figures: float | str) -> Series:
    """Figures from 1-2月 on, as many as there are."""
    return {step: Decimal(str(figure)) for step, figure in zip(STEPS, figures, strict=False)}


def spread(rng: Random, total: float, until: int = 12, quantum: str = "1", unevenness: float = 0.06) -> Series:
    """`total` over the steps up to `until` after the usual course, shaken a little; it adds up exactly."""
    weights = [w * rng.uniform(1 - unevenness, 1 + unevenness) for s, w in zip(STEPS, COURSE, strict=True) if s <= until]
    return dict(zip(STEPS, portions(Decimal(str(total)), weights, Decimal(quantum)), strict=False))


def portions(total: Decimal, weights: list[float], quantum: Decimal) -> list[Decimal]:
    """`total` cut by weights into multiples of quantum that add up to it: what rounding leaves goes to the largest remainders."""
    whole, units = sum(weights), int(total / quantum)
    exact = [units * weight / whole for weight in weights]
    cut = [int(share) for share in exact]
    by_remainder = sorted(range(len(cut)), key=lambda i: (cut[i] - exact[i], i))
    for i in by_remainder[: units - sum(cut)]:
        cut[i] += 1
    return [quantum * count for count in cut]


def split(
    rng: Random, total: Series, parts: tuple[str, ...], first: tuple[float, ...], last: tuple[float, ...], quantum: str = "1",
) -> dict[str, Series]:
    """The park and its parts: shares move from `first` to `last` over the steps, shaken a little; parts add up exactly."""
    result: dict[str, Series] = {"": dict(total), **{part: {} for part in parts}}
    for number, (step, figure) in enumerate(total.items()):
        way = number / max(len(total) - 1, 1)
        weights = [(a + (b - a) * way) * rng.uniform(0.97, 1.03) for a, b in zip(first, last, strict=True)]
        for part, share in zip(parts, portions(figure, weights, Decimal(quantum)), strict=True):
            result[part][step] = share
    return result


def added(**parts: Series) -> dict[str, Series]:
    """Parts as given and the park as their sum."""
    steps = next(iter(parts.values()))
    return {"": {step: sum((p[step] for p in parts.values()), Decimal(0)) for step in steps}, **parts}


def running(start: dict[str, float], flow: dict[str, Series]) -> dict[str, Series]:
    """A stock that begins the year at `start` and grows by the flow."""
    result: dict[str, Series] = {}
    for part, series in flow.items():
        level = Decimal(str(start[part] if part else sum(start.values())))
        result[part] = {}
        for step, figure in series.items():
            level += figure
            result[part][step] = level
    return result
