"""Who is at the screen. Anyone may look; uploading, undoing and editing need a signed-in staff account."""

from __future__ import annotations

import time

import streamlit as st

from park.locale import _
from park.store import Account, StoreError, check_password

from .data import the_store
from .state import speak
from .words import plain

KEY, SEEN, IDLE = "_account", "_account_seen", 60 * 60  # signed out after an hour without a click


def account() -> Account | None:
    """Who is signed in, None for nobody or when the session has run out."""
    found = st.session_state.get(KEY)
    if found is None:
        return None
    if time.monotonic() - st.session_state.get(SEEN, 0) > IDLE:
        sign_out()
        return None
    st.session_state[SEEN] = time.monotonic()
    return found


def staff() -> Account | None:
    """The signed-in account if it may write, else None."""
    found = account()
    return found if found and found.may_write else None


def sign_out() -> None:
    """Forgets who was signed in."""
    st.session_state.pop(KEY, None)
    st.session_state.pop(SEEN, None)


def door() -> None:
    """The button at the right of the filter bar: sign in, or who it is and sign out."""
    found = account()
    if found is None:
        if st.button(_("Sign in"), key="sign_in", type="tertiary"):
            ask_who()
        return
    with st.popover(plain(found.name), type="tertiary"):
        st.caption(_("Signed in as {name}").format(name=plain(found.name)))
        if st.button(_("Sign out"), key="sign_out", on_click=sign_out):
            st.rerun()


def ask_who() -> None:
    """Opens the sign-in dialog."""
    speak()
    st.dialog(_("Sign in"), width="small")(_form)()


def _form() -> None:
    speak()
    with st.form("sign_in_form", border=False):
        name = st.text_input(_("Name"), key="sign_in_name", autocomplete="username")
        password = st.text_input(_("Password"), type="password", key="sign_in_password", autocomplete="current-password")
        sent = st.form_submit_button(_("Sign in"), type="primary")
    st.caption(_("Accounts are made by the administrator with `python -m park account add NAME`."))
    if not sent:
        return
    try:
        found = check_password(the_store(), name, password)
    except StoreError as error:
        st.error(str(error))
        return
    if found is None:
        st.error(_("Name or password is wrong."))
        return
    st.session_state[KEY], st.session_state[SEEN] = found, time.monotonic()
    st.rerun()
