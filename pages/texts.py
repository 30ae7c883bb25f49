"""Plan texts: paste or choose a plan, see its figures where they stand, confirm them one by one, let them count."""

import streamlit as st

from etl.plan import plan_for
from etl.read.grid import Unreadable
from etl.texts.proposals import confirmed, proposals
from park.locale import _, language
from park.store.files import digest
from ui import texts
from ui.correct import card
from ui.data import the_store
from ui.intake import already, observations_table, standing_batch
from ui.proposed import begin, beside, gone, tally
from ui.sections import section
from ui.sign_in import staff
from ui.state import view
from ui.words import plain


@st.cache_data(max_entries=6, show_spinner=False)
def read(data: bytes, name: str, area: str, month: str, year: str, code: str, version: int):
    """The plan as its park understands it; `code`: the language its reasons speak, `version`: the store's."""
    return plan_for(the_store(), data, name, area=area, month=month, year=year)


def draw(name: str, data: bytes, account) -> None:
    """The text beside its proposals; what is ticked can be loaded by staff."""
    area, month, year = texts.said(name)
    try:
        with st.spinner(_("Reading {file} …").format(file=plain(name))):
            plan = read(data, name, area, month, year, language(), the_store().version())
    except Unreadable as error:
        st.error(plain(f"{name}: {error.message} {error.suggestion}".strip()))
        texts.forget()
        return
    standing, sha256, reading = standing_batch(data), digest(data), plan.text
    begin([(p.key, p.read) for p in proposals(reading, {})], standing)
    found = proposals(reading, texts.choices())
    if standing and account:
        already(standing, account)
    if not found and not plan.tables:
        st.warning(_("No figure of a known indicator was found in this text; nothing can be loaded."))
    ready = sum(p.taken and not p.problem for p in found) + (plan.tables.observations.num_rows if plan.tables else 0)
    at, there = texts.looked_at(found), beside(found, plan.park, sha256, plan.tables)
    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        texts.text_panel(reading, found, at)
        texts.unread_list(reading.unread)
        if account:
            texts.settle(plan.unsettled, plan.park, account)
    with right:
        if found or plan.tables:
            with st.container(horizontal=True, vertical_alignment="center"):
                tally(found, there, texts.compared)
                if account:
                    texts.load_button(ready, standing, lambda: confirmed(reading, found, plan.tables), data, area, account)
        if account and found:
            texts.tick_buttons(found)
        if found:
            texts.rows_panel(found, at, there, account is not None)
            card(at, found, reading.sentences, account is not None)
        texts.gone_list(gone(found, name, plan.park, sha256, standing), name)
        if plan.tables:
            section(_("Tables inside the text"), _("They are read like any other table and are loaded with the ticked figures."))
            observations_table(plan.tables, "text_tables")


view()
account = staff()
section(_("Plan texts"), _("Targets and results out of plans, target sheets, reviews and bulletins: each figure beside its sentence; it counts once you confirm it."))
given = texts.the_text(account)
if given:
    draw(*given, account)
