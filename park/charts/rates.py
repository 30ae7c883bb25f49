"""Growth rates over time: answers whether growth speeds up or slows down."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import calendar_words, month_word, signed_percent

from . import theme
from .theme import Caption, Look

TICKS = 4  # months named below the line: more would run into each other on a phone


def rates(trend: pd.DataFrame, month: str, caption: Caption, look: Look, span: int = 24) -> go.Figure:
    """Year-to-date growth on a year earlier (line) for the last `span` months up to `month`, zero marked.

    trend: park.questions.trend. Months without a growth rate are gaps, never bridged. Click data: the month, YYYY-MM.
    """
    rows = trend[trend["month"] <= month].tail(span)
    if rows["yoy_ytd"].notna().sum() == 0:
        return theme.blank(caption, look, _("No growth rate: no figure of the same period a year earlier"))
    rows = rows[rows["yoy_ytd"].first_valid_index() is not None and rows.index >= rows["yoy_ytd"].first_valid_index()]
    t, fig = look.tokens, theme.figure(caption, look, height=260)
    words, x = [month_word(m) for m in rows["month"]], rows["month"].tolist()
    y = [None if pd.isna(v) else float(v) for v in rows["yoy_ytd"]]
    fig.add_scatter(
        x=x, y=y, mode="lines+markers", line={"color": t.actual, "width": look.size(2.6)}, marker={"size": look.size(6)},
        hovertext=[f"{m}: {signed_percent(v)}" for m, v in zip(words, y, strict=True)], hoverinfo="text", connectgaps=False,
        customdata=rows["month"].tolist(),
    )
    known = [(m, v) for m, v in zip(x, y, strict=True) if v is not None]
    fig.add_annotation(
        **theme.label(f"<b>{signed_percent(known[-1][1])}</b>", look, t.actual), x=known[-1][0], y=known[-1][1],
        xshift=look.size(8), xanchor="left",
    )
    fig.update_layout(margin={"r": look.size(64)})
    shown = x[:: -(-len(x) // TICKS)]
    fig.update_xaxes(type="category", tickmode="array", tickvals=shown, ticktext=calendar_words(shown), tickangle=0)
    fig.update_yaxes(ticksuffix="%", zeroline=True, rangemode="tozero")
    return fig
