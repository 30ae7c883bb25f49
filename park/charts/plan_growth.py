"""Plan after plan: answers how much faster than before a plan wants the park to grow."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import absent, card, signed_percent

from . import theme
from .theme import Caption, Look


def plan_growth(rows: pd.DataFrame, caption: Caption, look: Look) -> go.Figure:
    """One bar per key and plan period: the compound growth a year that leads from the base to the plan's figure, in percent.

    A result is solid, a target light with a dark tick at its end. rows: park.questions.plans with a column `label` and `unit`, in the order of
    drawing; rows without compound growth are left out. Click data: the row's position in `rows`.
    """
    known = rows[rows["compound_growth"].notna()].reset_index(names="position")
    if known.empty:
        return theme.blank(caption, look, _("No plan whose base is known"))
    t, fig = look.tokens, theme.figure(caption, look, height=34 * len(known) + 56)
    rates = [float(rate) for rate in known["compound_growth"]]
    place = list(range(len(known)))
    fig.add_bar(
        y=place, x=rates, orientation="h", width=0.56, customdata=known["position"].tolist(), hoverinfo="text",
        hovertext=[f"{theme.safe(row.label)}: {_from_to(row)}" for row in known.itertuples()],
        marker={"color": [t.actual if row.measure == "actual" else t.soft for row in known.itertuples()]},
    )
    aims = [(rate, n) for n, (rate, row) in enumerate(zip(rates, known.itertuples(), strict=True)) if row.measure != "actual"]
    if aims:
        fig.add_scatter(
            x=[rate for rate, _n in aims], y=[n for _rate, n in aims], mode="markers", hoverinfo="skip",
            marker={"symbol": "line-ns", "size": look.size(13), "line": {"color": t.target, "width": look.size(3)}},
        )
    for n, (rate, row) in enumerate(zip(rates, known.itertuples(), strict=True)):
        fig.add_annotation(
            **theme.label(f"<b>{signed_percent(rate)}</b>  → {card(row.value, row.unit)}", look), x=max(rate, 0.0), y=n, xanchor="left", xshift=look.size(8),
        )
    fig.update_yaxes(
        tickmode="array", tickvals=place, ticktext=[theme.safe(text) for text in known["label"]], showgrid=False, zeroline=False,
        range=[len(known) - 0.4, -0.6], tickfont={"size": look.size(12), "color": t.text},
    )
    fig.update_xaxes(range=[min(0.0, *rates), max(*rates, 0.0) * 1.04 or 1], ticksuffix="%", showgrid=True, zeroline=True)
    fig.update_layout(margin={"r": look.size(132)})
    return fig


def _from_to(row) -> str:
    """8.70亿元 (2010) → 30.0亿元 (2015): where the plan begins and where it leads."""
    if absent(row.base):
        return card(row.value, row.unit)
    return _("{base} ({from_year}) → {value} ({to_year})").format(
        base=card(row.base, row.unit), from_year=int(row.base_year), value=card(row.value, row.unit), to_year=int(row.last_year))
