"""How long a browser that was just started waits for the first chart, beside a Streamlit page with one chart: `python benchmarks/first_chart.py`.

Both servers are warm; every run starts a browser of its own with nothing in its cache, first for the one page, then for the other, so that
what else the machine does weighs on both. Held: the median of ours within 1.25 times the other's (DESIGN section 5). Needs Chromium and a
loaded database (--db PATH, default: the demo, loaded for the purpose).
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7
ONE_CHART = '''
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(layout="wide")
st.title("One chart")
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[3, 1, 2])))
'''
CHART = ".js-plotly-plot .main-svg"
# The moment in which the first chart is on the screen, in milliseconds since the page was asked for: told by the page itself, since asking
# it from outside twice a second would round it
WATCH = """new MutationObserver((_all, watch) => {
  if (!document.querySelector(".js-plotly-plot .main-svg")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.firstChart = performance.now() }));
}).observe(document, {childList: true, subtree: true})"""


def served(script: Path, environment: dict) -> tuple[subprocess.Popen, str]:
    """A server of a script, and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true", "--server.address", "127.0.0.1"]
    server = subprocess.Popen(command, cwd=script.parent, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _attempt in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return server, address
        except OSError:
            time.sleep(0.25)
    raise SystemExit(f"{script} is not served")


def first_chart(playwright, url: str) -> float:
    """Seconds from opening a page in a new browser to its first chart."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
    try:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.add_init_script(WATCH)
        page.goto(url, wait_until="commit")
        page.wait_for_selector(CHART, timeout=60_000)
        return page.wait_for_function("window.firstChart").json_value() / 1000
    finally:
        browser.close()


def main() -> int:
    """0 when the median of every page stays within 1.25 times the one-chart page's."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--db", metavar="PATH")
    options.add_argument("--pages", default=",targets,growth,clusters,projects,land", help="comma-separated; empty: the overview")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = given.db or f"{folder}/park.duckdb"
        if not given.db:
            subprocess.run([sys.executable, "-m", "etl", "demo", "--db", database], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        one = Path(folder) / "one_chart.py"
        one.write_text(ONE_CHART, encoding="utf-8")
        servers = [served(ROOT / "app.py", {**os.environ, "PARKBOARD_DATABASE": database}), served(one, dict(os.environ))]
        try:
            return 0 if all([compared(page, servers[0][1], servers[1][1]) for page in given.pages.split(",")]) else 1
        finally:
            for server, _address in servers:
                server.terminate()
                server.wait(20)


def compared(page: str, ours: str, other: str) -> bool:
    """Prints one line; whether the page's median stays within 1.25 times the other's."""
    found = {ours: [], other: []}
    with sync_playwright() as playwright:
        for run in range(RUNS + 1):
            for address, url in ((ours, f"{ours}/{page}"), (other, other)):
                seconds = first_chart(playwright, url)
                if run:  # the first one warms the server
                    found[address].append(seconds)
    mine, theirs = statistics.median(found[ours]), statistics.median(found[other])
    print(f"{page or 'overview':<12}{mine:>8.2f} s{theirs:>8.2f} s (one chart){mine / theirs:>8.2f}")
    return mine <= 1.25 * theirs


if __name__ == "__main__":
    sys.exit(main())
