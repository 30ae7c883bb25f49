"""Commands beside a running app: the same words and status as without it; figures and writes over /api/."""

from __future__ import annotations

import base64
import csv
import http.server
import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import openpyxl
import pytest

from etl.__main__ import main as etl
from park.__main__ import main as park
from park.store import accounts, open_store, operator, running, sessions
from tests.browser.conftest import serve
from tests.pages.conftest import PARK, fill

ROOT = operator("root")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """An app that holds a full park's database, with an account of each kind, and a copy of that database that nobody holds."""
    folder = tmp_path_factory.mktemp("beside")
    path, free = folder / "held" / "park.duckdb", folder / "free" / "park.duckdb"
    fill(path, "full")
    with open_store(path) as store:
        ids = dict(store.cursor().execute("select name, area_id from area").fetchall())
        for name, role, areas in (("li", "staff", ()), ("wang", "viewer", ()), ("north", "staff", (ids["北片区"],))):
            accounts.add(store, name, None, role=role, areas=areas, by=ROOT)
        tokens = {name: sessions.make_token(store, name, by=ROOT) for name in ("li", "wang", "north")}
    shutil.copytree(path.parent, free.parent)
    for address in serve(path):
        urllib.request.urlopen(f"{address}/api/areas", timeout=60).close()  # the first question opens the database
        yield {"address": address, "held": path, "free": free, "tokens": tokens}


@pytest.fixture
def both(served, capsys, monkeypatch):
    """Runs a command directly on the free copy and beside the app; gives both answers."""

    def run(program, *words):
        answers = []
        for database in (served["free"], served["held"]):
            monkeypatch.setenv("PARKBOARD_DATABASE", str(database))
            status = program([str(word) for word in words])
            said = capsys.readouterr()
            answers.append((status, said.out, said.err))
        return answers

    return run


def table(folder, name: str, value: float, area: str = "") -> str:
    book = openpyxl.Workbook()
    for row in ([f"{PARK}{area}2013年1-10月主要经济指标完成情况表"], ["指标", "单位", "1-10月累计"], ["税收", "万元", value]):
        book.active.append(row)
    book.save(folder / name)
    return name


@pytest.mark.parametrize(
    "words",
    ["areas", "progress --month 2013-09", "progress --format json --by area", "progress --format table", "growth --indicator tax_revenue", "projects --not-started",
     "source --indicator tax_revenue", "land --by area", "month", "progress --area 无此园区", "trend --indicator no_such_code"],
)
def test_a_question_answers_the_same_beside_the_app(both, words):
    direct, beside = both(park, *words.split())
    assert beside == direct
    assert beside[1] or beside[0] == 2


