"""What a page shows when there is nothing to show: why, and what to do."""

from __future__ import annotations

import streamlit as st

from park.locale import _

from .sign_in import ask_who, staff
from .state import View, link


def nothing_yet(view: View) -> bool:
    """Draws the empty state and returns True when the area has no figures at all; False otherwise."""
    if view.month:
        return False
    with st.container(border=True, key="empty"):
        st.subheader(_("No figures have been loaded yet") if not view.area else _("No figures of this area have a month yet"))
        st.write(_("Staff upload the monthly tables they already have: Excel, CSV or HTML, with headings and units as they stand."))
        if staff():
            st.page_link("pages/upload.py", label=_("Upload the first table"), query_params=link())
        elif st.button(_("Sign in to upload"), key="empty_sign_in", type="primary"):
            ask_who()
        st.caption(_("To look around first, load the demo: `python -m etl demo`."))
    return True
