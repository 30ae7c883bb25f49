"""Settings, for administrators: accounts, who may look, thresholds, names of places and of files, the audit."""

import streamlit as st

from park.locale import _
from park.questions.overview import areas
from ui.accounts import account_list, add_account, change_account, token_list
from ui.data import ask
from ui.history import audit_view
from ui.month import park_of
from ui.places import describe_parts, merge_zones, rename_place
from ui.sections import section
from ui.settings import thresholds, viewing
from ui.settle import remembered
from ui.sign_in import account, signed_out
from ui.state import view

now = view()
if not signed_out("settings", needs="admin"):
    who, known = account(), ask(areas)
    section(_("Settings"), _("Accounts and what they may do, who may look, when a status begins, names, and who did what."))
    people, rules, names, records = st.tabs([_("Accounts"), _("Viewing and thresholds"), _("Places and names"), _("Audit")], key="settings_tab", on_change="rerun")
    with people:
        account_list()
        left, right = st.columns(2, gap="large")
        with left:
            change_account(known, who)
            token_list(who)
        with right:
            add_account(known, who)
    with rules:
        viewing(who)
        thresholds(who)
    with names:
        if now.area:
            park = park_of(now, known)
            park_id = int(known.loc[known["area"] == park, "area_id"].iloc[0])
            rename_place(park, park_id, who)
            merge_zones(park_id, who)
            describe_parts(park, park_id, who)
            remembered(park, who)
        else:
            st.info(_("No place is known yet; the first file brings them."))
    with records:
        audit_view()
