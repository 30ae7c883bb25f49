"""Clusters: what the park is made of, who grows, how concentrated it is, which firms lead."""

import streamlit as st

from park.locale import _
from park.questions.clusters import clusters
from park.questions.land import land
from ui import columns
from ui.answers import all_targets, clustered, part_targets, worded
from ui.data import ask
from ui.empty import no_clusters, nothing_yet
from ui.exhibit import show
from ui.exhibits import map_of, part_bullets, shares_of, unit_of, yield_of
from ui.facts import cluster_facts
from ui.filters import indicator_choice
from ui.firm_charts import leading
from ui.over_years import composition_of
from ui.sections import section
from ui.source import open_named, open_part, open_row
from ui.state import view
from ui.table import table

now = view()
if not nothing_yet(now):
    now = clustered(now)
    answer = ask(clusters, indicator=now.indicator, area=now.area, month=now.month)
    if not no_clusters(now, answer):
        indicator_choice(now, all_targets(now)["indicator"].tolist())
        left, right = st.columns(2, gap="large")
        with left:
            show(shares_of(now, answer), clicked=lambda name: open_named(now, "cluster", name))
            cluster_facts(answer)
        with right:
            show(map_of(now, answer), clicked=lambda name: open_named(now, "cluster", name))
        by_cluster = now.broken_down("cluster")
        goals = part_targets(by_cluster)
        if goals["completion"].notna().any():
            chart = part_bullets(by_cluster, goals)
            show(chart, clicked=lambda place: open_row(chart.rows.iloc[place]))
        over_time, yields = composition_of(now, answer), worded(ask(land, area=now.area, month=now.month, by="cluster"))
        left, right = st.columns(2, gap="large")
        if over_time:
            with left:
                show(over_time, clicked=lambda name: open_named(now, "cluster", name))
        if yields.loc[yields["row_kind"] == "part", "output_per_mu"].notna().any():
            with right if over_time else left:
                show(yield_of(now, yields, "output_per_mu"), clicked=lambda place: open_part(yields.loc[place], by_cluster))
        leading(now, answer)
        section(_("Clusters in figures"), _("★ marks the leading clusters. Choose a row to see where its figures come from."))
        table(worded(answer.frame), columns.clusters(unit_of(now.indicator)), "clusters", chosen=lambda row: open_part(row, now), view=now)
