"""What browsers get of Streamlit's front end: the first chart alone at first, every chart drawn once its width is known."""

from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.front import NAMES, SCRIPTS, Front, script

CHARTS = next(name for name in NAMES if name.startswith("PlotlyChart."))


def browser() -> TestClient:
    async def page(_request):
        return HTMLResponse("<html><head><title>Streamlit</title></head></html>")

    return TestClient(Front(Starlette(routes=[Route("/{path:path}", page)])))


def test_charts_of_this_streamlit_wait_for_their_width():
    told, written = script(CHARTS), (SCRIPTS / CHARTS).read_bytes()
    assert len(told) == len(written) + len(">0")
    assert b">0?" in told[-2000:]


def test_scripts_come_whole_from_any_page_s_address_and_stay_in_the_browser():
    got = browser().get(f"/land/static/js/{CHARTS}", headers={"range": "bytes=0-9"})
    assert got.content == script(CHARTS)
    assert got.headers["content-type"] == "application/javascript" and "immutable" in got.headers["cache-control"]


def test_a_name_that_streamlit_has_no_script_for_is_not_read_from_the_disk():
    for path in ("/static/js/secret.js", "/static/js/..%2F..%2Findex.js", "/static/js/%2e%2e/index.js"):
        assert browser().get(path).headers["content-type"] == "text/html; charset=utf-8"


def test_the_page_fetches_the_charts_ahead_and_draws_one_first():
    body = browser().get("/", headers={"accept": "text/html"}).text
    assert f'href="./static/js/{CHARTS}"' in body and "pb-cold" in body
    assert body.index("pb-cold") < body.index(CHARTS)
