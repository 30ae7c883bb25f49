"""Why projects have not started: answers which obstacle holds back how many projects and how much money."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import MONEY_UNIT, absent, card

from . import theme
from .theme import Caption, Look

WIDE = 12  # characters of a reason on one line


def causes(rows: pd.DataFrame, caption: Caption, look: Look) -> go.Figure:
    """One bar per reason, the most frequent first: how many projects, with their investment.

    rows: park.questions.causes (reason, "" where none is given; count; investment in 万元, NaN where not known). Click data: the reason.
    """
    if rows.empty:
        return theme.blank(caption, look, _("No project of the ledger is waiting to start"))
    t, fig = look.tokens, theme.figure(caption, look, height=34 * len(rows) + 46)
    names = ["<br>".join(theme.safe(line) for line in theme.wrap_wide(reason or _("No reason given"), WIDE * 2)[:2]) for reason in rows["reason"]]
    counts = [float(n) for n in rows["count"]]
    fig.add_bar(
        y=names, x=counts, orientation="h", width=0.56, customdata=rows["reason"].tolist(), hoverinfo="none",
        marker={"color": [t.actual if reason else t.unallocated for reason in rows["reason"]]},
    )
    for name, row in zip(names, rows.itertuples(), strict=True):
        money = "" if absent(row.investment) else "  " + card(row.investment, MONEY_UNIT)
        fig.add_annotation(**theme.label(f"<b>{card(row.count, '个')}</b>{money}", look), x=float(row.count), y=name, xanchor="left", xshift=look.size(6))
    fig.update_yaxes(autorange="reversed", showgrid=False, type="category", tickfont={"size": look.size(13), "color": t.text})
    fig.update_xaxes(range=[0, max(counts) * 1.03], showgrid=True, dtick=1 if max(counts) <= 6 else None, tickformat=",")
    fig.update_layout(margin={"r": look.size(104)})  # room for a count and its money beside the longest bar, on a phone too
    return fig
