"""The menu: the director's pages in a row, the staff's pages behind one word."""

from __future__ import annotations

import streamlit as st

from park.locale import _

from .state import go, link


def menu(reading: list, keeping: list, page: object) -> None:
    """Draws the links, each of which carries the view.

    reading, keeping: st.Page objects of the director and of the staff; page: the one that is open. The staff's pages stand in a
    menu that opens, moves and closes by keyboard; its word is marked where one of them is open.
    """
    with st.container(horizontal=True, key="menu", gap="xxsmall", width="stretch"):
        for one in reading:
            st.page_link(one, query_params=link())
        with st.container(key="menu_here" if page in keeping else "menu_more", width="content"):
            chosen = st.menu_button(_("Data"), keeping, key="menu_data", type="tertiary", format_func=lambda one: one.title)
        if chosen:
            go(chosen)
