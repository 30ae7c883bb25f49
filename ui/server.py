"""What the web server adds to Streamlit: security headers, a health check, a page for errors without a traceback."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import AsyncIterator, Callable

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from park.locale import _
from park.store import StoreError, running, settings

from . import access, beside, data
from .front import Front
from .state import speak

# Streamlit's own front end needs inline scripts and eval, its components come as blobs of the page itself; nothing may come from or go to another host.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'"
)
FILES = ("/media/", "/_stcore/upload_file/")
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"SAMEORIGIN"),
]


class SecurityHeaders:
    """Adds the headers to every answer; websockets pass through."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def out(message):
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *HEADERS]}
            await send(message)

        await self.app(scope, receive, out)


class Closed:
    """Answers 401 for files of pages (originals, pictures) and takes none in, where looking needs an account and the request comes from nobody's browser.

    A page draws none of them for nobody; this is for an address that was kept or passed on.
    """

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and any(place in scope["path"] for place in FILES) and not await run_in_threadpool(_may_look, Request(scope)):
            return await PlainTextResponse(_("The figures are shown to signed-in people only."), status_code=401)(scope, receive, send)
        return await self.app(scope, receive, send)


def _may_look(request: Request) -> bool:
    try:
        store = data.the_store()
        return settings.may_look(store, None) or settings.may_look(store, access.signed_in(request))
    except StoreError:
        return False


async def healthz(_request) -> JSONResponse:
    """Answers that the server is up, without touching the database."""
    return JSONResponse({"status": "ok"})


def sorry(error: BaseException) -> bool:
    """Shows one sentence in place of a traceback; the log keeps the traceback. True: handled."""
    logging.getLogger("parkboard").error("A page failed", exc_info=error)
    speak()
    st.error(_("Something went wrong on this page; nothing was changed. Reload it, and if it happens again tell the administrator."))
    return True


# Before the first st.navigation of a server Streamlit takes the files of pages/ for its own pages, without app.py around them:
# the first visitor after a start would get a bare page from a link. There is no setting for it.
PagesManager.uses_pages_directory = False


def _open() -> None:
    """Opens the database when the server starts, so that the first visitor does not wait for it and commands find the app."""
    with contextlib.suppress(StoreError):  # a command that holds it just now lets go of it; a visitor opens it then
        data.the_store()


def routes(commands: dict[str, Callable[..., int]]) -> list[Route]:
    """What this server answers besides pages. commands: `park` and `etl`, as `python -m` runs them."""
    data.ON_OPEN.append(beside.announce)
    threading.Thread(target=_open, daemon=True).start()
    return [
        Route("/healthz", healthz),
        Route(f"/{access.SIGN_IN}", access.sign_in, methods=["POST"]),
        Route(f"/{access.SIGN_OUT}", access.sign_out, methods=["POST"]),
        Route(running.COMMAND, beside.command(commands), methods=["GET", "POST"]),
        Route("/api/{name}", beside.figures(commands["park"]), methods=["GET"]),
        Route("/api/{name}", beside.writes(commands["etl"]), methods=["POST"]),
    ]


@contextlib.asynccontextmanager
async def lifespan(_app) -> AsyncIterator[None]:
    """Takes back what tells commands of this app when the server ends, also by a signal."""
    try:
        yield
    finally:
        running.withdraw()


MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(Closed), Middleware(Front)]
