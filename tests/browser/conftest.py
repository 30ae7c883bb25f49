"""A served app with a database of its own, and Debian's Chromium. Without Chromium these tests skip; where CI=true they fail."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from park.store import accounts, open_store, operator
from tests.pages.conftest import fill

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NAME, PASSWORD = "统计员", "a-good-password"


expect.set_options(timeout=20_000)  # a busy machine is slow, never wrong


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if CHROMIUM is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 1440, "height": 900}, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(database: Path, *options: str):
    """Starts the documented way, `streamlit run app.py`, and waits until it answers; yields the address."""
    port = free_port()
    environment = {**os.environ, "PARKBOARD_DATABASE": str(database)}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), *options]
    with (database.parent / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        for _attempt in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).close()
                break
            except OSError:
                assert server.poll() is None, (database.parent / "server.log").read_text()
                time.sleep(0.5)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """A full park and one staff account."""
    path = tmp_path_factory.mktemp("served") / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        accounts.add(store, NAME, PASSWORD, by=operator("test"))
    yield from serve(path)


@pytest.fixture(scope="session")
def empty_address(tmp_path_factory):
    """Nothing loaded yet."""
    path = tmp_path_factory.mktemp("served_empty") / "park.duckdb"
    fill(path, "empty")
    yield from serve(path)
