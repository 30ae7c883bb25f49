"""What Streamlit serves to a browser, changed on its way: its one HTML page is told where its server stands and what it will need and named
after the product; its scripts come from memory, and its charts are drawn once their width is known."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit

from park.locale import _

# Opened below a page's address, Streamlit's front end asks for its server under that address first and is refused twice. Told
# where the server is, it asks once. Relative to the page, so that it holds behind a prefix too: pages are one step deep.
TOLD = b'<head><script>window.__streamlit = {BACKEND_BASE_URL: new URL(".", location.href).href}</script>'
# A browser that has drawn no chart yet draws a page's first one alone and, once it has been seen, the others one after the other, tables last
# (ui/exhibit.py): `pb-cold` says so, `pb-warm` whose turn has come. It ends after eight seconds, whatever becomes of the first chart. Narrow
# screens hide charts that have lines in their place, so nothing waits there.
COLD = b"""<script>if (innerWidth > 640) {
  const page = document.documentElement, then = (work) => requestAnimationFrame(() => requestAnimationFrame(work));
  const warm = () => {
    const next = document.querySelector('[class*="st-key-chart_"]:not(.pb-warm)');
    if (next) { next.classList.add("pb-warm"); then(warm) } else page.classList.remove("pb-cold");
  };
  const seen = new MutationObserver(() => { if (document.getElementsByClassName("main-svg").length) { seen.disconnect(); then(warm) } });
  page.classList.add("pb-cold"); seen.observe(document, {childList: true, subtree: true}); setTimeout(() => page.classList.remove("pb-cold"), 8000);
}</script>"""
# Streamlit fetches each kind of element when the first of it has come, one after the other; what every page of ours shows is fetched
# from the start, behind what the page cannot begin without. The charts' library, the largest of them, is also made ready while the
# browser waits for the server's first answer.
SHOWN = ("PlotlyChart", "Html", "PageLink", "MenuButton", "Selectbox", "ButtonGroup", "Button", "DownloadButton")
SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
NEEDS = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def ahead() -> bytes:
    """The links and the script that fetch ahead; empty for a Streamlit that names its files otherwise."""
    first = [file.name for name in SHOWN for file in SCRIPTS.glob(f"{name}.*.js")]
    found = list(first)
    for name in found:  # grows while it is read: what a file needs is fetched too
        found += [one for one in NEEDS.findall((SCRIPTS / name).read_text(encoding="utf-8")[:6000]) if one not in found and (SCRIPTS / one).exists()]
    links = "".join(f'<link rel="modulepreload" fetchpriority="low" href="./static/js/{name}">' for name in found)
    charts = next((name for name in first if name.startswith("PlotlyChart.")), "")
    ready = f'<script type="module">addEventListener("load", () => import("./static/js/{charts}"))</script>' if charts else ""
    return (links + ready).encode()


AHEAD = ahead()
# A first visit asks for a hundred scripts, whose names change with their content: they are read from the disk once.
SCRIPT = re.compile(r"/static/js/([\w.-]+\.js)$")
NAMES = frozenset(file.name for file in SCRIPTS.glob("*.js"))
SCRIPT_HEADERS = [(b"content-type", b"application/javascript"), (b"cache-control", b"public, immutable, max-age=31536000")]
# Streamlit's charts are drawn before their width is known, at a width that nobody sees, and a second time once it is; one whose width is
# nought is not drawn. Told to wait for the width, each is drawn once, and those that are kept without width (COLD) leave the first chart
# its turn. A Streamlit that writes this otherwise passes unchanged.
UNMEASURED = re.compile(rb"(let\{width:(\w+)\}=\w+\(\w+\);return \2)\?")
# Streamlit's own font is fetched from the start, though no page uses it
FONT = re.compile(rb'<link\s+rel="preload"[^>]*as="font"[^>]*>')
ASKED_AWAY = (b"accept-encoding", b"if-none-match", b"if-modified-since")  # the page is changed on its way: whole, plain, never from a cache
LEFT_OUT = (b"content-length", b"etag", b"last-modified", b"accept-ranges")


class Front:
    """Changes the HTML of a page that a browser opens and answers for its scripts; everything else passes through."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
        elif (asked := SCRIPT.search(scope["path"])) and asked[1] in NAMES:
            await _answer(send, {"type": "http.response.start", "status": 200, "headers": SCRIPT_HEADERS}, script(asked[1]))
        elif _opens_a_page(scope["headers"]):
            await self.page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def page(self, scope, receive, send):
        """Streamlit's answer, changed where it is the page."""
        start, body = {}, bytearray()

        async def out(message):
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await _answer(send, start, told(bytes(body)) if _is_page(start) else bytes(body))

        await self.app({**scope, "headers": [h for h in scope["headers"] if h[0] not in ASKED_AWAY]}, receive, out)


@cache
def script(name: str) -> bytes:
    """One of Streamlit's scripts, as browsers get it."""
    body = (SCRIPTS / name).read_bytes()
    return UNMEASURED.sub(rb"\1>0?", body, count=1) if name.startswith("PlotlyChart.") else body


def told(page: bytes) -> bytes:
    """Streamlit's page with what ours adds."""
    page = FONT.sub(b"", page).replace(b"<head>", TOLD + COLD, 1).replace(b"</head>", AHEAD + b"</head>", 1)
    return page.replace(b"<title>Streamlit</title>", f"<title>{_('Parkboard')}</title>".encode(), 1)


def _opens_a_page(headers: list) -> bool:
    return any(name == b"accept" and b"text/html" in value for name, value in headers)


def _is_page(start: dict) -> bool:
    return start["status"] == 200 and (b"content-type", b"text/html; charset=utf-8") in start["headers"]


async def _answer(send, start: dict, body: bytes) -> None:
    headers = [h for h in start["headers"] if h[0] not in LEFT_OUT] + [(b"content-length", str(len(body)).encode())]
    await send({**start, "headers": headers})
    await send({"type": "http.response.body", "body": body})
