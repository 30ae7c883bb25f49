"""What the whole was made of, year by year: answers which cluster took the place of which."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import UNALLOCATED, part_name
from park.locale import _
from park.locale.numbers import absent, full, join, scale_for

from . import theme
from .theme import Caption, Look


def composition(rows: pd.DataFrame, unit: str, colours: dict[str, str], caption: Caption, look: Look) -> go.Figure:
    """Stacked bars from zero, one per year, in the order of the clusters given; a cluster without a figure leaves no mark.

    Clusters beyond the eight colours are one grey bar, the last.

    rows: year, cluster, value in `unit`, all of the same months. colours: from theme.part_colours, by cluster. Click data: the cluster.
    """
    known = rows[rows["value"].notna()]
    if known.empty:
        return theme.blank(caption, look, _("No figures of several years"))
    years = sorted(known["year"].unique())
    scale = scale_for(list(known.groupby("year")["value"].sum()), unit)
    known = _without_grey(known, colours, look)
    t, fig = look.tokens, theme.figure(caption, look, height=320)
    for cluster in dict.fromkeys(known["cluster"]):
        of_cluster = known[known["cluster"] == cluster].set_index("year")["value"]
        values = [scale.of(of_cluster.get(year)) for year in years]
        name = theme.safe(part_name(cluster)) if cluster else _("Other clusters")
        fig.add_bar(
            x=[str(year) for year in years], y=values, name=name, width=0.5, customdata=[cluster or None] * len(years), marker={"color": colours.get(cluster, t.unallocated)}, hoverinfo="text",
            hovertext=["" if absent(v) else f"{name} · {year}: {join(full(v), scale.unit)}" for year, v in zip(years, values, strict=True)],
        )
    fig.update_xaxes(type="category", tickangle=0)
    fig.update_yaxes(rangemode="tozero", tickformat=",")
    theme.unit_label(fig, scale.unit, look)
    fig.update_layout(barmode="relative", showlegend=True, legend={
        "x": 1.02, "xanchor": "left", "y": 1, "yanchor": "top", "traceorder": "reversed", "font": {"size": look.size(12)},
    })
    return fig


def _without_grey(rows: pd.DataFrame, colours: dict[str, str], look: Look) -> pd.DataFrame:
    """The rows with the clusters that have no colour of their own as one, called ""; a single one keeps its name."""
    grey = {c for c in rows["cluster"] if colours.get(c) == look.tokens.unallocated and c != UNALLOCATED}
    if len(grey) < 2:
        return rows
    others = rows[rows["cluster"].isin(grey)].groupby("year", as_index=False)["value"].sum().assign(cluster="")
    return pd.concat([rows[~rows["cluster"].isin(grey)], others], ignore_index=True)
