"""Kept sets of a briefing: slides, sections, edits, language and template under a name, to be taken up next month."""

from __future__ import annotations

import streamlit as st

from park.briefing import choices as kept
from park.locale import _
from park.store.files import BRIEFINGS

from .briefing_state import Desk
from .data import the_store
from .sign_in import staff
from .words import plain

NAME = "briefing_set_name"


def sets(desk: Desk, template: tuple[str, bytes]) -> None:
    """Takes a kept set up again, keeps the present one, or drops one; keeping and dropping need a staff account."""
    folder = the_store().path.parent / BRIEFINGS
    known = {one.name: one for one in kept.saved(folder)}
    with st.popover(_("Kept sets")):
        name = st.selectbox(_("Take up"), list(known), index=None, key="briefing_set", placeholder=_("Choose a set")) if known else None
        if name:
            given = known[name]
            st.button(_("Take up again"), key="briefing_take_up", on_click=Desk(desk.area, given.language, desk.month).take_up, args=(given,))
        if staff() is None:
            st.caption(_("To keep a set, sign in with a staff account."))
            return
        if name:
            st.button(_("Drop the set"), key="briefing_drop", on_click=_drop, args=(name,))
        st.text_input(_("Keep as"), key=NAME, max_chars=60)
        st.button(_("Keep"), key="briefing_keep", on_click=_keep, args=(desk, template))


def _keep(desk: Desk, template: tuple[str, bytes]) -> None:
    name, account = st.session_state[NAME].strip(), staff()
    if account is None:
        return
    if not name:
        st.toast(_("Give the set a name first."))
        return
    kept.save(the_store(), desk.choices(name, template), by=account)
    st.toast(_("Kept as {name}.").format(name=plain(name)))


def _drop(name: str) -> None:
    if account := staff():
        kept.remove(the_store(), name, by=account)
