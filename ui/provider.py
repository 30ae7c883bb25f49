"""Sign-in at the unit's own OpenID provider, through st.login, where `.streamlit/secrets.toml` has a section [auth]."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

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


def by_provider() -> bool:
    """Whether this browser comes from a provider, whoever it is."""
    return bool(st.user.get("is_logged_in", False))


def verified(user: Mapping) -> bool:
    """Whether the provider says that it has verified the address; some say it in a word. Silence is no yes: anybody could enter any address there."""
    return user.get("email_verified") in (True, "true")


def unverified() -> bool:
    """Whether this browser comes from a provider that does not say so."""
    return by_provider() and not verified(st.user)


def account() -> Account | None:
    """The account of the person at this screen that the provider vouches for, while the session lasts; None for nobody and for a person without one."""
    found = _account(st.user)
    if found is None and by_provider() and not st.session_state.get(NOTED):
        st.session_state[NOTED] = True
        note(the_store(), "sign_in_refused", str(st.user.get("email") or ""), address="OpenID Connect", every=timedelta(seconds=1))
    return found


def of_cookies(cookies: Mapping[str, str]) -> Account | None:
    """The same for a request outside any page, by the signed cookie that Streamlit gave the browser."""
    if not providers() or USER_COOKIE_NAME not in cookies:
        return None
    secret = get_cookie_secret()

    def one(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies[name].encode("latin-1", "replace")) if name in cookies else None

    given = get_cookie_with_chunks(one, USER_COOKIE_NAME)
    return _account(json.loads(given)) if given else None


def _account(user: Mapping) -> Account | None:
    """The account of a sign-in, None for an address that the provider does not say it has verified and for a sign-in meant for another application."""
    if not user.get("is_logged_in", False) or not verified(user) or not _for_this_app(user):
        return None
    found = accounts.of_mail(the_store(), str(user.get("email") or ""))
    if found is None:
        return None
    since = user.get("iat") or user.get("auth_time")
    begun = datetime.fromtimestamp(float(since), UTC).replace(tzinfo=None) if since else datetime.now(UTC).replace(tzinfo=None)
    return sessions.adopt(the_store(), _key(user), found.name, begun)


def leave() -> None:
    """Signs out here and, where it offers that, at the provider."""
    sessions.leave(the_store(), _key(st.user))
    st.logout()


def _key(user: Mapping) -> str:
    """What tells this sign-in from another of the same person."""
    return f"{user.get('iss')} {user.get('sub')} {user.get('iat') or user.get('auth_time')}"


def _for_this_app(user: Mapping) -> bool:
    """Whether the sign-in was made for this application: Authlib 1.9 lets one for another pass that names this one as its authorized party."""
    meant, own = user.get("aud"), providers().get(str(user.get("provider") or DEFAULT))
    return own is not None and own in ([meant] if isinstance(meant, str) else list(meant or ()))
