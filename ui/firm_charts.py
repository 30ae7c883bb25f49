"""Leading firms of the area, or of one of its clusters."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from park.briefing import more_sentences
from park.catalogue.names import indicator_name, part_name
from park.charts.ranking import ranking
from park.locale import _
from park.questions.clusters import ClusterAnswer
from park.questions.firms import firms

from . import columns
from .answers import own_trend
from .captions import caption
from .data import ask, kept
from .exhibit import Exhibit, show
from .exhibits import simulated, unit_of
from .filters import cluster_choice
from .source import open_row
from .state import View
from .table import pick, table

LINES = 10


@kept
def leading_firms(view: View) -> pd.DataFrame:
    """The firms of the view (of its cluster where one is chosen) by value, largest first; empty without figures of firms."""
    rows = ask(firms, indicator=view.indicator, area=view.area, month=view.month, cluster=view.cluster or None)
    rows = rows[rows["value"].notna()].reset_index(drop=True)
    return rows.assign(cluster_word=[part_name(name) for name in rows["cluster"]], area_word=[part_name(name) for name in rows["area"]], part=rows["firm"])


def leading(view: View, answer: ClusterAnswer) -> None:
    """The largest firms as a chart and a table, of all clusters or of the one chosen; nothing where no firm has a figure."""
    every = leading_firms(replace(view, cluster=""))
    if every.empty:
        return
    names = [name for name in answer.frame.loc[answer.frame["row_kind"] == "part", "cluster"] if name in set(every["cluster"])]
    view = view if view.cluster in names else replace(view, cluster="")
    rows = leading_firms(view)
    if len(names) > 1:
        cluster_choice(view, names)
    show(firms_of(view, rows), clicked=lambda place: open_row(rows.iloc[place]))
    table(rows, columns.firms(unit_of(view.indicator)), "firms", chosen=open_row, view=view)


@kept
def firms_of(view: View, rows: pd.DataFrame) -> Exhibit:
    """The largest firms by the view's indicator."""
    name, unit, top = indicator_name(view.indicator), unit_of(view.indicator), rows.head(LINES)
    about = _("{name} of the largest firms").format(name=name)
    if view.cluster:
        about = _("{about} in {cluster}").format(about=about, cluster=part_name(view.cluster))
    words = caption(view, more_sentences.leading_firms(top, view.indicator), about=about, simulated=simulated(own_trend(view)))
    return Exhibit("firms", words, ranking(top, "value", unit, words, view.look), pick(rows, columns.firms(unit)), rows)
