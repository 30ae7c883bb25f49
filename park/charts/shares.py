"""What the whole is made of now, and what it was a year ago: answers which cluster carries the park."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import UNALLOCATED, part_name
from park.locale import _
from park.locale.numbers import absent, percent, points

from . import theme
from .theme import Caption, Look


def shares(clusters: pd.DataFrame, colours: dict[str, str], caption: Caption, look: Look) -> go.Figure:
    """One bar per cluster, its share in percent; a grey tick marks last year's share; leading clusters carry a star.

    clusters: park.questions.clusters. colours: from theme.part_colours, by cluster.
    """
    rows = clusters[clusters["share"].notna()]
    if rows.empty:
        return theme.blank(caption, look, _("No figures by cluster in this period"))
    t, fig = look.tokens, theme.figure(caption, look, height=36 * len(rows) + 50)
    names = [_name(row) for row in rows.itertuples()]
    open_ = [c == UNALLOCATED for c in rows["cluster"]]
    fig.add_bar(
        y=names, x=[float(v) for v in rows["share"]], orientation="h", width=0.56, hoverinfo="y+x",
        customdata=list(rows["cluster"]),
        marker={
            "color": [t.unallocated if o else colours.get(c, t.unallocated) for c, o in zip(rows["cluster"], open_, strict=True)],
            "line": {"color": [t.unallocated if o else "rgba(0,0,0,0)" for o in open_], "width": 1},
            "pattern": {"shape": ["/" if o else "" for o in open_], "fgcolor": t.unallocated, "bgcolor": t.paper, "size": 6, "solidity": 0.3},
        },
    )
    before = [(n, float(s) - float(c)) for n, s, c in zip(names, rows["share"], rows["share_change"], strict=True) if not absent(c)]
    fig.add_scatter(
        x=[v for _n, v in before], y=[n for n, _v in before], mode="markers", hoverinfo="skip",
        marker={"symbol": "line-ns", "size": look.size(13), "line": {"color": t.last_year, "width": look.size(3)}},
    )
    for name, share, change in zip(names, rows["share"], rows["share_change"], strict=True):
        note = "" if absent(change) else f"  ({points(change)})"
        edge = max(float(share), float(share) - (0 if absent(change) else float(change)), 0.0)
        fig.add_annotation(**theme.label(f"<b>{percent(share)}</b>{note}", look), x=edge, y=name, xanchor="left", xshift=look.size(9))
    fig.update_yaxes(
        autorange="reversed", showgrid=False, type="category", tickfont={"size": look.size(13), "color": t.text},
    )
    fig.update_layout(margin={"r": look.size(84)})
    low = min(0.0, float(rows["share"].min()))
    fig.update_xaxes(range=[low, float(rows["share"].max()) * 1.16], ticksuffix="%", showgrid=True, zeroline=True)
    return fig


def _name(row) -> str:
    star = "★ " if getattr(row, "leading", False) is True or getattr(row, "leading", "") in ("True", True) else ""
    return star + theme.safe(part_name(row.cluster))
