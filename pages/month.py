"""Month: what each area has reported and what it owes; closing the month, reopening it, what changed since."""

import streamlit as st

from park.locale import _
from park.questions.month import month_state, revisions
from park.questions.overview import areas
from ui.data import ask
from ui.empty import nothing_yet
from ui.month import lock, matrix, owed_list, park_of, revised, summary
from ui.sections import section
from ui.sentence import sentence
from ui.sign_in import account, signed_out
from ui.state import view

now = view()
if not signed_out("month") and not nothing_yet(now):
    park = park_of(now, ask(areas))
    rows = ask(month_state, month=now.month, area=now.area)
    if rows.empty:
        st.info(_("Nothing is reported for this month, and nothing is owed."))
    else:
        sentence(summary(rows, now))
    lock(now, park, account())
    if not rows.empty:
        left, right = st.columns([1.9, 1], gap="large")
        with left:
            section(_("Received, missing, in doubt"), _("Owed is what was reported the month before or in the same month of last year, and what has a target. Rest on a cell to read its doubt."))
            matrix(rows)
        with right:
            section(_("Still needed"), _("To send to those who owe figures."))
            owed_list(rows, now)
    changed = ask(revisions, month=now.month, area=park)
    if not changed.empty:
        section(_("Changed since the month was closed"), _("Each with what stood before."))
        revised(changed)
