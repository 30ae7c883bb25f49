"""The one HTML page that Streamlit serves: told where its server stands and what it will need, named after the product."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit

from park.locale import _

# Opened below a page's address, Streamlit's front end asks for its server under that address first and is refused twice. Told
# where the server is, it asks once. Relative to the page, so that it holds behind a prefix too: pages are one step deep.
TOLD = b'<head><script>window.__streamlit = {BACKEND_BASE_URL: new URL(".", location.href).href}</script>'
# Streamlit fetches each kind of element when the first of it has come, one after the other; what every page of ours shows is fetched
# from the start. The charts' library, the largest of them, is also made ready while the browser waits for the server's first answer.
SHOWN = ("PlotlyChart", "Html", "PageLink", "MenuButton", "Selectbox", "ButtonGroup", "Button", "DownloadButton")
SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
NEEDS = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def ahead() -> bytes:
    """The links and the script that fetch ahead; empty for a Streamlit that names its files otherwise."""
    first = [file.name for name in SHOWN for file in SCRIPTS.glob(f"{name}.*.js")]
    found = list(first)
    for name in found:  # grows while it is read: what a file needs is fetched too
        found += [one for one in NEEDS.findall((SCRIPTS / name).read_text(encoding="utf-8")[:6000]) if one not in found and (SCRIPTS / one).exists()]
    links = "".join(f'<link rel="modulepreload" href="./static/js/{name}">' for name in found)
    charts = next((name for name in first if name.startswith("PlotlyChart.")), "")
    ready = f'<script type="module">addEventListener("load", () => import("./static/js/{charts}"))</script>' if charts else ""
    return (links + ready).encode()


AHEAD = ahead()
# Streamlit's own font is fetched from the start, though no page uses it
FONT = re.compile(rb'<link\s+rel="preload"[^>]*as="font"[^>]*>')
ASKED_AWAY = (b"accept-encoding", b"if-none-match", b"if-modified-since")  # the page is changed on its way: whole, plain, never from a cache
LEFT_OUT = (b"content-length", b"etag", b"last-modified", b"accept-ranges")


class Front:
    """Writes the server's address into the HTML of a page that a browser opens; everything else passes through."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or scope["method"] != "GET" or not _opens_a_page(scope["headers"]):
            await self.app(scope, receive, send)
            return
        start, body = {}, bytearray()

        async def out(message):
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await _answer(send, start, bytes(body))

        await self.app({**scope, "headers": [h for h in scope["headers"] if h[0] not in ASKED_AWAY]}, receive, out)


def _opens_a_page(headers: list) -> bool:
    return any(name == b"accept" and b"text/html" in value for name, value in headers)


async def _answer(send, start: dict, body: bytes) -> None:
    headers = start["headers"]
    if (b"content-type", b"text/html; charset=utf-8") in headers and start["status"] == 200:
        body = FONT.sub(b"", body).replace(b"<head>", TOLD + AHEAD, 1).replace(b"<title>Streamlit</title>", f"<title>{_('Parkboard')}</title>".encode(), 1)
        headers = [h for h in headers if h[0] not in LEFT_OUT] + [(b"content-length", str(len(body)).encode())]
    await send({**start, "headers": headers})
    await send({"type": "http.response.body", "body": body})
