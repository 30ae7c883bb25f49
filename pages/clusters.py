"""Clusters: what the park is made of, who grows, how concentrated it is."""

import streamlit as st

from park.locale import _
from park.questions.clusters import clusters
from park.questions.land import land
from ui import columns
from ui.answers import all_targets, focused, part_targets, worded
from ui.data import ask
from ui.empty import nothing_yet
from ui.exhibit import show
from ui.exhibits import map_of, part_bullets, shares_of, unit_of, yield_of
from ui.facts import cluster_facts
from ui.filters import indicator_choice
from ui.over_years import composition_of
from ui.sections import section
from ui.source import open_part
from ui.state import view
from ui.table import table

now = view()
if not nothing_yet(now):
    now = focused(now)
    indicator_choice(now, all_targets(now)["indicator"].tolist())
    answer = ask(clusters, indicator=now.indicator, area=now.area, month=now.month)
    left, right = st.columns(2, gap="large")
    with left:
        show(shares_of(now, answer))
        cluster_facts(answer)
    with right:
        show(map_of(now, answer))
    goals = part_targets(now.broken_down("cluster"))
    if goals["completion"].notna().any():
        show(part_bullets(now, goals))
    if over_time := composition_of(now, answer):
        show(over_time)
    yields = worded(ask(land, area=now.area, month=now.month, by="cluster"))
    if yields.loc[yields["row_kind"] == "part", "output_per_mu"].notna().any():
        show(yield_of(now, yields, "output_per_mu"))
    section(_("Clusters in figures"), _("★ marks the leading clusters. Choose a row to see where its figures come from."))
    table(worded(answer.frame), columns.clusters(unit_of(now.indicator)), "clusters", chosen=lambda row: open_part(row, now), view=now)
