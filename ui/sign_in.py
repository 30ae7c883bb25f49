"""Who is at the screen: by the session cookie, or by OpenID Connect where secrets.toml sets it up. Writing needs a staff account."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from park.locale import _
from park.store import Account, StoreError, accounts, check_password, sessions, settings

from . import provider
from .access import NAME, NEXT, PASSWORD, SIGN_IN, SIGN_OUT, cookie, told, why_not
from .data import the_store
from .state import speak
from .words import plain

SAID = "_sign_in_said"
FIELD = "display:block;width:100%;box-sizing:border-box;font:inherit;padding:.45rem .6rem;margin:.2rem 0 .8rem;border:1px solid currentColor;border-radius:6px;background:transparent;color:inherit"
BUTTON = "font:inherit;padding:.4rem 1rem;border:0;border-radius:6px;background:var(--pb-actual,#1f4e79);color:var(--pb-paper,#fff);cursor:pointer"


def account() -> Account | None:
    """Who is signed in, None for nobody or when the session has ended."""
    return sessions.find(the_store(), secret()) or provider.account()


def secret() -> str:
    """The session cookie's content, "" without one."""
    return _cookie(cookie())


def staff() -> Account | None:
    """The signed-in account if it may write, else None."""
    found = account()
    return found if found and found.may_write else None


def admin() -> Account | None:
    """The signed-in account if it is an administrator, else None."""
    found = account()
    return found if found and found.is_admin else None


def kept_out() -> bool:
    """Draws the sign-in form and returns True where looking needs an account and nobody is signed in."""
    if settings.may_look(the_store(), account()):
        return False
    with st.container(key="closed", width=380):
        st.subheader(_("Parkboard"))
        st.write(_("The figures are shown to signed-in people only."))
        _ways()
    return True


def signed_out(key: str, *, needs: str = "viewer") -> bool:
    """Says what account a page needs and returns True where it is not signed in; False otherwise. needs: viewer (anyone), admin."""
    found = account()
    if found and (needs == "viewer" or found.is_admin):
        return False
    if found:
        st.info(_("This page is for administrators; {name} is none.").format(name=plain(found.name)))
        return True
    st.info(_("This page is for administrators; sign in to see it.") if needs == "admin" else _("This page is for those who keep the figures; sign in to see it."))
    if st.button(_("Sign in"), key=f"{key}_sign_in", type="primary"):
        ask_who()
    return True


def door() -> None:
    """The button at the right of the filter bar: sign in, or who it is and sign out."""
    found = account()
    if found is None:
        if st.button(_("Sign in"), key="sign_in", type="tertiary") or _failed():
            ask_who()
        return
    with st.popover(plain(found.name), type="tertiary"):
        st.caption(_("Signed in as {name} ({role})").format(name=plain(found.name), role=role_word(found.role)))
        if not sessions.find(the_store(), secret()):
            if st.button(_("Sign out"), key="sign_out"):
                provider.leave()
        else:
            button = f'<button type="submit" style="{BUTTON}">{escape(_("Sign out"))}</button>'
            st.html(f'<form class="pb" method="post" action="{SIGN_OUT}">{_hidden()}{button}</form>')
            _own_password(found)


def _own_password(found: Account) -> None:
    """Another password for the own account; the old one is asked for, so that an open screen is not enough."""
    with st.expander(_("Change my password")), st.form("own_password", border=False, clear_on_submit=True):
        old = st.text_input(_("Present password"), type="password", key="own_old", autocomplete="current-password")
        new = st.text_input(_("Password, at least {count} characters").format(count=accounts.SHORTEST), type="password", key="own_new", autocomplete="new-password")
        again = st.text_input(_("Once more"), type="password", key="own_again", autocomplete="new-password")
        if not st.form_submit_button(_("Set password"), key="own_sent"):
            return
        try:
            if new != again:
                st.error(_("The two passwords differ; nothing was changed."))
            elif check_password(the_store(), found.name, old) is None:
                st.error(_("Name or password is wrong."))
            else:
                accounts.change_password(the_store(), found.name, new, by=found)
                st.success(_("The password is changed; sign in with it."))
        except StoreError as error:
            st.error(plain(str(error)))


def ask_who() -> None:
    """Opens the sign-in dialog."""
    speak()
    st.dialog(_("Sign in"), width="small")(_dialog)()


def role_word(role: str) -> str:
    """viewer, staff, admin in words."""
    return {"viewer": _("viewer"), "staff": _("staff"), "admin": _("administrator")}.get(role, role)


def _dialog() -> None:
    speak()
    _ways()


def _ways() -> None:
    """The form of local accounts, and the button of the provider where there is one."""
    if why := why_not(_cookie(told()) if not account() else ""):
        st.error(why)
    for name in (offered := provider.providers()):
        said = _("Sign in with the unit's account") + (f" ({plain(name)})" if len(offered) > 1 else "")
        if st.button(said, key=f"sign_in_{name}", type="primary"):
            provider.begin(name)
    if provider.by_provider() and account() is None:
        said = (
            _("The provider does not say that it has verified the address {name} (email_verified); whoever runs it can have it verified.")
            if provider.unverified() else _("{name} is signed in elsewhere but has no account here, or the session has ended.")
        )
        st.warning(said.format(name=plain(str(st.user.get("email", "")))))
        if st.button(_("Sign out"), key="sign_out_provider"):
            provider.leave()
    st.html(
        f'<form class="pb" method="post" action="{SIGN_IN}">{_hidden()}'
        f'<label>{escape(_("Name"))}<input name="{NAME}" autocomplete="username" required autofocus style="{FIELD}"></label>'
        f'<label>{escape(_("Password"))}<input name="{PASSWORD}" type="password" autocomplete="current-password" required style="{FIELD}"></label>'
        f'<button type="submit" style="{BUTTON}">{escape(_("Sign in"))}</button></form>'
    )
    st.caption(_("An administrator makes accounts on the settings page; the first one is made with `python -m park account add NAME --role admin`."))


def _hidden() -> str:
    """Where to go back to: the page that the reader sees."""
    page = str(st.context.url or "/")
    path = "/" + page.split("://", 1)[-1].partition("/")[2].partition("?")[0]
    query = urlencode(st.query_params.to_dict(), doseq=True)
    return f'<input type="hidden" name="{NEXT}" value="{escape(path + (f"?{query}" if query else ""))}">'


def _cookie(name: str) -> str:
    """A cookie of this browser; a page that runs without one, in a test, has none."""
    found = st.context.cookies.get(name)
    return found if isinstance(found, str) else ""


def _failed() -> bool:
    """Whether this page was loaded by a sign-in that failed; once per load."""
    return bool(_cookie(told())) and not st.session_state.setdefault(SAID, False) and not st.session_state.update({SAID: True})
