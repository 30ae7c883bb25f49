"""The small line of a card: twelve months at a glance, without axes."""

from __future__ import annotations

import pandas as pd


def spark(trend: pd.DataFrame, month: str, count: int = 12) -> list[float]:
    """The last `count` months' own figures up to `month`, oldest first; cumulative ones where no month stands alone.

    trend: park.questions.trend. Fewer than two figures give an empty list: a point is no line.
    """
    rows = trend[trend["month"] <= month].tail(count)
    for column in ("value_month", "value_ytd"):
        values = [float(v) for v in rows[column].dropna()]
        if len(values) > 1:
            return values
    return []


def svg_points(values: list[float], width: float = 84, height: float = 26) -> str:
    """The `points` of an SVG polyline; the lowest figure at the bottom, the highest at the top; "" for no line."""
    if len(values) < 2:
        return ""
    low, span = min(values), (max(values) - min(values)) or 1.0
    step = width / (len(values) - 1)
    return " ".join(f"{i * step:.1f},{height - 2 - (v - low) / span * (height - 4):.1f}" for i, v in enumerate(values))
