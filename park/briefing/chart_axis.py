"""How a chart's axis runs, wherever it is drawn: slide, picture, page."""

from __future__ import annotations

from .model import Chart


def bounds(chart: Chart) -> tuple[float, float]:
    """From zero, or from a round number below the lowest value, to one above the highest, with room for the figures at the bars' ends."""
    known = [v for one in chart.series for v in one.values if v is not None]
    low, high = min([*known, 0]), max([*known, 0])
    room = (high - low) * ((0.42 if low < 0 else 0.3) if chart.level else 0.12)
    return (-_round_up(-low + room) if low < 0 else 0), (_round_up(high + room) if high > 0 else 0 if low < 0 else 1)


def labelled(chart: Chart) -> bool:
    """Whether every bar carries its figure, so that no axis is needed."""
    return all(one.labels == "all" for one in chart.series if one.drawn == "bar")


def kinds(chart: Chart) -> int:
    """How many kinds of bars and ticks stand side by side, which asks for a legend; lines are labelled directly."""
    return sum(one.drawn == "bar" or one.look == "target" for one in chart.series)


def _round_up(value: float) -> float:
    """The next round number, so that the axis ends at one."""
    if value <= 0:
        return 0
    size = 10 ** len(str(int(value))) / 10 if value >= 1 else 0.1
    return next(step * size / 10 for step in range(1, 1001) if step * size / 10 >= value)
