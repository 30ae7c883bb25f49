"""The word that a running app leaves beside its database: whom it lets in, and what becomes of it when the app ends."""

from __future__ import annotations

import http.server
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
import urllib.request

import pytest

from park.__main__ import main as park
from park.store import running
from tests.browser.conftest import serve
from tests.pages.conftest import PARK, fill

from .conftest import post


@pytest.mark.skipif(os.name == "nt", reason="file modes are a thing of POSIX systems")
def test_only_the_apps_own_user_can_read_where_it_is(served):
    assert stat.S_IMODE(running.file_of(served["held"]).stat().st_mode) == 0o600


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_nobody_else_hands_a_command_over(served, secret):
    assert post(served, "/api/command", b'{"program": "park", "argv": ["areas"]}', secret)[0] == 403


def test_a_file_left_behind_by_a_killed_app_only_says_that_the_database_is_in_use(served, tmp_path, monkeypatch, capsys):
    path = tmp_path / "park.duckdb"
    holder = subprocess.Popen([sys.executable, "-c", f"from park.store import open_store\ns = open_store({str(path)!r})\nprint('held', flush=True)\ninput()"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        running.announce(path, running.App("http://127.0.0.1:1", "x"))
        assert park(["areas", "--db", str(path)]) == 2
        assert "正被另一程序使用" in capsys.readouterr().err
    finally:
        holder.communicate("\n")


class Stranger(http.server.BaseHTTPRequestHandler):
    """Whoever has the port now: answers anything, or (with silent) nothing, and remembers what it was told."""

    heard: list[str] = []
    silent = False

    def do_GET(self):
        self.heard.append(f"{self.path} {self.headers}")
        if self.silent:
            time.sleep(3)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"status": 0, "said": []}')

    do_POST = do_GET

    def log_message(self, *_words):
        """Says nothing."""


@pytest.mark.parametrize("silent", [False, True])
def test_a_stranger_at_the_port_of_a_killed_app_is_neither_told_the_secret_nor_waited_for(tmp_path, monkeypatch, capsys, silent):
    path = tmp_path / "park.duckdb"
    monkeypatch.setattr(running, "PATIENCE", 0.5)
    monkeypatch.setattr(Stranger, "silent", silent)
    monkeypatch.setattr(Stranger, "heard", [])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    holder = subprocess.Popen([sys.executable, "-c", f"from park.store import open_store\ns = open_store({str(path)!r})\nprint('held', flush=True)\ninput()"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        running.announce(path, running.App(f"http://127.0.0.1:{server.server_port}", "the-secret", os.getpid()))
        assert park(["areas", "--db", str(path)]) == 2
        assert "正被另一程序使用" in capsys.readouterr().err
        assert Stranger.heard and "the-secret" not in "".join(Stranger.heard)
        running.announce(path, running.App(f"http://127.0.0.1:{server.server_port}", "the-secret", ended()))
        Stranger.heard.clear()
        assert park(["areas", "--db", str(path)]) == 2
        assert Stranger.heard == []  # its process is gone: nobody is asked
    finally:
        holder.communicate("\n")
        server.shutdown()
        running.withdraw()


def ended() -> int:
    """The number of a process that is no more."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


@pytest.mark.skipif(os.name == "nt", reason="signals are a thing of POSIX systems")
@pytest.mark.parametrize(("way", "stays"), [(signal.SIGTERM, False), (signal.SIGKILL, True)])
def test_an_app_that_is_told_to_end_takes_its_word_back_and_one_that_is_killed_is_in_nobodys_way(tmp_path, capsys, way, stays):
    path = tmp_path / "park.duckdb"
    fill(path, "month")
    serving = serve(path)
    try:
        urllib.request.urlopen(f"{next(serving)}/api/areas", timeout=60).close()
        app = json.loads(running.file_of(path).read_text(encoding="utf-8"))["pid"]
        os.kill(app, way)
        os.waitpid(app, 0)
        assert running.file_of(path).exists() is stays
        assert park(["areas", "--db", str(path)]) == 0
        assert PARK in capsys.readouterr().out
    finally:
        serving.close()
