"""Land: developed against target, and what each 亩 yields."""

import pandas as pd
import streamlit as st

from park.briefing.sentences import land as land_sentence
from park.locale import _
from park.questions.land import land
from ui import columns
from ui.answers import own_row, own_trend, part_targets, parted, worded
from ui.data import ask
from ui.empty import no_land, nothing_yet
from ui.exhibit import show
from ui.exhibits import part_bullets, path_of, yield_of
from ui.facts import land_facts
from ui.filters import by_choice
from ui.sections import section
from ui.sentence import sentence
from ui.source import open_own, open_part, open_row
from ui.state import View, view
from ui.table import table


def show_land(now: View, rows: pd.DataFrame, money: pd.DataFrame, building: View) -> None:
    """Land by part, infrastructure money beside it, yields per 亩, the table."""
    sentence(land_sentence(rows), own_trend(now))
    by_choice(now)
    left, right = st.columns(2, gap="large") if len(money) else (st.container(), None)
    with left:
        goals = part_targets(now)
        parts = part_bullets(now, goals) if len(goals) else path_of(now)
        show(parts, clicked=lambda place: open_row(parts.rows.iloc[place]) if len(goals) else open_own(now, place), origin=lambda: open_own(now))
        land_facts(own_row(now.about("idle_land_revitalised")))
    if right:
        with right:
            built = part_bullets(building, money, "infrastructure")
            show(built, clicked=lambda place: open_row(built.rows.iloc[place]), origin=lambda: open_own(building))
    known = [column for column in ("output_per_mu", "tax_per_mu", "investment_per_mu") if rows.loc[rows["row_kind"] == "part", column].notna().any()]
    if known:
        for column, place in zip(known, st.columns(len(known), gap="large"), strict=True):
            with place:
                show(yield_of(now, rows, column), clicked=lambda place: open_part(rows.loc[place], now))
    section(_("Land in figures"), _("Per mu: year to date, divided by land developed to date."))
    table(rows, columns.land(), "land", chosen=lambda row: open_part(row, now), view=now)


now = view()
if not nothing_yet(now):
    now = parted(now.about("land_developed"))
    rows = worded(ask(land, area=now.area, month=now.month, by=now.by))
    building = now.about("infrastructure_investment").broken_down("area")
    money = part_targets(building)
    if not no_land(rows, money):
        show_land(now, rows, money, building)
