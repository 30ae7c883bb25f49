"""Signing in and out over HTTP: a form, a cookie that no script can read, a session in the store. Safe against forged requests."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import parse_qs, urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from park.locale import _
from park.store import Account, StoreError, TooManyTries, check_password, sessions

from . import provider
from .data import the_store

SIGN_IN, SIGN_OUT = "session", "session/end"  # relative to a page, which is one step deep: holds behind a prefix too
NAME, PASSWORD, NEXT = "pb_name", "pb_password", "pb_next"
MOST = 10_000  # bytes of a form


def cookie() -> str:
    """The cookie's name: with the port, since browsers share cookies between the ports of a machine."""
    return f"parkboard_{st.get_option('server.port')}"


def told() -> str:
    """The name of the short-lived cookie that says why a sign-in failed."""
    return f"{cookie()}_why"


async def sign_in(request: Request) -> Response:
    """Checks name and password; goes back to where the form stood, with a session cookie or the reason why not."""
    if _foreign(request):
        return PlainTextResponse(_("This form came from another site; nothing was done."), status_code=403)
    form = await _form(request)
    back = _place(form.get(NEXT, "/"))
    secret, why = await run_in_threadpool(_open, form.get(NAME, ""), form.get(PASSWORD, ""), _address(request))
    answer = RedirectResponse(back, status_code=303)
    if secret:
        await run_in_threadpool(sessions.end, the_store(), request.cookies.get(cookie(), ""))  # whoever was signed in at this browser
        answer.set_cookie(cookie(), secret, max_age=int(sessions.LONGEST.total_seconds()), **_guarded(request))
        answer.delete_cookie(told(), path="/")
    else:
        answer.set_cookie(told(), why, max_age=10, **_guarded(request))
    return answer


async def sign_out(request: Request) -> Response:
    """Ends the session and forgets the cookie."""
    if _foreign(request):
        return PlainTextResponse(_("This form came from another site; nothing was done."), status_code=403)
    form = await _form(request)
    await run_in_threadpool(sessions.end, the_store(), request.cookies.get(cookie(), ""))
    answer = RedirectResponse(_place(form.get(NEXT, "/")), status_code=303)
    answer.delete_cookie(cookie(), path="/")
    return answer


def signed_in(request: Request) -> Account | None:
    """Who sends a request: by its session cookie, the provider's, or a token (Authorization: Bearer TOKEN, or Basic with the token as password)."""
    secret = request.cookies.get(cookie(), "")
    if secret and (found := sessions.find(the_store(), secret)):
        return found
    return provider.of_cookies(request.cookies) or of_token(request)


def of_token(request: Request) -> Account | None:
    """Whose token a request carries; None without one, for one that is not known (noted in the audit), and for a request of another site's page."""
    if _foreign(request):
        return None
    token = _token(request.headers.get("authorization", ""))
    account = sessions.of_token(the_store(), token) if token else None
    if token and account is None:
        sessions.note_unknown_token(the_store(), request.url.path, _address(request))
    return account


def _token(header: str) -> str:
    way, _space, given = header.partition(" ")
    if way.lower() == "bearer":
        return given.strip()
    if way.lower() == "basic":
        try:
            return base64.b64decode(given, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""


def _open(name: str, password: str, address: str) -> tuple[str, str]:
    """The secret of a new session, or why there is none: wrong, wait-SECONDS, closed."""
    try:
        found = check_password(the_store(), name, password, address=address)
        return (sessions.start(the_store(), found.name), "") if found else ("", "wrong")
    except TooManyTries as slow:
        return "", f"wait-{slow.seconds}"
    except StoreError:
        return "", "closed"


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def why_not(code: str) -> str:
    """The sentence for a failed sign-in, in the language in use; "" for none."""
    if code.startswith("wait-") and code[5:].isdigit():
        return str(TooManyTries(int(code[5:])))
    return {"wrong": _("Name or password is wrong."), "closed": _("The database cannot be opened just now; try again in a moment.")}.get(code, "")


def _guarded(request: Request) -> dict:
    forwarded = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return {"httponly": True, "samesite": "lax", "path": "/", "secure": "https" in (request.url.scheme, forwarded)}


def _foreign(request: Request) -> bool:
    """Whether another site's page sends this. Browsers say so themselves; a client that says nothing is no browser."""
    site = request.headers.get("sec-fetch-site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    own = {request.headers.get("host"), request.headers.get("x-forwarded-host")}
    return origin is not None and urlsplit(origin).netloc not in own


async def _form(request: Request) -> dict[str, str]:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST:
            return {}
    return {key: values[0] for key, values in parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).items()}


def _place(asked: str) -> str:
    """A place on this server only, never another site's."""
    parts = urlsplit(asked)
    local = asked.startswith("/") and not asked.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return asked if local and not any(ord(ch) < 32 for ch in asked) else "/"