def test_load_stage_undo_redo_and_learn_work_beside_the_app(both, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table(tmp_path, "十月.xlsx", 1500)
    direct, beside = both(etl, "load", "十月.xlsx", "--by", "统计员")
    assert (direct[0], beside[0], direct[2]) == (0, 0, beside[2])
    again = both(etl, "load", "十月.xlsx")
    assert [a[0] for a in again] == [0, 0] and all("已于" in a[2] for a in again)
    missing = both(etl, "load", "nirgends.xlsx")
    assert missing[0] == missing[1] and missing[0][0] == 2
    listed = [list(csv.DictReader(io.StringIO(a[1]))) for a in both(etl, "batches")]
    assert [(r["file"], r["status"], r["by"]) for r in listed[0]] == [(r["file"], r["status"], r["by"]) for r in listed[1]]
    batch = listed[1][0]["batch"]
    assert both(etl, "undo", batch)[1][0] == 0
    assert both(etl, "redo", batch)[1][0] == 0
    learned = both(etl, "learn", "indicator", "全口径库税", "tax_revenue", "--area", PARK)
    assert learned[0] == learned[1]
    assert both(etl, "learn", "--area", PARK)[1][1].splitlines()[1] == "indicator,全口径库税,tax_revenue"


def test_a_backup_is_made_and_verified_while_the_app_runs(served, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    assert etl(["backup", "while running"]) == 0
    assert "while running" in capsys.readouterr().err
    assert etl(["restore", "while running", "--db", str(tmp_path / "new" / "park.duckdb")]) == 0
    with open_store(tmp_path / "new" / "park.duckdb") as store:
        assert accounts.named(store, "li")


def test_a_watched_folder_is_staged_beside_the_app(served, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    (tmp_path / "in").mkdir()
    table(tmp_path / "in", "十一月.xlsx", 1600)
    assert etl(["watch", str(tmp_path / "in"), "--once", "--every", "0.05"]) == 0
    assert (tmp_path / "in" / "findings" / "十一月.xlsx.txt").exists()
    capsys.readouterr()
    etl(["batches"])
    listed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert ("十一月.xlsx", "staged") in [(row["file"], row["status"]) for row in listed]


def test_a_briefing_is_written_where_the_command_was_given(both, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    direct, beside = both(park, "brief", "--out", "out", "--month", "2013-09")
    assert beside == direct
    assert (tmp_path / "out" / "briefing.pptx").exists()


def test_an_account_is_made_beside_the_app_with_a_password_from_standard_input(served, monkeypatch, capsys):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    monkeypatch.setattr("sys.stdin", io.StringIO("a-good-password\n"))
    assert park(["account", "add", "neu", "--password-stdin", "--area", "北片区"]) == 0
    assert park(["account", "list"]) == 0
    assert any(line.startswith("neu,staff,") and line.endswith("北片区") for line in capsys.readouterr().out.splitlines())
    body = urllib.parse.urlencode({"pb_name": "neu", "pb_password": "a-good-password", "pb_next": "/healthz"}).encode()
    assert urllib.request.urlopen(f"{served['address']}/session", body, timeout=30).url.endswith("/healthz")


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


def get(served, path: str, **headers: str) -> tuple[int, str, dict]:
    return _open(urllib.request.Request(served["address"] + path, headers=headers))


def post(served, path: str, body: bytes, token: str | None = None, **headers: str) -> tuple[int, str, dict]:
    given = {"Authorization": f"Bearer {token}"} if token is not None else {}
    return _open(urllib.request.Request(served["address"] + path, body, given | headers))


def _open(request) -> tuple[int, str, dict]:
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers)


def test_figures_over_http_have_the_columns_of_the_commands(served, both):
    status, text, headers = get(served, "/api/progress?month=2013-09&by=area&area=" + urllib.parse.quote(PARK))
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert text == both(park, "progress", "--month", "2013-09", "--by", "area", "--area", PARK)[1][1]
    status, text, _headers = get(served, "/api/progress?month=2013-09&format=json")
    assert list(json.loads(text)[0])[:6] == ["area", "cluster", "firm", "indicator", "unit", "target"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/progress?month=September", 400), ("/api/progress?area=" + urllib.parse.quote("无此园区"), 400), ("/api/growth", 400), ("/api/audit", 404),
     ("/api/progress?db=/etc/passwd", 400), ("/api/progress?help=", 400), ("/api/nothing", 404), ("/api/progress?format=html", 404)],
)
def test_what_cannot_be_asked_over_http_is_a_sentence(served, path, status):
    answered, text, _headers = get(served, path)
    assert (answered, bool(json.loads(text)["error"])) == (status, True)


def test_a_formula_out_of_a_cell_is_text_in_csv_and_numbers_stay_numbers():
    from ui.beside import _harmless

    assert _harmless("raw,value\n=cmd|' /c calc'!A1,-3.5\n-12,+4\n@x,1\n=,1\n") == "raw,value\n'=cmd|' /c calc'!A1,-3.5\n-12,+4\n'@x,1\n=,1\n"


def test_writes_over_http_need_the_token_of_staff_and_its_own_areas(served, tmp_path):
    data = (tmp_path / table(tmp_path, "南.xlsx", 77, "南片区")).read_bytes()
    path = "/api/load?name=" + urllib.parse.quote("../../南.xlsx")
    for token, status in ((None, 401), ("unknown", 401), (served["tokens"]["wang"], 403), (served["tokens"]["north"], 403)):
        answered, text, _headers = post(served, path, data, token)
        assert (answered, served["tokens"]["li"] in text) == (status, False)
    assert post(served, path, data, served["tokens"]["li"], Origin="http://elsewhere.example")[0] == 401  # remembered by a browser, sent by another site
    assert {("wang", "load_refused"), ("north", "stage_refused")} <= {(row["by"], row["action"]) for row in csv.DictReader(io.StringIO(said_of(served, park, "audit")))}
    answered, text, _headers = post(served, path, data, served["tokens"]["li"])
    assert (answered, json.loads(text)["status"]) == (200, 0), text
    listed = list(csv.DictReader(io.StringIO(said_of(served, etl, "batches"))))
    assert (listed[0]["file"], listed[0]["by"]) == ("南.xlsx", "li")
    batch = listed[0]["batch"]
    assert post(served, f"/api/undo?batch={batch}", b"", served["tokens"]["north"])[0] == 403
    assert post(served, f"/api/undo?batch={batch}", b"", served["tokens"]["li"])[0] == 200


def said_of(served, program, *words: str) -> str:
    import contextlib

    os.environ["PARKBOARD_DATABASE"], before = str(served["held"]), os.environ.get("PARKBOARD_DATABASE", "")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        program(list(words))
    os.environ["PARKBOARD_DATABASE"] = before
    return out.getvalue()


def test_where_looking_needs_an_account_figures_need_a_token_or_a_session(served, monkeypatch):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    assert park(["setting", "viewing", "signed_in"]) == 0
    try:
        status, text, headers = get(served, "/api/areas")
        assert (status, "Basic" in headers["www-authenticate"], PARK in text) == (401, True, False)
        assert get(served, "/api/areas", Authorization=f"Bearer {served['tokens']['wang']}")[0] == 200
        basic = base64.b64encode(f"wang:{served['tokens']['wang']}".encode()).decode()
        assert get(served, "/api/areas", Authorization=f"Basic {basic}")[0] == 200
    finally:
        park(["setting", "viewing", "open"])
    assert get(served, "/api/areas")[0] == 200
