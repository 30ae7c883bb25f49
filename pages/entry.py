"""Entry by hand: a month's figures or a year's targets typed or pasted into a grid, checked and kept like any file."""

from datetime import datetime

import streamlit as st

from etl.desk import lay_out
from etl.entry import GOALS, MONTHLY, Goal, Typed, book_name, goals_book, monthly_book, wrong_units
from park.locale import _
from ui.data import the_store
from ui.entry import MONTHS, goals_grid, monthly_grid, units_stand, whose
from ui.intake import already, entered, offer
from ui.sections import section
from ui.sign_in import ask_who, staff
from ui.state import view

view()
account = staff()
section(
    _("Entry by hand"),
    _("Type into the grid or paste a block from Excel; units may stand in the cell, for targets signs and ranges too (≥18, 8-10). Only what you type is loaded."),
)
if account is None:
    st.info(_("Looking is free; to enter figures, sign in with a staff account."))
    if st.button(_("Sign in to enter figures"), key="entry_sign_in", type="primary"):
        ask_who()
    st.stop()
kinds = {"month": _("A month's figures"), "goals": _("Targets of the year")}
kind = st.segmented_control(_("What to enter"), list(kinds), key="entry_kind", format_func=kinds.get, default="month", required=True, label_visibility="collapsed")
park, area, month = whose(account)
if not park:
    st.info(_("Choose the park whose figures these are; an account that is limited to areas sees only its own."))
    st.stop()
last, turn = entered(f"{kind}_{area}_{month}")
if last:
    already(last, account)
said = {"by": account.name, "at": datetime.now()}
if kind == "month":
    rows = monthly_grid(area, month, turn)
    lines = [Typed(r.indicator, r.unit, r.month, r.to_date) for r in rows.itertuples()]
    data, name = monthly_book(park, area, month, lines, **said), book_name(park, area, month, MONTHLY)
    typed = any(line.month or line.to_date for line in lines)
else:
    rows = goals_grid(area, month, turn)
    lines = [Goal(r.indicator, r.unit, r.sign, r.value, r.high, r.growth, tuple(getattr(r, m) for m in MONTHS)) for r in rows.itertuples()]
    data, name = goals_book(park, area, int(month[:4]), lines, **said), book_name(park, area, month[:4], GOALS)
    typed = any(line.value or line.high or line.growth or any(line.plan) for line in lines)
if typed and units_stand(wrong_units(lines)):
    offer(lay_out(the_store(), data, name, by=account, area=park), data, account, f"entry_{kind}", entry=f"{kind}_{area}_{month}")
