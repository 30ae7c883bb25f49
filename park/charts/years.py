"""The same months of several years as bars: answers how the park grew over the years."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import absent, full, join, scale_for, short, signed_percent

from . import theme
from .theme import Caption, Look


def years(rows: pd.DataFrame, unit: str, caption: Caption, look: Look) -> go.Figure:
    """One bar per year from zero, the latest deep blue, with its figure and its growth on the year before.

    rows: year, value in `unit`, growth in percent (NaN where the year before is not known). Click data: the year.
    """
    known = rows[rows["value"].notna()]
    if known.empty:
        return theme.blank(caption, look, _("No figures of several years"))
    scale = scale_for(list(known["value"]), unit)
    t, fig = look.tokens, theme.figure(caption, look, height=280)
    names, values = [str(year) for year in known["year"]], [scale.of(v) for v in known["value"]]
    fig.add_bar(
        x=names, y=values, width=0.5, hoverinfo="text", customdata=names, marker={"color": [*[t.last_year] * (len(names) - 1), t.actual]},
        hovertext=[f"{n}: {join(full(v), scale.unit)}" for n, v in zip(names, values, strict=True)],
    )
    for place, (value, rate) in enumerate(zip(values, known["growth"], strict=True)):
        note = "" if absent(rate) else f"  {signed_percent(rate)}"
        fig.add_annotation(**theme.label(f"<b>{short(value)}</b>{note}", look), x=place, y=max(value, 0), yanchor="bottom", yshift=look.size(3))
    fig.update_xaxes(type="category", tickangle=0)
    fig.update_yaxes(rangemode="tozero", tickformat=",", range=[min(0.0, *values), max(*values, 0.0) * 1.15 or 1])
    theme.unit_label(fig, scale.unit, look)
    return fig
