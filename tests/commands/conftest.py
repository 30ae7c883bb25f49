"""An app that holds a database, and how tests ask it: by commands beside it and over HTTP."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import urllib.error
import urllib.request

import openpyxl
import pytest

from park.store import accounts, open_store, operator, sessions
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


def said_of(served, program, *words: str) -> str:
    os.environ["PARKBOARD_DATABASE"], before = str(served["held"]), os.environ.get("PARKBOARD_DATABASE", "")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        program(list(words))
    os.environ["PARKBOARD_DATABASE"] = before
    return out.getvalue()
