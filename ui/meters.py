"""A target as a meter: how much of it is done, where the pace stands, and the verdict in words."""

from __future__ import annotations

from html import escape

import pandas as pd

from park.charts import theme
from park.locale import _
from park.locale.numbers import absent, percent, points


def verdict(row: dict, gap: bool = True) -> str:
    """Shape, word and (with `gap`) the distance to the pace in points, in the colour of the status."""
    status = row["status"]
    tone = theme.STATUS[status][1] if status in theme.STATUS else "muted"
    distance = "" if absent(row["gap"]) or not gap else " " + _("{gap} pts").format(gap=points(row["gap"]))
    return f'<span class="pb-{tone}">{theme.status_shape(status)} {escape(theme.status_word(status) + distance)}</span>'


def meter(row: dict) -> str:
    """A bar up to the whole target, with the pace as a dashed mark."""
    width = max(0.0, min(float(row["completion"]), 100.0))
    pace = "" if absent(row["time_progress"]) else f'<b style="left:{min(float(row["time_progress"]), 99.5):.1f}%"></b>'
    return f'<div class="pb-meter" aria-hidden="true"><i style="width:{width:.1f}%"></i>{pace}</div>'


def meters(rows: pd.DataFrame) -> str:
    """Bullets for a narrow screen: label and verdict above each bar. Rows without a completion are left out."""
    lines = [
        f'<div class="pb-row pb-line"><span>{escape(row["label"])}</span><span><b>{percent(row["completion"])}</b> {verdict(row, gap=False)}</span></div>'
        f"{meter(row)}"
        for row in rows[rows["completion"].notna()].to_dict("records")
    ]
    return f'<div class="pb pb-narrow">{"".join(lines)}</div>' if lines else ""
