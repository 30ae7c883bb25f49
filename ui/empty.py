"""What a page shows when there is nothing to show: why, and what to do."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from park.catalogue.names import part_name
from park.locale import _
from park.questions.clusters import ClusterAnswer
from park.questions.overview import areas, clusters_of, target_years

from . import columns
from .answers import all_targets
from .data import ask
from .plans import plan_table
from .sections import section
from .sentence import sentence
from .sign_in import ask_who, staff
from .source import open_row
from .state import View, keep, link
from .table import table
from .words import plain


def nothing_yet(view: View) -> bool:
    """Draws the empty state and returns True when the area has no figures at all; False otherwise."""
    if view.month:
        return False
    if view.area and (years := ask(target_years, view.area)):
        goals_only(view, years[0])
        return True
    with st.container(border=True, key="empty"):
        st.subheader(_("No figures have been loaded yet") if not view.area else _("No figures of this area have a month yet"))
        st.write(_("Staff upload the monthly tables they already have: Excel, CSV or HTML, with headings and units as they stand."))
        if staff():
            st.page_link("pages/upload.py", label=_("Upload the first table"), query_params=link())
        elif st.button(_("Sign in to upload"), key="empty_sign_in", type="primary"):
            ask_who()
        st.caption(_("To look around first, load the demo: `python -m etl demo`."))
    return True


def no_clusters(view: View, answer: ClusterAnswer) -> bool:
    """Says, and returns True, where no cluster has a figure of the view's indicator: what to load, and which parks have clusters."""
    parts = answer.frame[answer.frame["row_kind"] == "part"]
    if parts["value"].notna().any() or parts["target"].notna().any():
        return False
    with st.container(border=True, key="no_clusters"):
        section(_("No figures by cluster in this period"))
        st.write(_("A table with a row or a column for each industry cluster fills this page, and so does a list of firms that names the cluster of each."))
        known = ask(areas)
        for park in known.loc[(known["parent"] == "") & known["last_month"].notna(), "area"]:
            if park != view.area and ask(clusters_of, park):
                st.page_link("pages/clusters.py", label=_("Clusters of {park}").format(park=plain(part_name(park))), query_params=link(area=park, month=""))
    return True


def no_ledger(known: pd.DataFrame) -> None:
    """Says what fills the projects page where no project is known."""
    if known.empty:
        with st.container(border=True, key="no_ledger"):
            section(_("No project ledger has been loaded"))
            st.write(_("A list with a row for each project (name, firm, investment, stage with its dates, reason why not started) fills this page."))


def no_land(rows: pd.DataFrame, money: pd.DataFrame) -> bool:
    """Says, and returns True, where neither land nor infrastructure money is reported: what to load. rows: of land; money: by part."""
    known = [column for column in ("developed", "target", "developed_total", "land", "output_per_mu") if column in rows and rows[column].notna().any()]
    if known or len(money):
        return False
    with st.container(border=True, key="no_land"):
        section(_("No land development reported for this period"))
        st.write(_("A table with land newly developed and land developed to date, of the park or by zone, fills this page."))
    return True


def goals_only(view: View, year: int) -> None:
    """The year's targets of an area that has reported nothing yet, with their sources."""
    when = replace(view, month=f"{year}-12")
    keep(when)
    rows = all_targets(when)
    rows = rows[rows["target"].notna() | rows["target_high"].notna()].reset_index(drop=True)
    said = _("{area} has {count} targets for {year} and no figures yet")
    sentence(said.format(area=part_name(view.area), count=len(rows), year=year))
    section(_("Targets of {year}").format(year=year), _("Completion shows once a month is reported. Choose a row to see where its figures come from."))
    table(rows, columns.goals(), "goals", chosen=open_row)
    plan_table(when)
