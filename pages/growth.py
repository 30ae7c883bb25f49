"""Growth: the year to date and its months, which parts pull or drag, year after year and plan after plan."""

import streamlit as st

from park.locale import _
from park.questions.growth import growth
from ui import columns
from ui.answers import all_targets, focused, own_row, part_targets, worded
from ui.data import ask
from ui.empty import nothing_yet
from ui.exhibit import show
from ui.exhibits import contribution_of, months_of, rates_of, unit_of
from ui.facts import growth_facts
from ui.filters import by_choice, indicator_choice
from ui.over_years import years_of
from ui.plans import plans_of
from ui.sections import section
from ui.source import open_named, open_own, open_part, open_plan
from ui.state import view
from ui.table import table

now = view()
if not nothing_yet(now):
    now = focused(now)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_choice(now, all_targets(now)["indicator"].tolist())
        by_choice(now)
    left, right = st.columns(2, gap="large")
    with left:
        show(rates_of(now), clicked=lambda month: open_own(now, month), origin=lambda: open_own(now))
        growth_facts(own_row(now))
    with right:
        show(months_of(now), clicked=lambda month: open_own(now, month), origin=lambda: open_own(now))
    parts = len(part_targets(now))
    if parts:
        show(contribution_of(now), clicked=lambda part: open_named(now, now.by, part))
    if several := years_of(now):
        show(several, clicked=lambda year: open_own(now, f"{year}{now.month[4:]}"))
    if planned := plans_of(now):
        show(planned, clicked=lambda place: open_plan(planned.rows.iloc[place], now))
    if parts:
        section(_("Parts and total"), _("Contributions add up to the growth of the total. Choose a row to see its source."))
        rows = worded(ask(growth, indicator=now.indicator, area=now.area, month=now.month, by=now.by))
        table(rows, columns.growth(unit_of(now.indicator)), "parts", chosen=lambda row: open_part(row, now), view=now)
