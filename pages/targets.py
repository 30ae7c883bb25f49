"""Targets: one indicator in depth, then every zone and every target."""

import streamlit as st

from park.locale import _
from ui import columns
from ui.answers import all_targets, focused, own_row, paces, part_targets, zone_gaps
from ui.empty import nothing_yet
from ui.exhibit import show
from ui.exhibits import part_bullets, path_of, zone_heat
from ui.facts import target_facts
from ui.filters import by_choice, indicator_choice, pace_choice
from ui.plans import plan_table
from ui.scores import scorecard_table
from ui.sections import section
from ui.source import open_own, open_row
from ui.state import view
from ui.table import table

now = view()
if not nothing_yet(now):
    now = focused(now)
    there = paces(now)
    if now.pace not in there:
        now = now.paced("linear")
    targets = all_targets(now)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_choice(now, targets["indicator"].tolist())
        by_choice(now)
        pace_choice(now, there)
    left, right = st.columns([1.6, 1], gap="large")
    with left:
        show(path_of(now), clicked=lambda month: open_own(now, month), origin=lambda: open_own(now))
    with right:
        target_facts(own_row(now))
        if len(rows := part_targets(now)):
            parts = part_bullets(now, rows)
            show(parts, clicked=lambda place: open_row(parts.rows.iloc[place]))
    zones = zone_gaps(now)
    if zones["status"].notna().any():
        show(zone_heat(now, zones), clicked=lambda place: open_row(zones.loc[place]))
    scorecard_table(now)
    section(_("Every target and figure"), _("Choose a row to see where its figures come from."))
    table(targets, columns.progress(now, targets), "scorecard", chosen=open_row, view=now)
    plan_table(now)
