"""Projects from contract to production: answers at which stage they get stuck."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import absent, card

from . import theme
from .theme import Caption, Look


def funnel(stages: pd.DataFrame, caption: Caption, look: Look) -> go.Figure:
    """One bar per stage, in the order given: how many projects stand there, and their investment.

    stages: park.questions.projects (stage, count, investment in 万元).
    """
    rows = stages[stages["count"].notna()]
    if rows.empty or rows["count"].sum() == 0:
        return theme.blank(caption, look, _("No project ledger has been loaded"))
    t, fig = look.tokens, theme.figure(caption, look, height=46 * len(rows) + 50)
    names, counts = [stage_word(s) for s in rows["stage"]], [float(v) for v in rows["count"]]
    fig.add_bar(
        y=names, x=counts, orientation="h", width=0.56, marker={"color": t.actual}, hoverinfo="none", customdata=list(rows["stage"]),
    )
    for name, row in zip(names, rows.itertuples(), strict=True):
        money = "" if absent(row.investment) else "  " + card(row.investment, "万元")
        count = card(row.count, "个")
        fig.add_annotation(**theme.label(f"<b>{count}</b>{money}", look), x=float(row.count), y=name, xanchor="left", xshift=look.size(6))
    fig.update_yaxes(autorange="reversed", showgrid=False, type="category", tickfont={"size": look.size(13), "color": t.text})
    fig.update_xaxes(range=[0, max(counts) * 1.03], showgrid=True, dtick=1 if max(counts) <= 6 else None)
    fig.update_layout(margin={"r": look.size(104)})  # room for a count and its money beside the longest bar, on a phone too
    return fig


def stage_word(stage: str) -> str:
    """A stage 签约, 开工, 竣工, 投产 in the language in use."""
    words = {"签约": _("Signed"), "开工": _("Started"), "竣工": _("Completed"), "投产": _("In production")}
    return words.get(stage, stage or _("Stage not given"))
