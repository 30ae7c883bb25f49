"""Sign-in at the unit's own OpenID provider, through st.login, where `.streamlit/secrets.toml` has a section [auth]."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st

from park.store import Account, accounts, sessions
from park.store.strangers import note

from .data import the_store

DEFAULT = "default"  # the provider whose settings stand in [auth] itself, as Streamlit calls it
NOTED = "_provider_noted"


def providers() -> dict[str, str]:
    """Providers that are set up: name -> client id; empty without [auth]."""
    try:
        auth = st.secrets.get("auth", {})
    except FileNotFoundError:
        return {}
    named = {name: str(part["client_id"]) for name, part in auth.items() if isinstance(part, Mapping) and "client_id" in part}
    return ({DEFAULT: str(auth["client_id"])} if "client_id" in auth else {}) | named


def begin(name: str) -> None:
    """Sends the browser to the provider."""
    if name == DEFAULT:
        st.login()
    else:
        st.login(name)


def vouched() -> str:
    """The e-mail address that the provider vouches for in this browser; "" for nobody, for an address it has not verified, and for a sign-in that
    was made for another application than this one."""
    if not by_provider() or st.user.get("email_verified") is False or not _for_this_app():
        return ""
    return str(st.user.get("email") or "")


def by_provider() -> bool:
    """Whether this browser comes from a provider, whoever it is."""
    return bool(st.user.get("is_logged_in", False))


def account() -> Account | None:
    """The account of the person that the provider vouches for, while the session lasts; None for nobody and for a person without an account."""
    mail = vouched()
    found = accounts.of_mail(the_store(), mail) if mail else None
    if found is None:
        _note_refusal(mail)
        return None
    since = st.user.get("iat") or st.user.get("auth_time")
    begun = datetime.fromtimestamp(float(since), UTC).replace(tzinfo=None) if since else datetime.now(UTC).replace(tzinfo=None)
    return sessions.adopt(the_store(), _key(), found.name, begun)


def leave() -> None:
    """Signs out here and, where it offers that, at the provider."""
    sessions.leave(the_store(), _key())
    st.logout()


def _key() -> str:
    """What tells this sign-in from another of the same person."""
    return " ".join(str(st.user.get(part)) for part in ("iss", "sub")) + f" {st.user.get('iat') or st.user.get('auth_time')}"


def _for_this_app() -> bool:
    """Whether the sign-in was made for this application: Authlib 1.9 lets one for another pass that names this one as its authorized party."""
    meant, own = st.user.get("aud"), providers().get(str(st.user.get("provider") or DEFAULT))
    return own is not None and own in ([meant] if isinstance(meant, str) else list(meant or ()))


def _note_refusal(mail: str) -> None:
    if by_provider() and not st.session_state.get(NOTED):
        st.session_state[NOTED] = True
        note(the_store(), "sign_in_refused", mail or str(st.user.get("email") or ""), address="OpenID Connect", every=timedelta(seconds=1))
