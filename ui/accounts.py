"""Accounts at the screen of an administrator: who there is, adding, changing, passwords, tokens of scripts, removing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from park.catalogue.names import part_name
from park.locale import _
from park.store import Account, accounts, sessions

from .data import the_store
from .intake import act
from .sign_in import role_word
from .table import Column, table
from .times import local

TOKEN = "_new_token"


def account_list() -> None:
    """Every account with its role and areas."""
    rows = pd.DataFrame([
        {"name": name, "role": role_word(role), "areas": _(", ").join(part_name(a) for a in accounts.area_names(the_store(), name)) or _("everywhere"),
         "way": _("password") if accounts.has_password(the_store(), name) else _("unit's account"), "made": local(made)}
        for name, role, made in accounts.every(the_store())
    ])
    if rows.empty:
        st.info(_("There is no account yet."))
        return
    table(rows, [Column("name", _("Name")), Column("role", _("Role")), Column("areas", _("Areas")), Column("way", _("Signs in by")), Column("made", _("Since"))], "accounts")


def add_account(known: pd.DataFrame, by: Account) -> None:
    """The form for a new account. known: park.questions.areas."""
    with st.form("add_account", border=True):
        st.write(f"**{_('New account')}**")
        name = st.text_input(_("Name"), key="new_name", help=_("For whoever signs in with the unit's account: the e-mail address."))
        role, areas = _rights(known, "new", "staff", [])
        first = st.text_input(_("Password, at least {count} characters").format(count=accounts.SHORTEST), type="password", key="new_password", autocomplete="new-password")
        again = st.text_input(_("Once more"), type="password", key="new_again", autocomplete="new-password")
        elsewhere = st.checkbox(_("No password: signs in with the unit's account only"), key="new_elsewhere")
        sent = st.form_submit_button(_("Add account"), key="new_sent", type="primary")
    if sent and not elsewhere and first != again:
        st.error(_("The two passwords differ; nothing was changed."))
    elif sent:
        act(lambda: accounts.add(the_store(), name, None if elsewhere else first, role=role, areas=areas, by=by), _("The account was added."))


def change_account(known: pd.DataFrame, by: Account) -> None:
    """One account: role and areas, a new password, a token for scripts, removal."""
    names = [name for name, _role, _made in accounts.every(the_store())]
    with st.container(border=True):
        st.write(f"**{_('Change an account')}**")
        name = st.selectbox(_("Account"), names, key="changed", index=None, placeholder=_("choose one"))
        if name is None:
            return
        held = accounts.named(the_store(), name)
        with st.form(f"rights_{name}", border=False):
            role, areas = _rights(known, f"changed_{name}", held.role, list(held.areas or ()))
            if st.form_submit_button(_("Save role and areas"), key="changed_sent"):
                act(lambda: accounts.change(the_store(), name, role=role, areas=areas, by=by), _("Saved; it holds at once."))
        with st.container(horizontal=True):
            _password(name, by)
            if st.button(_("Token for scripts"), key="token_make"):
                st.session_state[TOKEN] = name, sessions.make_token(the_store(), name, by=by)
            with st.popover(_("Remove"), key="remove_open"):
                st.write(_("It is signed out everywhere and its tokens end. What it did stays in the records."))
                if st.button(_("Remove {name}").format(name=name), key="remove_do", type="primary"):
                    act(lambda: accounts.remove(the_store(), name, by=by), _("The account was removed."))
        if st.session_state.get(TOKEN, ("",))[0] == name:
            st.write(_("The token is shown this once; keep it where the script runs:"))
            st.code(st.session_state.pop(TOKEN)[1], language=None)


def _password(name: str, by: Account) -> None:
    with st.popover(_("New password"), key="password_open"), st.form(f"password_{name}", border=False):
        first = st.text_input(_("Password, at least {count} characters").format(count=accounts.SHORTEST), type="password", key="next_password", autocomplete="new-password")
        again = st.text_input(_("Once more"), type="password", key="next_again", autocomplete="new-password")
        if st.form_submit_button(_("Set password"), key="password_sent", type="primary"):
            if first != again:
                st.error(_("The two passwords differ; nothing was changed."))
            else:
                act(lambda: accounts.change_password(the_store(), name, first, by=by), _("The password is changed; {name} is signed out everywhere.").format(name=name))


def token_list(by: Account) -> None:
    """The tokens that stand, each with a button that takes it back."""
    found = sessions.tokens(the_store())
    if not found:
        return
    st.write(f"**{_('Tokens of scripts')}**")
    for token_id, name, made_by, made in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(_("{token}: account {name}, made by {by}, {when}").format(token=token_id, name=name, by=made_by, when=local(made)), width="stretch")
            if st.button(_("Take back"), key=f"revoke_{token_id}"):
                act(lambda token_id=token_id: sessions.revoke(the_store(), token_id, by=by), _("The token is worth nothing any more."))


def _rights(known: pd.DataFrame, key: str, role: str, areas: list[int]) -> tuple[str, tuple[int, ...]]:
    names = {int(id_): ("" if parent == "" else "\u3000") + part_name(area) for id_, area, parent in zip(known["area_id"], known["area"], known["parent"], strict=True)}
    chosen = st.selectbox(_("Role"), accounts.ROLES, index=accounts.ROLES.index(role), format_func=role_word, key=f"{key}_role")
    limited = st.multiselect(
        _("Only these areas (staff)"), list(names), default=[a for a in areas if a in names], format_func=names.get, key=f"{key}_areas", placeholder=_("everywhere"))
    return chosen, tuple(limited) if chosen == "staff" else ()
